//! The instruction table: the only place that knows an opcode.
//!
//! Encoder, decoder, assembler, disassembler, model dispatch, the core's decode
//! ROM, the trap vectors and the reference in `docs/` derive from [`ROWS`]. The
//! table covers the whole machine; a row whose unit is [`Unit::Software`] has no
//! hardware yet and always traps to the runtime function of its vector.

use crate::layout::LinkKind;

pub use crate::checks::Checks;
pub use crate::format::{Destination, Format};

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

impl Unit {
    /// True if it has begun when an operand turns out to be no number: it then stays
    /// [`LONG_UNIT_REFUSAL`](crate::timing::LONG_UNIT_REFUSAL) longer than one cycle before it traps.
    pub fn refuses_late(self) -> bool {
        matches!(self, Unit::Multiplier | Unit::Divider)
    }
}

/// How the program continues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ControlFlow {
    /// With the next instruction.
    Next,
    /// At the target if the condition holds, which is predicted of a backward branch.
    Branch,
    /// The same, predicted of every one: the end of a counting loop.
    Count,
    /// At the target.
    Jump,
    /// In the function at the target, in the present frame.
    Enter,
    /// In the function at the entry, in a new frame.
    Call,
    /// In the function that is operand a, in a new frame.
    CallValue,
    /// Where the return link says.
    Return,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Operation.
    pub op: Opcode,
    /// Assembler mnemonic.
    pub mnemonic: &'static str,
    /// Operand format: what is read and written.
    pub format: Format,
    /// Executing unit.
    pub unit: Unit,
    /// How the program continues.
    pub flow: ControlFlow,
    /// What its trap handler's return does.
    pub link: LinkKind,
    /// Cycles in the execute stage when it does not trap; redirects and waits come on top
    /// (see [`crate::timing`]).
    pub cycles: u8,
    /// What must hold, or it traps.
    pub checks: Checks,
    /// The row of which this is a variant: the same operands, computation and checks, another
    /// vector. A row that is none is its own base.
    pub base: Opcode,
    /// The truth value of the base with which a branch is taken.
    pub sense: bool,
    /// Effect of the base, or of a variant that is no branch.
    text: &'static str,
}

impl Row {
    /// Effect, in the reference's notation.
    pub fn operation(&self) -> String {
        let condition = self.text.trim_start_matches("dst ← ");
        match (self.base == self.op, self.flow, self.sense) {
            (false, ControlFlow::Branch, true) => format!("if {condition}: pc ← target"),
            (false, ControlFlow::Branch, false) => format!("unless {condition}: pc ← target"),
            _ => self.text.into(),
        }
    }

    /// True if the instruction takes payloads, whatever the tags.
    pub fn is_raw(&self) -> bool {
        self.checks == Checks::NONE
    }
}

/// The forms of a row in [`instructions`].
macro_rules! row {
    // A variant of another row.
    ($op:ident, $mnemonic:literal, like $base:ident, $text:literal) => {
        Row { op: Opcode::$op, mnemonic: $mnemonic, text: $text, ..$base }
    };
    // The branch that is taken if a comparison is true; if it is false.
    ($op:ident, $mnemonic:literal, if $base:ident) => {
        Row {
            op: Opcode::$op,
            mnemonic: $mnemonic,
            format: $base.format.branch(),
            flow: ControlFlow::Branch,
            link: LinkKind::Branch,
            ..$base
        }
    };
    ($op:ident, $mnemonic:literal, unless $base:ident) => {
        Row { sense: false, ..row!($op, $mnemonic, if $base) }
    };
    // No hardware: always traps.
    ($op:ident, $mnemonic:literal, software $format:ident, $link:ident, $text:literal) => {
        row!($op, $mnemonic, $format, Software, $link, 1, [ALWAYS], $text)
    };
    // What changes the program's flow.
    ($op:ident, $mnemonic:literal, flow $flow:ident, $($column:tt)*) => {
        Row { flow: ControlFlow::$flow, ..row!($op, $mnemonic, $($column)*) }
    };
    ($op:ident, $mnemonic:literal, $format:ident, $unit:ident, $link:ident, $cycles:literal,
     [$($check:ident),*], $text:literal) => {
        Row {
            op: Opcode::$op,
            mnemonic: $mnemonic,
            format: Format::$format,
            unit: Unit::$unit,
            flow: ControlFlow::Next,
            link: LinkKind::$link,
            cycles: $cycles,
            checks: Checks::NONE$(.and(Checks::$check))*,
            base: Opcode::$op,
            sense: true,
            text: $text,
        }
    };
}

macro_rules! instructions {
    ($($op:ident = $code:literal, $mnemonic:literal, ($($column:tt)*);)*) => {
        /// Operation codes; the number is also the trap vector.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)] // each is documented by its row
        pub enum Opcode { $($op = $code,)* }

        /// Each row by its name, for the rows that are variants of it.
        #[allow(non_upper_case_globals)]
        mod rows {
            use super::*;
            $(pub const $op: Row = row!($op, $mnemonic, $($column)*);)*
        }

        /// The table, in order of opcode.
        pub const ROWS: &[Row] = &[$(rows::$op,)*];
    };
}

instructions! {
    // Neither operands nor flow; boot.
    Nop    = 0x00, "nop",    (None, Control, Discard, 1, [], "nothing");
    Halt   = 0x01, "halt",   (B, Control, Discard, 1, [], "stop the core; the host reads the literal b as the halt code");
    Setfp  = 0x02, "setfp",  (Frame, Control, Discard, 1, [], "fp ← address (boot code only)");

    // Moves.
    Mov    = 0x04, "mov",    (DB, Move, Value, 1, [B_BOUND], "dst ← b");
    Movr   = 0x05, "movr",   (DB, Move, Value, 1, [], "dst ← b, also UNBOUND");
    Ldi    = 0x06, "ldi",    (Immediate, Move, Value, 1, [], "dst ← INT imm");
    Lds    = 0x07, "lds",    (LoadStatic, Move, Value, 1, [B_BOUND], "dst ← static");
    Sts    = 0x08, "sts",    (StoreStatic, Move, Discard, 1, [], "static ← a");

    // Binary operators.
    Add    = 0x10, "add",    (DAB, Adder, Value, 1, [NUMBERS, OVERFLOW], "dst ← a + b");
    Sub    = 0x11, "sub",    (DAB, Adder, Value, 1, [NUMBERS, OVERFLOW], "dst ← a − b");
    Mul    = 0x12, "mul",    (DAB, Multiplier, Value, 3, [NUMBERS, OVERFLOW], "dst ← a × b");
    Div    = 0x13, "div",    (DAB, Divider, Value, 36, [NUMBERS, NONZERO, OVERFLOW], "dst ← ⌊a ÷ b⌋");
    Mod    = 0x14, "mod",    (DAB, Divider, Value, 36, [NUMBERS, NONZERO], "dst ← a − b⌊a ÷ b⌋");
    And    = 0x15, "and",    (DAB, Logic, Value, 1, [NUMBERS], "dst ← a & b");
    Or     = 0x16, "or",     (DAB, Logic, Value, 1, [NUMBERS], "dst ← a | b");
    Xor    = 0x17, "xor",    (DAB, Logic, Value, 1, [NUMBERS], "dst ← a ^ b");
    Shl    = 0x18, "shl",    (DAB, Shifter, Value, 1, [NUMBERS, SHIFT_COUNT, OVERFLOW], "dst ← a << b");
    Shr    = 0x19, "shr",    (DAB, Shifter, Value, 1, [NUMBERS, SHIFT_COUNT], "dst ← a >> b");
    Fdiv   = 0x1a, "fdiv",   (software DAB, Value, "dst ← a / b");
    Pow    = 0x1b, "pow",    (software DAB, Value, "dst ← a ** b");
    Mmul   = 0x1c, "mmul",   (software DAB, Value, "dst ← a @ b");

    // In-place operators: the same hardware, their own vectors.
    Iadd   = 0x20, "iadd",   (like Add, "dst ← a += b");
    Isub   = 0x21, "isub",   (like Sub, "dst ← a −= b");
    Imul   = 0x22, "imul",   (like Mul, "dst ← a ×= b");
    Idiv   = 0x23, "idiv",   (like Div, "dst ← a //= b");
    Imod   = 0x24, "imod",   (like Mod, "dst ← a %= b");
    Iand   = 0x25, "iand",   (like And, "dst ← a &= b");
    Ior    = 0x26, "ior",    (like Or, "dst ← a |= b");
    Ixor   = 0x27, "ixor",   (like Xor, "dst ← a ^= b");
    Ishl   = 0x28, "ishl",   (like Shl, "dst ← a <<= b");
    Ishr   = 0x29, "ishr",   (like Shr, "dst ← a >>= b");
    Ifdiv  = 0x2a, "ifdiv",  (like Fdiv, "dst ← a /= b");
    Ipow   = 0x2b, "ipow",   (like Pow, "dst ← a **= b");
    Immul  = 0x2c, "immul",  (like Mmul, "dst ← a @= b");

    // Comparisons to a value.
    Eq     = 0x30, "eq",     (DAB, Compare, Value, 1, [NUMBERS], "dst ← a == b");
    Ne     = 0x31, "ne",     (DAB, Compare, Value, 1, [NUMBERS], "dst ← a != b");
    Lt     = 0x32, "lt",     (DAB, Compare, Value, 1, [NUMBERS], "dst ← a < b");
    Le     = 0x33, "le",     (DAB, Compare, Value, 1, [NUMBERS], "dst ← a <= b");
    Gt     = 0x34, "gt",     (DAB, Compare, Value, 1, [NUMBERS], "dst ← a > b");
    Ge     = 0x35, "ge",     (DAB, Compare, Value, 1, [NUMBERS], "dst ← a >= b");
    Is     = 0x36, "is",     (DAB, Compare, Value, 1, [BOUND], "dst ← a is b");
    Isnt   = 0x37, "isnt",   (DAB, Compare, Value, 1, [BOUND], "dst ← a is not b");
    In     = 0x38, "in",     (software DAB, Value, "dst ← a in b");
    Nin    = 0x39, "nin",    (software DAB, Value, "dst ← a not in b");

    // Unary operators.
    Neg    = 0x3a, "neg",    (like Sub, "dst ← −b; a must hold INT 0");
    Pos    = 0x3b, "pos",    (like Add, "dst ← +a; b must be 0");
    Inv    = 0x3c, "inv",    (like Xor, "dst ← ~a; b must be −1");
    Not    = 0x3d, "not",    (DA, Compare, Value, 1, [A_TRUTH], "dst ← not a");
    Truth  = 0x3e, "truth",  (DA, Compare, Value, 1, [A_TRUTH], "dst ← bool(a)");

    // Attributes, items, iterators.
    Lda    = 0x40, "lda",    (software DAB, Value, "dst ← a.b");
    Sta    = 0x41, "sta",    (software Assign, Discard, "a.b ← value");
    Dela   = 0x42, "dela",   (software AB, Discard, "del a.b");
    Ldm    = 0x43, "ldm",    (software DAB, Value, "method a.b and its self to dst and the slot after it");
    Ldx    = 0x44, "ldx",    (software DAB, Value, "dst ← a[b]");
    Stx    = 0x45, "stx",    (software Assign, Discard, "a[b] ← value");
    Delx   = 0x46, "delx",   (software AB, Discard, "del a[b]");
    Iter   = 0x47, "iter",   (software DA, Value, "dst ← iter(a)");

    // Runtime: frames and return links.
    Fp     = 0x50, "fp",     (D, Frames, Value, 1, [], "dst ← INT frame pointer");
    Depth  = 0x51, "depth",  (D, Frames, Value, 1, [], "dst ← INT number of return links");
    Ldf    = 0x52, "ldf",    (DAB, Frames, Value, 4, [], "dst ← frame store[a + b], also UNBOUND");
    Stf    = 0x53, "stf",    (StoreFrame, Frames, Discard, 1, [], "frame store[b + offset] ← a, also UNBOUND");
    Ldl    = 0x54, "ldl",    (DAB, Frames, Value, 4, [], "dst ← INT field b of return link a");
    Stl    = 0x55, "stl",    (AB, Frames, Discard, 1, [], "field b of the pending link ← a");
    Unwind = 0x56, "unwind", (B, Frames, Discard, 1, [], "return link b + 1 ← the pending link; it is the topmost");

    // Pins, time and the console.
    Out    = 0x60, "out",    (AB, Pins, Discard, 1, [NUMBERS], "pin b ← a, and drive it");
    Dir    = 0x61, "dir",    (AB, Pins, Discard, 1, [NUMBERS], "drive pin b if a");
    Inp    = 0x62, "inp",    (DB, Pins, Value, 1, [B_NUMBER], "dst ← INT level of pin b");
    Wait0  = 0x63, "wait0",  (B, Pins, Retry, 1, [B_NUMBER], "wait while pin b is 0");
    Wait1  = 0x64, "wait1",  (B, Pins, Retry, 1, [B_NUMBER], "wait while pin b is 1");
    Cyc    = 0x65, "cyc",    (D, Pins, Value, 1, [], "dst ← INT cycle counter, modulo 2³¹");
    Putc   = 0x66, "putc",   (B, Console, Discard, 1, [B_NUMBER], "byte b to standard output; waits while its FIFO is full");
    Pute   = 0x67, "pute",   (B, Console, Discard, 1, [B_NUMBER], "byte b to standard error; waits while its FIFO is full");
    Getc   = 0x68, "getc",   (D, Console, Value, 1, [], "dst ← INT byte of standard input, or −1 at its end; waits for one");
    At     = 0x69, "at",     (software AB, Discard, "the next pin write happens at cycle a");
    Ldio   = 0x6a, "ldio",   (software DB, Value, "dst ← peripheral register b");
    Stio   = 0x6b, "stio",   (software AB, Discard, "peripheral register b ← a");
    Irq    = 0x6c, "irq",    (software DB, Value, "dst ← interrupt mask; mask ← b");
    Wfi    = 0x6d, "wfi",    (software None, Discard, "wait for an interrupt");
    // Runtime intrinsics: tags and raw data. They never trap: arithmetic is on payloads, whatever
    // the tags.
    Tag    = 0x70, "tag",    (DA, Raw, Value, 1, [], "dst ← INT tag of a");
    Retag  = 0x71, "retag",  (DAB, Raw, Value, 1, [], "dst ← payload of a with tag b");
    Ld     = 0x72, "ld",     (DAB, Heap, Value, 4, [], "dst ← heap[a + b]");
    St     = 0x73, "st",     (Store, Heap, Discard, 1, [], "heap[b + offset] ← a");
    Radd   = 0x74, "radd",   (DAB, Adder, Value, 1, [], "dst ← INT a + b modulo 2³²");
    Rsub   = 0x75, "rsub",   (DAB, Adder, Value, 1, [], "dst ← INT a − b modulo 2³²");
    Radc   = 0x76, "radc",   (DAB, Compare, Value, 1, [], "dst ← INT carry of the unsigned a + b");
    Rmul   = 0x77, "rmul",   (DAB, Multiplier, Value, 3, [], "dst ← INT a × b modulo 2³²");
    Rmulh  = 0x78, "rmulh",  (DAB, Multiplier, Value, 3, [], "dst ← INT upper half of the unsigned a × b");
    Rltu   = 0x79, "rltu",   (DAB, Compare, Value, 1, [], "dst ← BOOL unsigned a < b");
    Rshl   = 0x7a, "rshl",   (DAB, Shifter, Value, 1, [], "dst ← INT a << (b mod 32) modulo 2³²");
    Rshr   = 0x7b, "rshr",   (DAB, Shifter, Value, 1, [], "dst ← INT unsigned a >> (b mod 32)");
    Rclz   = 0x7c, "rclz",   (DA, Raw, Value, 1, [], "dst ← INT leading zeros of a, 0 … 32");

    // Events: vectors that no instruction names.
    Birq   = 0x7d, "event.irq", (software None, Retry, "an interrupt was taken");
    Bstack = 0x7e, "event.stack", (software None, Retry, "a frame or return link would not fit");
    Bargs  = 0x7f, "event.args", (software None, Retry, "call with other arguments than the descriptor's; b is their count");

    // Control flow. Bit 7 marks what may redirect the fetch, bit 6 branches; see the core's decoder.
    Jmp    = 0x80, "jmp",    (flow Jump, Jump, Control, Discard, 1, [], "pc ← target");
    Tjmp   = 0x81, "tjmp",   (flow Enter, Jump, Control, Discard, 1, [], "enter the function at target in the present frame");
    Calld  = 0x82, "calld",  (flow Call, CallDirect, Control, Value, 1, [], "window[0] ← RAW pc; enter the function at entry, which the linker proved");
    Callp  = 0x83, "callp",  (flow Call, Call, Control, Value, 1, [A_FUNCTION], "enter the function in window[0], predicted to be at entry");
    Ret    = 0x84, "ret",    (flow Return, B, Control, Discard, 1, [B_BOUND], "leave the function; b goes where the return link says");
    Call   = 0x86, "call",   (flow CallValue, CallValue, Control, Value, 1, [A_FUNCTION], "enter the function in window[0]");

    // Compare and branch: taken if the comparison is true …
    Jeq    = 0xc0, "jeq",    (if Eq);
    Jne    = 0xc1, "jne",    (if Ne);
    Jlt    = 0xc2, "jlt",    (if Lt);
    Jle    = 0xc3, "jle",    (if Le);
    Jgt    = 0xc4, "jgt",    (if Gt);
    Jge    = 0xc5, "jge",    (if Ge);
    Jis    = 0xc6, "jis",    (if Is);
    Jin    = 0xc7, "jin",    (if In);
    Jt     = 0xc8, "jt",     (if Truth);

    // … and if it is false, which is not the opposite comparison: `not (nan < 1)`.
    Fjeq   = 0xd0, "fjeq",   (unless Eq);
    Fjne   = 0xd1, "fjne",   (unless Ne);
    Fjlt   = 0xd2, "fjlt",   (unless Lt);
    Fjle   = 0xd3, "fjle",   (unless Le);
    Fjgt   = 0xd4, "fjgt",   (unless Gt);
    Fjge   = 0xd5, "fjge",   (unless Ge);
    Fjis   = 0xd6, "fjis",   (unless Is);
    Fjin   = 0xd7, "fjin",   (unless In);
    Jf     = 0xd8, "jf",     (unless Truth);

    // Loops; their displacement is negative.
    Forup  = 0xdc, "forup",  (flow Count, Counter, Adder, Discard, 1, [], "if a + 1 < b: a ← a + 1; pc ← target (a, b: INT)");
    Fordn  = 0xdd, "fordn",  (flow Count, Counter, Adder, Discard, 1, [], "if a − 1 > b: a ← a − 1; pc ← target (a, b: INT)");
    Next   = 0xdf, "next",   (flow Count, software BranchA, Retry, "a's next item to the slot after a, or pc ← target");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_of_operands_that_are_read() {
        let of_a = [
            Checks::A_NUMBER,
            Checks::A_BOUND,
            Checks::A_TRUTH,
            Checks::A_FUNCTION,
        ];
        let of_b = [
            Checks::B_NUMBER,
            Checks::B_BOUND,
            Checks::SHIFT_COUNT,
            Checks::NONZERO,
        ];
        for row in ROWS {
            let has = |checks: [Checks; 4]| checks.into_iter().any(|check| row.checks.has(check));
            assert!(row.format.reads_a() || !has(of_a), "{}", row.mnemonic);
            let b = row.format.reads_b() || row.format == Format::LoadStatic;
            assert!(b || !has(of_b), "{}", row.mnemonic);
        }
    }

    #[test]
    fn a_value_of_a_trap_has_where_to_go() {
        for row in ROWS.iter().filter(|row| row.link == LinkKind::Value) {
            let calls = matches!(row.flow, ControlFlow::Call | ControlFlow::CallValue);
            assert!(row.format.writes() || calls, "{}", row.mnemonic);
        }
    }

    #[test]
    fn variants_say_what_they_are() {
        let text = |op: Opcode| op.row().operation();
        assert_eq!(text(Opcode::Jlt), "if a < b: pc ← target");
        assert_eq!(text(Opcode::Fjlt), "unless a < b: pc ← target");
        assert_eq!(text(Opcode::Iadd), "dst ← a += b");
        assert_eq!(Opcode::Fjlt.row().base, Opcode::Lt);
        assert_eq!(
            Opcode::Isub.row().checks.reasons(),
            "a or b is no number; overflow"
        );
    }
}
