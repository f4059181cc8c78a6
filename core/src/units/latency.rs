//! The handshake of a unit whose latency is fixed.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// `done` comes `N` cycles after the first of the request.
#[derive(Block, Default)]
pub struct Latency<const N: usize> {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, Bit>,
    pub done: Signal<Out, Bit>,
    /// One bit for each cycle that has passed.
    passed: DFF<Bits<N>>,
}

impl<const N: usize> Logic for Latency<N> {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, passed);
        self.done.next = self.passed.q.val().all();
        self.passed.d.next = 0.into();
        if self.request.val() & !self.done.val() {
            self.passed.d.next = (self.passed.q.val() << 1) | 1;
        }
    }
}
