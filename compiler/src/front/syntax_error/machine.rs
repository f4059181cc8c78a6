//! The grammar as a program: what a text matches, and the first error that its rules name.

use super::grammar::{Alternative, Grammar, Item};
use super::strings;
use super::tokens::{Kind, Token, Tokens};
use super::Fault;
use std::collections::HashMap;
use std::rc::Rc;

/// What some tokens are.
#[derive(Debug)]
pub struct Node {
    /// The kind of expression; empty for what is none.
    pub(super) kind: &'static str,
    /// Its first and its last token.
    pub(super) first: usize,
    pub(super) last: usize,
    /// The expressions in it.
    pub(super) parts: Vec<Rc<Node>>,
}

/// The kind of a token that is part of an error.
pub(super) const TOKEN: &str = "token";

/// A rule, a token, and whether rules of wrong forms are tried.
type Key = (usize, usize, bool);

/// A match, if there is one; or an error, which ends the search.
type Match = Result<Option<Rc<Node>>, Box<Fault>>;

/// Tries to match.
pub struct Machine<'g> {
    grammar: &'g Grammar,
    pub(super) text: &'g str,
    pub(super) tokens: &'g Tokens,
    pub(super) at: usize,
    /// Tokens that were looked at.
    pub(super) seen: usize,
    /// Rules of wrong forms are tried.
    wrong: bool,
    /// What rules match where, and the token after it.
    known: HashMap<Key, (Option<Rc<Node>>, usize)>,
}

impl<'g> Machine<'g> {
    /// At the start of a text. `wrong`: it is known to be wrong.
    pub fn new(grammar: &'g Grammar, text: &'g str, tokens: &'g Tokens, wrong: bool) -> Self {
        Machine {
            grammar,
            text,
            tokens,
            at: 0,
            seen: 0,
            wrong,
            known: HashMap::new(),
        }
    }

    /// True if a rule matches; else the last token that was looked at has the error.
    ///
    /// # Errors
    /// What is wrong, if a rule or the tokens tell.
    pub fn matches(&mut self, rule: &str) -> Result<bool, Box<Fault>> {
        self.token()?;
        Ok(self.rule(self.grammar.numbers[rule])?.is_some())
    }

    /// The last token that was looked at.
    pub fn last_seen(&self) -> Token {
        self.tokens.list[self.seen]
    }

    pub(super) fn text_of(&self, token: Token) -> &'g str {
        &self.text[token.start..token.end]
    }

    fn token(&mut self) -> Result<Token, Box<Fault>> {
        match (self.tokens.list.get(self.at), &self.tokens.fault) {
            (Some(token), _) => {
                self.seen = self.seen.max(self.at);
                Ok(*token)
            }
            (None, Some(wrong)) => {
                let mut fault = wrong.fault.clone();
                fault.by_tokens = true;
                Err(Box::new(fault))
            }
            // Nothing comes after the end.
            (None, None) => Ok(self.tokens.list[self.tokens.list.len() - 1]),
        }
    }

    fn node(&self, kind: &'static str, first: usize, parts: Vec<Rc<Node>>) -> Rc<Node> {
        let last = self.at.max(first + 1) - 1;
        Rc::new(Node {
            kind,
            first,
            last,
            parts,
        })
    }

    fn rule(&mut self, number: usize) -> Match {
        let rule = &self.grammar.rules[number];
        if rule.name.starts_with("invalid_") && !self.wrong {
            return Ok(None);
        }
        let key = (number, self.at, self.wrong || rule.kept);
        if let Some((node, end)) = self.known.get(&key) {
            self.at = *end;
            return Ok(node.clone());
        }
        let start = self.at;
        let outer = self.wrong;
        self.wrong &= rule.name != "expression_without_invalid";
        let found = match rule.left_recursive {
            true => self.grow(key),
            false => self.alternatives(&rule.alternatives),
        };
        self.wrong = outer;
        let found = found?;
        if found.is_none() {
            self.at = start;
        }
        // It begins with one that is growing.
        if rule.name != "name_or_attr" {
            self.known.insert(key, (found.clone(), self.at));
        }
        Ok(found)
    }

    /// A rule that begins with itself matches more and more.
    fn grow(&mut self, key: Key) -> Match {
        let (number, start, _) = key;
        let rule = &self.grammar.rules[number];
        let (mut best, mut end) = (None, start);
        loop {
            self.known.insert(key, (best.clone(), end));
            self.at = start;
            let found = self.alternatives(&rule.alternatives)?;
            if found.is_none() || self.at <= end {
                self.at = end;
                return Ok(best);
            }
            (best, end) = (found, self.at);
        }
    }

    fn alternatives(&mut self, alternatives: &'g [Alternative]) -> Match {
        let start = self.at;
        for alternative in alternatives {
            self.at = start;
            let mut cut = false;
            let (mut parts, mut named) = (vec![], vec![]);
            let mut matches = true;
            for (name, item) in &alternative.items {
                if let Item::Cut = item {
                    cut = true;
                    continue;
                }
                let first = self.at;
                let before = parts.len();
                if !self.item(item, &mut parts)? {
                    matches = false;
                    break;
                }
                if let Some(name) = name {
                    let node = match &parts[before..] {
                        [only] if !only.kind.is_empty() => only.clone(),
                        [] => self.node(TOKEN, first, vec![]),
                        several => self.node("", first, several.to_vec()),
                    };
                    named.push((*name, node));
                }
            }
            if matches {
                if let Some(error) = &alternative.error {
                    self.error(error, &named)?;
                    return Ok(None);
                }
                return Ok(Some(self.made(alternative.kind, start, parts)));
            }
            if cut {
                break;
            }
        }
        Ok(None)
    }

    fn made(&self, kind: &'static str, start: usize, parts: Vec<Rc<Node>>) -> Rc<Node> {
        match &parts[..] {
            [only] if kind.is_empty() => only.clone(),
            _ => self.node(kind, start, parts),
        }
    }

    /// Matches an item, and adds the expressions that it has.
    fn item(&mut self, item: &'g Item, parts: &mut Vec<Rc<Node>>) -> Result<bool, Box<Fault>> {
        let start = self.at;
        Ok(match item {
            Item::Fixed(wanted) => {
                let token = self.token()?;
                self.take(token.kind == Kind::Fixed && self.text_of(token) == *wanted)
            }
            Item::Soft(wanted) => {
                let token = self.token()?;
                self.take(token.kind == Kind::Name && self.text_of(token) == *wanted)
            }
            Item::AnySoft => {
                let token = self.token()?;
                let is_soft = matches!(self.text_of(token), "_" | "case" | "match");
                self.take(token.kind == Kind::Name && is_soft)
            }
            Item::Any(kind) => {
                let token = self.token()?;
                self.take(token.kind == *kind)
            }
            Item::Strings => {
                let kind = self.strings()?;
                parts.extend(kind.map(|kind| self.node(kind, start, vec![])));
                kind.is_some()
            }
            Item::Part { imaginary } => {
                let token = self.token()?;
                if token.kind != Kind::Number {
                    return Ok(false);
                }
                if self.text_of(token).ends_with(['j', 'J']) != *imaginary {
                    let part = if *imaginary { "imaginary" } else { "real" };
                    let message = format!("{part} number required in complex literal");
                    return Err(self.fault(message, self.at, Some(self.at)));
                }
                self.take(true)
            }
            Item::Rule(number) => {
                let node = self.rule(*number)?;
                add(node, parts)
            }
            Item::Group(alternatives) => {
                let node = self.alternatives(alternatives)?;
                if node.is_none() {
                    self.at = start;
                }
                add(node, parts)
            }
            Item::Optional(item) => {
                if !self.item(item, parts)? {
                    self.at = start;
                }
                true
            }
            Item::Many(item, least) => {
                let mut count = 0;
                loop {
                    let before = self.at;
                    if !self.item(item, parts)? || self.at == before {
                        self.at = before;
                        break;
                    }
                    count += 1;
                }
                count >= *least
            }
            Item::Separated(separator, item) => {
                if !self.item(item, parts)? {
                    return Ok(false);
                }
                loop {
                    let before = self.at;
                    if !(self.item(separator, &mut vec![])? && self.item(item, parts)?) {
                        self.at = before;
                        return Ok(true);
                    }
                }
            }
            Item::Follows(item, wanted) => {
                let found = self.item(item, &mut vec![])?;
                self.at = start;
                found == *wanted
            }
            Item::Forced(wanted) => {
                let token = self.token()?;
                let found = token.kind == Kind::Fixed && self.text_of(token) == *wanted;
                if !found {
                    let message = format!("expected '{wanted}'");
                    return Err(self.fault(message, self.at, Some(self.at)));
                }
                self.take(true)
            }
            Item::Cut => true,
        })
    }

    fn take(&mut self, matches: bool) -> bool {
        self.at += usize::from(matches);
        matches
    }

    /// Strings beside each other, which have to be right.
    fn strings(&mut self) -> Result<Option<&'static str>, Box<Fault>> {
        let first = self.at;
        while self.token()?.kind == Kind::String {
            self.at += 1;
        }
        let last = self.tokens.list[self.seen];
        if self.at == first {
            return Ok(None);
        }
        let strings = &self.tokens.list[first..self.at];
        strings::check(self.grammar, self.text, strings, last)?;
        let prefix = |string: &Token| {
            let text = self.text_of(*string);
            text.split(['"', '\'']).next().unwrap_or_default()
        };
        let formatted = |string: &Token| prefix(string).contains(['f', 'F']);
        Ok(Some(match strings.iter().any(formatted) {
            true => "f-string expression",
            false => "literal",
        }))
    }
}

/// Adds what was matched to the parts of what is being matched; false if nothing was.
fn add(node: Option<Rc<Node>>, parts: &mut Vec<Rc<Node>>) -> bool {
    let Some(node) = node else { return false };
    match node.kind.is_empty() {
        true => parts.extend(node.parts.iter().cloned()),
        false => parts.push(node),
    }
    true
}
