//! One instruction: operands, effect, and the cycle of the next.

use super::decode::{Action, Decoded, Source};
use super::{alu, Entry, Machine, Retire, ReturnLink, Stop, Stream, World};
use pyxl_isa::layout::FRAME_RESERVE;
use pyxl_isa::timing::{DECODE_REDIRECT, EXECUTE_REDIRECT, FRAME_STORE, LONG_UNIT_REFUSAL};
use pyxl_isa::{Descriptor, LinkField, LinkKind, Opcode, Word};

/// The cycle, counted from the core's start, in which the first instruction executes:
/// the stages before execute are empty.
pub const FIRST_CYCLE: u64 = 4;

/// Bits of the cycle counter that `cyc` yields.
const COUNTER: u64 = 0x7fff_ffff;

/// An instruction's operands.
struct Operands {
    a: Word,
    b: Word,
    /// Frame-store address of the result.
    dst: u32,
}

/// What an instruction does besides passing time.
enum Effect {
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

/// A value, or a trap in the first cycle.
fn value(result: Option<Word>) -> Effect {
    result.map_or(Effect::Trap(1), Effect::Write)
}

/// An `INT` with this payload.
fn raw(payload: u32) -> Effect {
    Effect::Write(Word::new(pyxl_isa::Tag::Int, payload))
}

/// A truth value as a word.
fn truth(result: Option<bool>) -> Effect {
    value(result.map(Word::bool))
}

impl Machine {
    /// Executes one instruction.
    ///
    /// # Errors
    /// The reason why there is none: the core has halted, or waits for ever. A `halt`
    /// retires; the step after it fails.
    pub fn step(&mut self, world: &mut World) -> Result<Retire, Stop> {
        if let Some(stop) = self.stop {
            return Err(stop);
        }
        let insn = self.code[self.pc as usize];
        let operands = self.operands(&insn);
        if let Some(entry) = self.entered.take() {
            if let Some((event, b)) = self.event(&entry, operands.b) {
                return Ok(self.trap(
                    event.vector(),
                    LinkKind::Retry,
                    1,
                    Operands { b, ..operands },
                ));
            }
        }
        let effect = match (self.forced.take(), insn.action) {
            (Some(truth), _) => Effect::Branch(truth != insn.on_false),
            (None, Action::Execute(op)) => self.effect(op, &insn, &operands, world),
            (None, Action::Trap) => Effect::Trap(1),
        };
        self.finish(&insn, operands, effect)
    }

    fn operands(&self, insn: &Decoded) -> Operands {
        Operands {
            a: self.frame[self.slot(insn.a.address(self.fp))],
            b: match insn.b {
                Source::Slot(slot) => self.frame[self.slot(slot.address(self.fp))],
                Source::Word(word) => word,
            },
            dst: self.slot(insn.dst.address(self.fp)) as u32,
        }
    }

    /// A frame-store address, wrapped as the store's address port does.
    fn slot(&self, address: u32) -> usize {
        address as usize & (self.frame.len() - 1)
    }

    /// A code address, wrapped.
    fn code_address(&self, address: u32) -> u32 {
        address & (self.code.len() as u32 - 1)
    }

    /// The event that prevents a function's first instruction, and its operand b.
    fn event(&self, entry: &Entry, b: Word) -> Option<(Opcode, Word)> {
        let descriptor = self.code[self.code_address(self.pc.wrapping_sub(1)) as usize].descriptor;
        let irregular = descriptor.flags & Descriptor::IRREGULAR != 0;
        let unbound = entry
            .args
            .filter(|args| irregular || *args != u16::from(descriptor.params));
        let b = unbound.map_or(b, |args| Word::int(i32::from(args)));
        let user = descriptor.flags & Descriptor::RUNTIME == 0;
        let full =
            self.top > self.config.frame_words - FRAME_RESERVE || self.depth > self.depth_limit;
        if user && full {
            Some((Opcode::Bstack, b))
        } else {
            unbound.map(|_| (Opcode::Bargs, b))
        }
    }

    /// What `op` does, before anything but the world has changed.
    fn effect(&mut self, op: Opcode, insn: &Decoded, x: &Operands, world: &mut World) -> Effect {
        use Opcode::*;
        let (a, b) = (x.a, x.b);
        let branch = |truth: Option<bool>| match truth {
            Some(truth) => Effect::Branch(truth != insn.on_false),
            None => Effect::Trap(1),
        };
        // The multi-cycle units are left at once if an operand is no number.
        let unit = |result: Option<Word>| match result {
            Some(word) => Effect::Write(word),
            None if a.is_number() && b.is_number() => Effect::Trap(insn.busy),
            None => Effect::Trap(1 + LONG_UNIT_REFUSAL),
        };
        match op {
            Nop => Effect::None,
            Halt => Effect::Halt(b.payload as u8),
            Jmp => Effect::Jump(u32::from(insn.address)),
            Tjmp => Effect::Enter(u32::from(insn.address & !1)),
            Calld => Effect::Call(u32::from(insn.address & !1), None, DECODE_REDIRECT),
            Callp | Call if a.tag != pyxl_isa::Tag::Func => Effect::Trap(1),
            Callp if a.entry() & !1 == insn.address & !1 => {
                Effect::Call(u32::from(a.entry()), None, DECODE_REDIRECT)
            }
            Callp | Call => {
                let args = Some(b.payload as u16);
                Effect::Call(u32::from(a.entry()), args, EXECUTE_REDIRECT)
            }
            Ret => alu::bound(b).map_or(Effect::Trap(1), Effect::Return),
            Setfp => Effect::SetFp(u32::from(insn.address)),

            Mov | Lds => value(alu::bound(b)),
            Movr | Ldi => Effect::Write(b),
            Sts => Effect::Write(a),

            Add | Iadd | Pos => value(alu::add(a, b)),
            Sub | Isub | Neg => value(alu::sub(a, b)),
            Mul | Imul => unit(alu::mul(a, b)),
            Div | Idiv => unit(alu::div(a, b)),
            Mod | Imod => unit(alu::modulo(a, b)),
            And | Iand => value(alu::logic(a, b, |a, b| a & b)),
            Or | Ior => value(alu::logic(a, b, |a, b| a | b)),
            Xor | Ixor | Inv => value(alu::logic(a, b, |a, b| a ^ b)),
            Shl | Ishl => value(alu::shl(a, b)),
            Shr | Ishr => value(alu::shr(a, b)),

            Eq => truth(alu::compare(a, b, i64::eq)),
            Ne => truth(alu::compare(a, b, i64::ne)),
            Lt => truth(alu::compare(a, b, i64::lt)),
            Le => truth(alu::compare(a, b, i64::le)),
            Gt => truth(alu::compare(a, b, i64::gt)),
            Ge => truth(alu::compare(a, b, i64::ge)),
            Is => truth(alu::is(a, b)),
            Isnt => truth(alu::is(a, b).map(|same| !same)),
            Not => truth(alu::truth(a).map(|truth| !truth)),
            Truth => truth(alu::truth(a)),

            Jeq | Fjeq => branch(alu::compare(a, b, i64::eq)),
            Jne | Fjne => branch(alu::compare(a, b, i64::ne)),
            Jlt | Fjlt => branch(alu::compare(a, b, i64::lt)),
            Jle | Fjle => branch(alu::compare(a, b, i64::le)),
            Jgt | Fjgt => branch(alu::compare(a, b, i64::gt)),
            Jge | Fjge => branch(alu::compare(a, b, i64::ge)),
            Jis | Fjis => branch(alu::is(a, b)),
            Jt | Jf => branch(alu::truth(a)),
            Forup => count(i64::from(a.signed()) + 1, |next| {
                next < i64::from(b.signed())
            }),
            Fordn => count(i64::from(a.signed()) - 1, |next| {
                next > i64::from(b.signed())
            }),

            Out | Dir | Inp | Wait0 | Wait1 | Cyc | Putc | Pute => self.device(op, a, b, world),

            Getc => match world.console.read(self.cycle) {
                Some((byte, cycle)) => {
                    Effect::Received(cycle, Word::int(byte.map_or(-1, i32::from)))
                }
                None => Effect::Starved,
            },

            Tag => Effect::Write(Word::int(a.tag as i32)),
            Retag => Effect::Write(Word::new(
                pyxl_isa::Tag::from_bits(b.payload as u8),
                a.payload,
            )),
            Ld => Effect::Write(self.heap[self.heap_index(a.payload.wrapping_add(b.payload))]),
            St => {
                let index = self.heap_index(b.payload.wrapping_add(insn.offset));
                self.heap[index] = a;
                Effect::None
            }
            Radd => raw(a.payload.wrapping_add(b.payload)),
            Rsub => raw(a.payload.wrapping_sub(b.payload)),
            Radc => raw(u32::from(a.payload.checked_add(b.payload).is_none())),
            Rmul => raw(a.payload.wrapping_mul(b.payload)),
            Rmulh => raw(((u64::from(a.payload) * u64::from(b.payload)) >> 32) as u32),
            Rltu => Effect::Write(Word::bool(a.payload < b.payload)),
            Rshl => raw(a.payload.wrapping_shl(b.payload)),
            Rshr => raw(a.payload.wrapping_shr(b.payload)),
            Rclz => raw(a.payload.leading_zeros()),

            Fp => raw(self.fp),
            Depth => raw(self.depth),
            Ldf => Effect::Write(self.frame[self.slot(a.payload.wrapping_add(b.payload))]),
            Stf => {
                let address = b.payload.wrapping_add(insn.offset);
                Effect::StoreFrame(self.slot(address) as u32, a)
            }
            Ldl => raw(self.link_field(a.payload, b.payload)),
            Stl => {
                self.set_pending(b.payload, a.payload);
                Effect::None
            }
            Unwind => Effect::Unwind(b.payload),
            // `Action::Trap` stands for every instruction without hardware.
            _ => Effect::Trap(1),
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
        let writes_pin = matches!(op, Opcode::Out | Opcode::Dir);
        if op != Opcode::Cyc && !(b.is_number() && (a.is_number() || !writes_pin)) {
            return Effect::Trap(1);
        }
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
            Opcode::Putc => {
                let byte = b.payload as u8;
                return wait(Some(world.console.write(now, Stream::Out, byte)));
            }
            _ => {
                let byte = b.payload as u8;
                return wait(Some(world.console.write(now, Stream::Err, byte)));
            }
        }
        Effect::None
    }

    /// Applies `effect` to the machine and the clock.
    fn finish(&mut self, insn: &Decoded, x: Operands, effect: Effect) -> Result<Retire, Stop> {
        let mut retire = Retire {
            pc: self.pc as u16,
            dst: x.dst as u16,
            value: Word::default(),
            we: false,
            trap: false,
            cycle: self.cycle + insn.busy,
        };
        let mut next = self.code_address(self.pc + 1);
        let mut bubbles = 0;
        match effect {
            Effect::None => {}
            Effect::Write(word) => self.write(&mut retire, x.dst, word),
            Effect::Trap(busy) => return Ok(self.trap(insn.vector, insn.link, busy, x)),
            Effect::Branch(taken) => (next, bubbles) = self.branch(insn, taken),
            Effect::Count(counter) => {
                (next, bubbles) = self.branch(insn, counter.is_some());
                if let Some(counter) = counter {
                    self.write(&mut retire, x.dst, counter);
                }
            }
            Effect::Jump(target) => (next, bubbles) = (self.code_address(target), DECODE_REDIRECT),
            Effect::Enter(entry) => {
                self.enter(entry, None);
                (next, bubbles) = (self.pc, DECODE_REDIRECT);
            }
            Effect::Call(entry, args, redirect) => {
                if matches!(insn.action, Action::Execute(Opcode::Calld)) {
                    self.write(&mut retire, x.dst, Word::raw(self.pc));
                }
                self.push(self.link(next, x.dst, LinkKind::Value));
                self.fp = x.dst;
                self.enter(entry, args);
                (next, bubbles) = (self.pc, redirect);
            }
            Effect::Return(word) => {
                (next, bubbles) = (self.leave(&mut retire, word), DECODE_REDIRECT);
            }
            Effect::StoreFrame(address, word) => {
                self.write(&mut retire, address, word);
                bubbles = FRAME_STORE;
            }
            Effect::Unwind(depth) => {
                self.depth = depth & (self.config.control_words - 1);
                self.push(self.pending);
                bubbles = EXECUTE_REDIRECT;
            }
            Effect::SetFp(address) => self.fp = self.slot(address) as u32,
            Effect::Waited(cycle) => retire.cycle = cycle + insn.busy,
            Effect::Received(cycle, word) => {
                self.write(&mut retire, x.dst, word);
                retire.cycle = cycle + insn.busy;
            }
            Effect::Starved => return Err(Stop::Input),
            Effect::Stuck => {
                self.stop = Some(Stop::Stuck);
                return Err(Stop::Stuck);
            }
            Effect::Halt(code) => {
                self.stop = Some(Stop::Halt(code));
                next = self.pc;
            }
        }
        self.pc = next;
        self.retired += 1;
        self.cycle = retire.cycle + bubbles;
        Ok(retire)
    }

    fn write(&mut self, retire: &mut Retire, address: u32, word: Word) {
        self.frame[address as usize] = word;
        retire.dst = address as u16;
        retire.value = word;
        retire.we = true;
    }

    /// Where a branch goes, and what that costs.
    fn branch(&self, insn: &Decoded, taken: bool) -> (u32, u64) {
        let step = if taken { insn.displacement } else { 1 };
        let bubbles = match (insn.predicted, taken) {
            (false, false) => 0,
            (true, true) => DECODE_REDIRECT,
            _ => EXECUTE_REDIRECT,
        };
        (
            self.code_address(self.pc.wrapping_add_signed(step)),
            bubbles,
        )
    }

    /// Goes to a function's first instruction, in the frame at `fp`.
    fn enter(&mut self, entry: u32, args: Option<u16>) {
        let entry = self.code_address(entry & !1);
        let words = self.code[entry as usize].descriptor.frame_words;
        self.top = self.slot(self.fp + u32::from(words)) as u32;
        self.pc = self.code_address(entry + 1);
        self.entered = Some(Entry { args });
    }

    /// A link back to the present frame.
    fn link(&self, resume: u32, dst: u32, kind: LinkKind) -> ReturnLink {
        ReturnLink {
            pc: resume as u16,
            fp: self.fp as u16,
            dst: dst as u16,
            top: self.top as u16,
            kind,
        }
    }

    fn push(&mut self, link: ReturnLink) {
        self.control[self.depth as usize] = link;
        self.depth = (self.depth + 1) & (self.config.control_words - 1);
    }

    /// Pops a return link; returns the address to resume at.
    fn leave(&mut self, retire: &mut Retire, word: Word) -> u32 {
        self.depth = self.depth.wrapping_sub(1) & (self.config.control_words - 1);
        let link = self.control[self.depth as usize];
        match link.kind {
            LinkKind::Value => self.write(retire, u32::from(link.dst), word),
            LinkKind::Branch => self.forced = Some(word.payload & 1 == 1),
            LinkKind::Discard | LinkKind::Retry => {}
        }
        self.fp = u32::from(link.fp);
        self.top = u32::from(link.top);
        u32::from(link.pc)
    }

    /// The trap unit: a link, a frame above the present one, and the vector.
    fn trap(&mut self, vector: u16, kind: LinkKind, busy: u64, x: Operands) -> Retire {
        let retire = Retire {
            pc: self.pc as u16,
            dst: x.dst as u16,
            value: Word::default(),
            we: false,
            trap: true,
            cycle: self.cycle + busy,
        };
        let resume = match kind {
            LinkKind::Value | LinkKind::Discard => self.code_address(self.pc + 1),
            LinkKind::Branch | LinkKind::Retry => self.pc,
        };
        self.push(self.link(resume, x.dst, kind));
        self.fp = self.top;
        for (slot, word) in [(0, Word::raw(self.pc)), (1, x.a), (2, x.b)] {
            let address = self.slot(self.fp + slot);
            self.frame[address] = word;
        }
        self.pc = u32::from(vector);
        self.retired += 1;
        self.cycle = retire.cycle + EXECUTE_REDIRECT;
        retire
    }
}

/// The step of a counting branch.
fn count(next: i64, goes_on: impl Fn(i64) -> bool) -> Effect {
    Effect::Count(goes_on(next).then(|| Word::int(next as i32)))
}
