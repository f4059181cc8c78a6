//! Block memories. Each carries its Verilog, written so that synthesis infers
//! block RAM, beside its Rust model.
//!
//! Reads are registered: data follows the address by one clock edge, and holds
//! while the port's enable is low. Reading a word in the cycle in which another
//! port writes it is undefined: the pipeline never uses such data.

use rust_hdl::prelude::*;

use crate::types::Word;

/// A `$readmemh` line for an optional initial image.
fn initial(memory: &str, file: &Option<String>) -> String {
    file.as_ref()
        .map(|f| format!("initial $readmemh(\"{f}\", {memory});\n"))
        .unwrap_or_default()
}

/// One read port, one write port.
#[derive(LogicBlock)]
pub struct SimpleRam<T: Synth, const A: usize> {
    pub clock: Signal<In, Clock>,
    pub read_enable: Signal<In, Bit>,
    pub read_address: Signal<In, Bits<A>>,
    pub read_data: Signal<Out, T>,
    pub write_enable: Signal<In, Bit>,
    pub write_address: Signal<In, Bits<A>>,
    pub write_data: Signal<In, T>,
    _words: usize,
    _memory: Vec<T>,
    _image: Option<String>,
}

impl<T: Synth, const A: usize> SimpleRam<T, A> {
    /// `words`: a power of two, at most 2^A; `image`: file of initial contents.
    pub fn new(words: usize, image: Option<String>) -> Self {
        assert!(words.is_power_of_two() && words <= 1 << A);
        Self {
            clock: Default::default(),
            read_enable: Default::default(),
            read_address: Default::default(),
            read_data: Default::default(),
            write_enable: Default::default(),
            write_address: Default::default(),
            write_data: Default::default(),
            _words: words,
            _memory: vec![T::default(); words],
            _image: image,
        }
    }
}

impl<T: Synth, const A: usize> Logic for SimpleRam<T, A> {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let mask = self._words - 1;
            if self.read_enable.val() {
                self.read_data.next = self._memory[self.read_address.val().index() & mask];
            }
            if self.write_enable.val() {
                self._memory[self.write_address.val().index() & mask] = self.write_data.val();
            }
        }
    }
    fn connect(&mut self) {
        self.read_data.connect();
    }
    fn hdl(&self) -> Verilog {
        let (top, last) = (self._words.trailing_zeros() - 1, self._words - 1);
        let high = T::BITS - 1;
        Verilog::Custom(format!(
            "\
(* ram_style = \"block\", no_rw_check *)
reg [{high}:0] memory [0:{last}];
{init}always @(posedge clock) begin
    if (write_enable) memory[write_address[{top}:0]] <= write_data;
    if (read_enable) read_data <= memory[read_address[{top}:0]];
end",
            init = initial("memory", &self._image),
        ))
    }
}

/// Two read/write ports on one clock. A port that writes does not read.
#[derive(LogicBlock)]
pub struct DualRam {
    pub clock: Signal<In, Clock>,
    pub a_enable: Signal<In, Bit>,
    pub a_address: Signal<In, Bits<16>>,
    pub a_write: Signal<In, Bit>,
    pub a_wdata: Signal<In, Word>,
    pub a_rdata: Signal<Out, Word>,
    pub b_enable: Signal<In, Bit>,
    pub b_address: Signal<In, Bits<16>>,
    pub b_write: Signal<In, Bit>,
    pub b_wdata: Signal<In, Word>,
    pub b_rdata: Signal<Out, Word>,
    _words: usize,
    _memory: Vec<Word>,
    _image: Option<String>,
}

impl DualRam {
    /// `words`: a power of two, at most 65,536; `image`: file of initial contents.
    pub fn new(words: usize, image: Option<String>) -> Self {
        assert!(words.is_power_of_two() && words <= 1 << 16);
        Self {
            clock: Default::default(),
            a_enable: Default::default(),
            a_address: Default::default(),
            a_write: Default::default(),
            a_wdata: Default::default(),
            a_rdata: Default::default(),
            b_enable: Default::default(),
            b_address: Default::default(),
            b_write: Default::default(),
            b_wdata: Default::default(),
            b_rdata: Default::default(),
            _words: words,
            _memory: vec![Word::default(); words],
            _image: image,
        }
    }
}

impl Logic for DualRam {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let mask = self._words - 1;
            let (a, b) = (
                self.a_address.val().index() & mask,
                self.b_address.val().index() & mask,
            );
            if self.a_enable.val() && !self.a_write.val() {
                self.a_rdata.next = self._memory[a];
            }
            if self.b_enable.val() && !self.b_write.val() {
                self.b_rdata.next = self._memory[b];
            }
            if self.a_enable.val() && self.a_write.val() {
                self._memory[a] = self.a_wdata.val();
            }
            if self.b_enable.val() && self.b_write.val() {
                self._memory[b] = self.b_wdata.val();
            }
        }
    }
    fn connect(&mut self) {
        self.a_rdata.connect();
        self.b_rdata.connect();
    }
    fn hdl(&self) -> Verilog {
        let (top, last) = (self._words.trailing_zeros() - 1, self._words - 1);
        let port = |p: &str| {
            format!(
                "always @(posedge clock) if ({p}_enable) begin
    if ({p}_write) memory[{p}_address[{top}:0]] <= {p}_wdata;
    else {p}_rdata <= memory[{p}_address[{top}:0]];
end
"
            )
        };
        Verilog::Custom(format!(
            "\
(* ram_style = \"block\", no_rw_check *)
reg [35:0] memory [0:{last}];
{init}{a}{b}",
            init = initial("memory", &self._image),
            a = port("a"),
            b = port("b"),
        ))
    }
}
