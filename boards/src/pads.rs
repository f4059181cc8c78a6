//! The chip's bidirectional pins.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

/// Three-state drivers of 32 pins.
#[derive(Block, Default)]
pub struct Pads {
    /// The pins.
    pub pins: Signal<InOut, Bits<32>>,
    /// Levels at the pins.
    pub pins_in: Signal<Out, Bits<32>>,
    /// Levels to drive where `pins_oe` is set.
    pub pins_out: Signal<In, Bits<32>>,
    /// Output enables.
    pub pins_oe: Signal<In, Bits<32>>,
}

impl Logic for Pads {
    /// rust-hdl's simulation drives all bits of an `InOut` or none, so it sees
    /// here what the pins drive themselves, and zeros elsewhere.
    fn update(&mut self) {
        self.pins_in.next = self.pins_out.val() & self.pins_oe.val();
    }
    fn connect(&mut self) {
        self.pins.connect();
        self.pins_in.connect();
    }
    fn hdl(&self) -> Verilog {
        Verilog::Custom(
            "\
genvar i;
generate
    for (i = 0; i < 32; i = i + 1) begin : pad
        assign pins[i] = pins_oe[i] ? pins_out[i] : 1'bz;
    end
endgenerate
assign pins_in = pins;"
                .into(),
        )
    }
}
