//! What an instruction makes of its two operands: what the tests of the core and those of the
//! model expect, each of which knows nothing of the other.

use pyxl_isa::{Opcode, Tag, Unit, Word};

/// What happens to an instruction in execute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    Trap,
    /// Its result.
    Value(Word),
    /// A branch is taken or not.
    Branch(bool),
    /// A loop goes on with this counter, or ends.
    Loop(Option<Word>),
    /// It does not trap, and what it does depends on more than its operands.
    Passes,
}

use Opcode::*;
use Outcome::{Branch, Loop, Passes, Trap, Value};

/// The outcome of `op` with the words `a` and `b`.
pub fn outcome(op: Opcode, a: Word, b: Word) -> Outcome {
    let numbers = a.is_number() && b.is_number();
    let (x, y) = (i64::from(a.signed()), i64::from(b.signed()));
    let (u, v) = (u64::from(a.payload), u64::from(b.payload));
    let int = |n: i64| i32::try_from(n).map_or(Trap, |n| Value(Word::int(n)));
    let low = |n: u64| Value(Word::int(n as i32));
    let bits = |n: u32| match (a.tag, b.tag) {
        (Tag::Bool, Tag::Bool) => Value(Word::new(Tag::Bool, n)),
        _ => Value(Word::int(n as i32)),
    };
    let bound = |word: Word, outcome| match word.tag {
        Tag::Unbound => Trap,
        _ => outcome,
    };
    match op {
        _ if op.row().unit == Unit::Software => Trap,
        // The unary ones have their second operand from the assembler.
        Add | Iadd | Pos if numbers => int(x + y),
        Sub | Isub | Neg if numbers => int(x - y),
        Mul | Imul if numbers => int(x * y),
        Div | Idiv if numbers && y != 0 => int(floor(x, y)),
        Mod | Imod if numbers && y != 0 => int(x - y * floor(x, y)),
        And | Iand if numbers => bits(a.payload & b.payload),
        Or | Ior if numbers => bits(a.payload | b.payload),
        Xor | Ixor | Inv if numbers => bits(a.payload ^ b.payload),
        Shl | Ishl if numbers && (0..32).contains(&y) => int(x << y),
        Shr | Ishr if numbers && (0..32).contains(&y) => int(x >> y),
        Mov | Lds => bound(b, Value(b)),
        Movr | Ldi => Value(b),
        Sts => Value(a),
        Opcode::Tag => low(a.tag as u64),
        Retag => Value(Word::new(Tag::from_bits(b.payload as u8), a.payload)),
        Radd => low(u.wrapping_add(v)),
        Rsub => low(u.wrapping_sub(v)),
        Radc => low((u + v) >> 32),
        Rmul => low(u * v),
        Rmulh => low((u * v) >> 32),
        Rltu => Value(Word::bool(u < v)),
        Rshl => low(u << (v % 32)),
        Rshr => low(u >> (v % 32)),
        Rclz => low(a.payload.leading_zeros().into()),
        Forup => Loop((x + 1 < y).then(|| Word::int(a.signed() + 1))),
        Fordn => Loop((x - 1 > y).then(|| Word::int(a.signed() - 1))),
        Out | Dir if numbers => Passes,
        Inp | Wait0 | Wait1 | Putc | Pute if b.is_number() => Passes,
        Call | Callp if a.tag == Tag::Func => Passes,
        Ret => bound(b, Passes),
        Nop | Halt | Setfp | Jmp | Tjmp | Calld | Cyc | Getc | Fp | Depth | Ld | St | Ldf | Stf
        | Ldl | Stl | Unwind => Passes,
        _ => match (compare(op, a, b), op.row().format.is_branch()) {
            (None, _) => Trap,
            (Some(truth), false) => Value(Word::bool(truth)),
            (Some(truth), true) => Branch(truth),
        },
    }
}

/// The quotient towards minus infinity.
fn floor(x: i64, y: i64) -> i64 {
    (x as f64 / y as f64).floor() as i64
}

/// What a comparison says, or whether a branch is taken; `None` if the operands forbid it.
fn compare(op: Opcode, a: Word, b: Word) -> Option<bool> {
    let numbers = a.is_number() && b.is_number();
    let order = numbers.then(|| a.signed().cmp(&b.signed()));
    let same = (a.tag != Tag::Unbound && b.tag != Tag::Unbound).then(|| a.bits() == b.bits());
    let truth = (a.is_number() || a.tag == Tag::None).then_some(a.payload != 0);
    let not = |b: bool| !b;
    match op {
        Eq | Jeq | Fjne => order.map(|o| o.is_eq()),
        Ne | Jne | Fjeq => order.map(|o| o.is_ne()),
        Lt | Jlt | Fjge => order.map(|o| o.is_lt()),
        Le | Jle | Fjgt => order.map(|o| o.is_le()),
        Gt | Jgt | Fjle => order.map(|o| o.is_gt()),
        Ge | Jge | Fjlt => order.map(|o| o.is_ge()),
        Is | Jis => same,
        Isnt | Fjis => same.map(not),
        Truth | Jt => truth,
        Not | Jf => truth.map(not),
        _ => None,
    }
}
