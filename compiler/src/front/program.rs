//! What is known of the whole program before its code is lowered: functions,
//! globals, and which global surely is which function.

use super::builtins::{Intrinsic, INTRINSICS_MODULE};
use super::refuse;
use super::runtime::{check_scope, File, Runtime};
use super::scope::Scope;
use super::signature::Signature;
use crate::error::Refusal;
use crate::ir::{ClassNo, Const, FuncId, Global};
use ruff_python_ast::{ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Name of the program's main module.
pub const MAIN: &str = "__main__";

/// Where a function's body comes from.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// The program's module body.
    Module(&'a ModModule),
    /// A `def` statement.
    Def(&'a StmtFunctionDef),
}

/// What a call of a function does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It runs the body.
    Plain,
    /// It makes a generator.
    Generator,
    /// It makes a coroutine.
    Coroutine,
    /// It makes an asynchronous generator.
    AsyncGenerator,
}

/// A module that the program imports, other than those of the runtime.
#[derive(Debug)]
pub struct Module {
    /// Name.
    pub name: Rc<str>,
    /// Its body.
    pub body: FuncId,
    /// Its variables.
    pub globals: Vec<(Rc<str>, Global)>,
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
    pub scope: Scope<'a>,
    /// What a call of it does.
    pub kind: Kind,
    /// Of a runtime function: its operators work on any values.
    pub generic: bool,
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
    /// It is bound once, by a `def` at the top level of the module.
    pub constant: bool,
    /// A function assigns it, so that any call may change it.
    pub shared: bool,
    /// Its value before the program begins.
    pub initial: Option<Const>,
}

impl GlobalInfo {
    /// A variable that nothing is known of but its name.
    pub fn new(name: &str) -> GlobalInfo {
        GlobalInfo {
            name: name.into(),
            defs: vec![],
            constant: false,
            shared: false,
            initial: None,
        }
    }
}

/// The whole program, and the runtime that it may use.
#[derive(Debug)]
pub struct Program<'a> {
    /// Functions: the module's body, those of the program, those of the runtime.
    pub functions: Vec<Declaration<'a>>,
    /// Global variables.
    pub globals: Vec<GlobalInfo>,
    /// Globals by name.
    pub names: HashMap<&'a str, Global>,
    /// Names imported from [`INTRINSICS_MODULE`], `*` for all, if that is imported.
    imported: Option<Vec<&'a str>>,
    /// The `import` statements that are more than refused.
    pub imports: Vec<TextRange>,
    /// Modules that the program imports.
    pub modules: Vec<Module>,
    /// The runtime's functions and constants by name.
    pub runtime: Runtime<'a>,
    /// Operators and attributes may run functions of the program.
    pub has_classes: bool,
    /// `main`, to be called after the module's body: its intrinsics are imported and
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
        module: &'a ModModule,
        library: &'a [File],
        constants: &[(&'static str, i32)],
    ) -> Result<Program<'a>, Refusal> {
        let scope = Scope::of_module(&module.body)?;
        let mut program = Program {
            functions: vec![],
            globals: vec![],
            names: HashMap::new(),
            imported: None,
            imports: vec![],
            modules: vec![],
            runtime: Runtime::default(),
            main: None,
            has_classes: false,
        };
        for name in &scope.bound {
            program.global(name);
        }
        let mut defs = vec![];
        collect_defs(&module.body, true, &mut defs);
        let once = |name: &str| scope.bindings[name] == 1;
        let mut fixed = HashSet::new();
        let mut functions = vec![];
        for (def, unconditional) in defs {
            let id = FuncId(1 + functions.len() as u32);
            let declaration = declare(def, 0, false)?;
            let global = program.names[def.name.as_str()];
            program.globals[global.0 as usize].defs.push(id);
            if unconditional && once(&def.name) {
                fixed.insert(global);
            }
            functions.push(declaration);
        }
        for function in &functions {
            for name in &function.scope.writes {
                let global = program.global(name);
                program.globals[global.0 as usize].shared = true;
                fixed.remove(&global);
            }
        }
        for global in fixed {
            program.globals[global.0 as usize].constant = true;
        }
        program.import(module)?;
        program.functions.push(Declaration {
            name: "<module>".into(),
            qualname: "<module>".into(),
            module: MAIN.into(),
            params: vec![],
            signature: Signature::default(),
            file: 0,
            runtime: false,
            source: Source::Module(module),
            scope,
            kind: Kind::Plain,
            generic: false,
            unwraps: None,
        });
        program.functions.extend(functions);
        program.main = program.find_main();
        let (functions, globals) = (&mut program.functions, &mut program.globals);
        program.runtime = Runtime::load(library, constants, functions, globals)?;
        for function in program.functions.iter().filter(|function| function.runtime) {
            let checked = check_scope(&function.scope, &program.runtime);
            checked.map_err(|refusal| refusal.in_file(function.file))?;
        }
        Ok(program)
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

    /// A global variable's description.
    pub fn info(&self, global: Global) -> &GlobalInfo {
        &self.globals[global.0 as usize]
    }

    /// The module's body, and the functions of the program.
    pub fn own(&self) -> impl Iterator<Item = FuncId> + use<'_, 'a> {
        let own = self.functions.iter().take_while(|f| !f.runtime);
        (0..own.count() as u32).map(FuncId)
    }

    /// The function that a `def` statement of the program defines.
    pub fn definition(&self, def: &StmtFunctionDef) -> FuncId {
        let is_it = |id: &FuncId| match self.function(*id).source {
            Source::Def(other) => other.range == def.range,
            Source::Module(_) => false,
        };
        self.own()
            .find(is_it)
            .expect("all definitions were collected")
    }

    /// The name in a function's `def` statement.
    pub fn definition_name(&self, id: FuncId) -> TextRange {
        match self.function(id).source {
            Source::Def(def) => def.name.range(),
            Source::Module(module) => module.range,
        }
    }

    fn global(&mut self, name: &'a str) -> Global {
        *self.names.entry(name).or_insert_with(|| {
            self.globals.push(GlobalInfo::new(name));
            Global(self.globals.len() as u32 - 1)
        })
    }

    fn import(&mut self, module: &'a ModModule) -> Result<(), Refusal> {
        for stmt in &module.body {
            let Stmt::ImportFrom(import) = stmt else {
                continue;
            };
            if import.level != 0 || import.module.as_deref() != Some(INTRINSICS_MODULE) {
                return Err(refuse::statement(stmt));
            }
            self.imports.push(stmt.range());
            let imported = self.imported.get_or_insert_default();
            for alias in &import.names {
                let name = alias.name.as_str();
                if let Some(asname) = &alias.asname {
                    return Err(Refusal::unsupported("renamed intrinsics", asname.range()));
                }
                if name != "*" && Intrinsic::named(name).is_none() {
                    let message = format!("`{INTRINSICS_MODULE}` has no `{name}`");
                    return Err(Refusal::syntax(message, alias.range).help(
                        "it has pyxl_write_gpio_pinN(level) and pyxl_read_gpio_pinN(), with N \
                         from 0 to 31, and pyxl_get_cycle_counter()",
                    ));
                }
                imported.push(name);
            }
            if let Some(name) = self
                .names
                .keys()
                .find(|name| self.intrinsic(name).is_some())
            {
                let feature = format!("programs that also bind the intrinsic `{name}`");
                return Err(Refusal::unsupported(feature, stmt.range()));
            }
        }
        Ok(())
    }

    /// The intrinsic that the program imports under this name.
    pub fn intrinsic(&self, name: &str) -> Option<Intrinsic> {
        let imported = self.imported.as_ref()?;
        let visible = imported.iter().any(|i| *i == "*" || *i == name);
        Intrinsic::named(name).filter(|_| visible)
    }

    fn find_main(&self) -> Option<(FuncId, Global)> {
        self.imported.as_ref()?;
        let global = *self.names.get("main")?;
        let info = self.info(global);
        let used = self
            .functions
            .iter()
            .any(|f| f.scope.loads.contains("main"));
        (info.constant && !used).then(|| (info.defs[0], global))
    }
}

/// The header of a function.
///
/// # Errors
/// If it uses what is not supported.
pub fn declare(
    def: &StmtFunctionDef,
    file: u16,
    runtime: bool,
) -> Result<Declaration<'_>, Refusal> {
    refuse::function_header(def, runtime)?;
    let signature = Signature::of(&def.parameters);
    Ok(Declaration {
        name: def.name.as_str().into(),
        qualname: def.name.as_str().into(),
        module: MAIN.into(),
        params: signature.names.clone(),
        signature,
        file,
        runtime,
        source: Source::Def(def),
        scope: Scope::of_function(def)?,
        kind: Kind::Plain,
        generic: false,
        unwraps: None,
    })
}

/// The `def` statements of the module's body in order, and whether they are surely
/// executed once.
fn collect_defs<'a>(body: &'a [Stmt], once: bool, defs: &mut Vec<(&'a StmtFunctionDef, bool)>) {
    for stmt in body {
        match stmt {
            Stmt::FunctionDef(def) => defs.push((def, once)),
            Stmt::If(stmt) => {
                collect_defs(&stmt.body, false, defs);
                for clause in &stmt.elif_else_clauses {
                    collect_defs(&clause.body, false, defs);
                }
            }
            // Others are refused when they are lowered.
            _ => {}
        }
    }
}
