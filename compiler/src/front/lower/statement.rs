//! Statements.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::program::FunctionKind;
use crate::front::refuse;
use crate::ir::*;
use ruff_python_ast::{Stmt, StmtIf, StmtReturn};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// Statements in order.
    pub fn body(&mut self, body: &'a [Stmt]) -> Result<(), Refusal> {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &'a Stmt) -> Result<(), Refusal> {
        match stmt {
            Stmt::Expr(stmt) => match self.static_class(&stmt.value) {
                Some(class) if self.in_runtime() => {
                    self.emit(
                        Op::Note(Note::MayExist(ValueKind::Class(class))),
                        stmt.range,
                    );
                    Ok(())
                }
                _ => self.expr(&stmt.value).map(drop),
            },
            Stmt::Assign(assign) => self.assign(assign),
            Stmt::AugAssign(assign) => self.augmented(assign),
            Stmt::AnnAssign(assign) => self.annotated(assign),
            Stmt::Delete(delete) => self.delete(delete),
            Stmt::If(stmt) => self.if_statement(stmt),
            Stmt::While(stmt) => self.while_loop(stmt),
            Stmt::For(stmt) => self.for_loop(stmt),
            Stmt::Break(_) => self.leave_loop(true, stmt.range()),
            Stmt::Continue(_) => self.leave_loop(false, stmt.range()),
            Stmt::Return(ret) => self.return_statement(ret),
            Stmt::Raise(raise) => self.raise_statement(raise),
            Stmt::Try(stmt) => self.try_statement(stmt),
            Stmt::With(stmt) => self.with_statement(stmt),
            Stmt::Match(stmt) => self.match_statement(stmt),
            Stmt::Assert(assert) => self.assert(assert),
            Stmt::FunctionDef(def) => self.function_def(def),
            Stmt::ClassDef(class) => self.class_def(class),
            Stmt::Import(_) | Stmt::ImportFrom(_) => self.import(stmt),
            // Checked with the scope.
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => Err(refuse::statement(stmt)),
        }
    }

    fn return_statement(&mut self, ret: &'a StmtReturn) -> Result<(), Refusal> {
        let kind = self.program.function(self.id).kind;
        if kind == FunctionKind::AsyncGenerator && ret.value.is_some() {
            let message = "'return' with value in async generator";
            return Err(Refusal::syntax(message, ret.range));
        }
        let mut value = match &ret.value {
            Some(value) => self.expr(value)?,
            None => Value::NONE,
        };
        if self.has_cleanups() {
            value = self.keep(value, ret.range);
        }
        self.leave(0, |l| l.return_from(value, ret.range))
    }

    fn if_statement(&mut self, stmt: &'a StmtIf) -> Result<(), Refusal> {
        let after = self.block();
        let clauses = stmt.elif_else_clauses.iter();
        let clauses = clauses.map(|clause| (clause.test.as_ref(), &clause.body, clause.start()));
        let first = (Some(&*stmt.test), &stmt.body, stmt.start());
        for (test, body, start) in [first].into_iter().chain(clauses) {
            let Some(test) = test else {
                self.body(body)?;
                continue;
            };
            let (yes, no) = (self.block(), self.block());
            self.condition(test, yes, no, TextRange::new(start, stmt.end()))?;
            self.place(yes);
            self.body(body)?;
            self.jump(after, stmt.range);
            self.place(no);
        }
        self.jump(after, stmt.range);
        self.place(after);
        Ok(())
    }
}
