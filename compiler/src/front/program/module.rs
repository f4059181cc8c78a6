//! The modules of a program, and what their `import` statements mean.

use super::Program;
use crate::error::Refusal;
use crate::front::scope::{Resolution, ScopeId};
use crate::ir::{Const, FuncId, Global};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// A module of the program.
#[derive(Debug)]
pub struct Module {
    /// Full name.
    pub name: Rc<str>,
    /// The package that relative imports start from.
    pub package: Rc<str>,
    /// Its file.
    pub path: Rc<str>,
    /// Its global variables by name.
    pub names: BTreeMap<Rc<str>, Global>,
    /// Its body.
    pub body: FuncId,
    /// Its scope.
    pub scope: ScopeId,
    /// CPython's warnings of its statements.
    pub warnings: Vec<Refusal>,
    /// What its `import` statements mean.
    pub imports: Imports,
}

/// A module that is part of the image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModuleRef {
    /// A file.
    File(usize),
    /// A module of the runtime.
    Builtin(Rc<str>),
}

/// What an `import` statement binds a name to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alias {
    /// A module.
    Module(ModuleRef),
    /// The value of a global variable of another module.
    Global(usize, Rc<str>),
    /// What the runtime defines.
    Const(Const),
}

/// The `import` statements of a module.
#[derive(Debug, Default)]
pub struct Imports {
    /// Names that only `import` statements bind, all of them to the same.
    pub(super) aliases: HashMap<(ScopeId, Rc<str>), Option<Alias>>,
    pub(super) counts: HashMap<(ScopeId, Rc<str>), usize>,
    /// Names imported from `compiler.intrinsics`, `*` for all, if that is imported.
    pub intrinsics: Option<Vec<Rc<str>>>,
    /// Modules whose names are imported with `*`.
    pub(super) stars: Vec<ModuleRef>,
    /// The names that this binds.
    pub star_names: Vec<Rc<str>>,
    /// The submodules of a package, which become its attributes.
    pub children: Vec<Rc<str>>,
    /// The files that it may import.
    pub files: Vec<usize>,
    /// The modules of the runtime that it may import.
    pub(super) builtins: Vec<Rc<str>>,
    /// Modules that do not exist, as warnings.
    pub missing: Vec<Refusal>,
}

impl Imports {
    /// What a name of a scope is surely bound to, once it is bound.
    pub fn alias(&self, scope: ScopeId, name: &str) -> Option<&Alias> {
        self.aliases.get(&(scope, name.into()))?.as_ref()
    }
}

impl Program<'_> {
    /// The module with a full name.
    pub fn find_module(&self, name: &str) -> Option<ModuleRef> {
        if let Some(number) = self.modules.iter().position(|module| *module.name == *name) {
            return Some(ModuleRef::File(number));
        }
        let builtin = self.runtime.modules.contains_key(name);
        builtin.then(|| ModuleRef::Builtin(name.into()))
    }

    /// The file of a package's submodule.
    pub fn child(&self, package: &ModuleRef, name: &str) -> Option<usize> {
        let ModuleRef::File(number) = package else {
            return None;
        };
        match self.find_module(&format!("{}.{name}", self.modules[*number].name))? {
            ModuleRef::File(child) => Some(child),
            ModuleRef::Builtin(_) => None,
        }
    }

    /// The names of all modules of the image.
    pub fn module_names(&self) -> Vec<Rc<str>> {
        let files = self.modules.iter().map(|module| module.name.clone());
        let imported = self.modules.iter();
        let imported: BTreeSet<_> = imported.flat_map(|m| &m.imports.builtins).collect();
        files.chain(imported.into_iter().cloned()).collect()
    }

    /// What `module.name` is, if that is known.
    pub fn member(&self, module: &ModuleRef, name: &str) -> Option<Alias> {
        match module {
            ModuleRef::Builtin(module) => {
                let shown = self.runtime.visible(module, name);
                shown.map(|shown| Alias::Const(shown.value.clone()))
            }
            ModuleRef::File(number) => {
                let module = &self.modules[*number];
                let symbol = self.scopes.get(module.scope).symbol(name);
                let bound = symbol.is_some_and(|symbol| symbol.is_bound())
                    || module.imports.star_names.iter().any(|star| **star == *name);
                if bound {
                    return Some(Alias::Global(*number, name.into()));
                }
                let child = self.find_module(&format!("{}.{name}", module.name));
                child.map(Alias::Module).or_else(|| {
                    let global = module.names.contains_key(name);
                    global.then(|| Alias::Global(*number, name.into()))
                })
            }
        }
    }

    /// True if running the body of one module may import another.
    pub fn reaches(&self, from: usize, to: usize) -> bool {
        let (mut seen, mut work) = (HashSet::new(), vec![from]);
        while let Some(module) = work.pop() {
            if module == to {
                return true;
            }
            if seen.insert(module) {
                work.extend(&self.modules[module].imports.files);
            }
        }
        false
    }

    /// The module whose object a variable surely is, once it is bound.
    pub fn module_named(&self, scope: ScopeId, name: &str) -> Option<ModuleRef> {
        let owner = match self.scopes.get(scope).symbol(name)?.resolution {
            Resolution::Variable(owner) => owner,
            Resolution::Namespace => scope,
            Resolution::Global => self.modules[self.module_of(scope)].scope,
        };
        match self.alias(owner, name)? {
            Alias::Module(module) => Some(module.clone()),
            _ => None,
        }
    }
}
