//! X: results that are not the ALU's; combinational.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::bus::InputByte;
use crate::control::Misc;
use crate::leading_zeros::LeadingZeros;
use crate::types::{tag, Origin, Word, DEPTH_BITS, FRAME_BITS};

/// An `Int` of the machine's state or of operand a, but for the words that say otherwise.
#[derive(Block, Default)]
pub struct MiscResult {
    pub select: Signal<In, Misc>,
    /// A loop counts down.
    pub down: Signal<In, Bit>,
    pub a: Signal<In, Word>,
    /// For `retag`.
    pub new_tag: Signal<In, Bits<4>>,
    pub origin: Signal<In, Origin>,
    pub cycle: Signal<In, Bits<32>>,
    pub pin_level: Signal<In, Bit>,
    pub console_input: Signal<In, InputByte>,
    pub result: Signal<Out, Word>,
    leading_zeros: LeadingZeros,
    payload: Signal<Local, Bits<32>>,
}

impl Logic for MiscResult {
    #[hdl]
    fn update(&mut self) {
        self.payload.next = self.a.val().payload;
        self.leading_zeros.value.next = self.payload.val();
        self.result.next.payload = self.payload.val();
        self.result.next.tag = tag::INT.into();
        match self.select.val() {
            Misc::Pc => {
                self.result.next.payload = bit_cast::<32, 16>(self.origin.val().pc);
                self.result.next.tag = tag::RAW.into();
            }
            Misc::Cycle => {
                self.result.next.payload = self.cycle.val() & 0x7fff_ffff;
            }
            Misc::Pin => {
                self.result.next.payload = bit_cast::<32, 1>(self.pin_level.val().into());
            }
            Misc::Tag => {
                self.result.next.payload = bit_cast::<32, 4>(self.a.val().tag);
            }
            Misc::Retag => {
                self.result.next.tag = self.new_tag.val();
            }
            Misc::Step => {
                if self.down.val() {
                    self.result.next.payload = self.payload.val() - 1;
                } else {
                    self.result.next.payload = self.payload.val() + 1;
                }
            }
            Misc::FramePointer => {
                self.result.next.payload = bit_cast::<32, FRAME_BITS>(self.origin.val().fp);
            }
            Misc::Depth => {
                self.result.next.payload = bit_cast::<32, DEPTH_BITS>(self.origin.val().depth);
            }
            Misc::Input => {
                self.result.next.payload =
                    bit_cast::<32, 8>(self.console_input.val().data.get_bits::<8>(0));
                if self.console_input.val().data.get_bit(8) {
                    self.result.next.payload = 0xffff_ffff_u64.into();
                }
            }
            Misc::LeadingZeros => {
                self.result.next.payload = bit_cast::<32, 6>(self.leading_zeros.count.val());
            }
            _ => {}
        }
    }
}
