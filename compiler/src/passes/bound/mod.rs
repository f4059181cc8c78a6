//! Checks and tests for unbound variables are decided.
//!
//! Lowering checks every variable where it is loaded. What goes here are the checks of variables
//! that surely are bound, and the ways that control takes only if one is not. Those that stay
//! become instructions.

mod facts;
mod program;
#[cfg(test)]
mod tests;

pub use program::entries;

use crate::ir::dataflow::VarSet;
use crate::ir::set::Set;
use crate::ir::*;
use facts::{runs_code, Bound, Places};
use pyxl_isa::{Opcode, Tag};
use std::collections::HashMap;
use std::mem;
use std::rc::Rc;

/// What is bound when a function begins, and what its operations tell of other functions.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The globals that surely are bound; `None` if all are.
    pub globals: Option<Set<Global>>,
    /// The numbers of the variables in its closure that surely are bound.
    pub closure: Vec<u32>,
    /// What is known everywhere.
    pub program: Rc<Everywhere>,
}

/// What is known of the whole program.
#[derive(Clone, Debug, Default)]
pub struct Everywhere {
    /// The globals that something deletes: whatever runs other code may do so.
    pub deletable: Set<Global>,
    /// For modules the globals that are bound after their bodies have run.
    pub ends: HashMap<Rc<str>, Set<Global>>,
}

/// Removes the checks of what surely is bound from a function.
pub fn decide(function: &mut Function, entry: &Entry) {
    let places = Places::of(function, entry);
    let known = places.solve(function);
    let (reads, writes) = count(function);
    let mut decider = Decider {
        reads,
        tested: VarSet::default(),
        places,
        insts: vec![],
        held: vec![],
    };
    for (number, mut bound) in known.into_iter().enumerate() {
        let block = &mut function.blocks[number];
        for inst in mem::take(&mut block.insts) {
            decider.inst(inst, &mut bound);
        }
        decider.use_held(block.exit.reads_mut());
        decider.exit(block, bound.as_ref(), &mut function.vars);
        block.insts = mem::take(&mut decider.insts);
        decider.held.clear();
    }
    let Decider {
        reads,
        tested,
        places,
        ..
    } = decider;
    // A word that nothing else is assigned to is no variable's, but the argument of a call.
    remove_first_words(function, |var| {
        let is_argument = reads[var.0 as usize] > 0 && writes[var.0 as usize] == 1;
        tested.contains(var) || is_argument && !places.has(var)
    });
}

struct Decider<'e> {
    places: Places<'e>,
    /// How often each slot is read.
    reads: Vec<usize>,
    /// The slots whose checks or tests stay.
    tested: VarSet,
    /// The operations of the block so far.
    insts: Vec<Inst>,
    /// Places that were checked in this block, each with the slot that got its word then.
    held: Vec<(Place, Var)>,
}

impl Decider<'_> {
    /// `bound` is what is known before it, and then after it; `None` where control cannot come.
    fn inst(&mut self, inst: Inst, bound: &mut Option<Bound>) {
        let places = &self.places;
        let knows = |value: &Value| bound.as_ref().is_none_or(|b| places.knows(b, value));
        let check = match &inst.op {
            Op::Move { dst, src, checked } if *checked => Some((*dst, src.clone(), knows(src))),
            _ => None,
        };
        if let Some(bound) = bound {
            places.step(&inst.op, bound);
        }
        match check {
            Some((dst, src, sure)) => {
                self.held.retain(|(place, _)| src.place() != Some(*place));
                match sure {
                    true => self.is_sure(dst, &src, inst),
                    false => self.stays(dst, &src, inst),
                }
            }
            None => match &inst.op {
                Op::Note(note) if !matches!(note, Note::MayExist(_) | Note::Instance { .. }) => {}
                _ => self.push(inst),
            },
        }
    }

    /// The check of a word that is bound: a copy, if anything reads it.
    fn is_sure(&mut self, dst: Place, src: &Value, mut inst: Inst) {
        match dst {
            Place::Var(var) if self.reads[var.0 as usize] == 0 => self.drop_load(src),
            _ => {
                if let Op::Move { checked, .. } = &mut inst.op {
                    *checked = false;
                }
                self.push(inst);
            }
        }
    }

    /// The check of a word that may be unbound.
    fn stays(&mut self, dst: Place, src: &Value, inst: Inst) {
        self.insts.push(inst);
        if let Value::Var(var) = src {
            self.tested.insert(*var);
        }
        if let (Some(src), Place::Var(dst)) = (src.place(), dst) {
            self.held.push((src, dst));
        }
    }

    /// Appends an operation. It reads the word that a check had before it, not the variable:
    /// the one that is copied can mostly be the same slot as the copy.
    fn push(&mut self, mut inst: Inst) {
        self.use_held(inst.op.reads_mut());
        let op = &inst.op;
        let (written, runs) = (op.writes(), runs_code(op));
        self.held.retain(|(place, _)| {
            let changed = runs && matches!(place, Place::Global(_));
            Some(*place) != written && !changed
        });
        self.insts.push(inst);
    }

    fn use_held<'v>(&self, reads: impl Iterator<Item = (OperandField, &'v mut Value)>) {
        if self.held.is_empty() {
            return;
        }
        for (_, value) in reads {
            let held = self
                .held
                .iter()
                .find(|(place, _)| value.place() == Some(*place));
            if let Some((_, word)) = held {
                *value = Value::Var(*word);
            }
        }
    }

    /// The check of a word has gone: so does its load, if nothing else needs it.
    fn drop_load(&mut self, word: &Value) {
        let Value::Var(word) = word else { return };
        if self.reads[word.0 as usize] > 1 {
            return;
        }
        let loads = |inst: &Inst| match &inst.op {
            Op::Load { dst, .. } => *dst == Place::Var(*word),
            _ => false,
        };
        if let Some(at) = self.insts.iter().rposition(loads) {
            self.insts.remove(at);
        }
    }

    /// Decides a test at the end of a block, or writes what makes it.
    fn exit(&mut self, block: &mut Block, bound: Option<&Bound>, vars: &mut Vec<Rc<str>>) {
        let Exit::Branch {
            test: Test::Unbound(value),
            yes,
            no,
        } = &block.exit
        else {
            return;
        };
        let (value, yes, no) = (value.clone(), *yes, *no);
        if bound.is_none_or(|bound| self.places.knows(bound, &value)) {
            block.exit = Exit::Jump(no);
            return;
        }
        if let Value::Var(var) = value {
            self.tested.insert(var);
        }
        vars.push("".into());
        let tag = Place::Var(Var(vars.len() as u32 - 1));
        let (op, a, b) = (Opcode::Tag, Some(value), None);
        let op = Op::Compute { op, dst: tag, a, b };
        let span = block.span;
        self.insts.push(Inst { op, span });
        let unbound = Value::int(Tag::Unbound as i32);
        let test = Test::Compare(Opcode::Jeq, tag.into(), unbound);
        block.exit = Exit::Branch { test, yes, no };
    }
}

/// How often each slot is read, and how often operations write it.
fn count(function: &Function) -> (Vec<usize>, Vec<usize>) {
    let mut reads = vec![0; function.vars.len()];
    let mut writes = reads.clone();
    for block in &function.blocks {
        for Inst { op, .. } in &block.insts {
            op.for_each_read(|var| reads[var.0 as usize] += 1);
            op.for_each_write(|var| writes[var.0 as usize] += 1);
        }
        let exit = &block.exit;
        exit.for_each_read(|var| reads[var.0 as usize] += 1);
    }
    (reads, writes)
}

/// At first a function makes its variables unbound: only those have to be that are needed.
fn remove_first_words(function: &mut Function, needed: impl Fn(Var) -> bool) {
    let insts = &mut function.blocks[0].insts;
    let first = insts.iter().take_while(|inst| first_word(inst).is_some());
    let first = first.count();
    let rest = insts.split_off(first);
    insts.retain(|inst| first_word(inst).is_some_and(&needed));
    insts.extend(rest);
}

/// The variable that an operation makes unbound.
fn first_word(inst: &Inst) -> Option<Var> {
    match inst.op {
        Op::Move {
            dst: Place::Var(var),
            src: Value::Const(Const::Unbound(..)),
            checked: false,
        } => Some(var),
        _ => None,
    }
}
