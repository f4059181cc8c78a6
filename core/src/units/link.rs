//! The control stack by number, for `ldl`.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use super::{Latency, UnitReply};
use crate::bus::DebugAccess;
use crate::ram::{SimpleRam, Storage};
use crate::types::{link_field, tag, LinkWrite, ReturnLink, DEPTH_BITS, FRAME_BITS};

/// A second copy of the control stack, beside that of calls and returns (see
/// [`crate::link_stack`]): the program's and, while the core is halted, the debug port's.
#[derive(Block, Default)]
pub struct LinkReader {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, Bit>,
    pub number: Signal<In, Bits<DEPTH_BITS>>,
    /// A `pyxl_isa::LinkField`.
    pub field: Signal<In, Bits<3>>,
    pub reply: Signal<Out, UnitReply>,
    pub push: Signal<In, LinkWrite>,
    pub debug: Signal<In, DebugAccess>,
    pub debug_link: Signal<Out, ReturnLink>,
    ram: SimpleRam<ReturnLink, DEPTH_BITS>,
    latency: Latency<3>,
    number_q: DFF<Bits<DEPTH_BITS>>,
    value: DFF<Bits<16>>,
    found: Signal<Local, ReturnLink>,
}

impl LinkReader {
    /// `words`: a power of two, at most 2^[`DEPTH_BITS`].
    pub fn new(words: usize) -> Self {
        Self {
            ram: SimpleRam::new(words, Storage::default()),
            ..Default::default()
        }
    }
}

impl Logic for LinkReader {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, number_q, value);
        clock!(self, clock, ram, latency);
        self.latency.request.next = self.request.val();
        self.reply.next.done = self.latency.done.val();
        self.reply.next.refused = false;
        self.reply.next.word.payload = bit_cast::<32, 16>(self.value.q.val());
        self.reply.next.word.tag = tag::INT.into();

        self.number_q.d.next = self.number.val();
        self.ram.read_enable.next = true;
        self.ram.read_address.next = self.number_q.q.val();
        if self.debug.val().halted {
            // Two words for each link.
            self.ram.read_address.next = self.debug.val().index.get_bits::<DEPTH_BITS>(1);
        }
        self.ram.write_enable.next = self.push.val().write;
        self.ram.write_address.next = self.push.val().number;
        self.ram.write_data.next = self.push.val().link;
        self.found.next = self.ram.read_data.val();
        self.debug_link.next = self.ram.read_data.val();
        self.value.d.next = 0.into();
        if self.field.val() == link_field::PC {
            self.value.d.next = self.found.val().pc;
        } else if self.field.val() == link_field::FP {
            self.value.d.next = bit_cast::<16, FRAME_BITS>(self.found.val().fp);
        } else if self.field.val() == link_field::DST {
            self.value.d.next = bit_cast::<16, FRAME_BITS>(self.found.val().dst);
        } else if self.field.val() == link_field::TOP {
            self.value.d.next = bit_cast::<16, FRAME_BITS>(self.found.val().top);
        } else if self.field.val() == link_field::KIND {
            self.value.d.next = bit_cast::<16, 2>(self.found.val().kind);
        }
    }
}
