//! UART receiver: 8 data bits, no parity, 1 stop bit.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// What the receiver waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Receive {
    /// A falling edge.
    Idle,
    /// The middle of the start bit.
    Start,
    /// The middle of a data bit.
    Data,
    /// The middle of the stop bit.
    Stop,
}

/// Receives bytes, least significant bit first.
///
/// The line passes two flip-flops; each bit is sampled once, in its middle. A
/// start bit that is high there is noise and ignored; a byte whose stop bit is
/// low is dropped, and the line must rise before the next start bit counts.
#[derive(Block, Default)]
pub struct UartRx {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Abandons a byte under way.
    pub reset: Signal<In, Bit>,
    /// Serial line, asynchronous to the clock.
    pub rxd: Signal<In, Bit>,
    /// The byte received, while `valid`.
    pub data: Signal<Out, Bits<8>>,
    /// One cycle per byte.
    pub valid: Signal<Out, Bit>,
    _last_tick: u64,
    _half_tick: u64,
    /// Inverted, as the power-on value of zero must be the idle line.
    sync_first: DFF<Bit>,
    sync_second: DFF<Bit>,
    previous: DFF<Bit>,
    state: DFF<Receive>,
    ticks_left: DFF<Bits<16>>,
    /// Data bits still to come after the next one.
    bits_left: DFF<Bits<3>>,
    shift: DFF<Bits<8>>,
    valid_q: DFF<Bit>,
    line: Signal<Local, Bit>,
}

impl UartRx {
    /// A receiver for `clocks_per_bit` cycles per bit.
    ///
    /// # Panics
    /// If `clocks_per_bit` is below 2 or above 65,536.
    pub fn new(clocks_per_bit: u32) -> Self {
        assert!(
            (2..=1 << 16).contains(&clocks_per_bit),
            "{clocks_per_bit} clock cycles per bit"
        );
        Self {
            _last_tick: u64::from(clocks_per_bit - 1),
            _half_tick: u64::from(clocks_per_bit / 2 - 1),
            ..Default::default()
        }
    }
}

impl Logic for UartRx {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            sync_first,
            sync_second,
            previous,
            state,
            ticks_left,
            bits_left,
            shift,
            valid_q
        );
        self.sync_first.d.next = !self.rxd.val();
        self.sync_second.d.next = self.sync_first.q.val();
        self.previous.d.next = self.sync_second.q.val();
        self.line.next = !self.sync_second.q.val();
        self.valid_q.d.next = false;
        if self.state.q.val() == Receive::Idle {
            self.ticks_left.d.next = self._half_tick.into();
            if !self.line.val() & !self.previous.q.val() {
                self.state.d.next = Receive::Start;
            }
        } else if self.ticks_left.q.val().any() {
            self.ticks_left.d.next = self.ticks_left.q.val() - 1;
        } else {
            self.ticks_left.d.next = self._last_tick.into();
            match self.state.q.val() {
                Receive::Start => {
                    self.bits_left.d.next = 7.into();
                    self.state.d.next = Receive::Data;
                    if self.line.val() {
                        self.state.d.next = Receive::Idle;
                    }
                }
                Receive::Data => {
                    self.bits_left.d.next = self.bits_left.q.val() - 1;
                    self.shift.d.next = (self.shift.q.val() >> 1).replace_bit(7, self.line.val());
                    if !self.bits_left.q.val().any() {
                        self.state.d.next = Receive::Stop;
                    }
                }
                _ => {
                    self.valid_q.d.next = self.line.val();
                    self.state.d.next = Receive::Idle;
                }
            }
        }
        if self.reset.val() {
            self.state.d.next = Receive::Idle;
            self.valid_q.d.next = false;
        }
        self.valid.next = self.valid_q.q.val();
        self.data.next = self.shift.q.val();
    }
}

#[cfg(test)]
mod tests;
