    // The slave behind keeps its responses until they are taken.
    reg       before = 1'b0;
    reg       lite_b_held, lite_r_held;
    reg [1:0] lite_b_was, lite_r_was;
    always @(posedge clock) begin
        before <= !reset;
        lite_b_held <= lite_bvalid && !lite_bready;
        lite_b_was <= lite_bresp;
        lite_r_held <= lite_rvalid && !lite_rready;
        lite_r_was <= lite_rresp;
    end
    always @* begin
        if (before && lite_b_held) assume (lite_bvalid && lite_bresp == lite_b_was);
        if (before && lite_r_held) assume (lite_rvalid && lite_rresp == lite_r_was);
    end

    // One write and one read are under way at most; their responses carry their IDs.
    reg        writing = 1'b0, reading = 1'b0;
    reg [11:0] w_id = 12'd0, r_id = 12'd0;
    reg [3:0]  r_length = 4'd0, r_taken = 4'd0;
    always @(posedge clock) begin
        if (reset) begin
            writing <= 1'b0;
            reading <= 1'b0;
        end else begin
            if (axi_awvalid && axi_awready) writing <= 1'b1;
            else if (axi_bvalid && axi_bready) writing <= 1'b0;
            if (axi_arvalid && axi_arready) reading <= 1'b1;
            else if (axi_rvalid && axi_rready && axi_rlast) reading <= 1'b0;
        end
        if (axi_awvalid && axi_awready) w_id <= axi_awid;
        if (axi_arvalid && axi_arready) begin
            r_id <= axi_arid;
            r_length <= axi_arlen;
            r_taken <= 4'd0;
        end else if (axi_rvalid && axi_rready) begin
            r_taken <= r_taken + 4'd1;
        end
    end
    always @* begin
        assert (writing == (write != 2'd0));
        assert (reading == (read != 2'd0));
        assert (read != 2'd3);
        assert (!(axi_awready && writing) && !(axi_arready && reading));
        if (axi_bvalid) assert (writing && axi_bid == w_id);
        if (axi_rvalid) assert (reading && axi_rid == r_id);
        if (writing) assert (write_id == w_id);
        if (reading) assert (read_id == r_id);
    end

    // A read is answered with as many beats as it asked for, the last one marked.
    always @* begin
        if (read == 2'd2) assert ({1'b0, r_taken} + {1'b0, beats_left} == {1'b0, r_length} && r_length != 4'd0);
        if (read == 2'd1) assert (r_length == 4'd0 && r_taken == 4'd0);
        if (axi_rvalid) assert (axi_rlast == (r_taken == r_length));
    end

    // Bursts never reach the slave, and answers hold until they are taken.
    reg       b_held, r_held;
    reg [1:0] b_was, r_was;
    always @(posedge clock) begin
        b_held <= axi_bvalid && !axi_bready;
        b_was <= axi_bresp;
        r_held <= axi_rvalid && !axi_rready;
        r_was <= axi_rresp;
    end
    always @* begin
        if (lite_awvalid) assert (axi_awlen == 4'd0);
        if (lite_arvalid) assert (axi_arlen == 4'd0);
        if (before && b_held) assert (axi_bvalid && axi_bresp == b_was);
        if (before && r_held) assert (axi_rvalid && axi_rresp == r_was);
    end
