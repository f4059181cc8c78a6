//! CPython's tokens, with its errors in what cannot be one.

mod indentation;
mod number;
mod word;

use super::Fault;
use std::fmt::Display;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An identifier that is no keyword.
    Name,
    /// A keyword or operator: its text says which.
    Fixed,
    /// A number.
    Number,
    /// A string.
    String,
    /// The end of a statement.
    Newline,
    /// The start of a block.
    Indent,
    /// The end of a block.
    Dedent,
    /// The end of the text.
    End,
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// First byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Brackets that are open after it.
    pub level: usize,
}

/// The tokens of a text.
#[derive(Debug)]
pub struct Tokens {
    /// As far as there are any.
    pub list: Vec<Token>,
    /// Why there are no more.
    pub fault: Option<TokenFault>,
}

/// An error that ends the tokens.
#[derive(Clone, Debug)]
pub struct TokenFault {
    /// The error.
    pub fault: Fault,
    /// It is told even if something before it is wrong, too.
    pub prior: bool,
    /// The innermost open bracket.
    pub open: Option<usize>,
}

/// Deepest nesting of brackets.
const MAX_LEVEL: usize = 200;

/// Operators of more than one character, the longest first.
const OPERATORS: [&str; 25] = [
    "**=", "//=", "<<=", ">>=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=",
    ":=", "<<", "<=", "<>", "==", ">=", ">>", "@=", "^=", "|=",
];

/// The tokens of a text, in which each line ends with a newline.
pub fn tokenise(text: &str) -> Tokens {
    let mut lexer = Lexer {
        text,
        at: 0,
        line_start: 0,
        indents: vec![(0, 0)],
        open: vec![],
        tokens: vec![],
    };
    let fault = lexer.run().err().map(|(fault, prior)| TokenFault {
        fault,
        prior,
        open: lexer.open.last().copied(),
    });
    Tokens {
        list: lexer.tokens,
        fault,
    }
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    line_start: usize,
    /// Columns of the blocks: with tabs to each eighth column, and with tabs like spaces.
    indents: Vec<(usize, usize)>,
    /// Positions of the open brackets.
    open: Vec<usize>,
    tokens: Vec<Token>,
}

/// An error, and whether it is told before others.
type Wrong = (Fault, bool);

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.next();
        }
        found
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let (end, level) = (self.at, self.open.len());
        self.tokens.push(Token {
            kind,
            start,
            end,
            level,
        });
    }

    /// An error at the last character that was read.
    fn wrong(&self, message: impl Display) -> Wrong {
        let before = &self.text[self.line_start..self.at];
        let last = before.chars().next_back().map_or(0, char::len_utf8);
        self.wrong_at(self.at - last, message)
    }

    fn wrong_at(&self, start: usize, message: impl Display) -> Wrong {
        let mut fault = Fault::at(message.to_string(), start);
        fault.in_characters = true;
        (fault, true)
    }

    fn line_end(&self) -> usize {
        let rest = &self.text[self.at..];
        self.at + rest.find('\n').unwrap_or(rest.len())
    }

    fn run(&mut self) -> Result<(), Wrong> {
        let mut line_begins = true;
        // A comment is part of the token that ends its line.
        let mut comment = None;
        loop {
            if line_begins {
                if !self.indentation()? {
                    continue;
                }
                line_begins = false;
            }
            while self
                .peek()
                .is_some_and(|c| matches!(c, ' ' | '\t' | '\x0c'))
            {
                self.next();
            }
            let start = self.at;
            match self.peek() {
                None => return self.end(),
                Some('#') => {
                    comment = Some(start);
                    self.at = self.line_end();
                }
                Some('\n') => {
                    let comment = comment.take();
                    if self.open.is_empty() {
                        self.push(Kind::Newline, comment.unwrap_or(start));
                        line_begins = true;
                    }
                    self.next();
                    self.line_start = self.at;
                }
                Some('\\') => self.continuation()?,
                Some(_) => self.token()?,
            }
        }
    }

    fn end(&mut self) -> Result<(), Wrong> {
        match self.open.last() {
            Some(open) => {
                let bracket = self.text[*open..].chars().next().unwrap_or('(');
                let fault = Fault::at(format!("'{bracket}' was never closed"), *open);
                Err((fault, false))
            }
            None => {
                self.push(Kind::End, self.at);
                Ok(())
            }
        }
    }

    fn continuation(&mut self) -> Result<(), Wrong> {
        self.next();
        if !self.eat('\n') {
            let message = "unexpected character after line continuation character";
            return Err((Fault::at(message, self.at), false));
        }
        self.line_start = self.at;
        match self.peek() {
            Some(_) => Ok(()),
            None if !self.open.is_empty() => self.end(),
            None => {
                let line = self
                    .text
                    .trim_end_matches('\n')
                    .rfind('\n')
                    .map_or(0, |at| at + 1);
                let end = self.text.trim_end_matches('\n').len();
                let mut fault = Fault::at("unexpected EOF while parsing", line.max(end));
                // Without any token it is nowhere.
                fault.column = self.tokens.is_empty().then_some(0);
                Err((fault, false))
            }
        }
    }

    fn token(&mut self) -> Result<(), Wrong> {
        let start = self.at;
        let first = self.peek().expect("the caller has looked");
        if first == '_' || first.is_ascii_alphabetic() || !first.is_ascii() {
            return self.word();
        }
        let second = self.text[start + 1..].chars().next();
        if first.is_ascii_digit() || first == '.' && second.is_some_and(|c| c.is_ascii_digit()) {
            self.number()?;
            self.push(Kind::Number, start);
            return Ok(());
        }
        if matches!(first, '"' | '\'') {
            return self.string(start);
        }
        let rest = &self.text[start..];
        if let Some(operator) = OPERATORS
            .iter()
            .find(|operator| rest.starts_with(**operator))
        {
            self.at += operator.len();
            self.push(Kind::Fixed, start);
            return Ok(());
        }
        self.next();
        match first {
            '(' | '[' | '{' => {
                if self.open.len() >= MAX_LEVEL {
                    return Err(self.wrong("too many nested parentheses"));
                }
                self.open.push(start);
            }
            ')' | ']' | '}' => self.close(first)?,
            _ if first.is_ascii_control() => {
                let message = format!("invalid non-printable character U+{:04X}", first as u32);
                return Err(self.wrong(message));
            }
            _ => {}
        }
        self.push(Kind::Fixed, start);
        Ok(())
    }

    fn close(&mut self, close: char) -> Result<(), Wrong> {
        let Some(at) = self.open.pop() else {
            return Err(self.wrong(format!("unmatched '{close}'")));
        };
        let open = self.text[at..].chars().next().unwrap_or('(');
        if matches!((open, close), ('(', ')') | ('[', ']') | ('{', '}')) {
            return Ok(());
        }
        let mut message =
            format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'");
        if at < self.line_start {
            let line = self.text[..at].matches('\n').count() + 1;
            message += &format!(" on line {line}");
        }
        Err(self.wrong(message))
    }
}
