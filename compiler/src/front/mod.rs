//! The front end: Python's text to IR.

pub mod builtins;
pub mod lower;
pub mod parse;
pub mod program;
mod imports;
pub mod modules;
pub mod refuse;
pub mod runtime;
pub mod scope;
pub mod signature;
mod suggest;
mod symbols;
mod unparse;
