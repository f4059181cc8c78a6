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
    /// The name that the production chose last from a pool.
    Again(char),
    /// A suite of statements.
    Suite,
    /// Opens the scope of a function with names of pools.
    Open(Vec<(char, String)>),
    /// Opens a scope for what may not be executed.
    OpenBlock,
    /// Closes either.
    Close,
}

/// True for the kinds of statements: what stands below them is less deeply nested.
pub fn is_statement(kind: char) -> bool {
    matches!(kind, 'S' | 'L' | 'F' | 'Y' | 'W' | 'M' | 'Z')
}

/// True for statements that may always have others below them, because those around them
/// already count.
pub fn is_body(kind: char) -> bool {
    matches!(kind, 'L' | 'M')
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
        self.template.iter().any(|token| match token {
            Token::Kind(kind) => is_statement(*kind),
            Token::Suite | Token::Open(_) => true,
            _ => false,
        })
    }
}

/// All productions.
#[derive(Debug)]
pub struct Grammar {
    /// In the order of the table.
    pub productions: Vec<Production>,
    kinds: HashMap<char, Vec<usize>>,
}

/// The table, by topics.
const TABLE: &[&str] = &[
    include_str!("grammar/numbers.txt"),
    include_str!("grammar/text.txt"),
    include_str!("grammar/containers.txt"),
    include_str!("grammar/statements.txt"),
    include_str!("grammar/functions.txt"),
    include_str!("grammar/exceptions.txt"),
    include_str!("grammar/classes.txt"),
];

/// The lines of the table.
pub fn table() -> impl Iterator<Item = &'static str> {
    let lines = TABLE.iter().flat_map(|topic| topic.lines());
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
            '@' if rest.as_str().starts_with('@') => {
                rest.next();
                text.push('@');
                continue;
            }
            '@' => {
                let mut letter = || rest.next().expect("a letter after @");
                match letter() {
                    '$' => Token::Name(letter()),
                    '+' => Token::Bind(letter()),
                    '=' => Token::BindLater(letter()),
                    '~' => Token::New(letter()),
                    '.' => Token::Again(letter()),
                    ']' | '}' => Token::Close,
                    '{' => Token::OpenBlock,
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

/// The names of `ip sq]`: p of pool i, q of pool s. `!o` hides the names of pool o outside.
fn scope(rest: &mut std::str::Chars<'_>) -> Vec<(char, String)> {
    let names: String = rest.take_while(|c| *c != ']').collect();
    let names = names.split_whitespace().map(|name| {
        let mut letters = name.chars();
        let pool = letters.next().expect("a name has a pool");
        (pool, letters.collect())
    });
    names.collect()
}
