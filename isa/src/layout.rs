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
pub const LEAF: Field = Field::new("LEAF", 29, 1, "all contents are RAW: nothing to mark");
/// The object is part of the image and never freed.
pub const PINNED: Field = Field::new("PINNED", 28, 1, "part of the image: never freed");
/// Size class, see [`SIZE_CLASSES`].
pub const SIZE_CLASS: Field = Field::new("size class", 22, 5, "block size; 31 is a large object");
/// Flags, see [`Flags`](Header::flags).
pub const FLAGS: Field = Field::new("flags", 18, 4, "1 IRREGULAR, 2 HASHED, 4 BUSY");
/// Class id, see [`ClassId`].
pub const CLASS: Field = Field::new("class", 6, 12, "class id");
/// Auxiliary value; its meaning depends on the class.
pub const AUX: Field = Field::new("aux", 0, 6, "per class; a string's bytes per character");

/// The header's fields, uppermost first; bit 27 is spare.
pub const HEADER_FIELDS: [Field; 7] = [STATE, LEAF, PINNED, SIZE_CLASS, FLAGS, CLASS, AUX];

/// Words of a block, by size class. Class [`LARGE`] has its size in the object.
pub const SIZE_CLASSES: [u16; 16] = [
    2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384,
];

/// Size class of an object that no block of [`SIZE_CLASSES`] holds; its length
/// is in word 1.
pub const LARGE: u8 = 31;

/// The smallest size class that holds `words`, or [`LARGE`].
pub fn size_class(words: usize) -> u8 {
    SIZE_CLASSES
        .iter()
        .position(|&size| words <= usize::from(size))
        .map_or(LARGE, |class| class as u8)
}

/// Id of a class, 12 bits. The program's own classes begin at
/// [`ClassId::FIRST_USER`].
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
}

impl ClassId {
    /// The first id of a class that the program defines.
    pub const FIRST_USER: ClassId = ClassId(256);
}

/// The header word of an object, decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Header {
    /// Collector state.
    pub state: State,
    /// All contents are `RAW`.
    pub leaf: bool,
    /// Never freed.
    pub pinned: bool,
    /// Index into [`SIZE_CLASSES`], or [`LARGE`]. Objects of the image are not
    /// padded to their class: they are pinned.
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

/// Offsets in a `STR` object: a leaf whose header's aux is the bytes per
/// character, 1, 2 or 4.
pub mod string {
    /// `RAW` length in code points.
    pub const LENGTH: usize = 1;
    /// `RAW` hash; 0 if not yet computed.
    pub const HASH: usize = 2;
    /// First of the `RAW` words with the characters, the first character in the
    /// lowest bits.
    pub const CHARS: usize = 3;
}

/// Offsets in a `FUNC` object.
pub mod function {
    /// `STR` name.
    pub const NAME: usize = 1;
    /// Words of the object.
    pub const WORDS: usize = 2;
}

/// A type's words after the header, for the reference.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Tag of references to the object.
    pub tag: Tag,
    /// Class in the header.
    pub class: ClassId,
    /// Offset and meaning of each word.
    pub words: &'static [(usize, &'static str)],
}

/// All object layouts.
pub const LAYOUTS: &[Layout] = &[
    Layout {
        tag: Tag::Str,
        class: ClassId::STR,
        words: &[
            (string::LENGTH, "RAW length in code points"),
            (string::HASH, "RAW hash, 0 if not yet computed"),
            (
                string::CHARS,
                "RAW characters of aux bytes, the first in the lowest bits, and so on in the words after it",
            ),
        ],
    },
    Layout {
        tag: Tag::Func,
        class: ClassId::FUNCTION,
        words: &[(function::NAME, "STR name")],
    },
];

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
        Word::raw(u32::from_le_bytes(word))
    });
    let header = Header {
        leaf: true,
        aux: width as u8,
        ..Header::pinned(ClassId::STR, string::CHARS + bytes.len().div_ceil(4))
    };
    let mut words = vec![
        header.encode(),
        Word::raw(text.chars().count() as u32),
        Word::raw(0),
    ];
    words.extend(characters);
    words
}

/// The object of a function whose name is the string at heap address `name`.
pub fn function_object(name: u16) -> Vec<Word> {
    vec![
        Header::pinned(ClassId::FUNCTION, function::WORDS).encode(),
        Word::str(name),
    ]
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
            [0x6463_6261, 0x65].map(Word::raw)
        );
    }

    #[test]
    fn size_classes_hold_what_they_say() {
        assert_eq!(size_class(2), 0);
        assert_eq!(size_class(5), 3);
        assert_eq!(size_class(384), 15);
        assert_eq!(size_class(385), LARGE);
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
