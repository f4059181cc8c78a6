//! `import` statements.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::modules::{absolute, FUTURE};
use crate::front::program::{public_names, Alias, ModuleRef};
use crate::front::program_intrinsic::INTRINSICS_MODULE;
use crate::front::refuse::Feature;
use crate::front::runtime::Routine;
use crate::ir::*;
use ruff_python_ast::{Stmt, StmtImport, StmtImportFrom};
use ruff_text_size::TextRange;
use std::rc::Rc;

impl Lowerer<'_, '_> {
    /// An `import` or `from … import` statement.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn import(&mut self, stmt: &Stmt) -> Result<(), Refusal> {
        match stmt {
            Stmt::Import(import) => self.import_modules(import),
            Stmt::ImportFrom(import) => self.import_from(import),
            _ => unreachable!("an import statement"),
        }
    }

    fn import_modules(&mut self, import: &StmtImport) -> Result<(), Refusal> {
        let span = import.range;
        for alias in &import.names {
            let module = self.run_modules(&alias.name, span);
            match &alias.asname {
                Some(name) => self.store_name(name, module, span)?,
                None => {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    let module = match self.program.find_module(first) {
                        Some(module) => self.module_object(&module),
                        None => module,
                    };
                    self.store_name(first, module, span)?;
                }
            }
        }
        Ok(())
    }

    fn import_from(&mut self, import: &StmtImportFrom) -> Result<(), Refusal> {
        let span = import.range;
        if import.level == 0 {
            match import.module.as_deref() {
                Some(INTRINSICS_MODULE) => return Ok(()),
                Some(FUTURE) if self.program.find_module(FUTURE).is_none() => return Ok(()),
                _ => {}
            }
        }
        let package = self.program.modules[self.module].package.clone();
        let Some(base) = absolute(import, &package) else {
            let message = match package.is_empty() {
                true => "attempted relative import with no known parent package",
                false => "attempted relative import beyond top-level package",
            };
            self.raise_error("ImportError", message, span);
            return Ok(());
        };
        let object = self.run_modules(&base, span);
        let Some(module) = self.program.find_module(&base) else {
            return Ok(());
        };
        for alias in &import.names {
            if &*alias.name == "*" {
                return self.import_all(&module, span);
            }
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            let value = self.imported(&module, &object, &alias.name, span);
            self.store_name(name, value, span)?;
        }
        Ok(())
    }

    /// The object of a module.
    fn module_object(&self, module: &ModuleRef) -> Value {
        let name = match module {
            ModuleRef::File(number) => self.program.modules[*number].name.clone(),
            ModuleRef::Builtin(name) => name.clone(),
        };
        Value::Const(Const::Module(name))
    }

    /// Runs the body of a module and those of its packages, unless they ran already.
    fn run_modules(&mut self, name: &str, span: TextRange) -> Value {
        let mut object = Value::NONE;
        let ends = name.match_indices('.').map(|(at, _)| at);
        for end in ends.chain([name.len()]) {
            let name = &name[..end];
            match self.program.find_module(name) {
                Some(module) => {
                    object = self.module_object(&module);
                    if let ModuleRef::File(number) = module {
                        self.call_runtime(Routine::RunModule, &[object.clone()], span);
                        self.note_end(number);
                    }
                }
                None => {
                    let name = Value::Const(Const::Str(name.into()));
                    self.call_runtime(Routine::ImportModule, &[name], span);
                    self.exit(Exit::Unreachable, span);
                    return Value::NONE;
                }
            }
        }
        object
    }

    /// After the body of a module has run, its variables are bound.
    fn note_end(&mut self, module: usize) {
        if self.program.reaches(module, self.module) {
            return;
        }
        if let (Some(end), Some(bound)) = (self.ends.get(&module), &mut self.flow.here) {
            bound.globals.extend(end);
        }
    }

    /// What `from module import name` binds.
    fn imported(
        &mut self,
        module: &ModuleRef,
        object: &Value,
        name: &str,
        span: TextRange,
    ) -> Value {
        match self.program.member(module, name) {
            Some(Alias::Const(value)) => return Value::Const(value),
            Some(Alias::Module(child)) => {
                let ModuleRef::File(number) = child else {
                    return self.module_object(&child);
                };
                let child = self.program.modules[number].name.clone();
                return self.run_modules(&child, span);
            }
            Some(Alias::Global(number, name)) => {
                let global = self.program.modules[number].names.get(&name);
                if let Some(global) = global.copied() {
                    let place = Place::Global(global);
                    if self.is_bound(place) {
                        self.note_load(place);
                        return place.into();
                    }
                    if let Some(child) = self.program.child(module, &name) {
                        return self.variable_or_module(place, child, span);
                    }
                }
            }
            None => {}
        }
        let path = match module {
            ModuleRef::File(number) => self.program.modules[*number].path.clone(),
            ModuleRef::Builtin(_) => "unknown location".into(),
        };
        let strings = [name.into(), path].map(|text| Value::Const(Const::Str(text)));
        let [name, path] = strings;
        Value::Var(self.call_runtime(Routine::ImportFrom, &[object.clone(), name, path], span))
    }

    /// The value of a package's variable, or the submodule of this name if it is unbound.
    fn variable_or_module(&mut self, place: Place, child: usize, span: TextRange) -> Value {
        let (unbound, bound, done) = (self.block(), self.block(), self.block());
        let result = Place::Var(self.temp());
        self.branch_unbound(place.into(), unbound, bound, span);
        self.place(unbound);
        let child = self.program.modules[child].name.clone();
        let object = self.run_modules(&child, span);
        self.copy(result, object, span);
        self.jump(done, span);
        self.place(bound);
        self.copy(result, place.into(), span);
        self.jump(done, span);
        self.place(done);
        result.into()
    }

    /// `from module import *`.
    fn import_all(&mut self, module: &ModuleRef, span: TextRange) -> Result<(), Refusal> {
        if let ModuleRef::File(number) = module {
            let scope = self.program.scopes.get(self.program.modules[*number].scope);
            let has_all = scope
                .symbol("__all__")
                .is_some_and(|symbol| symbol.is_bound());
            if has_all && self.program.exported(*number).is_none() {
                return Err(Feature::ComputedAll.at(span));
            }
        }
        let object = self.module_object(module);
        for name in public_names(self.program, module) {
            match self.program.member(module, &name) {
                Some(Alias::Global(number, member)) => {
                    let names = &self.program.modules[number].names;
                    self.copy_if_bound(names.get(&member).copied(), &name, span)?;
                }
                _ => {
                    let value = self.imported(module, &object, &name, span);
                    self.store_name(&name, value, span)?;
                }
            }
        }
        Ok(())
    }

    fn copy_if_bound(
        &mut self,
        global: Option<Global>,
        name: &Rc<str>,
        span: TextRange,
    ) -> Result<(), Refusal> {
        let Some(global) = global else { return Ok(()) };
        let place = Place::Global(global);
        self.note_load(place);
        if self.is_bound(place) {
            return self.store_name(name, place.into(), span);
        }
        let (bound, done) = (self.block(), self.block());
        self.branch_unbound(place.into(), done, bound, span);
        self.place(bound);
        self.store_name(name, place.into(), span)?;
        self.jump(done, span);
        self.place(done);
        Ok(())
    }

    /// Raises an exception of a builtin class.
    pub fn raise_error(&mut self, class: &str, message: &str, span: TextRange) {
        let class = self.program.builtin(class).unwrap_or(Const::None);
        let message = Value::Const(Const::Str(message.into()));
        self.raise(Routine::RaiseMessage, &[Value::Const(class), message], span);
    }

    /// At the end of a module's body: it becomes an attribute of its package.
    pub fn set_in_package(&mut self) {
        let name = self.program.modules[self.module].name.clone();
        let Some((package, child)) = name.rsplit_once('.') else {
            return;
        };
        if let Some(ModuleRef::File(number)) = self.program.find_module(package) {
            if let Some(global) = self.program.modules[number].names.get(child) {
                let place = Place::Global(*global);
                let object = Value::Const(Const::Module(name.clone()));
                self.copy(place, object, TextRange::default());
                self.bind(place);
            }
        }
    }
}
