//! The instruction table: the only place that knows an opcode.
//!
//! Encoder, decoder, assembler, disassembler, model dispatch, the core's decode
//! ROM, the trap vectors and the reference in `docs/` derive from [`ROWS`]. The
//! table covers the whole machine; a row whose unit is [`Unit::Software`] has no
//! hardware yet and always traps to the runtime function of its vector.

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
    /// `a, args`: window base and argument count (`b`, a literal).
    CallValue,
    /// `a, [b, offset]`: `dst` is an unsigned word offset from the object `b`.
    Store,
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
            DAB | DA | AB | StoreStatic | BranchAB | BranchA | Call | CallValue | Store
        )
    }

    /// True if field `b` is an operand, a slot or a literal.
    pub fn reads_b(self) -> bool {
        use Format::*;
        matches!(self, DAB | DB | AB | B | BranchAB | Store)
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
    /// No hardware yet: always traps.
    Software,
}

/// What a trap handler's return does: the kind of the return link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Link {
    /// The returned value goes to the destination; execution continues after the instruction.
    Value = 0,
    /// The returned value is dropped; execution continues after the instruction.
    Discard = 1,
    /// The instruction is fetched again and takes the returned `BOOL` as its comparison's result.
    Branch = 2,
    /// The instruction is executed again.
    Retry = 3,
}

impl Link {
    /// The kind with number `bits & 3`.
    pub fn from_bits(bits: u8) -> Link {
        [Link::Value, Link::Discard, Link::Branch, Link::Retry][usize::from(bits & 3)]
    }
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
    pub link: Link,
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
            link: Link::$link,
            busy: $busy,
            operation: $operation,
            traps: $traps,
        },)*];
    };
}

instructions! {
    // Control flow.
    Nop    = 0x00, "nop",    None,      Control, Discard, 1, "nothing", "";
    Halt   = 0x01, "halt",   B,         Control, Discard, 1, "stop the core; the host reads the literal b as the halt code", "";
    Jmp    = 0x02, "jmp",    Jump,      Control, Discard, 1, "pc ← target", "";
    Tjmp   = 0x03, "tjmp",   Jump,      Control, Discard, 1, "enter the function at target in the present frame", "";
    Calld  = 0x04, "calld",  Call,      Control, Value,   1, "window[0] ← RAW pc; enter the function at entry, which the linker proved", "";
    Callp  = 0x05, "callp",  Call,      Control, Value,   1, "enter the function in window[0], predicted to be at entry", "window[0] is no FUNC";
    Call   = 0x06, "call",   CallValue, Control, Value,   1, "enter the function in window[0]", "window[0] is no FUNC";
    Ret    = 0x07, "ret",    B,         Control, Discard, 1, "leave the function; b goes where the return link says", "b is UNBOUND";
    Setfp  = 0x08, "setfp",  Frame,     Control, Discard, 1, "fp ← address (boot code only)", "";

    // Moves.
    Mov    = 0x10, "mov",    DB,          Move, Value,   1, "dst ← b", "b is UNBOUND";
    Movr   = 0x11, "movr",   DB,          Move, Value,   1, "dst ← b, also UNBOUND", "";
    Ldi    = 0x12, "ldi",    Immediate,   Move, Value,   1, "dst ← INT imm", "";
    Lds    = 0x13, "lds",    LoadStatic,  Move, Value,   1, "dst ← static", "the static is UNBOUND";
    Sts    = 0x14, "sts",    StoreStatic, Move, Discard, 1, "static ← a", "";

    // Binary operators.
    Add    = 0x20, "add",    DAB, Adder,      Value, 1,  "dst ← a + b", "a or b is no number; overflow";
    Sub    = 0x21, "sub",    DAB, Adder,      Value, 1,  "dst ← a − b", "a or b is no number; overflow";
    Mul    = 0x22, "mul",    DAB, Multiplier, Value, 3,  "dst ← a × b", "a or b is no number; overflow";
    Div    = 0x23, "div",    DAB, Divider,    Value, 36, "dst ← ⌊a ÷ b⌋", "a or b is no number; b is zero; overflow";
    Mod    = 0x24, "mod",    DAB, Divider,    Value, 36, "dst ← a − b⌊a ÷ b⌋", "a or b is no number; b is zero";
    And    = 0x25, "and",    DAB, Logic,      Value, 1,  "dst ← a & b", "a or b is no number";
    Or     = 0x26, "or",     DAB, Logic,      Value, 1,  "dst ← a | b", "a or b is no number";
    Xor    = 0x27, "xor",    DAB, Logic,      Value, 1,  "dst ← a ^ b", "a or b is no number";
    Shl    = 0x28, "shl",    DAB, Shifter,    Value, 1,  "dst ← a << b", "a or b is no number; b not in 0 … 31; overflow";
    Shr    = 0x29, "shr",    DAB, Shifter,    Value, 1,  "dst ← a >> b", "a or b is no number; b not in 0 … 31";
    Fdiv   = 0x2a, "fdiv",   DAB, Software,   Value, 1,  "dst ← a / b", "always";
    Pow    = 0x2b, "pow",    DAB, Software,   Value, 1,  "dst ← a ** b", "always";
    Mmul   = 0x2c, "mmul",   DAB, Software,   Value, 1,  "dst ← a @ b", "always";

    // In-place operators: the same hardware, their own vectors.
    Iadd   = 0x30, "iadd",   DAB, Adder,      Value, 1,  "dst ← a += b", "a or b is no number; overflow";
    Isub   = 0x31, "isub",   DAB, Adder,      Value, 1,  "dst ← a −= b", "a or b is no number; overflow";
    Imul   = 0x32, "imul",   DAB, Multiplier, Value, 3,  "dst ← a ×= b", "a or b is no number; overflow";
    Idiv   = 0x33, "idiv",   DAB, Divider,    Value, 36, "dst ← a //= b", "a or b is no number; b is zero; overflow";
    Imod   = 0x34, "imod",   DAB, Divider,    Value, 36, "dst ← a %= b", "a or b is no number; b is zero";
    Iand   = 0x35, "iand",   DAB, Logic,      Value, 1,  "dst ← a &= b", "a or b is no number";
    Ior    = 0x36, "ior",    DAB, Logic,      Value, 1,  "dst ← a |= b", "a or b is no number";
    Ixor   = 0x37, "ixor",   DAB, Logic,      Value, 1,  "dst ← a ^= b", "a or b is no number";
    Ishl   = 0x38, "ishl",   DAB, Shifter,    Value, 1,  "dst ← a <<= b", "a or b is no number; b not in 0 … 31; overflow";
    Ishr   = 0x39, "ishr",   DAB, Shifter,    Value, 1,  "dst ← a >>= b", "a or b is no number; b not in 0 … 31";
    Ifdiv  = 0x3a, "ifdiv",  DAB, Software,   Value, 1,  "dst ← a /= b", "always";
    Ipow   = 0x3b, "ipow",   DAB, Software,   Value, 1,  "dst ← a **= b", "always";
    Immul  = 0x3c, "immul",  DAB, Software,   Value, 1,  "dst ← a @= b", "always";

    // Comparisons to a value.
    Eq     = 0x40, "eq",     DAB, Compare,  Value, 1, "dst ← a == b", "a or b is no number";
    Ne     = 0x41, "ne",     DAB, Compare,  Value, 1, "dst ← a != b", "a or b is no number";
    Lt     = 0x42, "lt",     DAB, Compare,  Value, 1, "dst ← a < b", "a or b is no number";
    Le     = 0x43, "le",     DAB, Compare,  Value, 1, "dst ← a <= b", "a or b is no number";
    Gt     = 0x44, "gt",     DAB, Compare,  Value, 1, "dst ← a > b", "a or b is no number";
    Ge     = 0x45, "ge",     DAB, Compare,  Value, 1, "dst ← a >= b", "a or b is no number";
    Is     = 0x46, "is",     DAB, Compare,  Value, 1, "dst ← a is b", "a or b is UNBOUND";
    Isnt   = 0x47, "isnt",   DAB, Compare,  Value, 1, "dst ← a is not b", "a or b is UNBOUND";
    In     = 0x48, "in",     DAB, Software, Value, 1, "dst ← a in b", "always";
    Nin    = 0x49, "nin",    DAB, Software, Value, 1, "dst ← a not in b", "always";

    // Unary operators.
    Neg    = 0x50, "neg",    DAB, Adder,   Value, 1, "dst ← −b; a must hold INT 0", "b is no number; overflow";
    Pos    = 0x51, "pos",    DAB, Adder,   Value, 1, "dst ← +a; b must be 0", "a is no number";
    Inv    = 0x52, "inv",    DAB, Logic,   Value, 1, "dst ← ~a; b must be −1", "a is no number";
    Not    = 0x53, "not",    DA,  Compare, Value, 1, "dst ← not a", "a is neither number nor singleton";
    Truth  = 0x54, "truth",  DA,  Compare, Value, 1, "dst ← bool(a)", "a is neither number nor singleton";

    // Compare and branch: taken if the comparison is true …
    Jeq    = 0x60, "jeq",    BranchAB, Compare,  Branch, 1, "if a == b: pc ← target", "a or b is no number";
    Jne    = 0x61, "jne",    BranchAB, Compare,  Branch, 1, "if a != b: pc ← target", "a or b is no number";
    Jlt    = 0x62, "jlt",    BranchAB, Compare,  Branch, 1, "if a < b: pc ← target", "a or b is no number";
    Jle    = 0x63, "jle",    BranchAB, Compare,  Branch, 1, "if a <= b: pc ← target", "a or b is no number";
    Jgt    = 0x64, "jgt",    BranchAB, Compare,  Branch, 1, "if a > b: pc ← target", "a or b is no number";
    Jge    = 0x65, "jge",    BranchAB, Compare,  Branch, 1, "if a >= b: pc ← target", "a or b is no number";
    Jis    = 0x66, "jis",    BranchAB, Compare,  Branch, 1, "if a is b: pc ← target", "a or b is UNBOUND";
    Jin    = 0x67, "jin",    BranchAB, Software, Branch, 1, "if a in b: pc ← target", "always";
    Jt     = 0x68, "jt",     BranchA,  Compare,  Branch, 1, "if a: pc ← target", "a is neither number nor singleton";
    // … and if it is false, which is not the opposite comparison: `not (nan < 1)`.
    Fjeq   = 0x70, "fjeq",   BranchAB, Compare,  Branch, 1, "if not (a == b): pc ← target", "a or b is no number";
    Fjne   = 0x71, "fjne",   BranchAB, Compare,  Branch, 1, "if not (a != b): pc ← target", "a or b is no number";
    Fjlt   = 0x72, "fjlt",   BranchAB, Compare,  Branch, 1, "if not (a < b): pc ← target", "a or b is no number";
    Fjle   = 0x73, "fjle",   BranchAB, Compare,  Branch, 1, "if not (a <= b): pc ← target", "a or b is no number";
    Fjgt   = 0x74, "fjgt",   BranchAB, Compare,  Branch, 1, "if not (a > b): pc ← target", "a or b is no number";
    Fjge   = 0x75, "fjge",   BranchAB, Compare,  Branch, 1, "if not (a >= b): pc ← target", "a or b is no number";
    Fjis   = 0x76, "fjis",   BranchAB, Compare,  Branch, 1, "if a is not b: pc ← target", "a or b is UNBOUND";
    Fjin   = 0x77, "fjin",   BranchAB, Software, Branch, 1, "if a not in b: pc ← target", "always";
    Jf     = 0x78, "jf",     BranchA,  Compare,  Branch, 1, "if not a: pc ← target", "a is neither number nor singleton";

    // Loops.
    Forup  = 0x7c, "forup",  BranchAB, Adder,    Discard, 1, "if a + 1 < b: a ← a + 1; pc ← target (a, b: INT)", "";
    Fordn  = 0x7d, "fordn",  BranchAB, Adder,    Discard, 1, "if a − 1 > b: a ← a − 1; pc ← target (a, b: INT)", "";
    Iter   = 0x7e, "iter",   DA,       Software, Value,   1, "dst ← iter(a)", "always";
    Next   = 0x7f, "next",   BranchA,  Software, Retry,   1, "a's next item to the slot after a, or pc ← target", "always";

    // Attributes and items.
    Lda    = 0x80, "lda",    DAB,   Software, Value,   1, "dst ← a.b", "always";
    Sta    = 0x81, "sta",    Store, Software, Discard, 1, "b.name ← a", "always";
    Dela   = 0x82, "dela",   AB,    Software, Discard, 1, "del a.b", "always";
    Ldm    = 0x83, "ldm",    DAB,   Software, Value,   1, "method a.b and its self to dst and the slot after it", "always";
    Ldx    = 0x84, "ldx",    DAB,   Software, Value,   1, "dst ← a[b]", "always";
    Stx    = 0x85, "stx",    Store, Software, Discard, 1, "b[…] ← a", "always";
    Delx   = 0x86, "delx",   AB,    Software, Discard, 1, "del a[b]", "always";

    // Construction.
    Btup   = 0x90, "btup",   DAB, Software, Value, 1, "dst ← tuple of b words from slot a", "always";
    Blist  = 0x91, "blist",  DAB, Software, Value, 1, "dst ← list of b words from slot a", "always";
    Bdict  = 0x92, "bdict",  DAB, Software, Value, 1, "dst ← dict of b pairs from slot a", "always";
    Bset   = 0x93, "bset",   DAB, Software, Value, 1, "dst ← set of b words from slot a", "always";
    Bstr   = 0x94, "bstr",   DAB, Software, Value, 1, "dst ← concatenation of b strings from slot a", "always";
    Bslice = 0x95, "bslice", DAB, Software, Value, 1, "dst ← slice(a, b)", "always";
    Unpack = 0x96, "unpack", DAB, Software, Value, 1, "b items of a to dst and the slots after it", "always";
    Fmt    = 0x97, "fmt",    DAB, Software, Value, 1, "dst ← format(a, b)", "always";

    // Functions, cells, generators, classes.
    Mkfn   = 0xa0, "mkfn",   DAB,       Software, Value,   1, "dst ← function a with defaults and closure b", "always";
    Mkcell = 0xa1, "mkcell", DB,        Software, Value,   1, "dst ← cell holding b", "always";
    Ldcell = 0xa2, "ldcell", DA,        Software, Value,   1, "dst ← contents of cell a", "always";
    Stcell = 0xa3, "stcell", AB,        Software, Discard, 1, "contents of cell a ← b", "always";
    Callk  = 0xa4, "callk",  CallValue, Software, Value,   1, "call window[0] with keywords or unpacking", "always";
    Yield  = 0xa5, "yield",  DB,        Software, Value,   1, "suspend with b; dst ← the value sent", "always";
    Resume = 0xa6, "resume", DAB,       Software, Value,   1, "dst ← generator a resumed with b", "always";
    Mkcls  = 0xa7, "mkcls",  DAB,       Software, Value,   1, "dst ← class from the namespace a and bases b", "always";
    Import = 0xa8, "import", DB,        Software, Value,   1, "dst ← module b", "always";

    // Exceptions.
    Raise  = 0xb0, "raise",  AB, Software, Discard, 1, "raise a from b", "always";
    Rerais = 0xb1, "reraise", None, Software, Discard, 1, "raise the handled exception again", "always";
    Exc    = 0xb2, "exc",    D,  Software, Value,   1, "dst ← the handled exception", "always";
    Match  = 0xb3, "match",  DAB, Software, Value,  1, "dst ← exception a is an instance of b", "always";
    Popexc = 0xb4, "popexc", B, Software, Discard, 1, "the handled exception ← b", "always";

    // Pins, time and the console.
    Out    = 0xc0, "out",    AB,   Pins,     Discard, 1, "pin b ← a, and drive it", "a or b is no number";
    Dir    = 0xc1, "dir",    AB,   Pins,     Discard, 1, "drive pin b if a", "a or b is no number";
    Inp    = 0xc2, "inp",    DB,   Pins,     Value,   1, "dst ← INT level of pin b", "b is no number";
    Wait0  = 0xc3, "wait0",  B,    Pins,     Retry,   1, "wait while pin b is 0", "b is no number";
    Wait1  = 0xc4, "wait1",  B,    Pins,     Retry,   1, "wait while pin b is 1", "b is no number";
    Cyc    = 0xc5, "cyc",    D,    Pins,     Value,   1, "dst ← INT cycle counter, modulo 2³¹", "";
    Putc   = 0xc6, "putc",   B,    Console,  Discard, 1, "byte b to standard output; waits while its FIFO is full", "b is no number";
    Pute   = 0xc7, "pute",   B,    Console,  Discard, 1, "byte b to standard error; waits while its FIFO is full", "b is no number";
    Getc   = 0xc8, "getc",   D,    Software, Value,   1, "dst ← byte of standard input, or −1", "always";
    At     = 0xc9, "at",     AB,   Software, Discard, 1, "the next pin write happens at cycle a", "always";
    Ldio   = 0xca, "ldio",   DB,   Software, Value,   1, "dst ← peripheral register b", "always";
    Stio   = 0xcb, "stio",   AB,   Software, Discard, 1, "peripheral register b ← a", "always";
    Irq    = 0xcc, "irq",    DB,   Software, Value,   1, "dst ← interrupt mask; mask ← b", "always";
    Wfi    = 0xcd, "wfi",    None, Software, Discard, 1, "wait for an interrupt", "always";

    // Runtime intrinsics: tags and raw data. They never trap.
    Tag    = 0xd0, "tag",    DA,  Raw, Value, 1, "dst ← INT tag of a", "";
    Retag  = 0xd1, "retag",  DAB, Raw, Value, 1, "dst ← payload of a with tag b", "";
    Ld     = 0xd2, "ld",     DAB, Heap, Value, 4, "dst ← heap[a + b]", "";
    St     = 0xd3, "st",     Store, Heap, Discard, 1, "heap[b + offset] ← a", "";
    Radd   = 0xd4, "radd",   DAB, Software, Value, 1, "dst ← a + b modulo 2³²", "always";
    Rsub   = 0xd5, "rsub",   DAB, Software, Value, 1, "dst ← a − b modulo 2³²", "always";
    Radc   = 0xd6, "radc",   DAB, Software, Value, 1, "dst ← carry of a + b", "always";
    Rmul   = 0xd7, "rmul",   DAB, Software, Value, 3, "dst ← a × b modulo 2³²", "always";
    Rmulh  = 0xd8, "rmulh",  DAB, Software, Value, 3, "dst ← upper half of the unsigned a × b", "always";
    Rltu   = 0xd9, "rltu",   DAB, Software, Value, 1, "dst ← unsigned a < b", "always";
    Rshl   = 0xda, "rshl",   DAB, Software, Value, 1, "dst ← a << b modulo 2³²", "always";
    Rshr   = 0xdb, "rshr",   DAB, Software, Value, 1, "dst ← unsigned a >> b", "always";
    Rclz   = 0xdc, "rclz",   DA,  Software, Value, 1, "dst ← leading zeros of a", "always";

    // Allocation and collection.
    Alloc  = 0xe0, "alloc",  DAB, Software, Value,   1, "dst ← new object with header a and size class b", "always";
    Copy   = 0xe1, "copy",   DAB, Software, Discard, 1, "copy b words between objects", "always";
    Fill   = 0xe2, "fill",   DAB, Software, Discard, 1, "fill b words of object a", "always";
    Gc     = 0xe3, "gc",     DB,  Software, Value,   1, "collector command b", "always";

    // Events: vectors that no instruction names.
    Birq   = 0xfd, "event.irq",   None, Software, Retry, 1, "an interrupt was taken", "always";
    Bstack = 0xfe, "event.stack", None, Software, Retry, 1, "a frame or return link would not fit", "always";
    Bargs  = 0xff, "event.args",  None, Software, Retry, 1, "call with other arguments than the descriptor's; b is their count", "always";
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
