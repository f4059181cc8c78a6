//! `print`: one call of the runtime per argument, separators as plain bytes.

use super::Lowerer;
use crate::error::Refusal;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::{Ranged, TextRange};

/// Longest text that is written byte by byte, without a string in the heap.
const INLINE_BYTES: usize = 4;

impl<'a> Lowerer<'_, 'a> {
    /// A call of `print`, whose value is `None`.
    pub fn print(&mut self, call: &'a ExprCall) -> Result<Value, Refusal> {
        let (mut separator, mut end) = (" ", "\n");
        for keyword in &call.arguments.keywords {
            let text = match keyword.arg.as_ref().map(|name| name.as_str()) {
                Some("sep") => &mut separator,
                Some("end") => &mut end,
                Some(name) => {
                    let feature = format!("`{name}` arguments of print");
                    return Err(Refusal::unsupported(feature, keyword.range));
                }
                None => return Err(Refusal::unsupported("starred arguments", keyword.range)),
            };
            let default = *text;
            *text = match &keyword.value {
                Expr::StringLiteral(literal) => literal.value.to_str(),
                Expr::NoneLiteral(_) => default,
                _ => {
                    let feature = "separators of print that are no constant strings";
                    return Err(Refusal::unsupported(feature, keyword.value.range()));
                }
            };
        }
        let args: Vec<&Expr> = call.arguments.args.iter().collect();
        if let Some(starred) = args.iter().find(|arg| arg.is_starred_expr()) {
            return Err(Refusal::unsupported("starred arguments", starred.range()));
        }
        let values = self.operands(&args)?;
        self.print_values(values, separator, end, call.range());
        Ok(Value::NONE)
    }

    /// Writes values to the standard output.
    pub fn print_values(
        &mut self,
        values: Vec<Value>,
        separator: &str,
        end: &str,
        span: TextRange,
    ) {
        for (i, value) in values.into_iter().enumerate() {
            if i > 0 {
                self.write_text(separator, span);
            }
            match &value {
                Value::Const(Const::Str(text)) => self.write_text(text, span),
                _ => {
                    self.call_runtime("write", &[value], span);
                }
            }
        }
        self.write_text(end, span);
    }

    fn write_text(&mut self, text: &str, span: TextRange) {
        if text.len() > INLINE_BYTES {
            let text = Value::Const(Const::Str(text.into()));
            self.call_runtime("write_string", &[text], span);
            return;
        }
        for byte in text.bytes() {
            self.effect(Opcode::Putc, None, Value::int(byte.into()), span);
        }
    }
}
