//! How large the table is in which the runtime finds attributes, behind the image's objects.

use super::place::Placed;
use crate::front::program::Program;
use pyxl_isa::Opcode;

/// Words of an entry.
pub const ENTRY_WORDS: usize = 4;

/// Its words: four entries for each instruction of the program that asks for an attribute.
/// Fewer than the least are not worth a table, and more than the most find little that is new.
pub fn words(program: &Program, placed: &[Placed]) -> usize {
    let own = placed
        .iter()
        .filter(|placed| !program.function(placed.function.id).runtime);
    let lines = own.flat_map(|placed| &placed.function.code.lines);
    let asks = lines.filter(|line| {
        let op = line.insn.op;
        matches!(op, Opcode::Lda | Opcode::Sta | Opcode::Dela | Opcode::Ldm)
    });
    let entries = (4 * asks.count()).next_power_of_two().clamp(64, 512);
    entries * ENTRY_WORDS
}
