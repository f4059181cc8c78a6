//! IR to PySM: frame slots, static slots, instructions.

pub mod emit;
mod interference;
pub mod slots;
pub mod statics;
