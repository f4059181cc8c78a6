//! Which virtual slots must not share a frame slot.

use crate::ir::dataflow::{live_out, liveness, VarSet};
use crate::ir::{Function, Op, Place, Value, Var};

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
        let mut result = Interference {
            conflicts: vec![VarSet::default(); function.vars.len()],
            across: vec![],
            order: vec![],
        };
        for block in &function.blocks {
            let mut live = live_out(block, &live_in);
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

fn order(function: &Function) -> Vec<Var> {
    let mut seen = VarSet::default();
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
