//! Attributes of what surely is a module.

use super::names::Named;
use super::variable::Access;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::program::{Alias, ModuleRef};
use crate::front::refuse;
use crate::ir::*;
use ruff_python_ast::{Expr, ExprAttribute};

impl<'a> Lowerer<'_, 'a> {
    /// The module that an expression surely is: a name that only `import` statements bind,
    /// or a submodule of one.
    pub fn static_module(&self, expr: &Expr) -> Option<ModuleRef> {
        if self.in_runtime() {
            return None;
        }
        match expr {
            Expr::Name(name) if !self.in_namespace(&name.id) => {
                let text = self.mangle(&name.id);
                let module = self.program.module_named(self.scope, &text)?;
                match self.denoted(&name.id) {
                    Named::Global(name) => {
                        let global = self.global_named(&name)?;
                        let known = !self.program.info(global).shared;
                        (known && self.is_bound(Place::Global(global))).then_some(module)
                    }
                    Named::Variable(Access::Slot(var)) => {
                        self.is_bound(Place::Var(var)).then_some(module)
                    }
                    Named::Variable(Access::Cell { key, .. }) => {
                        self.is_bound(Place::Var(key)).then_some(module)
                    }
                }
            }
            Expr::Attribute(attribute) => {
                let module = self.static_module(&attribute.value)?;
                let ModuleRef::File(number) = module else {
                    return None;
                };
                let global = *self.program.modules[number]
                    .names
                    .get(attribute.attr.as_str())?;
                match self.program.member(&module, &attribute.attr)? {
                    Alias::Module(child) if self.is_bound(Place::Global(global)) => Some(child),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The value of an attribute of what surely is a module, if it surely is bound.
    ///
    /// # Errors
    /// If it is there for something that is not supported.
    pub fn module_attribute(
        &mut self,
        attribute: &ExprAttribute,
    ) -> Result<Option<Value>, Refusal> {
        let Some(module) = self.static_module(&attribute.value) else {
            return Ok(None);
        };
        if let ModuleRef::Builtin(name) = &module {
            if let Some(feature) = refuse::attribute(name, &attribute.attr) {
                return Err(feature.at(attribute.range));
            }
        }
        Ok(self.member_value(&module, &attribute.attr))
    }

    fn member_value(&mut self, module: &ModuleRef, attr: &str) -> Option<Value> {
        match module {
            ModuleRef::Builtin(name) => {
                let value = self.program.runtime.visible(name, attr)?;
                let changed = self.program.changes_attribute(attr);
                (!changed).then(|| Value::Const(value.value.clone()))
            }
            ModuleRef::File(number) => {
                let global = *self.program.modules[*number].names.get(attr)?;
                let place = Place::Global(global);
                if !self.is_bound(place) || self.program.info(global).initial.is_some() {
                    return None;
                }
                self.note_load(place);
                Some(place.into())
            }
        }
    }
}
