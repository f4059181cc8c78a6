//! What is known of the whole program: the types of all that functions share.

use super::types::{Kinds, Types};
use super::words::of_constant;
use crate::front::program::Program;
use crate::ir::{FuncId, Global};
use crate::work;
use pyxl_isa::Tag;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// What functions share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shared {
    /// A parameter of a function.
    Param(FuncId, u32),
    /// What a function returns.
    Result(FuncId),
    /// The first argument of a function when it returns this truth.
    Accepted(FuncId, bool),
    /// A global variable.
    Global(Global),
    /// Words of objects that the runtime numbers itself, by their name there without the object's:
    /// `ITERATOR_NEXT` is a word of whatever iterator it is.
    Word(Rc<str>),
    /// A word of objects that is in the table of layouts.
    Field(&'static str, &'static str),
    /// What is stored in objects without a name.
    Loose,
    /// What is stored in any object.
    Heap,
    /// Every word that is made anywhere.
    Anything,
    /// The values of which a member with this name is looked up.
    Receiver(Rc<str>),
}

#[derive(Debug)]
struct Known {
    types: Types,
    /// It holds too many functions to tell them apart.
    many: bool,
    /// The functions that depend on it.
    readers: BTreeSet<FuncId>,
}

/// The types of what functions share, each with the functions that depend on it.
#[derive(Debug, Default)]
pub struct Facts {
    known: HashMap<Shared, Known>,
    /// Functions that can be called with anything.
    open: HashSet<FuncId>,
    /// Names of members that are looked up of more values than before.
    looked_up: BTreeSet<Rc<str>>,
    /// Functions that are to be opened.
    escaping: Vec<FuncId>,
    /// Globals that anything can read and write.
    open_globals: HashSet<Global>,
    /// Functions of which something changed since they were analysed.
    changed: BTreeSet<FuncId>,
}

impl Facts {
    /// What is known before anything runs: what globals hold then.
    pub fn of(program: &Program) -> Facts {
        let mut facts = Facts::default();
        // All but these is there without a reason.
        let made = [
            Tag::Device,
            Tag::Float,
            Tag::BigInt,
            Tag::List,
            Tag::Dict,
            Tag::Object,
        ];
        let made = made
            .map(Kinds::tag)
            .into_iter()
            .fold(Kinds::NOTHING, Kinds::or);
        facts.add(Shared::Anything, &Types::of(Kinds::ALL.without(made)));
        for (global, info) in (0..).map(Global).zip(&program.globals) {
            let initial = match &info.initial {
                Some(constant) => of_constant(program, constant),
                None => Types::tag(Tag::Unbound),
            };
            facts.add(Shared::Global(global), &initial);
        }
        facts
    }

    fn entry(&mut self, shared: Shared) -> &mut Known {
        self.known.entry(shared).or_insert_with(|| Known {
            types: Types::nothing(),
            many: false,
            readers: BTreeSet::new(),
        })
    }

    /// The types of something, for a function that depends on them from now on.
    pub fn read(&mut self, shared: Shared, reader: FuncId) -> Types {
        let open = match &shared {
            Shared::Param(id, _) => self.is_open(*id),
            Shared::Global(global) => self.is_open_global(*global),
            _ => false,
        };
        if open {
            return self.read(Shared::Anything, reader);
        }
        let known = self.entry(shared);
        known.readers.insert(reader);
        known.types.clone()
    }

    /// The types of something.
    pub fn get(&self, shared: Shared) -> Types {
        let known = self.known.get(&shared);
        known.map_or(Types::nothing(), |known| known.types.clone())
    }

    /// It may be these, too.
    pub fn add(&mut self, shared: Shared, types: &Types) {
        match &shared {
            Shared::Field(..) | Shared::Word(_) | Shared::Loose => self.add(Shared::Heap, types),
            Shared::Heap => self.add(Shared::Anything, types),
            _ => {}
        }
        let known = self.entry(shared.clone());
        let (types, mut dropped) = match (&shared, known.many) {
            // Whoever reads it can get hold of those only that escaped elsewhere.
            (Shared::Anything, _) => (&types.blurred(), vec![]),
            (_, true) => (&types.blurred(), types.known_funcs().collect()),
            (_, false) => (types, vec![]),
        };
        let changed = known.types.join(types);
        if changed {
            let widened = known.types.widen();
            known.many |= !widened.is_empty();
            dropped.extend(widened);
        }
        self.escaping.extend(dropped);
        if changed {
            work::step();
            let known = self.entry(shared.clone());
            if let Shared::Receiver(name) = shared {
                self.looked_up.insert(name);
                return;
            }
            let readers: Vec<FuncId> = known.readers.iter().copied().collect();
            self.changed.extend(readers);
        }
    }

    /// A function may be called from anywhere, with anything, and so may the functions that it
    /// returns.
    pub fn open(&mut self, id: FuncId) {
        if self.open.insert(id) {
            self.changed.insert(id);
            let result = self.get(Shared::Result(id));
            result.known_funcs().for_each(|id| self.open(id));
        }
    }

    /// True if a function may be called from anywhere.
    pub fn is_open(&self, id: FuncId) -> bool {
        self.open.contains(&id)
    }

    /// Anything may be assigned to a global, and what is assigned may be found anywhere.
    pub fn open_global(&mut self, global: Global) {
        if self.open_globals.insert(global) {
            let known = self.entry(Shared::Global(global));
            let readers: Vec<FuncId> = known.readers.iter().copied().collect();
            let held = known.types.clone();
            self.changed.extend(readers);
            held.known_funcs().for_each(|id| self.open(id));
        }
    }

    /// True if a global may be read and written from anywhere.
    pub fn is_open_global(&self, global: Global) -> bool {
        self.open_globals.contains(&global)
    }

    /// The names of members that are looked up of more values than before.
    pub fn take_looked_up(&mut self) -> BTreeSet<Rc<str>> {
        std::mem::take(&mut self.looked_up)
    }

    /// The functions that have become too many to be told apart.
    pub fn take_escaping(&mut self) -> Vec<FuncId> {
        std::mem::take(&mut self.escaping)
    }

    /// The functions that have to be analysed again.
    pub fn take_changed(&mut self) -> BTreeSet<FuncId> {
        std::mem::take(&mut self.changed)
    }
}
