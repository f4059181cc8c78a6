//! What CPython's compiler checks when the scopes are known: where statements may stand, which
//! names cannot be bound, patterns; and what it warns of.
//!
//! The order is CPython's, so that of several errors the same one is found.

mod blocks;
mod pattern;
mod warning;

use crate::error::Refusal;
pub use pattern::is_wildcard;

use blocks::Block;
use ruff_python_ast::visitor::{walk_body, walk_expr, walk_stmt, Visitor};
use ruff_python_ast::{
    Arguments, ExceptHandler, Expr, ExprContext, ModModule, Parameters, Stmt, StmtClassDef,
    StmtFor as For, StmtFunctionDef, StmtImport, StmtImportFrom, StmtTry, StmtWhile as While,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// The name that is a constant.
const DEBUG: &str = "__debug__";

/// Checks a module; returns what is to be warned of.
///
/// # Errors
/// CPython's first syntax error.
pub fn check(module: &ModModule) -> Result<Vec<Refusal>, Refusal> {
    let mut checker = Checker {
        blocks: vec![],
        is_function: false,
        error: None,
        warnings: vec![],
    };
    checker.visit_body(&module.body);
    match checker.error {
        Some(error) => Err(error),
        None => Ok(checker.warnings),
    }
}

struct Checker {
    /// The statements around, within the function or class.
    blocks: Vec<Block>,
    /// The statement stands in a function.
    is_function: bool,
    error: Option<Refusal>,
    warnings: Vec<Refusal>,
}

impl Checker {
    fn refuse(&mut self, message: impl Into<String>, range: TextRange) {
        self.error.get_or_insert(Refusal::syntax(message, range));
    }

    /// A name is bound by what stands at `range`.
    fn binds(&mut self, name: &str, range: TextRange) {
        if name == DEBUG {
            self.refuse("cannot assign to __debug__", range);
        }
    }

    fn parameters(&mut self, parameters: &Parameters, range: TextRange) {
        for parameter in parameters.iter() {
            self.binds(parameter.name(), range);
        }
    }

    fn keywords(&mut self, arguments: &Arguments, range: TextRange) {
        for name in arguments.keywords.iter().filter_map(|k| k.arg.as_ref()) {
            self.binds(name, range);
        }
    }

    /// Visits what is a function or a class of its own.
    fn within(&mut self, is_function: bool, visit: impl FnOnce(&mut Self)) {
        let outer = (std::mem::take(&mut self.blocks), self.is_function);
        self.is_function = is_function;
        visit(self);
        (self.blocks, self.is_function) = outer;
    }

    fn function(&mut self, def: &StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_decorator(decorator);
        }
        let keyword = if def.is_async { "async def " } else { "def " };
        let range = definition(def.range, def.name.start(), keyword);
        self.parameters(&def.parameters, range);
        self.visit_parameters(&def.parameters);
        if let Some(returns) = &def.returns {
            self.visit_annotation(returns);
        }
        self.binds(&def.name, range);
        self.within(true, |checker| checker.visit_body(&def.body));
    }

    fn class(&mut self, class: &StmtClassDef) {
        for decorator in &class.decorator_list {
            self.visit_decorator(decorator);
        }
        let range = definition(class.range, class.name.start(), "class ");
        self.within(false, |checker| checker.visit_body(&class.body));
        if let Some(arguments) = &class.arguments {
            self.keywords(arguments, range);
            self.visit_arguments(arguments);
        }
        self.binds(&class.name, range);
    }

    fn try_statement(&mut self, stmt: &StmtTry) {
        let has_finally = !stmt.finalbody.is_empty();
        if has_finally {
            self.enter(Block::Other, stmt.range);
        }
        if !stmt.handlers.is_empty() {
            self.enter(Block::Other, stmt.range);
        }
        walk_body(self, &stmt.body);
        if !stmt.handlers.is_empty() {
            self.leave();
        }
        walk_body(self, &stmt.orelse);
        if !stmt.handlers.is_empty() {
            self.handlers(stmt);
        }
        if has_finally {
            // The way of exceptions has it in a block.
            walk_body(self, &stmt.finalbody);
            self.leave();
        }
    }

    fn handlers(&mut self, stmt: &StmtTry) {
        let handling = match stmt.is_star {
            true => Block::StarHandlers,
            false => Block::Other,
        };
        self.enter(handling, stmt.range);
        let last = stmt.handlers.len() - 1;
        for (at, ExceptHandler::ExceptHandler(handler)) in stmt.handlers.iter().enumerate() {
            match &handler.type_ {
                Some(class) => self.visit_expr(class),
                None if at < last => {
                    self.refuse("default 'except:' must be last", handler.range);
                }
                None => {}
            }
            if let Some(name) = &handler.name {
                self.binds(name, handler.range);
            }
            self.enter(Block::Other, handler.range);
            walk_body(self, &handler.body);
            self.leave();
        }
        self.leave();
    }
}

/// A definition without its decorators; `keyword` stands before its name.
fn definition(range: TextRange, name: TextSize, keyword: &str) -> TextRange {
    let start = name.checked_sub(TextSize::of(keyword));
    TextRange::new(start.unwrap_or_default().max(range.start()), range.end())
}

impl<'a> Visitor<'a> for Checker {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::For(For {
                iter,
                target,
                body,
                orelse,
                ..
            }) => {
                self.enter(Block::Loop, stmt.range());
                self.visit_expr(iter);
                self.visit_expr(target);
                self.visit_body(body);
                self.leave();
                self.visit_body(orelse);
            }
            Stmt::While(While {
                test, body, orelse, ..
            }) => {
                self.enter(Block::Loop, stmt.range());
                self.visit_expr(test);
                self.visit_body(body);
                self.leave();
                self.visit_body(orelse);
            }
            Stmt::With(with) => {
                for item in &with.items {
                    self.visit_with_item(item);
                    self.enter(Block::Other, with.range);
                }
                self.visit_body(&with.body);
                with.items.iter().for_each(|_| self.leave());
            }
            Stmt::Try(stmt) => self.try_statement(stmt),
            Stmt::Match(stmt) => self.match_statement(stmt),
            Stmt::Break(_) => self.leave_loop("'break' outside loop", stmt.range()),
            Stmt::Continue(_) => {
                self.leave_loop("'continue' not properly in loop", stmt.range());
            }
            Stmt::Return(ret) => {
                if !self.is_function {
                    self.refuse("'return' outside function", ret.range);
                }
                walk_stmt(self, stmt);
                self.returns(ret);
            }
            Stmt::AnnAssign(assign) => {
                if assign.value.is_none() {
                    match &*assign.target {
                        Expr::Name(name) => self.binds(&name.id, assign.range),
                        Expr::Attribute(attribute) => self.binds(&attribute.attr, assign.range),
                        _ => {}
                    }
                }
                walk_stmt(self, stmt);
            }
            Stmt::Import(StmtImport { names, .. })
            | Stmt::ImportFrom(StmtImportFrom { names, .. }) => {
                for alias in names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.binds(name, stmt.range());
                }
            }
            Stmt::Assert(assert) => {
                self.warn_of_assert(assert);
                walk_stmt(self, stmt);
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Store => self.binds(&name.id, name.range),
                ExprContext::Del if name.id == DEBUG => {
                    self.refuse("cannot delete __debug__", name.range);
                }
                _ => {}
            },
            Expr::Attribute(attribute) => {
                self.visit_expr(&attribute.value);
                if attribute.ctx == ExprContext::Store {
                    self.binds(&attribute.attr, attribute.range);
                }
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.parameters(parameters, lambda.range);
                    self.visit_parameters(parameters);
                }
                self.within(true, |checker| checker.visit_expr(&lambda.body));
            }
            Expr::Call(call) => {
                self.keywords(&call.arguments, call.range());
                self.warn_of_call(call);
                walk_expr(self, expr);
            }
            Expr::Subscript(subscript) => {
                self.warn_of_subscript(subscript);
                walk_expr(self, expr);
            }
            Expr::Compare(compare) => {
                self.warn_of_identity(compare);
                walk_expr(self, expr);
            }
            _ => walk_expr(self, expr),
        }
    }
}
