//! Productions to a program: chooses them, and knows which names are bound.

use super::grammar::{is_body, is_statement, Grammar, Production, Token};
use super::tree::{Node, Piece};
use crate::Rng;
use std::collections::HashMap;
use std::ops::Range;

/// Deepest nesting of expressions, and of statements.
const EXPRESSION_DEPTH: u32 = 3;
const STATEMENT_DEPTH: u32 = 3;
/// Statements of a suite.
const SUITE: Range<u32> = 1..4;
/// Names of one pool in one scope.
const NAMES: usize = 4;

/// The names that the prelude binds.
const BOUND: &[(char, &str)] = &[
    ('i', "integer"),
    ('f', "number"),
    ('b', "flag"),
    ('s', "text"),
    ('l', "items"),
    ('t', "pair"),
    ('d', "table"),
    ('e', "group"),
    ('y', "data"),
    ('o', "point"),
    ('v', "vector"),
    ('C', "Point"),
    ('0', "zero"),
    ('1', "one"),
    ('2', "two"),
    ('G', "up"),
    ('H', "steps"),
    ('A', "fetch"),
    ('N', "ticks"),
];

/// Names by pool, of a function or of a suite, which may not be executed.
#[derive(Default)]
struct Scope {
    names: HashMap<char, Vec<String>>,
    /// Pools whose names outside cannot be seen.
    hidden: Vec<char>,
    function: bool,
}

impl Scope {
    fn function(names: impl Iterator<Item = (char, String)>) -> Scope {
        let mut scope = Scope {
            function: true,
            ..Scope::default()
        };
        for (pool, name) in names {
            if pool == '!' {
                scope.hidden.extend(name.chars());
            } else {
                scope.names.entry(pool).or_default().push(name);
            }
        }
        scope
    }

    fn of(&self, pool: char) -> &[String] {
        self.names.get(&pool).map_or(&[], Vec::as_slice)
    }
}

/// Generates statements.
pub struct Generator<'g> {
    grammar: &'g Grammar,
    rng: Rng,
    scopes: Vec<Scope>,
    /// Numbers of the productions used so far.
    pub used: Vec<usize>,
}

impl<'g> Generator<'g> {
    /// A generator in the scope of the prelude.
    pub fn new(grammar: &'g Grammar, rng: Rng) -> Self {
        let bound = BOUND
            .iter()
            .map(|(pool, name)| (*pool, String::from(*name)));
        let scope = Scope::function(bound);
        Generator {
            grammar,
            rng,
            scopes: vec![scope],
            used: vec![],
        }
    }

    /// A random number of the range.
    pub fn between(&mut self, range: Range<u32>) -> u32 {
        self.rng.range(range.start.into()..range.end.into()) as u32
    }

    /// What comes last: often the exception that ends the program.
    pub fn ending(&mut self) -> Node {
        self.node('Z', EXPRESSION_DEPTH, STATEMENT_DEPTH)
    }

    /// A statement whose exceptions are printed; sometimes they end the program.
    pub fn guarded_statement(&mut self) -> Node {
        let statement = self.node('S', EXPRESSION_DEPTH, STATEMENT_DEPTH);
        if self.rng.one_in(200) {
            return statement;
        }
        Node {
            kind: 'S',
            pieces: vec![
                Piece::Text("try:\n    ".into()),
                Piece::Suite(vec![statement]),
                Piece::Text("\nexcept Exception as error:\n    show(error)".into()),
            ],
        }
    }

    fn node(&mut self, kind: char, depth: u32, nesting: u32) -> Node {
        let choices = self.grammar.of(kind);
        if choices.is_empty() {
            let name = self.name(kind);
            return Node::text(kind, name);
        }
        let allowed = |production: &Production| match is_statement(kind) {
            true => nesting > 0 || is_body(kind) || !production.is_compound(),
            false => depth > 0 || production.is_leaf(),
        };
        let choices: Vec<usize> = choices
            .iter()
            .copied()
            .filter(|choice| allowed(&self.grammar.productions[*choice]))
            .collect();
        let total: u32 = choices
            .iter()
            .map(|c| self.grammar.productions[*c].weight)
            .sum();
        let mut at = self.between(0..total);
        let chosen = choices.into_iter().find(|choice| {
            let weight = self.grammar.productions[*choice].weight;
            let here = at < weight;
            at = at.wrapping_sub(weight);
            here
        });
        let chosen = chosen.expect("the weights add up");
        self.used.push(chosen);
        self.produce(
            kind,
            &self.grammar.productions[chosen].template,
            depth,
            nesting,
        )
    }

    fn produce(&mut self, kind: char, template: &'g [Token], depth: u32, nesting: u32) -> Node {
        let mut pieces = vec![];
        let mut later = vec![];
        let mut last = HashMap::new();
        // Statements begin anew with the depth of expressions.
        let inner = match is_statement(kind) {
            true => depth,
            false => depth.saturating_sub(1),
        };
        let below = nesting.saturating_sub(1);
        for token in template {
            let piece = match token {
                Token::Text(text) => Piece::Text(text.clone()),
                Token::Kind(kind) if is_statement(*kind) && !is_body(*kind) => {
                    Piece::Part(self.node(*kind, EXPRESSION_DEPTH - 1, below))
                }
                Token::Kind(kind) => Piece::Part(self.node(*kind, inner, nesting)),
                Token::Name(pool) => {
                    let name = self.name(*pool);
                    last.insert(*pool, name.clone());
                    Piece::Text(name)
                }
                Token::Again(pool) => Piece::Text(last[pool].clone()),
                Token::Bind(pool) => {
                    let name = self.binding(*pool);
                    self.add(*pool, name.clone());
                    Piece::Text(name)
                }
                Token::BindLater(pool) | Token::New(pool) => {
                    let name = match token {
                        Token::New(_) => self.fresh(*pool),
                        _ => self.binding(*pool),
                    };
                    later.push((*pool, name.clone()));
                    Piece::Text(name)
                }
                Token::Suite => {
                    let count = self.between(SUITE);
                    self.scopes.push(Scope::default());
                    let statement = |_| self.node('S', EXPRESSION_DEPTH - 1, below);
                    let suite = (0..count).map(statement).collect();
                    self.scopes.pop();
                    Piece::Suite(suite)
                }
                Token::Open(names) => {
                    self.scopes.push(Scope::function(names.iter().cloned()));
                    continue;
                }
                Token::OpenBlock => {
                    self.scopes.push(Scope::default());
                    continue;
                }
                Token::Close => {
                    self.scopes.pop();
                    continue;
                }
            };
            pieces.push(piece);
        }
        for (pool, name) in later {
            self.add(pool, name);
        }
        Node { kind, pieces }
    }

    /// A name of a pool that can be seen here; the function's own in half of the cases.
    fn name(&mut self, pool: char) -> String {
        let own = self.own(pool);
        let hides = |scope: &Scope| scope.hidden.contains(&pool);
        let outermost = self.scopes.iter().rposition(hides).unwrap_or(0);
        let all = self.scopes[outermost..]
            .iter()
            .flat_map(|scope| scope.of(pool));
        let names: Vec<String> = match self.rng.one_in(2) && !own.is_empty() {
            true => own,
            false => all.cloned().collect(),
        };
        names[self.rng.index(names.len())].clone()
    }

    /// The names of a pool that the innermost function binds and that are surely bound.
    fn own(&self, pool: char) -> Vec<String> {
        let function = self.scopes.iter().rposition(|scope| scope.function);
        let scopes = &self.scopes[function.unwrap_or(0)..];
        scopes
            .iter()
            .flat_map(|scope| scope.of(pool))
            .cloned()
            .collect()
    }

    /// A name of a pool to be bound: one of the function's own, or a new one.
    fn binding(&mut self, pool: char) -> String {
        let own = self.own(pool);
        if own.len() >= NAMES || (!own.is_empty() && self.rng.one_in(2)) {
            return own[self.rng.index(own.len())].clone();
        }
        self.fresh(pool)
    }

    /// A name that is not bound in the innermost function, and differs from those around it.
    fn fresh(&mut self, pool: char) -> String {
        let depth = self.scopes.iter().filter(|scope| scope.function).count();
        let known = self.own(pool).len();
        let word = match pool {
            '0' => "nullary",
            '1' => "unary",
            '2' => "binary",
            _ => return format!("{pool}{depth}{known}"),
        };
        format!("{word}{depth}{known}")
    }

    fn add(&mut self, pool: char, name: String) {
        if !self.own(pool).contains(&name) {
            let scope = self.scopes.last_mut().expect("there is a scope");
            scope.names.entry(pool).or_default().push(name);
        }
    }
}
