//! What the `import` statements of a module mean.

use super::builtins::{unassigned, Intrinsic, Unassigned, INTRINSICS_MODULE};
use super::modules::{absolute, ModuleFile, FUTURE};
use super::program::Program;
use super::scope::{Resolution, ScopeId};
use crate::error::Refusal;
use crate::ir::Const;
use ruff_python_ast::visitor::{walk_stmt, Visitor};
use ruff_python_ast::{Alias as Name, Expr, Stmt, StmtImport, StmtImportFrom};
use ruff_text_size::{Ranged, TextRange};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

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
    aliases: HashMap<(ScopeId, Rc<str>), Option<Alias>>,
    counts: HashMap<(ScopeId, Rc<str>), usize>,
    /// Names imported from [`INTRINSICS_MODULE`], `*` for all, if that is imported.
    pub intrinsics: Option<Vec<Rc<str>>>,
    /// Modules whose names are imported with `*`.
    stars: Vec<ModuleRef>,
    /// The names that this binds.
    pub star_names: Vec<Rc<str>>,
    /// The submodules of a package, which become its attributes.
    pub children: Vec<Rc<str>>,
    /// The files that it may import.
    pub files: Vec<usize>,
    /// The modules of the runtime that it may import.
    builtins: Vec<Rc<str>>,
    /// Modules that do not exist, as warnings.
    pub missing: Vec<Refusal>,
}

impl Imports {
    /// The `import` statements of a file.
    ///
    /// # Errors
    /// If one cannot be right.
    pub fn of(file: &ModuleFile, program: &Program) -> Result<Imports, Refusal> {
        let mut collector = Collector {
            program,
            package: file.package().into(),
            scope: program.scopes.of(&file.module),
            imports: Imports::default(),
            error: None,
        };
        collector.visit_body(&file.module.body);
        let Collector {
            mut imports, error, ..
        } = collector;
        if let Some(error) = error {
            return Err(error);
        }
        let counts = std::mem::take(&mut imports.counts);
        imports.aliases.retain(|(scope, name), alias| {
            let bindings = program.scopes.get(*scope).symbol(name).map(|s| s.bindings);
            alias.is_some() && bindings == counts.get(&(*scope, name.clone())).copied()
        });
        let prefix = format!("{}.", file.name);
        let modules = program.modules.iter();
        let children = modules.filter_map(|module| module.name.strip_prefix(&prefix));
        imports.children = children
            .filter(|child| !child.contains('.'))
            .map(Rc::from)
            .collect();
        Ok(imports)
    }

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
}

struct Collector<'p, 'a> {
    program: &'p Program<'a>,
    package: Rc<str>,
    scope: ScopeId,
    imports: Imports,
    error: Option<Refusal>,
}

impl Collector<'_, '_> {
    fn bind(&mut self, name: &str, alias: Option<Alias>) {
        let class = self.program.scopes.get(self.scope).class.as_deref();
        let key = (self.scope, super::scope::mangle(class, name));
        *self.imports.counts.entry(key.clone()).or_default() += 1;
        let known = self
            .imports
            .aliases
            .entry(key)
            .or_insert_with(|| alias.clone());
        if *known != alias {
            *known = None;
        }
    }

    /// The module with a name; notes that it may be imported, with its packages.
    fn module(&mut self, name: &str, range: TextRange) -> Option<ModuleRef> {
        let ends = name.match_indices('.').map(|(at, _)| at);
        for end in ends.chain([name.len()]) {
            match self.program.find_module(&name[..end]) {
                Some(ModuleRef::File(number)) => self.imports.files.push(number),
                Some(ModuleRef::Builtin(name)) => self.imports.builtins.push(name),
                None => {
                    if let Some(feature) = super::refuse::module(name) {
                        self.error.get_or_insert(feature.at(range));
                    }
                    let missing =
                        Refusal::warning(format!("there is no module `{}`", &name[..end]), range);
                    self.imports.missing.push(missing);
                    return None;
                }
            }
        }
        self.program.find_module(name)
    }

    fn import(&mut self, import: &StmtImport) {
        for alias in &import.names {
            let module = self.module(&alias.name, alias.range);
            let (name, module) = match &alias.asname {
                Some(name) => (name.as_str(), module),
                None => {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    (first, module.and_then(|_| self.program.find_module(first)))
                }
            };
            self.bind(name, module.map(Alias::Module));
        }
    }

    fn import_from(&mut self, import: &StmtImportFrom) {
        if import.level == 0 && import.module.as_deref() == Some(INTRINSICS_MODULE) {
            self.intrinsics(import);
            return;
        }
        if import.level == 0 && import.module.as_deref() == Some(FUTURE) {
            import.names.iter().for_each(|alias| self.future(alias));
            if let Some(ModuleRef::File(number)) = self.program.find_module(FUTURE) {
                self.imports.files.push(number);
            }
            return;
        }
        let base = absolute(import, &self.package);
        let module = base.and_then(|base| self.module(&base, import.range));
        for alias in &import.names {
            if &*alias.name == "*" {
                self.imports.stars.extend(module.clone());
                continue;
            }
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            let member = module
                .as_ref()
                .and_then(|m| self.program.member(m, &alias.name));
            let child = module.as_ref();
            let child = child.and_then(|module| self.program.child(module, &alias.name));
            self.imports.files.extend(child);
            self.bind(name, member);
        }
    }

    fn future(&mut self, alias: &Name) {
        const FEATURES: &[&str] = &[
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        let name = alias.name.as_str();
        if !FEATURES.contains(&name) {
            let message = format!("future feature {name} is not defined");
            self.error
                .get_or_insert(Refusal::syntax(message, alias.range));
        }
        self.bind(alias.asname.as_ref().unwrap_or(&alias.name), None);
    }

    fn intrinsics(&mut self, import: &StmtImportFrom) {
        let imported = self.imports.intrinsics.get_or_insert_default();
        for alias in &import.names {
            let name = alias.name.as_str();
            let error = if let Some(asname) = &alias.asname {
                Refusal::unsupported("renamed intrinsics", asname.range())
            } else if name != "*" && Intrinsic::named(name).is_none() {
                let message = format!("`{INTRINSICS_MODULE}` has no `{name}`");
                Refusal::syntax(message, alias.range).help(
                    "it has pyxl_write_gpio_pinN(level) and pyxl_read_gpio_pinN(), with N \
                     from 0 to 31, and pyxl_get_cycle_counter()",
                )
            } else {
                imported.push(name.into());
                continue;
            };
            self.error.get_or_insert(error);
        }
    }
}

impl<'a> Visitor<'a> for Collector<'_, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let scope = match stmt {
            Stmt::Import(import) => return self.import(import),
            Stmt::ImportFrom(import) => return self.import_from(import),
            Stmt::If(branch) if is_type_checking(&branch.test) => {
                let known = self.imports.missing.len();
                self.visit_body(&branch.body);
                // This is for other tools, which may know these modules.
                self.imports.missing.truncate(known);
                let clauses = branch.elif_else_clauses.iter();
                return clauses.for_each(|clause| self.visit_body(&clause.body));
            }
            Stmt::FunctionDef(def) => self.program.scopes.of(def),
            Stmt::ClassDef(def) => self.program.scopes.of(def),
            _ => self.scope,
        };
        let outer = std::mem::replace(&mut self.scope, scope);
        walk_stmt(self, stmt);
        self.scope = outer;
    }

    // No statement is in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// True for the condition `TYPE_CHECKING`, of the module `typing`.
fn is_type_checking(test: &Expr) -> bool {
    match test {
        Expr::Name(name) => name.id == "TYPE_CHECKING",
        Expr::Attribute(attribute) => &*attribute.attr == "TYPE_CHECKING",
        _ => false,
    }
}

/// Finds the names that `from … import *` binds, also through several modules.
pub fn bind_stars(program: &mut Program) {
    let mut changed = true;
    while changed {
        changed = false;
        for number in 0..program.modules.len() {
            for star in program.modules[number].imports.stars.clone() {
                for name in public_names(program, &star) {
                    let names = &mut program.modules[number].imports.star_names;
                    if !names.contains(&name) {
                        names.push(name);
                        changed = true;
                    }
                }
            }
        }
    }
}

/// The names that `from module import *` binds.
pub fn public_names(program: &Program, module: &ModuleRef) -> Vec<Rc<str>> {
    let is_public = |name: &Rc<str>| !name.starts_with('_');
    match module {
        ModuleRef::Builtin(name) => {
            let names = program.runtime.modules.get(name);
            let names = names.into_iter().flat_map(|names| names.keys());
            names.filter(|name| is_public(name)).cloned().collect()
        }
        ModuleRef::File(number) => {
            let module = &program.modules[*number];
            if let Some(names) = program.exported(*number) {
                return names;
            }
            let scope = program.scopes.get(module.scope);
            let bound = scope.symbols.iter().filter(|symbol| symbol.is_bound());
            let bound = bound.map(|symbol| symbol.name.clone());
            let stars = module.imports.star_names.iter().cloned();
            let mut names: Vec<Rc<str>> = bound.chain(stars).filter(is_public).collect();
            names.dedup();
            names
        }
    }
}

impl Program<'_> {
    /// The names in a module's `__all__`, if that is a display of strings.
    pub fn exported(&self, module: usize) -> Option<Vec<Rc<str>>> {
        let super::scope::Source::Module(body) = self.scopes.source(self.modules[module].scope)
        else {
            return None;
        };
        let assigned = body.body.iter().find_map(|stmt| match stmt {
            Stmt::Assign(assign) => match &assign.targets[..] {
                [Expr::Name(name)] if name.id == "__all__" => Some(&*assign.value),
                _ => None,
            },
            _ => None,
        })?;
        let elements = match assigned {
            Expr::List(list) => &list.elts[..],
            Expr::Tuple(tuple) => &tuple.elts[..],
            _ => return None,
        };
        let name = |element: &Expr| match element {
            Expr::StringLiteral(text) => Some(Rc::from(text.value.to_str())),
            _ => None,
        };
        elements.iter().map(name).collect()
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

    fn names_in(&self, module: usize) -> impl Iterator<Item = (ScopeId, &super::scope::Symbol)> {
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

    /// The modules of files that are used as values, so that their variables may be
    /// changed through the module's object.
    fn escaped(&self) -> HashSet<usize> {
        let mut escaped = HashSet::new();
        let loads = &self.scopes.attributes.loads;
        if loads.contains("modules") {
            return (0..self.modules.len()).collect();
        }
        for module in 0..self.modules.len() {
            if SHOWING.iter().any(|name| self.reads(module, name)) {
                escaped.insert(module);
            }
            for (scope, symbol) in self.names_in(module) {
                let Some(ModuleRef::File(named)) = self.module_named(scope, &symbol.name) else {
                    continue;
                };
                if symbol.value_use || loads.contains(&symbol.name) {
                    escaped.insert(named);
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
    let mentions = |name: &&str| {
        let mut modules = 0..program.modules.len();
        modules.any(|module| program.reads(module, name))
    };
    let changing = ["setattr", "delattr", "vars"];
    let dynamic = changing.iter().chain(&SHOWING).any(mentions)
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

/// Checks that no name of a module is an intrinsic that it imports.
///
/// # Errors
/// If one is.
pub fn check_intrinsics(program: &Program, module: usize) -> Result<(), Refusal> {
    let names = program.modules[module].names.keys();
    match names
        .into_iter()
        .find(|name| program.intrinsic(module, name).is_some())
    {
        Some(name) => {
            let feature = format!("programs that also bind the intrinsic `{name}`");
            let range = program
                .scopes
                .get(program.modules[module].scope)
                .symbol(name);
            let range = range.map_or(TextRange::default(), |symbol| symbol.first_use);
            Err(Refusal::unsupported(feature, range))
        }
        None => Ok(()),
    }
}
