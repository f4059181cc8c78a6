//! Debug information: what an address means in the program's source.

use std::collections::{BTreeMap, HashSet};

/// Source positions and names. It stays on the host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debug {
    /// Source files.
    pub files: Vec<SourceFile>,
    /// Functions; their address ranges do not overlap.
    pub functions: Vec<Function>,
    /// Source positions, by ascending `pc`. Each holds up to the next one's
    /// `pc`, or to the end of the function.
    pub positions: Vec<Position>,
    /// Comprehensions, which are part of functions but have frames in tracebacks.
    pub inlined: Vec<Inlined>,
    /// Names of static slots.
    pub statics: Vec<(u16, String)>,
}

/// A comprehension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inlined {
    /// Name as in a traceback.
    pub name: String,
    /// Where it stands; the address is meaningless.
    pub position: Position,
}

/// A source file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Name as CPython shows it in a traceback.
    pub name: String,
    /// Lines by their numbers, from 1, without line ends.
    pub lines: BTreeMap<u32, String>,
}

impl SourceFile {
    /// A file with all lines of its text.
    pub fn new(name: &str, text: &str) -> SourceFile {
        SourceFile::with_lines(name, text, |_| true)
    }

    /// A file with some lines of its text.
    pub fn with_lines(name: &str, text: &str, keep: impl Fn(u32) -> bool) -> SourceFile {
        let numbered = (1..).zip(text.lines().map(str::to_owned));
        SourceFile {
            name: name.into(),
            lines: numbered.filter(|(number, _)| keep(*number)).collect(),
        }
    }
}

/// A function's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Name as in a traceback (`co_name`).
    pub name: String,
    /// Address of the code descriptor.
    pub entry: u16,
    /// First address after the last instruction.
    pub end: u16,
    /// Left out of tracebacks.
    pub hidden: bool,
    /// Index of its source file.
    pub file: u16,
    /// Names of frame slots.
    pub slots: Vec<(u8, String)>,
}

/// The source range of an instruction, as CPython's `co_positions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Address of the first instruction.
    pub pc: u16,
    /// Index of the source file.
    pub file: u16,
    /// First line, from 1.
    pub line: u32,
    /// Last line, from 1.
    pub end_line: u32,
    /// First column: UTF-8 bytes, from 0.
    pub column: u32,
    /// Column after the last: UTF-8 bytes, from 0.
    pub end_column: u32,
    /// Columns of the operator or subscript under which a traceback draws
    /// carets instead of tildes: UTF-8 bytes, first and after the last.
    pub anchor: Option<(u32, u32)>,
    /// The comprehension around it.
    pub inlined: Option<u16>,
}

impl Debug {
    /// The function whose code holds `pc`.
    pub fn function_at(&self, pc: u16) -> Option<&Function> {
        self.functions
            .iter()
            .find(|f| (f.entry..f.end).contains(&pc))
    }

    /// The source range of the instruction at `pc`.
    pub fn position_at(&self, pc: u16) -> Option<&Position> {
        let function = self.function_at(pc)?;
        let after = self.positions.partition_point(|p| p.pc <= pc);
        let position = &self.positions[after.checked_sub(1)?];
        (position.pc >= function.entry).then_some(position)
    }

    /// The name of static slot `n`.
    pub fn static_name(&self, n: u16) -> Option<&str> {
        self.statics
            .iter()
            .find(|(slot, _)| *slot == n)
            .map(|(_, name)| name.as_str())
    }

    /// Line `line` (from 1) of file number `file`, without its line end.
    pub fn source_line(&self, file: u16, line: u32) -> Option<&str> {
        let lines = &self.files.get(usize::from(file))?.lines;
        lines.get(&line).map(String::as_str)
    }

    /// Keeps what a traceback can show: forgets where in their files hidden functions come from,
    /// and all source lines that are nowhere else's.
    pub fn keep_shown(&mut self) {
        let hidden = self.functions.iter().filter(|function| function.hidden);
        let hidden: HashSet<u16> = hidden.flat_map(|it| it.entry..it.end).collect();
        self.positions
            .retain(|position| !hidden.contains(&position.pc));
        let shown: HashSet<_> = self.lines().collect();
        for (number, file) in (0..).zip(&mut self.files) {
            file.lines
                .retain(|line, _| shown.contains(&(number, *line)));
        }
    }

    /// The lines that a position begins in, each with its file.
    fn lines(&self) -> impl Iterator<Item = (u16, u32)> + '_ {
        let inlined = self.inlined.iter().map(|it| &it.position);
        let positions = self.positions.iter().chain(inlined);
        positions.map(|position| (position.file, position.line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(name: &str, entry: u16, end: u16) -> Function {
        Function {
            name: name.into(),
            entry,
            end,
            hidden: false,
            file: 0,
            slots: vec![],
        }
    }

    fn position(pc: u16, line: u32) -> Position {
        Position {
            pc,
            file: 0,
            line,
            end_line: line,
            column: 0,
            end_column: 1,
            anchor: None,
            inlined: None,
        }
    }

    #[test]
    fn what_only_hidden_functions_have_is_forgotten() {
        let mut debug = Debug {
            files: vec![SourceFile::new("a.py", "one\ntwo\nthree\nfour\n")],
            functions: vec![
                function("f", 256, 262),
                Function {
                    hidden: true,
                    ..function("g", 262, 270)
                },
            ],
            positions: vec![position(257, 1), position(263, 1), position(265, 2)],
            inlined: vec![Inlined {
                name: "<listcomp>".into(),
                position: position(0, 3),
            }],
            ..Debug::default()
        };
        debug.keep_shown();
        assert_eq!(debug.positions, [position(257, 1)]);
        let lines = |number| debug.source_line(0, number);
        assert_eq!(
            [1, 2, 3, 4].map(lines),
            [Some("one"), None, Some("three"), None]
        );
        assert_eq!(debug.functions.len(), 2);
    }

    #[test]
    fn positions_hold_up_to_the_next() {
        let debug = Debug {
            functions: vec![function("f", 256, 262), function("g", 262, 270)],
            positions: vec![position(257, 1), position(259, 2)],
            ..Debug::default()
        };
        let line = |pc| debug.position_at(pc).map(|p| p.line);
        assert_eq!(line(256), None);
        assert_eq!(line(258), Some(1));
        assert_eq!(line(261), Some(2));
        assert_eq!(line(263), None, "g has no positions; f's do not reach it");
        assert_eq!(debug.function_at(262).unwrap().name, "g");
        assert_eq!(debug.function_at(270), None);
    }
}
