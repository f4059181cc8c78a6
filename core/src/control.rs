//! Decoding: the control word of each opcode.
//!
//! What a row of the instruction table says is taken from it; [`derive`] adds what only hardware
//! knows. The ROM block's Verilog is generated from both.

mod derive;
mod rom;

pub use derive::control;
pub use rom::DecodeRom;

use rust_hdl::prelude::*;

/// How an instruction changes the program flow in decode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Flow {
    Next,
    Branch,
    Jump,
    /// Jump that enters a function in the present frame.
    Enter,
    /// Call whose target is in the instruction.
    Call,
    /// Call whose target is known in execute.
    CallValue,
    Return,
    /// Boot: the frame pointer is set.
    SetFp,
}

/// Bitwise operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Bitwise {
    And,
    Or,
    Xor,
    Spare,
}

/// Comparison; `!=`, `>`, `>=` are these inverted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Condition {
    Equal,
    Less,
    LessEqual,
    Same,
    Truth,
    /// `a + 1 < b`
    Up,
    /// `a - 1 > b`
    Down,
    /// Carry of the unsigned sum, borrow of the unsigned difference.
    Carry,
}

/// Source of the result in execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Output {
    Sum,
    Bitwise,
    Shift,
    Condition,
    A,
    B,
    /// Registered result of a multi-cycle unit.
    Unit,
    Misc,
}

/// Source of [`Output::Misc`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Misc {
    Pc,
    Cycle,
    Pin,
    Tag,
    Retag,
    /// a ± 1
    Step,
    FramePointer,
    Depth,
    LeadingZeros,
    Input,
    Spare10,
    Spare11,
    Spare12,
    Spare13,
    Spare14,
    Spare15,
}

/// Multi-cycle units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum LongUnit {
    None,
    Multiply,
    Divide,
    /// Heap word.
    Load,
    /// Word of the frame store, by address.
    LoadFrame,
    /// Field of a return link.
    LoadLink,
    Spare6,
    Spare7,
}

/// What an instruction waits for in execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Wait {
    Nothing,
    PinHigh,
    PinLow,
    Console,
    Input,
    Spare5,
    Spare6,
    Spare7,
}

/// Side effects, all in the memory stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Effect {
    None,
    PinValue,
    PinDirection,
    Stdout,
    Stderr,
    Store,
    Halt,
    /// A field of the pending link.
    Pending,
    /// The pending link goes onto the control stack.
    Unwind,
    /// The byte of input is taken.
    Input,
    Spare10,
    Spare11,
    Spare12,
    Spare13,
    Spare14,
    Spare15,
}

/// What the decoder knows of an opcode.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Control {
    pub flow: Flow,
    /// Field `b` may name a slot.
    pub b_slot: Bit,
    /// Operand b is the static of the long field `a:b`.
    pub b_static: Bit,
    /// Operand b is the 18-bit immediate of `a:b`.
    pub b_immediate: Bit,
    /// The address is operand b plus the field `dst` (stores).
    pub offset: Bit,
    /// The destination is a's slot (windows, loop counters).
    pub dst_is_a: Bit,
    /// The destination is the sum of operand b and `dst`, known in execute.
    pub frame_store: Bit,
    /// The destination is the static of the long field `dst:b`.
    pub dst_is_static: Bit,
    /// The result goes to the destination.
    pub writes: Bit,
    /// Kind of the trap's return link.
    pub link: Bits<2>,
    /// Trap unless a is a number.
    pub a_number: Bit,
    /// Trap unless b is a number.
    pub b_number: Bit,
    /// Trap if a is unbound.
    pub a_bound: Bit,
    /// Trap if b is unbound.
    pub b_bound: Bit,
    /// Trap unless a is a number or a singleton.
    pub a_truth: Bit,
    /// Trap unless a is a function.
    pub a_function: Bit,
    /// Trap always: no hardware.
    pub always: Bit,
    /// Trap if the adder overflows.
    pub overflow: Bit,
    /// The adder subtracts.
    pub subtract: Bit,
    pub bitwise: Bitwise,
    /// Trap on a shift count outside of 0 … 31.
    pub shift: Bit,
    /// The shifter shifts left (and may overflow).
    pub left: Bit,
    /// Multiplier and shifter work on payloads, whatever the tags, modulo 2^32.
    pub raw: Bit,
    pub condition: Condition,
    /// The comparison is the condition's opposite.
    pub invert: Bit,
    /// The comparison's result is an INT.
    pub int_result: Bit,
    /// The branch is taken if the comparison is false.
    pub on_false: Bit,
    pub output: Output,
    pub misc: Misc,
    pub unit: LongUnit,
    /// The unit's second result: the remainder, the upper half of the unsigned product.
    pub second: Bit,
    /// The callee was predicted: redirect only if it is another.
    pub predicted: Bit,
    pub wait: Wait,
    pub effect: Effect,
}
