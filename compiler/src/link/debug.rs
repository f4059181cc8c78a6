//! Debug information: where each instruction comes from.

use super::lines::Lines;
use super::place::Placed;
use crate::codegen::statics::{Static, Statics};
use crate::codegen::Generated;
use crate::front::program::Program;
use crate::ir::{self, Span, Var};
use crate::source::SourceFile;
use pyxl_isa::image::{self, Debug, Function, Inlined, Position};
use ruff_text_size::TextRange;
use std::collections::HashSet;

/// Describes the placed functions.
pub fn describe(
    program: &Program,
    statics: &Statics,
    placed: &[Placed],
    files: &[SourceFile],
    lines: &[Lines],
) -> Debug {
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
    let places = positions
        .iter()
        .chain(inlined.iter().map(|it| &it.position));
    let named: HashSet<_> = places.map(|place| (place.file, place.line)).collect();
    let files = (0..).zip(files).map(|(number, file)| {
        let is_named = |line| named.contains(&(number, line));
        image::SourceFile::with_lines(&file.name, &file.text, is_named)
    });
    Debug {
        files: files.collect(),
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
