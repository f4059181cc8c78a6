//! The intermediate representation: per function a graph of basic blocks of
//! three-address operations over virtual slots.
//!
//! Operations are PySM's own opcodes with [`Value`]s for operands, so that what
//! the front end writes is what the machine does. What is left to decide is which
//! frame slot a [`Var`] gets, which static slot a global or a constant gets, and
//! where the blocks go.

mod block;
pub mod dataflow;
pub mod fold;
mod op;
#[cfg(test)]
mod parse;
pub mod set;
mod span;
pub mod text;
mod value;
pub mod verify;

pub use block::*;
pub use op::*;
#[cfg(test)]
pub use parse::parse;
pub use span::*;
pub use value::*;
