//! The layouts: where the words of objects, the fields of words and the fields of return
//! links are, and the numbers beside them. One table for Rust, for the hardware and, as
//! [`CONSTANTS`], for the runtime in Python.
//!
//! Word 0 of every object is its [`Header`]. Heap word 0 is never an object: address 0
//! means "no object".

mod class_id;
mod constants;
pub mod contents;
mod link;
mod number;
mod object;
mod object_header;
mod string_object;

pub use crate::field::*;
pub use class_id::{ClassId, BUILTIN_CLASSES};
pub use constants::CONSTANTS;
pub use contents::Contents;
pub use link::{LinkField, LinkKind};
pub use number::*;
pub use object::*;
pub use object_header::{class_words, size_class, Header, State, SIZE_CLASS_COUNT};
pub use string_object::{read_string, string_object};
