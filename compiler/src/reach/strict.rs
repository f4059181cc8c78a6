//! The core of the runtime that must not need itself: memory, and the arithmetic that the
//! traps of arithmetic use. A function with the decorator `@strict`, and all that it calls,
//! has nothing that the runtime handles: no allocation by `alloc` in what allocates, no
//! attribute, no subscript, no call of a value. What raises an exception is excepted: it
//! begins with `raise_` and never comes back.

use super::collect::runtime_function;
use super::part::Part;
use super::uses::Uses;
use crate::error::Refusal;
use crate::flow::Visit;
use crate::front::program::Program;
use crate::ir::*;
use crate::worklist::Worklist;
use pyxl_isa::{Opcode, Unit};
use ruff_text_size::TextRange;
use std::collections::HashMap;

/// What is wrong in the functions of the runtime, all of which are lowered.
pub fn faults(program: &Program) -> Vec<Refusal> {
    let mut faults = vec![];
    let mut bodies = HashMap::new();
    for (id, function) in (0..).map(FuncId).zip(&program.functions) {
        if function.runtime {
            match runtime_function(program, id) {
                Ok(body) => drop(bodies.insert(id, body)),
                Err(refusal) => faults.push(refusal),
            }
        }
    }
    for (id, function) in (0..).map(FuncId).zip(&program.functions) {
        if function.strict && bodies.contains_key(&id) {
            faults.extend(reached_trap(program, &bodies, id));
        }
    }
    faults
}

/// The first trap that a strict function reaches.
fn reached_trap(
    program: &Program,
    bodies: &HashMap<FuncId, Function>,
    strict: FuncId,
) -> Option<Refusal> {
    let mut functions = Worklist::default();
    functions.add(strict);
    while let Some(id) = functions.next() {
        let declaration = program.function(id);
        let body = bodies.get(&id)?;
        let uses = Uses::of(body, id, program, &Visit::everything(body, |_| false));
        let handled = uses.parts.iter().find_map(|part| match part {
            Part::Trap(opcode) => {
                is_handled(*opcode).then(|| format!("`{}`", opcode.row().mnemonic))
            }
            _ => None,
        });
        let generic = declaration.generic.then(|| "@generic operators".into());
        if let Some(wrong) = handled.or(generic) {
            let message = format!(
                "the strict `{}` reaches {wrong} in `{}`",
                program.function(strict).name,
                declaration.name
            );
            let refusal = Refusal::wrong(message, TextRange::default());
            return Some(refusal.in_file(declaration.file));
        }
        let raises = |id: &FuncId| program.function(*id).name.starts_with("raise_");
        functions.extend(uses.parts.iter().filter_map(|part| match part {
            Part::Function(id) => Some(*id).filter(|id| !raises(id)),
            _ => None,
        }));
    }
    None
}

/// True if the runtime handles the trap of an instruction, except where the stack ends.
fn is_handled(opcode: Opcode) -> bool {
    let software = opcode.row().unit == Unit::Software;
    software && opcode != Opcode::Bstack || matches!(opcode, Opcode::Call | Opcode::Callp)
}
