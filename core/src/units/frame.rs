//! The frame store by address, for `ldf`.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use super::{Latency, UnitReply};
use crate::bus::{DebugAccess, FrameWrite};
use crate::ram::{SimpleRam, Storage};
use crate::types::{Word, FRAME_BITS};

/// A third copy of the frame store, beside those of the operands' (see
/// [`crate::operand`]): the program's and, while the core is halted, the debug port's.
#[derive(Block, Default)]
pub struct FrameReader {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, Bit>,
    pub address: Signal<In, Bits<FRAME_BITS>>,
    pub reply: Signal<Out, UnitReply>,
    pub m_write: Signal<In, FrameWrite>,
    pub debug: Signal<In, DebugAccess>,
    pub debug_word: Signal<Out, Word>,
    ram: SimpleRam<Word, FRAME_BITS>,
    latency: Latency<3>,
    address_q: DFF<Bits<FRAME_BITS>>,
    word: DFF<Word>,
}

impl FrameReader {
    /// `words`: a power of two, at most 2^[`FRAME_BITS`].
    pub fn new(words: usize, storage: Storage) -> Self {
        Self {
            ram: SimpleRam::new(words, storage),
            ..Default::default()
        }
    }
}

impl Logic for FrameReader {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, address_q, word);
        clock!(self, clock, ram, latency);
        self.latency.request.next = self.request.val();
        self.reply.next.done = self.latency.done.val();
        self.reply.next.refused = false;
        self.reply.next.word = self.word.q.val();

        self.address_q.d.next = self.address.val();
        self.ram.read_enable.next = true;
        self.ram.read_address.next = self.address_q.q.val();
        if self.debug.val().halted {
            self.ram.read_address.next = self.debug.val().index.get_bits::<FRAME_BITS>(0);
        }
        self.ram.write_enable.next = self.m_write.val().write;
        self.ram.write_address.next = self.m_write.val().address;
        self.ram.write_data.next = self.m_write.val().word;
        self.word.d.next = self.ram.read_data.val();
        self.debug_word.next = self.word.q.val();
    }
}
