//! The heap: the program's loads and stores, and the place where users of its two ports meet.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use super::{Latency, UnitReply};
use crate::bus::{DebugAccess, HeapWrite};
use crate::ram::{DeepRam, Storage};
use crate::types::Word;

/// Port a is the program's: the address is registered, the word follows two cycles later.
/// Port b is the debug port's.
#[derive(Block, Default)]
pub struct Heap {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, Bit>,
    /// Of a load or a store in X.
    pub address: Signal<In, Bits<16>>,
    pub reply: Signal<Out, UnitReply>,
    /// A store in M, to the address of the cycle before.
    pub m_write: Signal<In, HeapWrite>,
    pub debug: Signal<In, DebugAccess>,
    pub debug_word: Signal<Out, Word>,
    ram: DeepRam,
    latency: Latency<3>,
    m_address: DFF<Bits<16>>,
}

impl Heap {
    /// `words`: a power of two, at most 65,536.
    pub fn new(words: usize, storage: Storage) -> Self {
        Self {
            ram: DeepRam::new(words, storage),
            ..Default::default()
        }
    }
}

impl Logic for Heap {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, m_address);
        clock!(self, clock, ram, latency);
        self.latency.request.next = self.request.val();
        self.reply.next.done = self.latency.done.val();
        self.reply.next.refused = false;
        self.reply.next.word = self.ram.a.rdata.val();

        self.m_address.d.next = self.address.val();
        self.ram.a.address.next = self.m_address.q.val();
        self.ram.a.write.next = self.m_write.val().write;
        self.ram.a.wdata.next = self.m_write.val().word;
        self.ram.b.address.next = self.debug.val().index;
        self.ram.b.write.next = self.debug.val().heap_write;
        self.ram.b.wdata.next = self.debug.val().word;
        self.debug_word.next = self.ram.b.rdata.val();
    }
}
