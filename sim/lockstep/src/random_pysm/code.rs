//! Instructions and functions of random programs, written shortly.

use pyxl_isa::{Descriptor, Insn, Opcode, Operand, Slot};

/// A frame slot.
pub fn frame(n: u8) -> Slot {
    Slot::Frame(n)
}

/// A static slot within reach of an operand.
pub fn fixed(n: u16) -> Slot {
    Slot::Static(n as u8)
}

/// A literal operand.
pub fn literal(n: i16) -> Operand {
    Operand::Literal(n)
}

/// `op dst, a, b`.
pub fn insn(op: Opcode, dst: Slot, a: Slot, b: Operand) -> Insn {
    Insn::new(op).to(dst).with_a(a).with_b(b)
}

/// `movr dst, source`.
pub fn copy(dst: Slot, source: Slot) -> Insn {
    Insn::new(Opcode::Movr)
        .to(dst)
        .with_b(Operand::Slot(source))
}

/// `ldi dst, value`.
pub fn load(dst: u8, value: i32) -> Insn {
    Insn::new(Opcode::Ldi).to(frame(dst)).with_immediate(value)
}

/// `ret b`.
pub fn ret(b: Operand) -> Insn {
    Insn::new(Opcode::Ret).with_b(b)
}

/// A function's descriptor and instructions.
pub struct Block {
    descriptor: Descriptor,
    code: Vec<Insn>,
}

impl Block {
    /// A function with these descriptor fields.
    pub fn new(frame_words: u16, params: u8, flags: u32, code: Vec<Insn>) -> Block {
        Block {
            descriptor: Descriptor {
                frame_words,
                params,
                flags,
            },
            code,
        }
    }

    /// Words in code memory, rounded up so that the next function's entry is even.
    pub fn words(&self) -> u16 {
        (self.code.len() as u16 + 2) & !1
    }

    /// Appends its words.
    pub fn place(&self, code: &mut Vec<u64>) {
        let end = code.len() + usize::from(self.words());
        code.push(self.descriptor.encode());
        code.extend(self.code.iter().map(|insn| insn.encode()));
        code.resize(end, 0);
    }
}
