//! Copies between virtual slots that can be one slot: a call's result that becomes a
//! variable or an argument, a variable that is last used as an argument.

use crate::codegen::interference::Interference;
use crate::codegen::slots::Slots;
use crate::ir::{Function, Inst, Op, Place, Value, Var};
use std::collections::HashSet;

/// Most copies in a function that are looked at: each takes a trial allocation.
const MAX_COPIES: usize = 48;

/// Virtual slots of a function beyond which its copies stay: the body of a module
/// with thousands of lines, where a trial takes long and a copy costs little.
const MAX_VARS: usize = 512;

/// Joins the two sides of copies wherever the function can still be allocated.
pub fn coalesce(function: &mut Function) {
    let mut interference = Interference::of(function);
    if Slots::allocate_with(function, &interference).is_none() {
        separate(function);
        interference = Interference::of(function);
    }
    if function.vars.len() > MAX_VARS {
        return;
    }
    let mut tried = vec![];
    while tried.len() < MAX_COPIES {
        let Some((dst, src)) = copies(function).find(|pair| !tried.contains(pair)) else {
            return;
        };
        tried.push((dst, src));
        let is_param = |var: Var| (var.0 as usize) < function.params;
        let (kept, dropped) = if is_param(dst) {
            (dst, src)
        } else {
            (src, dst)
        };
        let conflicts = &interference.conflicts;
        if is_param(dropped) || conflicts[kept.0 as usize].contains(dropped) {
            continue;
        }
        let mut trial = function.clone();
        rename(&mut trial, dropped, kept);
        let joined = Interference::of(&trial);
        if Slots::allocate_with(&trial, &joined).is_some() {
            *function = trial;
            interference = joined;
        }
    }
}

/// Copies the results of calls that are arguments of outer calls, which takes their windows
/// apart: what lives across an inner call may have to be between the two.
fn separate(function: &mut Function) {
    let calls = function.blocks.iter().flat_map(|block| &block.insts);
    let results: HashSet<Var> = calls.filter_map(|inst| result(&inst.op)).collect();
    for block in &mut function.blocks {
        for mut inst in std::mem::take(&mut block.insts) {
            if let Op::Call { window, .. } = &mut inst.op {
                for argument in window.iter_mut().skip(1) {
                    if results.contains(argument) {
                        let copied = Var(function.vars.len() as u32);
                        function.vars.push("".into());
                        let op = Op::Move {
                            dst: Place::Var(copied),
                            src: Value::Var(*argument),
                            checked: false,
                        };
                        let span = inst.span;
                        block.insts.push(Inst { op, span });
                        *argument = copied;
                    }
                }
            }
            block.insts.push(inst);
        }
    }
}

/// The virtual slot that has a call's result.
fn result(op: &Op) -> Option<Var> {
    match op {
        Op::Call { window, .. } => Some(window[0]),
        _ => None,
    }
}

/// The copies of a function.
fn copies(function: &Function) -> impl Iterator<Item = (Var, Var)> + '_ {
    let insts = function.blocks.iter().flat_map(|block| &block.insts);
    insts.filter_map(|inst| copy(&inst.op))
}

/// Destination and source of a copy.
fn copy(op: &Op) -> Option<(Var, Var)> {
    match op {
        Op::Move {
            dst: Place::Var(dst),
            src: Value::Var(src),
            checked: false,
        } if dst != src => Some((*dst, *src)),
        _ => None,
    }
}

/// Replaces a virtual slot by another everywhere, and drops copies to itself.
fn rename(function: &mut Function, from: Var, to: Var) {
    let change = |var: &mut Var| {
        if *var == from {
            *var = to;
        }
    };
    for block in &mut function.blocks {
        for inst in &mut block.insts {
            inst.op.for_each_var_mut(change);
        }
        block.insts.retain(|inst| !is_idle(&inst.op));
        block.exit.for_each_var_mut(change);
    }
}

/// True for a copy of a virtual slot to itself.
fn is_idle(op: &Op) -> bool {
    matches!(op, Op::Move { dst: Place::Var(dst), src: Value::Var(src), checked: false } if dst == src)
}
