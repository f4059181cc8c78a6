//! The control stack: return links in block RAM, the topmost in a register. A second
//! copy has the read port of `ldl` and of the host.
//!
//! Decode pushes and pops speculatively. A push is written one cycle late and
//! dropped if a redirect comes in that cycle: then no wrong-path push ever
//! overwrites a link of the restored state, not even after a return that turns
//! out to trap. So a redirect restores the depth and reads the top again.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::ram::{SimpleRam, Storage};
use crate::types::{Link, DEPTH_BITS, FRAME_BITS};

#[derive(Block, Default)]
pub struct LinkStack {
    pub clock: Signal<In, Clock>,
    pub stall: Signal<In, Bit>,
    /// Links on the stack.
    pub depth: Signal<In, Bits<DEPTH_BITS>>,
    /// A call in decode.
    pub push: Signal<In, Bit>,
    pub link: Signal<In, Link>,
    /// A return in decode.
    pub pop: Signal<In, Bit>,
    /// A redirect from execute, to a state with `m_depth` links.
    pub restore: Signal<In, Bit>,
    pub m_depth: Signal<In, Bits<DEPTH_BITS>>,
    /// That redirect (a trap, `unwind`) pushes `m_link` as the `m_depth`th link.
    pub m_push: Signal<In, Bit>,
    pub m_link: Signal<In, Link>,
    /// The topmost link.
    pub top: Signal<Out, Link>,
    /// Read port for execute: field `x_field` of link `x_number`, three cycles later.
    pub x_number: Signal<In, Bits<DEPTH_BITS>>,
    pub x_field: Signal<In, Bits<3>>,
    pub x_value: Signal<Out, Bits<16>>,
    /// Read port for the host, while the core is halted.
    pub host_select: Signal<In, Bit>,
    pub host_index: Signal<In, Bits<DEPTH_BITS>>,
    pub host_link: Signal<Out, Link>,
    ram: SimpleRam<Link, DEPTH_BITS>,
    copy: SimpleRam<Link, DEPTH_BITS>,
    number: DFF<Bits<DEPTH_BITS>>,
    value: DFF<Bits<16>>,
    found: Signal<Local, Link>,
    top_q: DFF<Link>,
    refill: DFF<Bit>,
    pushed: DFF<Bit>,
    pushed_depth: DFF<Bits<DEPTH_BITS>>,
    pushed_link: DFF<Link>,
}

impl LinkStack {
    /// `words`: capacity, a power of two, at most 2^[`DEPTH_BITS`].
    pub fn new(words: usize) -> Self {
        Self {
            ram: SimpleRam::new(words, Storage::default()),
            copy: SimpleRam::new(words, Storage::default()),
            ..Default::default()
        }
    }
}

impl Logic for LinkStack {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            number,
            value,
            top_q,
            refill,
            pushed,
            pushed_depth,
            pushed_link
        );
        clock!(self, clock, ram, copy);

        // Link n stands at address n; a pop uncovers the one below.
        self.ram.read_enable.next = !self.stall.val();
        self.ram.read_address.next = self.depth.val() - 1;
        if self.restore.val() {
            self.ram.read_address.next = self.m_depth.val();
        }
        self.ram.write_enable.next =
            !self.stall.val() & (self.m_push.val() | (self.pushed.q.val() & !self.restore.val()));
        self.ram.write_address.next = self.pushed_depth.q.val();
        self.ram.write_data.next = self.pushed_link.q.val();
        if self.m_push.val() {
            self.ram.write_address.next = self.m_depth.val();
            self.ram.write_data.next = self.m_link.val();
        }
        self.copy.write_enable.next = self.ram.write_enable.val();
        self.copy.write_address.next = self.ram.write_address.val();
        self.copy.write_data.next = self.ram.write_data.val();

        if !self.stall.val() {
            self.pushed.d.next = self.push.val();
            self.pushed_depth.d.next = self.depth.val() + 1;
            self.pushed_link.d.next = self.link.val();
            self.refill.d.next = self.pop.val() | (self.restore.val() & !self.m_push.val());
            if self.m_push.val() {
                self.top_q.d.next = self.m_link.val();
            } else if self.push.val() {
                self.top_q.d.next = self.link.val();
            } else if self.refill.q.val() {
                self.top_q.d.next = self.ram.read_data.val();
            }
        }
        self.top.next = self.top_q.q.val();

        comment!("The copy: execute's and the host's");
        self.number.d.next = self.x_number.val();
        self.copy.read_enable.next = true;
        self.copy.read_address.next = self.number.q.val();
        if self.host_select.val() {
            self.copy.read_address.next = self.host_index.val();
        }
        self.found.next = self.copy.read_data.val();
        self.host_link.next = self.copy.read_data.val();
        self.value.d.next = 0.into();
        if self.x_field.val() == 0 {
            self.value.d.next = self.found.val().pc;
        } else if self.x_field.val() == 1 {
            self.value.d.next = bit_cast::<16, FRAME_BITS>(self.found.val().fp);
        } else if self.x_field.val() == 2 {
            self.value.d.next = bit_cast::<16, FRAME_BITS>(self.found.val().dst);
        } else if self.x_field.val() == 3 {
            self.value.d.next = bit_cast::<16, FRAME_BITS>(self.found.val().top);
        } else if self.x_field.val() == 4 {
            self.value.d.next = bit_cast::<16, 2>(self.found.val().kind);
        }
        self.x_value.next = self.value.q.val();
    }
}
