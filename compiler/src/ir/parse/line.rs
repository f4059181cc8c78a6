//! A line of the text form, word by word.

use super::lexer::{tokens, Parsed, Token};
use std::rc::Rc;

/// A line that is read.
pub struct Line<'v> {
    /// Its words.
    pub tokens: Vec<Token>,
    /// Number of the next word.
    pub at: usize,
    /// Names of the function's slots so far.
    pub vars: &'v mut Vec<Rc<str>>,
}

impl<'v> Line<'v> {
    pub fn of(line: &str, vars: &'v mut Vec<Rc<str>>) -> Parsed<Self> {
        Ok(Line {
            tokens: tokens(line)?,
            at: 0,
            vars,
        })
    }

    pub fn next(&mut self) -> Parsed<Token> {
        self.at += 1;
        let token = self.tokens.get(self.at - 1).cloned();
        token.ok_or_else(|| "it ends too early".into())
    }

    pub fn word(&mut self) -> Parsed<String> {
        match self.next()? {
            Token::Word(word) => Ok(word),
            other => Err(format!("{other:?} instead of a word")),
        }
    }

    /// True if the next token is this character, which is skipped then.
    pub fn skips(&mut self, punct: char) -> bool {
        let found = self.tokens.get(self.at) == Some(&Token::Punct(punct));
        self.at += usize::from(found);
        found
    }

    pub fn expect(&mut self, punct: char) -> Parsed<()> {
        match self.skips(punct) {
            true => Ok(()),
            false => Err(format!(
                "`{punct}` expected before {:?}",
                self.tokens.get(self.at)
            )),
        }
    }

    pub fn end(&self) -> Parsed<()> {
        match self.tokens.get(self.at) {
            None => Ok(()),
            Some(token) => Err(format!("{token:?} is too much")),
        }
    }
}
