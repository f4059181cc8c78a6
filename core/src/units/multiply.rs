//! Multiplication: three cycles, on DSP blocks.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use super::{Latency, UnitReply};
use crate::types::{tag, Word};

/// Signed product, refused if it does not fit; with `raw` its lower half, with `upper`
/// the upper half of the unsigned product.
#[derive(Block, Default)]
pub struct Multiply {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, Bit>,
    pub a: Signal<In, Bits<32>>,
    pub b: Signal<In, Bits<32>>,
    pub raw: Signal<In, Bit>,
    pub upper: Signal<In, Bit>,
    pub reply: Signal<Out, UnitReply>,
    multiplier: Multiplier,
    latency: Latency<2>,
    product: Signal<Local, Word>,
}

impl Logic for Multiply {
    #[hdl]
    fn update(&mut self) {
        clock!(self, clock, multiplier, latency);
        self.latency.request.next = self.request.val();
        self.multiplier.a.next = self.a.val();
        self.multiplier.b.next = self.b.val();
        self.multiplier.natural.next = self.upper.val();
        self.product.next.tag = tag::INT.into();
        self.product.next.payload = self.multiplier.product.val();
        if self.upper.val() {
            self.product.next.payload = self.multiplier.upper.val();
        }
        self.reply.next.done = self.latency.done.val();
        self.reply.next.refused = self.multiplier.overflow.val() & !self.raw.val();
        self.reply.next.word = self.product.val();
    }
}

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
