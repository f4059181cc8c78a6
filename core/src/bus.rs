//! Bundles of wires between the core's blocks and to its outside, by direction.

use rust_hdl::prelude::*;

use crate::types::{Destination, Word, DEPTH_BITS, FRAME_BITS};

/// From a host to the debug port; see [`crate::debug_port`].
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct DebugRequest {
    /// Strobe: run.
    pub run: Bit,
    /// Strobe: stop before the next instruction.
    pub halt: Bit,
    /// Strobe: execute one instruction.
    pub step: Bit,
    /// Of an access; see [`crate::debug_port::map`].
    pub address: Bits<20>,
    pub wdata: Word,
    /// Strobe: write.
    pub write: Bit,
    /// Strobe: read.
    pub read: Bit,
}

/// From the debug port to a host.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct DebugReply {
    /// With `ack`.
    pub rdata: Word,
    /// The access is finished.
    pub ack: Bit,
    /// With `ack`: there is nothing at its address.
    pub refused: Bit,
    pub halted: Bit,
    /// Code of the halt instruction.
    pub halt_code: Bits<8>,
}

/// From the debug port to the core's memories. Reads answer while the core is halted.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct DebugAccess {
    /// The core is halted: the memories are the debug port's.
    pub halted: Bit,
    /// Word in the memory.
    pub index: Bits<16>,
    /// To write.
    pub word: Word,
    pub code_write: Bit,
    pub frame_write: Bit,
    pub heap_write: Bit,
}

/// A program's write to a pin, for one cycle.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct PinWrite {
    pub write: Bit,
    /// 1 writes the pin's direction, 0 its level.
    pub direction: Bit,
    pub pin: Bits<5>,
    pub value: Bit,
}

/// A byte of output, for one cycle.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct ConsoleByte {
    pub valid: Bit,
    pub data: Bits<8>,
    /// 0 standard output, 1 standard error.
    pub channel: Bit,
}

/// A byte of input, which stays until it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct InputByte {
    pub valid: Bit,
    /// The byte, or with bit 8 the end of the input.
    pub data: Bits<9>,
}

/// A retired instruction, for lockstep comparison and tracing.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Retired {
    pub valid: Bit,
    pub pc: Bits<16>,
    pub destination: Destination,
    pub value: Word,
    pub trapped: Bit,
    /// Clock cycles since the core was started.
    pub cycle: Bits<32>,
}

/// From M to the copies of the frame store.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct FrameWrite {
    pub write: Bit,
    pub address: Bits<FRAME_BITS>,
    pub word: Word,
}

/// From M to the heap: a word for the address that X had in the cycle before.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct HeapWrite {
    pub write: Bit,
    pub word: Word,
}

/// From M to operand read: the number of return links above which a function's entry is refused.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct DepthLimit {
    pub write: Bit,
    pub depth: Bits<DEPTH_BITS>,
}
