//! Block memories. Each carries its Verilog, written so that synthesis infers
//! block RAM, beside its Rust model.
//!
//! Reads are registered: data follows the address by one clock edge, and holds
//! while the port's enable, if it has one, is low. Reading a word in the cycle in which another
//! port writes it is undefined: the pipeline never uses such data.

mod deep;
mod dual;
mod simple;

use pyxl_hdl_macros::bus;
use rust_hdl::prelude::*;

use crate::types::Word;

pub use deep::DeepRam;
pub use dual::DualRam;
pub use simple::SimpleRam;

/// One of two ports of a memory, for reads and writes at any time.
#[bus(RamUser)]
pub struct RamPort {
    pub address: Signal<In, Bits<16>>,
    pub write: Signal<In, Bit>,
    pub wdata: Signal<In, Word>,
    pub rdata: Signal<Out, Word>,
}

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

/// How the core's memories are built and what they contain.
#[derive(Clone, Debug, Default)]
pub struct Images {
    pub code: Storage,
    pub frame: Storage,
    pub heap: Storage,
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
