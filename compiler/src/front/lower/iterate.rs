//! `for` over anything that can be iterated over.

use super::loops::Blocks;
use super::region::Cleanup;
use super::Lowerer;
use crate::error::Refusal;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, StmtFor};
use ruff_text_size::TextRange;

/// An iteration in progress.
struct Iteration {
    iterator: Var,
    is_async: bool,
    span: TextRange,
}

impl<'a> Lowerer<'_, 'a> {
    /// A `for` statement.
    pub fn for_loop(&mut self, stmt: &'a StmtFor) -> Result<(), Refusal> {
        if !stmt.is_async {
            if let Some(args) = self.range_arguments(&stmt.iter) {
                return self.for_range(stmt, &args);
            }
        }
        let iterable = self.searched(&stmt.iter)?;
        self.loop_over(stmt, iterable)
    }

    /// A `for` statement over the items of a value.
    pub fn loop_over(&mut self, stmt: &'a StmtFor, iterable: Value) -> Result<(), Refusal> {
        let blocks = self.loop_blocks();
        let iteration = self.iteration(iterable, stmt.is_async, stmt.range);
        if stmt.is_async || !self.is_fresh_generator(&stmt.iter) {
            self.passes(&iteration, &stmt.target, &blocks, |l| {
                l.loop_body(&stmt.body, &blocks)
            })?;
            return self.loop_else(&stmt.orelse, &blocks);
        }
        // Nothing else refers to the generator: CPython closes it when the loop is left.
        let handler = self.rare_block();
        let generator = iteration.iterator;
        self.guarded(handler, Cleanup::Generator(generator), |l| {
            l.passes(&iteration, &stmt.target, &blocks, |l| {
                l.loop_body(&stmt.body, &blocks)
            })
        })?;
        self.loop_else(&stmt.orelse, &blocks)?;
        let after = self.block();
        self.jump(after, TextRange::default());
        let handling = self.begin_handler(handler);
        self.close(generator);
        self.pass_on(&handling);
        self.end_handler(handling, None);
        self.place(after);
        Ok(())
    }

    /// Closes a generator that is out of reach.
    pub fn close(&mut self, generator: Var) {
        let generator = [Value::Var(generator)];
        self.call_runtime("generator_close", &generator, TextRange::default());
    }

    /// Runs `body` for each item of a value, which is assigned to `target`.
    ///
    /// # Errors
    /// Those of `body` and of the target.
    pub fn for_each(
        &mut self,
        iterable: Value,
        target: &'a Expr,
        is_async: bool,
        span: TextRange,
        body: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let blocks = self.loop_blocks();
        let iteration = self.iteration(iterable, is_async, span);
        self.passes(&iteration, target, &blocks, |l| {
            body(l)?;
            l.jump(blocks.next, TextRange::default());
            l.place(blocks.next);
            Ok(())
        })?;
        self.place(blocks.exhausted);
        Ok(())
    }

    /// Begins an iteration.
    fn iteration(&mut self, iterable: Value, is_async: bool, span: TextRange) -> Iteration {
        let name = if is_async { "async_iter" } else { "iterate" };
        Iteration {
            iterator: self.call_runtime(name, &[iterable], span),
            is_async,
            span,
        }
    }

    /// All passes; `body` goes on to, and places, the block that decides whether there is
    /// another one.
    fn passes(
        &mut self,
        iteration: &Iteration,
        target: &'a Expr,
        blocks: &Blocks,
        body: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let item = self.temp();
        self.next_item(iteration, item, blocks)?;
        self.place(blocks.body);
        self.assign_to(target, Value::Var(item))?;
        body(self)?;
        self.next_item(iteration, item, blocks)
    }

    /// The next item, or the end of the loop.
    fn next_item(
        &mut self,
        iteration: &Iteration,
        item: Var,
        blocks: &Blocks,
    ) -> Result<(), Refusal> {
        let span = iteration.span;
        let iterator = [Value::Var(iteration.iterator)];
        if !iteration.is_async {
            let next = Value::Var(self.call_runtime("iternext", &iterator, span));
            self.copy(Place::Var(item), next.clone(), span);
            let end = Value::Const(Const::End);
            let test = Test::Compare(Opcode::Jis, Value::Var(item), end);
            self.branch(test, blocks.exhausted, blocks.body, span);
            return Ok(());
        }
        let handler = self.rare_block();
        let outside = self.handler;
        self.set_handler(Some(handler));
        let next = Value::Var(self.call_runtime("async_next", &iterator, span));
        let next = self.await_value(next, span)?;
        self.copy(Place::Var(item), next, span);
        self.set_handler(outside);
        self.jump(blocks.body, span);
        self.place(handler);
        let exception = self.call_runtime("caught", &[], span);
        let args = [Value::Var(exception)];
        let stops = Value::Var(self.call_runtime("stops_async", &args, span));
        let again = self.block();
        self.branch(Test::Truth(stops), blocks.exhausted, again, span);
        self.place(again);
        self.reraise(exception);
        Ok(())
    }
}
