//! A memory with two ports and any number of banks.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

use super::{RamPort, Storage};
use crate::types::Word;

/// A deep memory with two read/write ports: data follows the address by two clock
/// edges, because each bank's output has a register in front of the bank
/// multiplexer. What a port that writes reads is undefined.
#[derive(Block, Default)]
pub struct DeepRam {
    pub clock: Signal<In, Clock>,
    pub a: RamPort,
    pub b: RamPort,
    _words: usize,
    _memory: Vec<Word>,
    _read: [Word; 2],
    _storage: Storage,
}

impl DeepRam {
    /// `words`: a power of two, at most 65,536.
    pub fn new(words: usize, storage: Storage) -> Self {
        assert!(words.is_power_of_two() && words <= 1 << 16);
        Self {
            _words: words,
            _memory: vec![Word::default(); words],
            _storage: storage,
            ..Default::default()
        }
    }
}

impl Logic for DeepRam {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let mask = self._words - 1;
            let (a, b) = (
                self.a.address.val().index() & mask,
                self.b.address.val().index() & mask,
            );
            [self.a.rdata.next, self.b.rdata.next] = self._read;
            self._read = [self._memory[a], self._memory[b]];
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
        let slices = self._storage.slices(self._words, 36);
        let bank_words = slices[0].words;
        let banks = self._words / bank_words;
        let (top, bank_top) = (
            self._words.trailing_zeros() - 1,
            bank_words.trailing_zeros() - 1,
        );
        let bank_of = |port: &str| format!("{port}_address[{top}:{}]", bank_top + 1);
        let selects = banks.trailing_zeros();
        let mut text = String::new();
        for port in ["a", "b"] {
            for bank in 0..banks {
                text +=
                    &format!("reg [35:0] {port}_read_{bank};\nreg [35:0] {port}_word_{bank};\n");
            }
            let words: Vec<String> = (0..banks)
                .map(|bank| format!("{port}_word_{bank}"))
                .collect();
            if banks == 1 {
                text += &format!("always @(*) {port}_rdata = {};\n", words[0]);
            } else {
                let arms: String = (1..banks)
                    .map(|bank| format!("    {selects}'d{bank}: {port}_rdata = {};\n", words[bank]))
                    .collect();
                text += &format!(
                    "reg [{high}:0] {port}_bank;
reg [{high}:0] {port}_bank_word;
always @(posedge clock) begin
    {port}_bank <= {select};
    {port}_bank_word <= {port}_bank;
end
always @(*) case ({port}_bank_word)
{arms}    default: {port}_rdata = {first};
endcase
",
                    high = selects - 1,
                    select = bank_of(port),
                    first = words[0],
                );
            }
        }
        text += &self._storage.verilog(self._words, 36, |slice, bits| {
            let (memory, bank) = (&slice.name, slice.first / bank_words);
            ["a", "b"]
                .map(|p| {
                    let here = if banks == 1 {
                        String::new()
                    } else {
                        format!(" && {} == {selects}'d{bank}", bank_of(p))
                    };
                    format!(
                        "always @(posedge clock) begin
    if ({p}_write{here}) {memory}[{p}_address[{bank_top}:0]] <= {p}_wdata{bits};
    {p}_read_{bank}{bits} <= {memory}[{p}_address[{bank_top}:0]];
    {p}_word_{bank}{bits} <= {p}_read_{bank}{bits};
end
"
                    )
                })
                .concat()
        });
        Verilog::Custom(text)
    }
}
