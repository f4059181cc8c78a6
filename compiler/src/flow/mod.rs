//! Which types values can have: a flow through the program and the runtime together.
//!
//! Each function is analysed along its edges, with what is known of the functions around it: the
//! types of its parameters, of globals, and of what the functions that it calls return. What
//! becomes known of these has the functions that depend on it analysed again, until nothing
//! changes. It is done together with reachability ([`crate::reach`]), since each decides the
//! other.

mod calls;
mod exits;
mod facts;
mod function;
mod operators;
mod shape;
mod state;
#[cfg(test)]
mod tests;
mod types;
mod visit;
mod words;

pub use facts::{Facts, Shared};
pub use function::FunctionFlow;
pub use operators::is_trusted;
pub use shape::{is_unwind, Shape};
pub use types::{Kinds, Types};
pub use visit::Visit;
