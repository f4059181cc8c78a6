//! What is known to be bound at a point of a function.

use super::Entry;
use crate::ir::dataflow::{forward, Lattice, VarSet};
use crate::ir::set::Set;
use crate::ir::*;
use pyxl_isa::layout;

/// The variables that surely are bound.
#[derive(Clone, Debug)]
pub struct Bound {
    /// Globals that stay bound.
    pub globals: Set<Global>,
    /// Globals that are bound until other code runs, which may delete them.
    passing: Set<Global>,
    /// Slots that are asked for; cells with a variable that is bound.
    slots: VarSet,
    /// Slots that hold the word of a cell, each with that of the cell, until it is known whether
    /// they are bound.
    words: Vec<(Var, Var)>,
}

impl Lattice for Bound {
    fn join(&mut self, other: &Bound) -> bool {
        let words = self.words.len();
        self.words.retain(|word| other.words.contains(word));
        let words = self.words.len() < words;
        let globals = self.globals.retain(&other.globals);
        let passing = self.passing.retain(&other.passing);
        self.slots.retain(&other.slots) | globals | passing | words
    }
}

/// What a function is asked about.
///
/// Only words that are checked or tested may be unbound: all others are bound because nobody
/// asks.
pub struct Places<'e> {
    entry: &'e Entry,
    /// The slots that are checked or tested, and those with cells.
    asked: VarSet,
    cells: VarSet,
    /// Those with cells of variables that something deletes.
    deletable: VarSet,
}

impl<'e> Places<'e> {
    /// The places of a function.
    pub fn of(function: &Function, entry: &'e Entry) -> Places<'e> {
        let mut places = Places {
            entry,
            asked: VarSet::default(),
            cells: VarSet::default(),
            deletable: VarSet::default(),
        };
        for block in &function.blocks {
            for inst in &block.insts {
                match &inst.op {
                    Op::Move {
                        src: Value::Var(var),
                        checked: true,
                        ..
                    } => places.asked.insert(*var),
                    Op::Note(Note::Cell { cell, content }) => {
                        places.asked.insert(*cell);
                        places.cells.insert(*cell);
                        if *content == CellContent::Deletable {
                            places.deletable.insert(*cell);
                        }
                    }
                    _ => {}
                }
            }
            if let Some(Value::Var(var)) = asked(&block.exit) {
                places.asked.insert(*var);
            }
        }
        places
    }

    /// True if a slot is checked or tested somewhere.
    pub fn has(&self, var: Var) -> bool {
        self.asked.contains(var)
    }

    /// What is known at the start of each block; `None` where control cannot come.
    pub fn solve(&self, function: &Function) -> Vec<Option<Bound>> {
        let mut entry = Bound {
            globals: self.entry.globals.clone().unwrap_or_default(),
            passing: Set::default(),
            slots: VarSet::default(),
            words: vec![],
        };
        let params = (0..function.params as u32).map(Var);
        params.for_each(|param| self.set(&mut entry, param, true));
        let op = |op: &Op, bound: &mut Bound| self.step(op, bound);
        let exit = |exit: &Exit, to, bound: &mut Bound| self.leave(exit, to, bound);
        forward(function, entry, op, exit)
    }

    /// True if a value surely is bound.
    pub fn knows(&self, bound: &Bound, value: &Value) -> bool {
        match value {
            Value::Const(constant) => !matches!(constant, Const::Unbound(..)),
            Value::Callee => true,
            Value::Global(global) => {
                let known = [&bound.globals, &bound.passing];
                self.entry.globals.is_none() || known.iter().any(|set| set.contains(*global))
            }
            Value::Var(var) => !self.asked.contains(*var) || bound.slots.contains(*var),
        }
    }

    fn set(&self, bound: &mut Bound, var: Var, is_bound: bool) {
        if !is_bound || self.deletable.contains(var) {
            bound.slots.remove(var);
        } else if self.asked.contains(var) {
            bound.slots.insert(var);
        }
    }

    fn set_place(&self, bound: &mut Bound, place: Place, is_bound: bool) {
        match place {
            Place::Var(var) => {
                bound
                    .words
                    .retain(|(word, cell)| *word != var && *cell != var);
                self.set(bound, var, is_bound);
            }
            Place::Global(_) if self.entry.globals.is_none() => {}
            Place::Global(global) => {
                let known = match self.entry.program.deletable.contains(global) {
                    true => &mut bound.passing,
                    false => &mut bound.globals,
                };
                match is_bound {
                    true => known.insert(global),
                    false => known.remove(global),
                }
            }
        }
    }

    /// A value was seen not to be unbound.
    fn learn(&self, bound: &mut Bound, value: &Value) {
        if let Value::Var(var) = value {
            if let Some(at) = bound.words.iter().position(|(word, _)| word == var) {
                let (_, cell) = bound.words.remove(at);
                self.set(bound, cell, true);
            }
        }
        if let Some(place) = value.place() {
            self.set_place(bound, place, true);
        }
    }

    /// What is known after an operation.
    pub fn step(&self, op: &Op, bound: &mut Bound) {
        if runs_code(op) {
            bound.passing = Set::default();
        }
        match op {
            Op::Move { dst, src, checked } => {
                if *checked {
                    self.learn(bound, src);
                }
                let is_bound = *checked || self.knows(bound, src);
                self.set_place(bound, *dst, is_bound);
            }
            Op::Load {
                dst: Place::Var(dst),
                base: Value::Var(cell),
                field: Some(WordName::Table(layout::cell::field::VALUE)),
                ..
            } if self.cells.contains(*cell) => {
                let is_bound = self.knows(bound, &Value::Var(*cell));
                self.set_place(bound, Place::Var(*dst), is_bound);
                bound.words.push((*dst, *cell));
            }
            Op::Store {
                value,
                base: Value::Var(cell),
                field: Some(WordName::Table(layout::cell::field::VALUE)),
                ..
            } if self.cells.contains(*cell) => {
                let is_bound = self.knows(bound, value);
                self.set_place(bound, Place::Var(*cell), is_bound);
            }
            Op::Note(Note::Cell { cell, content }) => {
                let is_bound = match content {
                    CellContent::Unbound | CellContent::Deletable => false,
                    CellContent::Bound => true,
                    CellContent::Closure(index) => self.entry.closure.contains(index),
                };
                self.set(bound, *cell, is_bound);
            }
            Op::Note(Note::Ran(module)) => {
                if let Some(end) = self.entry.program.ends.get(module) {
                    bound.globals.extend(end);
                }
            }
            Op::Method {
                callee, receiver, ..
            } => {
                self.set_place(bound, Place::Var(*callee), true);
                self.set_place(bound, Place::Var(*receiver), true);
            }
            op => {
                if let Some(place) = op.writes() {
                    self.set_place(bound, place, true);
                }
            }
        }
    }

    /// What is known where a block goes on with `to`; false if it never does.
    fn leave(&self, exit: &Exit, to: BlockId, bound: &mut Bound) -> bool {
        match exit {
            Exit::Branch {
                test: Test::Unbound(value),
                yes,
                no,
            } => {
                if to == *no && yes != no {
                    self.learn(bound, value);
                }
                if to == *yes && yes != no {
                    return !self.knows(bound, value);
                }
            }
            Exit::Branch { .. } => bound.passing = Set::default(),
            exit => {
                if let Some(counter) = exit.counter() {
                    self.set_place(bound, counter, true);
                }
            }
        }
        true
    }
}

/// The value that an exit asks for.
pub fn asked(exit: &Exit) -> Option<&Value> {
    match exit {
        Exit::Branch {
            test: Test::Unbound(value),
            ..
        } => Some(value),
        _ => None,
    }
}

/// True if an operation may run code that deletes variables.
pub fn runs_code(op: &Op) -> bool {
    !matches!(op, Op::Move { .. }) && !op.is_silent()
}
