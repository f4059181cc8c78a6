//! Where operations come from in the source.

use ruff_text_size::TextRange;

/// The source of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// The expression or statement, as CPython's `co_positions`.
    pub range: TextRange,
    /// What CPython marks within it.
    pub anchor: Option<Anchor>,
    /// The comprehension that it is in.
    pub inlined: Option<InlineId>,
}

/// A comprehension that is part of a function, but has a traceback entry of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InlineId(pub u16);

/// Where a comprehension stands.
#[derive(Clone, Debug)]
pub struct Inlined {
    /// Its name in tracebacks.
    pub name: &'static str,
    /// The whole expression.
    pub range: TextRange,
    /// The comprehension around it.
    pub parent: Option<InlineId>,
}

/// A part of an operation's source that tracebacks point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Of a binary operation: the operator is in this gap between the operands.
    Operator(TextRange),
    /// Of a subscript: the brackets are behind the end of the object, where this begins.
    Brackets(TextRange),
    /// Of an attribute: its name. If it stands on a later line, that line is shown.
    Member(TextRange),
}

impl From<TextRange> for Span {
    fn from(range: TextRange) -> Span {
        Span {
            range,
            anchor: None,
            inlined: None,
        }
    }
}
