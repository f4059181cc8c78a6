//! Objects: where each type keeps what, and entries of tables.

use super::contents::*;
use super::{ClassId, HEADER};
use crate::word::Tag;
use std::fmt;

/// A word of an object or of a table's entry.
#[derive(Clone, Copy, Debug)]
pub struct ObjectWord {
    /// Name: the end of the runtime's constant.
    pub name: &'static str,
    /// Offset from the object's address, or from that of the entry's first word.
    pub offset: usize,
    /// What it may hold.
    pub contents: Contents,
    /// Meaning.
    pub meaning: &'static str,
}

/// A word of an object as code names it: `LIST_LENGTH`, or `HEADER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ObjectField {
    /// The object, as in [`LAYOUTS`]: `LIST`.
    pub object: &'static str,
    /// The word: `LENGTH`. The header has no other name.
    pub word: &'static str,
    /// Offset from the object's address.
    pub offset: usize,
}

impl ObjectField {
    /// The header of any object.
    pub const HEADER: ObjectField = ObjectField {
        object: "HEADER",
        word: "",
        offset: HEADER,
    };

    /// The word with a name.
    pub fn named(name: &str) -> Option<ObjectField> {
        if name == ObjectField::HEADER.object {
            return Some(ObjectField::HEADER);
        }
        LAYOUTS.iter().find_map(|layout| {
            let word = name.strip_prefix(layout.name)?.strip_prefix('_')?;
            let word = layout.words.iter().find(|known| known.name == word)?;
            Some(ObjectField {
                object: layout.name,
                word: word.name,
                offset: word.offset,
            })
        })
    }

    /// The word that is `index` further on, of those that are repeated.
    pub fn at(self, index: usize) -> ObjectField {
        let offset = self.offset + index;
        ObjectField { offset, ..self }
    }
}

impl fmt::Display for ObjectField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.word.is_empty() { "" } else { "_" };
        write!(f, "{}{separator}{}", self.object, self.word)
    }
}

/// A type's words after the header, or the words of a table's entry.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Name: the prefix of the runtime's constants.
    pub name: &'static str,
    /// Tag of references to the object; `RAW` if it is a table's entry.
    pub tag: Tag,
    /// Class in the header; that of a class's instances is their class's.
    pub class: Option<ClassId>,
    /// Its words.
    pub words: &'static [ObjectWord],
}

impl Layout {
    /// Words up to the last named one; those that are repeated do not count.
    pub fn fixed_words(&self) -> usize {
        let last = self.words.last().expect("a layout has words");
        last.offset + usize::from(!last.contents.repeated)
    }

    /// True if no word is a reference.
    pub fn is_leaf(&self) -> bool {
        self.words.iter().all(|word| word.contents.is_leaf())
    }

    /// What the word at an offset may hold; `None` if the type has no such word.
    pub fn contents(&self, offset: usize) -> Option<Contents> {
        let word = self.words.iter().rfind(|word| word.offset <= offset)?;
        (word.offset == offset || word.contents.repeated).then_some(word.contents)
    }
}

macro_rules! layouts {
    ($($(#[$about:meta])* $module:ident $name:ident: $tag:ident $class:expr, {
        $($word:ident = $offset:literal, $contents:expr, $meaning:literal;)*
    })*) => {
        $($(#[$about])* pub mod $module {
            $(#[doc = $meaning] pub const $word: usize = $offset;)*

            /// The same with their names.
            pub mod field {
                use super::super::ObjectField;

                $(#[doc = $meaning] pub const $word: ObjectField = ObjectField {
                    object: stringify!($name),
                    word: stringify!($word),
                    offset: $offset,
                };)*
            }
        })*

        /// All layouts.
        pub const LAYOUTS: &[Layout] = &[$(Layout {
            name: stringify!($name),
            tag: Tag::$tag,
            class: $class,
            words: &[$(ObjectWord {
                name: stringify!($word),
                offset: $offset,
                contents: $contents,
                meaning: $meaning,
            },)*],
        },)*];
    };
}

layouts! {
    /// Offsets in a `FLOAT` object.
    float FLOAT: Float Some(ClassId::FLOAT), {
        LOW = 1, INT, "lower half of the IEEE double";
        HIGH = 2, INT, "upper half";
    }
    /// Offsets in a `BIGINT` object. Its value is never in `INT`'s range.
    bigint BIGINT: BigInt Some(ClassId::INT), {
        SIZE = 1, INT, "number of digits, negative if the integer is";
        DIGITS = 2, INT.repeated(), "digits of 32 bits, the lowest first";
    }
    /// Offsets in a complex number.
    complex COMPLEX: Box Some(ClassId::COMPLEX), {
        REAL_LOW = 1, INT, "lower half of the real part";
        REAL_HIGH = 2, INT, "upper half";
        IMAG_LOW = 3, INT, "lower half of the imaginary part";
        IMAG_HIGH = 4, INT, "upper half";
    }
    /// Offsets in a `STR` object; the header's aux is the bytes per character, 1, 2 or 4.
    string STR: Str Some(ClassId::STR), {
        LENGTH = 1, INT, "length in code points";
        HASH = 2, INT, "hash, 0 if not yet computed";
        CHARS = 3, INT.repeated(), "characters of aux bytes, the first in the lowest bits";
    }
    /// Offsets in a `bytes` object.
    bytes BYTES: Box Some(ClassId::BYTES), {
        LENGTH = 1, INT, "length";
        HASH = 2, INT, "hash, 0 if not yet computed";
        DATA = 3, INT.repeated(), "bytes, the first in the lowest bits";
    }
    /// Offsets in a `bytearray`.
    bytearray BYTEARRAY: Box Some(ClassId::BYTEARRAY), {
        LENGTH = 1, INT, "length";
        STORAGE = 2, boxed(ClassId::STORAGE), "a leaf, of bytes from its first item on";
        EXPORTS = 3, INT, "number of views, which keep the length";
    }
    /// Offsets in a `TUPLE` object.
    tuple TUPLE: Tuple Some(ClassId::TUPLE), {
        LENGTH = 1, INT, "length";
        ITEMS = 2, VALUE.or(RAW).repeated(), "items";
    }
    /// Offsets in a `LIST` object.
    list LIST: List Some(ClassId::LIST), {
        LENGTH = 1, INT, "length";
        STORAGE = 2, boxed(ClassId::STORAGE), "the items";
    }
    /// Offsets in the storage of a list or a dictionary: an internal class.
    storage STORAGE: Box Some(ClassId::STORAGE), {
        CAPACITY = 1, INT, "number of items";
        ITEMS = 2, VALUE.or(RAW).repeated(), "items";
    }
    /// Offsets in a `DICT` object.
    dict DICT: Dict Some(ClassId::DICT), {
        LENGTH = 1, INT, "number of items";
        USED = 2, INT, "number of entries, with deleted ones";
        ENTRIES = 3, boxed(ClassId::STORAGE).or(NONE), "entries, three words each";
        INDEX = 4, boxed(ClassId::STORAGE).or(NONE), "numbers of entries; None if it is not built: the hashes are not computed yet";
        FREE = 5, INT, "for the runtime's use";
    }
    /// Offsets in an entry of a dictionary.
    dict_entry DICT_ENTRY: Raw None, {
        HASH = 0, INT, "hash of the key";
        KEY = 1, VALUE.or(RAW), "key, RAW if it is deleted";
        VALUE = 2, VALUE.or(RAW), "value";
    }
    /// Offsets in a `FUNC` object. The header's aux is the last offset that it has: those of
    /// the image have no more than something stores into them.
    function FUNC: Func Some(ClassId::FUNCTION), {
        CODE = 1, BOX, "code object; one of another class marks a coroutine";
        DICT = 2, DICT.or(NONE), "attributes";
        DEFAULTS = 3, TUPLE.or(NONE), "default values of positional parameters";
        KWDEFAULTS = 4, DICT.or(NONE), "default values of keyword-only parameters";
        CLOSURE = 5, TUPLE.or(NONE), "cells";
        NAMES = 6, TUPLE.or(NONE), "the name and the qualified name, if they were set";
    }
    /// Offsets in a code object.
    code CODE: Box Some(ClassId::CODE), {
        NAME = 1, STR, "name";
        OWNER = 2, STR.or(TUPLE).or(NONE),
            "qualified name without the name: `Point`, or a tuple of a function's and `f.<locals>`";
        COUNTS = 3, INT, "parameters and flags";
        NAMES = 4, TUPLE, "names of the parameters in the order of their slots";
        MODULE = 5, STR, "name of the module";
        LINE = 6, INT, "first line";
        DOC = 7, STR, "docstring; only if there is one: the header's aux is 1";
    }
    /// Offsets in a `CLASS` object; the class in its header is its metaclass.
    class CLASS: Class None, {
        ID = 1, INT, "class id";
        NAME = 2, STR, "name";
        QUALNAME = 3, STR, "qualified name";
        BASES = 4, TUPLE, "classes";
        MRO = 5, TUPLE, "classes";
        DICT = 6, DICT, "attributes";
        LAYOUT = 7, DICT.or(NONE), "slot numbers of attributes";
        BASE = 8, INT, "offset of attribute slot 0 in instances";
        NATIVE = 9, INT, "id of the builtin class whose payload its instances have, 0 if none";
        FLAGS = 10, INT, "flags";
        MODULE = 11, VALUE, "name of the module, None, or what the program keeps there";
        SUBCLASSES = 12, LIST.or(NONE), "ids of the classes derived from it";
        SLOTS = 13, INT, "predicted number of attributes";
    }
    /// Offsets in an `OBJECT`: the instance of a class. Attribute slots follow the native
    /// words; the header's aux is the number of those that are filled.
    instance INSTANCE: Object None, {
        DICT = 1, DICT.or(NONE), "the attributes if they are irregular";
        PAYLOAD = 2, VALUE.or(RAW), "in instances of subclasses of builtin classes, the builtin value";
    }
    /// Offsets in an exception, an `OBJECT`.
    exception EXC: Object None, {
        ARGS = 2, TUPLE, "arguments";
        CAUSE = 3, OBJECT.or(NONE), "exception";
        CONTEXT = 4, OBJECT.or(NONE), "exception";
        SUPPRESS = 5, BOOL, "the context is not shown";
        TRACEBACK = 6, BOX.or(NONE), "list of code addresses";
        NOTES = 7, VALUE, "notes: None, or what the program keeps there";
        VALUE = 8, VALUE.or(RAW), "per class: value, name, code";
        OTHER = 9, VALUE.or(RAW), "per class: object";
        MORE = 10, VALUE.or(RAW), "per class";
    }
    /// Offsets in a cell: a variable that inner functions share.
    cell CELL: Box Some(ClassId::CELL), {
        VALUE = 1, VALUE.or(UNBOUND), "the variable";
    }
    /// Offsets in a bound method.
    method METHOD: Box Some(ClassId::METHOD), {
        FUNC = 1, VALUE, "function";
        SELF = 2, VALUE, "first argument";
    }
    /// Offsets in a property.
    property PROPERTY: Box Some(ClassId::PROPERTY), {
        GET = 1, VALUE, "function or None";
        SET = 2, VALUE, "function or None";
        DELETE = 3, VALUE, "function or None";
        DOC = 4, VALUE, "docstring or None";
        NAME = 5, VALUE.or(RAW), "name under which it stands in its class; builtin ones have no such word";
    }
    /// Offsets in a static method.
    staticmethod STATICMETHOD: Box Some(ClassId::STATICMETHOD), {
        FUNC = 1, VALUE, "function";
    }
    /// Offsets in a class method.
    classmethod CLASSMETHOD: Box Some(ClassId::CLASSMETHOD), {
        FUNC = 1, VALUE, "function";
    }
    /// Offsets in a module.
    module MODULE: Box Some(ClassId::MODULE), {
        NAME = 1, STR, "name";
        NAMES = 2, DICT, "static slot numbers of variables";
        BODY = 3, FUNC.or(NONE).or(BOOL), "function, a BOOL while it runs, None when it ran";
        DICT = 4, DICT.or(NONE), "attributes that were created while running";
    }
    /// Offsets in the table of exception handlers, a storage.
    exception_table EXCEPTION_TABLE: Raw None, {
        LENGTH = 1, INT, "number of entries";
        ENTRIES = 2, INT.repeated(), "entries of two words, in the order of the code";
    }
    /// Offsets in an entry of the table of exception handlers.
    exception_entry EXCEPTION_ENTRY: Raw None, {
        RANGE = 0, INT, "the protected code";
        HANDLER = 1, INT, "code address of the handler";
    }
    /// Offsets in a run of free memory.
    free_run RUN: Raw None, {
        LENGTH = 0, RAW, "number of words";
        NEXT = 1, RAW, "address of the next run, 0 if there is none";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_layout_are_numbered_in_order() {
        for layout in LAYOUTS {
            let offsets = layout.words.iter().map(|word| word.offset);
            assert!(offsets.is_sorted_by(|a, b| a < b), "{}", layout.name);
            let last = layout.words.len() - 1;
            let repeated = layout.words.iter().position(|word| word.contents.repeated);
            assert!(repeated.is_none_or(|at| at == last), "{}", layout.name);
        }
    }
}
