//! Where each function stands in the code memory, and the words of that.

use super::objects::{EntryPoint, EntryPoints};
use crate::codegen::Generated;
use crate::error::Refusal;
use crate::front::program::{Declaration, Program};
use crate::ir::BlockId;
use crate::reach::Needed;
use pyxl_isa::asm::unset_vector;
use pyxl_isa::config::{BOOT_ENTRY, VECTORS};
use pyxl_isa::layout::{GIVEN_WORDS, STUB_WORDS};
use pyxl_isa::{Descriptor, Insn, Opcode, Operand, Slot};
use ruff_text_size::TextRange;

/// Words of code memory that 16-bit addresses reach.
pub const MAX_CODE: usize = 1 << 16;

/// A function's code at its address.
pub struct Placed {
    /// The function.
    pub function: Generated,
    /// Where it is entered.
    pub entry: EntryPoint,
}

impl Placed {
    /// First address after it.
    pub fn end(&self) -> u16 {
        self.start() + self.function.code.lines.len() as u16
    }

    /// Address of the first instruction of its body.
    pub fn start(&self) -> u16 {
        self.entry.body + 1
    }

    fn address(&self, block: BlockId) -> u16 {
        self.start() + self.function.code.starts[block.0 as usize] as u16
    }
}

/// Gives the functions their addresses, in their order.
///
/// # Errors
/// If they do not fit.
pub fn place(
    program: &Program,
    needed: &Needed,
    functions: Vec<Generated>,
) -> Result<Vec<Placed>, Refusal> {
    let mut placed = vec![];
    let mut address = usize::from(BOOT_ENTRY) + boot(0, 0).len();
    for function in functions {
        address = address.next_multiple_of(2);
        let value = address as u16;
        let irregular = program.function(function.id).signature.is_irregular();
        if irregular && needed.is_value(function.id) {
            address += STUB_WORDS;
        }
        let entry = EntryPoint {
            value,
            body: address as u16,
        };
        address += 1 + function.code.lines.len();
        placed.push(Placed { function, entry });
    }
    if address > MAX_CODE {
        let message = format!("the program needs {address} words of code, more than 65536");
        return Err(Refusal::limit(message, TextRange::default()));
    }
    Ok(placed)
}

/// The words of the code memory: the vectors of traps, the boot function, and the functions.
pub fn code(
    program: &Program,
    needed: &Needed,
    placed: &[Placed],
    entries: &EntryPoints,
    statics: u16,
) -> Vec<u64> {
    let mut code = vec![unset_vector(); usize::from(VECTORS)];
    for (opcode, handler) in needed.handlers(program) {
        let insn = Insn::new(Opcode::Tjmp).with_address(entries[&handler].body);
        code[usize::from(opcode.vector())] = insn.encode();
    }
    code.extend(boot(statics, placed[0].entry.body));
    for placed in placed {
        let (function, entry) = (&placed.function, placed.entry);
        code.resize(usize::from(entry.value), Insn::new(Opcode::Nop).encode());
        let declaration = program.function(function.id);
        if entry.value != entry.body {
            code.push(stub(declaration));
            let jump = Insn::new(Opcode::Tjmp).with_address(entry.body);
            code.push(jump.encode());
        }
        let (words, params) = (function.slots.words, declaration.params.len() as u8);
        code.push(descriptor(declaration, words, params, 0));
        code.extend(function.code.words(placed.start(), |id| entries[&id].body));
    }
    code
}

/// The ranges of code that have an exception handler: start, end and handler.
pub fn exception_table(placed: &[Placed]) -> Vec<(u16, u16, u16)> {
    let mut table = vec![];
    for placed in placed {
        for range in &placed.function.handled {
            let at = |line: usize| placed.start() + line as u16;
            let (start, end) = (at(range.lines.start), at(range.lines.end));
            table.push((start, end, placed.address(range.handler)));
        }
    }
    table
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

/// The descriptor before the jump to a body whose arguments have to be bound. Its frame has
/// room for all arguments that a call may give, and for all parameters.
fn stub(function: &Declaration) -> u64 {
    let words = GIVEN_WORDS.max(function.params.len() as u16 + 1);
    descriptor(function, words, 0, Descriptor::IRREGULAR)
}

fn descriptor(function: &Declaration, frame_words: u16, params: u8, flags: u32) -> u64 {
    let runtime = match function.runtime {
        true => Descriptor::RUNTIME,
        false => 0,
    };
    Descriptor {
        frame_words,
        params,
        flags: flags | runtime,
    }
    .encode()
}
