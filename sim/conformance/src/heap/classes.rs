//! What the runtime remembers of classes: their table by id, the lists of subclasses and the
//! attribute table.

use pyxl_isa::layout::{class, dict, dict_entry, list, read_string, reference, storage, tuple};
use pyxl_isa::{Image, Tag, Word};
use std::collections::HashSet;

/// Words of an entry of the attribute table, and where its value is (attribute_table.py).
const ENTRY_WORDS: usize = 4;
const ENTRY_VALUE: usize = 3;
/// Entries of the largest attribute table. It is behind the image; then come objects.
const MOST_ENTRIES: usize = 512;
/// The part of an entry's key that is the address of the name.
const KEY_NAME_BITS: u32 = 16;

/// The classes of a heap.
pub struct Classes<'a> {
    heap: &'a [Word],
    /// The words of the table by id: a class, None, or the next id that is free.
    table: &'a [Word],
    /// The first id that is free, 0 if none is.
    first_free: u32,
    /// The number after the largest id that was given out.
    count: usize,
    /// Where the attribute table is.
    entries: usize,
}

impl Classes<'_> {
    /// The classes of a machine that ran an image; `frame` begins with its static slots.
    pub fn new<'a>(image: &Image, heap: &'a [Word], frame: &[Word]) -> Classes<'a> {
        let value = |wanted: &str| {
            let mut names = image.debug.statics.iter();
            let found = names.find(|(_, name)| name == wanted);
            found.map_or(0, |(at, _)| frame[usize::from(*at)].payload)
        };
        let table = match reference::ADDRESS.get(value("class_table")) as usize {
            0 => &[][..],
            at => {
                let capacity = heap[at + storage::CAPACITY].payload as usize;
                &heap[at + storage::ITEMS..][..capacity]
            }
        };
        let count = match value("class_count") {
            // Nothing makes classes: the table has those of the image.
            0 => table.len(),
            count => count as usize,
        };
        Classes {
            heap,
            table,
            first_free: value("free_class"),
            count,
            entries: image.heap.len(),
        }
    }

    /// The class with an id; `None` if there is none.
    pub fn get(&self, id: usize) -> Option<Word> {
        let word = self.table.get(id).filter(|_| id < self.count)?;
        (word.tag == Tag::Class).then_some(*word)
    }

    /// What is wrong, if something is.
    pub fn fault(&self) -> Option<String> {
        let ids = || (0..self.count).filter_map(|id| Some((id, self.address(self.get(id)?))));
        let mut classes = ids().map(|(id, at)| self.class(id, at));
        let entries = (0..MOST_ENTRIES).map(|entry| self.entries + entry * ENTRY_WORDS);
        let is_header = |at: &usize| self.heap[*at].tag == Tag::Raw && self.heap[*at].payload != 0;
        let entries = entries.take_while(|at| !is_header(at));
        let mut entries = entries.map(|at| self.entry(at));
        classes
            .find_map(Result::err)
            .or_else(|| self.free_ids().err())
            .or_else(|| entries.find_map(Result::err))
    }

    /// Checks the class that the table has for an id.
    fn class(&self, id: usize, at: usize) -> Result<(), String> {
        let own = self.heap[at + class::ID].payload;
        if own != id as u32 {
            return Err(format!("the class with the id {id} says that it has {own}"));
        }
        let subclasses = self.heap[at + class::SUBCLASSES];
        if subclasses.tag != Tag::List {
            return Ok(());
        }
        let subclasses = self.address(subclasses);
        let count = self.heap[subclasses + list::LENGTH].payload as usize;
        let items = self.address(self.heap[subclasses + list::STORAGE]) + storage::ITEMS;
        for id in self.heap[items..][..count].iter().map(|word| word.payload) {
            let subclass = self.get(id as usize);
            let subclass = subclass.ok_or_else(|| format!("a class has the dead subclass {id}"))?;
            let bases = self.items(self.heap[self.address(subclass) + class::BASES]);
            if !bases.iter().any(|base| self.address(*base) == at) {
                return Err(format!(
                    "a class has the subclass {id}, which has other bases"
                ));
            }
        }
        Ok(())
    }

    /// Checks the list of free ids.
    fn free_ids(&self) -> Result<(), String> {
        let mut seen = HashSet::new();
        let mut id = self.first_free;
        while id != 0 {
            let next = self.table.get(id as usize).copied().unwrap_or_default();
            if next.tag != Tag::Int || !seen.insert(id) {
                return Err(format!("the id {id} is not free, but in the list"));
            }
            id = next.payload;
        }
        Ok(())
    }

    /// Checks an entry of the attribute table: what it says is found along the class's MRO.
    fn entry(&self, at: usize) -> Result<(), String> {
        let key = self.heap[at].payload;
        if key == 0 {
            return Ok(());
        }
        let id = key >> KEY_NAME_BITS;
        let name = self.string(key & ((1 << KEY_NAME_BITS) - 1));
        let class = self.get(id as usize);
        let class =
            class.ok_or_else(|| format!("`{name}` is remembered of the dead class {id}"))?;
        let order = self.items(self.heap[self.address(class) + class::MRO]);
        let mut found = order.iter().filter_map(|class| self.member(*class, &name));
        let found = found.next().unwrap_or_default();
        let value = self.heap[at + ENTRY_VALUE];
        if value != found {
            return Err(format!(
                "`{name}` of the class {id} is {found}, but remembered as {value}"
            ));
        }
        Ok(())
    }

    /// What a class itself has under a name.
    fn member(&self, class: Word, name: &str) -> Option<Word> {
        let dict = self.address(self.heap[self.address(class) + class::DICT]);
        let used = self.heap[dict + dict::USED].payload as usize;
        let entries = self.address(self.heap[dict + dict::ENTRIES]) + storage::ITEMS;
        let mut offsets = (0..used).map(|entry| entries + entry * (dict_entry::VALUE + 1));
        let entry = offsets.find(|at| {
            let key = self.heap[at + dict_entry::KEY];
            key.tag == Tag::Str && self.string(key.payload) == name
        });
        entry.map(|at| self.heap[at + dict_entry::VALUE])
    }

    fn items(&self, tuple: Word) -> &[Word] {
        let at = self.address(tuple);
        &self.heap[at + tuple::ITEMS..][..self.heap[at + tuple::LENGTH].payload as usize]
    }

    fn string(&self, address: u32) -> String {
        read_string(self.heap, address as u16).unwrap_or_default()
    }

    fn address(&self, word: Word) -> usize {
        reference::ADDRESS.get(word.payload) as usize
    }
}
