//! A memory that is written at one port and read at the other.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

use super::Storage;

/// One read port, one write port.
#[derive(Block, Default)]
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
    _storage: Storage,
}

impl<T: Synth, const A: usize> SimpleRam<T, A> {
    /// `words`: a power of two, at most 2^A and, in slices, the deepest block RAM.
    pub fn new(words: usize, storage: Storage) -> Self {
        assert!(words.is_power_of_two() && words <= 1 << A && storage.is_flat(words));
        Self {
            _words: words,
            _memory: vec![T::default(); words],
            _storage: storage,
            ..Default::default()
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
        let top = self._words.trailing_zeros() - 1;
        Verilog::Custom(self._storage.verilog(self._words, T::BITS, |slice, bits| {
            let memory = &slice.name;
            format!(
                "always @(posedge clock) begin
    if (write_enable) {memory}[write_address[{top}:0]] <= write_data{bits};
    if (read_enable) read_data{bits} <= {memory}[read_address[{top}:0]];
end
"
            )
        }))
    }
}
