//! Loops. The test stands at the bottom, where it branches back, which is predicted;
//! a copy of it guards the entry.

use super::cleanup::{Cleanup, Enclosing, Loop};
use super::Lowerer;
use crate::error::Refusal;
use crate::ir::*;
use ruff_python_ast::{Stmt, StmtWhile};
use ruff_text_size::{Ranged, TextRange};

/// The blocks of a loop, in the order of their placement.
pub struct Blocks {
    /// Before the body in all passes but the first.
    pub again: BlockId,
    /// The body.
    pub body: BlockId,
    /// After the body: decides whether there is another pass.
    pub next: BlockId,
    /// The `else` clause.
    pub exhausted: BlockId,
    /// Where `break` goes.
    pub after: BlockId,
    /// The number of cleanups outside of the loop.
    pub outside: usize,
}

impl<'a> Lowerer<'_, 'a> {
    /// The blocks of a new loop.
    pub fn loop_blocks(&mut self) -> Blocks {
        Blocks {
            again: self.block(),
            body: self.block(),
            next: self.block(),
            exhausted: self.block(),
            after: self.block(),
            outside: self.cleanups.len(),
        }
    }

    /// The body, up to where it is decided whether there is another pass.
    pub fn loop_body(&mut self, body: &'a [Stmt], blocks: &Blocks) -> Result<(), Refusal> {
        let (next, after, outside) = (blocks.next, blocks.after, blocks.outside);
        self.cleanups.push(Enclosing {
            cleanup: Cleanup::Loop(Loop {
                next,
                after,
                outside,
            }),
            handler: self.handler,
        });
        self.body(body)?;
        self.cleanups.pop();
        self.jump(next, TextRange::default());
        Ok(())
    }

    /// The `else` clause, and the start of what follows the loop.
    pub fn loop_else(&mut self, body: &'a [Stmt], blocks: &Blocks) -> Result<(), Refusal> {
        self.place(blocks.exhausted);
        self.body(body)?;
        self.jump(blocks.after, TextRange::default());
        self.place(blocks.after);
        Ok(())
    }

    /// A `while` statement.
    pub fn while_loop(&mut self, stmt: &'a StmtWhile) -> Result<(), Refusal> {
        let blocks = self.loop_blocks();
        if let Some((op, pin)) = self.poll(stmt) {
            self.effect(op, None, Value::int(pin.into()), stmt.test.range());
            self.jump(blocks.exhausted, stmt.range);
        } else {
            self.condition(&stmt.test, blocks.body, blocks.exhausted, stmt.range)?;
            self.place(blocks.body);
            self.loop_body(&stmt.body, &blocks)?;
            self.place(blocks.next);
            self.condition(&stmt.test, blocks.body, blocks.exhausted, stmt.range)?;
        }
        self.loop_else(&stmt.orelse, &blocks)
    }
}
