//! Literals and loop indices: integers without a width until their context gives one.

use super::value::{unsigned, Open, Value};
use crate::collect::hex_digits;
use crate::error::{Checked, Problem};
use crate::ir::Expr;
use rust_hdl::prelude::ast::VerilogOp;
use rust_hdl::prelude::VerilogLiteral;

/// The operator as Rust writes it.
pub(super) fn symbol(op: &VerilogOp) -> &'static str {
    match op {
        VerilogOp::Add => "+",
        VerilogOp::Sub => "-",
        VerilogOp::Mul => "*",
        VerilogOp::LogicalAnd => "&&",
        VerilogOp::LogicalOr => "||",
        VerilogOp::BitXor => "^",
        VerilogOp::BitAnd => "&",
        VerilogOp::BitOr => "|",
        VerilogOp::Shl => "<<",
        VerilogOp::Shr => ">>",
        VerilogOp::Eq => "==",
        VerilogOp::Lt => "<",
        VerilogOp::Le => "<=",
        VerilogOp::Ne => "!=",
        VerilogOp::Ge => ">=",
        VerilogOp::Gt => ">",
    }
}

/// The value of a literal.
pub(super) fn integer_value(literal: &VerilogLiteral) -> Checked<i128> {
    let digits = hex_digits(literal);
    i128::from_str_radix(&digits, 16)
        .map_err(|_| Problem::Unsupported(format!("the literal 0x{digits}")))
}

/// A literal in a context of `width` bits; a negative one in two's complement.
pub(super) fn fit(value: i128, width: usize, context: &str) -> Checked<Expr> {
    let wide = width > 126;
    let fits = wide || (value < 1 << width && value >= -(1 << (width - 1)));
    if !fits || (wide && value < 0) {
        return Err(Problem::LiteralRange {
            context: context.into(),
            value,
            width,
        });
    }
    let mask = if wide { u128::MAX } else { (1 << width) - 1 };
    Ok(Expr::Literal {
        value: value as u128 & mask,
        width,
    })
}

/// A shift amount in as few bits as it needs.
pub(super) fn shift_amount(value: i128) -> Checked<Expr> {
    let bits = (128 - value.max(1).leading_zeros()) as usize;
    fit(value, bits, "shift amount")
}

/// Arithmetic on literals and loop indices, in unbounded integers as Rust's `usize` has it
/// (Rust itself stops at an overflow).
pub(super) fn constant(op: &VerilogOp, a: i128, b: i128) -> Checked<Value> {
    let truth = |value: bool| {
        unsigned(Expr::Literal {
            value: value.into(),
            width: 1,
        })
    };
    let result = match op {
        VerilogOp::Add => a.checked_add(b),
        VerilogOp::Sub => a.checked_sub(b),
        VerilogOp::Mul => a.checked_mul(b),
        VerilogOp::BitAnd => Some(a & b),
        VerilogOp::BitOr => Some(a | b),
        VerilogOp::BitXor => Some(a ^ b),
        VerilogOp::Shl => u32::try_from(b)
            .ok()
            .and_then(|b| a.checked_mul(1i128.checked_shl(b)?)),
        VerilogOp::Shr => u32::try_from(b).ok().and_then(|b| a.checked_shr(b)),
        VerilogOp::Eq => return Ok(truth(a == b)),
        VerilogOp::Ne => return Ok(truth(a != b)),
        VerilogOp::Lt => return Ok(truth(a < b)),
        VerilogOp::Le => return Ok(truth(a <= b)),
        VerilogOp::Gt => return Ok(truth(a > b)),
        VerilogOp::Ge => return Ok(truth(a >= b)),
        VerilogOp::LogicalAnd | VerilogOp::LogicalOr => None,
    };
    result
        .map(Open)
        .ok_or_else(|| Problem::Unsupported(format!("{a} {} {b}", symbol(op))))
}
