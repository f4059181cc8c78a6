//! CPython's tokens, with its errors in what cannot be one.

use super::{Fault, FaultClass};
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

/// Deepest indentation.
const MAX_INDENT: usize = 100;

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

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

    fn run(&mut self) -> Result<(), Wrong> {
        let mut line_begins = true;
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
                    let rest = &self.text[self.at..];
                    self.at += rest.find('\n').unwrap_or(rest.len());
                }
                Some('\n') => {
                    if self.open.is_empty() {
                        self.push(Kind::Newline, start);
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

    /// The indentation of a line; false if the line is empty.
    fn indentation(&mut self) -> Result<bool, Wrong> {
        let (mut column, mut plain, mut continued) = (0, 0, None);
        loop {
            match self.peek() {
                Some(' ') => (column, plain) = (column + 1, plain + 1),
                Some('\t') => (column, plain) = ((column / 8 + 1) * 8, plain + 1),
                Some('\x0c') => (column, plain) = (0, 0),
                Some('\\') => {
                    continued = continued.or(Some((column, plain)));
                    self.continuation()?;
                    continue;
                }
                Some('#') => {
                    let rest = &self.text[self.at..];
                    self.at += rest.find('\n').unwrap_or(rest.len());
                    continue;
                }
                Some('\n') => {
                    self.next();
                    self.line_start = self.at;
                    return Ok(false);
                }
                _ => break,
            }
            self.next();
        }
        if let Some((first, plainly)) = continued {
            (column, plain) = (first, plainly);
        }
        if self.peek().is_none() {
            (column, plain) = (0, 0);
        }
        self.indent(column, plain).map(|()| true)
    }

    fn indent(&mut self, column: usize, plain: usize) -> Result<(), Wrong> {
        let (last, last_plain) = *self.indents.last().expect("the first stays");
        if column > last {
            if self.indents.len() >= MAX_INDENT {
                let message = "too many levels of indentation";
                return Err(self.wrong_indent(FaultClass::Indentation, message));
            }
            if plain <= last_plain {
                return Err(self.mixed());
            }
            self.indents.push((column, plain));
            self.push(Kind::Indent, self.at);
            return Ok(());
        }
        while column < self.indents.last().expect("the first is 0").0 {
            self.indents.pop();
            self.push(Kind::Dedent, self.at);
        }
        let (now, now_plain) = *self.indents.last().expect("the first stays");
        if column != now {
            let end = self.line_end();
            let message = "unindent does not match any outer indentation level";
            let mut fault = Fault::at(message, end);
            fault.class = FaultClass::Indentation;
            return Err((fault, false));
        }
        match plain == now_plain {
            true => Ok(()),
            false => Err(self.mixed()),
        }
    }

    fn line_end(&self) -> usize {
        let rest = &self.text[self.at..];
        self.at + rest.find('\n').unwrap_or(rest.len())
    }

    fn mixed(&self) -> Wrong {
        let message = "inconsistent use of tabs and spaces in indentation";
        self.wrong_indent(FaultClass::Tab, message)
    }

    fn wrong_indent(&self, class: FaultClass, message: &str) -> Wrong {
        let mut fault = Fault::at(message, self.line_start);
        fault.class = class;
        fault.column = Some(1);
        (fault, false)
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

    /// An identifier, a keyword, or a string with a prefix.
    fn word(&mut self) -> Result<(), Wrong> {
        let start = self.at;
        let is_part = |c: char| c == '_' || c.is_ascii_alphanumeric() || !c.is_ascii();
        while self.peek().is_some_and(is_part) {
            self.next();
            let prefix = self.text[start..self.at].to_ascii_lowercase();
            let is_prefix = matches!(&*prefix, "b" | "r" | "u" | "f" | "br" | "rb" | "fr" | "rf");
            if is_prefix && matches!(self.peek(), Some('"' | '\'')) {
                return self.string(start);
            }
        }
        let word = &self.text[start..self.at];
        for (at, c) in word.char_indices() {
            let is_right = match at {
                0 => c == '_' || unicode_ident::is_xid_start(c),
                _ => unicode_ident::is_xid_continue(c),
            };
            if !is_right {
                self.at = start + at + c.len_utf8();
                let code = format!("U+{:04X}", c as u32);
                return Err(self.wrong(match is_printable(c) {
                    true => format!("invalid character '{c}' ({code})"),
                    false => format!("invalid non-printable character {code}"),
                }));
            }
        }
        let kind = match KEYWORDS.contains(&word) {
            true => Kind::Fixed,
            false => Kind::Name,
        };
        self.push(kind, start);
        Ok(())
    }

    /// A string from its quotes on.
    fn string(&mut self, start: usize) -> Result<(), Wrong> {
        let quote = self.next().expect("a quote");
        let triple: String = [quote; 3].iter().collect();
        let is_triple = self.text[self.at - 1..].starts_with(&triple);
        self.at += if is_triple { 2 } else { 0 };
        let (mut line_start, mut lines) = (self.line_start, 0);
        loop {
            if is_triple && self.text[self.at..].starts_with(&triple) {
                self.at += 3;
                break;
            }
            match self.next() {
                Some(c) if c == quote && !is_triple => break,
                Some('\n') if is_triple => {
                    line_start = self.at;
                    lines += 1;
                }
                None | Some('\n') => {
                    let kind = if is_triple {
                        "triple-quoted string"
                    } else {
                        "string"
                    };
                    let line = self.text[..start].matches('\n').count() + 1 + lines;
                    // The last line is the one before the end.
                    let line = line - usize::from(line_start == self.text.len());
                    let message = format!("unterminated {kind} literal (detected at line {line})");
                    return Err(self.wrong_at(start, message));
                }
                Some('\\') => {
                    if self.next() == Some('\n') {
                        line_start = self.at;
                        lines += 1;
                    }
                }
                Some(_) => {}
            }
        }
        self.line_start = line_start;
        self.push(Kind::String, start);
        Ok(())
    }

    fn number(&mut self) -> Result<(), Wrong> {
        if self.eat('0') {
            for (digits, kind, radix) in [
                ("xX", "hexadecimal", 16),
                ("oO", "octal", 8),
                ("bB", "binary", 2),
            ] {
                if self.peek().is_some_and(|c| digits.contains(c)) {
                    self.next();
                    return self.digits_of_radix(kind, radix);
                }
            }
            return self.after_zero();
        }
        if self.peek() != Some('.') {
            self.digits()?;
        }
        self.fraction()
    }

    fn digits_of_radix(&mut self, kind: &str, radix: u32) -> Result<(), Wrong> {
        loop {
            self.eat('_');
            let mut any = false;
            while self.peek().is_some_and(|c| c.is_digit(radix)) {
                self.next();
                any = true;
            }
            if let Some(digit) = self.peek().filter(|c| c.is_ascii_digit()) {
                self.next();
                return Err(self.wrong(format!("invalid digit '{digit}' in {kind} literal")));
            }
            if !any {
                return Err(self.wrong(format!("invalid {kind} literal")));
            }
            if self.peek() != Some('_') {
                return self.end_of_number(kind);
            }
        }
    }

    fn after_zero(&mut self) -> Result<(), Wrong> {
        let start = self.at - 1;
        loop {
            if self.eat('_') && !self.peek().is_some_and(|c| c.is_ascii_digit()) {
                return Err(self.wrong("invalid decimal literal"));
            }
            if !self.eat('0') {
                break;
            }
        }
        let zeros_end = self.at;
        let nonzero = self.peek().is_some_and(|c| c.is_ascii_digit());
        if nonzero {
            self.digits()?;
        }
        if nonzero && !matches!(self.peek(), Some('.' | 'e' | 'E' | 'j' | 'J')) {
            let message = "leading zeros in decimal integer literals are not permitted; \
                           use an 0o prefix for octal integers";
            let mut wrong = self.wrong_at(start, message);
            wrong.0.end = Some(zeros_end);
            return Err(wrong);
        }
        self.fraction()
    }

    /// Digits with underlines between them.
    fn digits(&mut self) -> Result<(), Wrong> {
        loop {
            while self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.next();
            }
            if !self.eat('_') {
                return Ok(());
            }
            if !self.peek().is_some_and(|c| c.is_ascii_digit()) {
                return Err(self.wrong("invalid decimal literal"));
            }
        }
    }

    /// What may follow the digits before the point.
    fn fraction(&mut self) -> Result<(), Wrong> {
        if self.eat('.') && self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.digits()?;
        }
        if matches!(self.peek(), Some('e' | 'E')) {
            let before = self.at;
            self.next();
            let signed = matches!(self.peek(), Some('+' | '-'));
            if signed {
                self.next();
            }
            match self.peek() {
                Some(c) if c.is_ascii_digit() => self.digits()?,
                _ if signed => return Err(self.wrong("invalid decimal literal")),
                _ => {
                    self.at = before;
                    return self.end_of_number("decimal");
                }
            }
        }
        let imaginary = self.eat('j') || self.eat('J');
        self.end_of_number(if imaginary { "imaginary" } else { "decimal" })
    }

    fn end_of_number(&mut self, kind: &str) -> Result<(), Wrong> {
        let rest = &self.text[self.at..];
        let keywords = ["and", "else", "for", "if", "in", "is", "or"];
        let is_keyword = keywords.iter().any(|keyword| rest.starts_with(keyword));
        let is_part = |c: char| c == '_' || c.is_ascii_alphanumeric();
        match self.peek().filter(|c| is_part(*c) && !is_keyword) {
            Some(_) => Err(self.wrong(format!("invalid {kind} literal"))),
            None => Ok(()),
        }
    }
}

/// True for characters that CPython shows as they are.
fn is_printable(c: char) -> bool {
    // At the start of a string Rust escapes combining characters, too.
    let text = format!("a{c}");
    text.escape_debug().eq(text.chars())
}
