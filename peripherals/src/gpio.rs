//! General-purpose pins.

use pyxl_core::bus::PinWrite;
use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// Up to 32 pins, each an input or an output.
///
/// A write strobe in cycle t changes `pins_out` or `pins_oe` in cycle t + 1.
/// A level that a pin has in cycle t is in `levels` in cycle t + 2: two
/// flip-flops stand against metastability. After reset all pins are inputs.
#[derive(Block, Default)]
pub struct Gpio {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Levels at the pins, asynchronous to the clock.
    pub pins_in: Signal<In, Bits<32>>,
    /// Levels to drive where `pins_oe` is set.
    pub pins_out: Signal<Out, Bits<32>>,
    /// Output enables.
    pub pins_oe: Signal<Out, Bits<32>>,
    /// The program's writes. Writing a level also makes the pin an output.
    pub write: Signal<In, PinWrite>,
    /// Levels of all pins after the synchroniser.
    pub levels: Signal<Out, Bits<32>>,
    out: DFF<Bits<32>>,
    oe: DFF<Bits<32>>,
    sync_first: DFF<Bits<32>>,
    sync_second: DFF<Bits<32>>,
}

impl Logic for Gpio {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, out, oe, sync_first, sync_second);
        self.sync_first.d.next = self.pins_in.val();
        self.sync_second.d.next = self.sync_first.q.val();
        if self.write.val().write {
            if self.write.val().direction {
                self.oe.d.next = self
                    .oe
                    .q
                    .val()
                    .replace_bit(self.write.val().pin.index(), self.write.val().value);
            } else {
                self.oe.d.next = self
                    .oe
                    .q
                    .val()
                    .replace_bit(self.write.val().pin.index(), true);
                self.out.d.next = self
                    .out
                    .q
                    .val()
                    .replace_bit(self.write.val().pin.index(), self.write.val().value);
            }
        }
        if self.reset.val() {
            self.oe.d.next = 0.into();
            self.out.d.next = 0.into();
        }
        self.pins_out.next = self.out.q.val();
        self.pins_oe.next = self.oe.q.val();
        self.levels.next = self.sync_second.q.val();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::Clocked;

    fn write(gpio: &mut Gpio, direction: bool, pin: u64, value: bool) {
        gpio.write.next = PinWrite {
            write: true,
            direction,
            pin: pin.into(),
            value,
        };
        gpio.tick();
        gpio.write.next.write = false;
        gpio.settle();
    }

    #[test]
    fn a_level_write_drives_the_pin_in_the_next_cycle() {
        let mut gpio = Gpio::default();
        write(&mut gpio, false, 7, true);
        assert_eq!(gpio.pins_out.val(), 1 << 7);
        assert_eq!(gpio.pins_oe.val(), 1 << 7);
        write(&mut gpio, false, 31, true);
        write(&mut gpio, false, 7, false);
        assert_eq!(gpio.pins_out.val(), 1 << 31);
        assert_eq!(gpio.pins_oe.val(), 1 << 31 | 1 << 7);
    }

    #[test]
    fn a_direction_write_keeps_the_level() {
        let mut gpio = Gpio::default();
        write(&mut gpio, false, 3, true);
        write(&mut gpio, true, 3, false);
        assert_eq!(
            (gpio.pins_out.val(), gpio.pins_oe.val()),
            (8.into(), 0.into())
        );
        write(&mut gpio, true, 3, true);
        assert_eq!(gpio.pins_oe.val(), 8);
    }

    #[test]
    fn levels_follow_the_pins_by_two_edges() {
        let mut gpio = Gpio::default();
        gpio.pins_in.next = 0xdead_beef.into();
        gpio.tick();
        assert_eq!(gpio.levels.val(), 0);
        gpio.tick();
        assert_eq!(gpio.levels.val(), 0xdead_beef);
    }

    #[test]
    fn reset_wins_over_a_write() {
        let mut gpio = Gpio::default();
        write(&mut gpio, false, 0, true);
        gpio.reset.next = true;
        write(&mut gpio, false, 1, true);
        assert_eq!(
            (gpio.pins_out.val(), gpio.pins_oe.val()),
            (0.into(), 0.into())
        );
    }
}
