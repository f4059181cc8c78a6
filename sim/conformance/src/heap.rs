//! The heap that a program leaves keeps to the layouts: every word of the objects that its
//! static slots reach holds what the table says, and each has a class that lives.

mod classes;

use classes::Classes;
use pyxl_isa::layout::{
    class, class_words, read_string, reference, tuple, ClassId, Contents, Header, Layout, LAYOUTS,
};
use pyxl_isa::{Image, Tag, Word};
use std::collections::HashSet;

/// The first thing that is not as it should be in the heap of a machine that ran an image,
/// for people to read; `None` if all is. `frame` begins with the static slots.
pub fn fault(image: &Image, heap: &[Word], frame: &[Word]) -> Option<String> {
    let mut walk = Walk {
        heap,
        classes: Classes::new(image, heap, frame),
        seen: HashSet::new(),
        work: vec![],
        instances: vec![],
    };
    let statics = &frame[..image.statics.len()];
    statics.iter().for_each(|word| walk.reach(*word));
    while let Some(word) = walk.work.pop() {
        if let Err(fault) = walk.object(word) {
            return Some(fault);
        }
    }
    let mut exceptions = walk
        .instances
        .iter()
        .filter(|(_, id)| walk.is_exception(*id));
    exceptions
        .find_map(|(at, _)| walk.check(*at, layout_named("EXC"), usize::MAX).err())
        .or_else(|| walk.classes.fault())
}

struct Walk<'a> {
    heap: &'a [Word],
    classes: Classes<'a>,
    /// Addresses of objects, from the roots on.
    seen: HashSet<u32>,
    /// References whose objects are yet to be looked at.
    work: Vec<Word>,
    /// Addresses and classes of instances.
    instances: Vec<(usize, ClassId)>,
}

impl Walk<'_> {
    fn reach(&mut self, word: Word) {
        let at = reference::ADDRESS.get(word.payload);
        if word.tag.is_reference() && at != 0 && self.seen.insert(at) {
            self.work.push(word);
        }
    }

    /// Checks an object, and reaches those that it refers to.
    fn object(&mut self, word: Word) -> Result<(), String> {
        let at = reference::ADDRESS.get(word.payload) as usize;
        let header = self.heap.get(at).and_then(|word| Header::decode(*word));
        let header = header.ok_or_else(|| format!("{word} refers to no object"))?;
        let fixed = LAYOUTS
            .iter()
            .find(|layout| layout.class == Some(header.class));
        let by_tag = || {
            LAYOUTS
                .iter()
                .find(|layout| layout.tag == word.tag && layout.class.is_none())
        };
        let layout = fixed.or_else(by_tag);
        if fixed.is_some_and(|layout| layout.tag != word.tag) {
            return Err(format!(
                "{word} refers to an object of class {:?}",
                header.class
            ));
        }
        let class = self.classes.get(usize::from(header.class.0));
        class.into_iter().for_each(|class| self.reach(class));
        if matches!(word.tag, Tag::Class | Tag::Object) && class.is_none() {
            return Err(format!("{word} has the dead class {:?}", header.class));
        }
        if word.tag == Tag::Object {
            self.instances.push((at, header.class));
        }
        let words = self.words(at, header);
        if let Some(layout) = layout {
            self.check(at, layout, words)?;
        }
        if !header.leaf {
            let words = self.heap.iter().skip(at + 1).take(words - 1);
            words.for_each(|word| self.reach(*word));
        }
        Ok(())
    }

    /// Words of an object with its header. Those of the image have less than their block.
    fn words(&self, at: usize, header: Header) -> usize {
        let items = || self.heap[at + tuple::LENGTH].payload as usize;
        match header.class {
            class if class.is_function() => usize::from(header.aux) + 1,
            ClassId::CODE => layout_named("CODE").fixed_words() - usize::from(header.aux == 0),
            ClassId::TUPLE | ClassId::STORAGE if header.pinned => tuple::ITEMS + items(),
            _ if header.pinned => match header.size_class {
                // The smallest block above the next smaller one's size.
                0 => 2,
                class => class_words(class - 1) as usize + 1,
            },
            _ => class_words(header.size_class) as usize,
        }
    }

    /// Checks the first words of an object.
    fn check(&self, at: usize, layout: &Layout, words: usize) -> Result<(), String> {
        let last = layout.fixed_words().max(words.min(1 << 16));
        for offset in 1..last.min(words) {
            let Some(contents) = layout.contents(offset) else {
                continue;
            };
            let word = self.heap.get(at + offset).copied().unwrap_or_default();
            // What is not used of a block is RAW 0.
            let unused = contents.repeated && word == Word::raw(0);
            if !unused && !self.allows(contents, word) {
                let name = layout.name;
                return Err(format!(
                    "word {offset} of {name} at {at} is {word}, not {contents}"
                ));
            }
        }
        Ok(())
    }

    fn allows(&self, contents: Contents, word: Word) -> bool {
        let at = reference::ADDRESS.get(word.payload) as usize;
        let class = || Some(Header::decode(*self.heap.get(at)?)?.class);
        let is_wanted = |wanted| {
            let class = class();
            class.is_some_and(|class| class == wanted || self.is_a(class, wanted))
        };
        contents.has(word.tag) && (word.tag != Tag::Box || contents.class.is_none_or(is_wanted))
    }

    /// True for the id of a class that is derived from BaseException.
    fn is_exception(&self, id: ClassId) -> bool {
        self.derives(id, |class| {
            let name = self.address(class + class::NAME);
            read_string(self.heap, name as u16).as_deref() == Some("BaseException")
        })
    }

    /// True for the id of a class, or of one that is derived from it.
    fn is_a(&self, id: ClassId, base: ClassId) -> bool {
        let base = self.classes.get(usize::from(base.0));
        let base = base.map(|class| reference::ADDRESS.get(class.payload) as usize);
        self.derives(id, |class| Some(class) == base)
    }

    /// True if a class of the order in which a class looks for members is the wanted one.
    fn derives(&self, id: ClassId, wanted: impl Fn(usize) -> bool) -> bool {
        let Some(class) = self.classes.get(usize::from(id.0)) else {
            return false;
        };
        let class = reference::ADDRESS.get(class.payload) as usize;
        let order = self.address(class + class::MRO);
        let count = self.heap[order + tuple::LENGTH].payload as usize;
        (0..count).any(|item| wanted(self.address(order + tuple::ITEMS + item)))
    }

    /// The address that a word of the heap holds.
    fn address(&self, at: usize) -> usize {
        reference::ADDRESS.get(self.heap[at].payload) as usize
    }
}

fn layout_named(name: &str) -> &'static Layout {
    let layout = LAYOUTS.iter().find(|layout| layout.name == name);
    layout.expect("the table has it")
}
