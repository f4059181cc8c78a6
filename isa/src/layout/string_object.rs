//! Strings as objects.

use super::{string, ClassId, Header};
use crate::word::{Tag, Word};

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
        fn any_heap_is_read_safely(words in prop::collection::vec(any::<u32>(), 0..8), at in 0u16..10) {
            let mut heap = heap_with("");
            heap.extend(words.into_iter().map(Word::raw));
            read_string(&heap, at);
        }
    }
}
