//! Images: a linked program, its constants and its debug information.

mod debug;
mod file;

pub use debug::{Debug, Function, Position, SourceFile};
pub use file::{isa_hash, ImageError, MAGIC, VERSION};

use crate::word::Word;
use std::fmt::Write;

/// A program that a machine can load.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Address of the boot function's descriptor: [`crate::config::BOOT_ENTRY`].
    pub entry: u16,
    /// Code memory from address 0: trap vectors, descriptors and instructions, 36 bits each.
    pub code: Vec<u64>,
    /// Static slots from frame-store address 0.
    pub statics: Vec<Word>,
    /// Heap from address 0; word 0 is unused.
    pub heap: Vec<Word>,
    /// What a host needs for tracebacks and listings.
    pub debug: Debug,
}

/// Memory contents for Verilog's `$readmemh`: one word of nine digits per line.
pub fn hex(words: impl IntoIterator<Item = u64>) -> String {
    let mut text = String::new();
    for word in words {
        writeln!(text, "{word:09x}").expect("writing to a string cannot fail");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_has_nine_digits() {
        assert_eq!(hex([0, 0xf_ffff_ffff]), "000000000\nfffffffff\n");
    }
}
