//! The language: what a Python program does on the model and in CPython 3.11.
#![warn(missing_docs)]

pub mod command;
pub mod corpus;
pub mod heap;
pub mod oracle;
pub mod parallel;
pub mod random_python;
mod rng;
pub mod special_methods;

pub use rng::Rng;
