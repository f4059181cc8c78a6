//! Operand formats: which fields of an instruction word are what.

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
    /// `a, b, target`: the same, and the instruction also writes a, its counter.
    Counter,
    /// `target`: a code address in `dst:b`.
    Jump,
    /// `a, entry, args`: window base, descriptor address and argument count in `dst:b`.
    Call,
    /// `a, entry, args`: the same, but the window's base is written, not read.
    CallDirect,
    /// `a, args`: window base and argument count (`b`, a slot or a literal).
    CallValue,
    /// `a, [b, offset]`: `dst` is an unsigned word offset from the address `b`.
    Store,
    /// `a, [b, offset]`: the same, and the address is one of the frame store.
    StoreFrame,
    /// `value, a, b`: `dst` is a slot, which only the trap's handler reads, through the return
    /// link's destination; `b` is a slot or a literal.
    Assign,
    /// `address`: a frame-store address in `dst:b`.
    Frame,
}

/// Where the result of an instruction goes, its own or its trap handler's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// The slot in field `dst`.
    Dst,
    /// The slot in field `a`: a counter, or the window of a call.
    A,
    /// The static slot in the long field `dst:b`.
    Static,
    /// The word of the frame store at the address `b` + offset.
    Address,
}

impl Format {
    /// All formats, in the order of the reference.
    pub const ALL: [Format; 21] = [
        Format::None,
        Format::DAB,
        Format::DA,
        Format::DB,
        Format::D,
        Format::AB,
        Format::B,
        Format::Immediate,
        Format::LoadStatic,
        Format::StoreStatic,
        Format::BranchAB,
        Format::BranchA,
        Format::Counter,
        Format::Jump,
        Format::Call,
        Format::CallDirect,
        Format::CallValue,
        Format::Store,
        Format::StoreFrame,
        Format::Assign,
        Format::Frame,
    ];

    /// True if field `a` names a slot that the instruction reads.
    pub const fn reads_a(self) -> bool {
        use Format::*;
        matches!(
            self,
            DAB | DA
                | AB
                | StoreStatic
                | BranchAB
                | BranchA
                | Counter
                | Call
                | CallValue
                | Store
                | StoreFrame
                | Assign
        )
    }

    /// True if field `b` is an operand, a slot or a literal.
    pub const fn reads_b(self) -> bool {
        use Format::*;
        matches!(
            self,
            DAB | DB | AB | B | BranchAB | Counter | CallValue | Store | StoreFrame | Assign
        )
    }

    /// True if the instruction itself, when it does not trap, writes its destination.
    pub const fn writes(self) -> bool {
        use Format::*;
        matches!(
            self,
            DAB | DA
                | DB
                | D
                | Immediate
                | LoadStatic
                | StoreStatic
                | Counter
                | CallDirect
                | StoreFrame
        )
    }

    /// Where a result goes.
    pub const fn destination(self) -> Destination {
        match self {
            Format::Counter | Format::Call | Format::CallDirect | Format::CallValue => {
                Destination::A
            }
            Format::StoreStatic => Destination::Static,
            Format::StoreFrame => Destination::Address,
            _ => Destination::Dst,
        }
    }

    /// True if field `dst` is a displacement from the instruction.
    pub const fn is_branch(self) -> bool {
        matches!(self, Format::BranchAB | Format::BranchA | Format::Counter)
    }

    /// The format of a branch with the operands of a comparison.
    pub(crate) const fn branch(self) -> Format {
        match self {
            Format::DAB => Format::BranchAB,
            Format::DA => Format::BranchA,
            _ => panic!("no comparison"),
        }
    }
}
