//! The machine word: a 4-bit type tag over a 32-bit payload.

use crate::field::{reference, unbound};
use std::fmt;

/// Type tag of a word, bits 35–32.
///
/// The numbering is chosen for the hardware: `INT` and `BOOL` differ in the
/// lowest bit only, so "both operands are numbers" is one comparison of the
/// upper three bits; a word is a heap reference if `t3 | (t2 & t1)`; all-zero
/// memory is `RAW`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tag {
    /// Not a Python value: headers, digits, characters, return addresses.
    Raw = 0,
    /// An unassigned variable. The payload describes the name (see [`Unbound`]).
    Unbound = 1,
    /// A signed 32-bit integer, held in the word.
    Int = 2,
    /// `False` (payload 0) or `True` (payload 1).
    Bool = 3,
    /// Singletons: payload 0 is `None`, 1 `Ellipsis`, 2 `NotImplemented`.
    None = 4,
    /// A handle of a device, such as a pin number.
    Device = 5,
    /// A double: reference to two raw words.
    Float = 6,
    /// An integer outside of `INT`'s range.
    BigInt = 7,
    /// A string.
    Str = 8,
    /// A tuple.
    Tuple = 9,
    /// A list.
    List = 10,
    /// A dictionary.
    Dict = 11,
    /// A function: entry in the payload's upper half, object address in the lower.
    Func = 12,
    /// A class.
    Class = 13,
    /// An instance of a class of the program.
    Object = 14,
    /// Every other builtin type; the class is in the object's header.
    Box = 15,
}

impl Tag {
    /// All tags, by number.
    pub const ALL: [Tag; 16] = [
        Tag::Raw,
        Tag::Unbound,
        Tag::Int,
        Tag::Bool,
        Tag::None,
        Tag::Device,
        Tag::Float,
        Tag::BigInt,
        Tag::Str,
        Tag::Tuple,
        Tag::List,
        Tag::Dict,
        Tag::Func,
        Tag::Class,
        Tag::Object,
        Tag::Box,
    ];

    /// The tag with the lowest four bits of `bits`.
    pub fn from_bits(bits: u8) -> Tag {
        Tag::ALL[usize::from(bits & 15)]
    }

    /// Upper-case name, as in the assembler.
    pub fn name(self) -> &'static str {
        [
            "RAW", "UNBOUND", "INT", "BOOL", "NONE", "DEVICE", "FLOAT", "BIGINT", "STR", "TUPLE",
            "LIST", "DICT", "FUNC", "CLASS", "OBJECT", "BOX",
        ][self as usize]
    }

    /// True if a word with this tag refers to a heap object.
    pub fn is_reference(self) -> bool {
        let t = self as u8;
        t & 8 != 0 || t & 6 == 6
    }
}

/// A 36-bit machine word.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word {
    /// Type tag.
    pub tag: Tag,
    /// Payload; its meaning depends on the tag.
    pub payload: u32,
}

impl Default for Word {
    /// All bits zero, as an uninitialised memory: `RAW 0`.
    fn default() -> Self {
        Word::raw(0)
    }
}

impl Word {
    /// `None`.
    pub const NONE: Word = Word::new(Tag::None, 0);
    /// `True`.
    pub const TRUE: Word = Word::new(Tag::Bool, 1);
    /// `False`.
    pub const FALSE: Word = Word::new(Tag::Bool, 0);

    /// A word from its parts.
    pub const fn new(tag: Tag, payload: u32) -> Word {
        Word { tag, payload }
    }

    /// A small integer.
    pub const fn int(value: i32) -> Word {
        Word::new(Tag::Int, value as u32)
    }

    /// `True` or `False`.
    pub const fn bool(value: bool) -> Word {
        Word::new(Tag::Bool, value as u32)
    }

    /// Non-reference data.
    pub const fn raw(payload: u32) -> Word {
        Word::new(Tag::Raw, payload)
    }

    /// A function with its code descriptor at `entry` (an even code address)
    /// and its object at heap address `object` (0: no object).
    pub const fn func(entry: u16, object: u16) -> Word {
        let payload = reference::ENTRY.put(entry as u32) | reference::ADDRESS.put(object as u32);
        Word::new(Tag::Func, payload)
    }

    /// A string object at heap address `address`.
    pub const fn str(address: u16) -> Word {
        Word::new(Tag::Str, address as u32)
    }

    /// The 36 bits, tag uppermost, in the lower bits of a `u64`.
    pub fn bits(self) -> u64 {
        (self.tag as u64) << 32 | u64::from(self.payload)
    }

    /// The word whose 36 bits are the lowest of `bits`.
    pub fn from_bits(bits: u64) -> Word {
        Word::new(Tag::from_bits((bits >> 32) as u8), bits as u32)
    }

    /// The payload as a signed integer.
    pub fn signed(self) -> i32 {
        self.payload as i32
    }

    /// True for `INT` and `BOOL`, the operands of the integer ALU.
    pub fn is_number(self) -> bool {
        matches!(self.tag, Tag::Int | Tag::Bool)
    }

    /// Code address of a function's descriptor (`FUNC` only).
    pub fn entry(self) -> u16 {
        reference::ENTRY.get(self.payload) as u16
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Word {
    /// As in the assembler: `INT -5`, `BOOL 1`, `FUNC 0x01000000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tag {
            Tag::Int => write!(f, "INT {}", self.signed()),
            Tag::Bool | Tag::None | Tag::Device => {
                write!(f, "{} {}", self.tag.name(), self.payload)
            }
            _ => write!(f, "{} {:#x}", self.tag.name(), self.payload),
        }
    }
}

/// Why a variable is unbound, which decides the exception that its use raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Unbound {
    /// A slot that no Python name denotes; reading it is a compiler bug.
    Internal = 0,
    /// `NameError: name 'x' is not defined`.
    Global = 1,
    /// `UnboundLocalError: cannot access local variable 'x' …`.
    Local = 2,
    /// `NameError: cannot access free variable 'x' …`.
    Free = 3,
}

impl Unbound {
    /// All kinds, by number.
    pub const ALL: [Unbound; 4] = [
        Unbound::Internal,
        Unbound::Global,
        Unbound::Local,
        Unbound::Free,
    ];

    /// The `UNBOUND` word of a name whose string is at this heap address. The use of the
    /// variable can thus be reported by the machine itself.
    pub fn word(self, name: u16) -> Word {
        let payload = unbound::KIND.put(self as u32) | unbound::NAME.put(u32::from(name));
        Word::new(Tag::Unbound, payload)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_the_heap_types() {
        let refs: Vec<&str> = Tag::ALL
            .iter()
            .filter(|t| t.is_reference())
            .map(|t| t.name())
            .collect();
        assert_eq!(
            refs,
            ["FLOAT", "BIGINT", "STR", "TUPLE", "LIST", "DICT", "FUNC", "CLASS", "OBJECT", "BOX"]
        );
    }

    #[test]
    fn bits_round_trip() {
        for tag in Tag::ALL {
            for payload in [0, 1, 0x8000_0000, u32::MAX] {
                let w = Word::new(tag, payload);
                assert_eq!(Word::from_bits(w.bits()), w);
                assert!(w.bits() < 1 << 36);
            }
        }
    }
}
