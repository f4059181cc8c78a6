//! Instruction fields: encoding and decoding of one 36-bit instruction word.
//!
//! ```text
//!  35  34      27 26      18 17       9 8        0
//! ┌───┬──────────┬──────────┬──────────┬──────────┐
//! │ L │  opcode  │   dst    │    a     │    b     │
//! └───┴──────────┴──────────┴──────────┴──────────┘
//! ```
//!
//! `L` set: `b` is a signed integer literal, −256 … 255. A slot field names
//! word `n` of the current frame (0 … 255) or, with its uppermost bit set, the
//! static slot `n − 256`: module globals and constants, at the bottom of the
//! frame store. Formats that need a long field join two of the nine-bit fields.

use crate::layout::descriptor::{FRAME, IRREGULAR, PARAMS, RUNTIME};
use crate::table::{Format, Opcode};

/// Width of an operand field, bits.
pub const FIELD_BITS: u32 = 9;
const FIELD: u64 = 0x1ff;

/// A slot named by a nine-bit operand field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Word `n` of the current frame.
    Frame(u8),
    /// Static slot `n`: a global or a constant.
    Static(u8),
}

impl Slot {
    /// The operand field that names this slot.
    pub fn field(self) -> u16 {
        match self {
            Slot::Frame(n) => u16::from(n),
            Slot::Static(n) => 0x100 | u16::from(n),
        }
    }

    /// The slot that an operand field names.
    pub fn from_field(field: u16) -> Slot {
        if field & 0x100 == 0 {
            Slot::Frame(field as u8)
        } else {
            Slot::Static(field as u8)
        }
    }
}

/// Second operand: a slot or a literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operand {
    /// A slot's word.
    Slot(Slot),
    /// A small integer, −256 … 255.
    Literal(i16),
}

/// Range of [`Operand::Literal`].
pub const LITERAL: std::ops::RangeInclusive<i32> = -256..=255;
/// Range of a store's offset in words, the unsigned field `dst`.
pub const OFFSET: std::ops::RangeInclusive<i32> = 0..=FIELD as i32;
/// Range of a branch displacement, in words from the branch itself.
pub const DISPLACEMENT: std::ops::RangeInclusive<i32> = -256..=255;
/// Range of the 18-bit immediate of `LDI`.
pub const IMMEDIATE: std::ops::RangeInclusive<i32> = -(1 << 17)..=(1 << 17) - 1;
/// Largest argument count that `CALLP` can carry for the case that its callee changed.
pub const CALLP_ARGS: u8 = 7;

/// An instruction as raw fields. The `with_…` methods keep them in range; which
/// of them an opcode uses says its [`Format`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Insn {
    /// Operation.
    pub op: Opcode,
    /// `b` is a literal.
    pub literal: bool,
    /// Field `dst`, nine bits.
    pub dst: u16,
    /// Field `a`, nine bits.
    pub a: u16,
    /// Field `b`, nine bits.
    pub b: u16,
}

/// A word that is no instruction: its opcode is not in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:#011x} is no instruction: opcode {1:#04x} is not in the table")]
pub struct NotAnInstruction(pub u64, pub u8);

impl Insn {
    /// `op` with all fields zero.
    pub fn new(op: Opcode) -> Insn {
        Insn {
            op,
            literal: false,
            dst: 0,
            a: 0,
            b: 0,
        }
    }

    /// With the destination slot.
    pub fn to(mut self, dst: Slot) -> Insn {
        self.dst = dst.field();
        self
    }

    /// With the first operand.
    pub fn with_a(mut self, a: Slot) -> Insn {
        self.a = a.field();
        self
    }

    /// With the second operand.
    ///
    /// # Panics
    /// If a literal is outside of [`LITERAL`]: the code generator checks first.
    pub fn with_b(mut self, b: Operand) -> Insn {
        match b {
            Operand::Slot(s) => {
                self.literal = false;
                self.b = s.field();
            }
            Operand::Literal(n) => {
                assert!(LITERAL.contains(&i32::from(n)), "literal {n} out of range");
                self.literal = true;
                self.b = n as u16 & FIELD as u16;
            }
        }
        self
    }

    /// With a branch displacement in words, relative to this instruction.
    ///
    /// # Panics
    /// If it is outside of [`DISPLACEMENT`]: the linker checks first.
    pub fn with_displacement(mut self, words: i32) -> Insn {
        assert!(
            DISPLACEMENT.contains(&words),
            "displacement {words} out of range"
        );
        self.dst = words as u16 & FIELD as u16;
        self
    }

    /// With a 16-bit code or static address in the long field `dst:b`.
    pub fn with_address(mut self, address: u16) -> Insn {
        self.dst = address >> FIELD_BITS;
        self.b = address & FIELD as u16;
        self
    }

    /// With a call's entry (even) and argument count in the long field `dst:b`.
    /// The count's upper two bits are `dst`'s upper two, its lowest is `b`'s lowest,
    /// which an even entry leaves free. Counts above [`CALLP_ARGS`] saturate
    /// (allowed for `CALLD` only, which never uses it).
    pub fn with_entry(mut self, entry: u16, args: u8) -> Insn {
        debug_assert!(entry & 1 == 0, "descriptors stand at even addresses");
        let args = u16::from(args.min(CALLP_ARGS));
        self.dst = entry >> FIELD_BITS | (args >> 1) << 7;
        self.b = entry & FIELD as u16 | args & 1;
        self
    }

    /// With an 18-bit signed immediate in the long field `a:b`.
    ///
    /// # Panics
    /// If it is outside of [`IMMEDIATE`].
    pub fn with_immediate(mut self, value: i32) -> Insn {
        assert!(IMMEDIATE.contains(&value), "immediate {value} out of range");
        self.a = (value >> FIELD_BITS) as u16 & FIELD as u16;
        self.b = value as u16 & FIELD as u16;
        self
    }

    /// Destination slot.
    pub fn dst_slot(self) -> Slot {
        Slot::from_field(self.dst)
    }

    /// First operand's slot.
    pub fn a_slot(self) -> Slot {
        Slot::from_field(self.a)
    }

    /// Second operand.
    pub fn b_operand(self) -> Operand {
        if self.literal {
            Operand::Literal(sign_extend(u32::from(self.b), FIELD_BITS) as i16)
        } else {
            Operand::Slot(Slot::from_field(self.b))
        }
    }

    /// Branch displacement in words.
    pub fn displacement(self) -> i32 {
        sign_extend(u32::from(self.dst), FIELD_BITS)
    }

    /// 16-bit address of the long field `dst:b`.
    pub fn address(self) -> u16 {
        (self.dst & 0x7f) << FIELD_BITS | self.b
    }

    /// Entry of a call or of `TJMP`'s function: the even descriptor address.
    pub fn entry(self) -> u16 {
        self.address() & !1
    }

    /// Argument count of `CALLP`.
    pub fn entry_args(self) -> u8 {
        ((self.dst >> 7) << 1 | self.b & 1) as u8
    }

    /// 18-bit signed immediate of `a:b`.
    pub fn immediate(self) -> i32 {
        sign_extend(
            u32::from(self.a) << FIELD_BITS | u32::from(self.b),
            2 * FIELD_BITS,
        )
    }

    /// The instruction word.
    pub fn encode(self) -> u64 {
        u64::from(self.literal) << 35
            | (self.op as u64) << 27
            | (u64::from(self.dst) & FIELD) << 18
            | (u64::from(self.a) & FIELD) << 9
            | u64::from(self.b) & FIELD
    }

    /// The fields of an instruction word.
    ///
    /// # Errors
    /// If the opcode is not in the table.
    pub fn decode(word: u64) -> Result<Insn, NotAnInstruction> {
        let code = (word >> 27) as u8;
        let op = Opcode::from_code(code).ok_or(NotAnInstruction(word, code))?;
        Ok(Insn {
            op,
            literal: word >> 35 & 1 == 1,
            dst: (word >> 18 & FIELD) as u16,
            a: (word >> 9 & FIELD) as u16,
            b: (word & FIELD) as u16,
        })
    }

    /// The row's format.
    pub fn format(self) -> Format {
        self.op.row().format
    }
}

fn sign_extend(value: u32, bits: u32) -> i32 {
    ((value << (32 - bits)) as i32) >> (32 - bits)
}

/// A code descriptor: the word before a function's first instruction, read in
/// parallel with that instruction when the function is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Descriptor {
    /// Words of the frame: callee, parameters, locals, temporaries and the
    /// windows of outgoing calls up to their callee slot. A trap's frame begins here.
    pub frame_words: u16,
    /// Positional parameters (slots 1 … n of the frame).
    pub params: u8,
    /// See the associated constants.
    pub flags: u32,
}

impl Descriptor {
    /// Any `CALL` goes through argument binding (defaults, `*args`, generators …).
    pub const IRREGULAR: u32 = IRREGULAR.bits();
    /// Runtime code: atomic, hidden from tracebacks.
    pub const RUNTIME: u32 = RUNTIME.bits();

    /// The descriptor as a code word.
    pub fn encode(self) -> u64 {
        let params = PARAMS.put(u32::from(self.params));
        u64::from(FRAME.put(u32::from(self.frame_words)) | params | self.flags)
    }

    /// The descriptor in a code word.
    pub fn decode(word: u64) -> Descriptor {
        let word = word as u32;
        Descriptor {
            frame_words: FRAME.get(word) as u16,
            params: PARAMS.get(word) as u8,
            flags: word & (Descriptor::IRREGULAR | Descriptor::RUNTIME),
        }
    }
}
