//! Frame slots for virtual slots.
//!
//! Slot 0 is the callee's word, parameters follow. Other virtual slots take the lowest
//! slot that no conflicting one has. The windows of calls come last: the slots of a
//! window are consecutive and above everything that lives across the call, since the
//! callee's frame begins there. A result that is an argument of an outer call joins
//! the windows to a cluster, so that nothing is copied.

use super::interference::Interference;
use crate::ir::{Function, Op, Var};
use std::collections::{HashMap, HashSet};

/// Words of the largest frame: what an operand can name.
const MAX_FRAME: usize = 256;

/// Where each virtual slot is.
#[derive(Debug)]
pub struct Slots {
    slots: Vec<Option<u8>>,
    /// Size of the frame.
    pub words: u16,
}

impl Slots {
    /// The frame slot of a virtual slot that occurs in the function.
    pub fn of(&self, var: Var) -> u8 {
        self.slots[var.0 as usize].expect("every virtual slot that occurs has a slot")
    }

    /// Allocates; `None` if the frame would be too large, or if joined windows contradict
    /// each other.
    pub fn allocate(function: &Function) -> Option<Slots> {
        Slots::allocate_with(function, &Interference::of(function))
    }

    /// The same with the function's interference.
    pub fn allocate_with(function: &Function, interference: &Interference) -> Option<Slots> {
        let clusters = Clusters::of(function);
        let mut slots: Vec<Option<usize>> = vec![None; function.vars.len()];
        for (param, slot) in slots.iter_mut().enumerate().take(function.params) {
            *slot = Some(param + 1);
        }
        let tops = tops(function);
        let free = |var: &&Var| {
            let param = (var.0 as usize) < function.params;
            !param && !clusters.has(**var) && !tops.contains(var)
        };
        for var in interference.order.iter().filter(free) {
            let conflicts = interference.conflicts[var.0 as usize].iter();
            let taken: HashSet<usize> = conflicts
                .filter_map(|other| slots[other.0 as usize])
                .collect();
            slots[var.0 as usize] = (1..).find(|slot| !taken.contains(slot));
        }
        for members in clusters.in_order(function, interference) {
            let base = (members.iter())
                .flat_map(|(var, _)| interference.conflicts[var.0 as usize].iter())
                .filter(|other| !clusters.are_together(*other, members[0].0))
                .filter_map(|other| slots[other.0 as usize])
                .max();
            let base = base.map_or(1, |slot| slot + 1);
            for (var, offset) in members {
                slots[var.0 as usize] = Some(base + offset);
            }
        }
        let words = slots.iter().flatten().max().map_or(1, |slot| slot + 1);
        let mut words = words.max(function.params + 1);
        if !tops.is_empty() {
            for top in &tops {
                slots[top.0 as usize] = Some(words);
            }
            words += 1;
        }
        if !verify(function, interference, &slots, words) {
            return None;
        }
        (words <= MAX_FRAME).then(|| Slots {
            slots: slots
                .iter()
                .map(|slot| slot.map(|slot| slot as u8))
                .collect(),
            words: words as u16,
        })
    }
}

/// True if the allocation keeps all promises.
fn verify(
    function: &Function,
    interference: &Interference,
    slots: &[Option<usize>],
    words: usize,
) -> bool {
    let slot = |var: Var| slots[var.0 as usize];
    let params = (0..function.params).all(|param| slots[param] == Some(param + 1));
    let distinct = (0..)
        .map(Var)
        .zip(&interference.conflicts)
        .all(|(var, conflicts)| {
            conflicts
                .iter()
                .all(|other| other == var || slot(other) != slot(var))
        });
    let consecutive = windows(function).all(|window| {
        let base = slot(window[0]).expect("a window has slots");
        (base..).zip(window).all(|(s, var)| slot(var) == Some(s))
    });
    let mut calls = calls(function).zip(&interference.across);
    let above = calls.all(|(base, across)| across.iter().all(|var| slot(var) < slot(base)));
    let uppermost = tops(function)
        .iter()
        .all(|top| slot(*top) == Some(words - 1));
    params && distinct && consecutive && above && uppermost
}

fn ops(function: &Function) -> impl Iterator<Item = &Op> {
    let insts = function.blocks.iter().flat_map(|block| &block.insts);
    insts.map(|inst| &inst.op)
}

/// The slots that have to be consecutive: of calls, and of methods with their receivers.
fn windows(function: &Function) -> impl Iterator<Item = Vec<Var>> + '_ {
    ops(function).filter_map(Op::window)
}

/// The callees that have to be uppermost in the frame.
fn tops(function: &Function) -> HashSet<Var> {
    let callee = |op: &Op| match op {
        Op::CallTop { callee, .. } => Some(*callee),
        _ => None,
    };
    ops(function).filter_map(callee).collect()
}

/// Windows that share slots, with each slot's offset in its cluster.
struct Clusters(HashMap<Var, (usize, usize)>);

impl Clusters {
    fn of(function: &Function) -> Clusters {
        let mut place = HashMap::new();
        // An outer call comes after the inner ones whose results are its arguments.
        let windows: Vec<Vec<Var>> = windows(function).collect();
        for (number, window) in windows.into_iter().enumerate().rev() {
            let (cluster, base) = *place.entry(window[0]).or_insert((number, 0));
            for (offset, var) in window.iter().enumerate() {
                place.insert(*var, (cluster, base + offset));
            }
        }
        Clusters(place)
    }

    fn has(&self, var: Var) -> bool {
        self.0.contains_key(&var)
    }

    /// True if two slots, of which the second is in a cluster, are in one.
    fn are_together(&self, one: Var, other: Var) -> bool {
        let cluster = |var| self.0.get(&var).map(|(cluster, _)| *cluster);
        cluster(one) == cluster(other)
    }

    /// The clusters, each with its slots and their offsets: by their first occurrence, but
    /// after those of which a slot lives across one of their calls.
    fn in_order(&self, function: &Function, interference: &Interference) -> Vec<Members> {
        let mut first = vec![];
        let mut clusters: HashMap<usize, (Members, Vec<usize>)> = HashMap::new();
        for var in &interference.order {
            if let Some((cluster, offset)) = self.0.get(var) {
                let (members, _) = clusters.entry(*cluster).or_insert_with(|| {
                    first.push(*cluster);
                    Default::default()
                });
                members.push((*var, *offset));
            }
        }
        for (callee, across) in calls(function).zip(&interference.across) {
            let called = self.0.get(&callee).and_then(|(c, _)| clusters.get_mut(c));
            if let Some((_, below)) = called {
                below.extend(across.iter().filter_map(|var| Some(self.0.get(&var)?.0)));
            }
        }
        let mut ordered = vec![];
        for cluster in first {
            take(cluster, &mut clusters, &mut ordered);
        }
        ordered
    }
}

/// The slots of a cluster, with their offsets.
type Members = Vec<(Var, usize)>;

/// Moves a cluster to those that are in order, after the ones that have to be below it.
fn take(
    cluster: usize,
    clusters: &mut HashMap<usize, (Members, Vec<usize>)>,
    ordered: &mut Vec<Members>,
) {
    if let Some((members, below)) = clusters.remove(&cluster) {
        for other in below {
            take(other, clusters, ordered);
        }
        ordered.push(members);
    }
}

/// The callees of the calls, in order.
fn calls(function: &Function) -> impl Iterator<Item = Var> + '_ {
    ops(function).filter_map(|op| match op {
        Op::Call { window, .. } => Some(window[0]),
        Op::CallTop { callee, .. } => Some(*callee),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::*;
    use crate::passes::coalesce::coalesce;

    fn copy(dst: u32, src: Value) -> Op {
        let dst = Place::Var(Var(dst));
        Op::Move {
            dst,
            src,
            checked: false,
        }
    }

    fn call(window: &[u32]) -> Op {
        let window = window.iter().map(|n| Var(*n)).collect();
        Op::Call {
            callee: Callee::Known(FuncId(0)),
            window,
        }
    }

    /// A function of one block that returns variable `result`.
    fn function(params: usize, vars: usize, ops: Vec<Op>, result: u32) -> Function {
        let span = Span::default();
        let block = Block {
            insts: ops.into_iter().map(|op| Inst { op, span }).collect(),
            exit: Exit::Return(Value::Var(Var(result))),
            span,
            cold: false,
            handler: None,
        };
        Function {
            blocks: vec![block],
            vars: vec!["".into(); vars],
            params,
            inlined: vec![],
        }
    }

    fn slots(function: &Function) -> Vec<u8> {
        let slots = Slots::allocate(function).expect("it fits");
        (0..function.vars.len() as u32)
            .map(|n| slots.of(Var(n)))
            .collect()
    }

    #[test]
    fn a_window_is_above_what_lives_across_the_call() {
        // v2 = f(v0); return v0 + v2
        let sum = Op::Compute {
            op: pyxl_isa::Opcode::Add,
            dst: Place::Var(Var(3)),
            a: Some(Value::Var(Var(0))),
            b: Some(Value::Var(Var(1))),
        };
        let ops = vec![copy(2, Value::Var(Var(0))), call(&[1, 2]), sum];
        let function = function(1, 4, ops, 3);
        assert_eq!(slots(&function), [1, 2, 3, 1]);
    }

    #[test]
    fn a_result_stays_where_the_outer_call_wants_it() {
        // f(7, g(8)): g's result is f's second argument.
        let ops = vec![
            copy(1, Value::int(7)),
            copy(3, Value::int(8)),
            call(&[2, 3]),
            call(&[0, 1, 2]),
        ];
        let function = function(0, 4, ops, 0);
        assert_eq!(slots(&function), [1, 2, 3, 4]);
    }

    #[test]
    fn a_variable_may_live_in_a_window() {
        // x = f(7); return g(x)
        let ops = vec![
            copy(1, Value::int(7)),
            call(&[0, 1]),
            copy(2, Value::Var(Var(0))),
            copy(4, Value::Var(Var(2))),
            call(&[3, 4]),
        ];
        let mut function = function(0, 5, ops, 3);
        coalesce(&mut function);
        assert_eq!(function.blocks[0].insts.len(), 3, "both copies are gone");
        assert!(Slots::allocate(&function).is_some());
    }

    #[test]
    fn a_frame_has_at_most_256_words() {
        let ops: Vec<Op> = (0..255).map(|n| copy(n, Value::int(0))).collect();
        let window: Vec<u32> = (0..255).collect();
        let fits = function(0, 255, [ops.clone(), vec![call(&window)]].concat(), 0);
        assert_eq!(Slots::allocate(&fits).expect("it fits").words, 256);
        let window: Vec<u32> = (0..256).collect();
        let large = function(0, 256, [ops, vec![call(&window)]].concat(), 0);
        assert!(Slots::allocate(&large).is_none());
    }
}
