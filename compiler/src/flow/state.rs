//! What is known of a function's slots at one point of it.

use super::types::{Kinds, Types};
use crate::ir::dataflow::VarSet;
use crate::ir::{ClassNo, FuncId, Var};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Where a slot's word comes from, so that a test of it tells something of another slot.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Nothing is known.
    Nothing,
    /// It is the word in that slot.
    Same(Var),
    /// It is this truth.
    Truth(bool),
    /// It is this text.
    Text(Rc<str>),
    /// It is what a function of the runtime says of the word in that slot.
    Said(Var, FuncId),
    /// It is a number that the kind of the word in that slot decides.
    OfKind(Var, OfKind),
    /// It is the header of the object in that slot, or what came of moving its bits.
    Header(Var, HeaderBits),
}

/// Which bits of a header a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderBits {
    /// All.
    All,
    /// The class id is in the uppermost bits.
    ClassOnTop,
    /// The class id.
    Class,
}

impl Origin {
    /// The slot of which it tells something.
    fn about(&self) -> Option<Var> {
        match self {
            Origin::Nothing | Origin::Truth(_) | Origin::Text(_) => None,
            Origin::Same(var)
            | Origin::Said(var, _)
            | Origin::OfKind(var, _)
            | Origin::Header(var, _) => Some(*var),
        }
    }

    fn with_about(self, about: Var) -> Origin {
        match self {
            Origin::Same(_) => Origin::Same(about),
            Origin::Said(_, by) => Origin::Said(about, by),
            Origin::OfKind(_, numbers) => Origin::OfKind(about, numbers),
            Origin::Header(_, bits) => Origin::Header(about, bits),
            other => other,
        }
    }
}

/// A number for each kind: its tag, or what was computed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfKind(Rc<[(Kinds, i32)]>);

impl OfKind {
    /// The number of the tag.
    pub fn tag() -> OfKind {
        let tags = Kinds::ALL.tags();
        OfKind(tags.map(|(kind, tag)| (kind, tag as i32)).collect())
    }

    /// What an operation makes of it.
    pub fn map(&self, op: impl Fn(i32) -> i32) -> OfKind {
        OfKind(self.0.iter().map(|(kind, n)| (*kind, op(*n))).collect())
    }

    /// The kinds whose number passes a test.
    pub fn kinds(&self, test: impl Fn(i32) -> bool) -> Kinds {
        let passing = self.0.iter().filter(|(_, n)| test(*n));
        passing.fold(Kinds::NOTHING, |all, (kind, _)| all.or(*kind))
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Slot {
    types: Types,
    origin: Origin,
}

/// What is known of the slots.
#[derive(Clone, Debug, Default)]
pub struct State {
    slots: BTreeMap<Var, Slot>,
    /// The slots whose origin tells something of a slot.
    telling: BTreeMap<Var, BTreeSet<Var>>,
}

impl State {
    /// The types of what is in a slot.
    pub fn types(&self, var: Var) -> Types {
        let slot = self.slots.get(&var);
        slot.map_or(Types::any(), |slot| slot.types.clone())
    }

    /// Where it comes from.
    pub fn origin(&self, var: Var) -> Origin {
        let slot = self.slots.get(&var);
        slot.map_or(Origin::Nothing, |slot| slot.origin.clone())
    }

    /// The slot of which this one is a copy, or itself.
    pub fn root(&self, var: Var) -> Var {
        match self.origin(var) {
            Origin::Same(root) => root,
            _ => var,
        }
    }

    /// Puts a new word into a slot.
    pub fn set(&mut self, var: Var, types: Types, origin: Origin) {
        self.forget(var);
        // What the old word was tells nothing of the new one.
        let origin = match origin.about() == Some(var) {
            true => Origin::Nothing,
            false => origin,
        };
        if let Some(about) = origin.about() {
            self.telling.entry(about).or_default().insert(var);
        }
        self.slots.insert(var, Slot { types, origin });
    }

    /// Puts the word of another slot into a slot.
    pub fn copy(&mut self, to: Var, from: Var) {
        if to == from {
            return;
        }
        let origin = match self.origin(from) {
            Origin::Nothing => Origin::Same(from),
            origin => origin,
        };
        let types = self.types(from);
        self.set(to, types, origin);
    }

    /// What was in a slot is not there any more: one of its copies takes its place.
    fn forget(&mut self, var: Var) {
        let Some(slot) = self.slots.remove(&var) else {
            return;
        };
        if let Some(about) = slot.origin.about() {
            self.tells_no_more(var, about);
        }
        let Some(telling) = self.telling.remove(&var) else {
            return;
        };
        let is_copy = |other: &&Var| self.slots[other].origin == Origin::Same(var);
        let heir = telling.iter().find(is_copy).copied();
        for other in telling {
            let slot = self.slots.get_mut(&other).expect("it tells something");
            match heir {
                Some(heir) if heir != other => {
                    slot.origin = slot.origin.clone().with_about(heir);
                    self.telling.entry(heir).or_default().insert(other);
                }
                _ => slot.origin = Origin::Nothing,
            }
        }
    }

    fn tells_no_more(&mut self, var: Var, about: Var) {
        if let Some(telling) = self.telling.get_mut(&about) {
            telling.remove(&var);
            if telling.is_empty() {
                self.telling.remove(&about);
            }
        }
    }

    /// The word in a slot, and in all that hold the same, is known better.
    pub fn refine(&mut self, var: Var, better: impl Fn(&Types) -> Types) {
        let root = self.root(var);
        let telling = self.telling.get(&root).into_iter().flatten();
        let copies = telling.filter(|other| self.slots[other].origin == Origin::Same(root));
        let copies: Vec<Var> = copies.copied().collect();
        for var in copies.into_iter().chain([root]) {
            if let Some(slot) = self.slots.get_mut(&var) {
                slot.types = better(&slot.types);
            }
        }
    }

    /// What is known of some slots only.
    pub fn only(&self, live: &VarSet) -> State {
        let mut state = State::default();
        for var in live.iter() {
            let Some(slot) = self.slots.get(&var) else {
                continue;
            };
            let mut origin = slot.origin.clone();
            if let Some(about) = origin.about().filter(|about| !live.contains(*about)) {
                origin = self.through_heir(var, about, origin, live);
            }
            if let Some(about) = origin.about() {
                state.telling.entry(about).or_default().insert(var);
            }
            let types = slot.types.clone();
            state.slots.insert(var, Slot { types, origin });
        }
        state
    }

    /// An origin that tells of a slot that is not kept tells of its first copy that is.
    fn through_heir(&self, var: Var, about: Var, origin: Origin, live: &VarSet) -> Origin {
        let telling = self.telling.get(&about).into_iter().flatten();
        let mut copies = telling
            .filter(|other| live.contains(**other))
            .filter(|other| self.slots[other].origin == Origin::Same(about));
        match copies.next() {
            Some(heir) if *heir != var => origin.with_about(*heir),
            _ => Origin::Nothing,
        }
    }

    /// Joins what is known on two ways; true if that changed anything.
    pub fn join(&mut self, other: &State) -> bool {
        let mut changed = false;
        let missing = |var: &Var| !other.slots.contains_key(var);
        let gone: Vec<Var> = self.slots.keys().copied().filter(missing).collect();
        for var in gone {
            changed = true;
            self.forget(var);
        }
        let mut differing = vec![];
        for (var, slot) in &mut self.slots {
            let other = &other.slots[var];
            changed |= slot.types.join(&other.types);
            if slot.origin != other.origin {
                differing.push((*var, slot.origin.about()));
                changed |= slot.origin != Origin::Nothing;
                slot.origin = Origin::Nothing;
            }
        }
        for (var, about) in differing {
            if let Some(about) = about {
                self.tells_no_more(var, about);
            }
        }
        changed
    }

    /// A test showed of which class an object is, or is not.
    pub fn refine_class(&mut self, var: Var, class: ClassNo, is: bool) {
        self.refine(var, |types| types.of_class(class, is));
    }
}
