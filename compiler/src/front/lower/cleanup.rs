//! Exception regions: which handler the code of a block has, and what `break`, `continue`
//! and `return` have to do on their way out of the statements around them.
//!
//! A block carries the handler of the region it was placed in. The blocks of handlers
//! begin with `caught()`, make that exception the handled one, and restore the one
//! before it on every way out.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use ruff_python_ast::Stmt;
use ruff_text_size::TextRange;

/// What has to happen when control leaves a statement early.
#[derive(Clone)]
pub enum Cleanup<'a> {
    /// A loop: nothing, but `break` and `continue` end here.
    Loop(Loop),
    /// The `finally` clause of a `try` statement.
    Finally(&'a [Stmt]),
    /// A `with` statement's bound `__exit__`, awaited if the statement is `async`.
    With {
        /// The bound method.
        exit: Var,
        /// `async with`.
        is_async: bool,
        /// The statement.
        span: TextRange,
    },
    /// A handler: the exception that was handled before.
    Handling(Var),
    /// The variable of `except … as name`.
    Name(&'a str),
    /// A handler of `except*`, which nothing but its end may leave.
    Star,
    /// The generator of a `for` statement that nothing else refers to.
    Generator(Var),
}

/// Where the jumps of a loop go.
#[derive(Clone, Copy)]
pub struct Loop {
    /// Where `continue` goes.
    pub next: BlockId,
    /// Where `break` goes.
    pub after: BlockId,
    /// The number of cleanups outside of the loop.
    pub outside: usize,
}

/// A statement that control may leave early.
#[derive(Clone)]
pub struct Enclosing<'a> {
    /// What there is to do.
    pub cleanup: Cleanup<'a>,
    /// The handler outside of the statement.
    pub handler: Option<BlockId>,
}

/// An exception handler in progress.
pub struct Handling {
    /// The exception.
    pub exception: Var,
    /// What was handled before.
    pub previous: Var,
    failed: BlockId,
    outside: Option<BlockId>,
    rare: bool,
}

impl Handling {
    /// The handler of exceptions in the handler.
    pub fn failed(&self) -> Option<BlockId> {
        Some(self.failed)
    }

    /// The handler outside.
    pub fn outside(&self) -> Option<BlockId> {
        self.outside
    }
}

impl<'a> Lowerer<'_, 'a> {
    /// Goes on in a new block whose exceptions go to `handler`.
    pub fn set_handler(&mut self, handler: Option<BlockId>) {
        if handler == self.handler {
            return;
        }
        let block = self.block();
        self.jump(block, TextRange::default());
        self.handler = handler;
        self.place(block);
    }

    /// Emits `body` in a region with a handler. `cleanup` is what leaving it early takes.
    ///
    /// # Errors
    /// Those of `body`.
    pub fn guarded(
        &mut self,
        handler: BlockId,
        cleanup: Cleanup<'a>,
        body: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let outside = self.handler;
        self.set_handler(Some(handler));
        self.cleanups.push(Enclosing {
            cleanup,
            handler: outside,
        });
        body(self)?;
        self.cleanups.pop();
        self.set_handler(outside);
        Ok(())
    }

    /// Begins a handler: its exception becomes the handled one.
    pub fn begin_handler(&mut self, handler: BlockId) -> Handling {
        let none = TextRange::default();
        let (outside, rare) = (self.handler, self.rare);
        self.place(handler);
        self.rare = true;
        let exception = self.call_runtime(Routine::Caught, &[], none);
        let previous = self.call_runtime(Routine::BeginHandling, &[Value::Var(exception)], none);
        let failed = self.block();
        self.set_handler(Some(failed));
        self.cleanups.push(Enclosing {
            cleanup: Cleanup::Handling(previous),
            handler: outside,
        });
        Handling {
            exception,
            previous,
            failed,
            outside,
            rare,
        }
    }

    /// Ends a handler that did not handle its exception, which goes on.
    pub fn pass_on(&mut self, handling: &Handling) {
        self.set_handler(handling.outside);
        self.end_handling(handling.previous);
        self.reraise(handling.exception);
        self.handler = handling.failed();
    }

    /// Closes a handler's region. Control is nowhere then: `done`, if it is given,
    /// is where the handler's code went after it had handled the exception, and
    /// goes on to `after`.
    pub fn end_handler(&mut self, handling: Handling, done: Option<(BlockId, BlockId)>) {
        let none = TextRange::default();
        self.cleanups.pop();
        self.exit(Exit::Unreachable, none);
        self.handler = handling.outside;
        if let Some((done, after)) = done {
            self.place(done);
            self.end_handling(handling.previous);
            self.jump(after, none);
        }
        self.place(handling.failed);
        let exception = self.call_runtime(Routine::Caught, &[], none);
        self.end_handling(handling.previous);
        self.reraise(exception);
        self.rare = handling.rare;
    }

    /// The handled exception is again what it was before a handler.
    pub fn end_handling(&mut self, previous: Var) {
        let previous = [Value::Var(previous)];
        self.call_runtime(Routine::EndHandling, &previous, TextRange::default());
    }

    /// Raises an exception again, as if it had never been caught.
    pub fn reraise(&mut self, exception: Var) {
        self.raise(
            Routine::Reraise,
            &[Value::Var(exception)],
            TextRange::default(),
        );
    }

    /// Does what leaving all statements beyond the outermost `depth` takes, jumps with
    /// `leave`, and goes on (nowhere) inside of them.
    ///
    /// # Errors
    /// Those of `finally` clauses.
    pub fn leave(&mut self, depth: usize, leave: impl FnOnce(&mut Self)) -> Result<(), Refusal> {
        let inside = self.cleanups.clone();
        let handler = self.handler;
        while self.cleanups.len() > depth {
            let statement = self.cleanups.pop().expect("there are more than `depth`");
            self.set_handler(statement.handler);
            self.clean_up(statement.cleanup)?;
        }
        leave(self);
        self.cleanups = inside;
        self.handler = handler;
        let dead = self.block();
        self.place(dead);
        Ok(())
    }

    fn clean_up(&mut self, cleanup: Cleanup<'a>) -> Result<(), Refusal> {
        match cleanup {
            Cleanup::Loop(_) | Cleanup::Star => {}
            Cleanup::Finally(body) => self.body(body)?,
            Cleanup::With {
                exit,
                is_async,
                span,
            } => {
                self.call_exit(exit, Value::NONE, is_async, span)?;
            }
            Cleanup::Handling(previous) => self.end_handling(previous),
            Cleanup::Name(name) => self.unbind(name)?,
            Cleanup::Generator(generator) => self.close(generator),
        }
        Ok(())
    }

    /// `break` and `continue`.
    ///
    /// # Errors
    /// Those of the statements that are left.
    pub fn leave_loop(&mut self, is_break: bool, range: TextRange) -> Result<(), Refusal> {
        let is_loop = |statement: &Enclosing| matches!(statement.cleanup, Cleanup::Loop(_));
        let index = self.cleanups.iter().rposition(is_loop);
        let index = index.expect("a loop is around it: that is checked before");
        let Cleanup::Loop(inner) = self.cleanups[index].cleanup else {
            unreachable!("a loop was looked for");
        };
        match is_break {
            true => self.leave(inner.outside, |l| l.jump(inner.after, range)),
            false => self.leave(index + 1, |l| l.jump(inner.next, range)),
        }
    }

    /// True if leaving the function here runs code of the program first.
    pub fn has_cleanups(&self) -> bool {
        let is_loop = |statement: &Enclosing| matches!(statement.cleanup, Cleanup::Loop(_));
        !self.cleanups.iter().all(is_loop)
    }

    /// `except … as name` ends: the variable is set to None, then deleted.
    ///
    /// # Errors
    /// Those of names.
    pub fn unbind(&mut self, name: &'a str) -> Result<(), Refusal> {
        let none = TextRange::default();
        self.store_name(name, Value::NONE, none)?;
        self.delete_name(name, none)
    }
}
