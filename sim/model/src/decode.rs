//! Code memory in the form that the model executes: every field resolved once, at load time.

use pyxl_isa::timing::LONG_UNIT_REFUSAL;
use pyxl_isa::{
    Checks, ControlFlow, Descriptor, Destination, Format, Insn, LinkKind, Opcode, Operand, Tag,
    Word,
};

/// A slot field as base and offset: the address is `(fp & base) + offset`.
#[derive(Clone, Copy, Debug)]
pub struct SlotField {
    base: u32,
    offset: u32,
}

impl SlotField {
    fn new(field: u16) -> SlotField {
        let is_static = field & 0x100 != 0;
        SlotField {
            base: if is_static { 0 } else { u32::MAX },
            offset: u32::from(field & 0xff),
        }
    }

    fn absolute(address: u32) -> SlotField {
        SlotField {
            base: 0,
            offset: address,
        }
    }

    /// Frame-store address, not yet reduced to the store's size.
    pub fn address(self, fp: u32) -> u32 {
        (fp & self.base).wrapping_add(self.offset)
    }
}

/// Where operand b's word comes from.
#[derive(Clone, Copy, Debug)]
pub enum OperandSource {
    /// A word of the frame store.
    Slot(SlotField),
    /// A literal or an immediate.
    Word(Word),
}

/// Tags that an operand may have: one bit each, by its number.
type Tags = u16;

fn tags(accepts: impl Fn(Tag) -> bool) -> Tags {
    let accepted = Tag::ALL.into_iter().filter(|tag| accepts(*tag));
    accepted.fold(0, |tags, tag| tags | 1 << tag as u16)
}

/// One code word, ready to execute.
#[derive(Clone, Copy, Debug)]
pub struct Decoded {
    /// The instruction that it is a variant of, which says what it does.
    pub base: Opcode,
    /// What must hold, or it traps.
    pub checks: Checks,
    a_tags: Tags,
    b_tags: Tags,
    /// Cycles in execute, when it traps because of an operand's tag.
    refused: u64,
    /// Address of its trap vector.
    pub vector: u16,
    /// What its trap handler's return does.
    pub link: LinkKind,
    /// Cycles in execute, when it does not trap.
    pub busy: u64,
    /// Destination; the window for calls, where their result goes; a loop's counter.
    pub dst: SlotField,
    /// Operand a.
    pub a: SlotField,
    /// Operand b.
    pub b: OperandSource,
    /// Displacement of a branch, in words.
    pub displacement: i32,
    /// The branch is predicted taken: it goes backward, or counts.
    pub predicted: bool,
    /// It branches on its comparison, whose result is otherwise a value.
    pub branches: bool,
    /// The result with which it does.
    pub sense: bool,
    /// The long field `dst:b`: target, static slot or frame address.
    pub address: u16,
    /// Offset of a store.
    pub offset: u32,
    /// The word read as a code descriptor.
    pub descriptor: Descriptor,
}

impl Decoded {
    /// Decodes one code word. Words that are no instructions trap when they are executed.
    pub fn new(word: u64) -> Decoded {
        let fields = Insn {
            op: Opcode::Nop,
            literal: true,
            dst: (word >> 18) as u16 & 0x1ff,
            a: (word >> 9) as u16 & 0x1ff,
            b: word as u16 & 0x1ff,
        };
        let known = Insn::decode(word).ok();
        let insn = known.unwrap_or(fields);
        let row = insn.op.row();
        let checks = known.map_or(Checks::ALWAYS, |_| row.checks);
        let accepts = |tag: Tag, number, bound| {
            let is_number = matches!(tag, Tag::Int | Tag::Bool);
            !checks.has(Checks::ALWAYS)
                && (is_number || !checks.has(number))
                && (tag != Tag::Unbound || !checks.has(bound))
        };
        let late = row.unit.refuses_late();
        Decoded {
            base: row.base,
            checks,
            a_tags: tags(|tag| {
                accepts(tag, Checks::A_NUMBER, Checks::A_BOUND)
                    && (matches!(tag, Tag::Int | Tag::Bool | Tag::None)
                        || !checks.has(Checks::A_TRUTH))
                    && (tag == Tag::Func || !checks.has(Checks::A_FUNCTION))
            }),
            b_tags: tags(|tag| accepts(tag, Checks::B_NUMBER, Checks::B_BOUND)),
            refused: 1 + if late { LONG_UNIT_REFUSAL } else { 0 },
            vector: (word >> 27) as u16 & 0xff,
            link: known.map_or(LinkKind::Value, |_| row.link),
            busy: u64::from(row.cycles),
            dst: match row.format.destination() {
                Destination::A => SlotField::new(insn.a),
                Destination::Static => SlotField::absolute(u32::from(insn.address())),
                Destination::Dst | Destination::Address => SlotField::new(insn.dst),
            },
            a: SlotField::new(insn.a),
            b: source(insn, row.format),
            displacement: insn.displacement(),
            predicted: insn.displacement() < 0 || row.flow == ControlFlow::Count,
            branches: row.flow == ControlFlow::Branch,
            sense: row.sense,
            address: insn.address(),
            offset: u32::from(insn.dst),
            descriptor: Descriptor::decode(word),
        }
    }

    /// The cycles after which the instruction traps because of its operands, if it does.
    pub fn refusal(&self, a: Word, b: Word) -> Option<u64> {
        let tags = self.a_tags >> a.tag as u16 & self.b_tags >> b.tag as u16;
        if tags & 1 == 0 {
            return Some(self.refused);
        }
        let count = self.checks.has(Checks::SHIFT_COUNT) && b.payload > 31;
        let zero = self.checks.has(Checks::NONZERO) && b.payload == 0;
        (count || zero).then_some(self.busy)
    }
}

fn source(insn: Insn, format: Format) -> OperandSource {
    let literal = |field: u16| Word::int((i32::from(field) << 23) >> 23);
    match format {
        Format::Immediate => OperandSource::Word(Word::int(insn.immediate())),
        Format::LoadStatic => {
            let slot = u32::from(insn.a) << 9 | u32::from(insn.b);
            OperandSource::Slot(SlotField::absolute(slot))
        }
        Format::Call | Format::CallDirect => {
            OperandSource::Word(Word::int(i32::from(insn.entry_args())))
        }
        _ if format.reads_b() => match insn.b_operand() {
            Operand::Slot(slot) => OperandSource::Slot(SlotField::new(slot.field())),
            Operand::Literal(value) => OperandSource::Word(Word::int(i32::from(value))),
        },
        _ => OperandSource::Word(literal(insn.b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pyxl_isa::Slot;

    #[test]
    fn slots_are_relative_or_static() {
        assert_eq!(SlotField::new(Slot::Frame(5).field()).address(100), 105);
        assert_eq!(SlotField::new(Slot::Static(5).field()).address(100), 5);
    }

    #[test]
    fn unknown_opcodes_trap_at_their_number() {
        let decoded = Decoded::new(0xee << 27);
        assert!(decoded.refusal(Word::int(0), Word::int(0)).is_some());
        assert_eq!(decoded.vector, 0xee);
    }

    #[test]
    fn fields_without_a_slot_are_literals() {
        let jump = Insn::new(Opcode::Jmp).with_address(0x1ff);
        assert!(matches!(
            Decoded::new(jump.encode()).b,
            OperandSource::Word(w) if w == Word::int(-1)
        ));
        let call = Insn::new(Opcode::Callp).with_entry(0x1fe, 5);
        assert!(matches!(
            Decoded::new(call.encode()).b,
            OperandSource::Word(w) if w == Word::int(5)
        ));
    }
}
