//! The core of the runtime that must not need itself: memory, and the arithmetic that the
//! traps of arithmetic use. A function with the decorator `@strict`, and all that it calls,
//! has nothing that the runtime handles: no allocation by `alloc` in what allocates, no
//! attribute, no subscript, no call of a value. What raises an exception is excepted: it
//! begins with `raise_` and never comes back.

use super::uses::{Facts, Seen};
use crate::error::Refusal;
use crate::front::lower::lower_runtime;
use crate::front::program::Program;
use crate::ir::*;
use pyxl_isa::{Opcode, Unit};
use ruff_text_size::TextRange;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is wrong in the functions of the runtime, all of which are lowered.
pub fn faults(program: &Program) -> Vec<Refusal> {
    let mut faults = vec![];
    let mut bodies = HashMap::new();
    for (id, function) in (0..).map(FuncId).zip(&program.functions) {
        if function.runtime {
            match lower_runtime(program, id) {
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
    let all = BTreeSet::new();
    let mut seen = HashSet::from([strict]);
    let mut work = vec![strict];
    while let Some(id) = work.pop() {
        let declaration = program.function(id);
        let body = bodies.get(&id)?;
        let facts = Facts::of(body, declaration, program, &all);
        let handled = |op: &&Opcode| {
            let software = op.row().unit == Unit::Software;
            software && **op != Opcode::Bstack || matches!(op, Opcode::Call | Opcode::Callp)
        };
        let wrong = match facts.traps.iter().find(handled) {
            Some(opcode) => format!("`{}`", opcode.row().mnemonic),
            None if declaration.generic => "@generic operators".into(),
            None => String::new(),
        };
        if !wrong.is_empty() {
            let message = format!(
                "the strict `{}` reaches {wrong} in `{}`",
                program.function(strict).name,
                declaration.name
            );
            let refusal = Refusal::syntax(message, TextRange::default());
            return Some(refusal.in_file(declaration.file));
        }
        for call in facts.seen {
            let Seen::Call(callee) = call else { continue };
            let raises = program.function(callee).name.starts_with("raise_");
            if !raises && seen.insert(callee) {
                work.push(callee);
            }
        }
    }
    None
}
