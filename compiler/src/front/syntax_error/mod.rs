//! What CPython says of a text that is no Python.
//!
//! The parser only tells that a text is wrong. CPython's messages come from its grammar, in which
//! wrong forms have rules of their own, and from its tokens. `grammar.peg` is that grammar;
//! [`find`] follows it as CPython does: once to see where it ends, and once more with the rules of
//! wrong forms.

mod grammar;
mod machine;
mod rule_error;
mod strings;
mod tokens;

use super::encoding;
use crate::error::{Refusal, Shown};
use grammar::Grammar;
use machine::Machine;
use ruff_text_size::{TextRange, TextSize};
use tokens::{tokenise, Kind, TokenFault};

pub use crate::error::Fault as FaultClass;

/// An error in a text.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Whether it is a SyntaxError or something more special.
    pub class: FaultClass,
    /// What is wrong.
    pub message: String,
    /// First byte.
    pub start: usize,
    /// The byte after the last; `None` for one character.
    pub end: Option<usize>,
    /// It is where nothing is: after the character before.
    pub nowhere: bool,
    /// The column to show, from 1.
    pub column: Option<usize>,
    /// There is no token.
    pub by_tokens: bool,
    /// Its column is counted in characters; else in bytes, unless the text names its encoding.
    pub in_characters: bool,
    /// The line to show, if it is not in the file.
    pub shown: Option<Box<Shown>>,
}

impl Fault {
    /// A SyntaxError at a character.
    pub fn at(message: impl Into<String>, start: usize) -> Fault {
        Fault {
            class: FaultClass::Syntax,
            message: message.into(),
            start,
            end: None,
            nowhere: false,
            column: None,
            by_tokens: false,
            in_characters: false,
            shown: None,
        }
    }

    /// The line that shows it.
    fn show(&self, text: &str) -> Shown {
        if let Some(shown) = &self.shown {
            return *shown.clone();
        }
        if self.nowhere && self.start == text.len() {
            return Shown {
                line: text.matches('\n').count(),
                text: text.lines().next_back().unwrap_or_default().into(),
                offset: 0,
                end: 0,
            };
        }
        let in_characters = self.in_characters || names_encoding(text);
        let mut shown = Shown::of(text, self.start, self.end, in_characters);
        shown.offset -= usize::from(self.nowhere);
        if let Some(column) = self.column {
            shown.offset = column;
        }
        if self.nowhere {
            shown.end = 0;
        }
        shown
    }
}

/// What CPython says of a text; `None` if its tokens and its grammar allow it.
pub fn find(text: &str) -> Option<Refusal> {
    let mut lines = text.to_string();
    if !lines.is_empty() && !lines.ends_with('\n') {
        lines.push('\n');
    }
    let fault = fault(&Grammar::read(), &lines, "file")?;
    let shown = fault.show(&lines);
    let end = text.len();
    let start = fault.start.min(end);
    let range = start..fault.end.unwrap_or(start + 1).clamp(start, end);
    let range = TextRange::new(
        TextSize::new(range.start as u32),
        TextSize::new(range.end as u32),
    );
    Some(Refusal {
        fault: fault.class,
        shown: Some(Box::new(shown)),
        ..Refusal::syntax(fault.message, range)
    })
}

/// True if one of the first two lines says which encoding the text has.
fn names_encoding(text: &str) -> bool {
    text.lines()
        .take(2)
        .any(|line| encoding::named(line).is_some())
}

/// The error in a text that should match a rule.
fn fault(grammar: &Grammar, text: &str, rule: &str) -> Option<Box<Fault>> {
    let tokens = tokenise(text);
    let mut first = Machine::new(grammar, text, &tokens, false);
    let line = |at: usize| text[..at].matches('\n').count();
    // An error in the tokens that follow may be told instead.
    let or_rest = |fault: Box<Fault>, seen: usize| match &tokens.fault {
        Some(TokenFault {
            fault, prior: true, ..
        }) => Box::new(fault.clone()),
        Some(TokenFault {
            open: Some(open), ..
        }) if line(seen) > line(*open) => {
            let bracket = text[*open..].chars().next().unwrap_or('(');
            Box::new(Fault::at(format!("'{bracket}' was never closed"), *open))
        }
        _ => fault,
    };
    match first.matches(rule) {
        Ok(true) => return None,
        Ok(false) => {}
        Err(fault) if fault.by_tokens => return Some(fault),
        Err(fault) => return Some(or_rest(fault, first.last_seen().start)),
    }
    let last = first.last_seen();
    let mut second = Machine::new(grammar, text, &tokens, true);
    let found = second.matches(rule);
    let seen = second.last_seen();
    if let Err(fault) = found {
        return Some(match fault.by_tokens {
            true => fault,
            false => or_rest(fault, seen.start),
        });
    }
    let indent = match last.kind {
        Kind::Indent => "unexpected indent",
        Kind::Dedent => "unexpected unindent",
        _ => {
            let mut fault = Fault::at("invalid syntax", last.start);
            fault.end = Some(last.end);
            fault.nowhere = last.kind == Kind::End;
            return Some(or_rest(Box::new(fault), seen.start));
        }
    };
    let mut fault = Fault::at(indent, seen.start);
    fault.class = FaultClass::Indentation;
    fault.nowhere = matches!(seen.kind, Kind::Indent | Kind::Dedent | Kind::End);
    fault.end = Some(seen.end);
    Some(Box::new(fault))
}
