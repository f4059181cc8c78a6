//! The words of a line of the text form.

/// What was read, or what is wrong with it.
pub type Parsed<T> = Result<T, String>;

/// A word of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A number, a name, or a number with a name: `v0:count`.
    Word(String),
    Str(String),
    Bytes(Vec<u8>),
    Punct(char),
}

/// The tokens of a line; a comment begins with `#`.
pub fn tokens(line: &str) -> Parsed<Vec<Token>> {
    let mut tokens = vec![];
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '#' {
            break;
        }
        if first == '"' || rest.starts_with("b\"") {
            let start = if first == '"' { 1 } else { 2 };
            let (text, length) = quoted(&rest[start..])?;
            tokens.push(match first {
                '"' => Token::Str(String::from_utf8_lossy(&text).into_owned()),
                _ => Token::Bytes(text),
            });
            rest = rest[start + length..].trim_start();
            continue;
        }
        let length = match "(),[]=?:@".contains(first) {
            true => 1,
            false => word_length(rest),
        };
        tokens.push(match length {
            1 if "(),[]=?:@".contains(first) => Token::Punct(first),
            _ => Token::Word(rest[..length].into()),
        });
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

/// Bytes of the word at the start of a text. A colon is part of it before a name.
fn word_length(text: &str) -> usize {
    let is_end = |c: char| c.is_whitespace() || "(),[]=?@\"".contains(c);
    let length = text.find(is_end).unwrap_or(text.len());
    match text[..length].strip_suffix(':') {
        Some(word) => word.len(),
        None => length,
    }
}

/// The text up to a quotation mark, and the number of bytes with that.
fn quoted(text: &str) -> Parsed<(Vec<u8>, usize)> {
    let mut bytes = vec![];
    let mut chars = text.char_indices();
    let mut utf8 = [0; 4];
    while let Some((at, c)) = chars.next() {
        let c = match c {
            '"' => return Ok((bytes, at + 1)),
            '\\' => match chars.next().map(|(_, c)| c) {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('0') => '\0',
                Some('x') => {
                    let digits = text.get(at + 2..at + 4).unwrap_or("");
                    let byte = u8::from_str_radix(digits, 16);
                    bytes.push(byte.map_err(|_| format!("`\\x{digits}` is no byte"))?);
                    chars.nth(1);
                    continue;
                }
                Some('u') => {
                    let digits = text[at..].split(['{', '}']).nth(1).unwrap_or("");
                    let code = u32::from_str_radix(digits, 16)
                        .ok()
                        .and_then(char::from_u32);
                    chars.nth(digits.len() + 1);
                    code.ok_or_else(|| format!("`\\u{{{digits}}}` is no character"))?
                }
                Some(c) => c,
                None => break,
            },
            c => c,
        };
        bytes.extend(c.encode_utf8(&mut utf8).bytes());
    }
    Err("a string without an end".into())
}
