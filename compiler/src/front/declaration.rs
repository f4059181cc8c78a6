//! Functions and global variables as far as their definitions tell.

use super::modules::MAIN;
use super::scope::{ScopeId, ScopeNode, Scopes};
use super::signature::Signature;
use crate::ir::{ClassNo, Const, FuncId};
use pyxl_isa::layout::ClassId;
use ruff_python_ast::StmtFunctionDef;
use std::rc::Rc;

/// What calling a function does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FunctionKind {
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
    pub source: ScopeNode<'a>,
    /// Its names.
    pub scope: ScopeId,
    /// What calling it does.
    pub kind: FunctionKind,
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
    /// The class that the function has as a value.
    pub value_class: ClassId,
}

impl Declaration<'_> {
    /// What the qualified name has before the name.
    pub fn owner(&self) -> Option<&str> {
        self.qualname.strip_suffix(&*self.name)?.strip_suffix('.')
    }
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
        source: ScopeNode::Def(def),
        scope: scopes.of(def),
        kind: FunctionKind::Plain,
        doc: None,
        generic: false,
        names: false,
        strict: false,
        unwraps: None,
        value_class: ClassId::BUILTIN_FUNCTION,
    }
}
