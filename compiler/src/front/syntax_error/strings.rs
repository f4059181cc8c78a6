//! What can be wrong in strings: their escapes, and the fields of f-strings, which CPython 3.11
//! parses apart from the rest.

use super::grammar::Grammar;
use super::tokens::Token;
use super::{fault, Fault};

/// Checks strings beside each other. `last` is the last token that was looked at.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(
    grammar: &Grammar,
    text: &str,
    strings: &[Token],
    last: Token,
) -> Result<(), Box<Fault>> {
    let at_last = |message: String| {
        let mut fault = Fault::at(message, last.start);
        fault.end = Some(last.end);
        Box::new(fault)
    };
    let mut bytes = None;
    for string in strings {
        let whole = &text[string.start..string.end];
        let quote = whole.find(['"', '\'']).expect("a string has quotes");
        let prefix = whole[..quote].to_ascii_lowercase();
        let quotes = &whole[quote..];
        let triple = quotes.starts_with("\"\"\"") || quotes.starts_with("'''");
        let is_triple = triple && quotes.len() >= 6;
        let width = if is_triple { 3 } else { 1 };
        let start = string.start + quote + width;
        let body = &text[start..string.end - width];
        let is_bytes = prefix.contains('b');
        if *bytes.get_or_insert(is_bytes) != is_bytes {
            return Err(at_last("cannot mix bytes and nonbytes literals".into()));
        }
        if is_bytes && !body.is_ascii() {
            let mut fault = Fault::at(
                "bytes can only contain ASCII literal characters",
                string.start,
            );
            fault.end = Some(string.end);
            return Err(Box::new(fault));
        }
        let is_raw = prefix.contains('r');
        if prefix.contains('f') {
            let mut fields = Fields {
                grammar,
                text,
                end: string.end - width,
                at: start,
                is_raw,
                at_last: &at_last,
            };
            fields.literals(0)?;
        } else if !is_raw {
            escapes(body, is_bytes).map_err(at_last)?;
        }
    }
    Ok(())
}

/// Checks the escapes of a string.
fn escapes(body: &str, is_bytes: bool) -> Result<(), String> {
    let unicode = |from: usize, to: usize, what: &str| {
        let position = match to - from {
            1 => format!("position {from}"),
            _ => format!("in position {from}-{}", to - 1),
        };
        let bytes = if to - from == 1 {
            "byte 0x5c in "
        } else {
            "bytes "
        };
        Err(format!(
            "(unicode error) 'unicodeescape' codec can't decode {bytes}{position}: {what}"
        ))
    };
    // CPython decodes a text in which what is not ASCII is escaped.
    let mut at = 0;
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            at += if c.is_ascii() { 1 } else { 10 };
            continue;
        }
        let start = at;
        let Some(escape) = chars.next() else {
            return unicode(start, start + 1, "\\ at end of string");
        };
        at += 2;
        if !escape.is_ascii() {
            at += 9;
            continue;
        }
        let digits = match escape {
            'x' => 2,
            'u' if !is_bytes => 4,
            'U' if !is_bytes => 8,
            'N' if !is_bytes => {
                let rest: String = chars.clone().collect();
                let name = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
                let Some((name, _)) = name.filter(|(name, _)| !name.is_empty()) else {
                    let open = rest.starts_with('{');
                    let length = if open { rest.len() } else { 0 };
                    let empty = rest.starts_with("{}");
                    let end = at + if empty { 1 } else { length };
                    return unicode(start, end, "malformed \\N character escape");
                };
                let length = name.chars().count() + 2;
                if unicode_names2::character(name).is_none() {
                    return unicode(start, at + length, "unknown Unicode character name");
                }
                chars.nth(length - 1);
                at += length;
                continue;
            }
            _ => continue,
        };
        let mut value = 0;
        for count in 0..digits {
            match chars.peek().and_then(|c| c.to_digit(16)) {
                Some(digit) => {
                    value = value * 16 + u64::from(digit);
                    chars.next();
                    at += 1;
                }
                None if is_bytes => {
                    return Err(format!(
                        "(value error) invalid \\x escape at position {start}"
                    ))
                }
                None => {
                    let form = format!("{escape}{}", "X".repeat(digits));
                    debug_assert!(count < digits);
                    return unicode(start, at, &format!("truncated \\{form} escape"));
                }
            }
        }
        if value > 0x0010_FFFF {
            return unicode(start, at, "illegal Unicode character");
        }
    }
    Ok(())
}

struct Fields<'f> {
    grammar: &'f Grammar,
    text: &'f str,
    at: usize,
    end: usize,
    is_raw: bool,
    at_last: &'f dyn Fn(String) -> Box<Fault>,
}

impl Fields<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn wrong<T>(&self, message: impl Into<String>) -> Result<T, Box<Fault>> {
        Err((self.at_last)(format!("f-string: {}", message.into())))
    }

    /// Text with fields, in a string or in a format.
    fn literals(&mut self, depth: usize) -> Result<(), Box<Fault>> {
        let mut start = self.at;
        loop {
            let rest = self.rest();
            let escaped = !self.is_raw && rest.starts_with('\\');
            if escaped && rest.starts_with("\\N{") {
                self.at += rest.find('}').map_or(rest.len(), |end| end + 1);
                continue;
            }
            if escaped {
                self.at += 1;
                self.at += self
                    .peek()
                    .filter(|c| !"{}".contains(*c))
                    .map_or(0, char::len_utf8);
                continue;
            }
            if depth == 0 && (rest.starts_with("{{") || rest.starts_with("}}")) {
                self.at += 2;
                continue;
            }
            match self.peek() {
                Some(c) if !"{}".contains(c) => self.at += c.len_utf8(),
                Some('}') if depth == 0 => return self.wrong("single '}' is not allowed"),
                next => {
                    if !self.is_raw {
                        escapes(&self.text[start..self.at], false).map_err(self.at_last)?;
                    }
                    if next != Some('{') {
                        return Ok(());
                    }
                    self.field(depth)?;
                    start = self.at;
                }
            }
        }
    }

    fn field(&mut self, depth: usize) -> Result<(), Box<Fault>> {
        if depth >= 2 {
            return self.wrong("expressions nested too deeply");
        }
        self.at += 1;
        let start = self.at;
        self.skip_expression()?;
        if self.at >= self.end {
            return self.wrong("expecting '}'");
        }
        self.expression(start)?;
        if self.peek() == Some('=') {
            self.at += 1;
            while self.peek().is_some_and(char::is_whitespace) {
                self.at += 1;
            }
        }
        if self.peek() == Some('!') {
            self.at += 1;
            let Some(conversion) = self.peek() else {
                return self.wrong("expecting '}'");
            };
            self.at += conversion.len_utf8();
            if !"sra".contains(conversion) {
                let expected = "expected 's', 'r', or 'a'";
                return self.wrong(format!("invalid conversion character: {expected}"));
            }
        }
        if self.peek() == Some(':') {
            self.at += 1;
            self.literals(depth + 1)?;
        }
        match self.peek() {
            Some('}') => {
                self.at += 1;
                Ok(())
            }
            _ => self.wrong("expecting '}'"),
        }
    }

    /// Goes to the end of an expression, only by its quotes and brackets.
    fn skip_expression(&mut self) -> Result<(), Box<Fault>> {
        let mut open = vec![];
        let mut quotes = String::new();
        while let Some(c) = self.peek() {
            let rest = self.rest();
            if c == '\\' {
                let message = "f-string expression part cannot include a backslash";
                return Err((self.at_last)(message.into()));
            }
            if !quotes.is_empty() {
                match rest.starts_with(&quotes) {
                    true => {
                        self.at += quotes.len();
                        quotes.clear();
                    }
                    false => self.at += c.len_utf8(),
                }
                continue;
            }
            if matches!(c, '"' | '\'') {
                let triple: String = [c; 3].iter().collect();
                quotes = if rest.starts_with(&triple) {
                    triple
                } else {
                    c.to_string()
                };
                self.at += quotes.len();
                continue;
            }
            if c == '#' {
                let message = "f-string expression part cannot include '#'";
                return Err((self.at_last)(message.into()));
            }
            if open.is_empty() && "!:}=<>".contains(c) {
                if ["!=", "==", "<=", ">="]
                    .iter()
                    .any(|two| rest.starts_with(two))
                {
                    self.at += 2;
                    continue;
                }
                if !"<>".contains(c) {
                    break;
                }
            }
            match c {
                '(' | '[' | '{' => open.push(c),
                ')' | ']' | '}' => match open.pop() {
                    None => return self.wrong(format!("unmatched '{c}'")),
                    Some(opening) if !matches!((opening, c), ('(', ')') | ('[', ']') | ('{', '}')) => {
                        return self.wrong(format!(
                            "closing parenthesis '{c}' does not match opening parenthesis '{opening}'"
                        ))
                    }
                    Some(_) => {}
                },
                _ => {}
            }
            self.at += c.len_utf8();
        }
        if !quotes.is_empty() {
            return self.wrong("unterminated string");
        }
        match open.last() {
            Some(opening) => self.wrong(format!("unmatched '{opening}'")),
            None => Ok(()),
        }
    }

    /// Parses an expression that ends here, as CPython does: in brackets.
    fn expression(&self, start: usize) -> Result<(), Box<Fault>> {
        let expression = &self.text[start..self.at];
        if expression
            .chars()
            .all(|c| matches!(c, ' ' | '\t' | '\n' | '\x0c' | '\r'))
        {
            return match self.peek().filter(|c| "!:=".contains(*c)) {
                Some(c) => self.wrong(format!("expression required before '{c}'")),
                None => self.wrong("empty expression not allowed"),
            };
        }
        let inner = format!("({expression})");
        let Some(mut wrong) = fault(self.grammar, &inner, "fstring") else {
            return Ok(());
        };
        let told = wrong.shown.is_some();
        let mut shown = wrong.show(&inner);
        shown.line += self.text[..start].matches('\n').count();
        wrong.shown = Some(Box::new(shown));
        if !wrong.by_tokens && !told {
            wrong.message = format!("f-string: {}", wrong.message);
        }
        wrong.by_tokens = false;
        (wrong.start, wrong.end) = (start, Some(self.at));
        Err(wrong)
    }
}
