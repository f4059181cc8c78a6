//! UART transmitter: 8 data bits, no parity, 1 stop bit.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// Sends bytes, least significant bit first.
///
/// With N clock cycles per bit, a byte accepted (`valid` and `ready`) in cycle
/// t is on `txd` in cycles t + 1 to t + 10 N, and `ready` is low in cycles
/// t + 1 to t + 10 N − 1. So bytes that wait follow each other without a gap,
/// accepted every 10 N cycles.
#[derive(Block, Default)]
pub struct UartTx {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Stops at once; the line becomes idle.
    pub reset: Signal<In, Bit>,
    /// Byte to send.
    pub data: Signal<In, Bits<8>>,
    /// Send `data`, if `ready`.
    pub valid: Signal<In, Bit>,
    /// A byte would be accepted now.
    pub ready: Signal<Out, Bit>,
    /// Serial line, idle high.
    pub txd: Signal<Out, Bit>,
    _last_tick: u64,
    /// Inverted, so that the power-on value of zero is the idle line.
    shift: DFF<Bits<9>>,
    /// Bits still to come after the one on the line.
    bits_left: DFF<Bits<4>>,
    /// Cycles still to come in this bit.
    ticks_left: DFF<Bits<16>>,
}

impl UartTx {
    /// A transmitter with `clocks_per_bit` cycles per bit.
    ///
    /// # Panics
    /// If `clocks_per_bit` is 0 or above 65,536.
    pub fn new(clocks_per_bit: u32) -> Self {
        assert!(
            (1..=1 << 16).contains(&clocks_per_bit),
            "{clocks_per_bit} clock cycles per bit"
        );
        Self {
            _last_tick: u64::from(clocks_per_bit - 1),
            ..Default::default()
        }
    }
}

impl Logic for UartTx {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, shift, bits_left, ticks_left);
        // True in the last cycle of a stop bit too.
        self.ready.next = !self.bits_left.q.val().any() & !self.ticks_left.q.val().any();
        self.txd.next = !self.shift.q.val().get_bit(0);
        if self.ticks_left.q.val().any() {
            self.ticks_left.d.next = self.ticks_left.q.val() - 1;
        } else if self.bits_left.q.val().any() {
            self.shift.d.next = self.shift.q.val() >> 1;
            self.bits_left.d.next = self.bits_left.q.val() - 1;
            self.ticks_left.d.next = self._last_tick.into();
        } else if self.valid.val() {
            self.shift.d.next = (bit_cast::<9, 8>(!self.data.val()) << 1) | 1;
            self.bits_left.d.next = 9.into();
            self.ticks_left.d.next = self._last_tick.into();
        }
        if self.reset.val() {
            self.shift.d.next = 0.into();
            self.bits_left.d.next = 0.into();
            self.ticks_left.d.next = 0.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::Clocked;

    /// Line levels of one byte, one entry per bit.
    fn bits(byte: u8) -> Vec<bool> {
        let data = (0..8).map(|i| byte >> i & 1 == 1);
        std::iter::once(false)
            .chain(data)
            .chain(std::iter::once(true))
            .collect()
    }

    #[test]
    fn waveform_and_ready_are_exact() {
        for n in [1, 2, 4, 7] {
            let mut tx = UartTx::new(n);
            tx.settle();
            assert!(tx.txd.val() && tx.ready.val(), "idle after power-on");
            let bytes = [0x00, 0xff, 0x55, 0xc3];
            tx.valid.next = true;
            for byte in bytes {
                tx.data.next = u64::from(byte).into();
                tx.settle();
                assert!(tx.ready.val());
                tx.tick();
                for (i, bit) in bits(byte).into_iter().enumerate() {
                    for tick in 0..n {
                        let last = i == 9 && tick == n - 1;
                        assert_eq!(tx.txd.val(), bit, "n {n}, byte {byte:#x}, bit {i}");
                        assert_eq!(tx.ready.val(), last);
                        if !last {
                            tx.tick();
                        }
                    }
                }
            }
            tx.valid.next = false;
            tx.ticks(20);
            assert!(tx.txd.val() && tx.ready.val(), "idle at the end");
        }
    }

    #[test]
    fn reset_releases_the_line() {
        let mut tx = UartTx::new(100);
        tx.valid.next = true;
        tx.tick();
        assert!(!tx.txd.val() && !tx.ready.val());
        tx.reset.next = true;
        tx.tick();
        assert!(tx.txd.val() && tx.ready.val());
    }
}
