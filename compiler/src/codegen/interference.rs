//! Liveness of virtual slots, and which of them must not share a frame slot.

use crate::ir::{Block, Function, Op, Place, Value, Var};

/// A set of virtual slots of one function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VarSet(Vec<u64>);

impl VarSet {
    fn new(vars: usize) -> VarSet {
        VarSet(vec![0; vars.div_ceil(64)])
    }

    fn insert(&mut self, var: Var) {
        self.0[var.0 as usize / 64] |= 1 << (var.0 % 64);
    }

    fn remove(&mut self, var: Var) {
        self.0[var.0 as usize / 64] &= !(1 << (var.0 % 64));
    }

    /// True if the set has `var`.
    pub fn contains(&self, var: Var) -> bool {
        self.0[var.0 as usize / 64] >> (var.0 % 64) & 1 == 1
    }

    /// Adds the other set; returns true if that changed anything.
    fn extend(&mut self, other: &VarSet) -> bool {
        let mut changed = false;
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            changed |= *more & !*word != 0;
            *word |= more;
        }
        changed
    }

    /// Its members, ascending.
    pub fn iter(&self) -> impl Iterator<Item = Var> + '_ {
        (0..).zip(&self.0).flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.checked_sub(1)?;
                Some(Var(index * 64 + bit))
            })
        })
    }
}

/// What allocation has to know of a function.
pub struct Interference {
    /// For each virtual slot, those that are live where it is written.
    pub conflicts: Vec<VarSet>,
    /// For each call, in order of blocks and operations: what lives across it, or into
    /// the handler of its exceptions.
    pub across: Vec<VarSet>,
    /// Virtual slots in order of their first definition or use.
    pub order: Vec<Var>,
}

impl Interference {
    /// Analyses a function.
    pub fn of(function: &Function) -> Interference {
        let live_in = liveness(function);
        let vars = function.vars.len();
        let mut result = Interference {
            conflicts: vec![VarSet::new(vars); vars],
            across: vec![],
            order: vec![],
        };
        for block in &function.blocks {
            let mut live = live_out(block, &live_in, vars);
            if let Some(Place::Var(var)) = block.exit.counter() {
                live.remove(var);
                result.conflict(var, &live, None);
            }
            block.exit.for_each_read(|var| live.insert(var));
            let handled = block.handler.map(|handler| &live_in[handler.0 as usize]);
            let mut across = vec![];
            for inst in block.insts.iter().rev() {
                let mut written = vec![];
                inst.op.for_each_write(|var| written.push(var));
                for var in &written {
                    live.remove(*var);
                }
                // An exception leaves them as they were before.
                handled.map(|handled| live.extend(handled));
                for var in &written {
                    result.conflict(*var, &live, copied(&inst.op));
                }
                if let [callee, receiver] = written[..] {
                    result.pair(callee, receiver);
                }
                if let Op::Call { .. } | Op::CallTop { .. } = inst.op {
                    across.push(live.clone());
                }
                inst.op.for_each_read(|var| live.insert(var));
            }
            result.across.extend(across.into_iter().rev());
        }
        result.params(function, &live_in[0]);
        result.order = order(function);
        result
    }

    /// `var` is written while the others live. A copy does not conflict with its source.
    fn conflict(&mut self, var: Var, live: &VarSet, source: Option<Var>) {
        for other in live.iter().filter(|other| Some(*other) != source) {
            self.conflicts[var.0 as usize].insert(other);
            self.conflicts[other.0 as usize].insert(var);
        }
    }

    /// Two slots are written at once.
    fn pair(&mut self, one: Var, other: Var) {
        self.conflicts[one.0 as usize].insert(other);
        self.conflicts[other.0 as usize].insert(one);
    }

    /// Parameters are all written at the function's entry.
    fn params(&mut self, function: &Function, live: &VarSet) {
        for param in (0..function.params as u32).map(Var) {
            let mut others = live.clone();
            others.remove(param);
            self.conflict(param, &others, None);
        }
    }
}

/// The virtual slot that a copy reads.
fn copied(op: &Op) -> Option<Var> {
    match op {
        Op::Move {
            src: Value::Var(var),
            ..
        } => Some(*var),
        _ => None,
    }
}

fn live_out(block: &Block, live_in: &[VarSet], vars: usize) -> VarSet {
    let mut live = VarSet::new(vars);
    for next in block.successors() {
        live.extend(&live_in[next.0 as usize]);
    }
    live
}

/// What is live at the start of each block.
fn liveness(function: &Function) -> Vec<VarSet> {
    let vars = function.vars.len();
    let mut live_in = vec![VarSet::new(vars); function.blocks.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for (index, block) in function.blocks.iter().enumerate().rev() {
            let mut live = live_out(block, &live_in, vars);
            block.exit.for_each_read(|var| live.insert(var));
            for inst in block.insts.iter().rev() {
                inst.op.for_each_write(|var| live.remove(var));
                inst.op.for_each_read(|var| live.insert(var));
            }
            if let Some(handler) = block.handler {
                live.extend(&live_in[handler.0 as usize]);
            }
            changed |= live_in[index].extend(&live);
        }
    }
    live_in
}

fn order(function: &Function) -> Vec<Var> {
    let mut seen = VarSet::new(function.vars.len());
    let mut order = vec![];
    let mut add = |var: Var| {
        if !seen.contains(var) {
            seen.insert(var);
            order.push(var);
        }
    };
    for block in &function.blocks {
        for inst in &block.insts {
            inst.op.for_each_read(&mut add);
            inst.op.for_each_write(&mut add);
        }
        block.exit.for_each_read(&mut add);
    }
    order
}
