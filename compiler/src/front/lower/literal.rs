//! Constants: literals, and operations and tuples of them.

use super::Lowerer;
use crate::ir::{fold, Const};
use num_bigint::BigInt;
use ruff_python_ast::{Expr, Int, Number};

impl Lowerer<'_, '_> {
    /// The value of an expression that has no names, and whose evaluation can neither
    /// raise an exception nor make a new mutable object.
    pub fn constant(&self, expr: &Expr) -> Option<Const> {
        Some(match expr {
            Expr::NoneLiteral(_) => Const::None,
            Expr::EllipsisLiteral(_) => Const::Ellipsis,
            Expr::BooleanLiteral(literal) => Const::Bool(literal.value),
            Expr::StringLiteral(literal) => Const::Str(literal.value.to_str().into()),
            Expr::BytesLiteral(literal) => {
                let bytes: Vec<u8> = literal.value.bytes().collect();
                Const::Bytes(bytes.into())
            }
            Expr::NumberLiteral(literal) => number(&literal.value),
            Expr::Tuple(tuple) => {
                let items = tuple.elts.iter().map(|element| self.constant(element));
                Const::Tuple(items.collect::<Option<Vec<_>>>()?.into())
            }
            Expr::UnaryOp(unary) => fold::unary(unary.op, &self.constant(&unary.operand)?)?,
            Expr::BinOp(binary) => {
                let op = super::expression::binary_opcode(binary.op, false);
                let left = self.constant(&binary.left)?;
                fold::binary(op, &left, &self.constant(&binary.right)?)?
            }
            _ => return None,
        })
    }
}

/// The value of a number's literal.
fn number(number: &Number) -> Const {
    match number {
        Number::Int(n) => int(n),
        Number::Float(x) => Const::Float(x.to_bits()),
        Number::Complex { real, imag } => Const::Complex(real.to_bits(), imag.to_bits()),
    }
}

/// The value of an integer's literal.
fn int(literal: &Int) -> Const {
    if let Some(n) = literal.as_u64() {
        return fold::int(BigInt::from(n));
    }
    // The source of a large one.
    let digits = literal.to_string().replace('_', "").to_ascii_lowercase();
    let radix = [("0x", 16), ("0o", 8), ("0b", 2)];
    let prefixed = radix
        .iter()
        .find_map(|(prefix, radix)| Some((digits.strip_prefix(prefix)?, *radix)));
    let (digits, radix) = prefixed.unwrap_or((&digits, 10));
    let value = BigInt::parse_bytes(digits.as_bytes(), radix);
    fold::int(value.expect("the parser has checked the digits"))
}
