//! What is known of the whole program before its code is lowered: modules, functions,
//! globals, and which global surely is which function.

use super::builtins::{module_value, Intrinsic};
use super::class_use::takes_classes;
use super::imports::{self, Alias, Imports};
use super::modules::{words_of, ModuleFile};
use super::patches::patched;
use super::runtime::{check_scope, docstring, File, Runtime};
use super::scope::{Resolution, Scope, ScopeId, ScopeKind, Scopes};
use super::signature::Signature;
use crate::error::Refusal;
use crate::ir::{ClassNo, Const, FuncId, Global};
use ruff_python_ast::StmtFunctionDef;
use ruff_text_size::{Ranged, TextRange};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

pub use super::scope::Source;

/// Name of the program's main module.
pub const MAIN: &str = "__main__";

/// What calling a function does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Runs it.
    #[default]
    Plain,
    /// Makes a generator.
    Generator,
    /// Makes a coroutine.
    Coroutine,
    /// Makes an asynchronous generator.
    AsyncGenerator,
}

/// A function as far as its header tells.
#[derive(Debug)]
pub struct Declaration<'a> {
    /// Name.
    pub name: Rc<str>,
    /// Qualified name.
    pub qualname: Rc<str>,
    /// Name of the module.
    pub module: Rc<str>,
    /// Names of the parameters, in the order of their slots.
    pub params: Vec<Rc<str>>,
    /// Parameters.
    pub signature: Signature<'a>,
    /// Index of its source file.
    pub file: u16,
    /// It belongs to the runtime.
    pub runtime: bool,
    /// Its code.
    pub source: Source<'a>,
    /// Its names.
    pub scope: ScopeId,
    /// What calling it does.
    pub kind: Kind,
    /// Docstring.
    pub doc: Option<Rc<str>>,
    /// Of a runtime function: its operators work on any values.
    pub generic: bool,
    /// Of the runtime: it looks up members by the names that it gets.
    pub names: bool,
    /// Of a runtime function: nothing that it reaches needs the runtime's traps.
    pub strict: bool,
    /// Of a method in the runtime: the class whose instance self has to be.
    pub unwraps: Option<ClassNo>,
}

/// A global variable.
#[derive(Debug)]
pub struct GlobalInfo {
    /// Name.
    pub name: Rc<str>,
    /// The functions whose `def` statements bind it.
    pub defs: Vec<FuncId>,
    /// It is bound once, by a `def` that is executed once.
    pub constant: bool,
    /// A function assigns it, so that any call may change it.
    pub shared: bool,
    /// Something deletes it, so that it is never surely bound.
    pub deleted: bool,
    /// Its value before the program begins.
    pub initial: Option<Const>,
    /// Number of its module.
    pub module: usize,
}

impl GlobalInfo {
    /// A variable that nothing is known of but its name.
    pub fn new(name: &str) -> GlobalInfo {
        GlobalInfo {
            name: name.into(),
            defs: vec![],
            constant: false,
            shared: false,
            deleted: false,
            initial: None,
            module: usize::MAX,
        }
    }
}

/// Words of programs that list the names of modules.
const LISTING: [&str; 3] = ["vars", "dir", "__dict__"];

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
    /// What its `import` statements mean.
    pub imports: Imports,
}

/// The whole program, and the runtime that it may use.
#[derive(Debug)]
pub struct Program<'a> {
    /// Functions: the main module's body, those of the program, those of the runtime.
    pub functions: Vec<Declaration<'a>>,
    /// Global variables.
    pub globals: Vec<GlobalInfo>,
    /// Modules; the main one is the first.
    pub modules: Vec<Module>,
    /// All scopes.
    pub scopes: Scopes<'a>,
    /// Functions by their scopes.
    by_scope: HashMap<ScopeId, FuncId>,
    /// The variables of `builtins` that the program changes.
    pub patched: BTreeMap<Rc<str>, Global>,
    /// The runtime's functions and constants by name.
    pub runtime: Runtime<'a>,
    /// The program defines classes, so that any operation may run its functions.
    pub has_classes: bool,
    /// It may call any class of which there is an instance.
    pub takes_classes: bool,
    /// It may list the names of builtin modules.
    pub lists_modules: bool,
    /// `main`, to be called after the main module's body: its intrinsics are imported and
    /// it is never called.
    pub main: Option<(FuncId, Global)>,
}

impl<'a> Program<'a> {
    /// Collects names and functions of the program and of the runtime, whose files see
    /// `constants`.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn new(
        files: &'a [ModuleFile],
        library: &'a [File],
        constants: &[(&'static str, i32)],
    ) -> Result<Program<'a>, Refusal> {
        let mut program = Program {
            functions: vec![],
            globals: vec![],
            modules: vec![],
            scopes: Scopes::default(),
            by_scope: HashMap::new(),
            patched: BTreeMap::new(),
            runtime: Runtime::default(),
            has_classes: false,
            takes_classes: false,
            lists_modules: false,
            main: None,
        };
        for (number, file) in (0..).zip(files) {
            let added = program.add_module(number, file);
            added.map_err(|refusal| refusal.in_file(number))?;
        }
        let patched = patched(&program.scopes);
        program.load_runtime(library, constants)?;
        patched.iter().for_each(|name| program.patch(name));
        for (number, file) in (0..).zip(files) {
            let imports = Imports::of(file, &program);
            let imports = imports.map_err(|refusal| refusal.in_file(number))?;
            program.modules[usize::from(number)].imports = imports;
        }
        imports::bind_stars(&mut program);
        program.find_globals();
        program.find_constants();
        for number in 0..program.modules.len() {
            let checked = imports::check_intrinsics(&program, number);
            checked.map_err(|refusal| refusal.in_file(number as u16))?;
        }
        program.main = program.find_main();
        Ok(program)
    }

    /// The scopes and functions of a module.
    fn add_module(&mut self, number: u16, file: &'a ModuleFile) -> Result<(), Refusal> {
        let scope = self.scopes.add_module(&file.module)?;
        self.takes_classes |= takes_classes(&file.module);
        let lists = || words_of(&file.text).any(|word| LISTING.contains(&word));
        self.lists_modules |= !file.library && lists();
        let body = FuncId(self.functions.len() as u32);
        let frames: Vec<ScopeId> = (self.scopes.from(scope))
            .filter(|(id, scope)| scope.frame == *id)
            .map(|(id, _)| id)
            .collect();
        for id in frames {
            let declaration = self.declaration(id, file, number);
            self.has_classes |= matches!(declaration.source, Source::Class(_));
            self.by_scope
                .insert(id, FuncId(self.functions.len() as u32));
            self.functions.push(declaration);
        }
        self.modules.push(Module {
            name: file.name.clone(),
            package: file.package().into(),
            path: file.path.as_str().into(),
            names: BTreeMap::new(),
            body,
            scope,
            imports: Imports::default(),
        });
        Ok(())
    }

    fn declaration(&self, id: ScopeId, file: &ModuleFile, number: u16) -> Declaration<'a> {
        let scope = self.scopes.get(id);
        let source = self.scopes.source(id);
        let signature = |parameters| Signature::of(parameters, scope.class.as_deref());
        let (name, signature): (&str, _) = match source {
            Source::Module(_) => ("<module>", Signature::default()),
            Source::Def(def) => (&def.name, signature(&def.parameters)),
            Source::Lambda(lambda) => {
                let parameters = lambda.parameters.as_deref();
                ("<lambda>", parameters.map(signature).unwrap_or_default())
            }
            Source::Class(class) => (&class.name, Signature::positional("ns")),
            Source::Generator(_) => ("<genexpr>", Signature::positional(".0")),
            Source::Comprehension => unreachable!("a comprehension is no function"),
        };
        let body = match source {
            Source::Module(module) => Some(&module.body[..]),
            Source::Def(def) => Some(&def.body[..]),
            Source::Class(class) => Some(&class.body[..]),
            _ => None,
        };
        Declaration {
            name: name.into(),
            qualname: self.qualname(id, name),
            module: file.name.clone(),
            params: signature.names.clone(),
            signature,
            file: number,
            runtime: false,
            source,
            scope: id,
            kind: match (scope.yields, scope.is_async) {
                (false, false) => Kind::Plain,
                (true, false) => Kind::Generator,
                (false, true) => Kind::Coroutine,
                (true, true) => Kind::AsyncGenerator,
            },
            // Those of builtins and of the library are not CPython's: there are none.
            doc: body.filter(|_| !file.library).and_then(docstring),
            generic: false,
            names: false,
            strict: false,
            unwraps: None,
        }
    }

    fn qualname(&self, id: ScopeId, name: &str) -> Rc<str> {
        let scope = self.scopes.get(id);
        let Some(mut parent) = scope.parent else {
            return name.into();
        };
        // A name that is declared global belongs to no other scope.
        let symbol = self.scopes.get(parent).symbol(name);
        if symbol.is_some_and(|s| s.declared.is_some() && s.resolution == Resolution::Global) {
            return name.into();
        }
        // What stands in a comprehension has the comprehension in its name.
        let mut inner = String::new();
        while self.scopes.get(parent).kind == ScopeKind::Comprehension {
            let what = match self.scopes.get(parent).comprehension {
                Some("list comprehension") => "listcomp",
                Some("set comprehension") => "setcomp",
                _ => "dictcomp",
            };
            inner = format!("<{what}>.<locals>.{inner}");
            parent = self
                .scopes
                .get(parent)
                .parent
                .expect("a comprehension is in a scope");
        }
        let prefix = match self.scopes.get(parent).kind {
            ScopeKind::Module => String::new(),
            ScopeKind::Class => format!("{}.", self.functions[self.index(parent)].qualname),
            _ => format!("{}.<locals>.", self.functions[self.index(parent)].qualname),
        };
        format!("{prefix}{inner}{name}").into()
    }

    fn index(&self, scope: ScopeId) -> usize {
        self.by_scope[&scope].0 as usize
    }

    fn load_runtime(
        &mut self,
        library: &'a [File],
        constants: &[(&'static str, i32)],
    ) -> Result<(), Refusal> {
        for file in library {
            let added = self.scopes.add_module(&file.module);
            added.map_err(|refusal| refusal.in_file(file.number))?;
        }
        let first = self.functions.len();
        let (functions, globals) = (&mut self.functions, &mut self.globals);
        self.runtime = Runtime::load(library, constants, &self.scopes, functions, globals)?;
        for function in &self.functions[first..] {
            let checked = check_scope(self.scopes.get(function.scope), &self.runtime);
            checked.map_err(|refusal| refusal.in_file(function.file))?;
        }
        Ok(())
    }

    /// Makes the global variables of all modules.
    fn find_globals(&mut self) {
        for number in 0..self.modules.len() {
            let first = self.modules[number].scope.0;
            let next = self.modules.get(number + 1).map_or(u32::MAX, |m| m.scope.0);
            let mut found: Vec<(Rc<str>, bool, bool)> = vec![];
            for (id, scope) in self.scopes.from(ScopeId(first)) {
                if id.0 >= next || (id.0 != first && scope.kind == ScopeKind::Module) {
                    break;
                }
                for symbol in &scope.symbols {
                    if symbol.resolution != Resolution::Global {
                        continue;
                    }
                    let has_value = symbol.loaded && module_value(&symbol.name).is_some();
                    if symbol.is_bound() || has_value {
                        let elsewhere = id.0 != first && symbol.is_bound();
                        let name = symbol.name.clone();
                        found.push((name, elsewhere, symbol.deleted));
                    }
                }
            }
            for (name, shared, deleted) in found {
                let global = self.global(number, &name);
                let info = &mut self.globals[global.0 as usize];
                info.shared |= shared;
                info.deleted |= deleted;
            }
            if self.scopes.get(self.modules[number].scope).annotations {
                self.global(number, &"__annotations__".into());
            }
            let stars = self.modules[number].imports.star_names.clone();
            for name in stars {
                self.global(number, &name);
            }
            let children = self.modules[number].imports.children.clone();
            for name in children {
                let global = self.global(number, &name);
                self.globals[global.0 as usize].shared = true;
            }
            for (name, global) in &self.patched {
                let names = &mut self.modules[number].names;
                names.entry(name.clone()).or_insert(*global);
            }
        }
        imports::note_stores(self);
    }

    /// Notes which globals surely are the function of a `def` statement.
    fn find_constants(&mut self) {
        for index in 0..self.functions.len() {
            let function = &self.functions[index];
            let Source::Def(def) = function.source else {
                continue;
            };
            if function.runtime {
                continue;
            }
            let parent = self
                .scopes
                .get(function.scope)
                .parent
                .expect("a def is in a scope");
            let module = usize::from(function.file);
            let scope = self.scopes.get(parent);
            let name = super::scope::mangle(scope.class.as_deref(), &def.name);
            let at_module = scope.kind == ScopeKind::Module;
            let symbol = scope.symbol(&name).expect("a def binds its name");
            if symbol.resolution != Resolution::Global {
                continue;
            }
            let constant = at_module
                && symbol.bindings == 1
                && def.decorator_list.is_empty()
                && self.scopes.get(function.scope).made_once
                && !self.modules[module].imports.star_names.contains(&name);
            let global = self.modules[module].names[&name];
            let info = &mut self.globals[global.0 as usize];
            info.defs.push(FuncId(index as u32));
            info.constant = constant && !info.shared && !info.deleted;
        }
    }

    /// The default value of a runtime function's parameter.
    pub fn runtime_default(&self, id: FuncId, param: usize) -> Const {
        let default = self.function(id).signature.defaults[param];
        let value = default.map(|default| self.runtime.constant(default));
        let value = value.expect("the parameter has a default value");
        value.expect("the runtime's defaults were checked")
    }

    /// A function.
    pub fn function(&self, id: FuncId) -> &Declaration<'a> {
        &self.functions[id.0 as usize]
    }

    /// A function's scope.
    pub fn scope(&self, id: FuncId) -> &Scope {
        self.scopes.get(self.function(id).scope)
    }

    /// A global variable's description.
    pub fn info(&self, global: Global) -> &GlobalInfo {
        &self.globals[global.0 as usize]
    }

    /// The functions of the program, with the modules' bodies. A function comes after the
    /// one around it.
    pub fn own(&self) -> impl Iterator<Item = FuncId> + use<'_, 'a> {
        let own = self.functions.iter().take_while(|f| !f.runtime);
        (0..own.count() as u32).map(FuncId)
    }

    /// The function of a `def` statement, lambda, class body or generator expression.
    pub fn definition<T>(&self, node: &T) -> FuncId {
        self.by_scope[&self.scopes.of(node)]
    }

    /// The function around a function; `None` for a module's body.
    pub fn parent(&self, id: FuncId) -> Option<FuncId> {
        let parent = self.scope(id).parent?;
        Some(self.by_scope[&self.scopes.get(parent).frame])
    }

    /// The name in a function's `def` statement, or where it is.
    pub fn definition_name(&self, id: FuncId) -> TextRange {
        match self.function(id).source {
            Source::Def(def) => def.name.range(),
            Source::Class(def) => def.name.range(),
            Source::Module(module) => module.range,
            Source::Lambda(lambda) => lambda.range,
            Source::Generator(generator) => generator.range,
            Source::Comprehension => TextRange::default(),
        }
    }

    /// Modules that do not exist.
    pub fn warnings(&self) -> Vec<Refusal> {
        let modules = (0..).zip(&self.modules);
        let warnings = modules.flat_map(|(file, module)| {
            let missing = module.imports.missing.iter().cloned();
            missing.map(move |warning| warning.in_file(file))
        });
        warnings.collect()
    }

    /// What a builtin's name denotes.
    pub fn builtin(&self, name: &str) -> Option<Const> {
        self.runtime.builtin(name).cloned()
    }

    /// The global variable of a module with a name, which is made if there is none.
    pub fn global(&mut self, module: usize, name: &Rc<str>) -> Global {
        if let Some(global) = self.modules[module].names.get(name) {
            return *global;
        }
        let global = Global(self.globals.len() as u32);
        let mut info = GlobalInfo::new(name);
        info.module = module;
        info.initial = match &**name {
            "__name__" => Some(Const::Str(self.modules[module].name.clone())),
            "__doc__" => {
                let doc = self.function(self.modules[module].body).doc.clone();
                Some(doc.map_or(Const::None, Const::Str))
            }
            "__file__" => Some(Const::Str(self.modules[module].path.clone())),
            "__package__" if module == 0 => Some(Const::None),
            "__package__" => Some(Const::Str(self.modules[module].package.clone())),
            _ if self.patched.contains_key(name) => None,
            _ => module_value(name).or_else(|| self.builtin(name)),
        };
        self.globals.push(info);
        self.modules[module].names.insert(name.clone(), global);
        global
    }

    /// The function that a global surely is once it is bound.
    pub fn constant_function(&self, global: Global) -> Option<FuncId> {
        let info = self.info(global);
        info.defs.first().copied().filter(|_| info.constant)
    }

    /// What an `import` statement surely binds a name to.
    pub fn alias(&self, scope: ScopeId, name: &str) -> Option<&Alias> {
        let module = self.module_of(scope);
        self.modules[module].imports.alias(scope, name)
    }

    /// The same of a global variable.
    pub fn alias_of(&self, global: Global) -> Option<&Alias> {
        let info = self.info(global);
        let module = self.modules.get(info.module)?;
        let alias = module.imports.alias(module.scope, &info.name);
        alias.filter(|_| !info.shared)
    }

    /// True if the module may import itself, through others.
    pub fn in_cycle(&self, module: usize) -> bool {
        let imported = &self.modules[module].imports.files;
        imported.iter().any(|other| self.reaches(*other, module))
    }

    /// The module that a scope belongs to.
    pub fn module_of(&self, scope: ScopeId) -> usize {
        let after = self.modules.partition_point(|module| module.scope <= scope);
        after - 1
    }

    /// The intrinsic that a module imports under this name.
    pub fn intrinsic(&self, module: usize, name: &str) -> Option<Intrinsic> {
        let imported = self.modules.get(module)?.imports.intrinsics.as_ref()?;
        let visible = imported.iter().any(|i| **i == *"*" || **i == *name);
        Intrinsic::named(name).filter(|_| visible)
    }

    fn find_main(&self) -> Option<(FuncId, Global)> {
        self.modules[0].imports.intrinsics.as_ref()?;
        let global = *self.modules[0].names.get("main")?;
        let info = self.info(global);
        let scopes = self
            .scopes
            .from(ScopeId(0))
            .take_while(|(id, _)| self.modules.get(1).is_none_or(|module| *id < module.scope));
        let used = scopes
            .flat_map(|(_, scope)| &scope.symbols)
            .any(|s| s.loaded && s.resolution == Resolution::Global && &*s.name == "main");
        (info.constant && !used).then(|| (info.defs[0], global))
    }
}

/// The header of a runtime function.
pub fn declare<'a>(def: &'a StmtFunctionDef, file: u16, scopes: &Scopes) -> Declaration<'a> {
    let signature = Signature::of(&def.parameters, None);
    Declaration {
        name: def.name.as_str().into(),
        qualname: def.name.as_str().into(),
        module: MAIN.into(),
        params: signature.names.clone(),
        signature,
        file,
        runtime: true,
        source: Source::Def(def),
        scope: scopes.of(def),
        kind: Kind::Plain,
        doc: None,
        generic: false,
        names: false,
        strict: false,
        unwraps: None,
    }
}
