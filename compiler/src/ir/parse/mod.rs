//! Reads the text form of functions (see [`text`](super::text)).

mod lexer;
mod line;
mod operation;
mod value;

use super::*;
use lexer::Parsed;
use line::Line;
use operation::Statement;
use ruff_text_size::TextRange;

/// A function and its title.
///
/// # Errors
/// The first line that is wrong, with its number from 1.
pub fn parse(text: &str) -> Result<(String, Function), String> {
    let mut function = Function {
        blocks: vec![],
        vars: vec![],
        params: 0,
        inlined: vec![],
    };
    let mut title = None;
    // A block ends with its exit.
    let mut open = false;
    for (number, line) in (1..).zip(text.lines()) {
        let mut line = Line::of(line, &mut function.vars)
            .map_err(|message| format!("line {number}: {message}"))?;
        if line.tokens.is_empty() {
            continue;
        }
        let block = function.blocks.last_mut();
        let result = match (&title, open, block) {
            (None, ..) => line.header().map(|(name, params)| {
                title = Some(name);
                function.params = params;
            }),
            (_, true, Some(block)) => line.statement().map(|statement| match statement {
                Statement::Op(op) => block.insts.push(Inst {
                    op,
                    span: TextRange::default().into(),
                }),
                Statement::Exit(exit) => {
                    block.exit = exit;
                    open = false;
                }
            }),
            _ => line.label(function.blocks.len()).map(|block| {
                function.blocks.push(block);
                open = true;
            }),
        };
        result
            .and_then(|()| line.end())
            .map_err(|message| format!("line {number}: {message}"))?;
    }
    match title {
        Some(_) if open => Err("the last block has no exit".into()),
        Some(title) => Ok((title, function)),
        None => Err("there is no function; it begins with `func name(v0, …):`".into()),
    }
}

impl Line<'_> {
    /// `func name(v0, v1):`
    fn header(&mut self) -> Parsed<(String, usize)> {
        if self.word()? != "func" {
            return Err("a function begins with `func name(v0, …):`".into());
        }
        let title = self.word()?;
        self.expect('(')?;
        let params = self.list(')', Self::var)?;
        self.expect(':')?;
        match params.iter().zip(0..).all(|(var, n)| *var == Var(n)) {
            true => Ok((title, params.len())),
            false => Err("the parameters are v0, v1 and so on".into()),
        }
    }

    /// `b3 cold handler b5:`
    fn label(&mut self, number: usize) -> Parsed<Block> {
        let mut block = Block::new();
        if self.block()? != BlockId(number as u32) {
            return Err(format!("this is block b{number}"));
        }
        while !self.skips(':') {
            match &*self.word()? {
                "cold" => block.cold = true,
                "handler" => block.handler = Some(self.block()?),
                other => return Err(format!("`{other}` instead of `cold` or `handler`")),
            }
        }
        Ok(block)
    }
}
