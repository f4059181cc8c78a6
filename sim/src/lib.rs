//! Simulation of the machine: the cycle-exact model, and what compares it with the core.
#![warn(missing_docs)]

pub mod fuzz;
pub mod lockstep;
pub mod model;
pub mod oracle;
pub mod profile;
pub mod random;
pub mod rtl;
pub mod traceback;
pub mod waveform;

pub use model::{LoadError, Machine, Retire, Stop, World};
