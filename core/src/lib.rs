//! The PyXL core: a six-stage pipeline over tagged words, described in rust-hdl.
//!
//! | stage | block | work |
//! |---|---|---|
//! | F | [`fetch`] | the PC multiplexer addresses the code memory |
//! | I | [`fetch`] | code memory output to the instruction register |
//! | D | [`decode`] | decode, frame addresses, predicted redirects |
//! | R | [`operand`] | frame-store output and bypass to the operand registers |
//! | X | [`execute`] | ALU, checks, branch and trap decision; long operations wait here for one of the [`units`] |
//! | M | [`memory_stage`] | registered redirect, every side effect, frame write |
// rust-hdl's generated code and its style of `next`/`val` assignments.
#![allow(clippy::bool_comparison)]

pub mod control;
pub mod types;

pub mod alu;
pub mod bus;
pub mod bypass;
pub mod core;
pub mod debug_port;
pub mod decode;
pub mod execute;
pub mod fetch;
pub mod leading_zeros;
pub mod link_stack;
pub mod memory_stage;
pub mod misc;
pub mod operand;
pub mod prediction;
pub mod ram;
pub mod shifter;
pub mod slots;
pub mod units;

pub use crate::core::Core;
pub use crate::ram::Images;
