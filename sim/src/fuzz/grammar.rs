//! The table of productions, parsed.

use std::collections::HashMap;

/// A part of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// Literal text.
    Text(String),
    /// A random production of a kind or, where it has none, a name of that pool.
    Kind(char),
    /// A name of a pool.
    Name(char),
    /// A name that is bound here.
    Bind(char),
    /// A name that is bound when the production is complete.
    BindLater(char),
    /// A new name that is bound when the production is complete.
    New(char),
    /// A suite of statements.
    Suite,
    /// Opens a scope with names of pools.
    Open(Vec<(char, String)>),
    /// Closes it.
    Close,
}

/// One line of the table.
#[derive(Debug)]
pub struct Production {
    /// How often it is chosen, relative to the others of its kind.
    pub weight: u32,
    /// Its template.
    pub template: Vec<Token>,
}

impl Production {
    /// True if it leads to nothing larger than a name or a small number.
    pub fn is_leaf(&self) -> bool {
        self.template.iter().all(|token| match token {
            Token::Kind(kind) => matches!(kind, 'n' | 'r' | 'w' | 'x'),
            Token::Suite | Token::Open(_) => false,
            _ => true,
        })
    }

    /// True if statements stand in it.
    pub fn is_compound(&self) -> bool {
        let nested = |t: &Token| matches!(t, Token::Suite | Token::Kind('L') | Token::Open(_));
        self.template.iter().any(nested)
    }
}

/// All productions.
#[derive(Debug)]
pub struct Grammar {
    /// In the order of the table.
    pub productions: Vec<Production>,
    kinds: HashMap<char, Vec<usize>>,
}

/// The lines of the table.
pub fn table() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("grammar.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl Grammar {
    /// Parses the table.
    ///
    /// # Panics
    /// If the table, which is part of this crate, is wrong.
    pub fn new() -> Grammar {
        let mut grammar = Grammar {
            productions: vec![],
            kinds: HashMap::new(),
        };
        for source in table() {
            let mut fields = source.splitn(3, ' ');
            let mut field = || {
                fields
                    .next()
                    .unwrap_or_else(|| panic!("three fields in {source}"))
            };
            let (kind, weight, template) = (field(), field(), field());
            let kind = kind.chars().next().expect("a kind is a letter");
            grammar
                .kinds
                .entry(kind)
                .or_default()
                .push(grammar.productions.len());
            grammar.productions.push(Production {
                weight: weight.parse().expect("a weight is a number"),
                template: parse(template),
            });
        }
        grammar
    }

    /// The numbers of a kind's productions; none for the name of a pool.
    pub fn of(&self, kind: char) -> &[usize] {
        self.kinds.get(&kind).map_or(&[], Vec::as_slice)
    }
}

fn parse(template: &str) -> Vec<Token> {
    let mut tokens = vec![];
    let mut text = String::new();
    let mut rest = template.chars();
    while let Some(c) = rest.next() {
        let token = match c {
            '\\' if rest.as_str().starts_with('n') => {
                rest.next();
                text.push('\n');
                continue;
            }
            '@' => {
                let mut letter = || rest.next().expect("a letter after @");
                match letter() {
                    '$' => Token::Name(letter()),
                    '+' => Token::Bind(letter()),
                    '=' => Token::BindLater(letter()),
                    '~' => Token::New(letter()),
                    ']' => Token::Close,
                    '[' => Token::Open(scope(&mut rest)),
                    'B' => Token::Suite,
                    kind => Token::Kind(kind),
                }
            }
            _ => {
                text.push(c);
                continue;
            }
        };
        if !text.is_empty() {
            tokens.push(Token::Text(std::mem::take(&mut text)));
        }
        tokens.push(token);
    }
    if !text.is_empty() {
        tokens.push(Token::Text(text));
    }
    tokens
}

/// The names of `ip sq]`: p of pool i, q of pool s.
fn scope(rest: &mut std::str::Chars<'_>) -> Vec<(char, String)> {
    let names: String = rest.take_while(|c| *c != ']').collect();
    let names = names.split_whitespace().map(|name| {
        let mut letters = name.chars();
        let pool = letters.next().expect("a name has a pool");
        (pool, letters.collect())
    });
    names.collect()
}
