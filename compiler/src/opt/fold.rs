//! Constant folding, by CPython's rules. What would raise, or give an integer beyond
//! 32 bits, is left to the machine.

use crate::ir::{Const, Value};
use pyxl_isa::Opcode;

/// The value of `op(a, b)`, if both are constants and it has one.
pub fn operation(op: Opcode, a: &Value, b: Option<&Value>) -> Option<Const> {
    use Opcode::*;
    if op == Not {
        return truth(a).map(|truth| Const::Bool(!truth));
    }
    let (Value::Const(a), Value::Const(b)) = (a, b?) else {
        return None;
    };
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
    let (a, b) = (number(a)?, number(b)?);
    let result = match op {
        Add | Iadd | Pos => a.checked_add(b)?,
        Sub | Isub | Neg => a.checked_sub(b)?,
        Mul | Imul => a.checked_mul(b)?,
        Div | Idiv => floor_div(a, b)?,
        Mod | Imod => a - b * floor_div(a, b)?,
        And | Iand => a & b,
        Or | Ior => a | b,
        Xor | Ixor | Inv => a ^ b,
        Shl | Ishl if a == 0 && b >= 0 => 0,
        Shl | Ishl => a.checked_mul(1 << u32::try_from(b).ok().filter(|b| *b < 32)?)?,
        Shr | Ishr => a >> u32::try_from(b).ok()?.min(63),
        _ => return None,
    };
    i32::try_from(result).ok().map(Const::Int)
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
    let Value::Const(constant) = value else {
        return None;
    };
    match constant {
        Const::None => Some(false),
        Const::Bool(b) => Some(*b),
        Const::Int(n) => Some(*n != 0),
        Const::Float(bits) => Some(f64::from_bits(*bits) != 0.0),
        Const::Str(s) => Some(!s.is_empty()),
        Const::Bytes(bytes) => Some(!bytes.is_empty()),
        Const::Tuple(items) => Some(!items.is_empty()),
        Const::BigInt(_) | Const::Ellipsis | Const::Func(_) | Const::Class(_) => Some(true),
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
    let equal = match (number(a), number(b)) {
        (Some(a), Some(b)) => {
            return Some(match op {
                Opcode::Jeq => a == b,
                Opcode::Jne => a != b,
                Opcode::Jlt => a < b,
                Opcode::Jle => a <= b,
                Opcode::Jgt => a > b,
                Opcode::Jge => a >= b,
                _ => return None,
            })
        }
        _ if is_simple(a) && is_simple(b) => a == b,
        _ => return None,
    };
    match op {
        Opcode::Jeq => Some(equal),
        Opcode::Jne => Some(!equal),
        _ => None,
    }
}

/// True for constants that are equal exactly if they are the same constant, or one of
/// them is a number and the other is none.
fn is_simple(constant: &Const) -> bool {
    use Const::*;
    matches!(
        constant,
        None | Ellipsis | NotImplemented | Bool(_) | Int(_) | Str(_) | Bytes(_) | Func(_)
    )
}

fn number(constant: &Const) -> Option<i64> {
    match constant {
        Const::Int(n) => Some(i64::from(*n)),
        Const::Bool(b) => Some(i64::from(*b)),
        _ => None,
    }
}

fn floor_div(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div_euclid(b)?;
    // Euclid's remainder is never negative; Python's has the divisor's sign.
    let inexact = a.rem_euclid(b) != 0;
    Some(if b < 0 && inexact {
        quotient - 1
    } else {
        quotient
    })
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
    fn what_leaves_the_range_is_not_folded() {
        assert_eq!(ints(Opcode::Add, i32::MAX, 1), None);
        assert_eq!(ints(Opcode::Mul, 1 << 16, 1 << 16), None);
        assert_eq!(ints(Opcode::Div, i32::MIN, -1), None);
        assert_eq!(ints(Opcode::Shl, 1, 31), None);
        assert_eq!(ints(Opcode::Shl, 1, 100), None);
        assert_eq!(ints(Opcode::Neg, 0, i32::MIN), None);
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
