//! Block memories. Each carries its Verilog, written so that synthesis infers
//! block RAM, beside its Rust model.
//!
//! Reads are registered: data follows the address by one clock edge, and holds
//! while the port's enable is low. Reading a word in the cycle in which another
//! port writes it is undefined: the pipeline never uses such data.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

use crate::types::Word;

/// How a memory is built, and what it contains when the device is configured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Storage {
    /// Words of a block RAM at its narrowest, one bit: the word is split into slices
    /// as narrow as makes one block RAM hold a slice in its whole depth. No multiplexer
    /// then stands behind the blocks, which synthesis does not find by itself.
    /// `None` for whole words, which simulate faster.
    pub deepest: Option<usize>,
    /// `$readmemh` file of the initial contents, `NAME.hex`; for slices, the
    /// files are `NAME.0.hex`, `NAME.1.hex` … (see [`Storage::slices`]).
    pub image: Option<String>,
}

/// One array of a memory.
pub struct Slice {
    /// First word of the memory.
    pub first: usize,
    /// Words.
    pub words: usize,
    /// Lowest bit of the word.
    pub low: usize,
    /// Bits.
    pub width: usize,
    /// File of initial contents.
    pub image: Option<String>,
    name: String,
}

impl Storage {
    /// A memory of so many words has one bank: nothing stands behind the blocks.
    pub fn is_flat(&self, words: usize) -> bool {
        self.deepest.is_none_or(|deepest| words <= deepest)
    }

    /// The arrays of a memory of `words` words of `width` bits, lowest bits first;
    /// deep memories have several banks of them.
    ///
    /// A block RAM (18 Kbit) is 1024 × 18, 2048 × 9, 4096 × 4, 8192 × 2 or 16384 × 1;
    /// two of 7-series are 32768 × 1.
    pub fn slices(&self, words: usize, width: usize) -> Vec<Slice> {
        let bank = self.deepest.map_or(words, |deepest| words.min(deepest));
        (0..words / bank)
            .flat_map(|i| self.bank(i, bank, width))
            .collect()
    }

    fn bank(&self, bank: usize, words: usize, width: usize) -> Vec<Slice> {
        let slice = match words {
            _ if self.deepest.is_none() => width,
            0..=1024 => 18,
            1025..=2048 => 9,
            2049..=4096 => 4,
            4097..=8192 => 2,
            _ => 1,
        };
        let count = width.div_ceil(slice);
        (0..count)
            .map(|i| Slice {
                first: bank * words,
                words,
                low: i * slice,
                width: slice.min(width - i * slice),
                image: self
                    .image
                    .as_ref()
                    .map(|image| match image.strip_suffix(".hex") {
                        Some(stem) if self.deepest.is_some() => {
                            format!("{stem}.{}.hex", bank * count + i)
                        }
                        _ => image.clone(),
                    }),
                name: if self.deepest.is_some() {
                    format!("memory_{bank}_{i}")
                } else {
                    "memory".into()
                },
            })
            .collect()
    }

    /// Verilog of the arrays and, for each, what `ports` prints for it and its bit range.
    fn verilog(
        &self,
        words: usize,
        width: usize,
        ports: impl Fn(&Slice, &str) -> String,
    ) -> String {
        self.slices(words, width)
            .iter()
            .map(|s| {
                let initial = s.image.as_ref().map_or(String::new(), |f| {
                    format!("initial $readmemh(\"{f}\", {});\n", s.name)
                });
                let range = if s.width == 1 {
                    format!("[{}]", s.low)
                } else {
                    format!("[{}:{}]", s.low + s.width - 1, s.low)
                };
                format!(
                    "(* ram_style = \"block\", no_rw_check *)\nreg [{}:0] {} [0:{}];\n{initial}{}",
                    s.width - 1,
                    s.name,
                    s.words - 1,
                    ports(s, &range)
                )
            })
            .collect()
    }
}

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

/// A deep memory with two read/write ports: data follows the address by two clock
/// edges, because each bank's output has a register in front of the bank
/// multiplexer. What a port that writes reads is undefined.
#[derive(Block, Default)]
pub struct DeepRam {
    pub clock: Signal<In, Clock>,
    pub a_address: Signal<In, Bits<16>>,
    pub a_write: Signal<In, Bit>,
    pub a_wdata: Signal<In, Word>,
    pub a_rdata: Signal<Out, Word>,
    pub b_address: Signal<In, Bits<16>>,
    pub b_write: Signal<In, Bit>,
    pub b_wdata: Signal<In, Word>,
    pub b_rdata: Signal<Out, Word>,
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
                self.a_address.val().index() & mask,
                self.b_address.val().index() & mask,
            );
            [self.a_rdata.next, self.b_rdata.next] = self._read;
            self._read = [self._memory[a], self._memory[b]];
            if self.a_write.val() {
                self._memory[a] = self.a_wdata.val();
            }
            if self.b_write.val() {
                self._memory[b] = self.b_wdata.val();
            }
        }
    }
    fn connect(&mut self) {
        self.a_rdata.connect();
        self.b_rdata.connect();
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
