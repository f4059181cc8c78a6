//! What is known of the whole program before its code is lowered: modules, functions,
//! globals, and which global surely is which function.

mod build;
mod class_use;
mod globals;
mod imports;
mod module;
mod patches;
mod stars;
mod stores;

pub use super::declaration::{Declaration, FunctionKind, GlobalInfo};
pub use super::modules::MAIN;
pub use super::scope::ScopeNode;
pub use module::{Alias, Imports, Module, ModuleRef};
pub use stars::public_names;

use super::machine_function::MachineFunction;
use super::runtime::Runtime;
use super::scope::{Scope, ScopeId, Scopes};
use crate::error::Refusal;
use crate::ir::{Const, FuncId, Global};
use ruff_text_size::{Ranged, TextRange};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

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

    /// The function around a declaration.
    pub fn enclosing(&self, declaration: &Declaration) -> Option<&Declaration<'a>> {
        let parent = self.scopes.get(declaration.scope).parent?;
        let frame = self.scopes.get(parent).frame;
        self.by_scope.get(&frame).map(|id| self.function(*id))
    }

    /// The name in a function's `def` statement, or where it is.
    pub fn definition_name(&self, id: FuncId) -> TextRange {
        match self.function(id).source {
            ScopeNode::Def(def) => def.name.range(),
            ScopeNode::Class(def) => def.name.range(),
            ScopeNode::Module(module) => module.range,
            ScopeNode::Lambda(lambda) => lambda.range,
            ScopeNode::Generator(generator) => generator.range,
            ScopeNode::Comprehension => TextRange::default(),
        }
    }

    /// CPython's warnings, and modules that do not exist.
    pub fn warnings(&self) -> Vec<Refusal> {
        let modules = (0..).zip(&self.modules);
        let warnings = modules.flat_map(|(file, module)| {
            let missing = module.imports.missing.iter();
            let all = module.warnings.iter().chain(missing).cloned();
            all.map(move |warning| warning.in_file(file))
        });
        warnings.collect()
    }

    /// What a builtin's name denotes.
    pub fn builtin(&self, name: &str) -> Option<Const> {
        self.runtime.builtin(name).cloned()
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
    pub fn intrinsic(&self, module: usize, name: &str) -> Option<MachineFunction> {
        let imported = self.modules.get(module)?.imports.intrinsics.as_ref()?;
        let visible = imported.iter().any(|i| **i == *"*" || **i == *name);
        MachineFunction::named(name).filter(|_| visible)
    }
}
