//! `with` statements.

use super::cleanup::Cleanup;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use ruff_python_ast::{StmtWith, WithItem};
use ruff_text_size::TextRange;

impl<'a> Lowerer<'_, 'a> {
    /// A `with` statement.
    pub fn with_statement(&mut self, stmt: &'a StmtWith) -> Result<(), Refusal> {
        self.with_items(stmt, &stmt.items)
    }

    /// The statement's body within the context managers of `items`.
    fn with_items(&mut self, stmt: &'a StmtWith, items: &'a [WithItem]) -> Result<(), Refusal> {
        let Some((item, rest)) = items.split_first() else {
            return self.body(&stmt.body);
        };
        let (is_async, span) = (stmt.is_async, stmt.range);
        let (lookup, enter) = match is_async {
            true => (Routine::AsyncWithExitOf, Routine::AsyncWithEnter),
            false => (Routine::WithExitOf, Routine::WithEnter),
        };
        let manager = self.expr(&item.context_expr)?;
        let exit = self.call_runtime(lookup, std::slice::from_ref(&manager), span);
        let entered = Value::Var(self.call_runtime(enter, &[manager], span));
        let entered = self.maybe_await(entered, is_async, span)?;

        let (handler, after) = (self.rare_block(), self.block());
        let cleanup = Cleanup::With {
            exit,
            is_async,
            span,
        };
        self.guarded(handler, cleanup, |l| {
            if let Some(target) = &item.optional_vars {
                l.assign_to(target, entered)?;
            }
            l.with_items(stmt, rest)
        })?;
        self.call_exit(exit, Value::NONE, is_async, span)?;
        self.jump(after, TextRange::default());

        let handling = self.begin_handler(handler);
        let exception = Value::Var(handling.exception);
        let suppress = self.call_exit(exit, exception, is_async, span)?;
        let (done, again) = (self.block(), self.block());
        self.branch(Test::Truth(suppress), done, again, span);
        self.place(again);
        self.pass_on(&handling);
        self.end_handler(handling, Some((done, after)));
        self.place(after);
        Ok(())
    }

    /// Calls a context manager's bound `__exit__` with an exception or None.
    ///
    /// # Errors
    /// If the function cannot await.
    pub fn call_exit(
        &mut self,
        exit: Var,
        exception: Value,
        is_async: bool,
        span: TextRange,
    ) -> Result<Value, Refusal> {
        let args = [Value::Var(exit), exception];
        let leave = match is_async {
            true => Routine::AsyncWithExit,
            false => Routine::WithExit,
        };
        let result = Value::Var(self.call_runtime(leave, &args, span));
        self.maybe_await(result, is_async, span)
    }

    /// The value, awaited in an `async` statement.
    ///
    /// # Errors
    /// If the function cannot await.
    pub fn maybe_await(
        &mut self,
        value: Value,
        is_async: bool,
        span: TextRange,
    ) -> Result<Value, Refusal> {
        match is_async {
            true => self.await_value(value, span),
            false => Ok(value),
        }
    }
}
