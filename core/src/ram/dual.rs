//! A memory with two ports, as deep as one block RAM.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

use super::Storage;
use crate::types::Word;

/// Two read/write ports on one clock. A port that writes does not read. In
/// slices, at most as many words as the deepest block RAM.
#[derive(Block, Default)]
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
    _storage: Storage,
}

impl DualRam {
    /// `words`: a power of two, at most 65,536.
    pub fn new(words: usize, storage: Storage) -> Self {
        assert!(words.is_power_of_two() && words <= 1 << 16 && storage.is_flat(words));
        Self {
            _words: words,
            _memory: vec![Word::default(); words],
            _storage: storage,
            ..Default::default()
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
        let top = self._words.trailing_zeros() - 1;
        Verilog::Custom(self._storage.verilog(self._words, 36, |slice, bits| {
            let memory = &slice.name;
            ["a", "b"]
                .map(|p| {
                    format!(
                        "always @(posedge clock) if ({p}_enable) begin
    if ({p}_write) {memory}[{p}_address[{top}:0]] <= {p}_wdata{bits};
    else {p}_rdata{bits} <= {memory}[{p}_address[{top}:0]];
end
"
                    )
                })
                .concat()
        }))
    }
}
