//! The variables of functions, which are in slots or in cells.

use super::Lowerer;
use crate::ir::*;
use pyxl_isa::layout::cell;
use pyxl_isa::{Opcode, Tag, Unbound};
use ruff_text_size::TextRange;

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

impl<'a> Lowerer<'_, 'a> {
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
    pub fn checked(&mut self, src: Value, span: TextRange) -> Value {
        let temp = self.temp();
        let op = Op::Move {
            dst: Place::Var(temp),
            src,
            checked: true,
        };
        self.emit(op, span);
        Value::Var(temp)
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
}
