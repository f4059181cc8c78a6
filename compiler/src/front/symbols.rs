//! The first pass over a syntax tree: which names each scope binds, loads and declares.

use super::builtins::INTRINSICS_MODULE;
use super::runtime::BUILTINS;
use super::scope::{mangle, Declared, Scope, ScopeId, ScopeKind, Scopes, Source, CLASS_CELL};
use crate::error::Refusal;
use ruff_python_ast::visitor::{
    walk_arguments, walk_except_handler, walk_expr, walk_pattern, walk_stmt, Visitor,
};
use ruff_python_ast::{
    Arguments, Comprehension, ExceptHandler, Expr, ExprCall, ExprContext, ExprNamed, Identifier,
    Keyword, ModModule, Parameters, Pattern, Stmt, StmtAnnAssign, StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// Collects the scopes of a module.
///
/// # Errors
/// CPython's syntax errors about names, `yield` and `await`.
pub fn collect<'a>(scopes: &mut Scopes<'a>, module: &'a ModModule) -> Result<(), Refusal> {
    let scope = scopes.empty(ScopeKind::Module, None, true);
    let current = scopes.push(module, scope, Source::Module(module));
    let mut collector = Collector {
        scopes,
        current,
        in_iterable: false,
        loops: 0,
        future_annotations: has_future_annotations(module),
        error: None,
    };
    collector.visit_body(&module.body);
    collector.error.map_or(Ok(()), Err)
}

/// True if the module says `from __future__ import annotations`.
pub fn has_future_annotations(module: &ModModule) -> bool {
    module.body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            import.module.as_deref() == Some("__future__")
                && import
                    .names
                    .iter()
                    .any(|alias| &*alias.name == "annotations")
        }
        _ => false,
    })
}

struct Collector<'s, 'a> {
    scopes: &'s mut Scopes<'a>,
    current: ScopeId,
    /// Within the iterable of a comprehension.
    in_iterable: bool,
    /// Loops around, within the scope.
    loops: usize,
    future_annotations: bool,
    error: Option<Refusal>,
}

impl<'a> Collector<'_, 'a> {
    fn scope(&mut self) -> &mut Scope {
        self.scopes.get_mut(self.current)
    }

    fn kind(&self) -> ScopeKind {
        self.scopes.get(self.current).kind
    }

    fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.scopes.get(self.current).class.as_deref(), name)
    }

    fn refuse(&mut self, message: impl Into<String>, range: TextRange) {
        self.error.get_or_insert(Refusal::syntax(message, range));
    }

    /// `__debug__` is a constant.
    fn check_target(&mut self, name: &str, range: TextRange) {
        if name == "__debug__" {
            self.refuse("cannot assign to __debug__", range);
        }
    }

    /// The keyword arguments of a call or a class.
    fn check_keywords(&mut self, keywords: &[Keyword]) {
        let names = keywords.iter().map(|keyword| keyword.arg.as_deref());
        let names: Vec<Option<&str>> = names.collect();
        for (at, keyword) in keywords.iter().enumerate() {
            let Some(name) = names[at] else { continue };
            self.check_target(name, keyword.range);
            if names[..at].contains(&Some(name)) {
                let message = format!("keyword argument repeated: {name}");
                self.refuse(message, keyword.range);
            }
        }
    }

    fn bind(&mut self, name: &str, range: TextRange) {
        self.check_target(name, range);
        let name = self.mangled(name);
        self.scope().symbol_mut(&name, range).bindings += 1;
    }

    fn load(&mut self, name: &str, range: TextRange, is_value: bool) {
        let mangled = self.mangled(name);
        let symbol = self.scope().symbol_mut(&mangled, range);
        symbol.loaded = true;
        symbol.value_use |= is_value;
        if name == "super" && self.scopes.function_around(self.current).is_some() {
            let class: Rc<str> = CLASS_CELL.into();
            let frame = self.scopes.get(self.current).frame;
            let scope = self.scopes.get_mut(frame);
            scope.symbol_mut(&class, range).loaded = true;
        }
    }

    fn delete(&mut self, name: &str, range: TextRange) {
        self.bind(name, range);
        let name = self.mangled(name);
        self.scope().symbol_mut(&name, range).deleted = true;
    }

    fn declare(&mut self, names: &[Identifier], how: Declared, range: TextRange) {
        if how == Declared::Nonlocal && self.kind() == ScopeKind::Module {
            self.refuse("nonlocal declaration not allowed at module level", range);
            return;
        }
        let keyword = how.keyword();
        for name in names {
            let mangled = self.mangled(name);
            let symbol = self.scope().symbol(&mangled).cloned();
            if let Some(symbol) = symbol {
                let what = match symbol {
                    _ if symbol.parameter => {
                        let message = format!("name '{name}' is parameter and {keyword}");
                        self.refuse(message, range);
                        continue;
                    }
                    _ if symbol.declared.is_some_and(|(other, _)| other != how) => {
                        self.refuse(format!("name '{name}' is nonlocal and global"), range);
                        continue;
                    }
                    _ if symbol.declared.is_some() => continue,
                    _ if symbol.annotated => {
                        let message = format!("annotated name '{name}' can't be {keyword}");
                        self.refuse(message, range);
                        continue;
                    }
                    _ if symbol.bindings > 0 => "assigned to before",
                    _ => "used prior to",
                };
                self.refuse(
                    format!("name '{name}' is {what} {keyword} declaration"),
                    range,
                );
            }
            // In a module `global` says what is the case anyway.
            if self.kind() != ScopeKind::Module {
                self.scope().symbol_mut(&mangled, name.range).declared = Some((how, range));
            }
        }
    }

    /// Visits what stands in a new scope.
    fn within<T>(
        &mut self,
        node: &T,
        scope: Scope,
        source: Source<'a>,
        visit: impl FnOnce(&mut Self),
    ) -> ScopeId {
        let id = self.scopes.push(node, scope, source);
        let outer = (self.current, self.in_iterable, self.loops);
        (self.current, self.in_iterable, self.loops) = (id, false, 0);
        visit(self);
        (self.current, self.in_iterable, self.loops) = outer;
        id
    }

    /// True if what is created here is created at most once.
    fn once(&self) -> bool {
        self.loops == 0 && self.scopes.get(self.current).once
    }

    fn new_scope(&self, kind: ScopeKind, once: bool) -> Scope {
        self.scopes.empty(kind, Some(self.current), once)
    }

    fn parameters(&mut self, parameters: &'a Parameters) {
        for parameter in parameters.iter() {
            let name = parameter.name();
            self.check_target(name, name.range());
            let mangled = self.mangled(name);
            if self.scope().symbol(&mangled).is_some() {
                let message = format!("duplicate argument '{name}' in function definition");
                self.refuse(message, name.range());
            }
            self.scope().symbol_mut(&mangled, name.range).parameter = true;
        }
    }

    fn function(&mut self, def: &'a StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&def.parameters);
        if !self.future_annotations {
            let annotations = def.parameters.iter().filter_map(|p| p.annotation());
            for annotation in annotations.chain(def.returns.as_deref()) {
                self.visit_expr(annotation);
            }
        }
        self.bind(&def.name, def.name.range);
        let mut scope = self.new_scope(ScopeKind::Function, false);
        scope.is_async = def.is_async;
        scope.made_once = self.once();
        self.within(def, scope, Source::Def(def), |collector| {
            collector.parameters(&def.parameters);
            collector.visit_body(&def.body);
        });
    }

    fn defaults(&mut self, parameters: &'a Parameters) {
        let defaults = parameters.iter_non_variadic_params();
        for default in defaults.filter_map(|p| p.default()) {
            self.visit_expr(default);
        }
    }

    fn class(&mut self, def: &'a StmtClassDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(arguments) = &def.arguments {
            self.visit_arguments(arguments);
        }
        self.bind(&def.name, def.name.range);
        let mut scope = self.new_scope(ScopeKind::Class, self.once());
        scope.class = Some(def.name.as_str().into());
        self.within(def, scope, Source::Class(def), |collector| {
            collector.visit_body(&def.body);
        });
    }

    /// A comprehension or generator expression: its first iterable belongs to the scope
    /// around it.
    fn comprehension<T>(
        &mut self,
        node: &T,
        what: &'static str,
        source: Source<'a>,
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

    fn clauses(&mut self, generator: &'a Comprehension, iter: Option<&'a Expr>) {
        self.visit_expr(&generator.target);
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
    fn awaits(&mut self, message: &str, range: TextRange) {
        let scope = self.scope();
        match scope.kind {
            // An `await` makes a comprehension or generator expression asynchronous.
            ScopeKind::Comprehension => scope.is_async = true,
            ScopeKind::Function if scope.comprehension.is_some() => scope.is_async = true,
            ScopeKind::Function if scope.is_async => {}
            _ => self.refuse(message, range),
        }
    }

    fn yields(&mut self, message: &'static str, range: TextRange) {
        let what = self.scope().comprehension;
        match what {
            Some(what) => self.refuse(format!("'yield' inside {what}"), range),
            None if self.kind() == ScopeKind::Function => self.scope().yields = true,
            None => self.refuse(format!("'{message}' outside function"), range),
        }
    }

    /// `name := value` binds in the innermost scope that is no comprehension.
    fn named(&mut self, named: &'a ExprNamed) {
        self.visit_expr(&named.value);
        let Expr::Name(target) = &*named.target else {
            return;
        };
        if self.in_iterable {
            let message = "assignment expression cannot be used in a comprehension iterable \
                           expression";
            self.refuse(message, named.range);
            return;
        }
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
                self.refuse(message, named.range);
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

    fn annotated(&mut self, assign: &'a StmtAnnAssign) {
        if let Some(value) = &assign.value {
            self.visit_expr(value);
        }
        // In a function an annotation is not evaluated.
        let evaluated = self.kind() != ScopeKind::Function && !self.future_annotations;
        if evaluated {
            self.visit_expr(&assign.annotation);
        }
        match &*assign.target {
            Expr::Name(target) if assign.simple => {
                let name = self.mangled(&target.id);
                if let Some((how, _)) = self.scope().symbol(&name).and_then(|s| s.declared) {
                    let message =
                        format!("annotated name '{}' can't be {}", target.id, how.keyword());
                    self.refuse(message, assign.range);
                }
                self.bind(&target.id, target.range);
                self.scope().symbol_mut(&name, target.range).annotated = true;
                if self.kind() != ScopeKind::Function {
                    self.scope().annotations = true;
                }
            }
            Expr::Name(target) if assign.value.is_none() => self.bind(&target.id, target.range),
            target => self.visit_expr(target),
        }
    }

    /// `setattr` and `delattr` with a constant name are assignments.
    fn named_attribute(&mut self, call: &ExprCall) {
        let Expr::Name(function) = &*call.func else {
            return;
        };
        let deletes = function.id == "delattr";
        if let ([object, Expr::StringLiteral(name), ..], true) =
            (&*call.arguments.args, deletes || function.id == "setattr")
        {
            let object = object.as_name_expr().map(|name| self.mangled(&name.id));
            let store = (self.current, object, name.value.to_str().into());
            self.scopes.attributes.stores.push(store);
            self.scopes.attributes.deletes |= deletes;
        }
    }

    fn import(&mut self, stmt: &'a Stmt) {
        let (names, from) = match stmt {
            Stmt::Import(import) => (&import.names[..], false),
            Stmt::ImportFrom(import) => {
                let module = import.module.as_deref();
                if import.level == 0 && module == Some(INTRINSICS_MODULE) {
                    return;
                }
                (&import.names[..], true)
            }
            _ => return,
        };
        for alias in names {
            if &*alias.name == "*" {
                if self.kind() != ScopeKind::Module {
                    self.refuse("import * only allowed at module level", stmt.range());
                }
                continue;
            }
            let name = match &alias.asname {
                Some(name) => name.as_str(),
                None if from => alias.name.as_str(),
                None => alias.name.split('.').next().unwrap_or_default(),
            };
            self.bind(name, alias.range);
            if !from && &*alias.name == BUILTINS {
                let name = self.mangled(name);
                self.scopes.attributes.builtins.insert(name);
            }
        }
    }
}

/// True if statements bind a name, nested functions aside.
pub fn binds(body: &[Stmt], name: &str) -> bool {
    struct Finder<'n> {
        name: &'n str,
        found: bool,
    }
    impl<'a> Visitor<'a> for Finder<'_> {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            let defined = match stmt {
                Stmt::FunctionDef(def) => Some(&def.name),
                Stmt::ClassDef(def) => Some(&def.name),
                Stmt::Import(_) | Stmt::ImportFrom(_) => {
                    self.found = true;
                    None
                }
                _ => None,
            };
            self.found |= defined.is_some_and(|defined| **defined == *self.name);
            walk_stmt(self, stmt);
        }

        fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
            let ExceptHandler::ExceptHandler(clause) = handler;
            self.found |= clause
                .name
                .as_ref()
                .is_some_and(|name| **name == *self.name);
            walk_except_handler(self, handler);
        }

        fn visit_pattern(&mut self, pattern: &'a Pattern) {
            // Captures are rare in loops.
            self.found = true;
            walk_pattern(self, pattern);
        }

        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::Name(target) = expr {
                self.found |= target.ctx != ExprContext::Load && target.id == self.name;
            }
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder { name, found: false };
    finder.visit_body(body);
    finder.found
}

/// What CPython calls a generator expression.
const GENERATOR: &str = "generator expression";

impl<'a> Visitor<'a> for Collector<'_, 'a> {
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
                    self.load(&name.id, name.range, true);
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
            Stmt::Return(ret) => {
                if self.kind() != ScopeKind::Function {
                    self.refuse("'return' outside function", ret.range);
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
                    self.check_target(&attribute.attr, attribute.range);
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
                self.within(lambda, scope, Source::Lambda(lambda), |collector| {
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
                    Source::Comprehension,
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
                    Source::Comprehension,
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
                    Source::Comprehension,
                    &comp.generators,
                    &elements,
                    comp.range,
                );
            }
            Expr::Generator(comp) => {
                let elements = [&*comp.elt];
                let source = Source::Generator(comp);
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
