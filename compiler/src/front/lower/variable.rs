//! The variables of functions, which are in slots or in cells.

use super::Lowerer;
use crate::ir::*;
use pyxl_isa::layout::cell;
use pyxl_isa::Unbound;
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
        /// It is a variable of a function around this one.
        free: bool,
    },
}

impl<'a> Lowerer<'_, 'a> {
    /// The value of a function's variable, which raises here if it is unbound.
    pub fn load_variable(&mut self, access: Access, name: &str, span: TextRange) -> Value {
        match access {
            Access::Slot(var) => self.checked(Value::Var(var), span),
            Access::Cell { cell, free } => {
                let word = self.word(&Value::Var(cell), cell::field::VALUE, span);
                match free {
                    true => self.checked(word, span),
                    false => self.checked_own(word, name, span),
                }
            }
        }
    }

    /// A word that was loaded from a cell of this function, which raises here if it is unbound.
    /// The word names a free variable, but here it is a local one.
    fn checked_own(&mut self, word: Value, name: &str, span: TextRange) -> Value {
        let (fail, done) = (self.rare_block(), self.block());
        self.branch_unbound(word.clone(), fail, done, span);
        self.place(fail);
        let name = self.mangle(name);
        self.checked(Value::Const(Const::Unbound(Unbound::Local, name)), span);
        self.exit(Exit::Unreachable, span);
        self.place(done);
        word
    }

    /// Goes to `yes` if a word is unbound, else to `no`.
    pub fn branch_unbound(&mut self, word: Value, yes: BlockId, no: BlockId, span: TextRange) {
        self.branch(Test::Unbound(word), yes, no, span);
    }

    /// The value, which raises here if it is unbound. The pass `bound` removes what is not
    /// needed.
    pub fn checked(&mut self, value: Value, span: TextRange) -> Value {
        let op = Op::Move {
            dst: Place::Var(self.temp()),
            src: value.clone(),
            checked: true,
        };
        self.emit(op, span);
        value
    }

    /// Assigns a function's variable.
    pub fn store_variable(&mut self, access: Access, value: Value, span: TextRange) {
        match access {
            Access::Slot(var) => {
                self.copy(Place::Var(var), value, span);
            }
            Access::Cell { cell, .. } => {
                self.put(value, &Value::Var(cell), cell::field::VALUE, span);
            }
        }
    }
}
