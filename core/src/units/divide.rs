//! Signed division with Python's rounding: quotient towards minus infinity,
//! remainder with the divisor's sign.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use super::UnitReply;
use crate::types::{tag, Word};

/// Restoring division: one cycle loads the operands, 32 find a bit of the quotient each, two see
/// to the signs, and in the 36th the result is there. Refused are zero divisors and the quotient
/// −2³¹ ÷ −1.
#[derive(Block, Default)]
pub struct Divide {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, Bit>,
    pub dividend: Signal<In, Bits<32>>,
    pub divisor: Signal<In, Bits<32>>,
    /// The remainder is wanted.
    pub modulo: Signal<In, Bit>,
    pub reply: Signal<Out, UnitReply>,
    /// Steps to go after the operands are loaded.
    count: DFF<Bits<6>>,
    done: DFF<Bit>,
    /// Magnitude of the divisor.
    magnitude: DFF<Bits<32>>,
    /// Remainder (upper half) and the dividend's bits still to come, which the
    /// quotient's bits replace (lower half).
    partial: DFF<Bits<33>>,
    bits: DFF<Bits<32>>,
    quotient: DFF<Bits<32>>,
    remainder: DFF<Bits<32>>,
    overflow: DFF<Bit>,
    shifted: Signal<Local, Bits<33>>,
    difference: Signal<Local, Bits<33>>,
    /// The quotient is.
    negative: Signal<Local, Bit>,
    adjust: Signal<Local, Bit>,
    result: Signal<Local, Word>,
}

impl Logic for Divide {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self, clock, count, done, magnitude, partial, bits, quotient, remainder, overflow
        );
        self.shifted.next =
            (self.partial.q.val() << 1) | bit_cast::<33, 1>(self.bits.q.val().get_bit(31).into());
        self.difference.next = self.shifted.val() - bit_cast::<33, 32>(self.magnitude.q.val());
        self.negative.next = self.dividend.val().get_bit(31) != self.divisor.val().get_bit(31);
        // Floor: with opposite signs and a remainder, one step further down.
        self.adjust.next = self.negative.val() & self.partial.q.val().any();

        self.done.d.next = false;
        if !self.count.q.val().any() {
            self.partial.d.next = 0.into();
            self.bits.d.next = self.dividend.val();
            if self.dividend.val().get_bit(31) {
                self.bits.d.next = (!self.dividend.val()) + 1;
            }
            self.magnitude.d.next = self.divisor.val();
            if self.divisor.val().get_bit(31) {
                self.magnitude.d.next = (!self.divisor.val()) + 1;
            }
        } else {
            self.count.d.next = self.count.q.val() - 1;
            self.done.d.next = self.request.val() & (self.count.q.val() == 1);
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
                self.quotient.d.next = self.bits.q.val();
                if self.negative.val() {
                    self.quotient.d.next = (!self.bits.q.val()) + 1;
                    if self.adjust.val() {
                        self.quotient.d.next = !self.bits.q.val();
                    }
                }
                self.overflow.d.next = !self.negative.val() & self.bits.q.val().get_bit(31);
                self.remainder.d.next = bit_cast::<32, 33>(self.partial.q.val());
                if self.adjust.val() {
                    self.remainder.d.next =
                        self.magnitude.q.val() - bit_cast::<32, 33>(self.partial.q.val());
                }
            }
            if (self.count.q.val() == 1) & self.divisor.val().get_bit(31) {
                self.remainder.d.next = (!self.remainder.q.val()) + 1;
            }
        }
        if self.done.q.val() | !self.request.val() {
            self.count.d.next = 0.into();
        } else if !self.count.q.val().any() {
            self.count.d.next = 34.into();
        }
        self.result.next.tag = tag::INT.into();
        self.result.next.payload = self.quotient.q.val();
        if self.modulo.val() {
            self.result.next.payload = self.remainder.q.val();
        }
        self.reply.next.done = self.done.q.val();
        self.reply.next.refused =
            !self.divisor.val().any() | (self.overflow.q.val() & !self.modulo.val());
        self.reply.next.word = self.result.val();
    }
}
