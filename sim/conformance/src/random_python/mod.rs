//! Random Python programs, made from a table of productions (`grammar.txt`), that end and
//! do the same in every implementation of Python 3.11. A program is determined by its seed.

mod generate;
mod grammar;
mod prelude;
mod tree;

pub use tree::Node;

use crate::Rng;
use generate::Generator;
use grammar::Grammar;

/// What every program prints before it ends: its variables.
const VARIABLES: &str =
    "print(integer, number, text, flag, items, pair, table, sorted(group), data, point, vector)";

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
        let mut statements: Vec<Node> = (0..count).map(|_| generator.guarded_statement()).collect();
        statements.push(Node::text('S', VARIABLES));
        statements.push(generator.ending());
        Program { statements }
    }

    /// Its text, with the part of the prelude that it needs.
    pub fn text(&self) -> String {
        let own = self.statements();
        let mut text = prelude::needed_by(&own);
        text.push_str(&own);
        text
    }

    /// The text of its statements alone.
    pub fn statements(&self) -> String {
        let mut text = String::new();
        for statement in &self.statements {
            statement.render(0, &mut text);
            text.push('\n');
        }
        text
    }

    /// The smallest program found by leaving parts out or replacing them by parts of
    /// themselves for which `fails` still holds; `attempts` limits the number of trials.
    pub fn shrink(mut self, mut attempts: usize, mut fails: impl FnMut(&Program) -> bool) -> Self {
        let mut length = self.statements.len();
        while length > 1 {
            length = length.div_ceil(2);
            self.improve(|all| tree::without(all, length), &mut attempts, &mut fails);
        }
        self.improve(tree::smaller_suites, &mut attempts, &mut fails);
        self
    }

    /// Replaces the statements by variants that fail too, until there are none. After each
    /// it goes on where it was: what did not help before rarely helps now.
    fn improve(
        &mut self,
        variants: impl Fn(&[Node]) -> Vec<Vec<Node>>,
        attempts: &mut usize,
        fails: &mut impl FnMut(&Program) -> bool,
    ) {
        let mut at = 0;
        let mut failed = 0;
        let mut all = variants(&self.statements);
        while failed < all.len() && *attempts > 0 {
            *attempts -= 1;
            at %= all.len();
            let statements = std::mem::take(&mut all[at]);
            let candidate = Program { statements };
            if fails(&candidate) {
                *self = candidate;
                all = variants(&self.statements);
                failed = 0;
            } else {
                at += 1;
                failed += 1;
            }
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
            generator.ending();
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
        let has = |program: &Program| program.statements().contains(" ** ");
        let program = (0..)
            .map(Program::random)
            .find(|p| has(p))
            .expect("some seed has it");
        let small = program.shrink(5000, has);
        assert!(has(&small));
        assert_eq!(small.statements.len(), 1, "{}", small.text());
        assert!(small.statements().len() < 60, "{}", small.statements());
    }
}
