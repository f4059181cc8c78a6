//! X: the tagged ALU; combinational.
//!
//! Everything that one cycle can compute from two words, and whether the words'
//! tags or the result forbid it.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::control::{Bitwise, Condition, Control, Output};
use crate::shifter::Shifter;
use crate::types::{tag, Word};

#[derive(Block, Default)]
pub struct Alu {
    pub control: Signal<In, Control>,
    pub a: Signal<In, Word>,
    pub b: Signal<In, Word>,
    /// Result of a multi-cycle unit.
    pub unit: Signal<In, Word>,
    /// Result from outside of the ALU.
    pub misc: Signal<In, Word>,
    pub result: Signal<Out, Word>,
    /// The comparison's outcome, before the branch's sense.
    pub condition: Signal<Out, Bit>,
    /// The instruction must trap.
    pub refused: Signal<Out, Bit>,
    pub b_number: Signal<Out, Bit>,
    /// The operands' tags alone forbid it.
    pub wrong_tag: Signal<Out, Bit>,
    shifter: Shifter,
    x: Signal<Local, Bits<32>>,
    y: Signal<Local, Bits<32>>,
    a_tag: Signal<Local, Bits<4>>,
    b_tag: Signal<Local, Bits<4>>,
    a_wide: Signal<Local, Bits<33>>,
    b_wide: Signal<Local, Bits<33>>,
    addend: Signal<Local, Bits<34>>,
    total: Signal<Local, Bits<34>>,
    sum: Signal<Local, Bits<33>>,
    other: Signal<Local, Word>,
    a_number: Signal<Local, Bit>,
    compared: Signal<Local, Bit>,
    out_of_range: Signal<Local, Bit>,
    bitwise: Signal<Local, Bits<32>>,
    bitwise_tag: Signal<Local, Bits<4>>,
    equal: Signal<Local, Bit>,
    outcome: Signal<Local, Bit>,
    limit_a: Signal<Local, Bits<34>>,
    limit_b: Signal<Local, Bits<34>>,
    limit: Signal<Local, Bits<34>>,
}

impl Logic for Alu {
    #[hdl]
    fn update(&mut self) {
        self.x.next = self.a.val().payload;
        self.y.next = self.b.val().payload;
        self.a_tag.next = self.a.val().tag;
        self.b_tag.next = self.b.val().tag;
        // INT and BOOL share the upper three tag bits.
        self.a_number.next = self.a_tag.val().get_bits::<3>(1) == 1;
        self.b_number.next = self.b_tag.val().get_bits::<3>(1) == 1;

        // One 33-bit adder: add, subtract, compare
        self.a_wide.next =
            bit_cast::<33, 32>(self.x.val()).replace_bit(32, self.x.val().get_bit(31));
        self.b_wide.next =
            bit_cast::<33, 32>(self.y.val()).replace_bit(32, self.y.val().get_bit(31));
        // One bit more below carries the subtraction's borrow in, so that it stays one adder.
        self.addend.next = (bit_cast::<34, 33>(self.b_wide.val()) << 1)
            .replace_bit(0, self.control.val().subtract);
        if self.control.val().subtract {
            self.addend.next = (bit_cast::<34, 33>(!self.b_wide.val()) << 1) | 1;
        }
        self.total.next = ((bit_cast::<34, 33>(self.a_wide.val()) << 1) | 1) + self.addend.val();
        self.sum.next = self.total.val().get_bits::<33>(1);

        // Bitwise: BOOL only from two BOOLs
        self.bitwise_tag.next = tag::INT.into();
        if self.a_tag.val().get_bit(0) & self.b_tag.val().get_bit(0) {
            self.bitwise_tag.next = tag::BOOL.into();
        }
        match self.control.val().bitwise {
            Bitwise::And => {
                self.bitwise.next = self.x.val() & self.y.val();
            }
            Bitwise::Or => {
                self.bitwise.next = self.x.val() | self.y.val();
            }
            _ => {
                self.bitwise.next = self.x.val() ^ self.y.val();
            }
        }

        self.shifter.value.next = self.x.val();
        self.shifter.count.next = self.y.val().get_bits::<5>(0);
        self.shifter.left.next = self.control.val().left;
        self.shifter.logical.next = self.control.val().raw;

        // Loop limits: a + 1 < b as a - b + 1 < 0, a - 1 > b as b - a + 1 < 0
        // 34 bits: the difference of the extremes plus one does not fit 33.
        self.limit_a.next =
            bit_cast::<34, 33>(self.a_wide.val()).replace_bit(33, self.x.val().get_bit(31));
        self.limit_b.next =
            bit_cast::<34, 33>(self.b_wide.val()).replace_bit(33, self.y.val().get_bit(31));
        if self.control.val().condition == Condition::Down {
            self.limit_a.next =
                bit_cast::<34, 33>(self.b_wide.val()).replace_bit(33, self.y.val().get_bit(31));
            self.limit_b.next =
                bit_cast::<34, 33>(self.a_wide.val()).replace_bit(33, self.x.val().get_bit(31));
        }
        self.limit.next = self.limit_a.val() - self.limit_b.val() + 1;

        // Comparison
        self.equal.next = self.x.val() == self.y.val();
        match self.control.val().condition {
            Condition::Equal => {
                self.outcome.next = self.equal.val();
            }
            Condition::Less => {
                self.outcome.next = self.sum.val().get_bit(32);
            }
            Condition::LessEqual => {
                self.outcome.next = self.sum.val().get_bit(32) | self.equal.val();
            }
            Condition::Same => {
                self.outcome.next = self.equal.val() & (self.a_tag.val() == self.b_tag.val());
            }
            Condition::Truth => {
                self.outcome.next = self.x.val().any();
            }
            Condition::Carry => {
                // The sum's uppermost bit without the operands' signs.
                self.outcome.next = self.sum.val().get_bit(32)
                    ^ self.x.val().get_bit(31)
                    ^ self.y.val().get_bit(31);
            }
            _ => {
                self.outcome.next = self.limit.val().get_bit(33);
            }
        }
        self.compared.next = self.outcome.val() != self.control.val().invert;
        self.condition.next = self.compared.val();

        // Result
        // The sum comes last, so it is selected last.
        self.other.next.tag = tag::INT.into();
        match self.control.val().output {
            Output::Bitwise => {
                self.other.next.payload = self.bitwise.val();
                self.other.next.tag = self.bitwise_tag.val();
            }
            Output::Shift => {
                self.other.next.payload = self.shifter.result.val();
            }
            Output::Condition => {
                self.other.next.payload = bit_cast::<32, 1>(self.compared.val().into());
                if !self.control.val().int_result {
                    self.other.next.tag = tag::BOOL.into();
                }
            }
            Output::A => {
                self.other.next.payload = self.x.val();
                self.other.next.tag = self.a_tag.val();
            }
            Output::B => {
                self.other.next.payload = self.y.val();
                self.other.next.tag = self.b_tag.val();
            }
            Output::Unit => {
                self.other.next.payload = self.unit.val().payload;
                self.other.next.tag = self.unit.val().tag;
            }
            _ => {
                self.other.next.payload = self.misc.val().payload;
                self.other.next.tag = self.misc.val().tag;
            }
        }

        self.result.next = self.other.val();
        if self.control.val().output == Output::Sum {
            self.result.next.payload = self.sum.val().get_bits::<32>(0);
            self.result.next.tag = tag::INT.into();
        }

        // Checks: tags, range, overflow
        self.wrong_tag.next = self.control.val().always
            | (self.control.val().a_number & !self.a_number.val())
            | (self.control.val().b_number & !self.b_number.val())
            | (self.control.val().a_bound & (self.a_tag.val() == tag::UNBOUND))
            | (self.control.val().b_bound & (self.b_tag.val() == tag::UNBOUND))
            | (self.control.val().a_truth & !self.a_number.val() & (self.a_tag.val() != tag::NONE))
            | (self.control.val().a_function & (self.a_tag.val() != tag::FUNCTION));
        self.out_of_range.next = self.control.val().shift
            & (self.y.val().get_bits::<27>(5).any()
                | (self.control.val().left & self.shifter.overflow.val()));
        self.refused.next = self.wrong_tag.val()
            | self.out_of_range.val()
            | (self.control.val().overflow
                & (self.sum.val().get_bit(32) != self.sum.val().get_bit(31)));
    }
}
