//! The variables of a function's frame, and what happens before its first statement.

use super::variable::Access;
use super::Lowerer;
use crate::front::program::{FunctionKind, Source};
use crate::front::runtime::Routine;
use crate::front::scope::{ScopeId, ScopeKind, CLASS_CELL};
use crate::ir::*;
use pyxl_isa::layout::{function as words, tuple};
use pyxl_isa::Unbound;
use ruff_text_size::TextRange;
use std::rc::Rc;

impl Lowerer<'_, '_> {
    /// Makes the variables of a scope, without code.
    pub fn declare_variables(&mut self, scope: ScopeId) {
        let symbols = self.program.scopes.get(scope).variables(scope);
        let names: Vec<(Rc<str>, bool)> = symbols
            .map(|symbol| (symbol.name.clone(), symbol.captured))
            .collect();
        for (name, captured) in names {
            let access = match captured {
                true => Access::Cell {
                    cell: self.temp(),
                    key: self.temp(),
                    free: false,
                },
                false => {
                    let param = self.param(scope, &name);
                    Access::Slot(param.unwrap_or_else(|| self.var(&name)))
                }
            };
            let deletable = self.program.scopes.may_be_deleted(scope, &name);
            self.add_variable(scope, name, access, deletable);
        }
    }

    fn add_variable(&mut self, owner: ScopeId, name: Rc<str>, access: Access, deletable: bool) {
        let known = match access {
            Access::Slot(var) => var,
            Access::Cell { key, .. } => key,
        };
        if deletable {
            self.deletable.insert(known);
            if let Some(bound) = &mut self.flow.here {
                bound.vars.remove(known);
            }
        }
        self.variables.insert((owner, name), access);
    }

    /// The parameter with a name, in the function's own scope.
    fn param(&self, scope: ScopeId, name: &str) -> Option<Var> {
        let function = self.program.function(self.id);
        let number = function.params.iter().position(|param| **param == *name);
        let own =
            function.scope == scope && self.program.scopes.get(scope).kind != ScopeKind::Class;
        number.filter(|_| own).map(|number| Var(number as u32))
    }

    /// What comes before the first statement: the function's cells, the generator object.
    pub fn prologue(&mut self) {
        let function = self.program.function(self.id);
        let span = match function.source {
            Source::Def(def) => def.name.range,
            _ => TextRange::default(),
        };
        if function.kind != FunctionKind::Plain {
            self.call_runtime(Routine::GeneratorStart, &[], span);
        }
        let scope = function.scope;
        self.declare_variables(scope);
        let free = self.program.scopes.get(scope).free.clone();
        if !free.is_empty() {
            self.load_closure(&free);
        }
        self.make_cells(scope);
        if self.program.scopes.get(scope).kind == ScopeKind::Class {
            let class: Rc<str> = CLASS_CELL.into();
            let symbol = self.program.scopes.get(scope).symbol(&class);
            if symbol.is_some_and(|symbol| symbol.captured) {
                let (cell, key) = (self.temp(), self.temp());
                let free = false;
                self.add_variable(scope, class.clone(), Access::Cell { cell, key, free }, true);
                self.new_cell(cell, &class, None);
            }
        }
    }

    /// The cells of the variables that belong to functions around this one.
    fn load_closure(&mut self, free: &[(Rc<str>, ScopeId)]) {
        let none = TextRange::default();
        let closure = Place::Var(self.temp());
        let word = Value::int(words::CLOSURE as i32);
        self.load_word(closure, Value::Callee, word, none);
        for (index, (name, owner)) in free.iter().enumerate() {
            let (cell, key) = (self.temp(), self.temp());
            let word = Value::int((tuple::ITEMS + index) as i32);
            self.load_word(Place::Var(cell), closure.into(), word, none);
            let deletable = self.program.scopes.may_be_deleted(*owner, name);
            let free = true;
            self.add_variable(
                *owner,
                name.clone(),
                Access::Cell { cell, key, free },
                deletable,
            );
            if self.bound_outside.contains(&(name.clone(), *owner)) {
                self.bind(Place::Var(key));
            }
        }
    }

    /// New cells for the variables of a scope that other functions use.
    pub fn make_cells(&mut self, scope: ScopeId) {
        let symbols = self.program.scopes.get(scope).variables(scope);
        let captured: Vec<Rc<str>> = symbols
            .filter(|symbol| symbol.captured)
            .map(|symbol| symbol.name.clone())
            .collect();
        for name in captured {
            let Access::Cell { cell, key, .. } = self.variables[&(scope, name.clone())] else {
                continue;
            };
            let param = self.param(scope, &name);
            self.new_cell(cell, &name, param);
            if param.is_some() {
                self.bind(Place::Var(key));
            }
        }
    }

    fn new_cell(&mut self, cell: Var, name: &Rc<str>, param: Option<Var>) {
        let none = TextRange::default();
        let empty = Value::Const(Const::Unbound(Unbound::Free, name.clone()));
        let value = param.map_or(empty, Value::Var);
        let made = self.call_runtime(Routine::NewCell, &[value], none);
        self.copy(Place::Var(cell), Value::Var(made), none);
    }

    /// What every module's body begins with.
    pub fn module_start(&mut self) {
        if !self.program.scope(self.id).annotations {
            return;
        }
        let names = &self.program.modules[self.module].names;
        if let Some(global) = names.get("__annotations__").copied() {
            let dict = self.call_runtime(Routine::NewDict, &[], TextRange::default());
            let none = TextRange::default();
            self.copy(Place::Global(global), Value::Var(dict), none);
            self.bind(Place::Global(global));
        }
    }

    /// The namespace object of a class body.
    pub fn namespace(&self) -> Value {
        Value::Var(Var(0))
    }

    /// The cell of a variable.
    pub fn cell_of(&self, owner: ScopeId, name: &Rc<str>) -> Value {
        match self.variables[&(owner, name.clone())] {
            Access::Cell { cell, .. } => Value::Var(cell),
            Access::Slot(_) => unreachable!("a captured variable is in a cell"),
        }
    }
}
