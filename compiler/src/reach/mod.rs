//! Reachability: an image has what its program can reach, and nothing else.
//!
//! Everything that an image may do without has a name or a definition, and is reached if
//! something that is reached already says so. This is decided three times, each time with
//! more knowledge, and each time it errs only by keeping too much:
//!
//! 1. [`annotations`], in the syntax trees of the program: annotations that nothing reads.
//! 2. [`library`], in the syntax trees of the library: definitions whose names occur in no
//!    text that is left.
//! 3. [`collect`], in the IR: functions, handlers of traps, classes and their members. The
//!    runtime's functions are lowered when they are reached.

mod annotations;
mod collect;
mod constant;
mod function_words;
mod library;
mod members;
mod needed;
mod other_words;
mod part;
mod strict;
#[cfg(test)]
mod tests;
mod uses;

pub use collect::collect;
pub use needed::Needed;
pub use part::Why;
pub use strict::faults as faults_of_runtime;

use crate::front::modules::ModuleFile;

/// Removes from the files of a program what can be seen not to be reached: annotations
/// that nothing reads, and definitions of the library whose names occur nowhere.
pub fn trim(files: &mut [ModuleFile]) {
    let texts = annotations::strip(files);
    library::shake(files, &texts);
}
