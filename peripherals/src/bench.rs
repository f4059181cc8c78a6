//! Clocking of one block in a unit test, without rust-hdl's test bench threads.

use rust_hdl::prelude::*;

/// A block with a clock input, as tests drive it.
pub trait Clocked: Block + Sized {
    /// The block's clock.
    fn clock(&mut self) -> &mut Signal<In, Clock>;

    /// Propagates the inputs.
    fn settle(&mut self) {
        assert!(simulate(self, 100), "combinational loop");
    }

    /// One clock edge; inputs set before it count as present in this cycle.
    fn tick(&mut self) {
        self.settle();
        self.clock().next = true.into();
        self.settle();
        self.clock().next = false.into();
        self.settle();
    }

    /// Several clock edges.
    fn ticks(&mut self, count: u64) {
        (0..count).for_each(|_| self.tick());
    }
}

/// Implements [`Clocked`] for blocks whose clock port is called `clock`.
macro_rules! clocked {
    ($($block:ty),+) => {$(
        impl Clocked for $block {
            fn clock(&mut self) -> &mut Signal<In, Clock> {
                &mut self.clock
            }
        }
    )+};
}

clocked!(
    crate::Axi3,
    crate::AxiLite,
    crate::HostPort,
    crate::Fifo<8>,
    crate::Gpio,
    crate::Uart,
    crate::UartRx,
    crate::UartTx
);
