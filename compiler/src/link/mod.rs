//! Functions to an image: where everything stands, and how it is described.

mod debug;
mod heap;
mod objects;
mod sizes;

pub use sizes::Sizes;

use crate::codegen::coalesce::coalesce;
use crate::codegen::emit::{emit, Code, Handled, Target};
use crate::codegen::far::legalise;
use crate::codegen::slots::Slots;
use crate::codegen::statics::{Static, Statics};
use crate::error::Refusal;
use crate::front::program::{Declaration, Program, Source};
use crate::ir::{BlockId, Const, FuncId, Inlined, Link};
use crate::reach::Needed;
use heap::Item;
use objects::{Entry, Objects};
use pyxl_isa::asm::unset_vector;
use pyxl_isa::config::{BOOT_ENTRY, DIRECT_STATICS, VECTORS};
use pyxl_isa::image::{MachineSize, SourceFile};
use pyxl_isa::layout::{GIVEN_WORDS, STUB_WORDS};
use pyxl_isa::{Descriptor, Image, Insn, Opcode, Operand, Slot, Tag, Word};
use ruff_text_size::{Ranged, TextRange};
use std::collections::HashMap;

/// Words of code memory that 16-bit addresses reach.
const MAX_CODE: usize = 1 << 16;
/// Words of heap that a reference reaches.
const MAX_HEAP: usize = 1 << 16;

/// How much more a use in the program counts than one in the runtime, where the nearest
/// static slots are distributed.
const OWN_WEIGHT: usize = 8;

/// A function with its code, at its address.
struct Placed {
    id: FuncId,
    slots: Slots,
    code: Code,
    handled: Vec<Handled>,
    entry: Entry,
    /// The comprehensions in it.
    inlined: Vec<Inlined>,
}

impl Placed {
    /// First address after it.
    fn end(&self) -> u16 {
        self.start() + self.code.lines.len() as u16
    }

    /// Address of the first instruction of its body.
    fn start(&self) -> u16 {
        self.entry.body + 1
    }

    fn address(&self, block: BlockId) -> u16 {
        self.start() + self.code.starts[block.0 as usize] as u16
    }
}

/// Links what a program needs. Returns the image, its sizes, and the reasons for what is
/// called `why`.
///
/// # Errors
/// If the program is too large.
pub fn link(
    program: &Program,
    mut needed: Needed,
    files: Vec<SourceFile>,
    why: Option<&str>,
) -> Result<(Image, Sizes, Vec<String>), Refusal> {
    let statics = statics(program, &needed)?;
    for (_, body) in &mut needed.bodies {
        legalise(body, &statics);
        coalesce(body);
    }
    let placed = place_all(program, &needed, &statics)?;
    let entries: HashMap<FuncId, Entry> = placed.iter().map(|f| (f.id, f.entry)).collect();

    let mut objects = Objects::new(program, &needed, &entries, &statics, &files);
    let mut sizes = vec![];
    let items: Vec<Item> = (0..)
        .zip(&statics.slots)
        .map(|(slot, what)| {
            let item = match what {
                Static::Global(global) => objects.global(*global),
                Static::Const(Const::Link(Link::ExceptionTable, _)) => {
                    let table = objects.exception_table(&exception_table(&placed));
                    Item::Ref(Tag::Box, 0, table)
                }
                Static::Const(constant) => objects.constant(constant),
            };
            match (item, what) {
                // See `codegen::far`.
                (Item::Name(word, name), Static::Const(_)) if slot >= DIRECT_STATICS => {
                    Item::Name(Word::new(Tag::Int, word.payload), name)
                }
                (Item::Link(link, more), _) => {
                    if let Some(size) = machine_size(link) {
                        sizes.push((slot, size, more));
                    }
                    item
                }
                _ => item,
            }
        })
        .collect();
    let heap = &objects.heap;
    let layout = heap.layout();
    if layout.end > MAX_HEAP {
        let message = format!(
            "the program's objects need {} words of heap, more than 65536",
            layout.end
        );
        return Err(Refusal::limit(message, TextRange::default()));
    }
    let runtime = placed.iter().find(|f| program.function(f.id).runtime);
    let links = |link| match link {
        Link::HeapMutable => layout.mutable,
        Link::HeapFree => layout.end,
        Link::StaticsEnd => items.len(),
        Link::RuntimeCode => runtime.map_or(MAX_CODE - 1, |f| usize::from(f.entry.value)),
        Link::ClassCount => objects.class_count(),
        // The loader fills these in; the two tables are objects.
        Link::HeapEnd | Link::FrameEnd | Link::ControlEnd => 0,
        Link::ClassTable | Link::ExceptionTable => 0,
    };
    let words: Vec<Word> = items.iter().map(|item| layout.word(*item, links)).collect();

    let mut code = vec![unset_vector(); usize::from(VECTORS)];
    for (opcode, handler) in needed.handlers(program) {
        let insn = Insn::new(Opcode::Tjmp).with_address(entries[&handler].body);
        code[usize::from(opcode.vector())] = insn.encode();
    }
    code.extend(boot(words.len() as u16, placed[0].entry.body));
    for function in &placed {
        code.resize(
            usize::from(function.entry.value),
            Insn::new(Opcode::Nop).encode(),
        );
        if function.entry.value != function.entry.body {
            code.push(stub(program.function(function.id)));
            let jump = Insn::new(Opcode::Tjmp).with_address(function.entry.body);
            code.push(jump.encode());
        }
        code.push(descriptor(program, function));
        code.extend(encode(function, &entries));
    }
    let image = Image {
        entry: BOOT_ENTRY,
        code,
        statics: words,
        sizes,
        heap: heap.words(&layout, links),
        debug: debug::describe(program, &statics, &placed, files.clone()),
    };
    let sizes = Sizes::of(&image, program, &placed, &statics, heap, &files);
    let reasons = why.map_or(vec![], |name| needed.reasons.explain(name, program));
    Ok((image, sizes, reasons))
}

fn statics(program: &Program, needed: &Needed) -> Result<Statics, Refusal> {
    let modules = needed.modules();
    let globals = modules.flat_map(|module| needed.module_globals(program, module).0);
    let functions = needed.bodies.iter().map(|(id, body)| {
        let runtime = program.function(*id).runtime;
        (body, if runtime { 1 } else { OWN_WEIGHT })
    });
    Statics::of(functions, globals.map(|(_, global)| global)).ok_or_else(|| {
        let message = "the program has more than 65535 globals and constants";
        Refusal::limit(message, TextRange::default())
    })
}

/// Allocates the functions' slots, emits their code and gives them their addresses.
fn place_all(
    program: &Program,
    needed: &Needed,
    statics: &Statics,
) -> Result<Vec<Placed>, Refusal> {
    let mut placed = vec![];
    let mut address = usize::from(BOOT_ENTRY) + boot(0, 0).len();
    for (id, body) in &needed.bodies {
        let slots = Slots::allocate(body).ok_or_else(|| {
            let message = "this function needs a frame of more than 256 words";
            let declaration = program.function(*id);
            Refusal::limit(message, place(program, *id)).in_file(declaration.file)
        })?;
        let code = emit(body, &slots, statics);
        address = address.next_multiple_of(2);
        let value = address as u16;
        let irregular = program.function(*id).signature.is_irregular();
        if irregular && needed.is_value(*id) {
            address += STUB_WORDS;
        }
        let entry = Entry {
            value,
            body: address as u16,
        };
        address += 1 + code.lines.len();
        let handled = code.handled(body);
        placed.push(Placed {
            id: *id,
            slots,
            code,
            handled,
            entry,
            inlined: body.inlined.clone(),
        });
    }
    if address > MAX_CODE {
        let message = format!("the program needs {address} words of code, more than 65536");
        return Err(Refusal::limit(message, TextRange::default()));
    }
    Ok(placed)
}

/// The ranges of code that have an exception handler: start, end and handler.
fn exception_table(placed: &[Placed]) -> Vec<(u16, u16, u16)> {
    let mut table = vec![];
    for function in placed {
        for range in &function.handled {
            let at = |line: usize| function.start() + line as u16;
            let (start, end) = (at(range.lines.start), at(range.lines.end));
            table.push((start, end, function.address(range.handler)));
        }
    }
    table
}

/// The size of the machine that a link is.
fn machine_size(link: Link) -> Option<MachineSize> {
    match link {
        Link::HeapEnd => Some(MachineSize::Heap),
        Link::FrameEnd => Some(MachineSize::Frames),
        Link::ControlEnd => Some(MachineSize::Control),
        _ => None,
    }
}

/// Where a function stands in the program's source, for a diagnostic.
fn place(program: &Program, id: FuncId) -> TextRange {
    match program.function(id).source {
        Source::Def(def) => def.name.range(),
        Source::Class(def) => def.name.range(),
        Source::Lambda(lambda) => lambda.range,
        Source::Generator(generator) => generator.range,
        Source::Module(_) | Source::Comprehension => TextRange::default(),
    }
}

/// The boot function: it runs the module's body in a frame above the statics.
fn boot(statics: u16, main: u16) -> [u64; 4] {
    let frame = Descriptor {
        frame_words: 1,
        params: 0,
        flags: Descriptor::RUNTIME,
    };
    [
        frame.encode(),
        Insn::new(Opcode::Setfp).with_address(statics).encode(),
        Insn::new(Opcode::Calld)
            .with_a(Slot::Frame(0))
            .with_entry(main, 0)
            .encode(),
        Insn::new(Opcode::Halt).with_b(Operand::Literal(0)).encode(),
    ]
}

/// The descriptor before the jump to such a body. Its frame has room for all arguments
/// that a call may give, and for all parameters.
fn stub(function: &Declaration) -> u64 {
    let runtime = if function.runtime {
        Descriptor::RUNTIME
    } else {
        0
    };
    Descriptor {
        frame_words: GIVEN_WORDS.max(function.params.len() as u16 + 1),
        params: 0,
        flags: Descriptor::IRREGULAR | runtime,
    }
    .encode()
}

fn descriptor(program: &Program, function: &Placed) -> u64 {
    let declaration = program.function(function.id);
    Descriptor {
        frame_words: function.slots.words,
        params: declaration.params.len() as u8,
        flags: if declaration.runtime {
            Descriptor::RUNTIME
        } else {
            0
        },
    }
    .encode()
}

/// The instructions with their targets filled in.
fn encode<'a>(
    function: &'a Placed,
    entries: &'a HashMap<FuncId, Entry>,
) -> impl Iterator<Item = u64> + 'a {
    let start = |block: BlockId| function.code.starts[block.0 as usize];
    (0..).zip(&function.code.lines).map(move |(at, line)| {
        let insn = match line.target {
            Target::None => line.insn,
            Target::Over(words) if line.insn.op == Opcode::Jmp => line
                .insn
                .with_address(function.start() + at as u16 + words as u16),
            Target::Over(words) => line.insn.with_displacement(words),
            Target::Block(block) if line.insn.op == Opcode::Jmp => {
                line.insn.with_address(function.address(block))
            }
            Target::Block(block) => line.insn.with_displacement(start(block) as i32 - at),
            Target::Entry(id, args) => line.insn.with_entry(entries[&id].body, args),
        };
        insn.encode()
    })
}
