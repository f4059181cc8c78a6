//! Heap objects: header words, builtin classes and where each type keeps what.
//!
//! The compiler lays constants out with this module, the runtime and the host
//! read them with the same offsets. Word 0 of every object is its [`Header`].
//! Heap word 0 is never an object: address 0 means "no object".

use crate::word::{Tag, Word};

/// Address of the first object of a heap.
pub const FIRST_OBJECT: u16 = 1;

/// Life of an object, header bits 31–30. The two live epochs swap their
/// meaning with every collection, so that no pass has to unmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum State {
    /// A free block.
    Free = 0,
    /// Live in even epochs.
    LiveEven = 1,
    /// Live in odd epochs.
    LiveOdd = 2,
    /// Reached by the collector, its contents not yet.
    Grey = 3,
}

impl State {
    const ALL: [State; 4] = [State::Free, State::LiveEven, State::LiveOdd, State::Grey];
}

/// One field of the header word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name, as in the reference.
    pub name: &'static str,
    /// Lowest bit.
    pub low: u32,
    /// Width in bits.
    pub width: u32,
    /// Meaning.
    pub meaning: &'static str,
}

impl Field {
    const fn new(name: &'static str, low: u32, width: u32, meaning: &'static str) -> Field {
        Field {
            name,
            low,
            width,
            meaning,
        }
    }

    /// The field's value in a header's payload.
    pub const fn get(self, payload: u32) -> u32 {
        payload >> self.low & ((1 << self.width) - 1)
    }

    /// `value` at the field's place; bits beyond its width are dropped.
    pub const fn put(self, value: u32) -> u32 {
        (value & ((1 << self.width) - 1)) << self.low
    }
}

/// State, one of [`State`].
pub const STATE: Field = Field::new("state", 30, 2, "0 free, 1 live even, 2 live odd, 3 grey");
/// No word of the contents is a reference.
pub const LEAF: Field = Field::new(
    "LEAF",
    29,
    1,
    "no word of the contents is a reference: nothing to mark",
);
/// The object is part of the image and never freed.
pub const PINNED: Field = Field::new("PINNED", 28, 1, "part of the image: never freed");
/// Size class, see [`class_words`].
pub const SIZE_CLASS: Field = Field::new("size class", 22, 5, "block size");
/// Flags, see [`Flags`](Header::flags).
pub const FLAGS: Field = Field::new("flags", 18, 4, "1 IRREGULAR, 2 HASHED, 4 BUSY");
/// Class id, see [`ClassId`].
pub const CLASS: Field = Field::new("class", 6, 12, "class id");
/// Auxiliary value; its meaning depends on the class.
pub const AUX: Field = Field::new("aux", 0, 6, "per class; a string's bytes per character");

/// The header's fields, uppermost first; bit 27 is spare.
pub const HEADER_FIELDS: [Field; 7] = [STATE, LEAF, PINNED, SIZE_CLASS, FLAGS, CLASS, AUX];

/// Number of size classes.
pub const SIZE_CLASS_COUNT: u8 = 30;

/// Words of a block of a size class: 2, 3, 4, 6, 8, 12 … 32768, 49152.
pub const fn class_words(class: u8) -> u32 {
    (2 + (class as u32 & 1)) << (class >> 1)
}

/// The smallest size class whose blocks hold `words`, at most 49152 of them.
pub fn size_class(words: usize) -> u8 {
    (0..SIZE_CLASS_COUNT)
        .find(|class| words <= class_words(*class) as usize)
        .unwrap_or(SIZE_CLASS_COUNT - 1)
}

/// Id of a class, 12 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u16);

macro_rules! classes {
    ($($id:ident = $code:literal, $name:literal;)*) => {
        impl ClassId {
            $(#[doc = concat!("`", $name, "`.")] pub const $id: ClassId = ClassId($code);)*
        }

        /// The builtin classes with a fixed id, and their Python names.
        pub const BUILTIN_CLASSES: &[(ClassId, &str)] = &[$((ClassId::$id, $name),)*];
    };
}

classes! {
    OBJECT = 1, "object";
    TYPE = 2, "type";
    INT = 3, "int";
    BOOL = 4, "bool";
    NONE = 5, "NoneType";
    FLOAT = 6, "float";
    STR = 7, "str";
    TUPLE = 8, "tuple";
    LIST = 9, "list";
    DICT = 10, "dict";
    FUNCTION = 11, "function";
    COMPLEX = 12, "complex";
    BYTES = 13, "bytes";
    BYTEARRAY = 14, "bytearray";
    STORAGE = 15, "storage";
    CODE = 16, "code";
    CELL = 17, "cell";
    METHOD = 18, "method";
    PROPERTY = 19, "property";
    STATICMETHOD = 20, "staticmethod";
    CLASSMETHOD = 21, "classmethod";
    MODULE = 22, "module";
    ELLIPSIS = 23, "ellipsis";
    NOT_IMPLEMENTED = 24, "NotImplementedType";
}

impl ClassId {
    /// The first id that is not fixed: the linker numbers the other builtin classes of an
    /// image from here on, and those of the program come after them.
    pub const FIRST_FREE: ClassId = ClassId(32);
}

/// The header word of an object, decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Header {
    /// Collector state.
    pub state: State,
    /// No word of the contents is a reference.
    pub leaf: bool,
    /// Never freed.
    pub pinned: bool,
    /// See [`class_words`]. Objects of the image are not padded to their class:
    /// they are pinned.
    pub size_class: u8,
    /// [`Header::IRREGULAR`], [`Header::HASHED`], [`Header::BUSY`]; four bits.
    pub flags: u8,
    /// Class.
    pub class: ClassId,
    /// Auxiliary value, six bits.
    pub aux: u8,
}

impl Header {
    /// Attributes were not added in their class's order.
    pub const IRREGULAR: u8 = 1;
    /// The hash is cached in the object.
    pub const HASHED: u8 = 2;
    /// A runtime routine is at work on the object.
    pub const BUSY: u8 = 4;

    /// Header of a `words` long object of the image.
    pub fn pinned(class: ClassId, words: usize) -> Header {
        Header {
            state: State::LiveEven,
            leaf: false,
            pinned: true,
            size_class: size_class(words),
            flags: 0,
            class,
            aux: 0,
        }
    }

    /// The `RAW` header word.
    pub fn encode(self) -> Word {
        Word::raw(
            STATE.put(self.state as u32)
                | LEAF.put(u32::from(self.leaf))
                | PINNED.put(u32::from(self.pinned))
                | SIZE_CLASS.put(u32::from(self.size_class))
                | FLAGS.put(u32::from(self.flags))
                | CLASS.put(u32::from(self.class.0))
                | AUX.put(u32::from(self.aux)),
        )
    }

    /// The header in a word; `None` if its tag is not `RAW`.
    pub fn decode(word: Word) -> Option<Header> {
        let bits = word.payload;
        (word.tag == Tag::Raw).then(|| Header {
            state: State::ALL[STATE.get(bits) as usize],
            leaf: LEAF.get(bits) == 1,
            pinned: PINNED.get(bits) == 1,
            size_class: SIZE_CLASS.get(bits) as u8,
            flags: FLAGS.get(bits) as u8,
            class: ClassId(CLASS.get(bits) as u16),
            aux: AUX.get(bits) as u8,
        })
    }
}

/// A type's words after the header.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Name: the prefix of the runtime's constants.
    pub name: &'static str,
    /// Tag of references to the object.
    pub tag: Tag,
    /// Class in the header; that of a class's instances is their class's.
    pub class: Option<ClassId>,
    /// No word is a reference.
    pub leaf: bool,
    /// Name, offset and meaning of each word.
    pub words: &'static [(&'static str, usize, &'static str)],
}

macro_rules! layouts {
    ($($(#[$about:meta])* $module:ident $name:ident: $tag:ident $class:expr, $leaf:literal {
        $($word:ident = $offset:literal, $meaning:literal;)*
    })*) => {
        $($(#[$about])* pub mod $module {
            $(#[doc = $meaning] pub const $word: usize = $offset;)*
        })*

        /// All object layouts.
        pub const LAYOUTS: &[Layout] = &[$(Layout {
            name: stringify!($name),
            tag: Tag::$tag,
            class: $class,
            leaf: $leaf,
            words: &[$((stringify!($word), $offset, $meaning),)*],
        },)*];
    };
}

layouts! {
    /// Offsets in a `FLOAT` object.
    float FLOAT: Float Some(ClassId::FLOAT), true {
        LOW = 1, "INT lower half of the IEEE double";
        HIGH = 2, "INT upper half";
    }
    /// Offsets in a `BIGINT` object. Its value is never in `INT`'s range.
    bigint BIGINT: BigInt Some(ClassId::INT), true {
        SIZE = 1, "INT number of digits, negative if the integer is";
        DIGITS = 2, "INT digits of 32 bits, the lowest first";
    }
    /// Offsets in a complex number.
    complex COMPLEX: Box Some(ClassId::COMPLEX), true {
        REAL_LOW = 1, "INT lower half of the real part";
        REAL_HIGH = 2, "INT upper half";
        IMAG_LOW = 3, "INT lower half of the imaginary part";
        IMAG_HIGH = 4, "INT upper half";
    }
    /// Offsets in a `STR` object; the header's aux is the bytes per character, 1, 2 or 4.
    string STR: Str Some(ClassId::STR), true {
        LENGTH = 1, "INT length in code points";
        HASH = 2, "INT hash, 0 if not yet computed";
        CHARS = 3, "INT characters of aux bytes, the first in the lowest bits, and so on in the words after it";
    }
    /// Offsets in a `bytes` object.
    bytes BYTES: Box Some(ClassId::BYTES), true {
        LENGTH = 1, "INT length";
        HASH = 2, "INT hash, 0 if not yet computed";
        DATA = 3, "INT bytes, the first in the lowest bits, and so on in the words after it";
    }
    /// Offsets in a `bytearray`.
    bytearray BYTEARRAY: Box Some(ClassId::BYTEARRAY), false {
        LENGTH = 1, "INT length";
        STORAGE = 2, "storage, a leaf, of bytes from its first item on";
    }
    /// Offsets in a `TUPLE` object.
    tuple TUPLE: Tuple Some(ClassId::TUPLE), false {
        LENGTH = 1, "INT length";
        ITEMS = 2, "items";
    }
    /// Offsets in a `LIST` object.
    list LIST: List Some(ClassId::LIST), false {
        LENGTH = 1, "INT length";
        STORAGE = 2, "storage of the items";
    }
    /// Offsets in the storage of a list or a dictionary: an internal class.
    storage STORAGE: Box Some(ClassId::STORAGE), false {
        CAPACITY = 1, "INT number of items";
        ITEMS = 2, "items";
    }
    /// Offsets in a `DICT` object.
    dict DICT: Dict Some(ClassId::DICT), false {
        LENGTH = 1, "INT number of items";
        USED = 2, "INT number of entries, with deleted ones";
        ENTRIES = 3, "storage of triples: hash, key, value";
        INDEX = 4, "storage of INT entry numbers, or None if it is not built: the hashes are not computed yet";
        FREE = 5, "INT for the runtime's use";
    }
    /// Offsets in a `FUNC` object. The header's aux is the last offset that it has: those of
    /// the runtime, which do not change, have no more than they need.
    function FUNC: Func Some(ClassId::FUNCTION), false {
        CODE = 1, "code object";
        DEFAULTS = 2, "TUPLE or None";
        KWDEFAULTS = 3, "DICT or None";
        CLOSURE = 4, "TUPLE of cells or None";
        DICT = 5, "DICT of attributes or None";
        NAMES = 6, "TUPLE of the STR name and the STR qualified name, if they were set, or None";
    }
    /// Offsets in a code object.
    code CODE: Box Some(ClassId::CODE), false {
        NAME = 1, "STR name";
        OWNER = 2, "STR qualified name without the name, or None: `Point` or `f.<locals>`";
        COUNTS = 3, "INT parameters: positional-only | positional << 8 | keyword-only << 16, and flags << 24: 1 *args, 2 **kwargs, 4 generator, 8 coroutine, 16 asynchronous generator, 32 runtime, 64 has a stub that binds arguments";
        NAMES = 4, "TUPLE of the parameters' names in the order of their slots";
        MODULE = 5, "STR name of the module";
        LINE = 6, "INT first line";
        DOC = 7, "STR; only if there is one: the header's aux is 1";
    }
    /// Offsets in a `CLASS` object; the class in its header is its metaclass.
    class CLASS: Class None, false {
        ID = 1, "INT class id";
        NAME = 2, "STR name";
        QUALNAME = 3, "STR qualified name";
        BASES = 4, "TUPLE of classes";
        MRO = 5, "TUPLE of classes";
        DICT = 6, "DICT of attributes";
        LAYOUT = 7, "DICT from attribute name to slot number, or None";
        BASE = 8, "INT offset of attribute slot 0 in instances";
        NATIVE = 9, "INT id of the builtin class whose payload its instances have, 0 if none";
        FLAGS = 10, "INT 1 class of the program";
        MODULE = 11, "STR name of the module";
        SUBCLASSES = 12, "LIST or None";
        SLOTS = 13, "INT predicted number of attributes";
    }
    /// Offsets in an `OBJECT`: the instance of a class. Attribute slots follow the native
    /// words; the header's aux is the number of those that are filled.
    instance INSTANCE: Object None, false {
        DICT = 1, "None, or the DICT of the attributes if they are irregular";
        PAYLOAD = 2, "in instances of subclasses of builtin classes, the builtin value";
    }
    /// Offsets in an exception, an `OBJECT`.
    exception EXC: Object None, false {
        ARGS = 2, "TUPLE";
        CAUSE = 3, "exception or None";
        CONTEXT = 4, "exception or None";
        SUPPRESS = 5, "BOOL";
        TRACEBACK = 6, "None or list of code addresses";
        NOTES = 7, "LIST or None";
        VALUE = 8, "per class: value, name, code";
        OTHER = 9, "per class: object";
        MORE = 10, "per class";
    }
    /// Offsets in a cell: a variable that inner functions share.
    cell CELL: Box Some(ClassId::CELL), false {
        VALUE = 1, "value, or UNBOUND with the variable's name";
    }
    /// Offsets in a bound method.
    method METHOD: Box Some(ClassId::METHOD), false {
        FUNC = 1, "function";
        SELF = 2, "first argument";
    }
    /// Offsets in a property.
    property PROPERTY: Box Some(ClassId::PROPERTY), false {
        GET = 1, "function or None";
        SET = 2, "function or None";
        DELETE = 3, "function or None";
        DOC = 4, "STR or None";
    }
    /// Offsets in a static method.
    staticmethod STATICMETHOD: Box Some(ClassId::STATICMETHOD), false {
        FUNC = 1, "function";
    }
    /// Offsets in a class method.
    classmethod CLASSMETHOD: Box Some(ClassId::CLASSMETHOD), false {
        FUNC = 1, "function";
    }
    /// Offsets in a module.
    module MODULE: Box Some(ClassId::MODULE), false {
        NAME = 1, "STR name";
        NAMES = 2, "DICT from name to INT static slot number";
        BODY = 3, "function, or None when it ran";
        DICT = 4, "DICT of attributes that were created while running, or None";
    }
}

/// Entries of a dictionary: hash, key and value.
pub const DICT_ENTRY: usize = 3;

/// The object of a string constant. The length is not checked against the heap.
pub fn string_object(text: &str) -> Vec<Word> {
    let width = match text.chars().max().map_or(0, u32::from) {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let bytes: Vec<u8> = text
        .chars()
        .flat_map(|c| u32::from(c).to_le_bytes().into_iter().take(width))
        .collect();
    let characters = bytes.chunks(4).map(|chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        Word::new(Tag::Int, u32::from_le_bytes(word))
    });
    let header = Header {
        leaf: true,
        aux: width as u8,
        ..Header::pinned(ClassId::STR, string::CHARS + bytes.len().div_ceil(4))
    };
    let mut words = vec![
        header.encode(),
        Word::int(text.chars().count() as i32),
        Word::int(0),
    ];
    words.extend(characters);
    words
}

/// The text of the `STR` object at `address`; `None` if there is no well-formed one.
pub fn read_string(heap: &[Word], address: u16) -> Option<String> {
    let object = heap.get(usize::from(address)..)?;
    let header = Header::decode(*object.first()?)?;
    let width = usize::from(header.aux);
    if header.class != ClassId::STR || !matches!(width, 1 | 2 | 4) {
        return None;
    }
    let length = object.get(string::LENGTH)?.payload as usize;
    let words = length.checked_mul(width)?.div_ceil(4);
    let characters = object.get(string::CHARS..string::CHARS.checked_add(words)?)?;
    let bytes: Vec<u8> = characters
        .iter()
        .flat_map(|word| word.payload.to_le_bytes())
        .collect();
    bytes
        .chunks_exact(width)
        .take(length)
        .map(|chunk| {
            let mut code = [0; 4];
            code[..width].copy_from_slice(chunk);
            char::from_u32(u32::from_le_bytes(code))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn heap_with(text: &str) -> Vec<Word> {
        let mut heap = vec![Word::raw(0)];
        heap.extend(string_object(text));
        heap
    }

    #[test]
    fn the_widest_character_decides_the_width() {
        for (text, width, words) in [("", 1, 3), ("ÿÿÿÿÿ", 1, 5), ("aĀb", 2, 5), ("a🐍", 4, 5)]
        {
            let object = string_object(text);
            assert_eq!(Header::decode(object[0]).unwrap().aux, width, "{text}");
            assert_eq!(object.len(), words, "{text}");
        }
    }

    #[test]
    fn characters_are_little_endian() {
        assert_eq!(
            string_object("abcde")[3..],
            [0x6463_6261, 0x65].map(Word::int)
        );
    }

    #[test]
    fn size_classes_hold_what_they_say() {
        assert_eq!(
            (0..8).map(class_words).collect::<Vec<_>>(),
            [2, 3, 4, 6, 8, 12, 16, 24]
        );
        assert_eq!(size_class(2), 0);
        assert_eq!(size_class(5), 3);
        assert_eq!(size_class(384), 15);
        assert_eq!(size_class(32769), 29);
    }

    #[test]
    fn words_of_a_layout_are_numbered_in_order() {
        for layout in LAYOUTS {
            let offsets = layout.words.iter().map(|(_, offset, _)| *offset);
            assert!(offsets.is_sorted_by(|a, b| a < b), "{}", layout.name);
        }
    }

    #[test]
    fn header_fields_do_not_overlap() {
        let bits = HEADER_FIELDS.map(|f| f.put(u32::MAX));
        assert_eq!(bits.iter().fold(0, |all, b| all | b), !(1 << 27));
        assert_eq!(bits.iter().map(|b| b.count_ones()).sum::<u32>(), 31);
    }

    #[test]
    fn damaged_strings_are_refused() {
        let heap = heap_with("abcde");
        assert_eq!(read_string(&heap, 1).as_deref(), Some("abcde"));
        assert_eq!(read_string(&heap[..5], 1), None);
        assert_eq!(read_string(&heap, 0), None);
        assert_eq!(read_string(&heap, 1000), None);
        let mut long = heap.clone();
        long[2] = Word::raw(u32::MAX);
        assert_eq!(read_string(&long, 1), None);
        let mut surrogate = heap_with("\u{d7ff}");
        surrogate[4] = Word::raw(0xd800);
        assert_eq!(read_string(&surrogate, 1), None);
    }

    proptest! {
        #[test]
        fn strings_round_trip(text in any::<String>()) {
            prop_assert_eq!(read_string(&heap_with(&text), 1), Some(text));
        }

        #[test]
        fn headers_round_trip(bits: u32) {
            let word = Word::raw(bits & !(1 << 27));
            prop_assert_eq!(Header::decode(word).unwrap().encode(), word);
        }

        #[test]
        fn any_heap_is_read_safely(words in prop::collection::vec(any::<u32>(), 0..8), at in 0u16..10) {
            let mut heap = heap_with("");
            heap.extend(words.into_iter().map(Word::raw));
            read_string(&heap, at);
        }
    }
}
