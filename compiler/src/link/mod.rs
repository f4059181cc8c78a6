//! Functions to an image: where everything stands, and how it is described.

mod attribute_table;
mod debug;
mod heap;
mod lines;
mod objects;
mod place;
mod sizes;

pub use sizes::Sizes;

use crate::codegen::statics::{Static, Statics};
use crate::codegen::Generated;
use crate::error::Refusal;
use crate::front::program::Program;
use crate::ir::{Const, LinkerSymbol};
use crate::reach::Needed;
use crate::source::SourceFile;
use heap::Item;
use lines::Lines;
use objects::{EntryPoints, Objects};
use pyxl_isa::config::{BOOT_ENTRY, DIRECT_STATICS};
use pyxl_isa::image::MachineSize;
use pyxl_isa::{Image, Tag, Word};
use ruff_text_size::TextRange;

/// Words of heap that a reference reaches.
const MAX_HEAP: usize = 1 << 16;

/// Gives everything that a program needs its place. Returns the image and its sizes.
///
/// # Errors
/// If the program is too large.
pub fn link(
    program: &Program,
    needed: &Needed,
    statics: &Statics,
    functions: Vec<Generated>,
    files: &[SourceFile],
) -> Result<(Image, Sizes), Refusal> {
    let placed = place::place(program, needed, functions)?;
    let entries: EntryPoints = placed.iter().map(|f| (f.function.id, f.entry)).collect();
    let lines: Vec<Lines> = files.iter().map(|file| Lines::of(&file.text)).collect();
    let mut objects = Objects::new(program, needed, &entries, statics, &lines);
    let numbered = (0..).zip(&statics.slots);
    let table = place::exception_table(&placed);
    let items = numbered.map(|(slot, what)| static_item(&mut objects, slot, what, &table));
    let items: Vec<Item> = items.collect();
    let heap = &objects.heap;
    let layout = heap.layout();
    if layout.end > MAX_HEAP {
        let message = format!(
            "the program's objects need {} words of heap, more than 65536",
            layout.end
        );
        return Err(Refusal::limit(message, TextRange::default()));
    }
    let runtime = placed
        .iter()
        .find(|placed| program.function(placed.function.id).runtime);
    let table_words = attribute_table::words(program, &placed);
    let links = |link| match link {
        LinkerSymbol::HeapMutable => layout.mutable,
        LinkerSymbol::HeapFree => layout.end,
        LinkerSymbol::TableEnd => layout.end + table_words,
        LinkerSymbol::TableMask => table_words - attribute_table::ENTRY_WORDS,
        LinkerSymbol::StaticsEnd => items.len(),
        LinkerSymbol::RuntimeCode => {
            runtime.map_or(place::MAX_CODE - 1, |f| usize::from(f.entry.value))
        }
        LinkerSymbol::ClassCount => objects.class_count(),
        // The loader fills these in; the two tables are objects.
        LinkerSymbol::HeapEnd
        | LinkerSymbol::FrameEnd
        | LinkerSymbol::ControlEnd
        | LinkerSymbol::ClockHz => 0,
        LinkerSymbol::ClassTable | LinkerSymbol::ExceptionTable => 0,
    };
    let image = Image {
        entry: BOOT_ENTRY,
        code: place::code(program, needed, &placed, &entries, items.len() as u16),
        statics: items.iter().map(|item| layout.word(*item, links)).collect(),
        sizes: (0..).zip(&items).filter_map(machine_size).collect(),
        heap: heap.words(&layout, links),
        debug: debug::describe(program, statics, &placed, files, &lines),
    };
    let sizes = Sizes::of(&image, program, &placed, statics, heap, files);
    Ok((image, sizes))
}

/// What a static slot holds at the start.
fn static_item(
    objects: &mut Objects,
    slot: u16,
    what: &Static,
    exceptions: &[(u16, u16, u16)],
) -> Item {
    match what {
        Static::Global(global) => objects.global(*global),
        Static::Const(Const::LinkerSymbol(LinkerSymbol::ExceptionTable, _)) => {
            Item::Ref(Tag::Box, 0, objects.exception_table(exceptions))
        }
        Static::Const(constant) => match objects.constant(constant) {
            // See `passes::far`.
            Item::Name(word, name) if slot >= DIRECT_STATICS => {
                Item::Name(Word::new(Tag::Int, word.payload), name)
            }
            item => item,
        },
    }
}

/// The size of the machine that a static slot holds, and what is added to it.
fn machine_size((slot, item): (u16, &Item)) -> Option<(u16, MachineSize, i32)> {
    let Item::LinkerSymbol(link, more) = item else {
        return None;
    };
    let size = match link {
        LinkerSymbol::HeapEnd => MachineSize::Heap,
        LinkerSymbol::FrameEnd => MachineSize::Frames,
        LinkerSymbol::ControlEnd => MachineSize::Control,
        LinkerSymbol::ClockHz => MachineSize::Clock,
        _ => return None,
    };
    Some((slot, size, *more))
}
