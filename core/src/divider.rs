//! Signed division with Python's rounding: quotient towards minus infinity,
//! remainder with the divisor's sign.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// Cycles from `start` (inclusive) until the outputs are valid.
pub const LATENCY: u64 = 35;

/// Restoring division, one quotient bit per cycle.
///
/// `start` loads the operands; the results are valid [`LATENCY`] cycles later
/// and stay until the next start. Overflow is −2³¹ ÷ −1; a zero divisor gives
/// `by_zero` and undefined results.
#[derive(Block, Default)]
pub struct Divider {
    pub clock: Signal<In, Clock>,
    pub start: Signal<In, Bit>,
    pub dividend: Signal<In, Bits<32>>,
    pub divisor: Signal<In, Bits<32>>,
    pub quotient: Signal<Out, Bits<32>>,
    pub remainder: Signal<Out, Bits<32>>,
    pub overflow: Signal<Out, Bit>,
    pub by_zero: Signal<Out, Bit>,
    count: DFF<Bits<6>>,
    /// Magnitude of the divisor.
    magnitude: DFF<Bits<32>>,
    /// Remainder (upper half) and the dividend's bits still to come, which the
    /// quotient's bits replace (lower half).
    partial: DFF<Bits<33>>,
    bits: DFF<Bits<32>>,
    negative: DFF<Bit>,
    divisor_negative: DFF<Bit>,
    divisor_q: DFF<Bits<32>>,
    quotient_q: DFF<Bits<32>>,
    remainder_q: DFF<Bits<32>>,
    overflow_q: DFF<Bit>,
    shifted: Signal<Local, Bits<33>>,
    difference: Signal<Local, Bits<33>>,
    adjust: Signal<Local, Bit>,
}

impl Logic for Divider {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            count,
            magnitude,
            partial,
            bits,
            negative,
            divisor_negative,
            divisor_q,
            quotient_q,
            remainder_q,
            overflow_q
        );
        self.shifted.next =
            (self.partial.q.val() << 1) | bit_cast::<33, 1>(self.bits.q.val().get_bit(31).into());
        self.difference.next = self.shifted.val() - bit_cast::<33, 32>(self.magnitude.q.val());
        // Floor: with opposite signs and a remainder, one step further down.
        self.adjust.next = self.negative.q.val() & self.partial.q.val().any();

        if self.start.val() {
            self.count.d.next = 34.into();
            self.partial.d.next = 0.into();
            self.bits.d.next = self.dividend.val();
            if self.dividend.val().get_bit(31) {
                self.bits.d.next = (!self.dividend.val()) + 1;
            }
            self.magnitude.d.next = self.divisor.val();
            if self.divisor.val().get_bit(31) {
                self.magnitude.d.next = (!self.divisor.val()) + 1;
            }
            self.divisor_q.d.next = self.divisor.val();
            self.negative.d.next =
                self.dividend.val().get_bit(31) != self.divisor.val().get_bit(31);
            self.divisor_negative.d.next = self.divisor.val().get_bit(31);
        } else if self.count.q.val().any() {
            self.count.d.next = self.count.q.val() - 1;
            if self.count.q.val() > 2 {
                if self.difference.val().get_bit(32) {
                    self.partial.d.next = self.shifted.val();
                    self.bits.d.next = self.bits.q.val() << 1;
                } else {
                    self.partial.d.next = self.difference.val();
                    self.bits.d.next = (self.bits.q.val() << 1) | 1;
                }
            }
            if self.count.q.val() == 2 {
                // Signs: q = ±bits (−1 if adjusted), r = ±partial (divisor's complement if adjusted).
                self.quotient_q.d.next = self.bits.q.val();
                if self.negative.q.val() {
                    self.quotient_q.d.next = (!self.bits.q.val()) + 1;
                    if self.adjust.val() {
                        self.quotient_q.d.next = !self.bits.q.val();
                    }
                }
                self.overflow_q.d.next = !self.negative.q.val() & self.bits.q.val().get_bit(31);
                self.remainder_q.d.next = bit_cast::<32, 33>(self.partial.q.val());
                if self.adjust.val() {
                    self.remainder_q.d.next =
                        self.magnitude.q.val() - bit_cast::<32, 33>(self.partial.q.val());
                }
            }
            if (self.count.q.val() == 1) & self.divisor_negative.q.val() {
                self.remainder_q.d.next = (!self.remainder_q.q.val()) + 1;
            }
        }
        self.quotient.next = self.quotient_q.q.val();
        self.remainder.next = self.remainder_q.q.val();
        self.overflow.next = self.overflow_q.q.val();
        self.by_zero.next = !self.divisor_q.q.val().any();
    }
}
