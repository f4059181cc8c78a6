//! Images: a linked program, its constants and its debug information.

mod debug;
mod file;
mod fit;

pub use debug::{Debug, Function, Inlined, Position, SourceFile};
pub use file::{isa_hash, ImageError, MAGIC, VERSION};
pub use fit::{Need, TooLarge};

use crate::config::MachineConfig;
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
    /// Static slots that hold a size of the machine, and what is added to it.
    pub sizes: Vec<(u16, MachineSize, i32)>,
    /// Heap from address 0; word 0 is unused.
    pub heap: Vec<Word>,
    /// What a host needs for tracebacks and listings.
    pub debug: Debug,
}

/// A size of the machine that a program may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum MachineSize {
    /// Words of heap.
    Heap = 0,
    /// Words of frame store.
    Frames = 1,
    /// Return links.
    Control = 2,
    /// Frequency of the core's clock, Hz.
    Clock = 3,
}

impl MachineSize {
    /// All sizes.
    pub const ALL: [MachineSize; 4] = [
        MachineSize::Heap,
        MachineSize::Frames,
        MachineSize::Control,
        MachineSize::Clock,
    ];

    /// Its name in assembly text.
    pub fn name(self) -> &'static str {
        match self {
            MachineSize::Heap => "heap",
            MachineSize::Frames => "frames",
            MachineSize::Control => "control",
            MachineSize::Clock => "clock",
        }
    }

    /// The size in a machine.
    pub fn of(self, config: &MachineConfig) -> u32 {
        match self {
            MachineSize::Heap => config.heap_words,
            MachineSize::Frames => config.frame_words,
            MachineSize::Control => config.control_words,
            MachineSize::Clock => config.clock_hz,
        }
    }
}

impl Image {
    /// The static slots on a machine: those that hold its sizes are filled in.
    pub fn statics_on(&self, config: &MachineConfig) -> Vec<Word> {
        let mut statics = self.statics.clone();
        for (slot, size, more) in &self.sizes {
            if let Some(word) = statics.get_mut(usize::from(*slot)) {
                *word = Word::int(size.of(config) as i32 + more);
            }
        }
        statics
    }
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
