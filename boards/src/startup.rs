//! What happens between power-on and the first instruction.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// Holds `reset` for 255 cycles after the clock is good, and then, on boards
/// whose program is in the bitstream, starts the core with one `run` strobe.
#[derive(Block, Default)]
pub struct Startup {
    /// Clock; it may be irregular while `clock_good` is low.
    pub clock: Signal<In, Clock>,
    /// The clock is stable; asynchronous.
    pub clock_good: Signal<In, Bit>,
    /// Reset of everything else. Its power-on value is active.
    pub reset: Signal<Out, Bit>,
    /// Strobe, one cycle after the reset.
    pub run: Signal<Out, Bit>,
    good_first: DFF<Bit>,
    good_second: DFF<Bit>,
    count: DFF<Bits<8>>,
    released: DFF<Bit>,
}

impl Logic for Startup {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, good_first, good_second, count, released);
        self.good_first.d.next = self.clock_good.val();
        self.good_second.d.next = self.good_first.q.val();
        if !self.good_second.q.val() {
            self.count.d.next = 0.into();
        } else if !self.count.q.val().all() {
            self.count.d.next = self.count.q.val() + 1;
        }
        self.released.d.next = self.count.q.val().all();
        self.reset.next = !self.count.q.val().all();
        self.run.next = self.count.q.val().all() & !self.released.q.val();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick(block: &mut Startup) {
        for level in [true, false] {
            block.clock.next = level.into();
            assert!(simulate(block, 100));
        }
    }

    /// Cycles in reset and run strobes seen in `cycles`.
    fn watch(block: &mut Startup, cycles: u32) -> (u32, u32) {
        (0..cycles).fold((0, 0), |(reset, run), _| {
            assert!(simulate(block, 100));
            let seen = (block.reset.val(), block.run.val());
            assert!(!(seen.0 && seen.1), "run within the reset");
            tick(block);
            (reset + u32::from(seen.0), run + u32::from(seen.1))
        })
    }

    #[test]
    fn one_reset_and_one_start() {
        let mut block = Startup::default();
        assert_eq!(watch(&mut block, 50), (50, 0), "the clock is not good");
        block.clock_good.next = true;
        assert_eq!(watch(&mut block, 1000), (257, 1));
        block.clock_good.next = false;
        assert_eq!(watch(&mut block, 50), (47, 0), "a lost clock resets again");
        block.clock_good.next = true;
        assert_eq!(watch(&mut block, 1000), (257, 1));
    }
}
