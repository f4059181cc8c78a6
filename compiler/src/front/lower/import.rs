//! `import` statements.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::machine_function::INTRINSICS_MODULE;
use crate::front::modules::{absolute, FUTURE};
use crate::front::program::{public_names, Alias, ModuleRef};
use crate::front::refuse::Feature;
use crate::front::runtime::Routine;
use crate::ir::*;
use ruff_python_ast::{Stmt, StmtImport, StmtImportFrom};
use ruff_text_size::TextRange;

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
            self.bind_member((&module, &object, &alias.name), name, span)?;
        }
        Ok(())
    }

    /// The object of a module.
    pub fn module_object(&self, module: &ModuleRef) -> Value {
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
                        self.note_end(number, span);
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
    fn note_end(&mut self, module: usize, span: TextRange) {
        if !self.program.reaches(module, self.module) {
            let name = self.program.modules[module].name.clone();
            self.emit(Op::Note(Note::Ran(name)), span);
        }
    }

    /// Binds `target` to what `from module import name` gets.
    fn bind_member(
        &mut self,
        (module, object, name): (&ModuleRef, &Value, &str),
        target: &str,
        span: TextRange,
    ) -> Result<(), Refusal> {
        let value = match self.program.member(module, name) {
            Some(Alias::Const(value)) => Value::Const(value),
            Some(Alias::Module(child)) => self.child_module(&child, span),
            Some(Alias::Global(number, member)) => {
                match self.program.modules[number].names.get(&member).copied() {
                    Some(global) => {
                        let (missing, done) = (self.rare_block(), self.block());
                        self.if_bound(global, missing, target, span)?;
                        self.jump(done, span);
                        self.place(missing);
                        let value = match self.program.child(module, &member) {
                            Some(child) => self.child_module(&ModuleRef::File(child), span),
                            None => self.import_from_object((module, object, name), span),
                        };
                        self.store_name(target, value, span)?;
                        self.jump(done, span);
                        self.place(done);
                        return Ok(());
                    }
                    None => self.import_from_object((module, object, name), span),
                }
            }
            None => self.import_from_object((module, object, name), span),
        };
        self.store_name(target, value, span)
    }

    /// A module that is part of another one, and has run.
    fn child_module(&mut self, child: &ModuleRef, span: TextRange) -> Value {
        match child {
            ModuleRef::File(number) => {
                let name = self.program.modules[*number].name.clone();
                self.run_modules(&name, span)
            }
            ModuleRef::Builtin(_) => self.module_object(child),
        }
    }

    /// What only the module's object can tell.
    fn import_from_object(
        &mut self,
        (module, object, name): (&ModuleRef, &Value, &str),
        span: TextRange,
    ) -> Value {
        let path = match module {
            ModuleRef::File(number) => self.program.modules[*number].path.clone(),
            ModuleRef::Builtin(_) => "unknown location".into(),
        };
        let [name, path] = [name.into(), path].map(|text| Value::Const(Const::Str(text)));
        Value::Var(self.call_runtime(Routine::ImportFrom, &[object.clone(), name, path], span))
    }

    /// Binds `target` to the value of a variable, or goes to `missing`.
    fn if_bound(
        &mut self,
        global: Global,
        missing: BlockId,
        target: &str,
        span: TextRange,
    ) -> Result<(), Refusal> {
        let bound = self.block();
        self.branch_unbound(Value::Global(global), missing, bound, span);
        self.place(bound);
        self.store_name(target, Value::Global(global), span)
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
                    if let Some(global) = names.get(&member).copied() {
                        let done = self.block();
                        self.if_bound(global, done, &name, span)?;
                        self.jump(done, span);
                        self.place(done);
                    }
                }
                _ => self.bind_member((module, &object, &name), &name, span)?,
            }
        }
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
            }
        }
    }
}
