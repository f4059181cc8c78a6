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
            addresses <= addresses + {1'b0, awvalid & awready} - {1'b0, bvalid & bready};
            data <= data + {1'b0, wvalid & wready} - {1'b0, bvalid & bready};
            reads <= reads + {1'b0, arvalid & arready} - {1'b0, rvalid & rready};
        end
    end

    // Every response belongs to exactly one request, and none gets lost.
    always @* begin
        assert (addresses == {1'b0, aw_full} + {1'b0, b_full});
        assert (data == {1'b0, w_full} + {1'b0, b_full});
        assert (reads == {1'b0, ar_full} + {1'b0, r_full});
        assert (!bvalid || (addresses != 2'd0 && data != 2'd0));
        assert (!rvalid || reads != 2'd0);
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
        b_held <= bvalid && !bready;
        b_was <= bresp;
        r_held <= rvalid && !rready;
        r_was <= rresp;
        r_data_was <= rdata;
        request_held <= request && !done;
        register_was <= {write, register};
        data_was <= request_data;
    end
    always @* begin
        if (before) begin
            if (b_held) assert (bvalid && bresp == b_was);
            if (r_held) assert (rvalid && rresp == r_was && rdata == r_data_was);
            if (request_held) assert (request && {write, register} == register_was);
            if (request_held && write) assert (request_data == data_was);
        end
    end
