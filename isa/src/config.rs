//! Sizes of a machine, and the fixed addresses of its memory map.

use crate::layout::{CONTROL_RESERVE, RECURSION_LIMIT};

/// Number of trap vectors: one code word per opcode, at the start of code memory.
pub const VECTORS: u16 = 256;

/// Code descriptor of the boot function; the first instruction is fetched from
/// the word after it.
pub const BOOT_ENTRY: u16 = VECTORS;

/// Static slots that an operand reaches directly (see [`crate::insn::Operand`]).
pub const DIRECT_STATICS: u16 = 256;

/// Bits of a frame-store address: the largest frame store has two to this power words.
pub const FRAME_BITS: usize = 14;

/// Bits of the number of return links, likewise for the control stack.
pub const DEPTH_BITS: usize = 12;

/// Memory sizes of one machine, in words. Each is a power of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MachineConfig {
    /// Code memory: instructions and code descriptors, 36-bit words.
    pub code_words: u32,
    /// Heap: objects, 36-bit words.
    pub heap_words: u32,
    /// Frame store: statics, then the frames, 36-bit words.
    pub frame_words: u32,
    /// Control stack: return links, 72-bit words.
    pub control_words: u32,
    /// Depth of the UART's transmit and receive FIFOs, bytes.
    pub uart_fifo: u32,
    /// Clock cycles per UART bit.
    pub clocks_per_bit: u32,
    /// Frequency of the core's clock, Hz.
    pub clock_hz: u32,
}

impl MachineConfig {
    /// The simulated board: what `pyxl run` and the lockstep tests use.
    pub const SIM: MachineConfig = MachineConfig {
        code_words: 65536,
        heap_words: 65536,
        frame_words: 16384,
        control_words: 4096,
        uart_fifo: 16,
        clocks_per_bit: 4,
        clock_hz: 100_000_000,
    };

    /// Return links above which a function's entry is refused, until the runtime sets
    /// another limit.
    pub fn depth_limit(&self) -> u32 {
        RECURSION_LIMIT.min(self.control_words.saturating_sub(CONTROL_RESERVE))
    }
}
