//! What runtime files call besides functions; `runtime/README.md` describes it.

use pyxl_isa::Opcode;

/// An intrinsic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intrinsic {
    /// An instruction with these numbers of operands and a result.
    Compute(Opcode, usize),
    /// An instruction with these numbers of operands and no result.
    Effect(Opcode, usize),
    /// `ld(x, i)`, `ldf(address, i)`.
    Load(Opcode),
    /// `st(x, i, v)`, `stf(address, i, v)`.
    Put(Opcode),
    /// `halt(code)`.
    Halt,
    /// `leave(v)`.
    Leave,
    /// `trap_pc()`.
    TrapPc,
    /// `callee()`.
    Callee,
    /// `frame_top()`.
    FrameTop,
    /// `call_top(f, n)`.
    CallTop,
    /// `alloc(cls, words)`.
    Alloc,
    /// `is_a(x, cls)`.
    IsA,
    /// `exists(cls)`.
    Exists,
    /// `handles("mnemonic")`.
    Handles,
    /// `defined("name")`.
    Defined,
    /// `named("name")`: anything looks up members of this name.
    Named,
    /// `cid(x)`.
    ClassIdOf,
    /// `cid_of(cls)`.
    ClassId,
    /// `functions()`.
    Functions,
    /// `modules()`.
    Modules,
    /// `script()`.
    Script,
}

impl Intrinsic {
    /// The intrinsic with this name.
    pub fn named(name: &str) -> Option<Intrinsic> {
        use Intrinsic::*;
        Some(match name {
            "tag" => Compute(Opcode::Tag, 1),
            "retag" => Compute(Opcode::Retag, 2),
            "ld" => Load(Opcode::Ld),
            "ldf" => Load(Opcode::Ldf),
            "radd" => Compute(Opcode::Radd, 2),
            "rsub" => Compute(Opcode::Rsub, 2),
            "radc" => Compute(Opcode::Radc, 2),
            "rmul" => Compute(Opcode::Rmul, 2),
            "rmulh" => Compute(Opcode::Rmulh, 2),
            "rltu" => Compute(Opcode::Rltu, 2),
            "rshl" => Compute(Opcode::Rshl, 2),
            "rshr" => Compute(Opcode::Rshr, 2),
            "rclz" => Compute(Opcode::Rclz, 1),
            "fp" => Compute(Opcode::Fp, 0),
            "depth" => Compute(Opcode::Depth, 0),
            "link" => Compute(Opcode::Ldl, 2),
            "getc" => Compute(Opcode::Getc, 0),
            "cycles" => Compute(Opcode::Cyc, 0),
            "set_link" => Effect(Opcode::Stl, 2),
            "unwind" => Effect(Opcode::Unwind, 1),
            "putc" => Effect(Opcode::Putc, 1),
            "pute" => Effect(Opcode::Pute, 1),
            "st" => Put(Opcode::St),
            "stf" => Put(Opcode::Stf),
            "halt" => Halt,
            "leave" => Leave,
            "trap_pc" => TrapPc,
            "callee" => Callee,
            "frame_top" => FrameTop,
            "call_top" => CallTop,
            "alloc" => Alloc,
            "is_a" => IsA,
            "exists" => Exists,
            "handles" => Handles,
            "defined" => Defined,
            "named" => Named,
            "cid" => ClassIdOf,
            "cid_of" => ClassId,
            "functions" => Functions,
            "modules" => Modules,
            "script" => Script,
            _ => return None,
        })
    }

    /// Number of arguments.
    pub fn params(self) -> usize {
        use Intrinsic::*;
        match self {
            Compute(_, params) | Effect(_, params) => params,
            Put(_) => 3,
            Load(_) | CallTop | Alloc | IsA => 2,
            Halt | Leave | Exists | Handles | Defined | Named | ClassIdOf | ClassId => 1,
            TrapPc | Callee | FrameTop | Functions | Modules | Script => 0,
        }
    }
}
