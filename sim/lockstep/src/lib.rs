//! Comparison of the core with the model: every retired instruction and its cycle.
#![warn(missing_docs)]

mod compare;
pub mod random_pysm;

pub use compare::{compare, waveform, Agreement, Case, LockstepError, Mismatch};
