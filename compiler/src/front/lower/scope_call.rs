//! `globals()`, and `locals()`, `vars()` and `dir()` without arguments: the variables around a
//! call.

use super::{Access, Lowerer};
use crate::error::Refusal;
use crate::front::refuse::Feature;
use crate::front::runtime::Routine;
use crate::front::scope::{Resolution, ScopeKind, CLASS_CELL};
use crate::ir::*;
use pyxl_isa::layout::cell;
use ruff_python_ast::{ExprCall, ExprName};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

impl<'a> Lowerer<'_, 'a> {
    /// A call that asks for the variables around it; `None` if this is another call.
    ///
    /// # Errors
    /// If the variables have no names there.
    pub fn scope_call(
        &mut self,
        call: &'a ExprCall,
        name: &ExprName,
    ) -> Result<Option<Value>, Refusal> {
        let span = call.range();
        let feature = match name.id.as_str() {
            "globals" => Feature::Globals,
            "locals" => Feature::Locals,
            "vars" => Feature::Vars,
            "dir" => Feature::Dir,
            _ => return Ok(None),
        };
        if !call.arguments.is_empty() {
            return Ok(None);
        }
        let kind = self.program.scopes.get(self.scope).kind;
        let variables = match (feature, kind) {
            (Feature::Globals, _) | (Feature::Locals | Feature::Dir, ScopeKind::Module) => {
                self.module_namespace(span)
            }
            (_, ScopeKind::Class) => self.namespace(),
            (_, ScopeKind::Module | ScopeKind::Comprehension) => return Err(feature.at(span)),
            (_, ScopeKind::Function) => self.local_variables(span),
        };
        Ok(Some(match feature {
            Feature::Dir => Value::Var(self.call_runtime(Routine::SortedNames, &[variables], span)),
            _ => variables,
        }))
    }

    /// The module's variables, which change with what is returned.
    fn module_namespace(&mut self, span: TextRange) -> Value {
        let module = self.program.modules[self.module].name.clone();
        let module = Value::Const(Const::Module(module));
        Value::Var(self.call_runtime(Routine::ModuleDict, &[module], span))
    }

    /// A new dictionary of the function's variables that have values.
    fn local_variables(&mut self, span: TextRange) -> Value {
        let dict = Value::Var(self.call_runtime(Routine::NewDict, &[], span));
        let symbols = self.program.scopes.get(self.scope).symbols.iter();
        let mut variables: Vec<_> = symbols.filter(|s| *s.name != *CLASS_CELL).collect();
        // As in CPython: parameters, other variables, those of functions around this one.
        let parameters = &self.program.function(self.id).signature.names;
        variables.sort_by_key(|symbol| {
            let parameter = parameters.iter().position(|name| *name == symbol.name);
            let own = symbol.resolution == Resolution::Variable(self.scope);
            (!own, parameter.unwrap_or(parameters.len()), symbol.captured)
        });
        let variables: Vec<(Rc<str>, Access)> = variables
            .into_iter()
            .filter_map(|symbol| match symbol.resolution {
                Resolution::Variable(owner) => {
                    let access = self.variables.get(&(owner, symbol.name.clone()))?;
                    Some((symbol.name.clone(), *access))
                }
                _ => None,
            })
            .collect();
        for (name, access) in variables {
            let value = match access {
                Access::Slot(var) => Value::Var(var),
                Access::Cell { cell, .. } => self.word(&Value::Var(cell), cell::field::VALUE, span),
            };
            let (bound, done) = (self.block(), self.block());
            self.branch_unbound(value.clone(), done, bound, span);
            self.place(bound);
            let args = [dict.clone(), Value::Const(Const::Str(name)), value];
            self.call_runtime(Routine::DictSet, &args, span);
            self.jump(done, span);
            self.place(done);
        }
        dict
    }
}
