//! Loads, stores and deletions of names.

use super::variable::Access;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::builtins::{unassigned, Unassigned};
use crate::front::runtime::Routine;
use crate::front::scope::{mangle, Resolution, ScopeKind};
use crate::front::{refuse, suggest};
use crate::ir::*;
use pyxl_isa::layout::cell;
use pyxl_isa::{Opcode, Unbound};
use ruff_python_ast::ExprName;
use ruff_text_size::TextRange;
use std::rc::Rc;

/// What a name denotes at some place.
pub enum Named {
    /// A variable of a function.
    Variable(Access),
    /// A global variable, or a builtin.
    Global(Rc<str>),
}

impl<'a> Lowerer<'_, 'a> {
    /// A name as it stands in the tables: private names of classes are mangled.
    pub fn mangle(&self, name: &str) -> Rc<str> {
        mangle(self.program.scopes.get(self.scope).class.as_deref(), name)
    }

    /// The slot or static slot of a name, if it simply is one.
    pub fn direct_place(&self, name: &str) -> Option<Place> {
        if self.in_namespace(name) {
            return None;
        }
        self.variable(name)
    }

    /// The slot or static slot that a name denotes, if the program binds it.
    pub fn variable(&self, name: &str) -> Option<Place> {
        match self.denoted(name) {
            Named::Variable(Access::Slot(var)) => Some(Place::Var(var)),
            Named::Variable(Access::Cell { .. }) => None,
            Named::Global(name) => self.global_named(&name).map(Place::Global),
        }
    }

    /// What a name denotes outside of namespaces.
    pub fn denoted(&self, name: &str) -> Named {
        let name = self.mangle(name);
        let symbol = self.program.scopes.get(self.scope).symbol(&name);
        match symbol.map(|symbol| symbol.resolution) {
            Some(Resolution::Variable(owner)) => Named::Variable(self.variables[&(owner, name)]),
            _ => Named::Global(name),
        }
    }

    /// True for a name of a class body, which is looked up in its namespace first.
    pub fn in_namespace(&self, name: &str) -> bool {
        let scope = self.program.scopes.get(self.scope);
        let symbol = scope.symbol(&self.mangle(name));
        scope.kind == ScopeKind::Class && symbol.is_none_or(|symbol| symbol.declared.is_none())
    }

    /// The variable that a global name denotes, if there is one.
    pub fn global_named(&self, name: &str) -> Option<Global> {
        match self.in_runtime() {
            true => self.program.runtime.variables.get(name).copied(),
            false => self.program.modules[self.module].names.get(name).copied(),
        }
    }

    /// The value of a name.
    pub fn load(&mut self, name: &ExprName) -> Result<Value, Refusal> {
        self.load_name(&name.id, name.range)
    }

    /// The value of a name that stands at `span`.
    ///
    /// # Errors
    /// If the name is not supported.
    pub fn load_name(&mut self, name: &str, span: TextRange) -> Result<Value, Refusal> {
        if !self.in_namespace(name) {
            return self.load_outside(name, span);
        }
        let result = self.temp();
        let (missing, found) = (self.block(), self.block());
        let key = Value::Const(Const::Str(self.mangle(name)));
        let namespace = self.namespace();
        let value = self.call_runtime(Routine::NamespaceGet, &[namespace, key], span);
        self.copy(Place::Var(result), Value::Var(value), span);
        let test = Test::Compare(Opcode::Jis, Value::Var(result), Value::Const(Const::End));
        self.branch(test, missing, found, span);
        self.place(missing);
        let value = self.load_outside(name, span)?;
        self.copy(Place::Var(result), value, span);
        self.jump(found, span);
        self.place(found);
        Ok(Value::Var(result))
    }

    /// The value of a name that is in no namespace object.
    fn load_outside(&mut self, name: &str, span: TextRange) -> Result<Value, Refusal> {
        match self.denoted(name) {
            Named::Variable(access) => Ok(self.load_variable(access, name, span)),
            Named::Global(name) => match self.global_named(&name) {
                Some(global) => Ok(self.load_global(global, span)),
                None if self.in_runtime() => self.runtime_name(&name, span),
                None => self.unassigned_name(&name, span),
            },
        }
    }

    /// A name that the module binds nowhere.
    fn unassigned_name(&mut self, text: &str, span: TextRange) -> Result<Value, Refusal> {
        if self.program.intrinsic(self.module, text).is_some() {
            return Err(refuse::Feature::IntrinsicValue.at(span));
        }
        if let Some(value) = self.program.builtin(text) {
            return Ok(Value::Const(value));
        }
        match unassigned(text) {
            Unassigned::Nothing => {
                let similar = self.similar_name(text, span);
                let name = Value::Const(Const::Str(text.into()));
                self.raise(Routine::NameError, &[name, similar], span);
                Ok(Value::NONE)
            }
            _ => Err(refuse::builtin(text, span)),
        }
    }

    /// What CPython suggests instead of a name: None, or the nearest one that is bound.
    fn similar_name(&mut self, text: &str, span: TextRange) -> Value {
        let program = self.program;
        let scope = program.scopes.get(self.scope);
        let locals: Vec<&str> = match scope.kind {
            ScopeKind::Module => vec![],
            _ => scope.variables(self.scope).map(|s| &*s.name).collect(),
        };
        let names = &program.modules[self.module].names;
        let (result, done) = (Place::Var(self.temp()), self.block());
        let mut unbound: Vec<&str> = vec![];
        loop {
            let bound = names.keys().map(|name| &**name);
            let bound = bound.filter(|name| !unbound.contains(name));
            let similar = suggest::similar(text, &locals, bound);
            let value = similar.map_or(Const::None, |name| Const::Str(name.into()));
            let name = similar.filter(|name| !locals.contains(name));
            let Some((name, global)) = name.and_then(|name| names.get_key_value(name)) else {
                self.copy(result, Value::Const(value), span);
                break;
            };
            let (next, found) = (self.block(), self.block());
            self.branch_unbound(Value::Global(*global), next, found, span);
            self.place(found);
            self.copy(result, Value::Const(value), span);
            self.jump(done, span);
            self.place(next);
            unbound.push(name);
        }
        self.jump(done, span);
        self.place(done);
        result.into()
    }

    /// Assigns a name.
    ///
    /// # Errors
    /// None yet.
    pub fn store_name(&mut self, name: &str, value: Value, span: TextRange) -> Result<(), Refusal> {
        let text = self.mangle(name);
        let symbol = self.program.scopes.get(self.scope).symbol(&text);
        if symbol.is_some_and(|symbol| symbol.resolution == Resolution::Namespace) {
            let key = Value::Const(Const::Str(text));
            let namespace = self.namespace();
            self.call_runtime(Routine::NamespaceSet, &[namespace, key, value], span);
            return Ok(());
        }
        match self.denoted(name) {
            Named::Variable(access) => self.store_variable(access, value, span),
            Named::Global(name) => {
                let global = self.global_named(&name);
                let place = Place::Global(global.expect("every bound name has a slot"));
                self.copy(place, value, span);
            }
        }
        Ok(())
    }

    /// Deletes a name.
    ///
    /// # Errors
    /// If the name is not supported.
    pub fn delete_name(&mut self, name: &str, span: TextRange) -> Result<(), Refusal> {
        let text = self.mangle(name);
        let symbol = self.program.scopes.get(self.scope).symbol(&text);
        if symbol.is_some_and(|symbol| symbol.resolution == Resolution::Namespace) {
            let key = Value::Const(Const::Str(text));
            let namespace = self.namespace();
            self.call_runtime(Routine::NamespaceDelete, &[namespace, key], span);
            return Ok(());
        }
        let unbound = |kind| Value::Const(Const::Unbound(kind, text.clone()));
        match self.denoted(name) {
            Named::Variable(access) => {
                self.load_variable(access, name, span);
                match access {
                    Access::Slot(var) => {
                        self.copy(Place::Var(var), unbound(Unbound::Local), span);
                    }
                    Access::Cell { cell, .. } => {
                        let empty = unbound(Unbound::Free);
                        self.put(empty, &Value::Var(cell), cell::field::VALUE, span);
                    }
                }
            }
            Named::Global(name) => {
                let global = self.global_named(&name).expect("a deleted name has a slot");
                match self.changed_builtin(global) {
                    Some(_) => self.checked(Place::Global(global).into(), span),
                    None => self.load_global(global, span),
                };
                let builtin = self.program.info(global).initial.clone();
                let empty = builtin.map_or(unbound(Unbound::Global), Value::Const);
                self.copy(Place::Global(global), empty, span);
            }
        }
        Ok(())
    }
}
