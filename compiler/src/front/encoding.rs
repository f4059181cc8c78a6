//! The encoding of a source file: UTF-8, unless one of its first two lines names another.

use crate::error::{Refusal, Shown};
use encoding_rs::Encoding;
use ruff_text_size::TextRange;

/// The text of a file.
///
/// # Errors
/// If its bytes are not what its encoding allows, or if the encoding is unknown. `path` is shown.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Refusal> {
    let (marked, rest) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    if let Some(at) = rest.iter().position(|byte| *byte == 0) {
        return Err(null_byte(rest, at));
    }
    let first: Vec<&[u8]> = rest.splitn(3, |byte| *byte == b'\n').collect();
    let named = match first[..] {
        [] => None,
        [first, ref others @ ..] => named(&String::from_utf8_lossy(first)).or_else(|| {
            let is_blank = is_comment_or_blank(&String::from_utf8_lossy(first));
            let second = others.first().filter(|_| is_blank)?;
            named(&String::from_utf8_lossy(second))
        }),
    };
    let Some(name) = named else {
        return utf8(path, rest);
    };
    match &*name {
        "utf-8" => utf8(path, rest),
        _ if marked => Err(refuse(format!("encoding problem: {name} with BOM"))),
        _ => of_encoding(&name, rest).ok_or_else(|| refuse(format!("encoding problem: {name}"))),
    }
}

/// The encoding that a comment names, as CPython writes its name.
pub fn named(line: &str) -> Option<String> {
    let comment = line.trim_start_matches([' ', '\t', '\x0c']);
    let comment = comment.strip_prefix('#')?;
    let mut rest = comment;
    while let Some(at) = rest.find("coding") {
        rest = &rest[at + "coding".len()..];
        let Some(value) = rest.strip_prefix([':', '=']) else {
            continue;
        };
        let value = value.trim_start_matches([' ', '\t']);
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let end = value.find(|c| !is_part(c)).unwrap_or(value.len());
        if end > 0 {
            return Some(normal_name(&value[..end]));
        }
    }
    None
}

fn is_comment_or_blank(line: &str) -> bool {
    let text = line
        .trim_start_matches([' ', '\t', '\x0c'])
        .trim_end_matches('\r');
    text.is_empty() || text.starts_with('#')
}

fn normal_name(name: &str) -> String {
    let lower = name.chars().take(12).map(|c| match c {
        '_' => '-',
        c => c.to_ascii_lowercase(),
    });
    let normal: String = lower.collect();
    let is = |known: &str| normal == known || normal.starts_with(&format!("{known}-"));
    if is("utf-8") {
        return "utf-8".into();
    }
    match ["latin-1", "iso-8859-1", "iso-latin-1"]
        .iter()
        .any(|known| is(known))
    {
        true => "iso-8859-1".into(),
        false => name.into(),
    }
}

fn utf8(path: &str, bytes: &[u8]) -> Result<String, Refusal> {
    std::str::from_utf8(bytes)
        .map(String::from)
        .map_err(|error| {
            let at = error.valid_up_to();
            let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            refuse(format!(
                "Non-UTF-8 code starting with '\\x{:02x}' in file {path} on line {line}, but no \
             encoding declared; see https://peps.python.org/pep-0263/ for details",
                bytes[at]
            ))
        })
}

/// The text of bytes in an encoding, if it is known and they are right.
fn of_encoding(name: &str, bytes: &[u8]) -> Option<String> {
    let plain = name.to_ascii_lowercase().replace('_', "-");
    match &*plain {
        "utf8" | "u8" => return String::from_utf8(bytes.into()).ok(),
        "ascii" | "us-ascii" | "646" => {
            return bytes
                .is_ascii()
                .then(|| String::from_utf8_lossy(bytes).into());
        }
        "iso-8859-1" | "latin1" | "latin" | "l1" | "iso8859-1" | "8859" | "cp819" => {
            return Some(bytes.iter().map(|byte| char::from(*byte)).collect());
        }
        _ => {}
    }
    let label = match plain.strip_prefix("cp125") {
        Some(page) => format!("windows-125{page}"),
        None => plain.replace("mac-roman", "macintosh"),
    };
    let encoding = Encoding::for_label(label.as_bytes())?;
    if !encoding.is_ascii_compatible() {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    // What is undefined is a control character in the web's tables, and an error in Python's.
    let undefined = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    let windows = encoding.name().starts_with("windows-");
    (!windows || !text.contains(undefined)).then(|| text.into())
}

fn refuse(message: String) -> Refusal {
    Refusal {
        shown: Some(Box::default()),
        ..Refusal::syntax(message, TextRange::default())
    }
}

fn null_byte(bytes: &[u8], at: usize) -> Refusal {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let shown = Shown {
        line: before.matches('\n').count() + 1,
        text: line.into(),
        offset: 0,
        end: 0,
    };
    Refusal {
        shown: Some(Box::new(shown)),
        ..Refusal::syntax(
            "source code cannot contain null bytes",
            TextRange::default(),
        )
    }
}
