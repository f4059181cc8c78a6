//! Facts that flow along the edges of a function's graph.
//!
//! What is known of values (surely written, surely bound, later perhaps their types) is a
//! [`Lattice`]: how two ways are joined. [`forward`] solves one.

use super::set::{Numbered, Set};
use super::{Block, BlockId, Exit, Function, Op, Place, Var};
use crate::work;

/// What is known at a point of a function.
pub trait Lattice: Clone {
    /// Leaves what is known on both ways; true if that changed anything.
    fn join(&mut self, other: &Self) -> bool;
}

/// What surely holds: on both ways.
impl<T: Numbered> Lattice for Set<T> {
    fn join(&mut self, other: &Self) -> bool {
        self.retain(other)
    }
}

/// What is known at the start of each block; `None` where control cannot come.
///
/// `op` says what holds after an operation, `exit` what holds besides where a block goes on, and
/// whether it does: false if what is known excludes that way. An exception goes to the block's
/// handler before its operation has written anything.
pub fn forward<L: Lattice>(
    function: &Function,
    entry: L,
    op: impl Fn(&Op, &mut L),
    exit: impl Fn(&Exit, BlockId, &mut L) -> bool,
) -> Vec<Option<L>> {
    let mut known: Vec<Option<L>> = vec![None; function.blocks.len()];
    let mut changed = vec![false; function.blocks.len()];
    (known[0], changed[0]) = (Some(entry), true);
    while changed.contains(&true) {
        for (index, block) in function.blocks.iter().enumerate() {
            let (true, Some(mut state)) = (changed[index], known[index].clone()) else {
                continue;
            };
            changed[index] = false;
            let mut flow = |to: BlockId, state: &L| {
                let to = to.0 as usize;
                changed[to] |= match &mut known[to] {
                    Some(known) => known.join(state),
                    unknown => {
                        *unknown = Some(state.clone());
                        true
                    }
                };
            };
            work::steps(block.insts.len());
            for inst in &block.insts {
                if let Some(to) = block.handler.filter(|_| !inst.op.is_silent()) {
                    flow(to, &state);
                }
                op(&inst.op, &mut state);
            }
            if let Some(to) = block.handler.filter(|_| !block.exit.is_silent()) {
                flow(to, &state);
            }
            for to in block.exit.successors() {
                let mut state = state.clone();
                if exit(&block.exit, *to, &mut state) {
                    flow(*to, &state);
                }
            }
        }
    }
    known
}

/// The virtual slots that are live at the start of each block.
pub fn liveness(function: &Function) -> Vec<VarSet> {
    let mut live_in = vec![VarSet::default(); function.blocks.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for (index, block) in function.blocks.iter().enumerate().rev() {
            work::steps(block.insts.len());
            let mut live = live_out(block, &live_in);
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

/// The virtual slots that are live at the end of a block, given what is at the start of all.
pub fn live_out(block: &Block, live_in: &[VarSet]) -> VarSet {
    let mut live = VarSet::default();
    for next in block.successors() {
        live.extend(&live_in[next.0 as usize]);
    }
    live
}

/// The virtual slots that are surely written at the start of each block; `None` where control
/// cannot come.
pub fn written(function: &Function) -> Vec<Option<Written>> {
    let mut entry = Written(VarSet::default());
    (0..function.params as u32).for_each(|param| entry.0.insert(Var(param)));
    let exit = |exit: &Exit, _, written: &mut Written| {
        if let Some(Place::Var(counter)) = exit.counter() {
            written.0.insert(counter);
        }
        true
    };
    forward(function, entry, |op, written| written.step(op), exit)
}

/// Virtual slots that are surely written.
#[derive(Clone, Debug)]
pub struct Written(pub VarSet);

impl Written {
    /// After an operation.
    pub fn step(&mut self, op: &Op) {
        op.for_each_write(|var| self.0.insert(var));
    }
}

impl Lattice for Written {
    fn join(&mut self, other: &Written) -> bool {
        self.0.retain(&other.0)
    }
}

/// A set of virtual slots of one function.
pub type VarSet = Set<Var>;
