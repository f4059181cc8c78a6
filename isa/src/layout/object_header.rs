//! The header, word 0 of every object.

use super::header::{AUX, CLASS, LEAF, PINNED, SIZE, STATE};
use super::ClassId;
use crate::word::{Tag, Word};

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
    /// All states, by number.
    pub const ALL: [State; 4] = [State::Free, State::LiveEven, State::LiveOdd, State::Grey];
}

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
    /// Class.
    pub class: ClassId,
    /// Auxiliary value, six bits.
    pub aux: u8,
}

impl Header {
    /// Header of a `words` long object of the image.
    pub fn pinned(class: ClassId, words: usize) -> Header {
        Header {
            state: State::LiveEven,
            leaf: false,
            pinned: true,
            size_class: size_class(words),
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
                | SIZE.put(u32::from(self.size_class))
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
            size_class: SIZE.get(bits) as u8,
            class: ClassId(CLASS.get(bits) as u16),
            aux: AUX.get(bits) as u8,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::header;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn headers_round_trip(bits: u32) {
            let used = [header::AUX, header::CLASS, header::SIZE, header::PINNED, header::LEAF, header::STATE];
            let word = Word::raw(bits & used.iter().fold(0, |all, field| all | field.bits()));
            prop_assert_eq!(Header::decode(word).unwrap().encode(), word);
        }
    }
}
