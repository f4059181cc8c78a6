//! Differences from CPython that stand in the documentation, or that are not mended.

use super::{table, Combination};

/// One difference on a line: base, method, consumer, result and reason.
const TABLE: &str = include_str!("differences.txt");

/// The differences that are known.
#[derive(Debug)]
pub struct Known(Vec<Vec<&'static str>>);

impl Known {
    /// Those in the table.
    pub fn read() -> Known {
        let fields = |line: &'static str| line.split(" :: ").collect();
        Known(table::lines(TABLE).map(fields).collect())
    }

    /// The reason why a combination differs, if it is known.
    pub fn reason(&self, combination: &Combination) -> Option<&'static str> {
        let mut found = combination.names();
        let line = self.0.iter().find(|line| {
            let mut pairs = line.iter().zip(&mut found);
            pairs.all(|(pattern, text)| matches(pattern, text))
        });
        line.and_then(|line| line.get(4).copied())
    }
}

/// Whether a text is what a pattern says, in which a `*` stands for anything.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((before, after)) => text.strip_prefix(before).is_some_and(|rest| {
            (0..=rest.len()).any(|at| rest.get(at..).is_some_and(|rest| matches(after, rest)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        assert!(matches("*", ""));
        assert!(matches("a*c*", "abcd"));
        assert!(!matches("a*c", "abcd"));
        assert!(!matches("a", "ab"));
    }

    #[test]
    fn each_difference_has_a_reason() {
        let known = Known::read();
        assert!(known.0.iter().all(|line| line.len() == 5), "{known:?}");
    }
}
