//! IR to PySM: frame slots, static slots, instructions.

pub mod coalesce;
pub mod emit;
pub mod far;
mod interference;
pub mod slots;
pub mod statics;
