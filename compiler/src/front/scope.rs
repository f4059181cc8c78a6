//! Which names a function or a module binds and loads, before anything is lowered.

use crate::error::Refusal;
use ruff_python_ast::visitor::{walk_expr, walk_stmt, Visitor};
use ruff_python_ast::{Expr, ExprContext, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};
use std::collections::{HashMap, HashSet};

/// The names of one scope: the module's body or a function's.
#[derive(Debug, Default)]
pub struct Scope<'a> {
    /// Names bound here, in order of their first binding. In a function they are
    /// its local variables, parameters first.
    pub bound: Vec<&'a str>,
    /// Names declared `global`; not in `bound`.
    pub declared: HashMap<&'a str, TextRange>,
    /// The declared names that the scope binds.
    pub writes: HashSet<&'a str>,
    /// Every name that is loaded.
    pub loads: HashSet<&'a str>,
    /// Bindings per name.
    pub bindings: HashMap<&'a str, usize>,
    /// The first use of each name.
    first_use: HashMap<&'a str, TextRange>,
    error: Option<Refusal>,
}

impl<'a> Scope<'a> {
    /// The scope of a module's body, without its functions' bodies.
    ///
    /// # Errors
    /// CPython's syntax errors about names.
    pub fn of_module(body: &'a [Stmt]) -> Result<Scope<'a>, Refusal> {
        let mut scope = Scope::default();
        scope.visit_body(body);
        // Here `global` says what is the case anyway.
        scope.declared.clear();
        scope.finish()
    }

    /// The scope of a function's body.
    ///
    /// # Errors
    /// CPython's syntax errors about names.
    pub fn of_function(def: &'a StmtFunctionDef) -> Result<Scope<'a>, Refusal> {
        let mut scope = Scope::default();
        for parameter in def.parameters.iter() {
            let name = parameter.name();
            if scope.bound.contains(&name.as_str()) {
                let message = format!("duplicate argument '{name}' in function definition");
                return Err(Refusal::syntax(message, name.range()));
            }
            scope.bind(name.as_str(), name.range());
        }
        scope.visit_body(&def.body);
        if let Some((name, range)) = scope
            .declared
            .iter()
            .find(|(name, _)| def.parameters.includes(name))
        {
            let message = format!("name '{name}' is parameter and global");
            return Err(Refusal::syntax(message, *range));
        }
        scope.finish()
    }

    fn finish(mut self) -> Result<Scope<'a>, Refusal> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let (declared, writes) = (&self.declared, &mut self.writes);
        self.bound.retain(|name| {
            let global = declared.contains_key(name);
            if global {
                writes.insert(name);
            }
            !global
        });
        Ok(self)
    }

    fn bind(&mut self, name: &'a str, range: TextRange) {
        if !self.bindings.contains_key(name) {
            self.bound.push(name);
        }
        *self.bindings.entry(name).or_default() += 1;
        self.first_use.entry(name).or_insert(range);
    }

    fn load(&mut self, name: &'a str, range: TextRange) {
        self.loads.insert(name);
        self.first_use.entry(name).or_insert(range);
    }
}

impl<'a> Visitor<'a> for Scope<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            // The body is a scope of its own.
            Stmt::FunctionDef(def) => self.bind(&def.name, def.name.range()),
            Stmt::Global(global) => {
                for name in &global.names {
                    if self.first_use.contains_key(name.as_str()) {
                        let how = match self.bindings.contains_key(name.as_str()) {
                            true => "assigned to before",
                            false => "used prior to",
                        };
                        let message = format!("name '{name}' is {how} global declaration");
                        self.error
                            .get_or_insert(Refusal::syntax(message, stmt.range()));
                    }
                    self.declared.insert(name, stmt.range());
                }
            }
            Stmt::AugAssign(assign) => {
                if let Expr::Name(name) = &*assign.target {
                    self.load(&name.id, name.range);
                }
                walk_stmt(self, stmt);
            }
            // An annotation is no use of the names in it.
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
                self.visit_expr(&assign.target);
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load => self.load(&name.id, name.range),
                _ => self.bind(&name.id, name.range),
            },
            _ => walk_expr(self, expr),
        }
    }
}

/// The names that a loop's body binds, nested loops included.
pub fn binds(body: &[Stmt], name: &str) -> bool {
    let mut scope = Scope::default();
    scope.visit_body(body);
    scope.bindings.contains_key(name)
}
