//! `print`: one call of the runtime per argument, separators as plain bytes.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::{Ranged, TextRange};

/// Longest text that is written byte by byte, without a string in the heap.
const INLINE_BYTES: usize = 4;

impl<'a> Lowerer<'_, 'a> {
    /// A call of `print` with nothing but plain arguments and constant separators. None if it
    /// is another one: then it is a call like any other.
    pub fn print(&mut self, call: &'a ExprCall) -> Result<Option<Value>, Refusal> {
        if self.program.changes_attribute("stdout") {
            return Ok(None);
        }
        let (mut separator, mut end) = (" ", "\n");
        for keyword in &call.arguments.keywords {
            let text = match keyword.arg.as_ref().map(|name| name.as_str()) {
                Some("sep") => &mut separator,
                Some("end") => &mut end,
                _ => return Ok(None),
            };
            match &keyword.value {
                Expr::StringLiteral(literal) => *text = literal.value.to_str(),
                Expr::NoneLiteral(_) => {}
                _ => return Ok(None),
            }
        }
        let args: Vec<&Expr> = call.arguments.args.iter().collect();
        if args.iter().any(|arg| arg.is_starred_expr()) {
            return Ok(None);
        }
        let values = self.operands(&args)?;
        self.print_values(values, separator, end, call.range());
        Ok(Some(Value::NONE))
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
                    self.call_runtime(Routine::Write, &[value], span);
                }
            }
        }
        self.write_text(end, span);
    }

    fn write_text(&mut self, text: &str, span: TextRange) {
        if text.len() > INLINE_BYTES {
            let text = Value::Const(Const::Str(text.into()));
            self.call_runtime(Routine::WriteString, &[text], span);
            return;
        }
        for byte in text.bytes() {
            self.effect(Opcode::Putc, None, Value::int(byte.into()), span);
        }
    }
}
