//! Identifiers, keywords and strings.

use super::{Kind, Lexer, Wrong};

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

impl Lexer<'_> {
    /// An identifier, a keyword, or a string with a prefix.
    pub(super) fn word(&mut self) -> Result<(), Wrong> {
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
    pub(super) fn string(&mut self, start: usize) -> Result<(), Wrong> {
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
}

/// True for characters that CPython shows as they are.
fn is_printable(c: char) -> bool {
    // At the start of a string Rust escapes combining characters, too.
    let text = format!("a{c}");
    text.escape_debug().eq(text.chars())
}
