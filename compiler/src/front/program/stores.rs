//! Globals that are changed through the object of their module.

use super::{ModuleRef, Program};
use crate::front::builtins::{unassigned, Unassigned};
use crate::front::scope::{Resolution, ScopeId, Symbol};
use std::collections::HashSet;

impl Program<'_> {
    fn names_in(&self, module: usize) -> impl Iterator<Item = (ScopeId, &Symbol)> {
        let first = self.modules[module].scope;
        let next = self.modules.get(module + 1).map(|module| module.scope);
        let last = self.modules.len() == module + 1;
        let runtime = self.runtime_scope();
        let scopes = self.scopes.from(first).take_while(move |(id, _)| {
            next.is_none_or(|next| *id < next) && !(last && Some(*id) >= runtime)
        });
        scopes.flat_map(|(id, scope)| scope.symbols.iter().map(move |symbol| (id, symbol)))
    }

    /// True if a module reads a global variable or builtin of this name.
    fn reads(&self, module: usize, name: &str) -> bool {
        self.names_in(module).any(|(_, symbol)| {
            symbol.loaded && symbol.resolution == Resolution::Global && *symbol.name == *name
        })
    }

    fn runtime_scope(&self) -> Option<ScopeId> {
        let function = self.functions.iter().find(|function| function.runtime)?;
        self.scopes.outwards(function.scope).last()
    }

    /// The modules of files that are the value of a variable.
    fn named(&self) -> HashSet<usize> {
        let symbols = (0..self.modules.len()).flat_map(|module| self.names_in(module));
        let files =
            symbols.filter_map(
                |(scope, symbol)| match self.module_named(scope, &symbol.name)? {
                    ModuleRef::File(number) => Some(number),
                    ModuleRef::Builtin(_) => None,
                },
            );
        files.collect()
    }

    /// The modules of files that are used as values, so that their variables may be
    /// changed through the module's object.
    fn escaped(&self) -> HashSet<usize> {
        let mut escaped = HashSet::new();
        let loads = &self.scopes.attributes.loads;
        if loads.contains("modules") {
            return (0..self.modules.len()).collect();
        }
        let named = self.named();
        for module in 0..self.modules.len() {
            if SHOWING.iter().any(|name| self.reads(module, name)) {
                escaped.insert(module);
            }
            for (scope, symbol) in self.names_in(module) {
                let Some(ModuleRef::File(value)) = self.module_named(scope, &symbol.name) else {
                    continue;
                };
                // A variable of a module that nothing names is nobody's attribute.
                let is_attribute = named.contains(&module) && loads.contains(&symbol.name);
                if symbol.value_use || is_attribute {
                    escaped.insert(value);
                }
            }
        }
        for (number, module) in self.modules.iter().enumerate() {
            let last = module.name.rsplit_once('.').map(|(_, last)| last);
            if last.is_some_and(|last| loads.contains(last)) {
                escaped.insert(number);
            }
        }
        escaped
    }
}

/// Builtins that give the variables of the module in which they are called.
const SHOWING: [&str; 2] = ["globals", "locals"];

/// Notes which globals are changed through their module's object.
pub fn note_stores(program: &mut Program) {
    let escaped = program.escaped();
    let reads = |name: &&str| {
        let mut modules = 0..program.modules.len();
        modules.any(|module| program.reads(module, name))
    };
    let changing = ["setattr", "delattr", "vars"];
    let dynamic = changing.iter().chain(&SHOWING).any(reads)
        || program.scopes.attributes.loads.contains("__dict__");
    let mut changed = vec![];
    let mut created = vec![];
    for (scope, object, attr) in &program.scopes.attributes.stores {
        if program
            .runtime_scope()
            .is_some_and(|runtime| *scope >= runtime)
        {
            continue;
        }
        let named = object
            .as_ref()
            .and_then(|name| program.module_named(*scope, name));
        let modules: Vec<usize> = match named {
            Some(ModuleRef::File(number)) => vec![number],
            Some(ModuleRef::Builtin(_)) => vec![],
            None => escaped.iter().copied().collect(),
        };
        for module in modules {
            match program.modules[module].names.get(attr) {
                Some(global) => changed.push(*global),
                None => created.push((module, attr.clone())),
            }
        }
    }
    if dynamic {
        let modules = escaped.iter().map(|module| &program.modules[*module]);
        changed.extend(modules.flat_map(|module| module.names.values().copied()));
        for module in &escaped {
            let read = program.names_in(*module).map(|(_, symbol)| &symbol.name);
            created.extend(read.map(|name| (*module, name.clone())));
        }
    }
    created.retain(|(module, name)| {
        program.reads(*module, name) && matches!(unassigned(name), Unassigned::Nothing)
    });
    changed.extend(
        created
            .iter()
            .map(|(module, name)| program.global(*module, name)),
    );
    let deletes = program.scopes.attributes.deletes;
    for global in changed {
        let info = &mut program.globals[global.0 as usize];
        info.shared = true;
        info.deleted |= deletes || dynamic;
    }
}
