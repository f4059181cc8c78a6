//! All functions of the program: which globals are bound when each of them runs.

use super::bound::{AtEntry, Created, Globals};
use super::lower;
use crate::error::Refusal;
use crate::front::program::{Program, Source};
use crate::front::scope::{Resolution, Symbol};
use crate::ir::dataflow::Lattice;
use crate::ir::*;
use crate::worklist::Worklist;
use std::collections::hash_map::Entry;
use std::collections::HashMap;
use std::rc::Rc;

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
        ends: Rc::default(),
    };
    for module in import_order(program) {
        let entry = AtEntry {
            ends: lowerer.ends.clone(),
            ..AtEntry::default()
        };
        if let Some(end) = lowerer.lower(program.modules[module].body, entry)? {
            Rc::make_mut(&mut lowerer.ends).insert(module, end);
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
    bound_at_loads: HashMap<Global, Globals>,
    /// What is bound at the end of each module's body.
    ends: Rc<HashMap<usize, Globals>>,
}

/// What is bound when a function begins.
enum RunsLike<'b> {
    /// What is when this function begins, which is the value of a global.
    Candidate(FuncId),
    /// What is where the function is made.
    Created(&'b Globals),
}

impl ProgramLowerer<'_, '_> {
    /// Returns what is bound at the end of a module's body.
    fn lower(&mut self, id: FuncId, entry: AtEntry) -> Result<Option<Globals>, Refusal> {
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
        self.bodies.insert(id, lowered.body);
        Ok(lowered.end)
    }

    /// What is bound whenever a function that is the value of a global begins. It runs only
    /// after that was loaded: by a module's body, or by a function that runs.
    fn bound_at_entry(&self) -> HashMap<FuncId, Globals> {
        let program = self.program;
        let globals = (0..program.globals.len() as u32).map(Global);
        let constant = |global| Some((program.constant_function(global)?, global));
        let candidates: Vec<(FuncId, Global)> = globals.filter_map(constant).collect();
        let values: HashMap<FuncId, Global> = candidates.iter().copied().collect();
        let callers = self.callers();
        let mut bound: HashMap<FuncId, Globals> = HashMap::new();
        // Functions with the same at entry as a candidate, or more, which call others.
        let mut callees: HashMap<FuncId, Vec<FuncId>> = HashMap::new();
        let mut work = Worklist::default();
        for (id, global) in &candidates {
            let loads = self.bound_at_loads.get(global).into_iter();
            for known in loads.chain(self.outer_bound(*id)) {
                join(&mut bound, *id, known);
            }
            let info = program.info(*global);
            let callers = callers.get(&(info.module, &*info.name));
            for caller in callers.into_iter().flatten() {
                match self.runs_like(*caller, &values) {
                    Some(RunsLike::Candidate(other)) => callees.entry(other).or_default().push(*id),
                    Some(RunsLike::Created(known)) => {
                        join(&mut bound, *id, known);
                    }
                    None => {}
                }
            }
            if bound.contains_key(id) {
                work.again(*id);
            }
        }
        while let Some(id) = work.next() {
            let known = bound[&id].clone();
            for callee in callees.get(&id).into_iter().flatten() {
                if join(&mut bound, *callee, &known) {
                    work.again(*callee);
                }
            }
        }
        bound
    }

    /// The functions, other than modules' bodies, that load a global variable, by its module and
    /// its name.
    fn callers(&self) -> HashMap<(usize, &str), Vec<FuncId>> {
        let program = self.program;
        let mut callers: HashMap<(usize, &str), Vec<FuncId>> = HashMap::new();
        for id in program.own() {
            let function = program.function(id);
            if matches!(function.source, Source::Module(_)) {
                continue;
            }
            for scope in program.scopes.in_frame(function.scope) {
                let symbols = program.scopes.get(scope).symbols.iter();
                let others = |s: &&Symbol| s.loaded && s.resolution != Resolution::Variable(scope);
                for symbol in symbols.filter(others) {
                    let key = (usize::from(function.file), &*symbol.name);
                    callers.entry(key).or_default().push(id);
                }
            }
        }
        callers
    }

    /// What is known to be bound when a function begins; `None` if it never runs, as far
    /// as is known by now.
    fn runs_like(&self, id: FuncId, values: &HashMap<FuncId, Global>) -> Option<RunsLike<'_>> {
        if values.contains_key(&id) {
            return Some(RunsLike::Candidate(id));
        }
        if let Some(created) = self.created.get(&id) {
            return Some(RunsLike::Created(&created.bound));
        }
        self.runs_like(self.program.parent(id)?, values)
    }

    /// What is bound when another module than its own may call a function.
    fn outer_bound(&self, id: FuncId) -> Option<&Globals> {
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

/// A function may begin with no more bound than this. True if that was not known.
fn join(bound: &mut HashMap<FuncId, Globals>, id: FuncId, more: &Globals) -> bool {
    match bound.entry(id) {
        Entry::Occupied(mut known) => known.get_mut().join(more),
        Entry::Vacant(unknown) => {
            unknown.insert(more.clone());
            true
        }
    }
}

fn all_globals(program: &Program) -> Globals {
    (0..program.globals.len() as u32).map(Global).collect()
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
