//! Patterns. CPython points at the pattern that it has come to.

use super::Checker;
use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{
    Expr, Pattern, PatternMatchAs, PatternMatchClass, PatternMatchMapping, PatternMatchOr,
    PatternMatchSequence, StmtMatch,
};
use ruff_text_size::{Ranged, TextRange};

/// What is known of the pattern of a case.
struct Case<'a> {
    /// The names that it binds so far.
    names: Vec<&'a str>,
    /// What comes after it would be unreachable if it matched everything.
    refutable: bool,
    /// Where CPython has come to.
    at: TextRange,
}

impl Checker {
    /// A `match` statement.
    pub fn match_statement(&mut self, stmt: &StmtMatch) {
        self.visit_expr(&stmt.subject);
        let last = stmt.cases.len() - 1;
        for (at, case) in stmt.cases.iter().enumerate() {
            let mut pattern = Case {
                names: vec![],
                refutable: case.guard.is_none() && at < last,
                at: case.pattern.range(),
            };
            self.pattern(&case.pattern, &mut pattern);
            if let Some(guard) = &case.guard {
                self.visit_expr(guard);
            }
            self.visit_body(&case.body);
        }
    }

    fn pattern<'a>(&mut self, pattern: &'a Pattern, case: &mut Case<'a>) {
        case.at = pattern.range();
        match pattern {
            Pattern::MatchValue(value) => match &*value.value {
                Expr::FString(_) => {
                    let message = "patterns may only match literals and attribute lookups";
                    self.refuse(message, case.at);
                }
                value => self.visit_expr(value),
            },
            Pattern::MatchSingleton(_) => {}
            Pattern::MatchSequence(sequence) => self.sequence(sequence, case),
            Pattern::MatchMapping(mapping) => self.mapping(mapping, case),
            Pattern::MatchClass(class) => self.class_pattern(class, case),
            Pattern::MatchStar(star) => self.capture(star.name.as_deref(), case),
            Pattern::MatchAs(binding) => self.binding(binding, case),
            Pattern::MatchOr(or) => self.alternatives(or, case),
        }
    }

    /// A pattern that looks at a part of what the one around it looks at.
    fn part<'a>(&mut self, pattern: &'a Pattern, case: &mut Case<'a>) {
        let outer = std::mem::replace(&mut case.refutable, false);
        self.pattern(pattern, case);
        case.refutable = outer;
    }

    fn capture<'a>(&mut self, name: Option<&'a str>, case: &mut Case<'a>) {
        let Some(name) = name else { return };
        self.binds(name, case.at);
        if case.names.contains(&name) {
            let message = format!("multiple assignments to name '{name}' in pattern");
            self.refuse(message, case.at);
        }
        case.names.push(name);
    }

    fn binding<'a>(&mut self, binding: &'a PatternMatchAs, case: &mut Case<'a>) {
        match &binding.pattern {
            Some(inner) => self.pattern(inner, case),
            None if case.refutable => {
                let why = match &binding.name {
                    Some(name) => format!("name capture '{name}'"),
                    None => "wildcard".into(),
                };
                let message = format!("{why} makes remaining patterns unreachable");
                self.refuse(message, case.at);
            }
            None => {}
        }
        self.capture(binding.name.as_deref(), case);
    }

    fn sequence<'a>(&mut self, sequence: &'a PatternMatchSequence, case: &mut Case<'a>) {
        let patterns = &sequence.patterns;
        let mut stars = patterns.iter().filter(|pattern| pattern.is_match_star());
        let star = stars.next();
        if stars.next().is_some() {
            let message = "multiple starred names in sequence pattern";
            self.refuse(message, case.at);
        }
        // Items that nothing looks at are not unpacked.
        let skips = star.is_some_and(is_wildcard) || patterns.iter().all(is_wildcard);
        for pattern in patterns {
            if !(skips && is_wildcard(pattern)) {
                self.part(pattern, case);
            }
        }
    }

    fn mapping<'a>(&mut self, mapping: &'a PatternMatchMapping, case: &mut Case<'a>) {
        for key in &mapping.keys {
            self.visit_expr(key);
        }
        for pattern in &mapping.patterns {
            self.part(pattern, case);
        }
        self.capture(mapping.rest.as_deref(), case);
    }

    fn class_pattern<'a>(&mut self, class: &'a PatternMatchClass, case: &mut Case<'a>) {
        let keywords = &class.arguments.keywords;
        for (at, keyword) in keywords.iter().enumerate() {
            let name = &keyword.attr;
            self.binds(name, keyword.pattern.range());
            let again = keywords[at + 1..]
                .iter()
                .find(|other| other.attr.id == name.id);
            if let Some(again) = again {
                let message = format!("attribute name repeated in class pattern: {name}");
                self.refuse(message, again.pattern.range());
            }
        }
        self.visit_expr(&class.cls);
        let named = keywords.iter().map(|keyword| &keyword.pattern);
        for pattern in class.arguments.patterns.iter().chain(named) {
            if !is_wildcard(pattern) {
                self.part(pattern, case);
            }
        }
    }

    fn alternatives<'a>(&mut self, or: &'a PatternMatchOr, case: &mut Case<'a>) {
        let mut first: Option<Vec<&'a str>> = None;
        let last = or.patterns.len() - 1;
        for (at, pattern) in or.patterns.iter().enumerate() {
            let mut own = Case {
                names: vec![],
                refutable: case.refutable || at < last,
                at: case.at,
            };
            self.pattern(pattern, &mut own);
            case.at = own.at;
            let names = first.get_or_insert_with(|| own.names.clone());
            let same = names.iter().all(|name| own.names.contains(name));
            if names.len() != own.names.len() || !same {
                self.refuse("alternative patterns bind different names", case.at);
            }
        }
        for name in first.unwrap_or_default() {
            self.capture(Some(name), case);
        }
    }
}

/// True for `_` and `*_`.
pub fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(binding) => binding.pattern.is_none() && binding.name.is_none(),
        Pattern::MatchStar(star) => star.name.is_none(),
        _ => false,
    }
}
