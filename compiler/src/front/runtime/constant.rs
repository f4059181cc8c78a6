//! Constant expressions of runtime files. A name may be used before it is defined.

use super::{machine_constant, Runtime};
use crate::error::Refusal;
use crate::ir::{Const, Global, ObjectField};
use ruff_python_ast::{Expr, Number, Operator, UnaryOp};
use ruff_text_size::Ranged;
use std::cell::RefCell;
use std::collections::HashMap;

/// The constants of the runtime.
#[derive(Debug, Default)]
pub struct Constants<'a> {
    expressions: HashMap<&'a str, (u16, &'a Expr)>,
    initials: Vec<(Global, u16, &'a Expr)>,
    /// Values as far as they were asked for; `None` while one is computed.
    values: RefCell<HashMap<String, Option<Const>>>,
}

impl<'a> Constants<'a> {
    /// A constant with its expression.
    pub fn declare(&mut self, name: &'a str, file: u16, value: &'a Expr) {
        self.expressions.insert(name, (file, value));
    }

    /// A constant with its value.
    pub fn set(&mut self, name: &str, value: Const) {
        self.values.get_mut().insert(name.into(), Some(value));
    }

    /// A variable with its initial value.
    pub fn initial(&mut self, variable: Global, file: u16, value: &'a Expr) {
        self.initials.push((variable, file, value));
    }

    /// The word of the table of layouts that a constant is: another name of it, or its distance
    /// from another one.
    pub fn table_word(&self, name: &str) -> Option<ObjectField> {
        let word = |expr: &Expr| ObjectField::named(&expr.as_name_expr()?.id);
        match self.expressions.get(name)?.1 {
            Expr::BinOp(operation) => word(&operation.right).and(word(&operation.left)),
            name => word(name),
        }
    }

    /// True for a constant that a file defines.
    pub fn contains(&self, name: &str) -> bool {
        self.expressions.contains_key(name)
    }

    /// The initial values of the variables.
    ///
    /// # Errors
    /// If one is no constant expression.
    pub fn initials(&self, runtime: &Runtime) -> Result<Vec<(Global, Const)>, Refusal> {
        let initial = |(global, file, expr): &(Global, u16, &'a Expr)| {
            let value = self.value(expr, runtime);
            Ok((*global, value.map_err(|refusal| refusal.in_file(*file))?))
        };
        self.initials.iter().map(initial).collect()
    }

    /// The value of a name; `Ok(None)` if there is none.
    ///
    /// # Errors
    /// If its definition is no constant expression.
    pub fn named(&self, name: &str, runtime: &Runtime) -> Result<Option<Const>, Refusal> {
        if let Some(value) = self.values.borrow().get(name) {
            return Ok(value.clone());
        }
        let value = if let Some((file, expr)) = self.expressions.get(name) {
            self.values.borrow_mut().insert(name.into(), None);
            let value = self.value(expr, runtime);
            value.map_err(|refusal| refusal.in_file(*file))?
        } else if let Some(id) = runtime.functions.get(name) {
            Const::Func(*id)
        } else if let Some(class) = runtime.class_names.get(name) {
            Const::Class(*class)
        } else if let Some(value) = machine_constant(name) {
            value
        } else {
            return Ok(None);
        };
        let mut values = self.values.borrow_mut();
        values.insert(name.into(), Some(value.clone()));
        Ok(Some(value))
    }

    /// The value of an expression.
    ///
    /// # Errors
    /// If it is no constant expression.
    pub fn value(&self, expr: &Expr, runtime: &Runtime) -> Result<Const, Refusal> {
        let value = |expr: &Expr| self.value(expr, runtime);
        let not_constant = || Refusal::wrong("not a constant expression", expr.range());
        Ok(match expr {
            Expr::NoneLiteral(_) => Const::None,
            Expr::EllipsisLiteral(_) => Const::Ellipsis,
            Expr::BooleanLiteral(b) => Const::Bool(b.value),
            Expr::StringLiteral(text) => Const::Str(text.value.to_str().into()),
            Expr::BytesLiteral(bytes) => Const::Bytes(bytes.value.bytes().collect()),
            Expr::NumberLiteral(number) => match &number.value {
                Number::Int(n) => match n.as_i64() {
                    Some(n) => integer(n),
                    None => return Err(not_constant()),
                },
                Number::Float(n) => Const::Float(n.to_bits()),
                Number::Complex { real, imag } => Const::Complex(real.to_bits(), imag.to_bits()),
            },
            Expr::Name(name) => self.named(&name.id, runtime)?.ok_or_else(not_constant)?,
            Expr::Tuple(tuple) => {
                let items = tuple.elts.iter().map(value);
                Const::Tuple(items.collect::<Result<_, _>>()?)
            }
            Expr::UnaryOp(unary) => match (unary.op, value(&unary.operand)?) {
                (UnaryOp::USub, Const::Int(n)) => integer(-i64::from(n)),
                (UnaryOp::USub, Const::BigInt(text)) => {
                    let n: i64 = text.parse().map_err(|_| not_constant())?;
                    integer(-n)
                }
                (UnaryOp::USub, Const::Float(bits)) => {
                    Const::Float((-f64::from_bits(bits)).to_bits())
                }
                (UnaryOp::Invert, Const::Int(n)) => Const::Int(!n),
                _ => return Err(not_constant()),
            },
            Expr::BinOp(binary) => {
                let operands = (value(&binary.left)?, value(&binary.right)?);
                operation(binary.op, operands).ok_or_else(not_constant)?
            }
            _ => return Err(not_constant()),
        })
    }
}

fn integer(n: i64) -> Const {
    match i32::try_from(n) {
        Ok(n) => Const::Int(n),
        Err(_) => Const::BigInt(n.to_string().into()),
    }
}

fn operation(op: Operator, operands: (Const, Const)) -> Option<Const> {
    let (a, b) = match operands {
        (Const::Int(a), Const::Int(b)) => (i64::from(a), i64::from(b)),
        (Const::Str(a), Const::Str(b)) if op == Operator::Add => {
            return Some(Const::Str(format!("{a}{b}").into()))
        }
        (Const::Float(a), Const::Float(b)) if op == Operator::Sub => {
            let difference = f64::from_bits(a) - f64::from_bits(b);
            // The sign of what is not a number depends on who calculates it.
            let nan = difference.is_nan().then_some(f64::NAN);
            return Some(Const::Float(nan.unwrap_or(difference).to_bits()));
        }
        (Const::LinkerSymbol(link, a), Const::Int(b)) => {
            return match op {
                Operator::Add => Some(Const::LinkerSymbol(link, a.checked_add(b)?)),
                Operator::Sub => Some(Const::LinkerSymbol(link, a.checked_sub(b)?)),
                _ => None,
            }
        }
        _ => return None,
    };
    let shift = || u32::try_from(b).ok();
    Some(integer(match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a.checked_mul(b)?,
        Operator::FloorDiv if b > 0 => a.div_euclid(b),
        Operator::Mod if b > 0 => a.rem_euclid(b),
        Operator::LShift => a.checked_shl(shift()?).filter(|n| n >> b == a)?,
        Operator::RShift => a.checked_shr(shift()?)?,
        Operator::BitAnd => a & b,
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        _ => return None,
    }))
}
