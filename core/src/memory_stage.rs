//! M: registered redirect, every side effect, frame write, and the trap unit,
//! which fills the first three words of a handler's frame while the pipeline
//! refills.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::bus::{ConsoleByte, DebugAccess, DepthLimit, FrameWrite, HeapWrite, PinWrite, Retired};
use crate::control::Effect;
use crate::execute::Executed;
use crate::fetch::Redirect;
use crate::types::{
    link_field, link_kind, tag, Destination, Restore, ReturnLink, Word, DEPTH_BITS, FRAME_BITS,
};

#[derive(Block, Default)]
pub struct MemoryStage {
    pub clock: Signal<In, Clock>,
    pub stall: Signal<In, Bit>,
    pub executed: Signal<In, Executed>,
    /// Operands in X, which a trap delivers to its handler.
    pub x_a: Signal<In, Word>,
    pub x_b: Signal<In, Word>,
    pub redirect: Signal<Out, Redirect>,
    /// The state at the redirect's target.
    pub restore: Signal<Out, Restore>,
    /// Destination of the instruction in M.
    pub destination: Signal<Out, Destination>,
    /// In its first cycle only; the word as long as it stays.
    pub frame_write: Signal<Out, FrameWrite>,
    pub depth_limit: Signal<Out, DepthLimit>,
    pub heap_write: Signal<Out, HeapWrite>,
    pub pin_write: Signal<Out, PinWrite>,
    pub console: Signal<Out, ConsoleByte>,
    pub input_pop: Signal<Out, Bit>,
    pub retired: Signal<Out, Retired>,
    /// Clock cycles since the core was started.
    pub cycle: Signal<In, Bits<32>>,
    /// The core stops, with this code.
    pub halt: Signal<Out, Bit>,
    pub halt_code: Signal<Out, Bits<8>>,
    /// Frame write by the host, while the core is halted.
    pub debug: Signal<In, DebugAccess>,
    m_executed: DFF<Executed>,
    /// The instruction came in the previous cycle: its side effects are due.
    fresh: DFF<Bit>,
    trap_a: DFF<Word>,
    trap_b: DFF<Word>,
    trap_fp: DFF<Bits<FRAME_BITS>>,
    trap_step: DFF<Bits<2>>,
    /// What `stl` fills and `unwind` pushes.
    pending: DFF<ReturnLink>,
    arriving: Signal<Local, Executed>,
    arriving_destination: Signal<Local, Destination>,
    arriving_value: Signal<Local, Word>,
    m_destination: Signal<Local, Destination>,
    m_value: Signal<Local, Word>,
    payload: Signal<Local, Bits<32>>,
    acts: Signal<Local, Bit>,
    traps: Signal<Local, Bit>,
    unwinds: Signal<Local, Bit>,
    link_field: Signal<Local, Bits<3>>,
    frame_address: Signal<Local, Bits<FRAME_BITS>>,
    changed_link: Signal<Local, ReturnLink>,
    trap_link: Signal<Local, ReturnLink>,
}

impl Logic for MemoryStage {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, m_executed, fresh, trap_a, trap_b, trap_fp, trap_step, pending);
        self.m_destination.next = self.m_executed.q.val().destination;
        self.m_value.next = self.m_executed.q.val().value;
        self.payload.next = self.m_value.val().payload;
        self.traps.next = self.m_executed.q.val().trapped;
        self.unwinds.next =
            self.m_executed.q.val().valid & (self.m_executed.q.val().effect == Effect::Unwind);

        // Frame write: an instruction's, the trap unit's or the host's
        self.arriving_destination.next = self.executed.val().destination;
        self.arriving_value.next = self.executed.val().value;
        if self.traps.val() {
            // The pipeline behind is empty: four cycles until a handler's instruction gets here.
            self.arriving_destination.next.writes = true;
            self.arriving_destination.next.dst = self.m_executed.q.val().next_fp;
            self.arriving_value.next.payload = bit_cast::<32, 16>(self.m_executed.q.val().pc);
            self.arriving_value.next.tag = tag::RAW.into();
        } else if self.trap_step.q.val() == 1 {
            self.arriving_destination.next.writes = true;
            self.arriving_destination.next.dst = self.trap_fp.q.val() + 1;
            self.arriving_value.next = self.trap_a.q.val();
        } else if self.trap_step.q.val() == 2 {
            self.arriving_destination.next.writes = true;
            self.arriving_destination.next.dst = self.trap_fp.q.val() + 2;
            self.arriving_value.next = self.trap_b.q.val();
        } else if self.debug.val().frame_write {
            self.arriving_destination.next.writes = true;
            self.arriving_destination.next.dst = self.debug.val().index.get_bits::<FRAME_BITS>(0);
            self.arriving_value.next = self.debug.val().word;
        }
        self.arriving.next = self.executed.val();
        self.arriving.next.destination = self.arriving_destination.val();
        self.arriving.next.value = self.arriving_value.val();

        self.fresh.d.next = !self.stall.val();
        if !self.stall.val() {
            self.m_executed.d.next = self.arriving.val();
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
        self.destination.next = self.m_destination.val();
        self.frame_write.next.write = self.m_destination.val().writes & self.fresh.q.val();
        self.frame_write.next.address = self.m_destination.val().dst;
        self.frame_write.next.word = self.m_value.val();

        // Redirect, and the return link that it pushes
        self.redirect.next = self.m_executed.q.val().redirect;
        self.restore.next.valid = self.redirect.val().valid;
        self.restore.next.fp = self.m_executed.q.val().next_fp;
        self.restore.next.top = self.m_executed.q.val().next_top;
        self.restore.next.depth = self.m_executed.q.val().next_depth;
        self.restore.next.push = self.traps.val() | self.unwinds.val();
        self.trap_link.next.pc = self.m_executed.q.val().pc;
        if (self.m_executed.q.val().link_kind == link_kind::VALUE)
            | (self.m_executed.q.val().link_kind == link_kind::DISCARD)
        {
            self.trap_link.next.pc = self.m_executed.q.val().pc + 1;
        }
        self.trap_link.next.fp = self.m_executed.q.val().fp;
        self.trap_link.next.dst = self.m_destination.val().dst;
        self.trap_link.next.top = self.m_executed.q.val().next_top;
        self.trap_link.next.kind = self.m_executed.q.val().link_kind;
        self.restore.next.link = self.trap_link.val();
        if self.unwinds.val() {
            self.restore.next.link = self.pending.q.val();
        }

        // Side effects, once
        self.acts.next = self.m_executed.q.val().valid & self.fresh.q.val();
        self.pin_write.next.write = false;
        self.pin_write.next.direction = self.m_executed.q.val().effect == Effect::PinDirection;
        self.pin_write.next.pin = self.m_executed.q.val().b_low;
        self.pin_write.next.value = self.payload.val().any();
        self.console.next.valid = false;
        self.console.next.data = self.payload.val().get_bits::<8>(0);
        self.console.next.channel = self.m_executed.q.val().effect == Effect::Stderr;
        self.input_pop.next = false;
        self.heap_write.next.write = false;
        self.heap_write.next.word = self.m_value.val();
        self.depth_limit.next.write = false;
        self.depth_limit.next.depth = self.payload.val().get_bits::<DEPTH_BITS>(0);
        self.link_field.next = self.m_executed.q.val().b_low.get_bits::<3>(0);
        self.frame_address.next = self.payload.val().get_bits::<FRAME_BITS>(0);
        self.changed_link.next = self.pending.q.val();
        if self.link_field.val() == link_field::PC {
            self.changed_link.next.pc = self.payload.val().get_bits::<16>(0);
        } else if self.link_field.val() == link_field::FP {
            self.changed_link.next.fp = self.frame_address.val();
        } else if self.link_field.val() == link_field::DST {
            self.changed_link.next.dst = self.frame_address.val();
        } else if self.link_field.val() == link_field::TOP {
            self.changed_link.next.top = self.frame_address.val();
        } else if self.link_field.val() == link_field::KIND {
            self.changed_link.next.kind = self.payload.val().get_bits::<2>(0);
        }
        match self.m_executed.q.val().effect {
            Effect::PinValue => {
                self.pin_write.next.write = self.acts.val();
            }
            Effect::PinDirection => {
                self.pin_write.next.write = self.acts.val();
            }
            Effect::Stdout => {
                self.console.next.valid = self.acts.val();
            }
            Effect::Stderr => {
                self.console.next.valid = self.acts.val();
            }
            Effect::Input => {
                self.input_pop.next = self.acts.val();
            }
            Effect::Store => {
                self.heap_write.next.write = self.acts.val();
            }
            Effect::Pending => {
                self.depth_limit.next.write =
                    self.acts.val() & (self.link_field.val() == link_field::LIMIT);
                if self.acts.val() {
                    self.pending.d.next = self.changed_link.val();
                }
            }
            _ => {}
        }
        self.retired.next.valid = self.acts.val();
        self.retired.next.pc = self.m_executed.q.val().pc;
        self.retired.next.destination = self.m_destination.val();
        self.retired.next.value = self.m_value.val();
        self.retired.next.trapped = self.traps.val();
        self.retired.next.cycle = self.cycle.val();
        self.halt.next = self.m_executed.q.val().halt;
        self.halt_code.next = self.payload.val().get_bits::<8>(0);
    }
}
