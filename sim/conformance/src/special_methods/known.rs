//! Differences from CPython that stand in the documentation, or that are not mended.

use super::{table, Combination, Section};

/// One difference on a line: base, method, consumer, result and reason.
const TABLE: &str = include_str!("differences.txt");

/// Combinations that are tried to find out whether a difference still occurs.
const TRIALS: usize = 28;

/// The differences that are known.
#[derive(Debug)]
pub struct Known(Vec<Line>);

/// A difference that is known: what the names of a combination have to be, and the reason.
#[derive(Debug)]
pub struct Line {
    /// The line of the table.
    pub text: &'static str,
    fields: Vec<&'static str>,
}

impl Known {
    /// Those in the table.
    pub fn read() -> Known {
        let line = |text: &'static str| Line {
            text,
            fields: text.split(" :: ").collect(),
        };
        Known(table::lines(TABLE).map(line).collect())
    }

    /// The lines of the table.
    pub fn lines(&self) -> &[Line] {
        &self.0
    }

    /// The lines that a combination is described by.
    pub fn of<'k>(&'k self, combination: &Combination) -> impl Iterator<Item = usize> + 'k {
        let names = combination.names();
        let numbered = self.0.iter().enumerate();
        numbered
            .filter(move |(_, line)| line.describes(&names))
            .map(|(number, _)| number)
    }
}

impl Line {
    fn describes(&self, names: &[String]) -> bool {
        let mut pairs = self.fields.iter().zip(names);
        pairs.all(|(pattern, text)| matches(pattern, text))
    }

    /// Some of the combinations that the line describes, as programs.
    pub fn trials<'t>(&self, sections: &'t [Section]) -> Vec<Vec<Combination<'t>>> {
        let mut programs = vec![];
        for section in sections {
            let answers = section.answers();
            for base in &section.bases {
                let of = |consumer| {
                    answers.iter().map(move |&(method, result)| Combination {
                        section,
                        base: *base,
                        consumer,
                        method,
                        result,
                    })
                };
                let all = section.consumers.iter().flat_map(of);
                let mut found: Vec<_> = all.filter(|one| self.describes(&one.names())).collect();
                let step = found.len().div_ceil(TRIALS).max(1);
                found = found.into_iter().step_by(step).collect();
                if !found.is_empty() {
                    programs.push(found);
                }
            }
        }
        programs
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
    fn each_difference_has_a_reason_and_is_said_of_few_combinations() {
        let sections = table::sections();
        for line in Known::read().lines() {
            let [base, method, consumer, result, reason] = line.fields[..] else {
                panic!("not five fields: {}", line.text);
            };
            assert!(!reason.is_empty(), "{}", line.text);
            let said = [base, method, result].into_iter().filter(|it| *it != "*");
            let precise = consumer != "*" || said.count() > 1;
            assert!(precise, "too broad: {}", line.text);
            assert!(!line.trials(&sections).is_empty(), "{}", line.text);
        }
    }
}
