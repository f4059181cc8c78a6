//! The passes between lowering and code: each changes the IR of one function and leaves IR.

pub mod bound;
pub mod coalesce;
mod components;
mod exists;
mod far;
mod graph;
mod pipeline;

pub use pipeline::{run, run_alone, Context, Pass, Stage, PASSES};
