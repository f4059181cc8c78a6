//! D: predicted redirects; combinational.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::fetch::Redirect;

/// Jumps, calls that name their function, returns and backward branches are taken.
///
/// Decided straight from the opcode's bits, not through the decode ROM: this is the longest path
/// to the code memory. Bit 7 marks what may redirect, bit 6 branches; of the others, bit 1 marks
/// calls (with bit 2: of a value), bit 2 alone the return; 0 is `jmp`, 1 `tjmp`.
#[derive(Block, Default)]
pub struct Prediction {
    pub valid: Signal<In, Bit>,
    pub pc: Signal<In, Bits<16>>,
    pub opcode: Signal<In, Bits<8>>,
    /// A branch's, in words.
    pub displacement: Signal<In, Bits<9>>,
    /// Target of a jump or call.
    pub absolute: Signal<In, Bits<16>>,
    /// Target of a return.
    pub return_pc: Signal<In, Bits<16>>,
    pub is_call: Signal<Out, Bit>,
    pub is_return: Signal<Out, Bit>,
    /// The instruction redirects, if it is valid.
    pub taken: Signal<Out, Bit>,
    pub redirect: Signal<Out, Redirect>,
    words: Signal<Local, Bits<16>>,
    is_flow: Signal<Local, Bit>,
    is_entry: Signal<Local, Bit>,
}

impl Logic for Prediction {
    #[hdl]
    fn update(&mut self) {
        self.words.next = bit_cast::<16, 9>(self.displacement.val());
        if self.displacement.val().get_bit(8) {
            self.words.next = bit_cast::<16, 9>(self.displacement.val()) | 0xfe00;
        }
        self.is_flow.next = self.opcode.val().get_bit(7) & !self.opcode.val().get_bit(6);
        self.is_call.next = self.is_flow.val() & self.opcode.val().get_bit(1);
        self.is_return.next =
            self.is_flow.val() & self.opcode.val().get_bit(2) & !self.opcode.val().get_bit(1);
        self.is_entry.next = self.opcode.val().get_bit(1) | self.opcode.val().get_bit(0);
        self.taken.next =
            self.is_flow.val() & !(self.opcode.val().get_bit(2) & self.opcode.val().get_bit(1));
        if self.opcode.val().get_bit(7) & self.opcode.val().get_bit(6) {
            // Backward branches; loops also to themselves.
            self.taken.next = self.displacement.val().get_bit(8)
                | (self.opcode.val().get_bit(3) & self.opcode.val().get_bit(2));
        }
        self.redirect.next.valid = self.valid.val() & self.taken.val();
        self.redirect.next.enter = self.is_flow.val() & self.is_entry.val();
        self.redirect.next.check_args = false;
        self.redirect.next.args = 0.into();
        if self.opcode.val().get_bit(6) {
            self.redirect.next.target = self.pc.val() + self.words.val();
        } else if self.opcode.val().get_bit(2) & !self.opcode.val().get_bit(1) {
            self.redirect.next.target = self.return_pc.val();
        } else {
            self.redirect.next.target = self
                .absolute
                .val()
                .replace_bit(0, self.absolute.val().get_bit(0) | self.is_entry.val());
        }
    }
}
