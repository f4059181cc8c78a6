    // The flags say what the counter says, and the counter what the pointers say.
    always @* begin
        assert (count <= depth);
        assert (full == (count == depth));
        assert (some == (count != 9'd0));
        assert (write_pointer <= mask);
        assert (read_pointer <= mask);
        assert (((write_pointer - read_pointer) & mask) == (count[7:0] & mask));
    end

    // Any one word, followed from push to pop: it is within the occupied places and nothing is
    // written over it. Words leave in the order of the pointers, which is that of their arrival.
    (* anyseq *) wire follow;
    reg       following = 1'b0;
    reg [7:0] place = 8'd0;
    always @(posedge clock) begin
        if (reset) begin
            following <= 1'b0;
        end else if (take && follow && !following) begin
            following <= 1'b1;
            place <= write_pointer;
        end else if (give && read_pointer == place) begin
            following <= 1'b0;
        end
    end
    always @* begin
        if (following) begin
            assert (place <= mask);
            assert ({1'b0, (place - read_pointer) & mask} < count);
            assert (!(take && write_pointer == place));
        end
    end
