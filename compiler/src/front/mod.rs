//! The front end: Python's text to IR.

pub mod builtins;
mod declaration;
mod intrinsics;
pub mod lower;
pub mod modules;
pub mod parse;
pub mod program;
pub mod refuse;
pub mod runtime;
pub mod scope;
pub mod signature;
mod suggest;
mod unparse;
