//! What an expression is worth before its width is known.

use crate::error::{Checked, Problem};
use crate::ir::Expr;

/// A value whose width may still be open: an integer literal takes that of its context.
pub(super) enum Value {
    Open(i128),
    Typed { expr: Expr, signed: bool },
}

pub(super) use Value::{Open, Typed};

pub(super) fn unsigned(expr: Expr) -> Value {
    Typed {
        expr,
        signed: false,
    }
}

impl Value {
    /// The expression and whether it is signed; a bare literal is refused.
    pub fn parts(self, context: &str) -> Checked<(Expr, bool)> {
        match self {
            Typed { expr, signed } => Ok((expr, signed)),
            Open(_) => Err(Problem::BareLiteral(context.into())),
        }
    }
}
