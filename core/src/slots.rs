//! D: from an instruction's fields to frame-store addresses; combinational.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::control::Control;
use crate::types::FRAME_BITS;

/// The slots of operands and destination. A slot's upper bit selects the statics, whose base
/// is 0.
#[derive(Block, Default)]
pub struct Slots {
    pub control: Signal<In, Control>,
    /// Frame pointer.
    pub fp: Signal<In, Bits<FRAME_BITS>>,
    pub dst_field: Signal<In, Bits<9>>,
    pub a_field: Signal<In, Bits<9>>,
    /// The fields `a` and `b` as one.
    pub long_field: Signal<In, Bits<18>>,
    /// Address of the fields `dst` and `b`.
    pub absolute: Signal<In, Bits<16>>,
    pub a: Signal<Out, Bits<FRAME_BITS>>,
    pub b: Signal<Out, Bits<FRAME_BITS>>,
    pub dst: Signal<Out, Bits<FRAME_BITS>>,
    a_base: Signal<Local, Bits<FRAME_BITS>>,
    b_base: Signal<Local, Bits<FRAME_BITS>>,
    b_offset: Signal<Local, Bits<FRAME_BITS>>,
    dst_base: Signal<Local, Bits<FRAME_BITS>>,
    dst_offset: Signal<Local, Bits<FRAME_BITS>>,
}

impl Logic for Slots {
    #[hdl]
    fn update(&mut self) {
        self.a_base.next = self.fp.val();
        if self.a_field.val().get_bit(8) {
            self.a_base.next = 0.into();
        }
        self.a.next =
            self.a_base.val() + bit_cast::<FRAME_BITS, 8>(self.a_field.val().get_bits::<8>(0));

        self.b_base.next = self.fp.val();
        self.b_offset.next = bit_cast::<FRAME_BITS, 8>(self.long_field.val().get_bits::<8>(0));
        if self.control.val().b_static {
            self.b_base.next = 0.into();
            self.b_offset.next = self.long_field.val().get_bits::<FRAME_BITS>(0);
        } else if self.long_field.val().get_bit(8) {
            self.b_base.next = 0.into();
        }
        self.b.next = self.b_base.val() + self.b_offset.val();

        self.dst_base.next = self.fp.val();
        self.dst_offset.next = bit_cast::<FRAME_BITS, 8>(self.dst_field.val().get_bits::<8>(0));
        if self.control.val().dst_is_static {
            self.dst_base.next = 0.into();
            self.dst_offset.next = self.absolute.val().get_bits::<FRAME_BITS>(0);
        } else if self.dst_field.val().get_bit(8) {
            self.dst_base.next = 0.into();
        }
        self.dst.next = self.dst_base.val() + self.dst_offset.val();
    }
}
