//! The control stack: return links in block RAM, the topmost in a register. A second
//! copy is read by number; see [`crate::units::LinkReader`].
//!
//! Decode pushes and pops speculatively. A push waits for one cycle and is
//! dropped if a redirect comes in that cycle: then no wrong-path push ever
//! overwrites a link of the restored state, not even after a return that turns
//! out to trap. So a redirect restores the depth and reads the top again.
//!
//! What is not dropped is written from a register one cycle later, since a stall
//! is known too late to hold a memory's write: nothing reads it that early.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::ram::{SimpleRam, Storage};
use crate::types::{LinkWrite, Restore, ReturnLink, DEPTH_BITS};

#[derive(Block, Default)]
pub struct LinkStack {
    pub clock: Signal<In, Clock>,
    pub stall: Signal<In, Bit>,
    /// Links on the stack.
    pub depth: Signal<In, Bits<DEPTH_BITS>>,
    /// A call in decode.
    pub push: Signal<In, Bit>,
    pub link: Signal<In, ReturnLink>,
    /// A return in decode.
    pub pop: Signal<In, Bit>,
    /// A redirect from M.
    pub m_restore: Signal<In, Restore>,
    /// The topmost link.
    pub top: Signal<Out, ReturnLink>,
    /// For the second copy.
    pub write: Signal<Out, LinkWrite>,
    ram: SimpleRam<ReturnLink, DEPTH_BITS>,
    top_q: DFF<ReturnLink>,
    /// The topmost link is being read.
    refill: DFF<Bit>,
    /// The push of the cycle before.
    pushed: DFF<LinkWrite>,
    /// To be written.
    kept: DFF<LinkWrite>,
}

impl LinkStack {
    /// `words`: capacity, a power of two, at most 2^[`DEPTH_BITS`].
    pub fn new(words: usize) -> Self {
        Self {
            ram: SimpleRam::new(words, Storage::default()),
            ..Default::default()
        }
    }
}

impl Logic for LinkStack {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, top_q, refill, pushed, kept);
        clock!(self, clock, ram);

        // Link n stands at address n; a pop uncovers the one below.
        self.ram.read_enable.next = !self.stall.val();
        self.ram.read_address.next = self.depth.val() - 1;
        if self.m_restore.val().valid {
            self.ram.read_address.next = self.m_restore.val().depth;
        }
        self.kept.d.next = self.pushed.q.val();
        self.kept.d.next.write = !self.stall.val()
            & (self.m_restore.val().push
                | (self.pushed.q.val().write & !self.m_restore.val().valid));
        if self.m_restore.val().push {
            self.kept.d.next.number = self.m_restore.val().depth;
            self.kept.d.next.link = self.m_restore.val().link;
        }
        self.ram.write_enable.next = self.kept.q.val().write;
        self.ram.write_address.next = self.kept.q.val().number;
        self.ram.write_data.next = self.kept.q.val().link;
        self.write.next = self.kept.q.val();

        if !self.stall.val() {
            self.pushed.d.next.write = self.push.val();
            self.pushed.d.next.number = self.depth.val() + 1;
            self.pushed.d.next.link = self.link.val();
            self.refill.d.next =
                self.pop.val() | (self.m_restore.val().valid & !self.m_restore.val().push);
            if self.m_restore.val().push {
                self.top_q.d.next = self.m_restore.val().link;
            } else if self.push.val() {
                self.top_q.d.next = self.link.val();
            } else if self.refill.q.val() {
                self.top_q.d.next = self.ram.read_data.val();
            }
        }
        self.top.next = self.top_q.q.val();
    }
}
