//! What a program printed of its combinations.

use std::collections::BTreeMap;

/// The lines that each combination printed, by its number.
#[derive(Debug, Default, PartialEq)]
pub struct Transcript {
    lines: BTreeMap<usize, String>,
    /// How the program ended.
    pub end: String,
}

impl Transcript {
    /// Reads the output of a program. A line that does not begin with the next number goes
    /// on with what is before it.
    pub fn read(out: &str, end: String) -> Transcript {
        let lines = BTreeMap::new();
        let mut transcript = Transcript { lines, end };
        let mut number = 0;
        for line in without_addresses(out).lines() {
            let first = line.split(' ').next().and_then(|word| word.parse().ok());
            if first == Some(number) || first == Some(number + 1) {
                number = first.unwrap_or(number);
            }
            let text = transcript.lines.entry(number).or_default();
            text.push_str(line);
            text.push('\n');
        }
        transcript
    }

    /// What a combination printed.
    pub fn of(&self, number: usize) -> &str {
        let text = self.lines.get(&number);
        text.map_or("(nothing)", |text| text.trim_end())
    }

    /// How many combinations came to their ends.
    pub fn tried(&self) -> usize {
        self.lines.keys().last().map_or(0, |last| last + 1)
    }
}

/// True for what a combination printed that raised.
pub fn raises(text: &str) -> bool {
    text.split(' ').nth(1) == Some("raises")
}

/// A text with the digits of addresses left out, which are no part of what is compared.
pub fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut result = String::from(parts.next().unwrap_or_default());
    for part in parts {
        result += "0x";
        result += part.trim_start_matches(|c: char| c.is_ascii_hexdigit());
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_belong_to_numbers() {
        let found = Transcript::read(
            "0 int 1\n1 str 'a\nb'\n7 times\n2 X <X at 0x7f1a>\n",
            String::new(),
        );
        assert_eq!(found.tried(), 3);
        assert_eq!(found.of(0), "0 int 1");
        assert_eq!(found.of(1), "1 str 'a\nb'\n7 times");
        assert_eq!(found.of(2), "2 X <X at 0x>");
        assert_eq!(found.of(3), "(nothing)");
        assert!(raises("1 raises KeyError 2") && !raises("1 str 'raises'"));
    }
}
