//! Source files.

/// A source file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Name as CPython shows it in a traceback.
    pub name: String,
    /// Contents.
    pub text: String,
}
