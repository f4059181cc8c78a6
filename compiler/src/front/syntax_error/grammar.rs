//! The grammar as it is written in `grammar.peg`.

use super::tokens::Kind;
use std::collections::HashMap;

/// Rules whose matches CPython keeps, whether rules of wrong forms are tried or not. That shows
/// where what it has matched without them is tried again with them.
const KEPT: &[&str] = &[
    "simple_stmt",
    "block",
    "closed_pattern",
    "star_pattern",
    "expression",
    "star_expression",
    "disjunction",
    "conjunction",
    "inversion",
    "bitwise_or",
    "bitwise_xor",
    "bitwise_and",
    "shift_expr",
    "sum",
    "term",
    "factor",
    "await_primary",
    "primary",
    "strings",
    "arguments",
    "star_target",
    "target_with_star_atom",
    "t_primary",
    "del_target",
    "invalid_named_expression",
];

/// Part of an alternative.
#[derive(Debug)]
pub enum Item {
    /// A keyword or operator.
    Fixed(&'static str),
    /// A name that means something here.
    Soft(&'static str),
    /// Any token of a kind.
    Any(Kind),
    /// Any name that means something somewhere.
    AnySoft,
    /// Strings beside each other.
    Strings,
    /// A number, which has to be imaginary or else real.
    Part {
        /// It has to be imaginary.
        imaginary: bool,
    },
    /// A rule, by its number.
    Rule(usize),
    /// One of these.
    Group(Vec<Alternative>),
    /// This or nothing.
    Optional(Box<Item>),
    /// This any number of times, or at least once.
    Many(Box<Item>, usize),
    /// The second at least once, with the first between.
    Separated(Box<Item>, Box<Item>),
    /// This follows (or does not), and stays there.
    Follows(Box<Item>, bool),
    /// This has to come: a token.
    Forced(&'static str),
    /// No other alternative from here on.
    Cut,
}

/// What a rule may be.
#[derive(Debug, Default)]
pub struct Alternative {
    /// The parts, some of them with a name.
    pub items: Vec<(Option<&'static str>, Item)>,
    /// The expression that it is.
    pub kind: &'static str,
    /// The error that it is.
    pub error: Option<Error>,
}

/// An error: words that say where, and the message.
#[derive(Debug)]
pub struct Error {
    /// Where, or what to do.
    pub words: Vec<&'static str>,
    /// The message; empty if it is computed.
    pub message: String,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// What it may be.
    pub alternatives: Vec<Alternative>,
    /// It begins with itself.
    pub left_recursive: bool,
    /// It is one of [`KEPT`].
    pub kept: bool,
}

/// All rules.
pub struct Grammar {
    /// By their numbers.
    pub rules: Vec<Rule>,
    /// Their numbers.
    pub numbers: HashMap<&'static str, usize>,
}

impl Grammar {
    /// Reads the grammar.
    pub fn read() -> Grammar {
        let words = words(include_str!("grammar.peg"));
        let defined = words.iter().filter_map(|word| word.strip_suffix(':'));
        let numbers: HashMap<_, _> = defined.zip(0..).collect();
        let mut reader = Reader {
            words: &words,
            numbers: &numbers,
        };
        let mut rules = vec![];
        while let [name, rest @ ..] = reader.words {
            reader.words = rest;
            let name = name.strip_suffix(':').expect("a rule begins with its name");
            let alternatives = reader.alternatives();
            let own = numbers[name];
            let left_recursive = alternatives.iter().any(|alternative| {
                matches!(alternative.items.first(), Some((_, Item::Rule(first))) if *first == own)
            });
            // These two begin with each other.
            rules.push(Rule {
                left_recursive: left_recursive || name == "attr",
                kept: KEPT.contains(&name),
                name,
                alternatives,
            });
        }
        Grammar { rules, numbers }
    }
}

/// The words of the grammar. Quoted text is one, and the name before the colon of a rule is, too.
fn words(text: &'static str) -> Vec<&'static str> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut words = vec![];
    for line in lines {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '\'' => rest[1..].find('\'').expect("it is closed") + 2,
                '"' => quoted(rest),
                '{' => rest.find('}').expect("it is closed") + 1,
                _ if rest.starts_with("=>") || rest.starts_with("&&") => 2,
                '(' | ')' | '[' | ']' | '|' | '?' | '*' | '+' | '&' | '!' | '~' | '=' | ',' => 1,
                '.' => 1 + usize::from(rest.starts_with("..")),
                _ => {
                    let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric());
                    let end = end.unwrap_or(rest.len());
                    end + usize::from(rest[end..].starts_with(':'))
                }
            };
            words.push(&rest[..length]);
            rest = rest[length..].trim_start();
        }
    }
    words
}

/// The length of a message with its quotes.
fn quoted(text: &str) -> usize {
    let mut quotes = text.match_indices('"').skip(1).map(|(at, _)| at);
    let end = quotes.find(|at| !text[..*at].ends_with('\\'));
    end.expect("it is closed") + 1
}

struct Reader<'w> {
    words: &'w [&'static str],
    numbers: &'w HashMap<&'static str, usize>,
}

impl Reader<'_> {
    fn peek(&self) -> &'static str {
        self.words.first().copied().unwrap_or_default()
    }

    fn next(&mut self) -> &'static str {
        let next = self.peek();
        self.words = self.words.get(1..).unwrap_or_default();
        next
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.peek() == word;
        if found {
            self.next();
        }
        found
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let mut all = vec![self.alternative()];
        while self.eat("|") {
            all.push(self.alternative());
        }
        all
    }

    fn alternative(&mut self) -> Alternative {
        let mut alternative = Alternative::default();
        loop {
            let word = self.peek();
            if word.is_empty() || word.ends_with(':') || matches!(word, "|" | ")" | "]") {
                return alternative;
            }
            if let Some(kind) = word.strip_prefix('{') {
                alternative.kind = kind.trim_end_matches('}');
                self.next();
            } else if self.eat("=>") {
                alternative.error = Some(self.error());
            } else {
                alternative.items.push(self.named());
            }
        }
    }

    fn error(&mut self) -> Error {
        let (mut words, mut message) = (vec![], String::new());
        loop {
            let word = self.peek();
            if word.is_empty() || word.ends_with(':') || word == "|" {
                return Error { words, message };
            }
            match word.strip_prefix('"') {
                Some(text) => message = text[..text.len() - 1].replace("\\\"", "\""),
                None => words.push(word),
            }
            self.next();
        }
    }

    fn named(&mut self) -> (Option<&'static str>, Item) {
        let name = self.peek();
        if self.words.get(1) == Some(&"=") {
            self.next();
            self.next();
            return (Some(name), self.repeated());
        }
        (None, self.repeated())
    }

    fn repeated(&mut self) -> Item {
        let item = self.single();
        match self.peek() {
            "?" => {
                self.next();
                Item::Optional(Box::new(item))
            }
            "*" => {
                self.next();
                Item::Many(Box::new(item), 0)
            }
            "+" => {
                self.next();
                Item::Many(Box::new(item), 1)
            }
            "." => {
                self.next();
                let separated = self.single();
                assert!(self.eat("+"), "what is separated is there");
                Item::Separated(Box::new(item), Box::new(separated))
            }
            _ => item,
        }
    }

    fn single(&mut self) -> Item {
        match self.next() {
            "&&" => match self.single() {
                Item::Fixed(token) => Item::Forced(token),
                other => panic!("{other:?} is no token"),
            },
            "&" => Item::Follows(Box::new(self.single()), true),
            "!" => Item::Follows(Box::new(self.single()), false),
            "~" => Item::Cut,
            "(" => {
                let group = Item::Group(self.alternatives());
                assert!(self.eat(")"), "a group is closed");
                group
            }
            "[" => {
                let group = Item::Group(self.alternatives());
                assert!(self.eat("]"), "a group is closed");
                Item::Optional(Box::new(group))
            }
            "NAME" => Item::Any(Kind::Name),
            "NUMBER" => Item::Any(Kind::Number),
            "STRING" => Item::Any(Kind::String),
            "NEWLINE" => Item::Any(Kind::Newline),
            "INDENT" => Item::Any(Kind::Indent),
            "DEDENT" => Item::Any(Kind::Dedent),
            "ENDMARKER" => Item::Any(Kind::End),
            "SOFT_KEYWORD" => Item::AnySoft,
            "STRINGS" => Item::Strings,
            "REAL" => Item::Part { imaginary: false },
            "IMAGINARY" => Item::Part { imaginary: true },
            word => {
                if let Some(token) = word.strip_prefix('\'') {
                    return Item::Fixed(token.trim_end_matches('\''));
                }
                if let Some(token) = word.strip_prefix('"') {
                    return Item::Soft(token.trim_end_matches('"'));
                }
                Item::Rule(
                    *self
                        .numbers
                        .get(word)
                        .unwrap_or_else(|| panic!("no rule {word}")),
                )
            }
        }
    }
}
