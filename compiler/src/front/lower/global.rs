//! Global variables.

use super::Lowerer;
use crate::front::program::Alias;
use crate::ir::*;
use ruff_text_size::TextRange;

impl<'a> Lowerer<'_, 'a> {
    /// The value of a global variable.
    pub fn load_global(&mut self, global: Global, span: TextRange) -> Value {
        let place = Place::Global(global);
        if let Some(builtin) = self.changed_builtin(global) {
            return self.load_either(place, builtin, span);
        }
        let value = self.checked(place.into(), span);
        match self.program.alias_of(global) {
            Some(Alias::Const(constant)) => Value::Const(constant.clone()),
            _ => value,
        }
    }

    /// The builtin that a module's variable hides, if the program changes it.
    pub fn changed_builtin(&self, global: Global) -> Option<Place> {
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
}
