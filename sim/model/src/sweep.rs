//! Programs that execute every row of the instruction table on edge words: on the model, and in
//! lockstep on the circuit.
//!
//! The words are static slots, which instructions name directly. A trap's handler returns the
//! sum of the operands' payloads; where that would repeat the instruction, it goes on after it.

use crate::PinEvent;
use pyxl_isa::config::{BOOT_ENTRY, FRAME_BITS, VECTORS};
use pyxl_isa::layout::FRAME_RESERVE;
use pyxl_isa::{
    Descriptor, Format, Image, Insn, LinkField, LinkKind, MachineConfig, Opcode, Operand, Row,
    Slot, Tag, Word, ROWS,
};
use Opcode::*;

/// A program and what comes from outside.
#[derive(Clone, Debug)]
pub struct Sweep {
    /// What it is about.
    pub name: String,
    /// The program; it ends with `halt 0`.
    pub image: Image,
    /// Levels at the pins.
    pub events: Vec<PinEvent>,
}

/// Frame pointer of boot code, above the statics and what stores reach from them.
const FP: u16 = 1024;
/// Frame slots of the function that executes a row.
const COPY: u8 = 1;
const RESULT: u8 = 3;
const WINDOW: u8 = 8;
/// Functions that words may be; the second always wants its arguments bound.
const REGULAR: u16 = BOOT_ENTRY + 4;
const IRREGULAR: u16 = REGULAR + 4;
/// The function that boot code calls.
const MAIN: u16 = IRREGULAR + 4;
/// Words of a frame.
const FRAME_WORDS: u16 = 32;
/// A static slot that operands do not reach.
const FAR: u16 = 300;
/// Offset of stores: their addresses are those of no static slot in use.
const OFFSET: u16 = 400;

/// All programs.
pub fn sweeps() -> impl Iterator<Item = Sweep> {
    let nearest = 9;
    ROWS.iter()
        .map(row)
        .chain((nearest..FRAME_BITS).map(aliases))
        .chain([limits()])
}

/// Words of every tag; numbers at the edges of what fits.
fn edges() -> Vec<Word> {
    let ints = [0, 1, -1, 2, 31, 32, i32::MAX, i32::MIN, i32::MIN + 1];
    let mut words: Vec<Word> = ints.into_iter().map(Word::int).collect();
    words.extend([Word::FALSE, Word::TRUE, Word::NONE]);
    words.extend([0, 1 << 31, u32::MAX].map(Word::raw));
    words.extend([REGULAR, IRREGULAR].map(|entry| Word::func(entry, 0)));
    let others = Tag::ALL.into_iter().filter(|tag| {
        use Tag::*;
        !matches!(tag, Int | Bool | None | Raw | Func)
    });
    words.extend(others.map(|tag| Word::new(tag, 4)));
    words
}

fn frame(n: u8) -> Slot {
    Slot::Frame(n)
}

fn literal(n: i16) -> Operand {
    Operand::Literal(n)
}

fn copy(dst: Slot, from: Slot) -> Insn {
    Insn::new(Movr).to(dst).with_b(Operand::Slot(from))
}

fn load(dst: u8, value: i32) -> Insn {
    Insn::new(Ldi).to(frame(dst)).with_immediate(value)
}

fn set(field: LinkField, from: u8) -> Insn {
    let stl = Insn::new(Stl).with_a(frame(from));
    stl.with_b(literal(field as i16))
}

fn ret(b: Operand) -> Insn {
    Insn::new(Ret).with_b(b)
}

/// Code memory while it is filled.
struct Code(Vec<u64>);

impl Code {
    /// Trap vectors, boot code with a frame at `fp`, callees, and the beginning of the main
    /// function, which boot code calls.
    fn new(fp: u16) -> Code {
        let mut code = Code(vec![0; usize::from(VECTORS)]);
        code.function(Descriptor::RUNTIME);
        code.extend([
            Insn::new(Setfp).with_address(fp),
            Insn::new(Calld).with_a(frame(0)).with_entry(MAIN, 0),
            Insn::new(Halt).with_b(literal(0)),
        ]);
        for flags in [0, Descriptor::IRREGULAR] {
            code.function(Descriptor::RUNTIME | flags);
            code.extend([Insn::new(Nop), ret(literal(5))]);
        }
        code.function(Descriptor::RUNTIME);
        code
    }

    fn here(&self) -> u16 {
        self.0.len() as u16
    }

    fn extend(&mut self, code: impl IntoIterator<Item = Insn>) {
        self.0.extend(code.into_iter().map(Insn::encode));
    }

    /// Begins a function with one parameter; returns its entry.
    fn function(&mut self, flags: u32) -> u16 {
        if self.here() & 1 == 1 {
            self.extend([Insn::new(Nop)]);
        }
        let descriptor = Descriptor {
            frame_words: FRAME_WORDS,
            params: 1,
            flags,
        };
        self.0.push(descriptor.encode());
        self.here() - 1
    }

    /// Ends the main function and adds the handlers.
    fn finish(mut self, statics: Vec<Word>) -> Image {
        let sums = self.function(Descriptor::RUNTIME);
        let (a, b) = (frame(1), Operand::Slot(frame(2)));
        let sum = frame(3);
        self.extend([
            Insn::new(Radd).to(sum).with_a(a).with_b(b),
            ret(Operand::Slot(sum)),
        ]);
        let skips = self.function(Descriptor::RUNTIME);
        self.extend(skip());
        for vector in 0..VECTORS {
            let row = Opcode::from_code(vector as u8).map(Opcode::row);
            let handler = match row.map(|row| row.link) {
                Some(LinkKind::Retry) => skips,
                _ => sums,
            };
            self.0[usize::from(vector)] = Insn::new(Tjmp).with_address(handler).encode();
        }
        Image {
            entry: BOOT_ENTRY,
            code: self.0,
            statics,
            ..Image::default()
        }
    }
}

/// The handler's own return link, replaced by one to the instruction after the trapping one.
fn skip() -> Vec<Insn> {
    let (number, value) = (3, 4);
    let decrement = Insn::new(Rsub).to(frame(number)).with_a(frame(number));
    let mut code = vec![Insn::new(Depth).to(frame(number))];
    let fields = LinkField::ALL.into_iter();
    for field in fields.filter(|field| *field != LinkField::Limit) {
        let read = Insn::new(Ldl).to(frame(value)).with_a(frame(number));
        code.push(read.with_b(literal(field as i16)));
        match field {
            LinkField::Pc => {
                let next = Insn::new(Radd).to(frame(value)).with_a(frame(value));
                code.push(next.with_b(literal(1)));
            }
            LinkField::Kind => code.push(load(value, LinkKind::Discard as i32)),
            _ => {}
        }
        code.push(set(field, value));
    }
    code.extend([
        decrement.with_b(literal(1)),
        Insn::new(Unwind).with_b(Operand::Slot(frame(number))),
        ret(literal(0)),
    ]);
    code
}

/// One row on all edge words, or pairs of them, that it reads.
fn row(row: &Row) -> Sweep {
    let mut code = Code::new(FP);
    let count = edges().len() as u8;
    let words = |read| if read { 0..count } else { 0..1 };
    let reads_b = row.format.reads_b() || row.format == Format::LoadStatic;
    for a in words(row.format.reads_a()) {
        for b in words(reads_b) {
            instruction(row, a, b, &mut code);
        }
    }
    code.extend([ret(literal(0))]);
    // High where the instruction waits for that; elsewhere the odd pins.
    let level = |pin: u8| match row.op {
        Wait0 => true,
        Wait1 => false,
        _ => pin & 1 == 1,
    };
    Sweep {
        name: row.mnemonic.into(),
        image: code.finish(edges()),
        events: (0..crate::PINS as u8)
            .map(|pin| PinEvent {
                cycle: 0,
                pin,
                level: level(pin),
            })
            .collect(),
    }
}

/// A row on two of the words.
fn instruction(row: &Row, a: u8, b: u8, code: &mut Code) {
    let insn = Insn::new(row.op);
    let (result, copied, window) = (frame(RESULT), frame(COPY), frame(WINDOW));
    let (first, second) = (Slot::Static(a), Operand::Slot(Slot::Static(b)));
    match row.format {
        // A link's number must be one of those on the stack.
        _ if row.op == Ldl => code.extend([
            Insn::new(Depth).to(copied),
            insn.to(result).with_a(copied).with_b(second),
        ]),
        Format::None => code.extend([insn]),
        // These end a program or a function.
        Format::B if matches!(row.op, Halt | Unwind) => {}
        Format::B if row.op == Ret => {
            let callee = (code.here() + 3) & !1;
            let over = callee + 3;
            code.extend([
                Insn::new(Calld).with_a(window).with_entry(callee, 0),
                Insn::new(Jmp).with_address(over),
            ]);
            code.function(Descriptor::RUNTIME);
            // If the word is refused, its handler goes on at the second.
            code.extend([insn.with_b(second), ret(literal(-1))]);
        }
        Format::DAB => code.extend([insn.to(result).with_a(first).with_b(second)]),
        Format::DA => code.extend([insn.to(result).with_a(first)]),
        Format::DB => code.extend([insn.to(result).with_b(second)]),
        Format::D => code.extend([insn.to(result)]),
        Format::AB => code.extend([insn.with_a(first).with_b(second)]),
        Format::B => code.extend([insn.with_b(second)]),
        Format::Immediate => {
            let values = [0, 1, -1, (1 << 17) - 1, -(1 << 17)];
            code.extend(values.map(|value| insn.to(result).with_immediate(value)));
        }
        Format::LoadStatic => code.extend([insn.to(result).with_immediate(b.into())]),
        Format::StoreStatic => code.extend([insn.with_a(first).with_address(FAR)]),
        Format::BranchAB | Format::BranchA => branch(insn.with_a(first).with_b(second), &[], code),
        Format::Counter => {
            let insn = insn.with_a(copied).with_b(second);
            branch(insn, &[copy(copied, first)], code);
        }
        // `setfp` and `tjmp` are in every program.
        Format::Jump | Format::Frame => {
            let next = code.here() + 2;
            code.extend([Insn::new(Jmp).with_address(next), Insn::new(Nop)]);
        }
        Format::Call | Format::CallDirect => {
            let call = insn.with_a(window).with_entry(REGULAR, 1);
            code.extend([copy(window, first), call]);
        }
        Format::CallValue => {
            let call = insn.with_a(window).with_b(second);
            code.extend([copy(window, first), call]);
        }
        Format::Store | Format::StoreFrame => {
            let mut insn = insn.with_a(first).with_b(second);
            insn.dst = OFFSET;
            code.extend([insn]);
        }
        Format::Assign => code.extend([insn.to(first).with_a(first).with_b(second)]),
    }
}

/// A branch forward and one backward, after `before`.
fn branch(insn: Insn, before: &[Insn], code: &mut Code) {
    code.extend(before.iter().copied());
    code.extend([insn.with_displacement(2), Insn::new(Nop)]);
    code.extend(before.iter().copied());
    let here = code.here();
    let jump = |address| Insn::new(Jmp).with_address(address);
    code.extend([jump(here + 2), jump(here + 3), insn.with_displacement(-1)]);
}

/// A static slot and a frame's slot whose addresses differ in this bit only, one written just
/// before the other is read.
fn aliases(bit: usize) -> Sweep {
    let mut code = Code::new(1 << bit);
    let (below, above) = (Slot::Static(40), frame(40));
    for (written, read) in [(below, above), (above, below)] {
        for distance in 0..4 {
            code.extend([copy(read, Slot::Static(0))]);
            code.extend([Insn::new(Nop); 4]);
            code.extend([copy(written, Slot::Static(1))]);
            code.extend((0..distance).map(|_| Insn::new(Nop)));
            code.extend([
                Insn::new(Add)
                    .to(frame(RESULT))
                    .with_a(read)
                    .with_b(Operand::Slot(read)),
                copy(frame(RESULT), read),
            ]);
        }
    }
    code.extend([ret(literal(0))]);
    Sweep {
        name: format!("addresses that differ in bit {bit}"),
        image: code.finish([3, 5].map(Word::int).into()),
        events: vec![],
    }
}

/// A function that obeys the limits is entered just below, at and just above that of the frame
/// store, in windows 7, 8 and 9, with as many return links as the limit allows, and one less
/// and more; by every instruction that enters one.
fn limits() -> Sweep {
    let limit = (MachineConfig::SIM.frame_words - FRAME_RESERVE) as u16;
    let mut code = Code::new(limit - u16::from(WINDOW) - FRAME_WORDS);
    let (user, enters) = (MAIN + 200, MAIN + 204);
    for links in 1..=3 {
        code.extend([load(COPY, links), set(LinkField::Limit, COPY)]);
        for window in [WINDOW - 1, WINDOW, WINDOW + 1].map(frame) {
            for op in [Calld, Callp, Call, Tjmp] {
                let insn = match op {
                    Call => Insn::new(Call).with_b(literal(1)),
                    Tjmp => Insn::new(Calld).with_entry(enters, 1),
                    _ => Insn::new(op).with_entry(user, 1),
                };
                code.extend([copy(window, Slot::Static(0)), insn.with_a(window)]);
            }
        }
    }
    code.extend([ret(literal(0))]);
    code.0.resize(usize::from(user), 0);
    code.function(0);
    code.extend([Insn::new(Nop), ret(literal(6))]);
    code.function(Descriptor::RUNTIME);
    code.extend([Insn::new(Tjmp).with_address(user)]);
    Sweep {
        name: "limits".into(),
        image: code.finish(vec![Word::func(user, 0)]),
        events: vec![],
    }
}
