//! Text to syntax tree, with CPython 3.11's grammar.

use crate::error::Refusal;
use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{ModModule, PythonVersion, StringLiteral};
use ruff_python_parser::{parse_unchecked, Mode, ParseOptions};
use ruff_text_size::TextRange;

/// The text as CPython's tokenizer sees it: no byte order mark, lines end in `\n`.
pub fn normalise(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
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
    if let Some(error) = parsed.errors().first() {
        let message = format!("invalid syntax: {}", error.error);
        return Err(Refusal::syntax(message, error.location));
    }
    if let Some(error) = parsed.unsupported_syntax_errors().first() {
        return Err(Refusal::syntax(
            format!("invalid syntax: {error}"),
            error.range,
        ));
    }
    let module = parsed.into_syntax();
    match lone_surrogate(&module, text) {
        Some(range) => Err(Refusal::unsupported("lone surrogates in strings", range)),
        None => Ok(module),
    }
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
