//! A memory with two ports, as deep as one block RAM.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

use super::{RamPort, Storage};
use crate::types::Word;

/// Two read/write ports on one clock. A port that writes does not read. In
/// slices, at most as many words as the deepest block RAM.
#[derive(Block, Default)]
pub struct DualRam {
    pub clock: Signal<In, Clock>,
    pub a: RamPort,
    pub b: RamPort,
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
                self.a.address.val().index() & mask,
                self.b.address.val().index() & mask,
            );
            if !self.a.write.val() {
                self.a.rdata.next = self._memory[a];
            }
            if !self.b.write.val() {
                self.b.rdata.next = self._memory[b];
            }
            if self.a.write.val() {
                self._memory[a] = self.a.wdata.val();
            }
            if self.b.write.val() {
                self._memory[b] = self.b.wdata.val();
            }
        }
    }
    fn connect(&mut self) {
        self.a.rdata.connect();
        self.b.rdata.connect();
    }
    fn hdl(&self) -> Verilog {
        let top = self._words.trailing_zeros() - 1;
        Verilog::Custom(self._storage.verilog(self._words, 36, |slice, bits| {
            let memory = &slice.name;
            ["a", "b"]
                .map(|p| {
                    format!(
                        "always @(posedge clock) begin
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
