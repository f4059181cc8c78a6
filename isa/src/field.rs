//! Words that are divided into fields.

/// One field of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BitField {
    /// Name, as in the reference.
    pub name: &'static str,
    /// Lowest bit.
    pub low: u32,
    /// Width in bits.
    pub width: u32,
    /// Meaning.
    pub meaning: &'static str,
}

impl BitField {
    /// The largest value.
    pub const fn max(self) -> u32 {
        (1 << self.width) - 1
    }

    /// The field's value in a payload.
    pub const fn get(self, payload: u32) -> u32 {
        payload >> self.low & self.max()
    }

    /// `value` at the field's place; bits beyond its width are dropped.
    pub const fn put(self, value: u32) -> u32 {
        (value & self.max()) << self.low
    }

    /// All bits of the field, at their place.
    pub const fn bits(self) -> u32 {
        self.put(u32::MAX)
    }
}

/// A word that is divided into fields.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    /// Prefix of the constants of its fields.
    pub name: &'static str,
    /// Constant of the object's word that is so divided; empty if it is no word of an object.
    pub word: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its fields, the lowest first.
    pub fields: &'static [BitField],
}

macro_rules! packed {
    ($(#[doc = $about:literal] $module:ident $name:literal $word:literal {
        $($field:ident = $low:literal, $width:literal, $meaning:literal;)*
    })*) => {
        $(#[doc = $about] pub mod $module {
            use super::BitField;
            $(#[doc = $meaning] pub const $field: BitField = BitField {
                name: stringify!($field),
                low: $low,
                width: $width,
                meaning: $meaning,
            };)*
        })*

        /// All words that are divided into fields.
        pub const PACKED: &[Packed] = &[$(Packed {
            name: $name,
            word: $word,
            about: $about.trim_ascii(),
            fields: &[$($module::$field),*],
        },)*];
    };
}

packed! {
    /// Word 0 of every object, `RAW`.
    header "HEADER" "HEADER" {
        AUX = 0, 6, "depends on the class; a string's bytes per character";
        CLASS = 6, 12, "class id";
        SIZE = 22, 5, "size class";
        PINNED = 28, 1, "part of the image: never freed";
        LEAF = 29, 1, "no word of the contents is a reference: nothing to mark";
        STATE = 30, 2, "0 free, 1 live in even epochs, 2 live in odd epochs, 3 grey";
    }
    /// The payload of a reference. Only a `FUNC` has an entry.
    reference "REFERENCE" "" {
        ADDRESS = 0, 16, "heap address";
        ENTRY = 16, 16, "code address of the function's descriptor";
    }
    /// The payload of an `UNBOUND` word.
    unbound "UNBOUND" "" {
        NAME = 0, 16, "heap address of the name's string";
        KIND = 30, 2, "0 internal, 1 global, 2 local, 3 free variable";
    }
    /// A code descriptor, `RAW`: the word before a function's first instruction.
    descriptor "DESCRIPTOR" "" {
        FRAME = 0, 9, "slots of the frame; a trap's frame begins after them";
        PARAMS = 9, 8, "positional parameters, slots 1 … n";
        IRREGULAR = 17, 1, "every call binds its arguments in the runtime";
        RUNTIME = 18, 1, "atomic, hidden from tracebacks";
    }
    /// Numbers of parameters and flags of a function, in its code object.
    code_counts "CODE" "CODE_COUNTS" {
        POSITIONAL_ONLY = 0, 8, "positional-only parameters";
        POSITIONAL = 8, 8, "positional parameters";
        KEYWORD_ONLY = 16, 8, "keyword-only parameters";
        VARARGS = 24, 1, "`*args`";
        VARKEYWORDS = 25, 1, "`**kwargs`";
        GENERATOR = 26, 1, "generator";
        COROUTINE = 27, 1, "coroutine";
        ASYNC_GENERATOR = 28, 1, "asynchronous generator";
        RUNTIME = 29, 1, "function of the runtime";
        STUB = 30, 1, "has a stub that binds arguments";
    }
    /// First word of an entry of the table of exception handlers: the code that is protected.
    exception_range "EXCEPTION_RANGE" "EXCEPTION_ENTRY_RANGE" {
        END = 0, 16, "code address after the last instruction";
        START = 16, 16, "code address of the first instruction";
    }
    /// Flags of a class.
    class_flags "CLASS" "CLASS_FLAGS" {
        FROM_PROGRAM = 0, 1, "class of the program";
        HAS_GETATTRIBUTE = 1, 1, "has its own `__getattribute__`";
        HAS_SETATTR = 2, 1, "has its own `__setattr__`";
        HAS_DELATTR = 3, 1, "has its own `__delattr__`";
        NO_DICT = 4, 1, "instances have no attributes besides `__slots__`";
        PLAIN_NEW = 5, 1, "a call makes an instance at once: no `__new__` nor `__call__` of the program";
        LEARNED = 6, 1, "CLASS_SLOTS was learned from an instance";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_do_not_overlap() {
        for word in PACKED {
            let ends = word.fields.iter().map(|field| field.low + field.width);
            let starts = word.fields.iter().map(|field| field.low).skip(1);
            assert!(
                ends.zip(starts.chain([32])).all(|(end, next)| end <= next),
                "{}",
                word.name
            );
        }
    }
}
