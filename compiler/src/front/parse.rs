//! Text to syntax tree, with CPython 3.11's grammar.

use super::syntax_error;
use crate::error::Refusal;
use ruff_python_ast::visitor::{walk_expr, walk_stmt, Visitor};
use ruff_python_ast::{Expr, ModModule, PythonVersion, Stmt, StringLiteral};
use ruff_python_parser::{parse_unchecked, Mode, ParseOptions};
use ruff_text_size::{Ranged, TextRange};

/// The text as CPython's tokenizer sees it: no byte order mark, lines end in `\n`.
pub fn normalise(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Parses a module of the program, of which less is known than of the library's.
///
/// # Errors
/// The first syntax error.
pub fn parse_own(text: &str) -> Result<ModModule, Refusal> {
    match syntax_error::find(text) {
        Some(refusal) => Err(refusal),
        None => parse(text),
    }
}

/// Parses a module.
///
/// # Errors
/// The first syntax error.
pub fn parse(text: &str) -> Result<ModModule, Refusal> {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY311);
    let parsed = parse_unchecked(text, options)
        .try_into_module()
        .expect("a module was asked for");
    let wrong = parsed.errors().first();
    let wrong = wrong.map(|error| (error.error.to_string(), error.location));
    let newer = parsed.unsupported_syntax_errors().first();
    let newer = newer.map(|error| (error.to_string(), error.range));
    if let Some((message, range)) = wrong.or(newer) {
        let own = || Refusal::syntax(format!("invalid syntax: {message}"), range);
        return Err(syntax_error::find(text).unwrap_or_else(own));
    }
    let module = parsed.into_syntax();
    if let Some(range) = nested_too_deeply(&module) {
        return Err(Refusal::recursion(range));
    }
    match lone_surrogate(&module, text) {
        Some(range) => Err(Refusal::unsupported("lone surrogates in strings", range)),
        None => Ok(module),
    }
}

/// Deepest nesting: CPython's.
const MAX_NESTING: usize = 3000;

/// The first statement or expression that is nested too deeply.
fn nested_too_deeply(module: &ModModule) -> Option<TextRange> {
    #[derive(Default)]
    struct Finder {
        depth: usize,
        found: Option<TextRange>,
    }
    impl Finder {
        fn nested(&mut self, range: TextRange, walk: impl FnOnce(&mut Self)) {
            if self.depth == MAX_NESTING {
                self.found.get_or_insert(range);
                return;
            }
            self.depth += 1;
            walk(self);
            self.depth -= 1;
        }
    }
    impl<'a> Visitor<'a> for Finder {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            self.nested(stmt.range(), |finder| walk_stmt(finder, stmt));
        }

        fn visit_expr(&mut self, expr: &'a Expr) {
            self.nested(expr.range(), |finder| walk_expr(finder, expr));
        }
    }
    let mut finder = Finder::default();
    finder.visit_body(&module.body);
    finder.found
}

/// A string with an escape that is no character. The parser has put U+FFFD in its place.
fn lone_surrogate(module: &ModModule, text: &str) -> Option<TextRange> {
    struct Finder<'t> {
        text: &'t str,
        found: Option<TextRange>,
    }
    impl<'a> Visitor<'a> for Finder<'_> {
        fn visit_string_literal(&mut self, literal: &'a StringLiteral) {
            let source = self.text[literal.range].to_ascii_lowercase();
            let escaped =
                |digits: &str| digits.starts_with('d') && digits[1..].starts_with(|c| c >= '8');
            let short = source.split("\\u").skip(1).any(escaped);
            let long = source.split("\\u0000").skip(1).any(escaped);
            if literal.value.contains(char::REPLACEMENT_CHARACTER) && (short || long) {
                self.found.get_or_insert(literal.range);
            }
        }
    }
    let mut finder = Finder { text, found: None };
    finder.visit_body(&module.body);
    finder.found
}
