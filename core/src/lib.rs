//! The PyXL core: a six-stage pipeline over tagged words, described in rust-hdl.
//!
//! | stage | block | work |
//! |---|---|---|
//! | F | [`fetch`] | the PC multiplexer addresses the code memory |
//! | I | [`fetch`] | code memory output to the instruction register |
//! | D | [`decode`] | decode, frame addresses, predicted redirects |
//! | R | [`operand`] | frame-store output and bypass to the operand registers |
//! | X | [`execute`] | ALU, checks, branch and trap decision; long operations wait here |
//! | M | [`memory_stage`] | registered redirect, every side effect, frame write |
// rust-hdl's generated code and its style of `next`/`val` assignments.
#![allow(clippy::bool_comparison)]

pub mod control;
pub mod types;

/// A heading in a block's `update`; the printer carries it into the Verilog.
#[macro_export]
macro_rules! comment {
    ($text:literal) => {};
}

pub mod alu;
pub mod core;
pub mod decode;
pub mod divider;
pub mod execute;
pub mod fetch;
pub mod host;
pub mod leading_zeros;
pub mod link_stack;
pub mod memory_stage;
pub mod multiplier;
pub mod operand;
pub mod ram;
pub mod shifter;

pub use crate::core::{Core, Images};
