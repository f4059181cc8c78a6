//! `super()` without arguments.

use super::Lowerer;
use crate::front::runtime::Routine;
use crate::front::scope::{Resolution, CLASS_CELL};
use crate::ir::*;
use pyxl_isa::layout::{cell, tuple};
use ruff_text_size::TextRange;
use std::rc::Rc;

impl<'a> Lowerer<'_, 'a> {
    /// `super()`.
    pub fn bare_super(&mut self, span: TextRange) -> Value {
        let function = self.program.function(self.id);
        let class: Rc<str> = CLASS_CELL.into();
        let scope = self.program.scopes.get(function.scope);
        let owner = scope.symbol(&class).map(|symbol| symbol.resolution);
        let message = match owner {
            _ if scope.frame != self.scope => "super(): no arguments",
            _ if function.signature.positional == 0 && !function.signature.varargs => {
                "super(): no arguments"
            }
            Some(Resolution::Variable(owner)) => {
                let cell = Value::Var(self.cell_of(owner, &class));
                let class = self.word(&cell, cell::field::VALUE, span);
                let object = self.first_parameter(span);
                let args = [class, object];
                return Value::Var(self.call_runtime(Routine::NewSuper, &args, span));
            }
            _ => "super(): __class__ cell not found",
        };
        let error = self.program.builtin("RuntimeError").unwrap_or(Const::None);
        let message = Value::Const(Const::Str(message.into()));
        self.raise(Routine::RaiseMessage, &[Value::Const(error), message], span);
        Value::NONE
    }

    /// The first argument of the function.
    fn first_parameter(&mut self, span: TextRange) -> Value {
        let function = self.program.function(self.id);
        let (name, scope) = (function.params[0].clone(), function.scope);
        let packed = function.signature.positional == 0;
        let access = self.variables[&(scope, name.clone())];
        let value = self.load_variable(access, &name, span);
        match packed {
            true => self.word(&value, tuple::field::ITEMS, span),
            false => value,
        }
    }
}
