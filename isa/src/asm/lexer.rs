//! Tokens of one line of assembly text.

use super::AsmError;

/// A token's kind and value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name, a mnemonic or a directive.
    Name(String),
    /// A decimal or `0x` number.
    Number(i64),
    /// A quoted string.
    Text(String),
    /// Any other character.
    Mark(char),
}

/// A token and its first column, from 1.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub column: u32,
}

/// True if `name` is one token, and no number or directive.
pub(crate) fn is_plain_name(name: &str) -> bool {
    let first = |c: char| c.is_alphabetic() || c == '_';
    name.starts_with(first) && name.chars().all(is_name_character)
}

fn is_name_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// The tokens of line number `line`, without its comment.
pub(super) fn tokens(text: &str, line: u32) -> Result<Vec<Token>, AsmError> {
    let mut lexer = Lexer {
        characters: text.chars().collect(),
        at: 0,
        line,
    };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next()? {
        tokens.push(token);
    }
    Ok(tokens)
}

struct Lexer {
    characters: Vec<char>,
    at: usize,
    line: u32,
}

impl Lexer {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn error(&self, message: impl Into<String>) -> AsmError {
        AsmError {
            line: self.line,
            column: self.at as u32 + 1,
            message: message.into(),
        }
    }

    fn next(&mut self) -> Result<Option<Token>, AsmError> {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        let column = self.at as u32 + 1;
        let kind = match self.peek() {
            None | Some(';') => return Ok(None),
            Some('"') => Kind::Text(self.text()?),
            Some(c) if c.is_ascii_digit() || c == '-' => Kind::Number(self.number()?),
            Some(c) if is_name_character(c) => Kind::Name(self.word()),
            Some(c) => {
                self.at += 1;
                Kind::Mark(c)
            }
        };
        Ok(Some(Token { kind, column }))
    }

    fn word(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(is_name_character) {
            self.at += 1;
        }
        self.characters[start..self.at].iter().collect()
    }

    fn number(&mut self) -> Result<i64, AsmError> {
        let start = self.at;
        let negative = self.peek() == Some('-');
        self.at += usize::from(negative);
        let word = self.word();
        let magnitude = match word.strip_prefix("0x") {
            Some(digits) => i64::from_str_radix(digits, 16),
            None => word.parse(),
        };
        match magnitude {
            Ok(n) => Ok(if negative { -n } else { n }),
            Err(_) => {
                self.at = start;
                Err(self.error(format!("`{word}` is not a number")))
            }
        }
    }

    /// A string with the escapes of Rust's `{:?}`.
    fn text(&mut self) -> Result<String, AsmError> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            let Some(c) = self.peek() else {
                self.at = start;
                return Err(self.error("this string has no end"));
            };
            self.at += 1;
            match c {
                '"' => return Ok(text),
                '\\' => text.push(self.escape()?),
                c => text.push(c),
            }
        }
    }

    fn escape(&mut self) -> Result<char, AsmError> {
        let c = match self.peek() {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('0') => '\0',
            Some(c @ ('\\' | '"' | '\'')) => c,
            Some('u') => return self.code_point(),
            _ => return Err(self.error("unknown escape; known: \\n \\r \\t \\0 \\\\ \\\" \\u{…}")),
        };
        self.at += 1;
        Ok(c)
    }

    /// `u{1f40d}`, the backslash already read.
    fn code_point(&mut self) -> Result<char, AsmError> {
        let rest = &self.characters[self.at..];
        let end = rest.iter().position(|c| *c == '}');
        let character = end.filter(|_| rest.get(1) == Some(&'{')).and_then(|end| {
            let digits: String = rest[2..end].iter().collect();
            let c = char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?;
            Some((c, end))
        });
        let Some((c, end)) = character else {
            return Err(self.error("`\\u{…}` takes the hexadecimal number of a character"));
        };
        self.at += end + 1;
        Ok(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        let tokens = tokens(text, 1).unwrap();
        tokens.into_iter().map(|t| t.kind).collect()
    }

    #[test]
    fn every_kind() {
        assert_eq!(
            kinds("a.b: -0x10, \"x;\\u{1f40d}\" ; comment"),
            [
                Kind::Name("a.b".into()),
                Kind::Mark(':'),
                Kind::Number(-16),
                Kind::Mark(','),
                Kind::Text("x;🐍".into()),
            ]
        );
    }

    #[test]
    fn errors_have_a_column() {
        let error = |text| tokens(text, 7).unwrap_err().to_string();
        assert_eq!(error("  12x"), "7:3: `12x` is not a number");
        assert_eq!(error("a \"b"), "7:3: this string has no end");
        assert!(error("\"\\q\"").starts_with("7:3: unknown escape"));
        assert!(error("\"\\u{d800}\"").starts_with("7:3: `\\u{…}` takes"));
        assert!(error("\"\\u}\"").starts_with("7:3: `\\u{…}` takes"));
        assert!(error("99999999999999999999").starts_with("7:1: "));
    }

    #[test]
    fn plain_names() {
        assert!(is_plain_name("größe_2"));
        for name in ["", "2x", ".x", "<module>", "a b"] {
            assert!(!is_plain_name(name), "{name}");
        }
    }
}
