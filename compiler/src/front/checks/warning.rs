//! CPython's syntax warnings.

use super::Checker;
use crate::error::Refusal;
use ruff_python_ast::{CmpOp, Expr, ExprCall, ExprCompare, ExprSubscript, Number, StmtAssert};
use ruff_text_size::{Ranged, TextRange};

const COMMA: &str = "perhaps you missed a comma?";

impl Checker {
    fn warn(&mut self, message: impl Into<String>, range: TextRange) {
        self.warnings.push(Refusal::syntax_warning(message, range));
    }

    /// `x is 1`.
    pub fn warn_of_identity(&mut self, compare: &ExprCompare) {
        let operands = [&*compare.left].into_iter().chain(&compare.comparators);
        let literals: Vec<bool> = operands.map(is_literal).collect();
        let pairs = literals.windows(2).zip(&compare.ops);
        let found = pairs
            .filter(|(pair, _)| pair.contains(&true))
            .find_map(|(_, op)| match op {
                CmpOp::Is => Some(r#""is" with a literal. Did you mean "=="?"#),
                CmpOp::IsNot => Some(r#""is not" with a literal. Did you mean "!="?"#),
                _ => None,
            });
        if let Some(message) = found {
            self.warn(message, compare.range);
        }
    }

    /// `assert (x, "message")`.
    pub fn warn_of_assert(&mut self, assert: &StmtAssert) {
        if matches!(&*assert.test, Expr::Tuple(tuple) if !tuple.elts.is_empty()) {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(message, assert.range);
        }
    }

    /// `"a" (x)`.
    pub fn warn_of_call(&mut self, call: &ExprCall) {
        let Some(class) = class_of(&call.func) else {
            return;
        };
        if class != "function" {
            let message = format!("'{class}' object is not callable; {COMMA}");
            self.warn(message, call.range());
        }
    }

    /// `1 [x]` and `"a" ["b"]`.
    pub fn warn_of_subscript(&mut self, subscript: &ExprSubscript) {
        let Some(class) = class_of(&subscript.value) else {
            return;
        };
        if !subscript.ctx.is_load() {
            return;
        }
        match class {
            "str" | "bytes" | "tuple" | "list" => {
                let index = class_of(&subscript.slice);
                if let Some(index) = index.filter(|index| !matches!(*index, "int" | "bool")) {
                    let message =
                        format!("{class} indices must be integers or slices, not {index}; {COMMA}");
                    self.warn(message, subscript.range);
                }
            }
            "dict" => {}
            _ => {
                let message = format!("'{class}' object is not subscriptable; {COMMA}");
                self.warn(message, subscript.range);
            }
        }
    }
}

/// True for a constant of which there may be equal ones.
fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => true,
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_constant),
        Expr::UnaryOp(unary) => is_literal(&unary.operand),
        Expr::BinOp(operation) => is_literal(&operation.left) && is_literal(&operation.right),
        _ => false,
    }
}

fn is_constant(expr: &Expr) -> bool {
    let single = expr.is_none_literal_expr() || expr.is_boolean_literal_expr();
    single || expr.is_ellipsis_literal_expr() || is_literal(expr)
}

/// The name of the class of what an expression always makes.
fn class_of(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) | Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::BooleanLiteral(_) => "bool",
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        _ => return None,
    })
}
