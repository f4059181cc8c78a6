//! Loads and stores of variables.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::builtins::{unassigned, Unassigned};
use crate::front::suggest;
use crate::ir::*;
use ruff_python_ast::ExprName;

impl<'a> Lowerer<'_, 'a> {
    /// The variable that a name denotes in this function, if the program binds it.
    pub fn variable(&self, name: &str) -> Option<Place> {
        let local = self.locals.get(name).map(|var| Place::Var(*var));
        let global = || match self.in_runtime() {
            true => self.program.runtime.variables.get(name),
            false => self.program.names.get(name),
        };
        local.or_else(|| global().map(|global| Place::Global(*global)))
    }

    /// The value of a name.
    pub fn load(&mut self, name: &ExprName) -> Result<Value, Refusal> {
        let text = name.id.as_str();
        match self.variable(text) {
            Some(place) if self.is_bound(place) => {
                self.mention(place);
                Ok(place.into())
            }
            Some(place) => self.checked_load(place, name),
            None if self.in_runtime() => self.runtime_name(name),
            None => self.unassigned_name(name),
        }
    }

    /// Loads a variable that may be unbound. From here on it is not.
    fn checked_load(&mut self, place: Place, name: &ExprName) -> Result<Value, Refusal> {
        match place {
            Place::Var(var) => {
                self.unsure.insert(var);
            }
            Place::Global(_) if unassigned(&name.id) != Unassigned::Nothing => {
                let feature = format!(
                    "uses of the builtin `{}` where the program may have rebound it",
                    name.id
                );
                return Err(Refusal::unsupported(feature, name.range));
            }
            Place::Global(_) => self.mention(place),
        }
        let temp = self.temp();
        let op = Op::Move {
            dst: Place::Var(temp),
            src: place.into(),
            checked: true,
        };
        self.emit(op, name.range);
        self.bind(place);
        Ok(Value::Var(temp))
    }

    /// Records what is bound where a function may get into circulation.
    pub fn mention(&mut self, place: Place) {
        let (Place::Global(global), Some(bound)) = (place, &self.bound) else {
            return;
        };
        if self.program.info(global).defs.is_empty() {
            return;
        }
        match self.mentions.get_mut(&global) {
            Some(common) => common.retain(|place| bound.contains(place)),
            None => {
                let globals = bound.iter().filter(|p| matches!(p, Place::Global(_)));
                self.mentions.insert(global, globals.copied().collect());
            }
        }
    }

    /// A name that the program binds nowhere.
    fn unassigned_name(&mut self, name: &ExprName) -> Result<Value, Refusal> {
        let text = name.id.as_str();
        if self.program.intrinsic(text).is_some() {
            return Err(Refusal::unsupported("intrinsics as values", name.range)
                .help(format!("call it: `{text}(…)`")));
        }
        match unassigned(text) {
            Unassigned::ModuleName => Ok(Value::Const(Const::Str("__main__".into()))),
            Unassigned::Builtin(_) => {
                let feature = format!("uses of `{text}` as a value");
                Err(Refusal::unsupported(feature, name.range))
            }
            Unassigned::OtherBuiltin => {
                let feature = format!("uses of the builtin `{text}`");
                Err(Refusal::unsupported(feature, name.range))
            }
            Unassigned::Nothing => {
                let locals = &self.program.function(self.id).scope.bound;
                let globals = (0..).map(Global).zip(&self.program.globals);
                let bound = globals.filter(|(global, _)| self.is_bound(Place::Global(*global)));
                let names = bound.map(|(_, info)| &*info.name);
                let message = suggest::name_error(text, locals, names);
                let message = Value::Const(Const::Str(message.into()));
                self.raise("name_error", &[message], name.range);
                Ok(Value::NONE)
            }
        }
    }
}
