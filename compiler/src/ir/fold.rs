//! Constant folding, by CPython's rules. What would raise, or take long, is left to
//! the machine.

use super::{Const, Value};
use num_bigint::{BigInt, Sign};
use pyxl_isa::Opcode;
use ruff_python_ast::UnaryOp;
use std::rc::Rc;

/// Bits of the largest integer that an operation is folded to.
const MAX_BITS: u64 = 128;

/// Bytes of the longest text that a repetition is folded to.
const MAX_TEXT: usize = 64;

/// The value of `op(a, b)`, if both are constants and it has one.
pub fn operation(op: Opcode, a: &Value, b: Option<&Value>) -> Option<Const> {
    match (op, a) {
        (Opcode::Not, _) => truth(a).map(|truth| Const::Bool(!truth)),
        // Their second operand belongs to the instruction.
        (Opcode::Pos, Value::Const(a)) => unary(UnaryOp::UAdd, a),
        (Opcode::Inv, Value::Const(a)) => unary(UnaryOp::Invert, a),
        (Opcode::Neg, _) => match b? {
            Value::Const(b) => unary(UnaryOp::USub, b),
            _ => None,
        },
        (_, Value::Const(a)) => match b? {
            Value::Const(b) => binary(op, a, b),
            _ => None,
        },
        _ => None,
    }
}

/// The value of a unary operator.
pub fn unary(op: UnaryOp, a: &Const) -> Option<Const> {
    if op == UnaryOp::Not {
        return constant_truth(a).map(|truth| Const::Bool(!truth));
    }
    if let Some(a) = integer(a) {
        return Some(int(match op {
            UnaryOp::USub => -a,
            UnaryOp::Invert => !a,
            _ => a,
        }));
    }
    let negate = |bits: u64| (-f64::from_bits(bits)).to_bits();
    match (op, a) {
        (UnaryOp::UAdd, Const::Float(_) | Const::Complex(..)) => Some(a.clone()),
        (UnaryOp::USub, Const::Float(x)) => Some(Const::Float(negate(*x))),
        (UnaryOp::USub, Const::Complex(x, y)) => Some(Const::Complex(negate(*x), negate(*y))),
        _ => None,
    }
}

/// The value of a binary operator or of a comparison.
pub fn binary(op: Opcode, a: &Const, b: &Const) -> Option<Const> {
    use Opcode::*;
    if let Some(jump) = branch_of(op) {
        return compare(jump, a, b).map(Const::Bool);
    }
    if let (And | Or | Xor | Iand | Ior | Ixor, Const::Bool(a), Const::Bool(b)) = (op, a, b) {
        return Some(Const::Bool(match op {
            And | Iand => a & b,
            Or | Ior => a | b,
            _ => a ^ b,
        }));
    }
    if let (Some(x), Some(y)) = (integer(a), integer(b)) {
        return match op {
            Fdiv | Ifdiv => divide(float(a)?, float(b)?),
            _ => integers(op, x, y).map(int),
        };
    }
    match (a, b) {
        (Const::Str(a), Const::Str(b)) if matches!(op, Add | Iadd) => {
            Some(Const::Str(format!("{a}{b}").into()))
        }
        (Const::Str(text), Const::Int(n)) | (Const::Int(n), Const::Str(text)) => {
            let times = usize::try_from(*n).unwrap_or(0);
            let short = text.len().checked_mul(times)? <= MAX_TEXT;
            (short && matches!(op, Mul | Imul)).then(|| Const::Str(text.repeat(times).into()))
        }
        (Const::Complex(..), _) | (_, Const::Complex(..)) => complex(op, a, b),
        _ => {
            let (x, y) = (float(a)?, float(b)?);
            let result = match op {
                Add | Iadd => x + y,
                Sub | Isub => x - y,
                Mul | Imul => x * y,
                Fdiv | Ifdiv => return divide(x, y),
                _ => return None,
            };
            Some(Const::Float(result.to_bits()))
        }
    }
}

/// An operator on two integers.
fn integers(op: Opcode, a: BigInt, b: BigInt) -> Option<BigInt> {
    use Opcode::*;
    let small = |bits: u64| bits <= MAX_BITS;
    Some(match op {
        Add | Iadd => a + b,
        Sub | Isub => a - b,
        Mul | Imul => small(a.bits() + b.bits()).then(|| a * b)?,
        Div | Idiv => floor_div(&a, &b)?,
        Mod | Imod => &a - &b * floor_div(&a, &b)?,
        And | Iand => a & b,
        Or | Ior => a | b,
        Xor | Ixor => a ^ b,
        Shl | Ishl if a.sign() == Sign::NoSign && b.sign() != Sign::Minus => a,
        Shl | Ishl => {
            let by = u64::try_from(b).ok()?;
            small(a.bits().checked_add(by)?).then(|| a << by)?
        }
        Shr | Ishr => match u64::try_from(&b) {
            Ok(by) => {
                let bits = a.bits();
                a >> by.min(bits + 1)
            }
            Err(_) if b.sign() == Sign::Minus => return None,
            Err(_) => a >> (u64::from(u32::MAX)),
        },
        Pow | Ipow => {
            let exponent = u32::try_from(b).ok()?;
            small(a.bits().checked_mul(exponent.into())?).then(|| a.pow(exponent))?
        }
        _ => return None,
    })
}

/// Sums and differences with a complex number.
fn complex(op: Opcode, a: &Const, b: &Const) -> Option<Const> {
    let parts = |constant: &Const| match constant {
        Const::Complex(x, y) => Some((f64::from_bits(*x), f64::from_bits(*y))),
        _ => float(constant).map(|x| (x, 0.0)),
    };
    let ((ax, ay), (bx, by)) = (parts(a)?, parts(b)?);
    let (x, y) = match op {
        Opcode::Add | Opcode::Iadd => (ax + bx, ay + by),
        Opcode::Sub | Opcode::Isub => (ax - bx, ay - by),
        _ => return None,
    };
    Some(Const::Complex(x.to_bits(), y.to_bits()))
}

fn divide(a: f64, b: f64) -> Option<Const> {
    (b != 0.0).then(|| Const::Float((a / b).to_bits()))
}

/// The outcome of a comparing branch such as `Jlt`.
pub fn branch(op: Opcode, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Const(a), Value::Const(b)) => compare(op, a, b),
        _ => None,
    }
}

/// The truth of a value.
pub fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Const(constant) => constant_truth(constant),
        _ => None,
    }
}

fn constant_truth(constant: &Const) -> Option<bool> {
    match constant {
        Const::None => Some(false),
        Const::Bool(b) => Some(*b),
        Const::Int(n) => Some(*n != 0),
        Const::Float(x) => Some(f64::from_bits(*x) != 0.0),
        Const::Str(s) => Some(!s.is_empty()),
        Const::Bytes(s) => Some(!s.is_empty()),
        Const::Tuple(items) => Some(!items.is_empty()),
        Const::BigInt(_)
        | Const::Ellipsis
        | Const::Func(_)
        | Const::Class(_)
        | Const::HiddenClass(_) => Some(true),
        _ => None,
    }
}

/// The branch with the same comparison as an opcode with a value.
fn branch_of(op: Opcode) -> Option<Opcode> {
    Some(match op {
        Opcode::Eq => Opcode::Jeq,
        Opcode::Ne => Opcode::Jne,
        Opcode::Lt => Opcode::Jlt,
        Opcode::Le => Opcode::Jle,
        Opcode::Gt => Opcode::Jgt,
        Opcode::Ge => Opcode::Jge,
        _ => return None,
    })
}

fn compare(op: Opcode, a: &Const, b: &Const) -> Option<bool> {
    if let (Some(a), Some(b)) = (integer(a), integer(b)) {
        return Some(match op {
            Opcode::Jeq => a == b,
            Opcode::Jne => a != b,
            Opcode::Jlt => a < b,
            Opcode::Jle => a <= b,
            Opcode::Jgt => a > b,
            Opcode::Jge => a >= b,
            _ => return None,
        });
    }
    let simple = |constant: &Const| {
        matches!(
            constant,
            Const::None | Const::Ellipsis | Const::Bool(_) | Const::Int(_) | Const::Str(_)
        )
    };
    match op {
        Opcode::Jeq if simple(a) && simple(b) => Some(a == b),
        Opcode::Jne if simple(a) && simple(b) => Some(a != b),
        _ => None,
    }
}

/// The value of an integer, which a bool is as well.
fn integer(constant: &Const) -> Option<BigInt> {
    match constant {
        Const::Int(n) => Some(BigInt::from(*n)),
        Const::Bool(b) => Some(BigInt::from(u8::from(*b))),
        Const::BigInt(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// An integer as a constant.
pub fn int(n: BigInt) -> Const {
    match i32::try_from(&n) {
        Ok(n) => Const::Int(n),
        Err(_) => Const::BigInt(Rc::from(n.to_string())),
    }
}

/// The value of a real number as a double, if the conversion is exact.
fn float(constant: &Const) -> Option<f64> {
    match constant {
        Const::Float(bits) => Some(f64::from_bits(*bits)),
        Const::Int(n) => Some(f64::from(*n)),
        Const::Bool(b) => Some(f64::from(u8::from(*b))),
        _ => None,
    }
}

fn floor_div(a: &BigInt, b: &BigInt) -> Option<BigInt> {
    let quotient = a.checked_div(b)?;
    // This one was rounded towards zero.
    let rest = a - &quotient * b;
    let down = rest.sign() != Sign::NoSign && rest.sign() != b.sign();
    Some(if down { quotient - 1 } else { quotient })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(op: Opcode, a: Const, b: Const) -> Option<Const> {
        operation(op, &Value::Const(a), Some(&Value::Const(b)))
    }

    fn ints(op: Opcode, a: i32, b: i32) -> Option<i32> {
        match fold(op, Const::Int(a), Const::Int(b))? {
            Const::Int(n) => Some(n),
            other => panic!("{other:?} is no int"),
        }
    }

    #[test]
    fn division_rounds_down() {
        for (a, b, quotient, remainder) in [
            (7, 2, 3, 1),
            (-7, 2, -4, 1),
            (7, -2, -4, -1),
            (-7, -2, 3, -1),
            (6, -2, -3, 0),
            (0, -5, 0, 0),
        ] {
            assert_eq!(ints(Opcode::Div, a, b), Some(quotient), "{a} // {b}");
            assert_eq!(ints(Opcode::Mod, a, b), Some(remainder), "{a} % {b}");
        }
    }

    #[test]
    fn what_raises_is_not_folded() {
        assert_eq!(ints(Opcode::Div, 1, 0), None);
        assert_eq!(ints(Opcode::Mod, 1, 0), None);
        assert_eq!(ints(Opcode::Shl, 1, -1), None);
        assert_eq!(ints(Opcode::Shr, 1, -1), None);
        assert_eq!(fold(Opcode::Add, Const::Int(1), Const::None), None);
        assert_eq!(fold(Opcode::Lt, Const::Int(1), Const::None), None);
    }

    #[test]
    fn integers_leave_the_range_of_words() {
        for (op, a, b, digits) in [
            (Opcode::Add, i32::MAX, 1, "2147483648"),
            (Opcode::Mul, 1 << 16, 1 << 16, "4294967296"),
            (Opcode::Div, i32::MIN, -1, "2147483648"),
            (Opcode::Shl, 1, 31, "2147483648"),
            (Opcode::Shl, 1, 100, "1267650600228229401496703205376"),
            (Opcode::Pow, -3, 21, "-10460353203"),
            (Opcode::Neg, 0, i32::MIN, "2147483648"),
        ] {
            let result = fold(op, Const::Int(a), Const::Int(b));
            assert_eq!(result, Some(Const::BigInt(digits.into())), "{op:?}");
        }
        assert_eq!(ints(Opcode::Shl, 1, 1000), None);
        assert_eq!(ints(Opcode::Pow, 10, 1000), None);
    }

    #[test]
    fn floats_are_folded_exactly() {
        let float = |x: f64| Const::Float(x.to_bits());
        let half = fold(Opcode::Fdiv, Const::Int(1), Const::Int(2));
        assert_eq!(half, Some(float(0.5)));
        let sum = fold(Opcode::Add, float(0.1), float(0.2));
        assert_eq!(sum, Some(float(0.1 + 0.2)));
        assert_eq!(fold(Opcode::Fdiv, float(1.0), Const::Int(0)), None);
        assert_eq!(unary(UnaryOp::USub, &float(0.0)), Some(float(-0.0)));
    }

    #[test]
    fn shifts_may_be_wide() {
        assert_eq!(ints(Opcode::Shl, 0, 1000), Some(0));
        assert_eq!(ints(Opcode::Shr, -1, 1000), Some(-1));
        assert_eq!(ints(Opcode::Shl, -1, 31), Some(i32::MIN));
    }

    #[test]
    fn bools_stay_bools_in_bitwise_operations_only() {
        let (yes, no) = (Const::Bool(true), Const::Bool(false));
        assert_eq!(fold(Opcode::And, yes.clone(), no.clone()), Some(no.clone()));
        assert_eq!(
            fold(Opcode::Add, yes.clone(), yes.clone()),
            Some(Const::Int(2))
        );
        assert_eq!(
            fold(Opcode::Xor, yes.clone(), Const::Int(1)),
            Some(Const::Int(0))
        );
        assert_eq!(fold(Opcode::Inv, yes, Const::Int(-1)), Some(Const::Int(-2)));
    }

    #[test]
    fn equality_is_defined_for_all_types() {
        let text = Const::Str("1".into());
        assert_eq!(
            fold(Opcode::Eq, text.clone(), Const::Int(1)),
            Some(Const::Bool(false))
        );
        assert_eq!(fold(Opcode::Ne, text, Const::None), Some(Const::Bool(true)));
        assert_eq!(
            fold(Opcode::Eq, Const::Bool(true), Const::Int(1)),
            Some(Const::Bool(true))
        );
    }
}
