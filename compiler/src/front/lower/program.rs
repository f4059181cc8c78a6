//! All functions of the program.

use super::lower;
use crate::error::Refusal;
use crate::front::program::Program;
use crate::ir::*;

/// Lowers the modules' bodies and the program's functions, in the order of
/// [`Program::own`].
///
/// # Errors
/// The first thing that is refused.
pub fn lower_program(program: &Program) -> Result<Vec<Function>, Refusal> {
    program
        .own()
        .map(|id| lower_function(program, id))
        .collect()
}

/// Lowers a function.
///
/// # Errors
/// The first thing that is refused.
pub fn lower_function(program: &Program, id: FuncId) -> Result<Function, Refusal> {
    let file = program.function(id).file;
    lower(program, id).map_err(|refusal| refusal.in_file(file))
}
