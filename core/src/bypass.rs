//! D: where an operand comes from; combinational.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::types::{Destination, FRAME_BITS};

/// The youngest producer of an operand, one of: in X, in M, just written; the frame store. None
/// of them if the operand is a literal.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Source {
    pub x: Bit,
    pub m: Bit,
    pub w: Bit,
    pub store: Bit,
}

/// Compares a slot with the destinations in flight, one stage before they deliver.
#[derive(Block, Default)]
pub struct Bypass {
    /// The operand is in `slot`.
    pub in_slot: Signal<In, Bit>,
    pub slot: Signal<In, Bits<FRAME_BITS>>,
    /// Destinations in R, X and M.
    pub r: Signal<In, Destination>,
    pub x: Signal<In, Destination>,
    pub m: Signal<In, Destination>,
    pub source: Signal<Out, Source>,
    in_r: Signal<Local, Bit>,
    in_x: Signal<Local, Bit>,
    in_m: Signal<Local, Bit>,
}

impl Logic for Bypass {
    #[hdl]
    fn update(&mut self) {
        self.in_r.next = self.r.val().writes & (self.r.val().dst == self.slot.val());
        self.in_x.next = self.x.val().writes & (self.x.val().dst == self.slot.val());
        self.in_m.next = self.m.val().writes & (self.m.val().dst == self.slot.val());
        self.source.next.x = self.in_slot.val() & self.in_r.val();
        self.source.next.m = self.in_slot.val() & !self.in_r.val() & self.in_x.val();
        self.source.next.w =
            self.in_slot.val() & !self.in_r.val() & !self.in_x.val() & self.in_m.val();
        self.source.next.store =
            self.in_slot.val() & !self.in_r.val() & !self.in_x.val() & !self.in_m.val();
    }
}
