//! The first pass over a syntax tree: which names each scope binds, loads and declares.

use super::{mangle, Declared, Scope, ScopeId, ScopeKind, ScopeNode, Scopes, Symbol, CLASS_CELL};
use crate::error::Refusal;
use crate::front::builtins::BUILTINS;
use crate::front::machine_function::INTRINSICS_MODULE;
use crate::front::modules::has_future_annotations;
use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{
    Expr, ExprCall, Identifier, Keyword, ModModule, Parameters, Stmt, StmtAnnAssign, StmtClassDef,
    StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// Collects the scopes of a module.
///
/// # Errors
/// CPython's syntax errors about names, `yield` and `await`.
pub fn collect<'a>(scopes: &mut Scopes<'a>, module: &'a ModModule) -> Result<(), Refusal> {
    let scope = scopes.empty(ScopeKind::Module, None, true);
    let current = scopes.push(module, scope, ScopeNode::Module(module));
    let mut collector = SymbolCollector {
        scopes,
        current,
        in_iterable: false,
        in_target: false,
        loops: 0,
        future_annotations: has_future_annotations(module),
        error: None,
    };
    collector.visit_body(&module.body);
    collector.error.map_or(Ok(()), Err)
}

pub(super) struct SymbolCollector<'s, 'a> {
    pub(super) scopes: &'s mut Scopes<'a>,
    pub(super) current: ScopeId,
    /// Within the iterable of a comprehension.
    pub(super) in_iterable: bool,
    /// Within the target of a comprehension.
    pub(super) in_target: bool,
    /// Loops around, within the scope.
    pub(super) loops: usize,
    pub(super) future_annotations: bool,
    pub(super) error: Option<Refusal>,
}

impl<'a> SymbolCollector<'_, 'a> {
    pub(super) fn scope(&mut self) -> &mut Scope {
        self.scopes.get_mut(self.current)
    }

    pub(super) fn kind(&self) -> ScopeKind {
        self.scopes.get(self.current).kind
    }

    pub(super) fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.scopes.get(self.current).class.as_deref(), name)
    }

    pub(super) fn refuse(&mut self, message: impl Into<String>, range: TextRange) {
        self.error.get_or_insert(Refusal::syntax(message, range));
    }

    /// The keyword arguments of a call or a class.
    pub(super) fn check_keywords(&mut self, keywords: &[Keyword]) {
        let names = keywords.iter().map(|keyword| keyword.arg.as_deref());
        let names: Vec<Option<&str>> = names.collect();
        for (at, keyword) in keywords.iter().enumerate() {
            let Some(name) = names[at] else { continue };
            if names[..at].contains(&Some(name)) {
                let message = format!("keyword argument repeated: {name}");
                self.refuse(message, keyword.range);
            }
        }
    }

    pub(super) fn bind(&mut self, name: &str, range: TextRange) {
        let name = self.mangled(name);
        let in_target = self.in_target;
        let symbol = self.scope().symbol_mut(&name, range);
        symbol.bindings += 1;
        if in_target && symbol.declared.is_some() {
            let message = format!(
                "comprehension inner loop cannot rebind assignment expression target '{name}'"
            );
            self.refuse(message, range);
        }
    }

    pub(super) fn load(&mut self, name: &str, range: TextRange, is_value: bool) {
        let mangled = self.mangled(name);
        let symbol = self.scope().symbol_mut(&mangled, range);
        (symbol.loaded, symbol.used) = (true, true);
        symbol.value_use |= is_value;
        if name == "super" && self.scopes.function_around(self.current).is_some() {
            let class: Rc<str> = CLASS_CELL.into();
            let frame = self.scopes.get(self.current).frame;
            let scope = self.scopes.get_mut(frame);
            scope.symbol_mut(&class, range).loaded = true;
        }
    }

    pub(super) fn delete(&mut self, name: &str, range: TextRange) {
        self.bind(name, range);
        let name = self.mangled(name);
        self.scope().symbol_mut(&name, range).deleted = true;
    }

    pub(super) fn declare(&mut self, names: &[Identifier], how: Declared, range: TextRange) {
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
                    _ if symbol.used => "used prior to",
                    _ if symbol.annotated => {
                        let message = format!("annotated name '{name}' can't be {keyword}");
                        self.refuse(message, range);
                        continue;
                    }
                    _ if symbol.bindings > 0 => "assigned to before",
                    Symbol {
                        declared: Some((other, first)),
                        ..
                    } => {
                        if other != how {
                            self.refuse(format!("name '{name}' is nonlocal and global"), first);
                        }
                        continue;
                    }
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
    pub(super) fn within<T>(
        &mut self,
        node: &T,
        scope: Scope,
        source: ScopeNode<'a>,
        visit: impl FnOnce(&mut Self),
    ) -> ScopeId {
        let id = self.scopes.push(node, scope, source);
        let outer = (self.current, self.in_target, self.loops);
        (self.current, self.in_target, self.loops) = (id, false, 0);
        visit(self);
        (self.current, self.in_target, self.loops) = outer;
        id
    }

    /// True if what is created here is created at most once.
    pub(super) fn once(&self) -> bool {
        self.loops == 0 && self.scopes.get(self.current).once
    }

    pub(super) fn new_scope(&self, kind: ScopeKind, once: bool) -> Scope {
        self.scopes.empty(kind, Some(self.current), once)
    }

    pub(super) fn parameters(&mut self, parameters: &'a Parameters) {
        let plain = parameters.iter_non_variadic_params();
        let variadic = parameters.vararg.iter().chain(&parameters.kwarg);
        let names = plain.map(|param| param.name());
        for name in names.chain(variadic.map(|param| param.name())) {
            let mangled = self.mangled(name);
            if self.scope().symbol(&mangled).is_some() {
                let message = format!("duplicate argument '{name}' in function definition");
                self.refuse(message, name.range());
            }
            self.scope().symbol_mut(&mangled, name.range).parameter = true;
        }
    }

    pub(super) fn function(&mut self, def: &'a StmtFunctionDef) {
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
        self.within(def, scope, ScopeNode::Def(def), |collector| {
            collector.parameters(&def.parameters);
            collector.visit_body(&def.body);
        });
    }

    pub(super) fn defaults(&mut self, parameters: &'a Parameters) {
        let defaults = parameters.iter_non_variadic_params();
        for default in defaults.filter_map(|p| p.default()) {
            self.visit_expr(default);
        }
    }

    pub(super) fn class(&mut self, def: &'a StmtClassDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(arguments) = &def.arguments {
            self.visit_arguments(arguments);
        }
        self.bind(&def.name, def.name.range);
        let mut scope = self.new_scope(ScopeKind::Class, self.once());
        scope.class = Some(def.name.as_str().into());
        self.within(def, scope, ScopeNode::Class(def), |collector| {
            collector.visit_body(&def.body);
        });
    }

    pub(super) fn annotated(&mut self, assign: &'a StmtAnnAssign) {
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
    pub(super) fn named_attribute(&mut self, call: &ExprCall) {
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

    pub(super) fn import(&mut self, stmt: &'a Stmt) {
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
                    self.refuse("import * only allowed at module level", alias.range);
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
