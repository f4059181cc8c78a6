//! Calls of functions that are known, or probably known, when the program is compiled.

use super::attribute_name::ATTRIBUTE_BUILTINS;
use super::call::window_slot;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::program::FunctionKind;
use crate::front::program::{Alias, ModuleRef};
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::layout::function::field as words;
use pyxl_isa::layout::{tuple, MANY_ARGUMENTS};
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::{Ranged, TextRange};

/// Builtin functions that compare the classes they get with others.
const COMPARING: [&str; 2] = ["isinstance", "issubclass"];

impl<'a> Lowerer<'_, 'a> {
    /// The function that an expression is if its value exists.
    pub fn static_function(&self, func: &Expr) -> Option<FuncId> {
        let constant = |constant: Const| match constant {
            Const::Func(id) => Some(id),
            _ => None,
        };
        match func {
            Expr::Name(name) if !self.in_runtime() && !self.in_namespace(&name.id) => {
                if self.is_unassigned(&name.id) {
                    return self.program.builtin(&name.id).and_then(constant);
                }
                match self.variable(&name.id)? {
                    Place::Global(global) => self.function_in(global),
                    Place::Var(_) => None,
                }
            }
            Expr::Attribute(attribute) => match self.static_module(&attribute.value)? {
                ModuleRef::Builtin(module) => {
                    let changed = self.program.changes_attribute(&attribute.attr);
                    let value = self.program.runtime.visible(&module, &attribute.attr)?;
                    constant(value.value.clone()).filter(|_| !changed)
                }
                ModuleRef::File(_) => self.function_in(self.member(attribute)?.1),
            },
            _ => None,
        }
    }

    /// The function that a global holds once it is bound.
    fn function_in(&self, global: Global) -> Option<FuncId> {
        if let Some(id) = self.program.constant_function(global) {
            return Some(id);
        }
        match self.program.alias_of(global)? {
            Alias::Const(Const::Func(id)) => Some(*id),
            Alias::Global(module, name) => {
                let global = *self.program.modules[*module].names.get(name)?;
                self.program.constant_function(global)
            }
            _ => None,
        }
    }

    /// A call of a function that is known: its arguments are bound here. None if they
    /// cannot be, or if the call may be wrong.
    pub fn known_call(
        &mut self,
        id: FuncId,
        call: &'a ExprCall,
        dst: Option<Place>,
    ) -> Result<Option<Value>, Refusal> {
        let function = self.program.function(id);
        // A generator needs its function.
        let plain = function.kind == FunctionKind::Plain;
        if !plain || call.arguments.args.len() > MANY_ARGUMENTS {
            return Ok(None);
        }
        let changed = ["__defaults__", "__kwdefaults__", "__code__"];
        if !function.runtime
            && changed
                .iter()
                .any(|name| self.program.changes_attribute(name))
        {
            return Ok(None);
        }
        let Some(arguments) = self.static_arguments(id, call) else {
            return Ok(None);
        };
        self.check(&call.func)?;
        let result = window_slot(dst, self);
        let span = call.range();
        let mut given = Self::given(call);
        if function.runtime && COMPARING.contains(&&*function.name) {
            self.hide_classes(&mut given);
        }
        let value = self.bound_call(id, &given, &arguments, result, span, |lowerer, param| {
            lowerer.default_value(id, param, span)
        })?;
        if let (true, Some(name)) = (
            function.runtime && ATTRIBUTE_BUILTINS.contains(&&*function.name),
            call.arguments.args.get(1),
        ) {
            if let Some(text) = self.known_prefix(name) {
                self.emit(
                    Op::Note(Note::MayExist(ValueKind::Prefix(text.into()))),
                    span,
                );
            }
        }
        Ok(Some(value))
    }

    /// The default value of a known function's parameter.
    fn default_value(&mut self, id: FuncId, param: usize, span: TextRange) -> Value {
        let function = self.program.function(id);
        if function.runtime {
            return Value::Const(self.program.runtime_default(id, param));
        }
        let signature = &function.signature;
        let default = signature.defaults[param].expect("the parameter has a default value");
        if let Some(constant) = self.constant(default) {
            return Value::Const(constant);
        }
        let func = Value::Const(Const::Func(id));
        if param < signature.positional {
            let before = &signature.defaults[..param];
            let index = before.iter().filter(|default| default.is_some()).count();
            let defaults = self.word(&func, words::DEFAULTS, span);
            return self.word(&defaults, tuple::field::ITEMS.at(index), span);
        }
        let name = Value::Const(Const::Str(signature.names[param].clone()));
        let defaults = self.word(&func, words::KWDEFAULTS, span);
        Value::Var(self.call_runtime(Routine::DictGet, &[defaults, name], span))
    }

    /// The function that a global probably is: that of the first `def` that binds it.
    pub fn likely_function(&self, global: Global) -> Option<FuncId> {
        let own = self.program.info(global).defs.first().copied();
        own.or_else(|| match self.program.alias_of(global)? {
            Alias::Global(module, name) => {
                let global = *self.program.modules[*module].names.get(name)?;
                self.program.info(global).defs.first().copied()
            }
            _ => None,
        })
    }
}
