//! Why a program was not compiled, as a diagnostic that shows the source line.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use ruff_text_size::TextRange;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// Why there is no image.
#[derive(Debug, thiserror::Error)]
pub enum CompileError {
    /// The file cannot be read as text.
    #[error("error: cannot read {}: {error}", path.display())]
    Read {
        /// Its path.
        path: PathBuf,
        /// What the operating system said.
        #[source]
        error: io::Error,
    },
    /// The program is wrong, or uses what is not supported.
    #[error("{0}")]
    Source(Box<Diagnostic>),
}

/// What kind of fault a diagnostic reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// CPython 3.11 would refuse the program as well.
    Syntax,
    /// The same, where blocks begin and end.
    Indentation,
    /// The same, for tabs and spaces that contradict each other.
    Tab,
    /// CPython 3.11 would refuse the program as well: it is nested too deeply.
    Recursion,
    /// What is special to this compiler is used as it must not be.
    Wrong,
    /// Valid Python that this compiler does not know yet.
    Unsupported,
    /// The program is too large for the machine.
    Limit,
    /// Only a warning: the program is compiled, but probably does not do what it should.
    Warning,
    /// CPython 3.11 warns of it as well.
    SyntaxWarning,
}

impl Fault {
    /// Stable code, shown in brackets after `error`.
    pub fn code(self) -> &'static str {
        match self {
            Fault::Syntax | Fault::Indentation | Fault::Tab | Fault::Recursion => "syntax",
            Fault::Wrong | Fault::SyntaxWarning => "syntax",
            Fault::Unsupported => "unsupported",
            Fault::Limit => "limit",
            Fault::Warning => "import",
        }
    }

    /// True for what CPython says as well.
    pub fn is_of_cpython(self) -> bool {
        self == Fault::SyntaxWarning || self.exception().is_some()
    }

    /// The name of CPython's exception, if it refuses the program as well.
    pub fn exception(self) -> Option<&'static str> {
        match self {
            Fault::Syntax => Some("SyntaxError"),
            Fault::Indentation => Some("IndentationError"),
            Fault::Tab => Some("TabError"),
            Fault::Recursion => Some("RecursionError"),
            _ => None,
        }
    }
}

/// A line that shows an error as CPython does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its number, from 1; 0 if there is no line.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// The first character to point at, from 1.
    pub offset: usize,
    /// The character after the last; not above `offset` for a single one.
    pub end: usize,
}

impl Shown {
    /// The line with the byte `start` of a text, and what of it is before `end`. CPython counts
    /// most columns in bytes.
    pub fn of(text: &str, start: usize, end: Option<usize>, in_characters: bool) -> Shown {
        let start = start.min(text.len());
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let rest = &text[line_start..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let column = |at: usize| match in_characters {
            true => text[line_start..at].chars().count() + 1,
            false => at - line_start + 1,
        };
        let end = end.map_or(0, |end| match end > line_start + line.len() {
            // Only the first line of several is shown.
            true => column(line_start + line.len()).max(column(start) + 1),
            false => column(end.max(start)),
        });
        Shown {
            line: text[..start].matches('\n').count() + 1,
            text: line.into(),
            offset: column(start),
            end,
        }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.trim_start_matches([' ', '\t', '\x0c']);
        writeln!(f, "    {text}")?;
        let stripped = self.text.len() - text.len() + 1;
        if let Some(before) = self.offset.checked_sub(stripped) {
            let carets = self.end.saturating_sub(self.offset).max(1);
            let before = before.min(text.len());
            writeln!(f, "    {}{}", " ".repeat(before), "^".repeat(carets))?;
        }
        Ok(())
    }
}

/// A fault before it is bound to its source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Kind of fault.
    pub fault: Fault,
    /// One line, without a final stop.
    pub message: String,
    /// Where in the source.
    pub range: TextRange,
    /// What to do instead; may be empty.
    pub help: String,
    /// Number of the source file: 0 is the program's, the others are those that it
    /// imports, then the runtime's.
    pub file: u16,
    /// The line that CPython shows, if the range does not tell.
    pub shown: Option<Box<Shown>>,
}

impl From<Refusal> for Vec<Refusal> {
    fn from(refusal: Refusal) -> Vec<Refusal> {
        vec![refusal]
    }
}

impl Refusal {
    fn new(fault: Fault, message: impl Into<String>, range: TextRange) -> Refusal {
        Refusal {
            fault,
            message: message.into(),
            range,
            help: String::new(),
            file: 0,
            shown: None,
        }
    }

    /// CPython's own `SyntaxError`.
    pub fn syntax(message: impl Into<String>, range: TextRange) -> Refusal {
        Refusal::new(Fault::Syntax, message, range)
    }

    /// CPython's own `RecursionError`, which shows no line.
    pub fn recursion(range: TextRange) -> Refusal {
        let message = "maximum recursion depth exceeded during compilation";
        Refusal {
            shown: Some(Box::default()),
            ..Refusal::new(Fault::Recursion, message, range)
        }
    }

    /// What is special to this compiler is not right.
    pub fn wrong(message: impl Into<String>, range: TextRange) -> Refusal {
        Refusal::new(Fault::Wrong, message, range)
    }

    /// `feature`, a plural such as `list displays`, is not supported yet.
    pub fn unsupported(feature: impl fmt::Display, range: TextRange) -> Refusal {
        let message = format!("{feature} are not supported yet");
        Refusal::new(Fault::Unsupported, message, range)
    }

    /// The program is compiled nevertheless.
    pub fn warning(message: impl Into<String>, range: TextRange) -> Refusal {
        Refusal::new(Fault::Warning, message, range)
    }

    /// CPython's own `SyntaxWarning`.
    pub fn syntax_warning(message: impl Into<String>, range: TextRange) -> Refusal {
        Refusal::new(Fault::SyntaxWarning, message, range)
    }

    /// The program does not fit.
    pub fn limit(message: impl Into<String>, range: TextRange) -> Refusal {
        Refusal::new(Fault::Limit, message, range)
    }

    /// In the source file with this number, unless it is known already.
    pub fn in_file(mut self, file: u16) -> Refusal {
        if self.file == 0 {
            self.file = file;
        }
        self
    }

    /// With advice.
    pub fn help(mut self, help: impl Into<String>) -> Refusal {
        self.help = help.into();
        self
    }
}

/// A [`Refusal`] with its source file; displayed as a diagnostic of several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// File name as given.
    pub file: String,
    /// The file's contents.
    pub text: Arc<str>,
    /// What is wrong, and where.
    pub refusal: Refusal,
}

impl Diagnostic {
    /// Line and column of the fault, both from 1; the column counts characters.
    pub fn line_column(&self) -> (usize, usize) {
        let before = &self.text[..usize::from(self.refusal.range.start())];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let refusal = &self.refusal;
        if let Some(exception) = refusal.fault.exception() {
            let (start, end) = (refusal.range.start().into(), refusal.range.end().into());
            let own = || Box::new(Shown::of(&self.text, start, Some(end), false));
            let shown = refusal.shown.clone().unwrap_or_else(own);
            if shown.line > 0 {
                write!(f, "  File \"{}\", line {}\n{shown}", self.file, shown.line)?;
            }
            return write!(f, "{exception}: {}", refusal.message);
        }
        if refusal.fault == Fault::SyntaxWarning {
            let (line, _) = self.line_column();
            let text = self.text.lines().nth(line - 1).unwrap_or_default().trim();
            let (file, message) = (&self.file, &refusal.message);
            return write!(f, "{file}:{line}: SyntaxWarning: {message}\n  {text}");
        }
        // Only the first line of a range that spans several is shown.
        let start = usize::from(refusal.range.start());
        let range = &self.text[start..usize::from(refusal.range.end())];
        let end = start + range.find(['\n', '\r']).unwrap_or(range.len());
        let snippet = Snippet::source(&*self.text)
            .path(&*self.file)
            .annotation(AnnotationKind::Primary.span(start..end));
        let level = match refusal.fault {
            Fault::Warning => Level::WARNING,
            _ => Level::ERROR,
        };
        let mut group = level
            .primary_title(&*refusal.message)
            .id(refusal.fault.code())
            .element(snippet);
        if !refusal.help.is_empty() {
            group = group.element(Level::HELP.message(&*refusal.help));
        }
        f.write_str(&Renderer::plain().render(&[group]))
    }
}
