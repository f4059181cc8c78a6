//! The image's heap: objects under construction. They refer to each other by number,
//! since addresses are known only when all of them are: what never changes stands first.

use crate::front::program::Declaration;
use crate::ir::{Const, LinkerSymbol};
use pyxl_isa::layout::{
    bigint, bytes, dict, reference, string_object, tuple, ClassId, Header, FIRST_OBJECT,
};
use pyxl_isa::{Tag, Word};
use std::collections::HashMap;

/// Number of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectNo(u32);

/// A word that may refer to an object.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// A word without a reference.
    Word(Word),
    /// A reference: its tag, the upper half of its payload, and the object.
    Ref(Tag, u16, ObjectNo),
    /// The unbound word whose payload is the first, with the address of the name's string.
    Name(Word, ObjectNo),
    /// What the linker knows at the end, and what is added to it.
    LinkerSymbol(LinkerSymbol, i32),
}

impl Item {
    /// `None`.
    pub const NONE: Item = Item::Word(Word::NONE);

    /// An integer.
    pub fn int(n: usize) -> Item {
        Item::Word(Word::int(n as i32))
    }
}

#[derive(Debug)]
struct Object {
    items: Vec<Item>,
    mutable: bool,
}

/// Objects under construction.
#[derive(Debug, Default)]
pub struct Heap {
    objects: Vec<Object>,
    strings: HashMap<String, ObjectNo>,
    constants: HashMap<Const, Item>,
}

/// Where the objects are.
#[derive(Debug, Default)]
pub struct Layout {
    /// Address of the first object that may change.
    pub mutable: usize,
    /// First address after the last object.
    pub end: usize,
    addresses: Vec<u32>,
}

impl Layout {
    /// The word of an item, where these are the values of links.
    pub fn word(&self, item: Item, links: impl Fn(LinkerSymbol) -> usize) -> Word {
        match item {
            Item::LinkerSymbol(link, more) => Word::int(links(link) as i32 + more),
            Item::Word(word) => word,
            Item::Ref(tag, upper, object) => Word::new(
                tag,
                reference::ENTRY.put(u32::from(upper)) | self.addresses[object.0 as usize],
            ),
            Item::Name(word, object) => {
                Word::new(word.tag, word.payload | self.addresses[object.0 as usize])
            }
        }
    }
}

impl Heap {
    /// Adds an object. Its first item is the header.
    pub fn add(&mut self, items: Vec<Item>, mutable: bool) -> ObjectNo {
        self.objects.push(Object { items, mutable });
        ObjectNo(self.objects.len() as u32 - 1)
    }

    /// Adds an object that is filled later.
    pub fn reserve(&mut self) -> ObjectNo {
        self.add(vec![], true)
    }

    /// Fills an object of a class that may change with its words after the header.
    pub fn fill(&mut self, object: ObjectNo, class: ClassId, items: Vec<Item>) {
        let header = Header::pinned(class, items.len() + 1).encode();
        self.objects[object.0 as usize].items = [vec![Item::Word(header)], items].concat();
    }

    /// Sets the bits of an object's header that depend on its class.
    pub fn set_aux(&mut self, object: ObjectNo, aux: u8) {
        let header = &mut self.objects[object.0 as usize].items[0];
        if let Item::Word(word) = header {
            let decoded = Header::decode(*word).expect("it begins with a header");
            *word = Header { aux, ..decoded }.encode();
        }
    }

    /// Adds an object of a class that may change.
    pub fn mutable(&mut self, class: ClassId, items: Vec<Item>) -> ObjectNo {
        let object = self.reserve();
        self.fill(object, class, items);
        object
    }

    /// A dictionary without an index: the hashes of its keys are not computed yet.
    pub fn dict(&mut self, entries: &[(Item, Item)]) -> Item {
        let words = |(key, value): &(Item, Item)| [Item::int(0), *key, *value];
        let words: Vec<Item> = entries.iter().flat_map(words).collect();
        let storage = [vec![Item::int(words.len())], words].concat();
        let storage = self.mutable(ClassId::STORAGE, storage);
        let length = Item::int(entries.len());
        let entries = Item::Ref(Tag::Box, 0, storage);
        let words = vec![length, length, entries, Item::NONE, Item::int(0)];
        debug_assert_eq!(words.len(), dict::FREE);
        Item::Ref(Tag::Dict, 0, self.mutable(ClassId::DICT, words))
    }

    /// Adds an object of a class with these words after the header.
    pub fn object(&mut self, class: ClassId, leaf: bool, items: Vec<Item>) -> ObjectNo {
        let header = Header {
            leaf,
            ..Header::pinned(class, items.len() + 1)
        };
        let header = Item::Word(header.encode());
        self.add([vec![header], items].concat(), false)
    }

    /// A string. Equal strings are one object.
    pub fn string(&mut self, text: &str) -> ObjectNo {
        if let Some(object) = self.strings.get(text) {
            return *object;
        }
        let words = string_object(text);
        let object = self.add(words.into_iter().map(Item::Word).collect(), false);
        self.strings.insert(text.into(), object);
        object
    }

    /// A reference to a string.
    pub fn str(&mut self, text: &str) -> Item {
        Item::Ref(Tag::Str, 0, self.string(text))
    }

    /// A tuple.
    pub fn tuple(&mut self, items: Vec<Item>) -> Item {
        let mut words = vec![Item::int(items.len())];
        debug_assert_eq!(words.len() + 1, tuple::ITEMS);
        words.extend(items);
        Item::Ref(Tag::Tuple, 0, self.object(ClassId::TUPLE, false, words))
    }

    /// The word of a constant that needs nothing but data.
    pub fn data(&mut self, constant: &Const) -> Option<Item> {
        if let Some(item) = self.constants.get(constant) {
            return Some(*item);
        }
        let item = match constant {
            Const::None => Item::NONE,
            Const::Ellipsis => Item::Word(Word::new(Tag::None, 1)),
            Const::NotImplemented => Item::Word(Word::new(Tag::None, 2)),
            Const::Bool(b) => Item::Word(Word::bool(*b)),
            Const::Int(n) => Item::Word(Word::int(*n)),
            Const::End => Item::Word(Word::raw(0)),
            Const::Str(text) => self.str(text),
            Const::Unbound(kind, name) => {
                let name = self.string(name);
                Item::Name(kind.word(0), name)
            }
            Const::Float(bits) => {
                let halves = halves(*bits).map(Item::Word).to_vec();
                Item::Ref(Tag::Float, 0, self.object(ClassId::FLOAT, true, halves))
            }
            Const::Complex(real, imaginary) => {
                let parts = [halves(*real), halves(*imaginary)].concat();
                let parts = parts.into_iter().map(Item::Word).collect();
                Item::Ref(Tag::Box, 0, self.object(ClassId::COMPLEX, true, parts))
            }
            Const::BigInt(decimal) => {
                let words = bigint_words(decimal).into_iter().map(Item::Word).collect();
                Item::Ref(Tag::BigInt, 0, self.object(ClassId::INT, true, words))
            }
            Const::Bytes(data) => {
                let mut words = vec![Item::int(data.len()), Item::int(0)];
                debug_assert_eq!(words.len() + 1, bytes::DATA);
                words.extend(data.chunks(4).map(|chunk| {
                    let mut word = [0; 4];
                    word[..chunk.len()].copy_from_slice(chunk);
                    Item::Word(Word::new(Tag::Int, u32::from_le_bytes(word)))
                }));
                Item::Ref(Tag::Box, 0, self.object(ClassId::BYTES, true, words))
            }
            _ => return None,
        };
        self.constants.insert(constant.clone(), item);
        Some(item)
    }

    /// The table by which the runtime finds a function's name and parameters when a call
    /// of it has failed. For each function: the address of its first instruction, its
    /// name, the number of its parameters and their names; then a zero.
    pub fn functions<'a>(
        &mut self,
        functions: impl Iterator<Item = (u16, &'a Declaration<'a>)>,
    ) -> Item {
        let mut table = vec![];
        for (entry, function) in functions {
            table.push(Item::int(usize::from(entry) + 1));
            table.push(self.str(&function.name));
            table.push(Item::int(function.params.len()));
            for param in &function.params {
                table.push(self.str(param));
            }
        }
        table.push(Item::int(0));
        Item::Ref(Tag::Raw, 0, self.add(table, false))
    }

    /// Gives each object its address. Addresses beyond 16 bits are cut; the linker checks
    /// the size.
    pub fn layout(&self) -> Layout {
        let mut layout = Layout {
            mutable: 0,
            end: usize::from(FIRST_OBJECT),
            addresses: vec![0; self.objects.len()],
        };
        for mutable in [false, true] {
            if mutable {
                layout.mutable = layout.end;
            }
            for (object, address) in self.objects.iter().zip(&mut layout.addresses) {
                if object.mutable == mutable {
                    *address = layout.end as u32;
                    layout.end += object.items.len();
                }
            }
        }
        layout
    }

    /// The heap's words.
    pub fn words(&self, layout: &Layout, links: impl Fn(LinkerSymbol) -> usize) -> Vec<Word> {
        let mut words = vec![Word::default(); layout.end];
        for (object, address) in self.objects.iter().zip(&layout.addresses) {
            for (at, item) in (*address as usize..).zip(&object.items) {
                words[at] = layout.word(*item, &links);
            }
        }
        words
    }

    /// The first word of each object, and its number of words.
    pub fn objects(&self) -> impl Iterator<Item = (Word, usize)> + '_ {
        self.objects
            .iter()
            .map(|object| match object.items.first() {
                Some(Item::Word(header)) => (*header, object.items.len()),
                _ => (Word::default(), object.items.len()),
            })
    }
}

fn halves(bits: u64) -> [Word; 2] {
    [bits as u32, (bits >> 32) as u32].map(|half| Word::new(Tag::Int, half))
}

/// Size and digits of an integer in decimal.
fn bigint_words(decimal: &str) -> Vec<Word> {
    let (negative, text) = match decimal.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, decimal),
    };
    let mut digits: Vec<u32> = vec![];
    for digit in text.bytes() {
        let mut carry = u64::from(digit - b'0');
        for word in &mut digits {
            let value = u64::from(*word) * 10 + carry;
            *word = value as u32;
            carry = value >> 32;
        }
        if carry > 0 {
            digits.push(carry as u32);
        }
    }
    let size = digits.len() as i32;
    let mut words = vec![Word::int(if negative { -size } else { size })];
    debug_assert_eq!(words.len() + 1, bigint::DIGITS);
    words.extend(digits.into_iter().map(|digit| Word::new(Tag::Int, digit)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn big_integers_have_digits_of_32_bits() {
        let words = |text| bigint_words(text).into_iter().map(|word| word.payload);
        assert_eq!(words("2147483648").collect::<Vec<_>>(), [1, 1 << 31]);
        assert_eq!(
            words("-4294967296").collect::<Vec<_>>(),
            [-2i32 as u32, 0, 1]
        );
        assert_eq!(
            words("340282366920938463463374607431768211455").collect::<Vec<_>>(),
            [4, u32::MAX, u32::MAX, u32::MAX, u32::MAX]
        );
    }

    #[test]
    fn what_changes_stands_last() {
        let mut heap = Heap::default();
        let cell = heap.add(vec![Item::NONE], true);
        let text = heap.str("abc");
        let layout = heap.layout();
        let address = |item| layout.word(item, |_| 0).payload;
        assert_eq!(address(text), 1);
        assert_eq!(address(Item::Ref(Tag::Box, 0, cell)), 5);
        assert_eq!((layout.mutable, layout.end), (5, 6));
    }
}
