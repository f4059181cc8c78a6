//! Numbers.

use super::{Lexer, Wrong};

impl Lexer<'_> {
    /// A number, from its first character on.
    pub(super) fn number(&mut self) -> Result<(), Wrong> {
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
