//! Keys of mapping patterns: none may be there twice.

use crate::error::Refusal;
use crate::ir::Const;
use ruff_text_size::TextRange;

/// Refuses constant keys that are equal.
///
/// # Errors
/// CPython's, at the whole pattern.
pub fn check(keys: &[Const], pattern: TextRange) -> Result<(), Refusal> {
    let twice = (1..keys.len()).find(|at| keys[..*at].iter().any(|key| equal(key, &keys[*at])));
    match twice {
        Some(at) => {
            let key = repr(&keys[at]);
            let message = format!("mapping pattern checks duplicate key ({key})");
            Err(Refusal::syntax(message, pattern))
        }
        None => Ok(()),
    }
}

fn equal(a: &Const, b: &Const) -> bool {
    let numbers = number(a).zip(number(b));
    a == b || numbers.is_some_and(|(a, b)| a == b)
}

/// The real and the imaginary part of a number.
fn number(constant: &Const) -> Option<(f64, f64)> {
    match constant {
        Const::Int(n) => Some((f64::from(*n), 0.0)),
        Const::Bool(b) => Some((f64::from(u8::from(*b)), 0.0)),
        Const::Float(x) => Some((f64::from_bits(*x), 0.0)),
        Const::Complex(x, y) => Some((f64::from_bits(*x), f64::from_bits(*y))),
        _ => None,
    }
}

/// The constant as `repr` shows it.
fn repr(constant: &Const) -> String {
    let part = |bits: u64| {
        let text = float(f64::from_bits(bits));
        text.strip_suffix(".0").unwrap_or(&text).to_string()
    };
    match constant {
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Int(n) => n.to_string(),
        Const::BigInt(digits) => digits.to_string(),
        Const::Float(x) => float(f64::from_bits(*x)),
        Const::Complex(x, y) => match part(*x).as_str() {
            "0" => format!("{}j", part(*y)),
            real => {
                let imaginary = part(*y);
                let sign = if imaginary.starts_with('-') { "" } else { "+" };
                format!("({real}{sign}{imaginary}j)")
            }
        },
        Const::Str(text) => quoted(text),
        Const::Bytes(bytes) => {
            let text: String = bytes.iter().copied().map(char::from).collect();
            format!("b{}", quoted(&text))
        }
        _ => "None".into(),
    }
}

fn float(x: f64) -> String {
    let text = format!("{x:?}");
    match text.split_once('e') {
        Some((digits, exponent)) if !exponent.starts_with('-') => format!("{digits}e+{exponent}"),
        _ => text,
    }
}

fn quoted(text: &str) -> String {
    let quote = match text.contains('\'') && !text.contains('"') {
        true => '"',
        false => '\'',
    };
    let mut result = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => result += "\\n",
            '\t' => result += "\\t",
            '\r' => result += "\\r",
            c if c == quote || c == '\\' => result.extend(['\\', c]),
            c if c < ' ' || ('\x7f'..='\u{a0}').contains(&c) => {
                result += &format!("\\x{:02x}", c as u32);
            }
            c => result.push(c),
        }
    }
    result + &String::from(quote)
}
