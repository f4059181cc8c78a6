// The simulated board under Icarus Verilog: runs the program in the memories' images with
// pin 1 wired to pin 2 and prints what retires, as `pc cycle`.
`timescale 1ns / 1ns

module bench;
    reg         clock = 1'b0;
    reg         reset = 1'b1;
    reg         run = 1'b0;
    wire [31:0] pins_out;
    wire        halted;
    wire        retire_valid;
    wire [15:0] retire_pc;
    wire [31:0] retire_cycle;

    sim board (
        .clock(clock),
        .reset(reset),
        .host_run(run),
        .host_halt(1'b0),
        .host_step(1'b0),
        .host_addr(20'd0),
        .host_wdata_payload(32'd0),
        .host_wdata_tag(4'd0),
        .host_write(1'b0),
        .host_read(1'b0),
        .halted(halted),
        .pins_in({29'd0, pins_out[1], 2'd0}),
        .pins_out(pins_out),
        .input_valid(1'b0),
        .input_data(9'd0),
        .rxd(1'b1),
        .retire_valid(retire_valid),
        .retire_pc(retire_pc),
        .retire_cycle(retire_cycle)
    );

    always #5 clock = ~clock;

    // The program takes 200 cycles.
    initial #100000 $finish;

    initial begin
        #100 reset = 1'b0;
        #20 run = 1'b1;
        #10 run = 1'b0;
        wait (!halted);
        wait (halted);
        $finish;
    end

    always @(negedge clock) if (retire_valid) $display("%0d %0d", retire_pc, retire_cycle);
endmodule
