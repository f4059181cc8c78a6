//! One instruction: its operands, what its effect changes, and the cycle of the next.

use super::decode::{Decoded, OperandSource};
use super::effect::{Effect, Operands};
use super::{Entered, Machine, Retire, ReturnLink, Stop, World};
use pyxl_isa::layout::FRAME_RESERVE;
use pyxl_isa::timing::{DECODE_REDIRECT, EXECUTE_REDIRECT, FRAME_STORE};
use pyxl_isa::{Descriptor, LinkKind, Opcode, Word};

/// The cycle, counted from the core's start, in which the first instruction executes:
/// the stages before execute are empty.
pub const FIRST_CYCLE: u64 = 4;

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
        let effect = match self.forced.take() {
            Some(truth) => Effect::Branch(truth == insn.sense),
            None => match insn.refusal(operands.a, operands.b) {
                Some(busy) => Effect::Trap(busy),
                None => self.effect(&insn, &operands, world),
            },
        };
        self.finish(&insn, operands, effect)
    }

    fn operands(&self, insn: &Decoded) -> Operands {
        Operands {
            a: self.frame[self.slot(insn.a.address(self.fp))],
            b: match insn.b {
                OperandSource::Slot(slot) => self.frame[self.slot(slot.address(self.fp))],
                OperandSource::Word(word) => word,
            },
            dst: self.slot(insn.dst.address(self.fp)) as u32,
        }
    }

    /// A frame-store address, wrapped as the store's address port does.
    pub(super) fn slot(&self, address: u32) -> usize {
        address as usize & (self.frame.len() - 1)
    }

    /// A code address, wrapped.
    pub(super) fn code_address(&self, address: u32) -> u32 {
        address & (self.code.len() as u32 - 1)
    }

    /// The event that prevents a function's first instruction, and its operand b.
    fn event(&self, entry: &Entered, b: Word) -> Option<(Opcode, Word)> {
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
                if insn.base == Opcode::Calld {
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
        self.entered = Some(Entered { args });
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
