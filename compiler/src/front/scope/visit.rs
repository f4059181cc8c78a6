//! Which part of the syntax tree does what to the names of its scope.

use super::collect::SymbolCollector;
use super::comprehension::GENERATOR;
use super::{Declared, ScopeKind, ScopeNode};
use ruff_python_ast::visitor::{
    walk_arguments, walk_except_handler, walk_expr, walk_pattern, walk_stmt, Visitor,
};
use ruff_python_ast::{Arguments, ExceptHandler, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::Ranged;

impl<'a> Visitor<'a> for SymbolCollector<'_, 'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Global(global) => self.declare(&global.names, Declared::Global, stmt.range()),
            Stmt::Nonlocal(nonlocal) => {
                self.declare(&nonlocal.names, Declared::Nonlocal, stmt.range());
            }
            Stmt::AugAssign(assign) => {
                if let Expr::Name(name) = &*assign.target {
                    let text = self.mangled(&name.id);
                    let symbol = self.scope().symbol_mut(&text, name.range);
                    (symbol.loaded, symbol.value_use) = (true, true);
                }
                walk_stmt(self, stmt);
            }
            Stmt::AnnAssign(assign) => self.annotated(assign),
            Stmt::Import(_) | Stmt::ImportFrom(_) => self.import(stmt),
            Stmt::For(_) | Stmt::While(_) => {
                if let Stmt::For(stmt) = stmt {
                    if stmt.is_async {
                        self.awaits("'async for' outside async function", stmt.range);
                    }
                }
                self.loops += 1;
                walk_stmt(self, stmt);
                self.loops -= 1;
            }
            Stmt::With(with) => {
                if with.is_async {
                    self.awaits("'async with' outside async function", with.range);
                }
                walk_stmt(self, stmt);
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(clause) = handler;
        if let Some(name) = &clause.name {
            self.delete(name, name.range);
        }
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        walk_pattern(self, pattern);
        if let Some(name) = name {
            self.bind(name, name.range);
        }
    }

    fn visit_arguments(&mut self, arguments: &'a Arguments) {
        self.check_keywords(&arguments.keywords);
        walk_arguments(self, arguments);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load => self.load(&name.id, name.range, true),
                ExprContext::Del => self.delete(&name.id, name.range),
                _ => self.bind(&name.id, name.range),
            },
            Expr::Attribute(attribute) => {
                let attr = self.mangled(&attribute.attr);
                let object = attribute.value.as_name_expr();
                if attribute.ctx == ExprContext::Load {
                    self.scopes.attributes.loads.insert(attr);
                } else {
                    let object = object.map(|name| self.mangled(&name.id));
                    let store = (self.current, object, attr);
                    self.scopes.attributes.stores.push(store);
                    self.scopes.attributes.deletes |= attribute.ctx == ExprContext::Del;
                }
                match object {
                    Some(name) => self.load(&name.id, name.range, false),
                    None => self.visit_expr(&attribute.value),
                }
            }
            Expr::Call(call) => {
                self.named_attribute(call);
                walk_expr(self, expr);
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                let mut scope = self.new_scope(ScopeKind::Function, false);
                scope.made_once = self.once();
                self.within(lambda, scope, ScopeNode::Lambda(lambda), |collector| {
                    if let Some(parameters) = &lambda.parameters {
                        collector.parameters(parameters);
                    }
                    collector.visit_expr(&lambda.body);
                });
            }
            Expr::ListComp(comp) => {
                let elements = [&*comp.elt];
                self.comprehension(
                    comp,
                    "list comprehension",
                    ScopeNode::Comprehension,
                    &comp.generators,
                    &elements,
                    comp.range,
                );
            }
            Expr::SetComp(comp) => {
                let elements = [&*comp.elt];
                self.comprehension(
                    comp,
                    "set comprehension",
                    ScopeNode::Comprehension,
                    &comp.generators,
                    &elements,
                    comp.range,
                );
            }
            Expr::DictComp(comp) => {
                let key = comp.key.as_deref().into_iter();
                let elements: Vec<&'a Expr> = key.chain([&*comp.value]).collect();
                self.comprehension(
                    comp,
                    "dict comprehension",
                    ScopeNode::Comprehension,
                    &comp.generators,
                    &elements,
                    comp.range,
                );
            }
            Expr::Generator(comp) => {
                let elements = [&*comp.elt];
                let source = ScopeNode::Generator(comp);
                let range = comp.range;
                self.comprehension(comp, GENERATOR, source, &comp.generators, &elements, range);
            }
            Expr::Named(named) => self.named(named),
            Expr::Yield(yields) => {
                self.yields("yield", yields.range);
                walk_expr(self, expr);
            }
            Expr::YieldFrom(yields) => {
                self.yields("yield", yields.range);
                if self.kind() == ScopeKind::Function && self.scope().is_async {
                    self.refuse("'yield from' inside async function", yields.range);
                }
                walk_expr(self, expr);
            }
            Expr::Await(await_expr) => {
                let message = match self.scopes.function_around(self.current) {
                    Some(_) => "'await' outside async function",
                    None => "'await' outside function",
                };
                self.awaits(message, await_expr.range);
                walk_expr(self, expr);
            }
            _ => walk_expr(self, expr),
        }
    }
}
