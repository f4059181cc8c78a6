//! The control stack: return links in block RAM, the topmost in a register.
//!
//! Decode pushes and pops speculatively. A push is written one cycle late and
//! dropped if a redirect comes in that cycle: then no wrong-path push ever
//! overwrites a link of the restored state, not even after a return that turns
//! out to trap. So a redirect restores the depth and reads the top again.

use rust_hdl::prelude::*;

use crate::ram::{SimpleRam, Storage};
use crate::types::Link;

#[derive(LogicBlock)]
pub struct LinkStack {
    pub clock: Signal<In, Clock>,
    pub stall: Signal<In, Bit>,
    /// Links on the stack.
    pub depth: Signal<In, Bits<10>>,
    /// A call in decode.
    pub push: Signal<In, Bit>,
    pub link: Signal<In, Link>,
    /// A return in decode.
    pub pop: Signal<In, Bit>,
    /// A redirect from execute, to a state with `m_depth` links.
    pub restore: Signal<In, Bit>,
    pub m_depth: Signal<In, Bits<10>>,
    /// That redirect is a trap, which pushes `m_link` as the `m_depth`th link.
    pub trap: Signal<In, Bit>,
    pub m_link: Signal<In, Link>,
    /// The topmost link.
    pub top: Signal<Out, Link>,
    /// Read port for the host, while the core is halted.
    pub host_select: Signal<In, Bit>,
    pub host_index: Signal<In, Bits<10>>,
    pub host_link: Signal<Out, Link>,
    ram: SimpleRam<Link, 10>,
    top_q: DFF<Link>,
    refill: DFF<Bit>,
    pushed: DFF<Bit>,
    pushed_depth: DFF<Bits<10>>,
    pushed_link: DFF<Link>,
}

impl LinkStack {
    /// `words`: capacity, a power of two, at most 1024.
    pub fn new(words: usize) -> Self {
        Self {
            clock: Default::default(),
            stall: Default::default(),
            depth: Default::default(),
            push: Default::default(),
            link: Default::default(),
            pop: Default::default(),
            restore: Default::default(),
            m_depth: Default::default(),
            trap: Default::default(),
            m_link: Default::default(),
            top: Default::default(),
            host_select: Default::default(),
            host_index: Default::default(),
            host_link: Default::default(),
            ram: SimpleRam::new(words, Storage::default()),
            top_q: Default::default(),
            refill: Default::default(),
            pushed: Default::default(),
            pushed_depth: Default::default(),
            pushed_link: Default::default(),
        }
    }
}

impl Logic for LinkStack {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            top_q,
            refill,
            pushed,
            pushed_depth,
            pushed_link
        );
        clock!(self, clock, ram);

        // Link n stands at address n; a pop uncovers the one below.
        self.ram.read_enable.next = !self.stall.val();
        self.ram.read_address.next = self.depth.val() - 1;
        if self.restore.val() {
            self.ram.read_address.next = self.m_depth.val();
        }
        if self.host_select.val() {
            self.ram.read_address.next = self.host_index.val();
        }
        self.ram.write_enable.next =
            !self.stall.val() & (self.trap.val() | (self.pushed.q.val() & !self.restore.val()));
        self.ram.write_address.next = self.pushed_depth.q.val();
        self.ram.write_data.next = self.pushed_link.q.val();
        if self.trap.val() {
            self.ram.write_address.next = self.m_depth.val();
            self.ram.write_data.next = self.m_link.val();
        }

        if !self.stall.val() {
            self.pushed.d.next = self.push.val();
            self.pushed_depth.d.next = self.depth.val() + 1;
            self.pushed_link.d.next = self.link.val();
            self.refill.d.next = self.pop.val() | (self.restore.val() & !self.trap.val());
            if self.trap.val() {
                self.top_q.d.next = self.m_link.val();
            } else if self.push.val() {
                self.top_q.d.next = self.link.val();
            } else if self.refill.q.val() {
                self.top_q.d.next = self.ram.read_data.val();
            }
        }
        self.top.next = self.top_q.q.val();
        self.host_link.next = self.ram.read_data.val();
    }
}
