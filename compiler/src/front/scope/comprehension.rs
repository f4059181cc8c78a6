//! Comprehensions, and what stands in them in an unusual scope: `:=`, `yield`, `await`.

use super::collect::SymbolCollector;
use super::{Declared, ScopeKind, ScopeNode};
use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{Comprehension, Expr, ExprNamed};
use ruff_text_size::TextRange;

/// What CPython calls a generator expression.
pub(super) const GENERATOR: &str = "generator expression";

impl<'a> SymbolCollector<'_, 'a> {
    /// A comprehension or generator expression: its first iterable belongs to the scope
    /// around it.
    pub(super) fn comprehension<T>(
        &mut self,
        node: &T,
        what: &'static str,
        source: ScopeNode<'a>,
        generators: &'a [Comprehension],
        elements: &[&'a Expr],
        range: TextRange,
    ) {
        let (first, others) = generators
            .split_first()
            .expect("a comprehension has a `for`");
        let outer = std::mem::replace(&mut self.in_iterable, true);
        self.visit_expr(&first.iter);
        self.in_iterable = outer;
        let is_generator = what == GENERATOR;
        let kind = match is_generator {
            true => ScopeKind::Function,
            false => ScopeKind::Comprehension,
        };
        let mut scope = self.new_scope(kind, false);
        scope.yields = is_generator;
        scope.comprehension = Some(what);
        let id = self.within(node, scope, source, |collector| {
            collector.clauses(first, None);
            for generator in others {
                collector.clauses(generator, Some(&generator.iter));
            }
            for element in elements {
                collector.visit_expr(element);
            }
            if first.is_async || others.iter().any(|generator| generator.is_async) {
                collector.scope().is_async = true;
            }
        });
        if self.scopes.get(id).is_async && !is_generator {
            self.awaits(
                "asynchronous comprehension outside of an asynchronous function",
                range,
            );
        }
    }

    pub(super) fn clauses(&mut self, generator: &'a Comprehension, iter: Option<&'a Expr>) {
        let outer = std::mem::replace(&mut self.in_target, true);
        self.visit_expr(&generator.target);
        self.in_target = outer;
        if let Some(iter) = iter {
            let outer = std::mem::replace(&mut self.in_iterable, true);
            self.visit_expr(iter);
            self.in_iterable = outer;
        }
        for condition in &generator.ifs {
            self.visit_expr(condition);
        }
    }

    /// Something that only an asynchronous function may do.
    pub(super) fn awaits(&mut self, message: &str, range: TextRange) {
        let scope = self.scope();
        match scope.kind {
            // An `await` makes a comprehension or generator expression asynchronous.
            ScopeKind::Comprehension => scope.is_async = true,
            ScopeKind::Function if scope.comprehension.is_some() => scope.is_async = true,
            ScopeKind::Function if scope.is_async => {}
            _ => self.refuse(message, range),
        }
    }

    pub(super) fn yields(&mut self, message: &'static str, range: TextRange) {
        let what = self.scope().comprehension;
        match what {
            Some(what) => self.refuse(format!("'yield' inside {what}"), range),
            None if self.kind() == ScopeKind::Function => self.scope().yields = true,
            None => self.refuse(format!("'{message}' outside function"), range),
        }
    }

    /// `name := value` binds in the innermost scope that is no comprehension.
    pub(super) fn named(&mut self, named: &'a ExprNamed) {
        if self.in_iterable {
            let message = "assignment expression cannot be used in a comprehension iterable \
                           expression";
            self.refuse(message, named.range);
            return;
        }
        self.visit_expr(&named.value);
        let Expr::Name(target) = &*named.target else {
            return;
        };
        if self.scope().comprehension.is_none() {
            self.bind(&target.id, target.range);
            return;
        }
        let name = self.mangled(&target.id);
        let mut inner = vec![];
        let mut home = self.current;
        while self.scopes.get(home).comprehension.is_some() {
            if self
                .scopes
                .get(home)
                .symbol(&name)
                .is_some_and(|s| s.bindings > 0)
            {
                let message = format!(
                    "assignment expression cannot rebind comprehension iteration variable \
                     '{}'",
                    target.id
                );
                self.refuse(message, target.range);
                return;
            }
            inner.push(home);
            home = self
                .scopes
                .get(home)
                .parent
                .expect("a comprehension is within a scope");
        }
        let how = match self.scopes.get(home).kind {
            ScopeKind::Class => {
                let message = "assignment expression within a comprehension cannot be used in \
                               a class body";
                self.refuse(message, target.range);
                return;
            }
            ScopeKind::Module => Declared::Global,
            _ => match self.scopes.get(home).symbol(&name).and_then(|s| s.declared) {
                Some((how, _)) => how,
                None => Declared::Nonlocal,
            },
        };
        self.scopes
            .get_mut(home)
            .symbol_mut(&name, target.range)
            .bindings += 1;
        for scope in inner {
            let symbol = self.scopes.get_mut(scope).symbol_mut(&name, target.range);
            symbol.declared = Some((how, target.range));
        }
    }
}
