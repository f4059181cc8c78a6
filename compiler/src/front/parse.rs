//! Text to syntax tree, with CPython 3.11's grammar.

use crate::error::Refusal;
use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{parse_unchecked, Mode, ParseOptions};

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
    Ok(parsed.into_syntax())
}
