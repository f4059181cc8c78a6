//! Operations that take more than one cycle, each a block behind the same handshake.
//!
//! Execute holds the request while the instruction is in X. The unit answers `done` in the cycle
//! in which `word` and `refused` are valid: the instruction leaves X with them, and the next
//! cycle's request is another one. How long that takes is the unit's own business. A request
//! that falls before `done` is withdrawn (the host stops the core): the unit forgets it. So
//! neither a `busy` nor a `kill` is needed: a unit that cannot begin yet says `done` later.
//!
//! `done` must come from a register, since the stall of the whole pipeline depends on it.
//!
//! A further unit is a file here, a field and an arm in [`Units`], a variant of [`LongUnit`] and
//! its rows in the instruction table.

mod divide;
mod frame;
mod heap;
mod latency;
mod link;
mod multiply;

pub use divide::Divide;
pub use frame::FrameReader;
pub use heap::Heap;
pub use latency::Latency;
pub use link::LinkReader;
pub use multiply::{Multiplier, Multiply};

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

use crate::bus::{DebugAccess, FrameWrite, HeapWrite};
use crate::control::LongUnit;
use crate::ram::Images;
use crate::types::{LinkWrite, ReturnLink, Word, DEPTH_BITS, FRAME_BITS};

/// From execute to the units.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct UnitRequest {
    /// An instruction that is going to complete is in X.
    pub valid: Bit,
    /// Its unit.
    pub unit: LongUnit,
    pub a: Word,
    pub b: Word,
    /// Where it loads from; not only with `valid`.
    pub address: Bits<16>,
    /// It wants the unit's second result.
    pub second: Bit,
    /// It works on payloads, modulo 2^32.
    pub raw: Bit,
}

/// From a unit to execute.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct UnitReply {
    pub done: Bit,
    /// The instruction must trap.
    pub refused: Bit,
    pub word: Word,
}

/// All units, and the memories that only they and the debug port read.
#[derive(Block, Default)]
pub struct Units {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, UnitRequest>,
    /// The requested unit's; `done` if there is none.
    pub reply: Signal<Out, UnitReply>,
    pub frame_write: Signal<In, FrameWrite>,
    pub link_write: Signal<In, LinkWrite>,
    pub heap_write: Signal<In, HeapWrite>,
    pub debug: Signal<In, DebugAccess>,
    pub debug_frame_word: Signal<Out, Word>,
    pub debug_heap_word: Signal<Out, Word>,
    pub debug_link: Signal<Out, ReturnLink>,
    multiply: Multiply,
    divide: Divide,
    heap: Heap,
    frame: FrameReader,
    link: LinkReader,
    a: Signal<Local, Word>,
    b: Signal<Local, Word>,
}

impl Units {
    /// Units of a machine with the given memory sizes and initial contents.
    pub fn new(config: &MachineConfig, images: &Images) -> Self {
        Self {
            heap: Heap::new(config.heap_words as usize, images.heap.clone()),
            frame: FrameReader::new(config.frame_words as usize, images.frame.clone()),
            link: LinkReader::new(config.control_words as usize),
            ..Default::default()
        }
    }
}

impl Logic for Units {
    #[hdl]
    fn update(&mut self) {
        clock!(self, clock, multiply, divide, heap, frame, link);
        self.a.next = self.request.val().a;
        self.b.next = self.request.val().b;

        self.multiply.a.next = self.a.val().payload;
        self.multiply.b.next = self.b.val().payload;
        self.multiply.raw.next = self.request.val().raw;
        self.multiply.upper.next = self.request.val().second;
        self.divide.dividend.next = self.a.val().payload;
        self.divide.divisor.next = self.b.val().payload;
        self.divide.modulo.next = self.request.val().second;
        self.heap.address.next = self.request.val().address;
        self.heap.m_write.next = self.heap_write.val();
        self.heap.debug.next = self.debug.val();
        self.debug_heap_word.next = self.heap.debug_word.val();
        self.frame.address.next = self.request.val().address.get_bits::<FRAME_BITS>(0);
        self.frame.m_write.next = self.frame_write.val();
        self.frame.debug.next = self.debug.val();
        self.debug_frame_word.next = self.frame.debug_word.val();
        self.link.number.next = self.a.val().payload.get_bits::<DEPTH_BITS>(0);
        self.link.field.next = self.b.val().payload.get_bits::<3>(0);
        self.link.push.next = self.link_write.val();
        self.link.debug.next = self.debug.val();
        self.debug_link.next = self.link.debug_link.val();

        // One unit is asked, and answers
        self.multiply.request.next = false;
        self.divide.request.next = false;
        self.heap.request.next = false;
        self.frame.request.next = false;
        self.link.request.next = false;
        self.reply.next = self.heap.reply.val();
        match self.request.val().unit {
            LongUnit::None => {
                self.reply.next.done = true;
            }
            LongUnit::Multiply => {
                self.multiply.request.next = self.request.val().valid;
                self.reply.next = self.multiply.reply.val();
            }
            LongUnit::Divide => {
                self.divide.request.next = self.request.val().valid;
                self.reply.next = self.divide.reply.val();
            }
            LongUnit::LoadFrame => {
                self.frame.request.next = self.request.val().valid;
                self.reply.next = self.frame.reply.val();
            }
            LongUnit::LoadLink => {
                self.link.request.next = self.request.val().valid;
                self.reply.next = self.link.reply.val();
            }
            _ => {
                self.heap.request.next = self.request.val().valid;
            }
        }
    }
}
