//! 32×32 multiplier: three cycles, on DSP blocks.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

/// The operands of one cycle give the product after two clock edges.
///
/// Partial products are registered before they are added, which is what the
/// DSP blocks of both families do at full speed.
#[derive(Block, Default)]
pub struct Multiplier {
    pub clock: Signal<In, Clock>,
    pub a: Signal<In, Bits<32>>,
    pub b: Signal<In, Bits<32>>,
    /// The operands are unsigned.
    pub natural: Signal<In, Bit>,
    /// Lower half of the product.
    pub product: Signal<Out, Bits<32>>,
    /// Upper half.
    pub upper: Signal<Out, Bits<32>>,
    /// The signed product does not fit 32 bits.
    pub overflow: Signal<Out, Bit>,
    _partial: u64,
    _product: u64,
}

impl Logic for Multiplier {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            self._product = self._partial;
            let (a, b) = (self.a.val().to_u32(), self.b.val().to_u32());
            self._partial = if self.natural.val() {
                u64::from(a) * u64::from(b)
            } else {
                (i64::from(a as i32) * i64::from(b as i32)) as u64
            };
            self.product.next = (self._product & 0xffff_ffff).into();
            self.upper.next = (self._product >> 32).into();
            self.overflow.next = i32::try_from(self._product as i64).is_err();
        }
    }
    fn connect(&mut self) {
        self.product.connect();
        self.upper.connect();
        self.overflow.connect();
    }
    fn hdl(&self) -> Verilog {
        Verilog::Custom(
            "\
wire [31:0] a_low = {16'd0, a[15:0]};
wire [31:0] b_low = {16'd0, b[15:0]};
wire [31:0] a_high = {{16{a[31] & ~natural}}, a[31:16]};
wire [31:0] b_high = {{16{b[31] & ~natural}}, b[31:16]};
reg is_signed;
reg [31:0] low_low;
reg [31:0] low_high;
reg [31:0] high_low;
reg [31:0] high_high;
reg [63:0] sum;
wire [15:0] low_high_sign = {16{low_high[31] & is_signed}};
wire [15:0] high_low_sign = {16{high_low[31] & is_signed}};
always @(posedge clock) begin
    is_signed <= ~natural;
    low_low <= a_low * b_low;
    low_high <= $signed(a_low) * $signed(b_high);
    high_low <= $signed(a_high) * $signed(b_low);
    high_high <= $signed(a_high) * $signed(b_high);
    sum <= {high_high, low_low} + {low_high_sign, low_high, 16'd0} + {high_low_sign, high_low, 16'd0};
end
always @(*) begin
    product = sum[31:0];
    upper = sum[63:32];
    overflow = sum[63:31] != {33{sum[31]}};
end"
                .into(),
        )
    }
}
