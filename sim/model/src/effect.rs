//! What each instruction does.

use super::decode::Decoded;
use super::{Machine, Stream, World};
use pyxl_isa::timing::{DECODE_REDIRECT, EXECUTE_REDIRECT};
use pyxl_isa::{Checks, LinkField, LinkKind, Opcode, Tag, Word};

/// Bits of the cycle counter that `cyc` yields.
const COUNTER: u64 = 0x7fff_ffff;

/// An instruction's operands.
pub struct Operands {
    pub a: Word,
    pub b: Word,
    /// Frame-store address of the result.
    pub dst: u32,
}

/// What an instruction does besides passing time.
pub enum Effect {
    /// Nothing that retirement shows.
    None,
    /// Writes the destination.
    Write(Word),
    /// Traps after this many cycles in execute.
    Trap(u64),
    /// A branch, taken or not.
    Branch(bool),
    /// A counting branch: taken with the counter's new value, or not taken.
    Count(Option<Word>),
    /// A redirect known in decode.
    Jump(u32),
    /// A function entered in the present frame.
    Enter(u32),
    /// A call of the function at this entry; the arguments' number if it is to be
    /// checked; the redirect's cost.
    Call(u32, Option<u16>, u64),
    /// Writes the frame store at this address.
    StoreFrame(u32, Word),
    /// The pending link becomes the first above this number of links.
    Unwind(u32),
    /// Return of a value.
    Return(Word),
    /// The frame pointer is set.
    SetFp(u32),
    /// Finishes waiting in this cycle.
    Waited(u64),
    /// The same, and writes the destination.
    Received(u64, Word),
    /// Waits for input.
    Starved,
    /// Waits for ever.
    Stuck,
    /// The core stops.
    Halt(u8),
}

/// The tag of a bitwise result: two `BOOL`s give a `BOOL`, all else an `INT`.
fn logic_tag(a: Word, b: Word) -> Tag {
    match (a.tag, b.tag) {
        (Tag::Bool, Tag::Bool) => Tag::Bool,
        _ => Tag::Int,
    }
}

/// Quotient and remainder as Python's: towards minus infinity, with the divisor's sign.
fn divide(a: i64, b: i64) -> (i64, i64) {
    let (quotient, rest) = (a / b, a % b);
    match rest != 0 && (rest < 0) != (b < 0) {
        true => (quotient - 1, rest + b),
        false => (quotient, rest),
    }
}

impl Machine {
    /// What an instruction does whose operands are not refused, before anything but the world
    /// has changed.
    pub(super) fn effect(&mut self, insn: &Decoded, x: &Operands, world: &mut World) -> Effect {
        use Opcode::*;
        let (a, b) = (x.a, x.b);
        let (i, j) = (i64::from(a.signed()), i64::from(b.signed()));
        let (u, v) = (a.payload, b.payload);
        // An exact result, whose lowest bits are an `INT` if overflow is no reason to trap.
        let int = |n: i64| match i32::try_from(n) {
            Err(_) if insn.checks.has(Checks::OVERFLOW) => Effect::Trap(insn.busy),
            _ => Effect::Write(Word::int(n as i32)),
        };
        let bits = |payload| Effect::Write(Word::new(logic_tag(a, b), payload));
        let truth = |truth: bool| match insn.branches {
            true => Effect::Branch(truth == insn.sense),
            false => Effect::Write(Word::bool(truth)),
        };
        match insn.base {
            Nop => Effect::None,
            Halt => Effect::Halt(v as u8),
            Jmp => Effect::Jump(u32::from(insn.address)),
            Tjmp => Effect::Enter(u32::from(insn.address & !1)),
            Calld => Effect::Call(u32::from(insn.address & !1), None, DECODE_REDIRECT),
            Callp if a.entry() & !1 == insn.address & !1 => {
                Effect::Call(u32::from(a.entry()), None, DECODE_REDIRECT)
            }
            Callp | Call => Effect::Call(u32::from(a.entry()), Some(v as u16), EXECUTE_REDIRECT),
            Ret => Effect::Return(b),
            Setfp => Effect::SetFp(u32::from(insn.address)),

            Mov | Movr | Lds | Ldi => Effect::Write(b),
            Sts => Effect::Write(a),

            Add | Radd => int(i + j),
            Sub | Rsub => int(i - j),
            Mul | Rmul => int(i * j),
            Div => int(divide(i, j).0),
            Mod => int(divide(i, j).1),
            And => bits(u & v),
            Or => bits(u | v),
            Xor => bits(u ^ v),
            Shl | Rshl => int(i << (v & 31)),
            Shr => int(i >> (v & 31)),
            Rshr => int(i64::from(u >> (v & 31))),

            Eq => truth(i == j),
            Ne => truth(i != j),
            Lt => truth(i < j),
            Le => truth(i <= j),
            Gt => truth(i > j),
            Ge => truth(i >= j),
            Is => truth(a == b),
            Isnt => truth(a != b),
            Not => truth(u == 0),
            Truth => truth(u != 0),
            Forup => Effect::Count((i + 1 < j).then(|| Word::int(i as i32 + 1))),
            Fordn => Effect::Count((i - 1 > j).then(|| Word::int(i as i32 - 1))),

            Radc => int(i64::from(u.checked_add(v).is_none())),
            Rmulh => int(((u64::from(u) * u64::from(v)) >> 32) as i64),
            Rltu => truth(u < v),
            Rclz => int(u.leading_zeros().into()),
            Tag => int(a.tag as i64),
            Retag => Effect::Write(Word::new(pyxl_isa::Tag::from_bits(v as u8), u)),
            Ld => Effect::Write(self.heap[self.heap_index(u.wrapping_add(v))]),
            St => {
                let index = self.heap_index(v.wrapping_add(insn.offset));
                self.heap[index] = a;
                Effect::None
            }

            Fp => int(self.fp.into()),
            Depth => int(self.depth.into()),
            Ldf => Effect::Write(self.frame[self.slot(u.wrapping_add(v))]),
            Stf => Effect::StoreFrame(self.slot(v.wrapping_add(insn.offset)) as u32, a),
            Ldl => int(self.link_field(u, v).into()),
            Stl => {
                self.set_pending(v, u);
                Effect::None
            }
            Unwind => Effect::Unwind(v),

            _ => self.device(insn.base, a, b, world),
        }
    }

    /// Field `field` of return link `number`; 0 if there is no such field.
    fn link_field(&self, number: u32, field: u32) -> u32 {
        let link = &self.control[self.link_index(number)];
        match LinkField::from_bits(field) {
            Some(LinkField::Pc) => u32::from(link.pc),
            Some(LinkField::Fp) => u32::from(link.fp),
            Some(LinkField::Dst) => u32::from(link.dst),
            Some(LinkField::Top) => u32::from(link.top),
            Some(LinkField::Kind) => link.kind as u32,
            Some(LinkField::Limit) | None => 0,
        }
    }

    fn set_pending(&mut self, field: u32, value: u32) {
        let address = self.slot(value) as u16;
        match LinkField::from_bits(field) {
            Some(LinkField::Pc) => self.pending.pc = self.code_address(value) as u16,
            Some(LinkField::Fp) => self.pending.fp = address,
            Some(LinkField::Dst) => self.pending.dst = address,
            Some(LinkField::Top) => self.pending.top = address,
            Some(LinkField::Kind) => self.pending.kind = LinkKind::from_bits(value as u8),
            Some(LinkField::Limit) => self.depth_limit = value & (self.config.control_words - 1),
            None => {}
        }
    }

    /// The place of link `number`; they are counted from 1.
    fn link_index(&self, number: u32) -> usize {
        number.wrapping_sub(1) as usize & (self.control.len() - 1)
    }

    fn heap_index(&self, address: u32) -> usize {
        address as usize & (self.heap.len() - 1)
    }

    /// Pins, time and the console.
    fn device(&mut self, op: Opcode, a: Word, b: Word, world: &mut World) -> Effect {
        let now = self.cycle;
        let wait = |done: Option<u64>| done.map_or(Effect::Stuck, Effect::Waited);
        match op {
            Opcode::Out => world.pins.write(now, b.payload, a.payload != 0),
            Opcode::Dir => world.pins.drive(now, b.payload, a.payload != 0),
            Opcode::Inp => {
                return Effect::Write(Word::int(i32::from(world.pins.level(now, b.payload))))
            }
            Opcode::Wait0 => return wait(world.pins.wait(now, b.payload, true)),
            Opcode::Wait1 => return wait(world.pins.wait(now, b.payload, false)),
            Opcode::Cyc => return Effect::Write(Word::int((now & COUNTER) as i32)),
            Opcode::Putc | Opcode::Pute => {
                let stream = match op {
                    Opcode::Putc => Stream::Out,
                    _ => Stream::Err,
                };
                return Effect::Waited(world.console.write(now, stream, b.payload as u8));
            }
            Opcode::Getc => {
                return match world.console.read(now) {
                    Some((byte, cycle)) => {
                        Effect::Received(cycle, Word::int(byte.map_or(-1, i32::from)))
                    }
                    None => Effect::Starved,
                }
            }
            // An instruction without a meaning here traps, as those without hardware do.
            _ => return Effect::Trap(1),
        }
        Effect::None
    }
}
