//! Debug information: where each instruction comes from.

use super::place::Placed;
use crate::codegen::statics::{Static, Statics};
use crate::codegen::Generated;
use crate::front::program::Program;
use crate::ir::{self, Anchor, Span, Var};
use pyxl_isa::image::{Debug, Function, Inlined, Position, SourceFile};
use ruff_text_size::{TextRange, TextSize};

/// Describes the placed functions.
pub fn describe(
    program: &Program,
    statics: &Statics,
    placed: &[Placed],
    files: Vec<SourceFile>,
) -> Debug {
    let lines: Vec<Lines> = files.iter().map(|file| Lines::of(&file.text)).collect();
    let mut functions = vec![];
    let mut positions: Vec<Position> = vec![];
    let mut inlined: Vec<Inlined> = vec![];
    for placed in placed {
        let function = &placed.function;
        let declaration = program.function(function.id);
        let file = declaration.file;
        functions.push(Function {
            name: declaration.name.to_string(),
            entry: placed.entry.value,
            end: placed.end(),
            hidden: declaration.runtime,
            file,
            slots: slot_names(program, function),
        });
        let lines = &lines[usize::from(file)];
        let first = inlined.len() as u16;
        for ir::Inlined {
            name,
            range,
            parent,
        } in &function.inlined
        {
            let position = lines.position(0, file, Span::from(*range));
            inlined.push(Inlined {
                name: (*name).into(),
                position: Position {
                    inlined: parent.map(|parent| first + parent.0),
                    ..position
                },
            });
        }
        let mut last = None;
        for (pc, line) in (placed.start()..).zip(&function.code.lines) {
            // What the compiler has added has no source; it cannot raise.
            if line.span.range != TextRange::default() && last != Some(line.span) {
                let position = lines.position(pc, file, line.span);
                positions.push(Position {
                    inlined: line.span.inlined.map(|inlined| first + inlined.0),
                    ..position
                });
                last = Some(line.span);
            }
        }
    }
    Debug {
        files,
        functions,
        positions,
        inlined,
        statics: static_names(program, statics),
    }
}

fn slot_names(program: &Program, function: &Generated) -> Vec<(u8, String)> {
    let params = &program.function(function.id).params;
    let names = (0..).map(Var).zip(params);
    names
        .map(|(var, name)| (function.slots.of(var), name.to_string()))
        .collect()
}

fn static_names(program: &Program, statics: &Statics) -> Vec<(u16, String)> {
    let numbered = (0..).zip(&statics.slots);
    numbered
        .filter_map(|(n, what)| match what {
            Static::Global(global) => Some((n, program.info(*global).name.to_string())),
            Static::Const(_) => None,
        })
        .collect()
}

/// The lines of a text.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
}

impl Lines<'_> {
    fn of(text: &str) -> Lines<'_> {
        let after_newlines = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let starts = [0].into_iter().chain(after_newlines).collect();
        Lines { text, starts }
    }

    /// Line from 1 and column in bytes from 0.
    fn line_column(&self, offset: TextSize) -> (u32, u32) {
        let offset = u32::from(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        (line as u32, offset - self.starts[line - 1])
    }

    fn position(&self, pc: u16, file: u16, span: Span) -> Position {
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
