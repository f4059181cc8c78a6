//! Array subscripts in names: rust-hdl hands them over as text, `lanes[i+1]$x`.

use crate::error::{Checked, Problem};

/// Replaces each `[expression]` in `name` by `$` and its value.
pub(crate) fn resolve(name: &str, lookup: &dyn Fn(&str) -> Option<i128>) -> Checked<String> {
    let mut out = String::new();
    let mut rest = name;
    while let Some(open) = rest.find('[') {
        let Some(close) = rest[open..].find(']') else {
            return Err(Problem::BadIdentifier(name.into()));
        };
        out += &rest[..open];
        let value = evaluate(&rest[open + 1..open + close], lookup)
            .filter(|v| *v >= 0)
            .ok_or_else(|| Problem::UnknownName(name.into()))?;
        out += &format!("${value}");
        rest = &rest[open + close + 1..];
    }
    Ok(out + rest)
}

/// Value of an integer literal as Rust writes it, suffix and separators included.
pub(crate) fn integer(text: &str) -> Option<i128> {
    let text = text.replace('_', "");
    let (radix, digits) = match text.get(..2) {
        Some("0x") => (16, &text[2..]),
        Some("0b") => (2, &text[2..]),
        Some("0o") => (8, &text[2..]),
        _ => (10, text.as_str()),
    };
    let digits = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
    ]
    .iter()
    .find_map(|suffix| digits.strip_suffix(suffix))
    .unwrap_or(digits);
    i128::from_str_radix(digits, radix).ok()
}

/// Sums, differences, products, quotients and remainders of integers and loop indices.
fn evaluate(text: &str, lookup: &dyn Fn(&str) -> Option<i128>) -> Option<i128> {
    let mut parser = Parser { rest: text, lookup };
    let value = parser.sum()?;
    parser.rest.trim().is_empty().then_some(value)
}

struct Parser<'a> {
    rest: &'a str,
    lookup: &'a dyn Fn(&str) -> Option<i128>,
}

impl Parser<'_> {
    fn eat(&mut self, ops: &[char]) -> Option<char> {
        self.rest = self.rest.trim_start();
        let op = self.rest.chars().next().filter(|c| ops.contains(c))?;
        self.rest = &self.rest[1..];
        Some(op)
    }

    fn sum(&mut self) -> Option<i128> {
        let mut value = self.product()?;
        while let Some(op) = self.eat(&['+', '-']) {
            let right = self.product()?;
            value = if op == '+' {
                value.checked_add(right)?
            } else {
                value.checked_sub(right)?
            };
        }
        Some(value)
    }

    fn product(&mut self) -> Option<i128> {
        let mut value = self.atom()?;
        while let Some(op) = self.eat(&['*', '/', '%']) {
            let right = self.atom()?;
            value = match op {
                '*' => value.checked_mul(right)?,
                '/' => value.checked_div(right)?,
                _ => value.checked_rem(right)?,
            };
        }
        Some(value)
    }

    fn atom(&mut self) -> Option<i128> {
        if self.eat(&['(']).is_some() {
            let value = self.sum()?;
            return self.eat(&[')']).map(|_| value);
        }
        self.rest = self.rest.trim_start();
        let end = self
            .rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        integer(word).or_else(|| (self.lookup)(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subscripts_are_evaluated() {
        let lookup = |name: &str| (name == "i").then_some(3);
        assert_eq!(resolve("lanes[i]$x", &lookup).unwrap(), "lanes$3$x");
        assert_eq!(
            resolve("lanes[((i+1)*2)%5]$x[0x1_usize]", &lookup).unwrap(),
            "lanes$3$x$1"
        );
        assert!(resolve("lanes[j]$x", &lookup).is_err());
        assert!(resolve("lanes[i-4]", &lookup).is_err());
        assert!(resolve("lanes[i/0]", &lookup).is_err());
    }
}
