//! The processing system of a Zynq-7000, primitive PS7.

use pyxl_hdl_macros::Block;
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
    /// AXI3, as its specification names them.
    pub awvalid: Signal<Out, Bit>,
    /// Byte address.
    pub awaddr: Signal<Out, Bits<32>>,
    /// Transaction.
    pub awid: Signal<Out, Bits<12>>,
    /// Beats − 1.
    pub awlen: Signal<Out, Bits<4>>,
    /// Handshake.
    pub awready: Signal<In, Bit>,
    /// Handshake.
    pub wvalid: Signal<Out, Bit>,
    /// Data.
    pub wdata: Signal<Out, Bits<32>>,
    /// Byte strobes.
    pub wstrb: Signal<Out, Bits<4>>,
    /// Last beat.
    pub wlast: Signal<Out, Bit>,
    /// Handshake.
    pub wready: Signal<In, Bit>,
    /// Handshake.
    pub bvalid: Signal<In, Bit>,
    /// Transaction.
    pub bid: Signal<In, Bits<12>>,
    /// Response.
    pub bresp: Signal<In, Bits<2>>,
    /// Handshake.
    pub bready: Signal<Out, Bit>,
    /// Handshake.
    pub arvalid: Signal<Out, Bit>,
    /// Byte address.
    pub araddr: Signal<Out, Bits<32>>,
    /// Transaction.
    pub arid: Signal<Out, Bits<12>>,
    /// Beats − 1.
    pub arlen: Signal<Out, Bits<4>>,
    /// Handshake.
    pub arready: Signal<In, Bit>,
    /// Handshake.
    pub rvalid: Signal<In, Bit>,
    /// Data.
    pub rdata: Signal<In, Bits<32>>,
    /// Transaction.
    pub rid: Signal<In, Bits<12>>,
    /// Last beat.
    pub rlast: Signal<In, Bit>,
    /// Response.
    pub rresp: Signal<In, Bits<2>>,
    /// Handshake.
    pub rready: Signal<Out, Bit>,
}

/// Port of the primitive (without its prefix), port of the block, width.
/// Everything else of the primitive stays unconnected.
const PORTS: [(&str, &str, usize, bool); 25] = [
    ("ACLK", "axi_clock", 1, true),
    ("AWVALID", "awvalid", 1, false),
    ("AWADDR", "awaddr", 32, false),
    ("AWID", "awid", 12, false),
    ("AWLEN", "awlen", 4, false),
    ("AWREADY", "awready", 1, true),
    ("WVALID", "wvalid", 1, false),
    ("WDATA", "wdata", 32, false),
    ("WSTRB", "wstrb", 4, false),
    ("WLAST", "wlast", 1, false),
    ("WREADY", "wready", 1, true),
    ("BVALID", "bvalid", 1, true),
    ("BID", "bid", 12, true),
    ("BRESP", "bresp", 2, true),
    ("BREADY", "bready", 1, false),
    ("ARVALID", "arvalid", 1, false),
    ("ARADDR", "araddr", 32, false),
    ("ARID", "arid", 12, false),
    ("ARLEN", "arlen", 4, false),
    ("ARREADY", "arready", 1, true),
    ("RVALID", "rvalid", 1, true),
    ("RDATA", "rdata", 32, true),
    ("RID", "rid", 12, true),
    ("RLAST", "rlast", 1, true),
    ("RRESP", "rresp", 2, true),
];

impl Logic for Ps7 {
    fn update(&mut self) {}
    fn connect(&mut self) {
        self.clock.connect();
        self.reset_n.connect();
        self.awvalid.connect();
        self.awaddr.connect();
        self.awid.connect();
        self.awlen.connect();
        self.wvalid.connect();
        self.wdata.connect();
        self.wstrb.connect();
        self.wlast.connect();
        self.bready.connect();
        self.arvalid.connect();
        self.araddr.connect();
        self.arid.connect();
        self.arlen.connect();
        self.rready.connect();
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
{connections}    .MAXIGP0RREADY(rready),
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
