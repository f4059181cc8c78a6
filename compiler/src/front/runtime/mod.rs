//! What the runtime's files define: functions, classes, constants, variables, and which
//! function handles the trap of which opcode. The files share one namespace.

pub mod bare_numbers;
mod class;
mod constant;
mod decorator;
mod interface;
pub mod intrinsic;
mod known_names;
mod mro;
mod slots;
pub mod special_results;

pub use class::{docstring, Class, Member};
pub use decorator::mnemonic;
pub use interface::{Interface, KnownClass, Routine};
pub use known_names::machine_constant;

use super::builtins::BUILTINS;
use super::declaration::{declare, Declaration, GlobalInfo};
use super::scope::{Declared, Scope, Scopes};
use crate::error::Refusal;
use crate::ir::{ClassNo, Const, FuncId, Global, ObjectField, RuntimeWord, WordName};
use constant::Constants;
use decorator::Decorators;
use pyxl_isa::layout::ClassId;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ModModule, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::Ranged;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

/// A parsed file of the runtime, with its number among the source files.
#[derive(Debug)]
pub struct File {
    /// Number.
    pub number: u16,
    /// Contents.
    pub module: ModModule,
}

/// What the runtime's files define.
#[derive(Debug, Default)]
pub struct Runtime<'a> {
    /// Functions.
    pub functions: HashMap<&'a str, FuncId>,
    /// Variables: lower-case names that a file assigns.
    pub variables: HashMap<&'a str, Global>,
    /// Classes.
    pub classes: Vec<Class<'a>>,
    /// Classes by name.
    pub class_names: HashMap<&'a str, ClassNo>,
    /// Handlers of traps: what the decorators `@trap("mnemonic", …)` make.
    pub handlers: HashMap<Opcode, FuncId>,
    /// What programs see, by module and name; builtins are in `builtins`.
    pub modules: BTreeMap<Rc<str>, BTreeMap<Rc<str>, Shown>>,
    /// The functions and classes that the compiler knows.
    pub interface: Interface,
    constants: Constants<'a>,
}

/// What programs see under a name of a module.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its value before the program begins.
    pub value: Const,
    /// The variable that holds it. Names denote builtins themselves, unless the program
    /// changes them in their module.
    pub global: Global,
}

/// The names of the modules that programs can import from the runtime.
pub fn module_names<'m>(files: impl Iterator<Item = &'m ModModule>) -> HashSet<String> {
    let mut names = HashSet::from([BUILTINS.to_string()]);
    for stmt in files.flat_map(|file| &file.body) {
        let decorators = match stmt {
            Stmt::FunctionDef(def) => Decorators::of(&def.decorator_list),
            Stmt::ClassDef(def) => Decorators::of(&def.decorator_list),
            Stmt::AnnAssign(assign) => Decorators::of_expr(&assign.annotation),
            _ => continue,
        };
        if let Ok(decorators) = decorators {
            names.insert(decorators.module().to_string());
        }
    }
    names
}

impl<'a> Runtime<'a> {
    /// Declares what the files define. `constants` come from outside of the files.
    ///
    /// # Errors
    /// If a file does not keep to what the runtime may do, or all that the compiler misses.
    pub fn load(
        files: &'a [File],
        constants: &[(&'static str, i32)],
        scopes: &Scopes<'a>,
        functions: &mut Vec<Declaration<'a>>,
        globals: &mut Vec<GlobalInfo>,
    ) -> Result<Runtime<'a>, Vec<Refusal>> {
        let mut loader = Loader {
            runtime: Runtime::default(),
            scopes,
            functions,
            globals,
            visible: vec![],
            mixins: mixins(files)?,
            file: 0,
        };
        for (name, value) in constants {
            loader.runtime.constants.set(name, Const::Int(*value));
        }
        for file in files {
            loader.file = file.number;
            let statements = file.module.body.iter();
            statements
                .into_iter()
                .try_for_each(|stmt| loader.statement(stmt))
                .map_err(|refusal| refusal.in_file(file.number))?;
        }
        loader.finish()
    }

    /// The value of a constant, a class or a function by its name in the files.
    pub fn value(&self, name: &str) -> Option<Const> {
        self.constants.named(name, self).ok().flatten()
    }

    /// The value of a constant expression.
    ///
    /// # Errors
    /// If it is none.
    pub fn constant(&self, expr: &Expr) -> Result<Const, Refusal> {
        self.constants.value(expr, self)
    }

    /// The word of an object that a name denotes: one of the table of layouts, or one of an object
    /// that only the runtime knows, the size of which has a name: `GENERATOR_STATE` is one of
    /// `GENERATOR`, as there is `GENERATOR_WORDS`.
    pub fn word_named(&self, name: &str) -> Option<WordName> {
        if let Some(field) = ObjectField::named(name) {
            return Some(field.into());
        }
        if !self.constants.contains(name) {
            return None;
        }
        let splits = name.rmatch_indices('_');
        let mut splits = splits.map(|(at, _)| (&name[..at], &name[at + 1..]));
        let sized = |object: &str| self.constants.contains(&format!("{object}_WORDS"));
        let (object, word) = splits.find(|(object, _)| sized(object))?;
        let (object, word) = (object.into(), word.into());
        (word != "WORDS".into()).then(|| WordName::Runtime(Rc::new(RuntimeWord { object, word })))
    }

    /// The word that a name stands for: one of the table of layouts, if it is another name of that.
    pub fn resolve(&self, name: &WordName) -> WordName {
        let other = match name {
            WordName::Runtime(_) => self.constants.table_word(&name.to_string()),
            WordName::Table(_) => None,
        };
        other.map_or_else(|| name.clone(), WordName::Table)
    }

    /// What programs see under a name of a module.
    pub fn visible(&self, module: &str, name: &str) -> Option<&Shown> {
        self.modules.get(module)?.get(name)
    }

    /// The builtin with this name.
    pub fn builtin(&self, name: &str) -> Option<&Const> {
        let value = &self.visible(BUILTINS, name)?.value;
        (!matches!(value, Const::Unbound(..))).then_some(value)
    }

    /// The class with this id.
    pub fn class_with_id(&self, id: ClassId) -> Option<ClassNo> {
        let index = self.classes.iter().position(|class| class.id == id)?;
        Some(ClassNo(index as u32))
    }

    /// The order in which a class and its bases are searched for attributes.
    pub fn linearise(&self, class: ClassNo) -> Vec<ClassNo> {
        mro::linearise(class, &|class| &self.class(class).bases)
    }

    /// True for a class that is another one or derived from it.
    pub fn derives(&self, class: ClassNo, from: ClassNo) -> bool {
        class == from || (self.class(class).bases.iter()).any(|base| self.derives(*base, from))
    }

    /// A class.
    pub fn class(&self, class: ClassNo) -> &Class<'a> {
        &self.classes[class.0 as usize]
    }
}

/// The class statements that are `@mixin`, by name.
fn mixins(files: &[File]) -> Result<HashMap<&str, (u16, &StmtClassDef)>, Refusal> {
    let mut mixins = HashMap::new();
    for file in files {
        for class in file.module.body.iter().filter_map(Stmt::as_class_def_stmt) {
            let decorators = Decorators::of(&class.decorator_list);
            if decorators.map_err(|r| r.in_file(file.number))?.mixin {
                mixins.insert(class.name.as_str(), (file.number, class));
            }
        }
    }
    Ok(mixins)
}

/// A runtime that is being read.
struct Loader<'a, 'l> {
    runtime: Runtime<'a>,
    scopes: &'l Scopes<'a>,
    functions: &'l mut Vec<Declaration<'a>>,
    globals: &'l mut Vec<GlobalInfo>,
    /// Module, name and expression of what programs see.
    visible: Vec<(u16, Rc<str>, Rc<str>, Visible<'a>)>,
    /// What classes include, with the numbers of their files.
    mixins: HashMap<&'a str, (u16, &'a StmtClassDef)>,
    file: u16,
}

/// What programs see under a name.
enum Visible<'a> {
    Const(Const),
    Expr(&'a Expr),
}

impl<'a> Loader<'a, '_> {
    fn statement(&mut self, stmt: &'a Stmt) -> Result<(), Refusal> {
        match stmt {
            Stmt::FunctionDef(def) => {
                let decorators = Decorators::of(&def.decorator_list)?;
                let id = self.declare(def, &decorators)?;
                self.once(&def.name, def.name.range)?;
                self.runtime.functions.insert(&def.name, id);
                self.handlers(def, &decorators, id)?;
                self.show(&decorators, &def.name, Const::Func(id));
                Ok(())
            }
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Assign(assign) => match &assign.targets[..] {
                [Expr::Name(name)] => {
                    self.once(&name.id, name.range)?;
                    if name.id.chars().any(char::is_lowercase) {
                        self.variable(&name.id, &assign.value);
                    } else {
                        self.runtime
                            .constants
                            .declare(&name.id, self.file, &assign.value);
                    }
                    Ok(())
                }
                _ => Err(not_allowed(stmt)),
            },
            Stmt::AnnAssign(assign) => {
                let (Expr::Name(name), Some(value)) = (&*assign.target, &assign.value) else {
                    return Err(not_allowed(stmt));
                };
                let decorators = Decorators::of_expr(&assign.annotation)?;
                self.once(&name.id, name.range)?;
                self.runtime.constants.declare(&name.id, self.file, value);
                let shown = decorators.name_or(&name.id);
                let module = decorators.module();
                self.visible
                    .push((self.file, module, shown, Visible::Expr(value)));
                Ok(())
            }
            Stmt::Expr(docstring) if docstring.value.is_string_literal_expr() => Ok(()),
            _ => Err(not_allowed(stmt)),
        }
    }

    /// Refuses a name that is defined already, here or in the layouts.
    fn once(&self, name: &str, range: ruff_text_size::TextRange) -> Result<(), Refusal> {
        let runtime = &self.runtime;
        let defined = runtime.functions.contains_key(name)
            || runtime.class_names.contains_key(name)
            || runtime.variables.contains_key(name)
            || runtime.constants.contains(name);
        let message = match (defined, machine_constant(name)) {
            (false, None) => return Ok(()),
            (true, _) => format!("the runtime defines `{name}` twice"),
            (false, Some(_)) => format!("`{name}` has a value without a definition"),
        };
        Err(Refusal::wrong(message, range))
    }

    fn declare(
        &mut self,
        def: &'a StmtFunctionDef,
        decorators: &Decorators,
    ) -> Result<FuncId, Refusal> {
        let mut declaration = declare(def, self.file, self.scopes);
        declaration.generic = decorators.generic;
        declaration.names = decorators.names;
        declaration.strict = decorators.strict;
        declaration.name = decorators.name_or(&def.name);
        declaration.qualname = declaration.name.clone();
        declaration.module = decorators.module();
        self.functions.push(declaration);
        Ok(FuncId(self.functions.len() as u32 - 1))
    }

    /// Functions that handle traps: one with the definition's name, and one made of the same text
    /// for each further line of `@trap`.
    fn handlers(
        &mut self,
        def: &'a StmtFunctionDef,
        decorators: &Decorators,
        first: FuncId,
    ) -> Result<(), Refusal> {
        for (i, opcodes) in decorators.traps.iter().enumerate() {
            let id = match i {
                0 => first,
                _ => self.declare(def, decorators)?,
            };
            if let (1.., Some(opcode)) = (i, opcodes.first()) {
                let name = format!("{}:{}", def.name, opcode.row().mnemonic);
                self.functions[id.0 as usize].name = name.into();
            }
            for opcode in opcodes {
                if self.runtime.handlers.insert(*opcode, id).is_some() {
                    let message = format!("a second handler for `{}`", opcode.row().mnemonic);
                    return Err(Refusal::wrong(message, def.name.range));
                }
            }
        }
        Ok(())
    }

    fn variable(&mut self, name: &'a str, value: &'a Expr) {
        self.globals.push(GlobalInfo {
            shared: true,
            ..GlobalInfo::new(name)
        });
        let global = Global(self.globals.len() as u32 - 1);
        self.runtime.variables.insert(name, global);
        self.runtime.constants.initial(global, self.file, value);
    }

    fn show(&mut self, decorators: &Decorators, name: &str, value: Const) {
        if decorators.builtin {
            let shown = decorators.name_or(name);
            let module = decorators.module();
            self.visible
                .push((self.file, module, shown, Visible::Const(value)));
        }
    }

    fn finish(self) -> Result<Runtime<'a>, Vec<Refusal>> {
        let Loader {
            mut runtime,
            functions,
            globals,
            visible,
            file,
            ..
        } = self;
        class::resolve(&mut runtime, functions)?;
        let interface = Interface::of(&runtime, functions);
        runtime.interface = interface.map_err(|faults| {
            faults
                .into_iter()
                .map(|it| it.in_file(file))
                .collect::<Vec<_>>()
        })?;
        for (global, value) in runtime.constants.initials(&runtime)? {
            globals[global.0 as usize].initial = Some(value);
        }
        for (file, module, name, value) in visible {
            let value = match value {
                Visible::Const(value) => value,
                Visible::Expr(expr) => (runtime.constant(expr)).map_err(|r| r.in_file(file))?,
            };
            globals.push(GlobalInfo {
                shared: true,
                initial: Some(value.clone()),
                ..GlobalInfo::new(&name)
            });
            let global = Global(globals.len() as u32 - 1);
            let shown = Shown { value, global };
            runtime
                .modules
                .entry(module)
                .or_default()
                .insert(name, shown);
        }
        for function in functions.iter_mut().filter(|function| function.runtime) {
            let defaults = function.signature.defaults.iter().flatten();
            for default in defaults {
                let value = runtime.constant(default);
                value.map_err(|refusal| refusal.in_file(function.file))?;
            }
        }
        Ok(runtime)
    }
}

/// The scope of a runtime file's function knows the runtime's variables as globals.
pub fn check_scope(scope: &Scope, runtime: &Runtime) -> Result<(), Refusal> {
    let unknown = scope.symbols.iter().find_map(|symbol| {
        let (declared, range) = symbol.declared?;
        let known = runtime.variables.contains_key(&*symbol.name);
        (declared == Declared::Global && !known).then_some((&symbol.name, range))
    });
    match unknown {
        Some((name, range)) => Err(Refusal::wrong(
            format!("the runtime has no variable `{name}`"),
            range,
        )),
        None => Ok(()),
    }
}

fn not_allowed(stmt: &Stmt) -> Refusal {
    Refusal::wrong(
        "a runtime file has functions, classes, constants and variables only",
        stmt.range(),
    )
}
