//! The debug port, a host's access to the core: run control, and the bus to its
//! memories, which answer while the core is halted.

pub mod map;

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use self::map::link_word;
use crate::bus::{DebugAccess, DebugReply, DebugRequest};
use crate::types::{Origin, ReturnLink, Word, DEPTH_BITS, FRAME_BITS};

/// Numbers of the regions, and of the words that the host reads of the state.
mod number {
    use super::map::{Region, StateWord};

    pub const STATE: u64 = Region::State as u64;
    pub const CODE: u64 = Region::Code as u64;
    pub const FRAME: u64 = Region::Frame as u64;
    pub const CONTROL: u64 = Region::Control as u64;
    pub const HEAP: u64 = Region::Heap as u64;

    pub const PC: u64 = StateWord::Pc as u64;
    pub const FP: u64 = StateWord::Fp as u64;
    pub const TOP: u64 = StateWord::Top as u64;
    pub const DEPTH: u64 = StateWord::Depth as u64;
}

/// Lowest bit of an address's region.
const REGION: usize = map::REGION_LOW as usize;
/// Lowest bits of a link's fields that do not begin their word.
const LINK_FP: u64 = link_word::FP.low as u64;
const LINK_TOP: u64 = link_word::TOP.low as u64;
const LINK_KIND: u64 = link_word::KIND.low as u64;

/// One access at a time: `read` or `write` for one cycle; `ack`
/// follows four cycles later, with the data of a read. An address in no region of the [`map`] is
/// refused.
#[derive(Block, Default)]
pub struct DebugPort {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub request: Signal<In, DebugRequest>,
    pub reply: Signal<Out, DebugReply>,
    /// Clock cycles since the core was started.
    pub cycle: Signal<Out, Bits<32>>,
    /// To execute: stop before the next instruction.
    pub halt_request: Signal<Out, Bit>,
    /// An instruction retires.
    pub retires: Signal<In, Bit>,
    /// An instruction in M stops the core, with this code.
    pub m_halt: Signal<In, Bit>,
    pub m_halt_code: Signal<In, Bits<8>>,
    pub pc: Signal<In, Bits<16>>,
    pub state: Signal<In, Origin>,
    pub access: Signal<Out, DebugAccess>,
    pub code_word: Signal<In, Word>,
    pub frame_word: Signal<In, Word>,
    pub heap_word: Signal<In, Word>,
    pub link: Signal<In, ReturnLink>,
    running: DFF<Bit>,
    stop_next: DFF<Bit>,
    stepping: DFF<Bit>,
    code: DFF<Bits<8>>,
    cycles: DFF<Bits<32>>,
    address_q: DFF<Bits<20>>,
    word_q: DFF<Word>,
    write_q: DFF<Bit>,
    delay: DFF<Bits<4>>,
    data_q: DFF<Word>,
    region: Signal<Local, Bits<4>>,
    stepped: Signal<Local, Bit>,
    writes: Signal<Local, Bit>,
    word_index: Signal<Local, Bits<3>>,
    answer: Signal<Local, Word>,
}

impl Logic for DebugPort {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self, clock, running, stop_next, stepping, code, cycles, address_q, word_q, write_q,
            delay, data_q
        );
        // Run control
        self.reply.next.halted = !self.running.q.val();
        self.reply.next.halt_code = self.code.q.val();
        self.cycle.next = self.cycles.q.val();
        self.stepped.next = self.stepping.q.val() & self.retires.val();
        self.halt_request.next = self.stop_next.q.val() | self.stepped.val();
        if self.running.q.val() {
            self.cycles.d.next = self.cycles.q.val() + 1;
            if self.request.val().halt | self.stepped.val() {
                self.stop_next.d.next = true;
            }
            if self.m_halt.val() {
                self.running.d.next = false;
                self.stop_next.d.next = false;
                self.stepping.d.next = false;
                self.code.d.next = self.m_halt_code.val();
            }
        } else if self.request.val().run | self.request.val().step {
            self.running.d.next = true;
            self.stepping.d.next = self.request.val().step;
            self.code.d.next = 0.into();
        }
        if self.reset.val() {
            self.running.d.next = false;
            self.stop_next.d.next = false;
            self.stepping.d.next = false;
            self.cycles.d.next = 0.into();
        }

        // Debug bus: the access is registered, then the memory reads, then its data is selected
        self.region.next = self.address_q.q.val().get_bits::<4>(REGION);
        self.access.next.halted = !self.running.q.val();
        self.access.next.index = self.address_q.q.val().get_bits::<16>(0);
        self.access.next.word = self.word_q.q.val();
        if self.request.val().read | self.request.val().write {
            self.address_q.d.next = self.request.val().address;
            self.word_q.d.next = self.request.val().wdata;
        }
        self.write_q.d.next = self.request.val().write;
        self.delay.d.next = self.delay.q.val() << 1;
        if self.request.val().read | self.request.val().write {
            self.delay.d.next = (self.delay.q.val() << 1) | 1;
        }
        self.writes.next = self.write_q.q.val() & !self.running.q.val();
        self.access.next.code_write = self.writes.val() & (self.region.val() == number::CODE);
        self.access.next.frame_write = self.writes.val() & (self.region.val() == number::FRAME);
        self.access.next.heap_write = self.writes.val() & (self.region.val() == number::HEAP);
        self.word_index.next = self.address_q.q.val().get_bits::<3>(0);
        self.answer.next.tag = 0.into();
        self.answer.next.payload = 0.into();
        self.reply.next.refused = false;
        if self.region.val() == number::STATE {
            if self.word_index.val() == number::PC {
                self.answer.next.payload = bit_cast::<32, 16>(self.pc.val());
            } else if self.word_index.val() == number::FP {
                self.answer.next.payload = bit_cast::<32, FRAME_BITS>(self.state.val().fp);
            } else if self.word_index.val() == number::TOP {
                self.answer.next.payload = bit_cast::<32, FRAME_BITS>(self.state.val().top);
            } else if self.word_index.val() == number::DEPTH {
                self.answer.next.payload = bit_cast::<32, DEPTH_BITS>(self.state.val().depth);
            } else {
                self.answer.next.payload = self.cycles.q.val();
            }
        } else if self.region.val() == number::CODE {
            self.answer.next = self.code_word.val();
        } else if self.region.val() == number::FRAME {
            self.answer.next = self.frame_word.val();
        } else if self.region.val() == number::CONTROL {
            if self.word_index.val().get_bit(0) {
                self.answer.next.payload = bit_cast::<32, FRAME_BITS>(self.link.val().dst)
                    | (bit_cast::<32, FRAME_BITS>(self.link.val().top) << LINK_TOP)
                    | (bit_cast::<32, 2>(self.link.val().kind) << LINK_KIND);
            } else {
                self.answer.next.payload = bit_cast::<32, 16>(self.link.val().pc)
                    | (bit_cast::<32, FRAME_BITS>(self.link.val().fp) << LINK_FP);
            }
        } else if self.region.val() == number::HEAP {
            self.answer.next = self.heap_word.val();
        } else {
            self.reply.next.refused = true;
        }
        self.data_q.d.next = self.answer.val();
        self.reply.next.rdata = self.data_q.q.val();
        self.reply.next.ack = self.delay.q.val().get_bit(3);
    }
}
