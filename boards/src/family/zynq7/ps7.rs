//! The processing system of a Zynq-7000, primitive PS7.

use pyxl_hdl_macros::Block;
use pyxl_peripherals::bus::Axi3Master;
use rust_hdl::prelude::*;

/// The ARM cores' clock, reset and general-purpose master port 0 (AXI3, base
/// address 0x4000_0000). Memory and I/O of the ARM cores have their own pins;
/// what boots them sets the clock's frequency.
#[derive(Block, Default)]
pub struct Ps7 {
    /// FCLK_CLK0.
    pub clock: Signal<Out, Clock>,
    /// FCLK_RESET0_N, asynchronous.
    pub reset_n: Signal<Out, Bit>,
    /// Clock of the master port.
    pub axi_clock: Signal<In, Clock>,
    /// General-purpose master port 0.
    pub axi: Axi3Master,
}

/// Port of the primitive (without its prefix), port of the block, width.
/// Everything else of the primitive stays unconnected.
const PORTS: [(&str, &str, usize, bool); 25] = [
    ("ACLK", "axi_clock", 1, true),
    ("AWVALID", "axi_awvalid", 1, false),
    ("AWADDR", "axi_awaddr", 32, false),
    ("AWID", "axi_awid", 12, false),
    ("AWLEN", "axi_awlen", 4, false),
    ("AWREADY", "axi_awready", 1, true),
    ("WVALID", "axi_wvalid", 1, false),
    ("WDATA", "axi_wdata", 32, false),
    ("WSTRB", "axi_wstrb", 4, false),
    ("WLAST", "axi_wlast", 1, false),
    ("WREADY", "axi_wready", 1, true),
    ("BVALID", "axi_bvalid", 1, true),
    ("BID", "axi_bid", 12, true),
    ("BRESP", "axi_bresp", 2, true),
    ("BREADY", "axi_bready", 1, false),
    ("ARVALID", "axi_arvalid", 1, false),
    ("ARADDR", "axi_araddr", 32, false),
    ("ARID", "axi_arid", 12, false),
    ("ARLEN", "axi_arlen", 4, false),
    ("ARREADY", "axi_arready", 1, true),
    ("RVALID", "axi_rvalid", 1, true),
    ("RDATA", "axi_rdata", 32, true),
    ("RID", "axi_rid", 12, true),
    ("RLAST", "axi_rlast", 1, true),
    ("RRESP", "axi_rresp", 2, true),
];

impl Logic for Ps7 {
    fn update(&mut self) {}
    fn connect(&mut self) {
        self.clock.connect();
        self.reset_n.connect();
        self.axi.awvalid.connect();
        self.axi.awaddr.connect();
        self.axi.awid.connect();
        self.axi.awlen.connect();
        self.axi.wvalid.connect();
        self.axi.wdata.connect();
        self.axi.wstrb.connect();
        self.axi.wlast.connect();
        self.axi.bready.connect();
        self.axi.arvalid.connect();
        self.axi.araddr.connect();
        self.axi.arid.connect();
        self.axi.arlen.connect();
        self.axi.rready.connect();
    }
    fn hdl(&self) -> Verilog {
        let connections: String = PORTS
            .iter()
            .map(|(pin, port, ..)| format!("    .MAXIGP0{pin}({port}),\n"))
            .collect();
        let declarations: String = PORTS
            .iter()
            .map(|&(pin, _, width, into)| {
                let direction = if into { "input " } else { "output" };
                format!("    {direction} wire [{}:0] MAXIGP0{pin},\n", width - 1)
            })
            .collect();
        let code = format!(
            "\
wire [3:0] clocks;
wire [3:0] resets_n;
// The processing system has four of each.
wire unused = &{{1'b0, clocks[3:1], resets_n[3:1]}};
(* keep *)
PS7 ps7 (
{connections}    .MAXIGP0RREADY(axi_rready),
    .FCLKCLK(clocks),
    .FCLKRESETN(resets_n)
);
BUFG buffer (.I(clocks[0]), .O(clock));
assign reset_n = resets_n[0];"
        );
        let cores = format!(
            "\
(* blackbox *)
module PS7 (
{declarations}    output wire [0:0] MAXIGP0RREADY,
    output wire [3:0] FCLKCLK,
    output wire [3:0] FCLKRESETN
);
endmodule

(* blackbox *)
module BUFG (
    input  wire I,
    output wire O
);
endmodule"
        );
        Verilog::Wrapper(Wrapper { code, cores })
    }
}
