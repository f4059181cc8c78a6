//! Leading zeros of a word; combinational.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

/// Counts from 0 to 32. Four bits at a time, so that it is a few levels of logic: the
/// leading zeros of each group, the first group that is not zero, and its count.
#[derive(Block, Default)]
pub struct LeadingZeros {
    pub value: Signal<In, Bits<32>>,
    pub count: Signal<Out, Bits<6>>,
}

impl Logic for LeadingZeros {
    fn update(&mut self) {
        self.count.next = u64::from(self.value.val().to_u32().leading_zeros()).into();
    }
    fn connect(&mut self) {
        self.count.connect();
    }
    fn hdl(&self) -> Verilog {
        let group = |n: usize| format!("value[{}:{}]", 31 - 4 * n, 28 - 4 * n);
        let some: Vec<String> = (0..8).rev().map(|n| format!("|{}", group(n))).collect();
        let counts: String = (0..8)
            .map(|n| {
                let (third, second) = (30 - 4 * n, 29 - 4 * n);
                format!(
                    "assign inner[{}:{}] = {{~|value[{}:{third}], ~value[{}] & (value[{third}] | ~value[{second}])}};\n",
                    2 * n + 1,
                    2 * n,
                    third + 1,
                    third + 1,
                )
            })
            .collect();
        Verilog::Custom(format!(
            "\
// Bit n: the nth group from the top has a bit that is set.
wire [7:0] some = {{{}}};
wire [15:0] inner;
{counts}\
wire upper = |some[3:0];
wire [2:0] half = upper ? some[2:0] : some[6:4];
wire [1:0] place = half[0] ? 2'd0 : half[1] ? 2'd1 : half[2] ? 2'd2 : 2'd3;
wire [2:0] first = {{~upper, place}};
always @(*) count = |some ? {{1'b0, first, inner[{{first, 1'b0}} +: 2]}} : 6'd32;",
            some.join(", ")
        ))
    }
}
