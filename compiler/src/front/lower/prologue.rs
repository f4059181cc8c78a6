//! The variables of a function's frame, and what happens before its first statement.

use super::variable::Access;
use super::Lowerer;
use crate::front::program::{FunctionKind, ScopeNode};
use crate::front::runtime::Routine;
use crate::front::scope::{ScopeId, ScopeKind, CLASS_CELL};
use crate::ir::*;
use pyxl_isa::layout::function::field as words;
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
                    free: false,
                },
                false => {
                    let param = self.param(scope, &name);
                    Access::Slot(param.unwrap_or_else(|| self.var(&name)))
                }
            };
            self.variables.insert((scope, name), access);
        }
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
            ScopeNode::Def(def) => def.name.range,
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
                let cell = self.temp();
                let access = Access::Cell { cell, free: false };
                self.variables.insert((scope, class.clone()), access);
                self.new_cell((scope, class), cell, None);
            }
        }
    }

    /// The cells of the variables that belong to functions around this one.
    fn load_closure(&mut self, free: &[(Rc<str>, ScopeId)]) {
        let none = TextRange::default();
        let closure = self.word(&Value::Callee, words::CLOSURE, none);
        for (index, (name, owner)) in (0..).zip(free) {
            let cell = self.temp();
            self.tuple_item_into(Place::Var(cell), &closure, index as usize, none);
            let access = Access::Cell { cell, free: true };
            self.variables.insert((*owner, name.clone()), access);
            self.note_cell(cell, CellContent::Closure(index), (*owner, name));
        }
    }

    fn note_cell(&mut self, cell: Var, content: CellContent, (owner, name): (ScopeId, &str)) {
        let content = match self.program.scopes.may_be_deleted(owner, name) {
            true => CellContent::Deletable,
            false => content,
        };
        let note = Note::Cell { cell, content };
        self.emit(Op::Note(note), TextRange::default());
    }

    /// New cells for the variables of a scope that other functions use.
    pub fn make_cells(&mut self, scope: ScopeId) {
        let symbols = self.program.scopes.get(scope).variables(scope);
        let captured: Vec<Rc<str>> = symbols
            .filter(|symbol| symbol.captured)
            .map(|symbol| symbol.name.clone())
            .collect();
        for name in captured {
            let Access::Cell { cell, .. } = self.variables[&(scope, name.clone())] else {
                continue;
            };
            let param = self.param(scope, &name);
            self.new_cell((scope, name), cell, param);
        }
    }

    fn new_cell(&mut self, (owner, name): (ScopeId, Rc<str>), cell: Var, param: Option<Var>) {
        let none = TextRange::default();
        let (value, content) = match param {
            Some(param) => (Value::Var(param), CellContent::Bound),
            None => {
                let empty = Const::Unbound(Unbound::Free, name.clone());
                (Value::Const(empty), CellContent::Unbound)
            }
        };
        let made = self.call_runtime(Routine::NewCell, &[value], none);
        self.copy(Place::Var(cell), Value::Var(made), none);
        self.note_cell(cell, content, (owner, &name));
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
        }
    }

    /// The namespace object of a class body.
    pub fn namespace(&self) -> Value {
        Value::Var(Var(0))
    }

    /// The cell of a variable.
    pub fn cell_of(&self, owner: ScopeId, name: &Rc<str>) -> Var {
        match self.variables[&(owner, name.clone())] {
            Access::Cell { cell, .. } => cell,
            Access::Slot(_) => unreachable!("a captured variable is in a cell"),
        }
    }
}
