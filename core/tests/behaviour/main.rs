//! What the core does, in rust-hdl's own simulation: against the instruction table's
//! meaning in plain Rust, with cycles. Nothing here comes from the model, so that an error
//! in one is not an error in both.

mod bench;
mod instructions;
mod programs;
#[path = "../../../tests/semantics.rs"]
mod semantics;
mod streams;
