//! What is wrong with a board description, and what would be right.

use std::fmt;

/// A board that cannot be used. The code is stable: scripts may match it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardError {
    /// What kind of error, such as `unknown-pin`.
    pub code: &'static str,
    /// What is wrong, with the value that is.
    pub message: String,
    /// The legal values or what to do; may be empty.
    pub help: String,
}

impl BoardError {
    pub(crate) fn new(
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            help: help.into(),
        }
    }
}

impl fmt::Display for BoardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}]", self.message, self.code)?;
        self.help
            .lines()
            .try_for_each(|line| write!(f, "\n  help: {line}"))
    }
}

impl std::error::Error for BoardError {}
