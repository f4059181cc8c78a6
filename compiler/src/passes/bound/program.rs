//! Which variables are bound when each function of the program begins.
//!
//! A function runs only after it was made and loaded. So what is bound then, and stays bound, is
//! bound when it begins.

use super::facts::{asked, Bound, Places};
use super::{Entry, Everywhere};
use crate::front::program::{GlobalInfo, Program, ScopeNode};
use crate::ir::set::Set;
use crate::ir::*;
use crate::worklist::Worklist;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::rc::Rc;

/// What is known at the beginning of each of the program's own functions. `bodies` has them
/// in the order of [`Program::own`].
pub fn entries(program: &Program, bodies: &[Function]) -> Vec<Entry> {
    let mut analysis = Analysis {
        program,
        bodies,
        everywhere: Rc::new(Everywhere {
            deletable: globals(program, |info| info.deleted),
            ends: HashMap::new(),
        }),
        made: HashMap::new(),
        at_loads: HashMap::new(),
    };
    let always = globals(program, |info| info.initial.is_some() && !info.deleted);
    let mut entries: HashMap<FuncId, Entry> = HashMap::new();
    for number in import_order(program) {
        let module = &program.modules[number];
        let entry = Entry {
            globals: Some(always.clone()),
            closure: vec![],
            program: analysis.everywhere.clone(),
        };
        if let Some(end) = analysis.summarise(module.body, &entry) {
            let everywhere = Rc::make_mut(&mut analysis.everywhere);
            everywhere.ends.insert(module.name.clone(), end);
        }
        entries.insert(module.body, entry);
    }
    let loaded = analysis.bound_when_loaded();
    for id in program.own() {
        if entries.contains_key(&id) {
            continue;
        }
        let made = analysis.made.get(&id);
        let entry = Entry {
            // What is never made never runs.
            globals: loaded.get(&id).or(made.map(|made| &made.globals)).cloned(),
            closure: made.map(|made| made.closure.clone()).unwrap_or_default(),
            program: analysis.everywhere.clone(),
        };
        analysis.summarise(id, &entry);
        entries.insert(id, entry);
    }
    let entry = |id| entries.remove(&id).expect("every function has one");
    program.own().map(entry).collect()
}

/// What is bound where a function is made.
#[derive(Clone)]
struct Made {
    globals: Set<Global>,
    closure: Vec<u32>,
}

struct Analysis<'p, 'a> {
    program: &'p Program<'a>,
    bodies: &'p [Function],
    everywhere: Rc<Everywhere>,
    made: HashMap<FuncId, Made>,
    /// What is bound where the modules' bodies load globals that hold functions.
    at_loads: HashMap<Global, Set<Global>>,
}

/// What is bound when a function begins.
enum RunsLike<'m> {
    /// What is when this function begins, which is the value of a global.
    Candidate(FuncId),
    /// What is where the function is made.
    Made(&'m Set<Global>),
}

impl Analysis<'_, '_> {
    /// Notes where a function makes and loads others; returns which globals are bound at its
    /// end, if control comes there.
    fn summarise(&mut self, id: FuncId, entry: &Entry) -> Option<Set<Global>> {
        let body = &self.bodies[id.0 as usize];
        let is_module = matches!(self.program.function(id).source, ScopeNode::Module(_));
        let makes = |inst: &Inst| matches!(inst.op, Op::Note(Note::Made { .. }));
        let mut insts = body.blocks.iter().flat_map(|block| &block.insts);
        if !is_module && !insts.any(makes) {
            return None;
        }
        let places = Places::of(body, entry);
        let mut end: Option<Set<Global>> = None;
        for (block, bound) in body.blocks.iter().zip(places.solve(body)) {
            let Some(mut bound) = bound else { continue };
            for inst in &block.insts {
                match &inst.op {
                    Op::Note(Note::Made { function, cells }) => {
                        self.is_made(*function, cells, &places, &bound);
                    }
                    op => {
                        if let Some(global) = loaded(op).filter(|_| is_module) {
                            self.is_loaded(global, &bound);
                        }
                    }
                }
                places.step(&inst.op, &mut bound);
            }
            match &block.exit {
                Exit::Return(_) => intersect(&mut end, &bound.globals),
                exit => {
                    if let Some(Value::Global(global)) = asked(exit).filter(|_| is_module) {
                        self.is_loaded(*global, &bound);
                    }
                }
            }
        }
        end
    }

    fn is_made(&mut self, id: FuncId, cells: &[Var], places: &Places, bound: &Bound) {
        let numbered = (0..).zip(cells);
        let closure = numbered.filter(|(_, cell)| places.knows(bound, &Value::Var(**cell)));
        let closure: Vec<u32> = closure.map(|(index, _)| index).collect();
        match self.made.get_mut(&id) {
            Some(made) => {
                made.globals.retain(&bound.globals);
                made.closure.retain(|index| closure.contains(index));
            }
            None => {
                let globals = bound.globals.clone();
                self.made.insert(id, Made { globals, closure });
            }
        }
    }

    fn is_loaded(&mut self, global: Global, bound: &Bound) {
        if !self.program.info(global).defs.is_empty() {
            join(&mut self.at_loads, global, &bound.globals);
        }
    }

    /// What is bound whenever a function that is the value of a global begins. It runs only
    /// after that was loaded: by a module's body, or by a function that runs.
    fn bound_when_loaded(&self) -> HashMap<FuncId, Set<Global>> {
        let program = self.program;
        let globals = (0..program.globals.len() as u32).map(Global);
        let constant = |global| Some((program.constant_function(global)?, global));
        let candidates: Vec<(FuncId, Global)> = globals.filter_map(constant).collect();
        let values: HashMap<FuncId, Global> = candidates.iter().copied().collect();
        let callers = self.callers();
        let mut bound: HashMap<FuncId, Set<Global>> = HashMap::new();
        // Functions with the same at entry as a candidate, or more, which call others.
        let mut callees: HashMap<FuncId, Vec<FuncId>> = HashMap::new();
        let mut work = Worklist::default();
        for (id, global) in &candidates {
            let loads = self.at_loads.get(global).into_iter();
            for known in loads.chain(self.outer_bound(*id)) {
                join(&mut bound, *id, known);
            }
            for caller in callers.get(global).into_iter().flatten() {
                match self.runs_like(*caller, &values) {
                    Some(RunsLike::Candidate(other)) => callees.entry(other).or_default().push(*id),
                    Some(RunsLike::Made(known)) => {
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

    /// The functions, other than modules' bodies, that load globals of their own modules.
    fn callers(&self) -> HashMap<Global, BTreeSet<FuncId>> {
        let program = self.program;
        let mut callers: HashMap<Global, BTreeSet<FuncId>> = HashMap::new();
        for id in program.own() {
            let function = program.function(id);
            if matches!(function.source, ScopeNode::Module(_)) {
                continue;
            }
            for block in &self.bodies[id.0 as usize].blocks {
                let loads = block.insts.iter().filter_map(|inst| loaded(&inst.op));
                let tested = match asked(&block.exit) {
                    Some(Value::Global(global)) => Some(*global),
                    _ => None,
                };
                for global in loads.chain(tested) {
                    if program.info(global).module == usize::from(function.file) {
                        callers.entry(global).or_default().insert(id);
                    }
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
        match self.made.get(&id) {
            Some(made) => Some(RunsLike::Made(&made.globals)),
            None => self.runs_like(self.program.parent(id)?, values),
        }
    }

    /// What is bound when another module than its own may call a function.
    fn outer_bound(&self, id: FuncId) -> Option<&Set<Global>> {
        let number = usize::from(self.program.function(id).file);
        let mut importers = (0..).zip(&self.program.modules);
        let imported = importers
            .any(|(other, module)| other != number && module.imports.files.contains(&number));
        if !imported {
            return None;
        }
        match self.program.in_cycle(number) {
            true => self.made.get(&id).map(|made| &made.globals),
            false => self.everywhere.ends.get(&self.program.modules[number].name),
        }
    }
}

/// The global that an operation loads; a test at the end of a block asks for one, too.
fn loaded(op: &Op) -> Option<Global> {
    match op {
        Op::Move {
            src: Value::Global(global),
            checked: true,
            ..
        } => Some(*global),
        _ => None,
    }
}

/// Leaves what both sets have; `None` are all.
fn intersect(common: &mut Option<Set<Global>>, other: &Set<Global>) {
    match common {
        Some(common) => {
            common.retain(other);
        }
        None => *common = Some(other.clone()),
    }
}

/// What is known of `key` is no more than this. True if that was not known.
fn join<K: Eq + Hash>(known: &mut HashMap<K, Set<Global>>, key: K, more: &Set<Global>) -> bool {
    match known.entry(key) {
        Occupied(mut known) => known.get_mut().retain(more),
        Vacant(unknown) => {
            unknown.insert(more.clone());
            true
        }
    }
}

/// The globals of which something holds.
fn globals(program: &Program, holds: impl Fn(&GlobalInfo) -> bool) -> Set<Global> {
    let all = (0..).map(Global).zip(&program.globals);
    all.filter(|(_, info)| holds(info))
        .map(|(global, _)| global)
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
