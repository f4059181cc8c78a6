// The Zynq top level with a model of the processing system whose AXI port is
// the bench's.
module PS7 (
    input  wire [0:0]  MAXIGP0ACLK,
    output wire [0:0]  MAXIGP0AWVALID,
    output wire [31:0] MAXIGP0AWADDR,
    output wire [11:0] MAXIGP0AWID,
    output wire [3:0]  MAXIGP0AWLEN,
    input  wire [0:0]  MAXIGP0AWREADY,
    output wire [0:0]  MAXIGP0WVALID,
    output wire [31:0] MAXIGP0WDATA,
    output wire [3:0]  MAXIGP0WSTRB,
    output wire [0:0]  MAXIGP0WLAST,
    input  wire [0:0]  MAXIGP0WREADY,
    input  wire [0:0]  MAXIGP0BVALID,
    input  wire [11:0] MAXIGP0BID,
    input  wire [1:0]  MAXIGP0BRESP,
    output wire [0:0]  MAXIGP0BREADY,
    output wire [0:0]  MAXIGP0ARVALID,
    output wire [31:0] MAXIGP0ARADDR,
    output wire [11:0] MAXIGP0ARID,
    output wire [3:0]  MAXIGP0ARLEN,
    input  wire [0:0]  MAXIGP0ARREADY,
    input  wire [0:0]  MAXIGP0RVALID,
    input  wire [31:0] MAXIGP0RDATA,
    input  wire [11:0] MAXIGP0RID,
    input  wire [0:0]  MAXIGP0RLAST,
    input  wire [1:0]  MAXIGP0RRESP,
    output wire [0:0]  MAXIGP0RREADY,
    output wire [3:0]  FCLKCLK,
    output wire [3:0]  FCLKRESETN
);
    assign FCLKCLK = {3'b000, bench.clock};
    assign FCLKRESETN = 4'b0001;
    assign MAXIGP0AWVALID = bench.awvalid;
    assign MAXIGP0AWADDR = bench.address;
    assign MAXIGP0AWID = 12'h123;
    assign MAXIGP0AWLEN = 4'd0;
    assign MAXIGP0WVALID = bench.wvalid;
    assign MAXIGP0WDATA = bench.wdata;
    assign MAXIGP0WSTRB = 4'b1111;
    assign MAXIGP0WLAST = 1'b1;
    assign MAXIGP0BREADY = 1'b1;
    assign MAXIGP0ARVALID = bench.arvalid;
    assign MAXIGP0ARADDR = bench.address;
    assign MAXIGP0ARID = 12'h456;
    assign MAXIGP0ARLEN = 4'd0;
    assign MAXIGP0RREADY = 1'b1;
    assign bench.awready = MAXIGP0AWREADY;
    assign bench.wready = MAXIGP0WREADY;
    assign bench.bvalid = MAXIGP0BVALID;
    assign bench.bresp = MAXIGP0BRESP;
    assign bench.arready = MAXIGP0ARREADY;
    assign bench.rvalid = MAXIGP0RVALID;
    assign bench.rresp = MAXIGP0RRESP;
    assign bench.rdata = MAXIGP0RDATA;
endmodule

module BUFG (
    input  wire I,
    output wire O
);
    assign O = I;
endmodule

module bench (
    input  wire        clock,
    input  wire [31:0] address,
    input  wire        awvalid,
    output wire        awready,
    input  wire        wvalid,
    input  wire [31:0] wdata,
    output wire        wready,
    output wire        bvalid,
    output wire [1:0]  bresp,
    input  wire        arvalid,
    output wire        arready,
    output wire        rvalid,
    output wire [1:0]  rresp,
    output wire [31:0] rdata,
    output wire [31:0] pins
);
    pyxl_arty_z7 top (.pins(pins));
endmodule
