//! M: registered redirect, every side effect, frame write, and the trap unit,
//! which fills the first three words of a handler's frame while the pipeline
//! refills.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::control::Effect;
use crate::decode::Destination;
use crate::execute::Executed;
use crate::fetch::Redirect;
use crate::types::{tag, Link, Word, DEPTH_BITS, FRAME_BITS};

/// A retired instruction, for lockstep comparison and tracing.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Retired {
    pub valid: Bit,
    pub pc: Bits<16>,
    pub destination: Destination,
    pub value: Word,
    pub trapped: Bit,
}

#[derive(Block, Default)]
pub struct MemoryStage {
    pub clock: Signal<In, Clock>,
    pub stall: Signal<In, Bit>,
    pub executed: Signal<In, Executed>,
    /// Operands in X, which a trap delivers to its handler.
    pub x_a: Signal<In, Word>,
    pub x_b: Signal<In, Word>,
    pub redirect: Signal<Out, Redirect>,
    /// The redirect pushes `link`.
    pub push: Signal<Out, Bit>,
    pub fp: Signal<Out, Bits<FRAME_BITS>>,
    pub top: Signal<Out, Bits<FRAME_BITS>>,
    pub depth: Signal<Out, Bits<DEPTH_BITS>>,
    pub link: Signal<Out, Link>,
    /// Frame write; `write` in its first cycle only.
    pub destination: Signal<Out, Destination>,
    pub value: Signal<Out, Word>,
    pub write: Signal<Out, Bit>,
    /// Limit of the number of return links.
    pub limit_write: Signal<Out, Bit>,
    pub limit: Signal<Out, Bits<DEPTH_BITS>>,
    pub gpio_write: Signal<Out, Bit>,
    pub gpio_direction: Signal<Out, Bit>,
    pub gpio_pin: Signal<Out, Bits<5>>,
    pub gpio_value: Signal<Out, Bit>,
    pub console_valid: Signal<Out, Bit>,
    pub console_data: Signal<Out, Bits<8>>,
    /// 0 standard output, 1 standard error.
    pub console_channel: Signal<Out, Bit>,
    pub input_pop: Signal<Out, Bit>,
    pub heap_write: Signal<Out, Bit>,
    pub retired: Signal<Out, Retired>,
    /// The core stops, with this code.
    pub halt: Signal<Out, Bit>,
    pub halt_code: Signal<Out, Bits<8>>,
    /// Frame write by the host, while the core is halted.
    pub host_write: Signal<In, Bit>,
    pub host_index: Signal<In, Bits<FRAME_BITS>>,
    pub host_word: Signal<In, Word>,
    m_executed: DFF<Executed>,
    /// The instruction came in the previous cycle: its side effects are due.
    fresh: DFF<Bit>,
    trap_a: DFF<Word>,
    trap_b: DFF<Word>,
    trap_fp: DFF<Bits<FRAME_BITS>>,
    trap_step: DFF<Bits<2>>,
    /// What `stl` fills and `unwind` pushes.
    pending: DFF<Link>,
    next: Signal<Local, Executed>,
    arriving: Signal<Local, Destination>,
    arriving_value: Signal<Local, Word>,
    going: Signal<Local, Redirect>,
    target: Signal<Local, Destination>,
    held: Signal<Local, Word>,
    payload: Signal<Local, Bits<32>>,
    acts: Signal<Local, Bit>,
    traps: Signal<Local, Bit>,
    unwinds: Signal<Local, Bit>,
    field: Signal<Local, Bits<3>>,
    address: Signal<Local, Bits<FRAME_BITS>>,
    replaced: Signal<Local, Link>,
    pushed: Signal<Local, Link>,
    record: Signal<Local, Retired>,
}

impl Logic for MemoryStage {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, m_executed, fresh, trap_a, trap_b, trap_fp, trap_step, pending);
        self.going.next = self.m_executed.q.val().redirect;
        self.target.next = self.m_executed.q.val().destination;
        self.held.next = self.m_executed.q.val().value;
        self.payload.next = self.held.val().payload;
        self.traps.next = self.m_executed.q.val().trapped;
        self.unwinds.next =
            self.m_executed.q.val().valid & (self.m_executed.q.val().effect == Effect::Unwind);

        comment!("Frame write: an instruction's, the trap unit's or the host's");
        self.arriving.next = self.executed.val().destination;
        self.arriving_value.next = self.executed.val().value;
        if self.traps.val() {
            // The pipeline behind is empty: four cycles until a handler's instruction gets here.
            self.arriving.next.writes = true;
            self.arriving.next.dst = self.m_executed.q.val().next_fp;
            self.arriving_value.next.payload = bit_cast::<32, 16>(self.m_executed.q.val().pc);
            self.arriving_value.next.tag = tag::RAW.into();
        } else if self.trap_step.q.val() == 1 {
            self.arriving.next.writes = true;
            self.arriving.next.dst = self.trap_fp.q.val() + 1;
            self.arriving_value.next = self.trap_a.q.val();
        } else if self.trap_step.q.val() == 2 {
            self.arriving.next.writes = true;
            self.arriving.next.dst = self.trap_fp.q.val() + 2;
            self.arriving_value.next = self.trap_b.q.val();
        } else if self.host_write.val() {
            self.arriving.next.writes = true;
            self.arriving.next.dst = self.host_index.val();
            self.arriving_value.next = self.host_word.val();
        }
        self.next.next = self.executed.val();
        self.next.next.destination = self.arriving.val();
        self.next.next.value = self.arriving_value.val();

        self.fresh.d.next = !self.stall.val();
        if !self.stall.val() {
            self.m_executed.d.next = self.next.val();
            if self.traps.val() {
                self.trap_fp.d.next = self.m_executed.q.val().next_fp;
                self.trap_step.d.next = 1.into();
            } else {
                if self.trap_step.q.val() == 0 {
                    self.trap_a.d.next = self.x_a.val();
                    self.trap_b.d.next = self.x_b.val();
                } else if self.trap_step.q.val() == 1 {
                    self.trap_step.d.next = 2.into();
                } else {
                    self.trap_step.d.next = 0.into();
                }
            }
        }
        self.destination.next = self.target.val();
        self.value.next = self.m_executed.q.val().value;
        self.write.next = self.target.val().writes & self.fresh.q.val();

        comment!("Redirect, and the return link that it pushes");
        self.redirect.next = self.going.val();
        self.push.next = self.traps.val() | self.unwinds.val();
        self.fp.next = self.m_executed.q.val().next_fp;
        self.top.next = self.m_executed.q.val().next_top;
        self.depth.next = self.m_executed.q.val().next_depth;
        self.pushed.next.pc = self.m_executed.q.val().pc;
        if !self.m_executed.q.val().link.get_bit(1) {
            self.pushed.next.pc = self.m_executed.q.val().pc + 1;
        }
        self.pushed.next.fp = self.m_executed.q.val().fp;
        self.pushed.next.dst = self.target.val().dst;
        self.pushed.next.top = self.m_executed.q.val().next_top;
        self.pushed.next.kind = self.m_executed.q.val().link;
        self.link.next = self.pushed.val();
        if self.unwinds.val() {
            self.link.next = self.pending.q.val();
        }

        comment!("Side effects, once");
        self.acts.next = self.m_executed.q.val().valid & self.fresh.q.val();
        self.gpio_write.next = false;
        self.gpio_direction.next = self.m_executed.q.val().effect == Effect::PinDirection;
        self.gpio_pin.next = self.m_executed.q.val().pin;
        self.gpio_value.next = self.payload.val().any();
        self.console_valid.next = false;
        self.console_data.next = self.payload.val().get_bits::<8>(0);
        self.console_channel.next = self.m_executed.q.val().effect == Effect::Stderr;
        self.input_pop.next = false;
        self.heap_write.next = false;
        self.limit_write.next = false;
        self.limit.next = self.payload.val().get_bits::<DEPTH_BITS>(0);
        self.field.next = self.m_executed.q.val().pin.get_bits::<3>(0);
        self.address.next = self.payload.val().get_bits::<FRAME_BITS>(0);
        self.replaced.next = self.pending.q.val();
        if self.field.val() == 0 {
            self.replaced.next.pc = self.payload.val().get_bits::<16>(0);
        } else if self.field.val() == 1 {
            self.replaced.next.fp = self.address.val();
        } else if self.field.val() == 2 {
            self.replaced.next.dst = self.address.val();
        } else if self.field.val() == 3 {
            self.replaced.next.top = self.address.val();
        } else if self.field.val() == 4 {
            self.replaced.next.kind = self.payload.val().get_bits::<2>(0);
        }
        match self.m_executed.q.val().effect {
            Effect::PinValue => {
                self.gpio_write.next = self.acts.val();
            }
            Effect::PinDirection => {
                self.gpio_write.next = self.acts.val();
            }
            Effect::Stdout => {
                self.console_valid.next = self.acts.val();
            }
            Effect::Stderr => {
                self.console_valid.next = self.acts.val();
            }
            Effect::Input => {
                self.input_pop.next = self.acts.val();
            }
            Effect::Store => {
                self.heap_write.next = self.acts.val();
            }
            Effect::Pending => {
                self.limit_write.next = self.acts.val() & (self.field.val() == 7);
                if self.acts.val() {
                    self.pending.d.next = self.replaced.val();
                }
            }
            _ => {}
        }
        self.record.next.valid = self.acts.val();
        self.record.next.pc = self.m_executed.q.val().pc;
        self.record.next.destination = self.target.val();
        self.record.next.value = self.m_executed.q.val().value;
        self.record.next.trapped = self.traps.val();
        self.retired.next = self.record.val();
        self.halt.next = self.m_executed.q.val().halt;
        self.halt_code.next = self.payload.val().get_bits::<8>(0);
    }
}
