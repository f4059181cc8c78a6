//! Loads, stores and deletions of names.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::builtins::{unassigned, Unassigned};
use crate::front::program::{Alias, ModuleRef};
use crate::front::runtime::Routine;
use crate::front::scope::{mangle, Resolution, ScopeKind};
use crate::front::{refuse, suggest};
use crate::ir::dataflow::Lattice;
use crate::ir::*;
use pyxl_isa::layout::cell;
use pyxl_isa::{Opcode, Tag, Unbound};
use ruff_python_ast::{Expr, ExprAttribute, ExprName};
use ruff_text_size::TextRange;
use std::rc::Rc;

/// Where a variable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// In a slot of the frame.
    Slot(Var),
    /// In a cell.
    Cell {
        /// The slot with the cell.
        cell: Var,
        /// A slot that only stands for the variable in what is known to be bound.
        key: Var,
        /// It is a variable of a function around this one.
        free: bool,
    },
}

/// What a name denotes at some place.
enum Named {
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

    fn denoted(&self, name: &str) -> Named {
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

    fn global_named(&self, name: &str) -> Option<Global> {
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

    /// The value of a function's variable.
    pub fn load_variable(&mut self, access: Access, name: &str, span: TextRange) -> Value {
        match access {
            Access::Slot(var) => {
                let place = Place::Var(var);
                if self.is_bound(place) {
                    return place.into();
                }
                self.maybe_unbound.insert(var);
                let temp = self.checked(place.into(), span);
                self.bind(place);
                temp
            }
            Access::Cell { cell, key, free } => {
                let temp = self.temp();
                let word = Value::int(cell::VALUE as i32);
                self.load_word(Place::Var(temp), Value::Var(cell), word, span);
                if self.is_bound(Place::Var(key)) {
                    return Value::Var(temp);
                }
                if !free {
                    self.check_own(temp, name, span);
                    self.bind(Place::Var(key));
                    return Value::Var(temp);
                }
                let value = self.checked(Value::Var(temp), span);
                self.bind(Place::Var(key));
                value
            }
        }
    }

    /// Raises if a word that was loaded from a cell of this function is unbound. The word
    /// names a free variable, but here it is a local one.
    fn check_own(&mut self, word: Var, name: &str, span: TextRange) {
        let (fail, done) = (self.rare_block(), self.block());
        self.branch_unbound(Value::Var(word), fail, done, span);
        self.place(fail);
        let name = self.mangle(name);
        self.checked(Value::Const(Const::Unbound(Unbound::Local, name)), span);
        self.jump(done, span);
        self.place(done);
    }

    /// Goes to `yes` if a word is unbound, else to `no`.
    pub fn branch_unbound(&mut self, word: Value, yes: BlockId, no: BlockId, span: TextRange) {
        let tag = Place::Var(self.temp());
        self.compute(Opcode::Tag, tag, Some(word), None, span);
        let unbound = Value::int(Tag::Unbound as i32);
        let test = Test::Compare(Opcode::Jeq, tag.into(), unbound);
        self.branch(test, yes, no, span);
    }

    /// The value, which raises here if it is unbound.
    fn checked(&mut self, src: Value, span: TextRange) -> Value {
        let temp = self.temp();
        let op = Op::Move {
            dst: Place::Var(temp),
            src,
            checked: true,
        };
        self.emit(op, span);
        Value::Var(temp)
    }

    /// The value of a global variable.
    pub fn load_global(&mut self, global: Global, span: TextRange) -> Value {
        let place = Place::Global(global);
        self.note_load(place);
        if let Some(alias) = self.program.alias_of(global) {
            if let (Alias::Const(constant), true) = (alias, self.is_bound(place)) {
                return Value::Const(constant.clone());
            }
        }
        if self.is_bound(place) {
            return place.into();
        }
        if let Some(builtin) = self.changed_builtin(global) {
            return self.load_either(place, builtin, span);
        }
        let value = self.checked(place.into(), span);
        self.bind(place);
        value
    }

    /// The builtin that a module's variable hides, if the program changes it.
    fn changed_builtin(&self, global: Global) -> Option<Place> {
        let name = &self.program.info(global).name;
        let builtin = *self.program.patched.get(name)?;
        (builtin != global && !self.in_runtime()).then_some(Place::Global(builtin))
    }

    /// The value of a variable, or that of the builtin if it is unbound.
    fn load_either(&mut self, place: Place, builtin: Place, span: TextRange) -> Value {
        let (unbound, bound, done) = (self.block(), self.block(), self.block());
        let word = Place::Var(self.temp());
        self.branch_unbound(place.into(), unbound, bound, span);
        self.place(unbound);
        let value = self.checked(builtin.into(), span);
        self.copy(word, value, span);
        self.jump(done, span);
        self.place(bound);
        self.copy(word, place.into(), span);
        self.jump(done, span);
        self.place(done);
        word.into()
    }

    /// Records what is bound where a function may get into circulation.
    pub fn note_load(&mut self, place: Place) {
        let (Place::Global(global), Some(bound)) = (place, &self.flow.here) else {
            return;
        };
        if self.program.info(global).defs.is_empty() {
            return;
        }
        match self.bound_at_loads.get_mut(&global) {
            Some(common) => {
                common.join(bound);
            }
            None => {
                let globals = bound.iter().filter(|p| matches!(p, Place::Global(_)));
                self.bound_at_loads
                    .insert(global, globals.copied().collect());
            }
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
                let scopes = &self.program.scopes;
                let locals: Vec<&str> = match scopes.get(self.scope).kind {
                    ScopeKind::Module => vec![],
                    _ => scopes
                        .get(self.scope)
                        .variables(self.scope)
                        .map(|s| &*s.name)
                        .collect(),
                };
                let names = &self.program.modules[self.module].names;
                let bound = names
                    .iter()
                    .filter(|(_, g)| self.is_bound(Place::Global(**g)));
                let similar = suggest::similar(text, &locals, bound.map(|(name, _)| &**name));
                let similar = similar.map_or(Const::None, |name| Const::Str(name.into()));
                let name = Const::Str(text.into());
                self.raise(
                    Routine::NameError,
                    &[Value::Const(name), Value::Const(similar)],
                    span,
                );
                Ok(Value::NONE)
            }
            _ => Err(refuse::builtin(text, span)),
        }
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
                self.bind(place);
            }
        }
        Ok(())
    }

    /// Assigns a function's variable.
    pub fn store_variable(&mut self, access: Access, value: Value, span: TextRange) {
        match access {
            Access::Slot(var) => {
                self.copy(Place::Var(var), value, span);
                self.bind(Place::Var(var));
            }
            Access::Cell { cell, key, .. } => {
                self.put(value, &Value::Var(cell), cell::VALUE, span);
                self.bind(Place::Var(key));
            }
        }
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
                        self.maybe_unbound.insert(var);
                        self.copy(Place::Var(var), unbound(Unbound::Local), span);
                    }
                    Access::Cell { cell, .. } => {
                        let empty = unbound(Unbound::Free);
                        self.put(empty, &Value::Var(cell), cell::VALUE, span);
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
