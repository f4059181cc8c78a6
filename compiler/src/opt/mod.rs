//! Optimisations on the IR.

pub mod fold;
pub mod graph;
