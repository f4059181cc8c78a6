//! What takes how much of an image.

use super::heap::Heap;
use super::place::Placed;
use crate::codegen::statics::{Static, Statics};
use crate::front::program::Program;
use crate::source::SourceFile;
use pyxl_isa::layout::{ClassId, Header, STUB_WORDS};
use pyxl_isa::{Image, Word};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

/// A memory, its words, and the parts with theirs.
pub type Memory = (&'static str, usize, Vec<(String, usize)>);

/// Words of the parts of an image, by memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The memories.
    pub memories: Vec<Memory>,
}

impl Sizes {
    /// Measures an image.
    pub(super) fn of(
        image: &Image,
        program: &Program,
        placed: &[Placed],
        statics: &Statics,
        heap: &Heap,
        files: &[SourceFile],
    ) -> Sizes {
        let mut code: BTreeMap<u16, usize> = BTreeMap::new();
        for Placed { function, entry } in placed {
            let stub = usize::from(entry.body != entry.value) * STUB_WORDS;
            let file = program.function(function.id).file;
            *code.entry(file).or_default() += 1 + stub + function.code.lines.len();
        }
        let named = |(file, words): (u16, usize)| {
            let name = &files[usize::from(file)].name;
            (name.rsplit('/').next().unwrap_or(name).to_string(), words)
        };
        let mut code: Vec<(String, usize)> = code.into_iter().map(named).collect();
        let functions: usize = code.iter().map(|(_, words)| words).sum();
        code.push(("vectors, boot".into(), image.code.len() - functions));
        let is_global = |what: &&Static| matches!(what, Static::Global(_));
        let globals = statics.slots.iter().filter(is_global).count();
        let static_parts = vec![
            ("variables".into(), globals),
            ("constants".into(), statics.slots.len() - globals),
        ];
        let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
        for (header, words) in heap.objects() {
            *parts.entry(part(header)).or_default() += words;
        }
        let parts = parts.into_iter().map(|(name, words)| (name.into(), words));
        Sizes {
            memories: vec![
                ("code", image.code.len(), code),
                ("statics", image.statics.len(), static_parts),
                ("heap", image.heap.len(), parts.collect()),
            ],
        }
    }

    /// The largest parts of a memory, with their words.
    pub fn largest(&self, memory: &str, count: usize) -> Vec<&(String, usize)> {
        let memories = self.memories.iter().filter(|(name, ..)| *name == memory);
        let mut parts: Vec<_> = memories.flat_map(|(_, _, parts)| parts).collect();
        parts.sort_by_key(|(_, words)| Reverse(*words));
        parts.truncate(count);
        parts
    }
}

/// The part to which an object with this first word belongs.
fn part(header: Word) -> &'static str {
    let Some(header) = Header::decode(header) else {
        return "tables";
    };
    match header.class {
        ClassId::STR => "strings",
        ClassId::CODE => "functions",
        class if class.is_function() => "functions",
        ClassId::TYPE | ClassId::DICT | ClassId::STORAGE | ClassId::MODULE => {
            "classes, dictionaries, tables"
        }
        ClassId::TUPLE => "tuples",
        _ => "other constants",
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (memory, words, parts) in &self.memories {
            writeln!(f, "{words:>7}  {memory}")?;
            for (name, words) in parts {
                writeln!(f, "{words:>15}  {name}")?;
            }
        }
        Ok(())
    }
}
