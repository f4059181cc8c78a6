//! Evaluation order: a value that is in a variable has to move before code runs that
//! assigns the variable.

use super::Lowerer;
use crate::ir::*;
use ruff_python_ast::visitor::{walk_except_handler, walk_expr, walk_pattern, walk_stmt, Visitor};
use ruff_python_ast::{CmpOp, ExceptHandler, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::TextRange;

impl Lowerer<'_, '_> {
    /// The value, in a place that evaluating `later` cannot change.
    pub fn freeze(&mut self, value: Value, later: &[&Expr], span: TextRange) -> Value {
        let (name, by_call) = match &value {
            Value::Var(var) => (&self.body.vars[var.0 as usize], false),
            Value::Global(global) => {
                let info = self.program.info(*global);
                (&info.name, info.shared)
            }
            Value::Const(_) | Value::Callee => return value,
        };
        let assigned = |expr: &&Expr| assigns(expr, name);
        let called = |expr: &&Expr| by_call && self.runs_code(expr);
        match later.iter().any(|expr| assigned(expr) || called(expr)) {
            true => self.keep(value, span),
            false => value,
        }
    }

    /// The value, in a temporary if it is in a variable.
    pub fn keep(&mut self, value: Value, span: TextRange) -> Value {
        let is_temp = match value {
            Value::Var(var) => self.body.vars[var.0 as usize].is_empty(),
            Value::Global(_) => false,
            Value::Const(_) | Value::Callee => true,
        };
        if is_temp {
            return value;
        }
        let temp = self.temp();
        self.copy(Place::Var(temp), value, span);
        Value::Var(temp)
    }

    /// True if evaluating the expression may run functions of the program: called ones,
    /// or, in a program with classes, those of operators and attributes.
    fn runs_code(&self, expr: &Expr) -> bool {
        let mut finder = CodeFinder {
            classes: self.program.has_classes,
            found: false,
        };
        finder.visit_expr(expr);
        finder.found
    }

    /// The same of statements.
    pub fn body_runs_code(&self, body: &[Stmt]) -> bool {
        let mut finder = CodeFinder {
            classes: self.program.has_classes,
            found: self.program.has_classes,
        };
        finder.visit_body(body);
        finder.found
    }
}

/// Looks for what may run functions of the program.
struct CodeFinder {
    classes: bool,
    found: bool,
}

impl<'a> Visitor<'a> for CodeFinder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        // Iteration runs generators.
        self.found |= matches!(stmt, Stmt::For(_) | Stmt::With(_) | Stmt::Import(_));
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.found |= match expr {
            Expr::Name(_)
            | Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::Lambda(_)
            | Expr::Named(_)
            | Expr::Slice(_)
            | Expr::Tuple(_)
            | Expr::List(_) => false,
            Expr::UnaryOp(_)
            | Expr::BinOp(_)
            | Expr::BoolOp(_)
            | Expr::If(_)
            | Expr::Subscript(_)
            | Expr::Attribute(_)
            | Expr::FString(_)
            | Expr::Set(_)
            | Expr::Dict(_) => self.classes,
            Expr::Compare(compare) => {
                // A generator may be searched.
                let searches = |op: &CmpOp| matches!(op, CmpOp::In | CmpOp::NotIn);
                self.classes || compare.ops.iter().any(searches)
            }
            // Calls, and what runs generators.
            _ => true,
        };
        walk_expr(self, expr);
    }
}

/// True if the expression has an assignment expression with this target.
fn assigns(expr: &Expr, name: &str) -> bool {
    struct Finder<'n> {
        name: &'n str,
        found: bool,
    }
    impl<'a> Visitor<'a> for Finder<'_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::Named(named) = expr {
                let target = named.target.as_name_expr();
                self.found |= target.is_some_and(|target| target.id == self.name);
            }
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder { name, found: false };
    finder.visit_expr(expr);
    finder.found
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
