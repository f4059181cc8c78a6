//! The two barrel shifters; combinational.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

/// `value` shifted by 0 … 31. Written in Verilog because rust-hdl has no
/// arithmetic right shift.
#[derive(Block, Default)]
pub struct Shifter {
    pub value: Signal<In, Bits<32>>,
    pub count: Signal<In, Bits<5>>,
    pub left: Signal<In, Bit>,
    /// The right shift fills with zeros.
    pub logical: Signal<In, Bit>,
    pub result: Signal<Out, Bits<32>>,
    /// The left shift loses bits or changes the sign.
    pub overflow: Signal<Out, Bit>,
}

impl Logic for Shifter {
    fn update(&mut self) {
        let (v, n) = (self.value.val().to_u32() as i32, self.count.val().to_u32());
        let shifted = match (self.left.val(), self.logical.val()) {
            (true, _) => v << n,
            (false, true) => (v as u32 >> n) as i32,
            (false, false) => v >> n,
        };
        self.result.next = u64::from(shifted as u32).into();
        self.overflow.next = i64::from(v) << n != i64::from(v << n);
    }
    fn connect(&mut self) {
        self.result.connect();
        self.overflow.connect();
    }
    fn hdl(&self) -> Verilog {
        // A left shift by n loses nothing if the upper n + 1 bits are equal.
        Verilog::Custom(
            "\
wire [31:0] lost = ~(32'h7fffffff >> count);
wire [31:0] change = value ^ {32{value[31]}};
wire [62:0] extended = {{31{value[31] & ~logical}}, value};
always @(*) begin
    result = left ? value << count : extended[{1'b0, count} +: 32];
    overflow = |(change & lost);
end"
            .into(),
        )
    }
}
