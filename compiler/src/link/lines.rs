//! Lines and columns of a text.

use crate::ir::{Anchor, Span};
use pyxl_isa::image::Position;
use ruff_text_size::{TextRange, TextSize};

/// The lines of a text.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
}

impl Lines<'_> {
    /// Finds them.
    pub fn of(text: &str) -> Lines<'_> {
        let after_newlines = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let starts = [0].into_iter().chain(after_newlines).collect();
        Lines { text, starts }
    }

    /// Line from 1 and column in bytes from 0.
    pub fn line_column(&self, offset: TextSize) -> (u32, u32) {
        let offset = u32::from(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        (line as u32, offset - self.starts[line - 1])
    }

    /// The position of an instruction at `pc`.
    pub fn position(&self, pc: u16, file: u16, span: Span) -> Position {
        let (mut line, mut column) = self.line_column(span.range.start());
        let (mut end_line, mut end_column) = self.line_column(span.range.end());
        let anchor = match span.anchor {
            Some(Anchor::Operator(gap)) => self.operator(gap),
            Some(Anchor::Brackets(from)) => {
                let (_, start) = self.line_column(from.start() + self.bracket(from));
                Some((start, end_column))
            }
            Some(Anchor::Member(name)) => {
                let (name_line, name_column) = self.line_column(name.end());
                if name_line != line {
                    line = name_line;
                    column = name_column - u32::from(name.len());
                    (end_line, end_column) = (name_line, name_column);
                }
                None
            }
            None => None,
        };
        Position {
            pc,
            file,
            line,
            end_line,
            column,
            end_column,
            anchor,
            inlined: None,
        }
    }

    /// How far behind the start of a range its first opening bracket is.
    fn bracket(&self, range: TextRange) -> TextSize {
        TextSize::from(self.text[range].find('[').unwrap_or(0) as u32)
    }

    /// The columns of an operator: like CPython, the first visible character between the
    /// operands, and the next if it is visible as well.
    fn operator(&self, gap: TextRange) -> Option<(u32, u32)> {
        let between = &self.text[gap];
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\x0c' | '\\');
        let first = between.find(|c| !is_space(c) && c != ')')?;
        let rest = &between[first + 1..];
        let length = if rest.starts_with(|c| !is_space(c)) {
            2
        } else {
            1
        };
        let (_, column) = self.line_column(gap.start() + TextSize::from(first as u32));
        Some((column, column + length))
    }
}
