//! Verilog for blocks written in rust-hdl.
mod collect;
pub mod cosim;
mod custom;
mod declare;
mod emit;
mod error;
mod expr;
mod flow;
mod group;
mod index;
mod ir;
mod lower;
mod module;
mod names;
mod nets;
pub mod source;
mod stmt;

pub use emit::{emit, VerilogFile, HEADER};
pub use error::{EmitError, Problem};
