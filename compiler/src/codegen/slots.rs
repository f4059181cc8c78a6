//! Frame slots for virtual slots.
//!
//! Slot 0 is the callee's word, parameters follow. Other virtual slots take the lowest
//! slot that no conflicting one has. The windows of calls come last: the slots of a
//! window are consecutive and above everything that lives across the call, since the
//! callee's frame begins there. A result that is an argument of an outer call joins
//! the windows to a cluster, so that nothing is copied.

use super::interference::Interference;
use crate::ir::{Function, Op, Var};
use std::collections::HashMap;

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
        let interference = Interference::of(function);
        let clusters = Clusters::of(function);
        let mut slots: Vec<Option<usize>> = vec![None; function.vars.len()];
        for (param, slot) in slots.iter_mut().enumerate().take(function.params) {
            *slot = Some(param + 1);
        }
        let free = |var: &&Var| var.0 as usize >= function.params && !clusters.has(**var);
        for var in interference.order.iter().filter(free) {
            let taken = |slot: usize| {
                let conflicts = interference.conflicts[var.0 as usize].iter();
                conflicts
                    .into_iter()
                    .any(|other| slots[other.0 as usize] == Some(slot))
            };
            slots[var.0 as usize] = (1..).find(|slot| !taken(*slot));
        }
        for members in clusters.in_order(&interference.order) {
            let base = (members.iter())
                .flat_map(|(var, _)| interference.conflicts[var.0 as usize].iter())
                .filter(|other| !members.iter().any(|(member, _)| member == other))
                .filter_map(|other| slots[other.0 as usize])
                .max();
            let base = base.map_or(1, |slot| slot + 1);
            for (var, offset) in members {
                slots[var.0 as usize] = Some(base + offset);
            }
        }
        if !verify(function, &interference, &slots) {
            return None;
        }
        let words = slots.iter().flatten().max().map_or(1, |slot| slot + 1);
        let words = words.max(function.params + 1);
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
fn verify(function: &Function, interference: &Interference, slots: &[Option<usize>]) -> bool {
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
    let calls = windows(function).zip(&interference.across);
    params
        && distinct
        && calls.into_iter().all(|(window, across)| {
            let base = slot(window[0]).expect("a window has slots");
            let consecutive = (base..).zip(window).all(|(s, var)| slot(*var) == Some(s));
            consecutive && across.iter().all(|var| slot(var) < Some(base))
        })
}

fn windows(function: &Function) -> impl Iterator<Item = &Vec<Var>> {
    let insts = function.blocks.iter().flat_map(|block| &block.insts);
    insts.filter_map(|inst| match &inst.op {
        Op::Call { window, .. } => Some(window),
        _ => None,
    })
}

/// Windows that share slots, with each slot's offset in its cluster.
struct Clusters(HashMap<Var, (usize, usize)>);

impl Clusters {
    fn of(function: &Function) -> Clusters {
        let mut place = HashMap::new();
        // An outer call comes after the inner ones whose results are its arguments.
        let windows: Vec<&Vec<Var>> = windows(function).collect();
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

    /// The clusters by their first occurrence, each with its slots and their offsets.
    fn in_order(&self, order: &[Var]) -> Vec<Vec<(Var, usize)>> {
        let mut clusters: Vec<(usize, Vec<(Var, usize)>)> = vec![];
        for var in order {
            let Some((cluster, offset)) = self.0.get(var) else {
                continue;
            };
            match clusters.iter_mut().find(|(number, _)| number == cluster) {
                Some((_, members)) => members.push((*var, *offset)),
                None => clusters.push((*cluster, vec![(*var, *offset)])),
            }
        }
        clusters.into_iter().map(|(_, members)| members).collect()
    }
}
