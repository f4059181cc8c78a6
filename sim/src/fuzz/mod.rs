//! Random Python programs, made from a table of productions (`grammar.txt`), that end and
//! do the same in every implementation of Python 3.11. A program is determined by its seed.

mod generate;
mod grammar;
mod tree;

pub use tree::Node;

use crate::random::Rng;
use generate::Generator;
use grammar::Grammar;

/// Functions and classes that every program begins with.
const PRELUDE: &str = include_str!("prelude.py");

/// What every program ends with: its variables.
const EPILOGUE: &str =
    "print(integer, number, text, flag, items, pair, table, sorted(group), data, point)\n";

/// Statements at the top level of a program.
const STATEMENTS: std::ops::Range<u32> = 8..20;

/// A random program.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    /// The random statements, each with what comes to stand below it.
    pub statements: Vec<Node>,
}

impl Program {
    /// The program with this seed.
    pub fn random(seed: u64) -> Program {
        let grammar = Grammar::new();
        let mut generator = Generator::new(&grammar, Rng::new(seed));
        let count = generator.between(STATEMENTS);
        Program {
            statements: (0..count).map(|_| generator.guarded_statement()).collect(),
        }
    }

    /// Its text.
    pub fn text(&self) -> String {
        let mut text = String::from(PRELUDE);
        for statement in &self.statements {
            text.push_str("\n\n");
            statement.render(0, &mut text);
        }
        text.push_str("\n\n\n");
        text + EPILOGUE
    }

    /// The smallest program found by leaving parts out or replacing them by parts of
    /// themselves for which `fails` still holds; `attempts` limits the number of trials.
    pub fn shrink(self, mut attempts: usize, mut fails: impl FnMut(&Program) -> bool) -> Program {
        let mut best = self;
        'improved: loop {
            for statements in tree::smaller_suites(&best.statements) {
                if attempts == 0 {
                    return best;
                }
                attempts -= 1;
                let candidate = Program { statements };
                if fails(&candidate) {
                    best = candidate;
                    continue 'improved;
                }
            }
            return best;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_a_program() {
        assert_eq!(Program::random(7), Program::random(7));
        assert_ne!(Program::random(7).text(), Program::random(8).text());
    }

    #[test]
    fn every_production_is_used() {
        let grammar = Grammar::new();
        let mut used = vec![false; grammar.productions.len()];
        for seed in 0..3000 {
            let mut generator = Generator::new(&grammar, Rng::new(seed));
            for _ in 0..8 {
                generator.guarded_statement();
            }
            for production in generator.used {
                used[production] = true;
            }
        }
        let unused = grammar::table().zip(used).filter(|(_, used)| !used);
        let unused: Vec<&str> = unused.map(|(line, _)| line).collect();
        assert!(unused.is_empty(), "{unused:#?}");
    }

    #[test]
    fn shrinking_keeps_what_fails() {
        let has = |program: &Program| program.text()[PRELUDE.len()..].contains(" ** ");
        let program = (0..)
            .map(Program::random)
            .find(|p| has(p))
            .expect("some seed has it");
        let small = program.shrink(5000, has);
        assert!(has(&small));
        assert_eq!(small.statements.len(), 1, "{}", small.text());
        assert!(
            small.text().len() < PRELUDE.len() + EPILOGUE.len() + 60,
            "{}",
            small.text()
        );
    }
}
