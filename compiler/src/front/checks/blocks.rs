//! What `break`, `continue` and `return` leave, and how deeply statements may be nested.

use super::Checker;
use ruff_python_ast::StmtReturn;
use ruff_text_size::{Ranged, TextRange};

/// Most blocks of a function around each other.
const MAX_BLOCKS: usize = 20;

/// A statement, or a part of one, that CPython leaves by a way of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A loop.
    Loop,
    /// The clauses of `except*`.
    StarHandlers,
    /// `try`, `except`, `finally`, `with`.
    Other,
}

impl Checker {
    /// A block begins, of the statement at `range`.
    pub fn enter(&mut self, block: Block, range: TextRange) {
        if self.blocks.len() >= MAX_BLOCKS {
            self.refuse("too many statically nested blocks", range);
        }
        self.blocks.push(block);
    }

    /// The innermost block ends.
    pub fn leave(&mut self) {
        self.blocks.pop();
    }

    /// `break` and `continue`; `outside` says that there is no loop.
    pub fn leave_loop(&mut self, outside: &str, range: TextRange) {
        let inner = self.blocks.iter().rfind(|block| **block != Block::Other);
        match inner {
            Some(Block::StarHandlers) => self.refuse_in_star(range),
            None => self.refuse(outside, range),
            _ => {}
        }
    }

    /// A `return` statement, whose value is there.
    pub fn returns(&mut self, stmt: &StmtReturn) {
        if self.blocks.contains(&Block::StarHandlers) {
            let constant = stmt.value.as_ref().filter(|value| value.is_literal_expr());
            self.refuse_in_star(constant.map_or(stmt.range, |value| value.range()));
        }
    }

    fn refuse_in_star(&mut self, range: TextRange) {
        let message = "'break', 'continue' and 'return' cannot appear in an except* block";
        self.refuse(message, range);
    }
}
