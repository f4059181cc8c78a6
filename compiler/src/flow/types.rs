//! What a word can be: the domain of the type flow.
//!
//! A set of kinds (tags, with the singletons apart), and for `BOX` and `FUNC` which classes and
//! which functions, unless it may be any of them.

use crate::ir::{ClassNo, FuncId};
use pyxl_isa::layout::Contents;
use pyxl_isa::Tag;
use std::fmt;
use std::rc::Rc;

/// A set of kinds: bit *t* is tag *t*; beyond those are the words that share a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// None at all.
    pub const NOTHING: Kinds = Kinds(0);
    /// `Ellipsis`, of tag `NONE`.
    pub const ELLIPSIS: Kinds = Kinds(1 << 16);
    /// `NotImplemented`, of tag `NONE`.
    pub const NOT_IMPLEMENTED: Kinds = Kinds(1 << 17);
    /// `RAW 0`: no next item, nothing there yet.
    pub const END: Kinds = Kinds(1 << 18);
    /// All kinds.
    pub const ALL: Kinds = Kinds((1 << 19) - 1);
    /// What the hardware counts as numbers.
    pub const NUMBERS: Kinds = Kinds::tag(Tag::Int).or(Kinds::tag(Tag::Bool));

    /// One tag; of `NONE` only `None`, of `RAW` all but `END`.
    pub const fn tag(tag: Tag) -> Kinds {
        Kinds(1 << tag as u32)
    }

    /// Both sets.
    pub const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// What is in both.
    pub const fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 & other.0)
    }

    /// What is in this one only.
    pub const fn without(self, other: Kinds) -> Kinds {
        Kinds(self.0 & !other.0)
    }

    /// True if nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// True if nothing else is in it.
    pub const fn within(self, other: Kinds) -> bool {
        self.without(other).is_empty()
    }

    /// True if both have something.
    pub const fn meets(self, other: Kinds) -> bool {
        !self.and(other).is_empty()
    }

    /// Each kind, with its tag.
    pub fn tags(self) -> impl Iterator<Item = (Kinds, Tag)> {
        let bits = (0..19).map(|bit| Kinds(1 << bit)).enumerate();
        let present = bits.filter(move |(_, kind)| self.meets(*kind));
        present.map(|(bit, kind)| {
            let tag = match bit {
                16 | 17 => Tag::None,
                18 => Tag::Raw,
                tag => Tag::ALL[tag],
            };
            (kind, tag)
        })
    }
}

/// A class of boxes or a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Atom {
    /// `BOX`es of this class of the runtime.
    Class(ClassNo),
    /// This function.
    Func(FuncId),
}

/// More classes or functions than these are not told apart.
const MANY_ATOMS: usize = 24;

/// A set of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Types {
    /// The kinds.
    pub kinds: Kinds,
    /// The kinds among `BOX` and `FUNC` of which it may be any.
    open: Kinds,
    /// The classes and functions of the others, in order.
    atoms: Rc<[Atom]>,
}

const BOX: Kinds = Kinds::tag(Tag::Box);
const FUNC: Kinds = Kinds::tag(Tag::Func);

impl Types {
    /// Nothing: control does not come here.
    pub fn nothing() -> Types {
        Types::of(Kinds::NOTHING)
    }

    /// Anything.
    pub fn any() -> Types {
        Types::of(Kinds::ALL)
    }

    /// All words of some kinds.
    pub fn of(kinds: Kinds) -> Types {
        Types {
            kinds,
            open: kinds.and(BOX.or(FUNC)),
            atoms: Rc::new([]),
        }
    }

    /// All words with a tag.
    pub fn tag(tag: Tag) -> Types {
        Types::of(Kinds::tag(tag))
    }

    /// One class or one function.
    pub fn atom(atom: Atom) -> Types {
        Types {
            kinds: match atom {
                Atom::Class(_) => BOX,
                Atom::Func(_) => FUNC,
            },
            open: Kinds::NOTHING,
            atoms: Rc::new([atom]),
        }
    }

    /// What a word of an object may hold. `boxed` is the class in it.
    pub fn contents(contents: Contents, boxed: Option<ClassNo>) -> Types {
        let mut kinds = Kinds::NOTHING;
        for tag in Tag::ALL.into_iter().filter(|tag| contents.has(*tag)) {
            kinds = kinds.or(Kinds::tag(tag));
        }
        if contents.has(Tag::Raw) {
            kinds = kinds.or(Kinds::END);
        }
        let values = Kinds::tag(Tag::Dict).or(Kinds::tag(Tag::Device));
        if kinds.and(values) == values {
            kinds = kinds.or(Kinds::ELLIPSIS).or(Kinds::NOT_IMPLEMENTED);
        }
        match boxed {
            Some(class) => {
                let mut types = Types::of(kinds.without(BOX));
                types.join(&Types::atom(Atom::Class(class)));
                types
            }
            None => Types::of(kinds),
        }
    }

    /// True if there is no such word.
    pub fn is_nothing(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Adds others; true if that changed anything.
    pub fn join(&mut self, other: &Types) -> bool {
        let before = (self.kinds, self.open, self.atoms.len());
        self.kinds = self.kinds.or(other.kinds);
        self.open = self.open.or(other.open);
        let new = other.atoms.iter().any(|atom| !self.atoms.contains(atom));
        let dropped = |atom: &Atom| kind(*atom) == BOX && self.open.meets(BOX);
        if new || self.atoms.iter().any(dropped) {
            let all = self.atoms.iter().chain(&*other.atoms).copied();
            // Which functions there may be besides is told, so that none gets lost.
            let mut all: Vec<Atom> = all.filter(|atom| !dropped(atom)).collect();
            all.sort_unstable();
            all.dedup();
            self.atoms = all.into();
        }
        before != (self.kinds, self.open, self.atoms.len())
    }

    /// Tells no more apart than is useful. The functions that are then not told apart any more.
    pub fn widen(&mut self) -> Vec<FuncId> {
        let mut dropped = vec![];
        for many in [BOX, FUNC] {
            let of_kind = |atom: &&Atom| kind(**atom) == many;
            if self.atoms.iter().filter(of_kind).count() > MANY_ATOMS {
                if many == FUNC {
                    dropped.extend(self.known_funcs());
                }
                self.open = self.open.or(many);
                self.atoms = self
                    .atoms
                    .iter()
                    .copied()
                    .filter(|atom| kind(*atom) != many)
                    .collect();
            }
        }
        dropped
    }

    /// The same without telling functions apart.
    pub fn blurred(&self) -> Types {
        let mut types = self.without(FUNC);
        if self.kinds.meets(FUNC) {
            types.join(&Types::of(FUNC));
        }
        types
    }

    /// Those of some kinds.
    pub fn only(&self, kinds: Kinds) -> Types {
        let kept = |atom: &Atom| kinds.meets(kind(*atom));
        Types {
            kinds: self.kinds.and(kinds),
            open: self.open.and(kinds),
            atoms: match self.atoms.iter().all(kept) {
                true => self.atoms.clone(),
                false => self.atoms.iter().copied().filter(kept).collect(),
            },
        }
    }

    /// Those that are not of some kinds.
    pub fn without(&self, kinds: Kinds) -> Types {
        self.only(Kinds::ALL.without(kinds))
    }

    /// Those that have the class in their header, or those that have not. Only of boxes is the
    /// class known.
    pub fn of_class(&self, class: ClassNo, is: bool) -> Types {
        if !self.kinds.meets(BOX) {
            return self.clone();
        }
        let this = Atom::Class(class);
        let open = self.open.meets(BOX);
        let mut types = self.without(BOX);
        if is {
            if open || self.atoms.contains(&this) {
                types.join(&Types::atom(this));
            }
            return types;
        }
        if open {
            return self.clone();
        }
        for atom in self
            .atoms
            .iter()
            .filter(|atom| kind(**atom) == BOX && **atom != this)
        {
            types.join(&Types::atom(*atom));
        }
        types
    }

    /// True if boxes of a class, or of one for which `derives` is true, may be among them.
    pub fn may_be_box(&self, derives: impl Fn(ClassNo) -> bool) -> bool {
        let derived = |atom: &Atom| matches!(atom, Atom::Class(class) if derives(*class));
        self.open.meets(BOX) || self.atoms.iter().any(derived)
    }

    /// The functions among them; `None` if it may be any.
    pub fn funcs(&self) -> Option<impl Iterator<Item = FuncId> + '_> {
        let funcs = self.atoms.iter().filter_map(|atom| match atom {
            Atom::Func(id) => Some(*id),
            Atom::Class(_) => None,
        });
        (!self.open.meets(FUNC)).then_some(funcs)
    }

    /// The functions among them that are known one by one.
    pub fn known_funcs(&self) -> impl Iterator<Item = FuncId> + '_ {
        self.atoms.iter().filter_map(|atom| match atom {
            Atom::Func(id) => Some(*id),
            Atom::Class(_) => None,
        })
    }
}

fn kind(atom: Atom) -> Kinds {
    match atom {
        Atom::Class(_) => BOX,
        Atom::Func(_) => FUNC,
    }
}

impl fmt::Display for Types {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kinds == Kinds::ALL {
            return f.write_str("any");
        }
        let mut names = vec![];
        for (kind, tag) in self.kinds.tags() {
            names.push(match kind {
                Kinds::ELLIPSIS => "Ellipsis".into(),
                Kinds::NOT_IMPLEMENTED => "NotImplemented".into(),
                Kinds::END => "END".into(),
                _ if self.open.meets(kind) => format!("{}?", tag.name()),
                _ => tag.name().to_string(),
            });
        }
        names.extend(self.atoms.iter().map(|atom| match atom {
            Atom::Class(class) => format!("c{}", class.0),
            Atom::Func(id) => format!("f{}", id.0),
        }));
        f.write_str(&names.join("|"))
    }
}
