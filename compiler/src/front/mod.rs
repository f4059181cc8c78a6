//! The front end: Python's text to IR.

pub mod builtins;
mod checks;
mod declaration;
pub mod encoding;
pub mod lower;
mod machine_function;
pub mod modules;
pub mod parse;
pub mod program;
pub mod refuse;
pub mod runtime;
pub mod scope;
pub mod signature;
pub mod suggest;
mod syntax_error;
mod unparse;
