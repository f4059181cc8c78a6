//! Constants: `pyxl-hdl-macros` hands each over as a loop that never runs.

use super::literal::{fit, integer_value};
use super::Lowering;
use crate::error::{Checked, Problem};
use crate::ir::Expr;
use crate::names;
use rust_hdl::prelude::ast::{VerilogExpression, VerilogLoop};

/// What stands before the name in the index of such a loop.
const PREFIX: &str = "_constant_";

/// The letters of an identifier for a name as rust-hdl writes it.
fn spelled(key: &str) -> String {
    key.replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

impl Lowering<'_> {
    /// Whether a loop declares a constant.
    pub(super) fn declare(&mut self, unrolled: &VerilogLoop) -> Checked<bool> {
        let Some(name) = unrolled.index.strip_prefix(PREFIX) else {
            return Ok(false);
        };
        let value = integer_value(&unrolled.from)?;
        if self.nets.raw_names().any(|signal| spelled(signal) == name) {
            return Err(Problem::AmbiguousConstant(name.into()));
        }
        match self.constants.insert(name.into(), value) {
            Some(other) if other != value => Err(Problem::AmbiguousConstant(name.into())),
            _ => Ok(true),
        }
    }

    /// The value of a constant, by rust-hdl's name for it.
    pub(super) fn constant(&self, key: &str) -> Option<i128> {
        self.constants.get(&spelled(key)).copied()
    }

    /// The value of `expression`, which has no width of its own, in `width` bits. A constant keeps
    /// its name.
    pub(super) fn fitted(
        &self,
        expression: &VerilogExpression,
        value: i128,
        width: usize,
        context: &str,
    ) -> Checked<Expr> {
        let literal = fit(value, width, context)?;
        match expression {
            VerilogExpression::Paren(inner) => self.fitted(inner, value, width, context),
            VerilogExpression::Signal(raw) => {
                let key = self.key(raw)?;
                Ok(match (self.constant(&key), literal) {
                    (Some(_), Expr::Literal { value, width }) => Expr::Constant {
                        name: names::identifier(key.trim_start_matches(['_', '$']))?,
                        value,
                        width,
                    },
                    (_, literal) => literal,
                })
            }
            _ => Ok(literal),
        }
    }
}
