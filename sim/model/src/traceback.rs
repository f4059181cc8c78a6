//! What a program wrote to its error stream, with CPython 3.11's tracebacks.
//!
//! The machine knows addresses only: it writes a frame as a line with the byte 1 and the
//! address in decimal, behind the margin of the exception group that it is in. The image's
//! debug information is what an address means. The line of the byte 2 and a number is the
//! exit status. The rules for carets are those of CPython's `Python/traceback.c`.

use crate::ReturnLink;
use pyxl_isa::image::{Debug, Position};
use pyxl_isa::Image;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// Stands before the address of a frame.
const FRAME: char = '\x01';

/// Stands before the exit status.
const STATUS: char = '\x02';

/// Frames of one line and function that are shown before the rest is only counted.
const SHOWN_REPEATS: usize = 3;

/// Most frames in one traceback; the innermost are shown.
const LIMIT: usize = 1000;

/// Columns before a source line.
const INDENT: usize = 4;

/// A frame as a traceback shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// Name of the source file.
    pub file: &'a str,
    /// Name of the function.
    pub function: &'a str,
    /// The source range that was executing.
    pub position: Position,
}

/// What a program wrote to its error stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors {
    /// The text, for people to read.
    pub text: String,
    /// The exit status that it asked for.
    pub status: Option<u8>,
}

/// Reads the error stream of a program.
pub fn read(image: &Image, stream: &[u8]) -> Errors {
    let mut errors = Errors::default();
    let mut traceback = Traceback::default();
    for line in String::from_utf8_lossy(stream).split_inclusive('\n') {
        if let Some((margin, pc)) = line.split_once(FRAME) {
            traceback.margin = margin.into();
            let pc = pc.trim_end().parse();
            let frames = pc.ok().map(|pc| frames_at(&image.debug, pc));
            traceback.frames.extend(frames.into_iter().flatten());
            continue;
        }
        traceback.end(&image.debug, &mut errors.text);
        match line.strip_prefix(STATUS) {
            Some(status) => errors.status = status.trim_end().parse().ok(),
            None => errors.text.push_str(line),
        }
    }
    traceback.end(&image.debug, &mut errors.text);
    errors
}

/// The frames of the program, outermost first, of a machine that stopped at `pc`
/// with these return links (outermost first). Runtime functions are left out.
pub fn frames<'a>(image: &'a Image, pc: u16, links: &[ReturnLink]) -> Vec<Frame<'a>> {
    let callers = links.iter().map(ReturnLink::caller);
    let frames = callers.chain([pc]);
    frames.flat_map(|pc| frames_at(&image.debug, pc)).collect()
}

/// The frames that follow each other in the stream, outermost first.
#[derive(Default)]
struct Traceback<'a> {
    margin: String,
    frames: Vec<Frame<'a>>,
}

impl Traceback<'_> {
    /// Writes the frames and forgets them.
    fn end(&mut self, debug: &Debug, text: &mut String) {
        self.frames.drain(..self.frames.len().saturating_sub(LIMIT));
        let same = |a: &Frame, b: &Frame| {
            (a.file, a.function, a.position.line) == (b.file, b.function, b.position.line)
        };
        let mut shown = String::new();
        for run in self.frames.chunk_by(same) {
            for frame in run.iter().take(SHOWN_REPEATS) {
                show(&mut shown, debug, frame);
            }
            let more = run.len().saturating_sub(SHOWN_REPEATS);
            if more > 0 {
                let times = if more > 1 { "times" } else { "time" };
                push(
                    &mut shown,
                    format_args!("  [Previous line repeated {more} more {times}]"),
                );
            }
        }
        for line in shown.lines() {
            push(text, format_args!("{}{line}", self.margin));
        }
        self.frames.clear();
    }
}

/// The frame of an address, with those of the comprehensions around it after it.
fn frames_at(debug: &Debug, pc: u16) -> Vec<Frame<'_>> {
    let function = debug.function_at(pc).filter(|f| !f.hidden);
    let (Some(function), Some(position)) = (function, debug.position_at(pc)) else {
        return vec![];
    };
    let Some(file) = debug.files.get(usize::from(position.file)) else {
        return vec![];
    };
    let mut frames = vec![];
    let mut position = *position;
    loop {
        let number = position.inlined.map(usize::from);
        let comprehension = number.and_then(|number| debug.inlined.get(number));
        frames.push(Frame {
            file: &file.name,
            function: comprehension.map_or(&*function.name, |inner| &*inner.name),
            position,
        });
        let Some(comprehension) = comprehension else {
            break;
        };
        position = comprehension.position;
    }
    frames.reverse();
    frames
}

fn push(text: &mut String, line: std::fmt::Arguments) {
    writeln!(text, "{line}").expect("writing to a string cannot fail");
}

fn show(text: &mut String, debug: &Debug, frame: &Frame) {
    let Frame {
        file,
        function,
        position,
    } = frame;
    push(
        text,
        format_args!("  File \"{file}\", line {}, in {function}", position.line),
    );
    let Some(line) = debug.source_line(position.file, position.line) else {
        return;
    };
    let shown = line.trim_start_matches(is_space);
    push(text, format_args!("{:INDENT$}{shown}", ""));
    if let Some(carets) = carets(line, position) {
        push(text, format_args!("{:INDENT$}{carets}", ""));
    }
}

/// What CPython takes for indentation.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\x0c')
}

/// The line of carets below a source line, relative to its first visible character;
/// none if they would mark all of it.
fn carets(line: &str, position: &Position) -> Option<String> {
    let length = line.chars().count();
    let visible = line.trim_start_matches(is_space).chars().count();
    let indent = length - visible;
    let start = characters(line, position.column);
    let one_line = position.line == position.end_line;
    let anchor = position.anchor.filter(|_| one_line);
    let end = if one_line {
        characters(line, position.end_column)
    } else {
        last_visible(line, length)
    };
    if end.saturating_sub(start) == visible && anchor.is_none() {
        return None;
    }
    let anchor = anchor.map(|(from, to)| characters(line, from)..characters(line, to));
    let mark = |column: usize| match &anchor {
        _ if column < start => ' ',
        Some(anchor) if !anchor.contains(&column) => '~',
        _ => '^',
    };
    let wide: Vec<bool> = line.chars().map(|c| c.width() == Some(2)).collect();
    let marks = |column: usize| {
        let columns = 1 + usize::from(wide.get(column) == Some(&true));
        std::iter::repeat_n(mark(column), columns)
    };
    Some((indent..end).flat_map(marks).collect())
}

/// The character offset of a byte offset.
fn characters(line: &str, bytes: u32) -> usize {
    let bytes = bytes as usize;
    line.char_indices().take_while(|(i, _)| *i < bytes).count()
}

/// The end of a range that goes on in the next line. CPython looks for the last visible
/// character among the first `length` bytes, where `length` is in characters.
fn last_visible(line: &str, length: usize) -> usize {
    line.as_bytes()[..length]
        .iter()
        .rposition(|byte| !is_space(char::from(*byte)))
        .map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(columns: (u32, u32), anchor: Option<(u32, u32)>) -> Position {
        Position {
            pc: 0,
            file: 0,
            line: 1,
            end_line: 1,
            column: columns.0,
            end_column: columns.1,
            anchor,
            inlined: None,
        }
    }

    #[test]
    fn carets_are_elided_if_they_mark_the_whole_line() {
        assert_eq!(carets("  f(x)", &position((2, 6), None)), None);
        assert_eq!(
            carets("  f(x) ", &position((2, 6), None)).unwrap(),
            "^^^^",
            "a trailing blank counts"
        );
        assert_eq!(
            carets("a + b", &position((0, 5), Some((2, 3)))).unwrap(),
            "~~^~~"
        );
    }

    #[test]
    fn offsets_are_bytes() {
        let line = "é = 'ü' + 1";
        assert_eq!(
            carets(line, &position((5, 13), Some((10, 11)))).unwrap(),
            "    ~~~~^~~"
        );
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let line = "x['蛇'] + '蛇'";
        let marked = carets(line, &position((11, 16), None)).unwrap();
        assert_eq!(marked, "          ^^^^");
    }

    #[test]
    fn a_range_beyond_the_line_is_cut() {
        let beyond = position((50, 60), Some((70, 80)));
        assert_eq!(carets("x", &beyond), Some(" ".into()));
    }
}
