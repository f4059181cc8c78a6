//! The instruction table: the only place that knows an opcode.
//!
//! Encoder, decoder, assembler, disassembler, model dispatch, the core's decode
//! ROM, the trap vectors and the reference in `docs/` derive from [`ROWS`]. The
//! table covers the whole machine; a row whose unit is [`Unit::Software`] has no
//! hardware yet and always traps to the runtime function of its vector.

use crate::layout::LinkKind;

/// How the operand fields are used, and how the assembler writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// No operands.
    None,
    /// `dst, a, b`: `b` is a slot or a literal.
    DAB,
    /// `dst, a`.
    DA,
    /// `dst, b`: `b` is a slot or a literal.
    DB,
    /// `dst`.
    D,
    /// `a, b`: no destination.
    AB,
    /// `b`: a slot or a literal.
    B,
    /// `dst, imm`: an 18-bit signed immediate in `a:b`.
    Immediate,
    /// `dst, static`: an 18-bit static slot number in `a:b`.
    LoadStatic,
    /// `a, static`: a static slot number in `dst:b`.
    StoreStatic,
    /// `a, b, target`: `dst` is the displacement from this instruction.
    BranchAB,
    /// `a, target`: `dst` is the displacement from this instruction.
    BranchA,
    /// `target`: a code address in `dst:b`.
    Jump,
    /// `a, entry, args`: window base, descriptor address and argument count in `dst:b`.
    Call,
    /// `a, args`: window base and argument count (`b`, a slot or a literal).
    CallValue,
    /// `a, [b, offset]`: `dst` is an unsigned word offset from the address `b`.
    Store,
    /// `value, a, b`: `dst` is a slot, which only the trap's handler reads, through the return
    /// link's destination; `b` is a slot or a literal.
    Assign,
    /// `address`: a frame-store address in `dst:b`.
    Frame,
}

impl Format {
    /// True if field `a` names a slot that the instruction reads. `CALLD`, whose
    /// window base is only written, is the exception.
    pub fn reads_a(self) -> bool {
        use Format::*;
        matches!(
            self,
            DAB | DA | AB | StoreStatic | BranchAB | BranchA | Call | CallValue | Store | Assign
        )
    }

    /// True if field `b` is an operand, a slot or a literal.
    pub fn reads_b(self) -> bool {
        use Format::*;
        matches!(
            self,
            DAB | DB | AB | B | BranchAB | CallValue | Store | Assign
        )
    }

    /// True if field `dst` names the slot of the result.
    pub fn writes_dst(self) -> bool {
        use Format::*;
        matches!(self, DAB | DA | DB | D | Immediate | LoadStatic)
    }

    /// True if field `dst` is a displacement from the instruction.
    pub fn is_branch(self) -> bool {
        matches!(self, Format::BranchAB | Format::BranchA)
    }
}

/// What executes the instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Program flow: decided in decode and execute.
    Control,
    /// Operand to destination.
    Move,
    /// The 33-bit adder.
    Adder,
    /// Bitwise logic.
    Logic,
    /// The two barrel shifters.
    Shifter,
    /// Comparison, on the adder.
    Compare,
    /// The multiplier.
    Multiplier,
    /// The divider.
    Divider,
    /// Pins and the cycle counter.
    Pins,
    /// The console streams.
    Console,
    /// Tags and raw data.
    Raw,
    /// The heap's program port.
    Heap,
    /// The frame store by address, and the control stack.
    Frames,
    /// No hardware yet: always traps.
    Software,
}

/// One row of the table.
#[derive(Debug)]
pub struct Row {
    /// Operation.
    pub op: Opcode,
    /// Assembler mnemonic.
    pub mnemonic: &'static str,
    /// Operand format.
    pub format: Format,
    /// Executing unit.
    pub unit: Unit,
    /// What its trap handler's return does.
    pub link: LinkKind,
    /// Cycles in the execute stage when it does not trap; redirects and waits come on top
    /// (see [`crate::timing`]).
    pub busy: u8,
    /// Effect, in the reference's notation.
    pub operation: &'static str,
    /// When it traps; empty if never.
    pub traps: &'static str,
}

macro_rules! instructions {
    ($($op:ident = $code:literal, $mnemonic:literal, $format:ident, $unit:ident, $link:ident, $busy:literal,
       $operation:literal, $traps:literal;)*) => {
        /// Operation codes; the number is also the trap vector.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)] // each is documented by its row
        pub enum Opcode { $($op = $code,)* }

        /// The table, in order of opcode.
        pub const ROWS: &[Row] = &[$(Row {
            op: Opcode::$op,
            mnemonic: $mnemonic,
            format: Format::$format,
            unit: Unit::$unit,
            link: LinkKind::$link,
            busy: $busy,
            operation: $operation,
            traps: $traps,
        },)*];
    };
}

instructions! {
    // Neither operands nor flow; boot.
    Nop    = 0x00, "nop",    None,      Control, Discard, 1, "nothing", "";
    Halt   = 0x01, "halt",   B,         Control, Discard, 1, "stop the core; the host reads the literal b as the halt code", "";
    Setfp  = 0x02, "setfp",  Frame,     Control, Discard, 1, "fp ← address (boot code only)", "";

    // Moves.
    Mov    = 0x04, "mov",    DB,          Move, Value,   1, "dst ← b", "b is UNBOUND";
    Movr   = 0x05, "movr",   DB,          Move, Value,   1, "dst ← b, also UNBOUND", "";
    Ldi    = 0x06, "ldi",    Immediate,   Move, Value,   1, "dst ← INT imm", "";
    Lds    = 0x07, "lds",    LoadStatic,  Move, Value,   1, "dst ← static", "the static is UNBOUND";
    Sts    = 0x08, "sts",    StoreStatic, Move, Discard, 1, "static ← a", "";

    // Binary operators.
    Add    = 0x10, "add",    DAB, Adder,      Value, 1,  "dst ← a + b", "a or b is no number; overflow";
    Sub    = 0x11, "sub",    DAB, Adder,      Value, 1,  "dst ← a − b", "a or b is no number; overflow";
    Mul    = 0x12, "mul",    DAB, Multiplier, Value, 3,  "dst ← a × b", "a or b is no number; overflow";
    Div    = 0x13, "div",    DAB, Divider,    Value, 36, "dst ← ⌊a ÷ b⌋", "a or b is no number; b is zero; overflow";
    Mod    = 0x14, "mod",    DAB, Divider,    Value, 36, "dst ← a − b⌊a ÷ b⌋", "a or b is no number; b is zero";
    And    = 0x15, "and",    DAB, Logic,      Value, 1,  "dst ← a & b", "a or b is no number";
    Or     = 0x16, "or",     DAB, Logic,      Value, 1,  "dst ← a | b", "a or b is no number";
    Xor    = 0x17, "xor",    DAB, Logic,      Value, 1,  "dst ← a ^ b", "a or b is no number";
    Shl    = 0x18, "shl",    DAB, Shifter,    Value, 1,  "dst ← a << b", "a or b is no number; b not in 0 … 31; overflow";
    Shr    = 0x19, "shr",    DAB, Shifter,    Value, 1,  "dst ← a >> b", "a or b is no number; b not in 0 … 31";
    Fdiv   = 0x1a, "fdiv",   DAB, Software,   Value, 1,  "dst ← a / b", "always";
    Pow    = 0x1b, "pow",    DAB, Software,   Value, 1,  "dst ← a ** b", "always";
    Mmul   = 0x1c, "mmul",   DAB, Software,   Value, 1,  "dst ← a @ b", "always";

    // In-place operators: the same hardware, their own vectors.
    Iadd   = 0x20, "iadd",   DAB, Adder,      Value, 1,  "dst ← a += b", "a or b is no number; overflow";
    Isub   = 0x21, "isub",   DAB, Adder,      Value, 1,  "dst ← a −= b", "a or b is no number; overflow";
    Imul   = 0x22, "imul",   DAB, Multiplier, Value, 3,  "dst ← a ×= b", "a or b is no number; overflow";
    Idiv   = 0x23, "idiv",   DAB, Divider,    Value, 36, "dst ← a //= b", "a or b is no number; b is zero; overflow";
    Imod   = 0x24, "imod",   DAB, Divider,    Value, 36, "dst ← a %= b", "a or b is no number; b is zero";
    Iand   = 0x25, "iand",   DAB, Logic,      Value, 1,  "dst ← a &= b", "a or b is no number";
    Ior    = 0x26, "ior",    DAB, Logic,      Value, 1,  "dst ← a |= b", "a or b is no number";
    Ixor   = 0x27, "ixor",   DAB, Logic,      Value, 1,  "dst ← a ^= b", "a or b is no number";
    Ishl   = 0x28, "ishl",   DAB, Shifter,    Value, 1,  "dst ← a <<= b", "a or b is no number; b not in 0 … 31; overflow";
    Ishr   = 0x29, "ishr",   DAB, Shifter,    Value, 1,  "dst ← a >>= b", "a or b is no number; b not in 0 … 31";
    Ifdiv  = 0x2a, "ifdiv",  DAB, Software,   Value, 1,  "dst ← a /= b", "always";
    Ipow   = 0x2b, "ipow",   DAB, Software,   Value, 1,  "dst ← a **= b", "always";
    Immul  = 0x2c, "immul",  DAB, Software,   Value, 1,  "dst ← a @= b", "always";

    // Comparisons to a value.
    Eq     = 0x30, "eq",     DAB, Compare,  Value, 1, "dst ← a == b", "a or b is no number";
    Ne     = 0x31, "ne",     DAB, Compare,  Value, 1, "dst ← a != b", "a or b is no number";
    Lt     = 0x32, "lt",     DAB, Compare,  Value, 1, "dst ← a < b", "a or b is no number";
    Le     = 0x33, "le",     DAB, Compare,  Value, 1, "dst ← a <= b", "a or b is no number";
    Gt     = 0x34, "gt",     DAB, Compare,  Value, 1, "dst ← a > b", "a or b is no number";
    Ge     = 0x35, "ge",     DAB, Compare,  Value, 1, "dst ← a >= b", "a or b is no number";
    Is     = 0x36, "is",     DAB, Compare,  Value, 1, "dst ← a is b", "a or b is UNBOUND";
    Isnt   = 0x37, "isnt",   DAB, Compare,  Value, 1, "dst ← a is not b", "a or b is UNBOUND";
    In     = 0x38, "in",     DAB, Software, Value, 1, "dst ← a in b", "always";
    Nin    = 0x39, "nin",    DAB, Software, Value, 1, "dst ← a not in b", "always";

    // Unary operators.
    Neg    = 0x3a, "neg",    DAB, Adder,   Value, 1, "dst ← −b; a must hold INT 0", "b is no number; overflow";
    Pos    = 0x3b, "pos",    DAB, Adder,   Value, 1, "dst ← +a; b must be 0", "a is no number";
    Inv    = 0x3c, "inv",    DAB, Logic,   Value, 1, "dst ← ~a; b must be −1", "a is no number";
    Not    = 0x3d, "not",    DA,  Compare, Value, 1, "dst ← not a", "a is neither number nor singleton";
    Truth  = 0x3e, "truth",  DA,  Compare, Value, 1, "dst ← bool(a)", "a is neither number nor singleton";

    // Attributes, items, iterators.
    Lda    = 0x40, "lda",    DAB,   Software, Value,   1, "dst ← a.b", "always";
    Sta    = 0x41, "sta",    Assign, Software, Discard, 1, "a.b ← value", "always";
    Dela   = 0x42, "dela",   AB,    Software, Discard, 1, "del a.b", "always";
    Ldm    = 0x43, "ldm",    DAB,   Software, Value,   1, "method a.b and its self to dst and the slot after it", "always";
    Ldx    = 0x44, "ldx",    DAB,   Software, Value,   1, "dst ← a[b]", "always";
    Stx    = 0x45, "stx",    Assign, Software, Discard, 1, "a[b] ← value", "always";
    Delx   = 0x46, "delx",   AB,    Software, Discard, 1, "del a[b]", "always";
    Iter   = 0x47, "iter",   DA,       Software, Value,   1, "dst ← iter(a)", "always";

    // Runtime: frames and return links.
    Fp     = 0x50, "fp",     D,     Frames, Value,   1, "dst ← INT frame pointer", "";
    Depth  = 0x51, "depth",  D,     Frames, Value,   1, "dst ← INT number of return links", "";
    Ldf    = 0x52, "ldf",    DAB,   Frames, Value,   4, "dst ← frame store[a + b], also UNBOUND", "";
    Stf    = 0x53, "stf",    Store, Frames, Discard, 1, "frame store[b + offset] ← a, also UNBOUND", "";
    Ldl    = 0x54, "ldl",    DAB,   Frames, Value,   4, "dst ← INT field b of return link a", "";
    Stl    = 0x55, "stl",    AB,    Frames, Discard, 1, "field b of the pending link ← a", "";
    Unwind = 0x56, "unwind", B,     Frames, Discard, 1, "return link b + 1 ← the pending link; it is the topmost", "";

    // Pins, time and the console.
    Out    = 0x60, "out",    AB,   Pins,     Discard, 1, "pin b ← a, and drive it", "a or b is no number";
    Dir    = 0x61, "dir",    AB,   Pins,     Discard, 1, "drive pin b if a", "a or b is no number";
    Inp    = 0x62, "inp",    DB,   Pins,     Value,   1, "dst ← INT level of pin b", "b is no number";
    Wait0  = 0x63, "wait0",  B,    Pins,     Retry,   1, "wait while pin b is 0", "b is no number";
    Wait1  = 0x64, "wait1",  B,    Pins,     Retry,   1, "wait while pin b is 1", "b is no number";
    Cyc    = 0x65, "cyc",    D,    Pins,     Value,   1, "dst ← INT cycle counter, modulo 2³¹", "";
    Putc   = 0x66, "putc",   B,    Console,  Discard, 1, "byte b to standard output; waits while its FIFO is full", "b is no number";
    Pute   = 0x67, "pute",   B,    Console,  Discard, 1, "byte b to standard error; waits while its FIFO is full", "b is no number";
    Getc   = 0x68, "getc",   D,    Console,  Value,   1, "dst ← INT byte of standard input, or −1 at its end; waits for one", "";
    At     = 0x69, "at",     AB,   Software, Discard, 1, "the next pin write happens at cycle a", "always";
    Ldio   = 0x6a, "ldio",   DB,   Software, Value,   1, "dst ← peripheral register b", "always";
    Stio   = 0x6b, "stio",   AB,   Software, Discard, 1, "peripheral register b ← a", "always";
    Irq    = 0x6c, "irq",    DB,   Software, Value,   1, "dst ← interrupt mask; mask ← b", "always";
    Wfi    = 0x6d, "wfi",    None, Software, Discard, 1, "wait for an interrupt", "always";
    // Runtime intrinsics: tags and raw data. They never trap: arithmetic is on payloads, whatever
    // the tags.
    Tag    = 0x70, "tag",    DA,  Raw, Value, 1, "dst ← INT tag of a", "";
    Retag  = 0x71, "retag",  DAB, Raw, Value, 1, "dst ← payload of a with tag b", "";
    Ld     = 0x72, "ld",     DAB, Heap, Value, 4, "dst ← heap[a + b]", "";
    St     = 0x73, "st",     Store, Heap, Discard, 1, "heap[b + offset] ← a", "";
    Radd   = 0x74, "radd",   DAB, Raw, Value, 1, "dst ← INT a + b modulo 2³²", "";
    Rsub   = 0x75, "rsub",   DAB, Raw, Value, 1, "dst ← INT a − b modulo 2³²", "";
    Radc   = 0x76, "radc",   DAB, Raw, Value, 1, "dst ← INT carry of the unsigned a + b", "";
    Rmul   = 0x77, "rmul",   DAB, Multiplier, Value, 3, "dst ← INT a × b modulo 2³²", "";
    Rmulh  = 0x78, "rmulh",  DAB, Multiplier, Value, 3, "dst ← INT upper half of the unsigned a × b", "";
    Rltu   = 0x79, "rltu",   DAB, Raw, Value, 1, "dst ← BOOL unsigned a < b", "";
    Rshl   = 0x7a, "rshl",   DAB, Raw, Value, 1, "dst ← INT a << (b mod 32) modulo 2³²", "";
    Rshr   = 0x7b, "rshr",   DAB, Raw, Value, 1, "dst ← INT unsigned a >> (b mod 32)", "";
    Rclz   = 0x7c, "rclz",   DA,  Raw, Value, 1, "dst ← INT leading zeros of a, 0 … 32", "";

    // Events: vectors that no instruction names.
    Birq   = 0x7d, "event.irq",   None, Software, Retry, 1, "an interrupt was taken", "always";
    Bstack = 0x7e, "event.stack", None, Software, Retry, 1, "a frame or return link would not fit", "always";
    Bargs  = 0x7f, "event.args",  None, Software, Retry, 1, "call with other arguments than the descriptor's; b is their count", "always";

    // Control flow. Bit 7 marks what may redirect the fetch, bit 6 branches; see the core's decoder.
    Jmp    = 0x80, "jmp",    Jump,      Control, Discard, 1, "pc ← target", "";
    Tjmp   = 0x81, "tjmp",   Jump,      Control, Discard, 1, "enter the function at target in the present frame", "";
    Calld  = 0x82, "calld",  Call,      Control, Value,   1, "window[0] ← RAW pc; enter the function at entry, which the linker proved", "";
    Callp  = 0x83, "callp",  Call,      Control, Value,   1, "enter the function in window[0], predicted to be at entry", "window[0] is no FUNC";
    Ret    = 0x84, "ret",    B,         Control, Discard, 1, "leave the function; b goes where the return link says", "b is UNBOUND";
    Call   = 0x86, "call",   CallValue, Control, Value,   1, "enter the function in window[0]", "window[0] is no FUNC";

    // Compare and branch: taken if the comparison is true …
    Jeq    = 0xc0, "jeq",    BranchAB, Compare,  Branch, 1, "if a == b: pc ← target", "a or b is no number";
    Jne    = 0xc1, "jne",    BranchAB, Compare,  Branch, 1, "if a != b: pc ← target", "a or b is no number";
    Jlt    = 0xc2, "jlt",    BranchAB, Compare,  Branch, 1, "if a < b: pc ← target", "a or b is no number";
    Jle    = 0xc3, "jle",    BranchAB, Compare,  Branch, 1, "if a <= b: pc ← target", "a or b is no number";
    Jgt    = 0xc4, "jgt",    BranchAB, Compare,  Branch, 1, "if a > b: pc ← target", "a or b is no number";
    Jge    = 0xc5, "jge",    BranchAB, Compare,  Branch, 1, "if a >= b: pc ← target", "a or b is no number";
    Jis    = 0xc6, "jis",    BranchAB, Compare,  Branch, 1, "if a is b: pc ← target", "a or b is UNBOUND";
    Jin    = 0xc7, "jin",    BranchAB, Software, Branch, 1, "if a in b: pc ← target", "always";
    Jt     = 0xc8, "jt",     BranchA,  Compare,  Branch, 1, "if a: pc ← target", "a is neither number nor singleton";

    // … and if it is false, which is not the opposite comparison: `not (nan < 1)`.
    Fjeq   = 0xd0, "fjeq",   BranchAB, Compare,  Branch, 1, "if not (a == b): pc ← target", "a or b is no number";
    Fjne   = 0xd1, "fjne",   BranchAB, Compare,  Branch, 1, "if not (a != b): pc ← target", "a or b is no number";
    Fjlt   = 0xd2, "fjlt",   BranchAB, Compare,  Branch, 1, "if not (a < b): pc ← target", "a or b is no number";
    Fjle   = 0xd3, "fjle",   BranchAB, Compare,  Branch, 1, "if not (a <= b): pc ← target", "a or b is no number";
    Fjgt   = 0xd4, "fjgt",   BranchAB, Compare,  Branch, 1, "if not (a > b): pc ← target", "a or b is no number";
    Fjge   = 0xd5, "fjge",   BranchAB, Compare,  Branch, 1, "if not (a >= b): pc ← target", "a or b is no number";
    Fjis   = 0xd6, "fjis",   BranchAB, Compare,  Branch, 1, "if a is not b: pc ← target", "a or b is UNBOUND";
    Fjin   = 0xd7, "fjin",   BranchAB, Software, Branch, 1, "if a not in b: pc ← target", "always";
    Jf     = 0xd8, "jf",     BranchA,  Compare,  Branch, 1, "if not a: pc ← target", "a is neither number nor singleton";

    // Loops; their displacement is negative.
    Forup  = 0xdc, "forup",  BranchAB, Adder,    Discard, 1, "if a + 1 < b: a ← a + 1; pc ← target (a, b: INT)", "";
    Fordn  = 0xdd, "fordn",  BranchAB, Adder,    Discard, 1, "if a − 1 > b: a ← a − 1; pc ← target (a, b: INT)", "";
    Next   = 0xdf, "next",   BranchA,  Software, Retry,   1, "a's next item to the slot after a, or pc ← target", "always";
}

impl Opcode {
    /// The opcode with this number, if the table has it.
    pub fn from_code(code: u8) -> Option<Opcode> {
        INDEX[usize::from(code)].map(|i| ROWS[usize::from(i)].op)
    }

    /// The opcode with this mnemonic.
    pub fn from_mnemonic(mnemonic: &str) -> Option<Opcode> {
        ROWS.iter().find(|r| r.mnemonic == mnemonic).map(|r| r.op)
    }

    /// Its row.
    pub fn row(self) -> &'static Row {
        let index = INDEX[self as usize].expect("every opcode has a row");
        &ROWS[usize::from(index)]
    }

    /// Address of its trap vector in code memory.
    pub fn vector(self) -> u16 {
        self as u16
    }
}

/// Row index by opcode number.
const INDEX: [Option<u8>; 256] = {
    let mut index = [None; 256];
    let mut i = 0;
    while i < ROWS.len() {
        let code = ROWS[i].op as usize;
        assert!(index[code].is_none());
        index[code] = Some(i as u8);
        i += 1;
    }
    index
};
