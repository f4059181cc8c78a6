//! `from … import *`: the names that it binds.

use super::{ModuleRef, Program, ScopeNode};
use ruff_python_ast::{Expr, Stmt};
use std::rc::Rc;

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
        let ScopeNode::Module(body) = self.scopes.source(self.modules[module].scope) else {
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
}
