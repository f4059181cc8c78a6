//! CPython 3.11's traceback, from the machine's state when it stopped.
//!
//! The machine knows addresses only: the control stack's return links are the
//! frames, the image's debug information is what they mean. The rules for carets
//! are those of CPython's `Python/traceback.c`.

use crate::model::ReturnLink;
use pyxl_isa::image::{Debug, Position};
use pyxl_isa::{Image, Insn, Opcode};
use std::fmt::Write;

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

/// The frames of the program, outermost first, of a machine that stopped at `pc`
/// with these return links (outermost first). Runtime functions are left out, and
/// so is a function that was entered but did not begin.
pub fn frames<'a>(image: &'a Image, pc: u16, links: &[ReturnLink]) -> Vec<Frame<'a>> {
    let debug = &image.debug;
    let events = [Opcode::Bstack, Opcode::Bargs].map(|event| handler(image, event));
    let refused = |handler_pc: u16| {
        let entry = debug.function_at(handler_pc).map(|f| f.entry);
        entry.is_some() && events.contains(&entry)
    };
    let callers = links.iter().map(ReturnLink::caller);
    let callees = callers.clone().skip(1).chain([pc]);
    let mut frames: Vec<Frame> = callers
        .zip(callees)
        .filter(|(_, callee)| !refused(*callee))
        .map(|(caller, _)| caller)
        .chain([pc])
        .filter_map(|pc| frame(debug, pc))
        .collect();
    frames.drain(..frames.len().saturating_sub(LIMIT));
    frames
}

/// The entry of the function that the vector of `event` leads to.
fn handler(image: &Image, event: Opcode) -> Option<u16> {
    let word = *image.code.get(usize::from(event.vector()))?;
    Insn::decode(word).ok().map(Insn::entry)
}

fn frame(debug: &Debug, pc: u16) -> Option<Frame<'_>> {
    let function = debug.function_at(pc).filter(|f| !f.hidden)?;
    let position = *debug.position_at(pc)?;
    let file = debug.files.get(usize::from(position.file))?;
    Some(Frame {
        file: &file.name,
        function: &function.name,
        position,
    })
}

/// The traceback's text up to the last frame; the exception itself, which the machine
/// wrote to the error stream, comes after it. Empty if there are no frames.
pub fn render(image: &Image, pc: u16, links: &[ReturnLink]) -> String {
    let frames = frames(image, pc, links);
    let mut text = String::new();
    if !frames.is_empty() {
        text.push_str("Traceback (most recent call last):\n");
    }
    let same = |a: &Frame, b: &Frame| {
        (a.file, a.function, a.position.line) == (b.file, b.function, b.position.line)
    };
    for run in frames.chunk_by(same) {
        for frame in run.iter().take(SHOWN_REPEATS) {
            show(&mut text, &image.debug, frame);
        }
        let more = run.len().saturating_sub(SHOWN_REPEATS);
        if more > 0 {
            let times = if more > 1 { "times" } else { "time" };
            push(
                &mut text,
                format_args!("  [Previous line repeated {more} more {times}]"),
            );
        }
    }
    text
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
    Some((indent..end).map(mark).collect())
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
    fn a_range_beyond_the_line_is_cut() {
        let beyond = position((50, 60), Some((70, 80)));
        assert_eq!(carets("x", &beyond), Some(" ".into()));
    }
}
