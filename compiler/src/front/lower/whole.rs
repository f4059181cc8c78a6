//! All functions of the program: which globals are bound when each of them runs.

use super::{lower, Bound};
use crate::error::Refusal;
use crate::front::program::{Declaration, Program};
use crate::ir::*;
use std::collections::HashMap;

/// Lowers the module's body and the program's functions, in the order of
/// [`Program::own`].
///
/// # Errors
/// The first thing that is refused.
pub fn lower_program(program: &Program) -> Result<Vec<Function>, Refusal> {
    let mut own = program.own();
    let module = own.next().expect("the module's body is the first function");
    let module = lower(program, module, Bound::new())?;
    let bound = bound_at_entry(program, &module.mentions);
    let mut bodies = vec![module.body];
    for id in own {
        // What is never mentioned never runs.
        let bound = bound
            .get(&id)
            .cloned()
            .unwrap_or_else(|| all_globals(program));
        bodies.push(lower(program, id, bound)?.body);
    }
    Ok(bodies)
}

/// What is wrong in the functions of the runtime, all of which are lowered.
pub fn faults_of_runtime(program: &Program) -> Vec<Refusal> {
    let functions = (0..).map(FuncId).zip(&program.functions);
    let runtime = functions.filter(|(_, function)| function.runtime);
    let fault = |(id, function): (FuncId, &Declaration)| {
        let refusal = lower(program, id, Bound::new()).err()?;
        Some(refusal.in_file(function.file))
    };
    runtime.filter_map(fault).collect()
}

fn all_globals(program: &Program) -> Bound {
    (0..program.globals.len() as u32)
        .map(|n| Place::Global(Global(n)))
        .collect()
}

/// What is bound whenever a function begins. A function runs only after its name was
/// loaded, by the module or by a function that runs.
fn bound_at_entry(program: &Program, mentions: &HashMap<Global, Bound>) -> HashMap<FuncId, Bound> {
    let mut bound: HashMap<FuncId, Bound> = HashMap::new();
    let mut changed = true;
    while changed {
        changed = false;
        for (global, info) in (0..).map(Global).zip(&program.globals) {
            for id in &info.defs {
                let callers = program.own().filter(|caller| {
                    let scope = &program.function(*caller).scope;
                    let name = &*info.name;
                    scope.loads.contains(name) && !scope.bound.contains(&name)
                });
                let mut sets: Vec<&Bound> =
                    callers.filter_map(|caller| bound.get(&caller)).collect();
                sets.extend(mentions.get(&global));
                let Some((first, rest)) = sets.split_first() else {
                    continue;
                };
                let mut common = (*first).clone();
                common.retain(|place| rest.iter().all(|set| set.contains(place)));
                if bound.get(id) != Some(&common) {
                    bound.insert(*id, common);
                    changed = true;
                }
            }
        }
    }
    bound
}
