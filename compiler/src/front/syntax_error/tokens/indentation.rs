//! Where blocks begin and end.

use super::super::{Fault, FaultClass};
use super::{Kind, Lexer, Wrong};

/// Deepest indentation.
const MAX_INDENT: usize = 100;

impl Lexer<'_> {
    /// The indentation of a line; false if the line is empty.
    pub(super) fn indentation(&mut self) -> Result<bool, Wrong> {
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
                    self.at = self.line_end();
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
}
