//! All functions of the program: which globals are bound when each of them runs.

use super::bound::{AtEntry, Bound, Created};
use super::{lower, Lowered};
use crate::error::Refusal;
use crate::front::program::{Program, Source};
use crate::front::scope::Resolution;
use crate::ir::dataflow::Lattice;
use crate::ir::*;
use std::collections::HashMap;

/// Lowers the modules' bodies and the program's functions, in the order of
/// [`Program::own`].
///
/// # Errors
/// The first thing that is refused.
pub fn lower_program(program: &Program) -> Result<Vec<Function>, Refusal> {
    let mut lowerer = ProgramLowerer {
        program,
        bodies: HashMap::new(),
        created: HashMap::new(),
        bound_at_loads: HashMap::new(),
        ends: HashMap::new(),
    };
    for module in import_order(program) {
        let entry = AtEntry {
            ends: lowerer.ends.clone(),
            ..AtEntry::default()
        };
        let lowered = lowerer.lower(program.modules[module].body, entry)?;
        if let Some(end) = lowered.end {
            lowerer.ends.insert(module, end);
        }
    }
    let bound = lowerer.bound_at_entry();
    let functions: Vec<FuncId> = program.own().collect();
    for id in functions {
        if lowerer.bodies.contains_key(&id) {
            continue;
        }
        let created = lowerer.created.get(&id);
        let entry = AtEntry {
            bound: bound
                .get(&id)
                .or(created.map(|created| &created.bound))
                .cloned()
                // What is never made never runs.
                .unwrap_or_else(|| all_globals(program)),
            free: created
                .map(|created| created.free.clone())
                .unwrap_or_default(),
            ends: lowerer.ends.clone(),
        };
        lowerer.lower(id, entry)?;
    }
    let mut bodies = lowerer.bodies;
    let body = |id| bodies.remove(&id).expect("every function was lowered");
    Ok(program.own().map(body).collect())
}

struct ProgramLowerer<'p, 'a> {
    program: &'p Program<'a>,
    bodies: HashMap<FuncId, Function>,
    created: HashMap<FuncId, Created>,
    /// What is bound where the modules' bodies load globals that hold functions.
    bound_at_loads: HashMap<Global, Bound>,
    /// What is bound at the end of each module's body.
    ends: HashMap<usize, Bound>,
}

impl ProgramLowerer<'_, '_> {
    fn lower(&mut self, id: FuncId, entry: AtEntry) -> Result<Lowered, Refusal> {
        let file = self.program.function(id).file;
        let lowered = lower(self.program, id, entry).map_err(|refusal| refusal.in_file(file))?;
        for (id, created) in &lowered.created {
            self.created.insert(*id, created.clone());
        }
        if matches!(self.program.function(id).source, Source::Module(_)) {
            for (global, bound) in &lowered.bound_at_loads {
                match self.bound_at_loads.get_mut(global) {
                    Some(common) => {
                        common.join(bound);
                    }
                    None => {
                        self.bound_at_loads.insert(*global, bound.clone());
                    }
                }
            }
        }
        self.bodies.insert(id, lowered.body.clone());
        Ok(lowered)
    }

    /// What is bound whenever a function that is the value of a global begins. It runs only
    /// after that was loaded: by a module's body, or by a function that runs.
    fn bound_at_entry(&self) -> HashMap<FuncId, Bound> {
        let program = self.program;
        let mut bound: HashMap<FuncId, Bound> = HashMap::new();
        let candidates: Vec<(Global, FuncId)> = (0..program.globals.len() as u32)
            .map(Global)
            .filter_map(|global| Some((global, program.constant_function(global)?)))
            .collect();
        let mut changed = true;
        while changed {
            changed = false;
            for (global, id) in &candidates {
                let info = program.info(*global);
                let callers = program.own().filter(|caller| self.loads(*caller, info));
                let mut sets: Vec<&Bound> = callers
                    .filter_map(|caller| self.at_entry(caller, &bound))
                    .collect();
                sets.extend(self.bound_at_loads.get(global));
                sets.extend(self.outer_bound(*id));
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
        bound
    }

    /// True if a function, other than a module's body, loads a global.
    fn loads(&self, id: FuncId, info: &crate::front::program::GlobalInfo) -> bool {
        let program = self.program;
        let function = program.function(id);
        if matches!(function.source, Source::Module(_)) {
            return false;
        }
        let same_module = usize::from(function.file) == info.module;
        let scopes = program.scopes.in_frame(function.scope);
        same_module
            && scopes.into_iter().any(|scope| {
                let symbol = program.scopes.get(scope).symbol(&info.name);
                symbol.is_some_and(|s| s.loaded && s.resolution != Resolution::Variable(scope))
            })
    }

    /// What is known to be bound when a function begins; `None` if it never runs, as far
    /// as is known by now.
    fn at_entry<'b>(&'b self, id: FuncId, bound: &'b HashMap<FuncId, Bound>) -> Option<&'b Bound> {
        if let Some(bound) = bound.get(&id) {
            return Some(bound);
        }
        if self.is_candidate(id) {
            return None;
        }
        if let Some(created) = self.created.get(&id) {
            return Some(&created.bound);
        }
        self.at_entry(self.program.parent(id)?, bound)
    }

    fn is_candidate(&self, id: FuncId) -> bool {
        let mut globals = self.program.globals.iter();
        globals.any(|info| info.constant && info.defs.first() == Some(&id))
    }

    /// What is bound when another module than its own may call a function.
    fn outer_bound(&self, id: FuncId) -> Option<&Bound> {
        let module = usize::from(self.program.function(id).file);
        let mut importers = 0..self.program.modules.len();
        let imported = importers.any(|other| {
            other != module && self.program.modules[other].imports.files.contains(&module)
        });
        if !imported {
            return None;
        }
        match self.program.in_cycle(module) {
            true => self.created.get(&id).map(|created| &created.bound),
            false => self.ends.get(&module),
        }
    }
}

/// Lowers a function of the runtime.
///
/// # Errors
/// If it is wrong.
pub fn lower_runtime(program: &Program, id: FuncId) -> Result<Function, Refusal> {
    let lowered = lower(program, id, AtEntry::default());
    let file = program.function(id).file;
    Ok(lowered.map_err(|refusal| refusal.in_file(file))?.body)
}

fn all_globals(program: &Program) -> Bound {
    (0..program.globals.len() as u32)
        .map(|n| Place::Global(Global(n)))
        .collect()
}

/// The modules, each after those that it imports, as far as there are no cycles.
fn import_order(program: &Program) -> Vec<usize> {
    fn visit(program: &Program, module: usize, order: &mut Vec<usize>, seen: &mut Vec<usize>) {
        if seen.contains(&module) {
            return;
        }
        seen.push(module);
        for imported in &program.modules[module].imports.files {
            visit(program, *imported, order, seen);
        }
        order.push(module);
    }
    let (mut order, mut seen) = (vec![], vec![]);
    for module in 0..program.modules.len() {
        visit(program, module, &mut order, &mut seen);
    }
    order
}
