//! The front end: Python's text to IR.

pub mod builtins;
mod declaration;
pub mod encoding;
pub mod lower;
pub mod modules;
pub mod parse;
pub mod program;
mod program_intrinsic;
pub mod refuse;
pub mod runtime;
pub mod scope;
pub mod signature;
pub mod suggest;
mod syntax_error;
mod unparse;
