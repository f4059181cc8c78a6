//! The front end: Python's text to IR.

pub mod builtins;
mod class_use;
mod imports;
pub mod lower;
pub mod modules;
pub mod parse;
mod patches;
pub mod program;
pub mod refuse;
pub mod runtime;
pub mod scope;
pub mod signature;
mod suggest;
mod symbols;
mod unparse;
