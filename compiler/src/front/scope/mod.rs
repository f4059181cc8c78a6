//! Scopes and what each name in them denotes.
//!
//! A scope is a module, a function (with lambdas and generator expressions), a class body
//! or a comprehension. A comprehension has its own names but no frame: its variables live
//! in the frame of the scope around it, under other slots.

mod collect;
mod comprehension;
mod resolve;
mod visit;

use crate::error::Refusal;
use crate::work;
use ruff_python_ast::{ExprGenerator, ExprLambda, ModModule, StmtClassDef, StmtFunctionDef};
use ruff_text_size::TextRange;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// A scope of the program or of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub u32);

/// Where a function's body comes from.
#[derive(Clone, Copy, Debug)]
pub enum ScopeNode<'a> {
    /// A module's body.
    Module(&'a ModModule),
    /// A `def` statement.
    Def(&'a StmtFunctionDef),
    /// A lambda expression.
    Lambda(&'a ExprLambda),
    /// A class body.
    Class(&'a StmtClassDef),
    /// A generator expression.
    Generator(&'a ExprGenerator),
    /// A comprehension, which is part of another function.
    Comprehension,
}

/// What a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// A module's body.
    Module,
    /// A function's body, a lambda, or a generator expression.
    Function,
    /// A class body, whose names are in a namespace object.
    Class,
    /// A list, set or dict comprehension.
    Comprehension,
}

/// `global` or `nonlocal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// `global`.
    Global,
    /// `nonlocal`.
    Nonlocal,
}

impl Declared {
    /// The keyword.
    pub fn keyword(self) -> &'static str {
        match self {
            Declared::Global => "global",
            Declared::Nonlocal => "nonlocal",
        }
    }
}

/// What a name denotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// A variable of a function's or comprehension's scope, this one or another.
    Variable(ScopeId),
    /// A name of the class body's own namespace.
    Namespace,
    /// A global variable of the module, or a builtin.
    Global,
}

/// A name in a scope.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// The name, mangled.
    pub name: Rc<str>,
    /// How often the scope binds it.
    pub bindings: usize,
    /// The scope reads it.
    pub loaded: bool,
    /// An expression reads it, not only `name += …`.
    pub used: bool,
    /// The scope reads it, and not only for an attribute of it.
    pub value_use: bool,
    /// The scope deletes it, or the variable of an `except` clause.
    pub deleted: bool,
    /// It is a parameter.
    pub parameter: bool,
    /// It is annotated.
    pub annotated: bool,
    /// Its declaration.
    pub declared: Option<(Declared, TextRange)>,
    /// Its first use.
    pub first_use: TextRange,
    /// What it denotes.
    pub resolution: Resolution,
    /// Another frame uses this variable: it lives in a cell.
    pub captured: bool,
}

impl Symbol {
    /// The scope binds it.
    pub fn is_bound(&self) -> bool {
        self.bindings > 0 || self.parameter
    }
}

/// A scope.
#[derive(Debug)]
pub struct Scope {
    /// What it is.
    pub kind: ScopeKind,
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// The scope whose frame has its variables: itself, unless it is a comprehension.
    pub frame: ScopeId,
    /// Name of the class that mangles private names.
    pub class: Option<Rc<str>>,
    /// Names in the order of their first use.
    pub symbols: Vec<Symbol>,
    numbers: HashMap<Rc<str>, usize>,
    /// Variables of other frames that this frame needs, in the order of its closure.
    pub free: Vec<(Rc<str>, ScopeId)>,
    is_free: HashSet<(Rc<str>, ScopeId)>,
    /// It has a `yield`.
    pub yields: bool,
    /// It is `async def`, or a generator expression with `async for` or `await`.
    pub is_async: bool,
    /// Its body runs at most once: it is no function's, and no loop or function is around it.
    pub once: bool,
    /// Its function object is made at most once.
    pub made_once: bool,
    /// What CPython calls it, if it is a comprehension or generator expression.
    pub comprehension: Option<&'static str>,
    /// It has annotations to be kept.
    pub annotations: bool,
}

impl Scope {
    /// A name in the scope.
    pub fn symbol(&self, name: &str) -> Option<&Symbol> {
        work::step();
        self.numbers.get(name).map(|number| &self.symbols[*number])
    }

    /// The entry of a name, which is made if it has none.
    pub fn symbol_mut(&mut self, name: &Rc<str>, range: TextRange) -> &mut Symbol {
        let next = self.symbols.len();
        let number = *self.numbers.entry(name.clone()).or_insert(next);
        if number == next {
            self.symbols.push(Symbol {
                name: name.clone(),
                bindings: 0,
                loaded: false,
                used: false,
                value_use: false,
                deleted: false,
                parameter: false,
                annotated: false,
                declared: None,
                first_use: range,
                resolution: Resolution::Global,
                captured: false,
            });
        }
        &mut self.symbols[number]
    }

    /// A variable of another frame is needed.
    pub(super) fn need_free(&mut self, variable: (Rc<str>, ScopeId)) {
        if self.is_free.insert(variable.clone()) {
            self.free.push(variable);
        }
    }

    /// The variables of the scope, parameters first.
    pub fn variables(&self, own: ScopeId) -> impl Iterator<Item = &Symbol> {
        let is_variable = move |s: &&Symbol| s.resolution == Resolution::Variable(own);
        self.symbols.iter().filter(is_variable)
    }
}

/// All scopes. A scope comes after the one around it.
#[derive(Debug, Default)]
pub struct Scopes<'a> {
    scopes: Vec<Scope>,
    sources: Vec<ScopeNode<'a>>,
    nodes: HashMap<usize, ScopeId>,
    /// What the program does with attributes.
    pub attributes: Attributes,
    /// Variables that something may unbind, with their scopes.
    deleted: HashMap<ScopeId, HashSet<Rc<str>>>,
}

/// What the program does with attributes, as far as modules may be concerned.
#[derive(Debug, Default)]
pub struct Attributes {
    /// Names of attributes that are assigned or deleted, with the scope and the name of
    /// their object if that is a variable.
    pub stores: Vec<(ScopeId, Option<Rc<str>>, Rc<str>)>,
    /// Names of attributes that are read.
    pub loads: HashSet<Rc<str>>,
    /// The program deletes attributes.
    pub deletes: bool,
    /// Names that may be bound to the module `builtins`.
    pub builtins: HashSet<Rc<str>>,
}

/// The name of the variable with the class, for `super`.
pub const CLASS_CELL: &str = "__class__";

impl<'a> Scopes<'a> {
    /// True if an `except` clause, a `del` statement or `nonlocal` code may unbind a variable.
    pub fn may_be_deleted(&self, owner: ScopeId, name: &str) -> bool {
        let names = self.deleted.get(&owner);
        names.is_some_and(|names| names.contains(name))
    }

    fn find_deleted(&mut self, id: ScopeId) {
        for symbol in self.scopes[id.0 as usize]
            .symbols
            .iter()
            .filter(|s| s.deleted)
        {
            let mut scopes = vec![id];
            if let Resolution::Variable(owner) = symbol.resolution {
                scopes.push(owner);
            }
            for scope in scopes {
                let names = self.deleted.entry(scope).or_default();
                names.insert(symbol.name.clone());
            }
        }
    }

    /// Adds the scopes of a module; returns that of its body.
    ///
    /// # Errors
    /// CPython's syntax errors about names.
    pub fn add_module(&mut self, module: &'a ModModule) -> Result<ScopeId, Refusal> {
        let first = self.scopes.len() as u32;
        collect::collect(self, module)?;
        for number in first..self.scopes.len() as u32 {
            self.resolve(ScopeId(number))?;
        }
        for number in first..self.scopes.len() as u32 {
            self.find_deleted(ScopeId(number));
        }
        Ok(ScopeId(first))
    }

    /// A scope.
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }

    /// The scope that a node of the syntax tree opens.
    pub fn of<T>(&self, node: &T) -> ScopeId {
        self.nodes[&address(node)]
    }

    /// Where a scope's code comes from.
    pub fn source(&self, id: ScopeId) -> ScopeNode<'a> {
        self.sources[id.0 as usize]
    }

    /// Opens a scope.
    pub fn push<T>(&mut self, node: &T, scope: Scope, source: ScopeNode<'a>) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        self.sources.push(source);
        self.nodes.insert(address(node), id);
        self.scopes.push(scope);
        id
    }

    /// An empty scope within `parent`.
    pub fn empty(&self, kind: ScopeKind, parent: Option<ScopeId>, once: bool) -> Scope {
        let own = ScopeId(self.scopes.len() as u32);
        let frame = match (kind, parent) {
            (ScopeKind::Comprehension, Some(parent)) => self.get(parent).frame,
            _ => own,
        };
        Scope {
            kind,
            parent,
            frame,
            class: parent.and_then(|parent| self.get(parent).class.clone()),
            symbols: vec![],
            numbers: HashMap::new(),
            free: vec![],
            is_free: HashSet::new(),
            yields: false,
            is_async: false,
            once,
            made_once: once,
            comprehension: None,
            annotations: false,
        }
    }

    /// The scopes from one on outwards.
    pub fn outwards(&self, from: ScopeId) -> impl Iterator<Item = ScopeId> + '_ {
        std::iter::successors(Some(from), |id| self.get(*id).parent)
    }

    /// All scopes from a number on.
    pub fn from(&self, first: ScopeId) -> impl Iterator<Item = (ScopeId, &Scope)> {
        let scopes = &self.scopes[first.0 as usize..];
        (first.0..)
            .map(ScopeId)
            .zip(scopes)
            .inspect(|_| work::step())
    }

    /// The innermost scope around `id`, or itself, that has a frame and is a function's.
    pub fn function_around(&self, id: ScopeId) -> Option<ScopeId> {
        let frame = self.get(id).frame;
        (self.get(frame).kind == ScopeKind::Function).then_some(frame)
    }
}

fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

/// A private name of a class, as CPython mangles it.
pub fn mangle(class: Option<&str>, name: &str) -> Rc<str> {
    let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    let class = class.map(|class| class.trim_start_matches('_'));
    match class.filter(|class| private && !class.is_empty()) {
        Some(class) => format!("_{class}{name}").into(),
        None => name.into(),
    }
}
