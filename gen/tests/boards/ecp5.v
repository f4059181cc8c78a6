// The ECP5 top level with a model of its PLL that passes the clock on.
module EHXPLLL #(
    parameter CLKI_DIV = 1,
    parameter CLKFB_DIV = 1,
    parameter CLKOP_DIV = 1,
    parameter CLKOP_CPHASE = 0,
    parameter FEEDBK_PATH = ""
) (
    input  wire CLKI,
    input  wire CLKFB,
    input  wire RST,
    input  wire STDBY,
    input  wire PHASESEL0,
    input  wire PHASESEL1,
    input  wire PHASEDIR,
    input  wire PHASESTEP,
    input  wire PHASELOADREG,
    input  wire PLLWAKESYNC,
    input  wire ENCLKOP,
    output wire CLKOP,
    output wire LOCK
);
    assign CLKOP = CLKI;
    assign LOCK = 1'b1;
endmodule

module bench (
    input  wire        clock,
    input  wire        rxd,
    output wire        txd,
    output wire        halted,
    output wire [7:0]  halt_code,
    output wire [31:0] pins
);
    pyxl_bench top (.clock_in(clock), .txd(txd), .rxd(rxd), .pins(pins));
    // Registers of the core's debug port.
    assign halted = !top.soc.core.debug_port.running;
    assign halt_code = top.soc.core.debug_port.code;
endmodule
