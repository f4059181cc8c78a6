//! Functions to an image: what is needed, where it stands, and how it is described.

mod debug;
mod heap;
mod needs;

use crate::codegen::coalesce::coalesce;
use crate::codegen::emit::{emit, Code, Target};
use crate::codegen::far::legalise;
use crate::codegen::slots::Slots;
use crate::codegen::statics::{Static, Statics};
use crate::error::Refusal;
use crate::front::program::{Program, Source};
use crate::ir::{BlockId, Const, FuncId, Function};
use heap::{Heap, Item};
use pyxl_isa::asm::unset_vector;
use pyxl_isa::config::{BOOT_ENTRY, DIRECT_STATICS, VECTORS};
use pyxl_isa::image::SourceFile;
use pyxl_isa::{Descriptor, Image, Insn, Opcode, Operand, Slot, Tag, Unbound, Word};
use ruff_text_size::{Ranged, TextRange};
use std::collections::HashMap;

/// Words of code memory that 16-bit addresses reach.
const MAX_CODE: usize = 1 << 16;
/// Words of heap that a reference reaches.
const MAX_HEAP: usize = 1 << 16;

/// A function with its code, at its address.
struct Placed {
    id: FuncId,
    slots: Slots,
    code: Code,
    entry: u16,
}

impl Placed {
    /// First address after it.
    fn end(&self) -> u16 {
        self.entry + 1 + self.code.lines.len() as u16
    }
}

/// Links the program's functions, lowered in the order of [`Program::own`], with what
/// they need of the runtime.
///
/// # Errors
/// If the program is too large.
pub fn link(
    program: &Program,
    bodies: Vec<Function>,
    files: Vec<SourceFile>,
) -> Result<Image, Refusal> {
    let mut needed = needs::collect(program, bodies);
    let statics = Statics::of(needed.bodies.iter().map(|(_, body)| body)).ok_or_else(|| {
        let message = "the program has more than 65535 globals and constants";
        Refusal::limit(message, TextRange::default())
    })?;
    for (_, body) in &mut needed.bodies {
        legalise(body, &statics);
        coalesce(body);
    }
    let mut placed = vec![];
    let mut address = usize::from(BOOT_ENTRY) + boot(0, 0).len();
    for (id, body) in &needed.bodies {
        address = address.next_multiple_of(2);
        let slots = Slots::allocate(body).ok_or_else(|| {
            let message = "this function needs a frame of more than 256 words";
            Refusal::limit(message, place(program, *id))
        })?;
        let code = emit(body, &slots, &statics);
        let entry = address as u16;
        address += 1 + code.lines.len();
        if address > MAX_CODE {
            return Err(Refusal::limit(
                "the program's code is larger than 65536 words",
                TextRange::default(),
            ));
        }
        placed.push(Placed {
            id: *id,
            slots,
            code,
            entry,
        });
    }
    let entries: HashMap<FuncId, u16> = placed.iter().map(|f| (f.id, f.entry)).collect();

    let mut heap = Heap::default();
    let items: Vec<Item> = (0..)
        .zip(&statics.slots)
        .map(
            |(slot, what)| match static_item(what, program, &needed, &entries, &mut heap) {
                // See `codegen::far`.
                Item::Name(word, name) if slot >= DIRECT_STATICS && is_constant(what) => {
                    Item::Name(Word::new(Tag::Int, word.payload), name)
                }
                item => item,
            },
        )
        .collect();
    let heap = heap.layout();
    let words: Vec<Word> = items.into_iter().map(|item| heap.word(item)).collect();
    if heap.words.len() > MAX_HEAP {
        return Err(Refusal::limit(
            "the program's constants need more than 65536 words",
            TextRange::default(),
        ));
    }

    let mut code = vec![unset_vector(); usize::from(VECTORS)];
    for (opcode, handler) in &needed.handlers {
        let insn = Insn::new(Opcode::Tjmp).with_address(entries[handler]);
        code[usize::from(opcode.vector())] = insn.encode();
    }
    code.extend(boot(words.len() as u16, placed[0].entry));
    for function in &placed {
        code.resize(usize::from(function.entry), Insn::new(Opcode::Nop).encode());
        code.push(descriptor(program, function));
        code.extend(encode(function, &entries));
    }
    Ok(Image {
        entry: BOOT_ENTRY,
        code,
        statics: words,
        heap: heap.words,
        debug: debug::describe(program, &statics, &placed, files),
    })
}

/// Where a function stands in the program's source, for a diagnostic.
fn place(program: &Program, id: FuncId) -> TextRange {
    match program.function(id).source {
        Source::Def(def) if !program.function(id).runtime => def.name.range(),
        _ => TextRange::default(),
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
    entries: &'a HashMap<FuncId, u16>,
) -> impl Iterator<Item = u64> + 'a {
    let start = |block: BlockId| function.code.starts[block.0 as usize];
    (0..).zip(&function.code.lines).map(move |(at, line)| {
        let insn = match line.target {
            Target::None => line.insn,
            Target::Over(words) if line.insn.op == Opcode::Jmp => line
                .insn
                .with_address(function.entry + 1 + at as u16 + words as u16),
            Target::Over(words) => line.insn.with_displacement(words),
            Target::Block(block) if line.insn.op == Opcode::Jmp => line
                .insn
                .with_address(function.entry + 1 + start(block) as u16),
            Target::Block(block) => line.insn.with_displacement(start(block) as i32 - at),
            Target::Entry(id, args) => line.insn.with_entry(entries[&id], args),
        };
        insn.encode()
    })
}

fn is_constant(what: &Static) -> bool {
    matches!(what, Static::Const(_))
}

/// What a static slot holds at the start.
fn static_item(
    what: &Static,
    program: &Program,
    needed: &needs::Needed,
    entries: &HashMap<FuncId, u16>,
    heap: &mut Heap,
) -> Item {
    match what {
        Static::Global(global) => match needed.unsure.contains(global) {
            true => Item::Name(
                Unbound::Global.word(0),
                heap.string(&program.info(*global).name),
            ),
            false => Item::Word(Unbound::Internal.word(0)),
        },
        Static::Const(constant) => constant_item(constant, program, entries, heap),
    }
}

fn constant_item(
    constant: &Const,
    program: &Program,
    entries: &HashMap<FuncId, u16>,
    heap: &mut Heap,
) -> Item {
    if let Some(item) = heap.data(constant) {
        return item;
    }
    match constant {
        Const::Tuple(items) => {
            let items = items
                .iter()
                .map(|item| constant_item(item, program, entries, heap));
            let items = items.collect();
            heap.tuple(items)
        }
        Const::Func(id) => Item::Word(Word::func(entries[id], 0)),
        Const::Functions => {
            let functions = program
                .own()
                .filter_map(|id| Some((*entries.get(&id)?, id)));
            let functions = functions.map(|(entry, id)| (entry, program.function(id)));
            heap.functions(functions)
        }
        other => unreachable!("{other:?} is no constant of this runtime"),
    }
}
