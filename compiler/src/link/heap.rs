//! The image's heap: constants.

use crate::front::program::Declaration;
use pyxl_isa::layout::{string_object, FIRST_OBJECT};
use pyxl_isa::Word;
use std::collections::HashMap;

/// Objects under construction. Addresses beyond 16 bits are cut; the linker checks
/// the size at the end.
pub struct Heap {
    /// Contents.
    pub words: Vec<Word>,
    strings: HashMap<String, u16>,
}

impl Default for Heap {
    fn default() -> Heap {
        Heap {
            words: vec![Word::default(); usize::from(FIRST_OBJECT)],
            strings: HashMap::new(),
        }
    }
}

impl Heap {
    /// The address of a string's object. Equal strings are one object.
    pub fn string(&mut self, text: &str) -> u16 {
        if let Some(address) = self.strings.get(text) {
            return *address;
        }
        let address = self.words.len() as u16;
        self.words.extend(string_object(text));
        self.strings.insert(text.into(), address);
        address
    }

    /// The table by which the runtime finds a function's name and parameters when a call
    /// of it has failed. For each function: the address of its first instruction, its
    /// name, the number of its parameters and their names; then a zero.
    pub fn functions<'a>(
        &mut self,
        functions: impl Iterator<Item = (u16, &'a Declaration<'a>)>,
    ) -> u16 {
        let mut table = vec![];
        for (entry, function) in functions {
            table.push(Word::int(i32::from(entry) + 1));
            table.push(Word::str(self.string(&function.name)));
            table.push(Word::int(function.params.len() as i32));
            for param in &function.params {
                table.push(Word::str(self.string(param)));
            }
        }
        table.push(Word::int(0));
        let address = self.words.len() as u16;
        self.words.extend(table);
        address
    }
}
