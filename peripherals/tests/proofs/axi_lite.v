    // What the master sees: accepted addresses and data without a response yet.
    reg [1:0] addresses = 2'd0;
    reg [1:0] data = 2'd0;
    reg [1:0] reads = 2'd0;
    always @(posedge clock) begin
        if (reset) begin
            addresses <= 2'd0;
            data <= 2'd0;
            reads <= 2'd0;
        end else begin
            addresses <= addresses + {1'b0, axi_awvalid & axi_awready} - {1'b0, axi_bvalid & axi_bready};
            data <= data + {1'b0, axi_wvalid & axi_wready} - {1'b0, axi_bvalid & axi_bready};
            reads <= reads + {1'b0, axi_arvalid & axi_arready} - {1'b0, axi_rvalid & axi_rready};
        end
    end

    // Every response belongs to exactly one request, and none gets lost.
    always @* begin
        assert (addresses == {1'b0, aw_full} + {1'b0, b_full});
        assert (data == {1'b0, w_full} + {1'b0, b_full});
        assert (reads == {1'b0, ar_full} + {1'b0, r_full});
        assert (!axi_bvalid || (addresses != 2'd0 && data != 2'd0));
        assert (!axi_rvalid || reads != 2'd0);
    end

    // The registers behind see whole requests only, and only while their response has room.
    always @* begin
        if (state == 2'd1) assert (aw_full && w_full && !b_full);
        if (state == 2'd2) assert (ar_full && !r_full);
        assert (state != 2'd3);
    end

    // A response and a request for the registers hold until they are taken.
    reg        before = 1'b0;
    reg        b_held, r_held, request_held;
    reg [1:0]  b_was, r_was;
    reg [31:0] r_data_was, data_was;
    reg [10:0] register_was;
    always @(posedge clock) begin
        before <= !reset;
        b_held <= axi_bvalid && !axi_bready;
        b_was <= axi_bresp;
        r_held <= axi_rvalid && !axi_rready;
        r_was <= axi_rresp;
        r_data_was <= axi_rdata;
        request_held <= registers_request && !registers_done;
        register_was <= {registers_write, registers_number};
        data_was <= registers_wdata;
    end
    always @* begin
        if (before) begin
            if (b_held) assert (axi_bvalid && axi_bresp == b_was);
            if (r_held) assert (axi_rvalid && axi_rresp == r_was && axi_rdata == r_data_was);
            if (request_held) assert (registers_request && {registers_write, registers_number} == register_was);
            if (request_held && registers_write) assert (registers_wdata == data_was);
        end
    end
