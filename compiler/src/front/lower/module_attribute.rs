//! Attributes of what surely is a module.
//!
//! A name that only `import` statements bind is a module wherever it is bound. So it is checked,
//! and what it has is known.

use super::names::Named;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::program::{Alias, ModuleRef};
use crate::front::refuse;
use crate::ir::*;
use pyxl_isa::layout::ClassId;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprAttribute};

impl<'a> Lowerer<'_, 'a> {
    /// The module that an expression is if its value exists: a name that only `import`
    /// statements bind, or a submodule of one.
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
                        (!self.program.info(global).shared).then_some(module)
                    }
                    Named::Variable(_) => Some(module),
                }
            }
            Expr::Attribute(attribute) => {
                let (module, _) = self.member(attribute)?;
                match self.program.member(&module, &attribute.attr)? {
                    Alias::Module(child) => Some(child),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The module and the variable of its file that an attribute denotes.
    pub fn member(&self, attribute: &ExprAttribute) -> Option<(ModuleRef, Global)> {
        let module = self.static_module(&attribute.value)?;
        let ModuleRef::File(number) = module else {
            return None;
        };
        let names = &self.program.modules[number].names;
        let global = *names.get(attribute.attr.as_str())?;
        (!self.all_modules_have(&attribute.attr)).then_some((module, global))
    }

    /// True for what the class of modules gives those that have no variable of this name.
    fn all_modules_have(&self, name: &str) -> bool {
        let runtime = &self.program.runtime;
        let class = runtime.class_with_id(ClassId::MODULE);
        let classes = class.map(|class| runtime.linearise(class));
        let mut classes = classes.iter().flatten();
        classes.any(|class| {
            let mut members = runtime.class(*class).members.iter();
            members.any(|(member, _)| *member == name)
        })
    }

    /// Raises here what evaluating a name or a variable of a module raises if it is unbound.
    ///
    /// # Errors
    /// Those of names.
    pub fn check(&mut self, expr: &'a Expr) -> Result<(), Refusal> {
        match expr {
            Expr::Name(name) => self.load(name).map(drop),
            Expr::Attribute(attribute) => self.check_attribute(attribute),
            _ => Ok(()),
        }
    }

    fn check_attribute(&mut self, attribute: &'a ExprAttribute) -> Result<(), Refusal> {
        self.check(&attribute.value)?;
        let Some((module, global)) = self.member(attribute) else {
            return Ok(());
        };
        let (missing, found) = (self.rare_block(), self.block());
        self.branch_unbound(Value::Global(global), missing, found, attribute.range);
        self.place(missing);
        let object = Some(self.module_object(&module));
        let name = Some(self.attribute_name(&attribute.attr));
        let (value, span) = (self.or_temp(None), self.member_span(attribute));
        self.compute(Opcode::Lda, value, object, name, span);
        self.exit(Exit::Unreachable, span);
        self.place(found);
        Ok(())
    }

    /// The value of an attribute of what is a module, if it is known.
    ///
    /// # Errors
    /// If it is there for something that is not supported.
    pub fn module_attribute(
        &mut self,
        attribute: &'a ExprAttribute,
    ) -> Result<Option<Value>, Refusal> {
        if let Some(ModuleRef::Builtin(module)) = self.static_module(&attribute.value) {
            let attr = attribute.attr.as_str();
            if let Some(feature) = refuse::attribute(&module, attr) {
                return Err(feature.at(attribute.range));
            }
            let shown = self.program.runtime.visible(&module, attr);
            let Some(shown) = shown.filter(|_| !self.program.changes_attribute(attr)) else {
                return Ok(None);
            };
            let value = Value::Const(shown.value.clone());
            self.check(&attribute.value)?;
            return Ok(Some(value));
        }
        let member = self.member(attribute);
        let member = member.filter(|(_, global)| self.program.info(*global).initial.is_none());
        let Some((_, global)) = member else {
            return Ok(None);
        };
        self.check_attribute(attribute)?;
        Ok(Some(Value::Global(global)))
    }
}
