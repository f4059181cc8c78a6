//! What a word of an object may hold.

use super::ClassId;
use crate::word::Tag;
use std::fmt;

/// The words that may stand in one place: a set of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    tags: u16,
    /// If one of the tags is `BOX`: the class of that object, if it is only this.
    pub class: Option<ClassId>,
    /// The words after it hold the same, up to the object's end.
    pub repeated: bool,
}

/// `RAW`; in an object that means "nothing yet".
pub const RAW: Contents = Contents::tag(Tag::Raw);
/// `UNBOUND`.
pub const UNBOUND: Contents = Contents::tag(Tag::Unbound);
/// `INT`, also one that stands for bits.
pub const INT: Contents = Contents::tag(Tag::Int);
/// `BOOL`.
pub const BOOL: Contents = Contents::tag(Tag::Bool);
/// `NONE`.
pub const NONE: Contents = Contents::tag(Tag::None);
/// `STR`.
pub const STR: Contents = Contents::tag(Tag::Str);
/// `TUPLE`.
pub const TUPLE: Contents = Contents::tag(Tag::Tuple);
/// `LIST`.
pub const LIST: Contents = Contents::tag(Tag::List);
/// `DICT`.
pub const DICT: Contents = Contents::tag(Tag::Dict);
/// `FUNC`.
pub const FUNC: Contents = Contents::tag(Tag::Func);
/// `OBJECT`.
pub const OBJECT: Contents = Contents::tag(Tag::Object);
/// `BOX`, of any class.
pub const BOX: Contents = Contents::tag(Tag::Box);
/// Any value of a program.
pub const VALUE: Contents = Contents {
    tags: !(RAW.tags | UNBOUND.tags),
    class: None,
    repeated: false,
};

/// A `BOX` of a class.
pub const fn boxed(class: ClassId) -> Contents {
    Contents {
        class: Some(class),
        ..BOX
    }
}

impl Contents {
    const fn tag(tag: Tag) -> Contents {
        Contents {
            tags: 1 << tag as u16,
            class: None,
            repeated: false,
        }
    }

    /// These words or others.
    pub const fn or(self, other: Contents) -> Contents {
        let class = match (self.class, other.class) {
            (Some(class), None) if !other.has(Tag::Box) => Some(class),
            (None, Some(class)) if !self.has(Tag::Box) => Some(class),
            _ => None,
        };
        Contents {
            tags: self.tags | other.tags,
            class,
            repeated: self.repeated,
        }
    }

    /// The same in all words from here to the object's end.
    pub const fn repeated(self) -> Contents {
        Contents {
            repeated: true,
            ..self
        }
    }

    /// True if a word with this tag may stand here.
    pub const fn has(self, tag: Tag) -> bool {
        self.tags >> tag as u16 & 1 == 1
    }

    /// True if no word that may stand here is a reference.
    pub fn is_leaf(self) -> bool {
        !Tag::ALL
            .into_iter()
            .any(|tag| tag.is_reference() && self.has(tag))
    }
}

impl fmt::Display for Contents {
    /// The tags, or the class instead of `BOX`: `TUPLE or NONE`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tags = Tag::ALL.into_iter().filter(|tag| self.has(*tag));
        let mut names: Vec<&str> = match self.tags & VALUE.tags == VALUE.tags {
            true => vec!["value"],
            false => vec![],
        };
        let values = !names.is_empty();
        for tag in tags.filter(|tag| !values || !VALUE.has(*tag)) {
            names.push(match (tag, self.class) {
                (Tag::Box, Some(class)) => class.name(),
                _ => tag.name(),
            });
        }
        f.write_str(&names.join(" or "))
    }
}
