//! The listing of an image, with its source lines between the instructions.

use super::{instruction, quoted, target, Names};
use crate::asm::unset_vector;
use crate::config::VECTORS;
use crate::image::{Debug, Function, Image};
use crate::insn::{Descriptor, Insn};
use crate::layout::{read_string, string_object};
use crate::table::Opcode;
use crate::word::{Tag, Word};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::hash::Hash;
use std::ops::Range;

/// The whole image as text. Assembling it gives the same code, statics and heap.
pub fn listing(image: &Image) -> String {
    let mut out = String::new();
    let names = Names {
        slots: HashMap::new(),
        statics: unique(static_names(image)),
        targets: HashMap::new(),
    };
    let functions = functions(image);
    statics(&mut out, image, &names);
    heap(&mut out, &image.heap);
    vectors(&mut out, image, &functions);
    code(&mut out, image, &names, &functions);
    out
}

/// Names of the static slots that exist.
fn static_names(image: &Image) -> impl Iterator<Item = (u16, &str)> + Clone {
    let names = image.debug.statics.iter();
    let existing = names.filter(|(n, _)| usize::from(*n) < image.statics.len());
    existing.map(|(n, name)| (*n, &**name))
}

/// Names that occur once, for numbers that occur once.
fn unique<'a, N: Copy + Eq + Hash>(
    pairs: impl Iterator<Item = (N, &'a str)> + Clone,
) -> HashMap<N, &'a str> {
    let mut numbers = HashMap::new();
    let mut names = HashMap::new();
    for (number, name) in pairs.clone() {
        *numbers.entry(number).or_insert(0) += 1;
        *names.entry(name).or_insert(0) += 1;
    }
    pairs
        .filter(|(number, name)| numbers[number] == 1 && names[name] == 1)
        .collect()
}

/// One line: text, then a comment from column 48.
fn line(out: &mut String, text: &str, comment: &str) {
    let full = match comment {
        "" => text.to_owned(),
        _ => format!("{text:<46}  ; {}", comment.trim_end().escape_debug()),
    };
    writeln!(out, "{full}").expect("writing to a string cannot fail");
}

fn statics(out: &mut String, image: &Image, names: &Names) {
    for (n, word) in (0..=u16::MAX).zip(&image.statics) {
        let name = match names.statics.get(&n) {
            Some(name) => format!("{} = ", quoted(name)),
            None => String::new(),
        };
        let meaning = match word.tag {
            Tag::Str => read_string(&image.heap, word.payload as u16).unwrap_or_default(),
            Tag::Func => {
                let function = image.debug.function_at(word.entry());
                function.map_or(String::new(), |f| f.name.clone())
            }
            _ => String::new(),
        };
        let size = image.sizes.iter().find(|(slot, ..)| *slot == n);
        let word = match size {
            Some((_, size, more)) => format!("SIZE {} {more}", size.name()),
            None => word.to_string(),
        };
        line(
            out,
            &format!(".static {name}{word}"),
            &format!("@{n} {meaning}"),
        );
    }
}

fn heap(out: &mut String, heap: &[Word]) {
    let mut at = 0;
    while at < heap.len() {
        let object = read_string(heap, at as u16)
            .map(|text| (string_object(&text), text))
            .filter(|(words, _)| heap[at..].starts_with(words));
        match object {
            Some((words, text)) => {
                line(out, &format!(".heap {at:#06x} = {text:?}"), "");
                at += words.len();
            }
            None => {
                line(out, &format!(".heap {at:#06x} = {}", heap[at]), "");
                at += 1;
            }
        }
    }
}

/// A function as the listing shows it.
struct Shown<'a> {
    function: &'a Function,
    descriptor: Descriptor,
    /// Unique in the listing, and unlike its labels.
    name: Cow<'a, str>,
}

/// The functions that begin with a descriptor, by address.
fn functions(image: &Image) -> BTreeMap<u16, Shown<'_>> {
    let all = &image.debug.functions;
    let names = unique(all.iter().map(|f| (f.entry, &*f.name)));
    let mut shown = BTreeMap::new();
    for function in all {
        let entry = function.entry;
        let Some(&word) = image.code.get(usize::from(entry)) else {
            continue;
        };
        let descriptor = Descriptor::decode(word);
        let readable = descriptor.encode() == word;
        if entry < VECTORS || entry & 1 == 1 || !readable {
            continue;
        }
        let name = match names.get(&entry) {
            Some(name) if !is_label(name) && !name.contains('@') => Cow::Borrowed(*name),
            _ => Cow::Owned(format!("{}@{entry:04x}", function.name)),
        };
        shown.insert(
            entry,
            Shown {
                function,
                descriptor,
                name,
            },
        );
    }
    shown
}

fn label(address: u16) -> String {
    format!("L{address:04x}")
}

fn is_label(name: &str) -> bool {
    name.len() == 5 && name.starts_with('L')
}

fn vectors(out: &mut String, image: &Image, functions: &BTreeMap<u16, Shown>) {
    let names = Names {
        targets: function_names(functions),
        ..Names::default()
    };
    for (vector, &word) in (0..VECTORS).zip(&image.code) {
        if word != unset_vector() {
            let mnemonic = Opcode::from_code(vector as u8).map_or_else(
                || format!("{vector:#04x}"),
                |op| op.row().mnemonic.to_string(),
            );
            let text = instruction(word, vector, &names);
            line(out, &format!(".vector {mnemonic}, {text}"), "");
        }
    }
}

fn function_names<'a>(functions: &BTreeMap<u16, Shown<'a>>) -> HashMap<u16, Cow<'a, str>> {
    functions
        .iter()
        .map(|(entry, shown)| (*entry, shown.name.clone()))
        .collect()
}

fn code(out: &mut String, image: &Image, names: &Names, functions: &BTreeMap<u16, Shown>) {
    let end = u16::try_from(image.code.len()).unwrap_or(u16::MAX);
    let starts = functions.keys().copied().filter(|entry| *entry > VECTORS);
    let starts = std::iter::once(VECTORS).chain(starts);
    let ends = starts.clone().skip(1).chain([end]);
    for (start, end) in starts.zip(ends) {
        let mut names = names.clone();
        names.targets = function_names(functions);
        let mut first = start;
        if let Some(shown) = functions.get(&start) {
            names.slots = unique(slots(shown.function));
            heading(out, start, shown, &names);
            first += 1;
        }
        let labels = labels(&image.code, first..end);
        names.targets.extend(labels.clone());
        body(out, image, first..end, &names, &labels);
    }
}

fn slots(function: &Function) -> impl Iterator<Item = (u8, &str)> + Clone {
    function.slots.iter().map(|(n, name)| (*n, &**name))
}

fn heading(out: &mut String, entry: u16, shown: &Shown, names: &Names) {
    let d = shown.descriptor;
    let mut text = format!(
        ".func {}, {}, {}",
        quoted(&shown.name),
        d.params,
        d.frame_words
    );
    if d.flags & Descriptor::RUNTIME != 0 {
        text += ", runtime";
    }
    if d.flags & Descriptor::IRREGULAR != 0 {
        text += ", irregular";
    }
    out.push('\n');
    line(out, &text, &format!("{entry:04x}"));
    for (n, name) in slots(shown.function) {
        if names.slots.get(&n) == Some(&name) {
            line(out, &format!(".slot {} = {n}", quoted(name)), "");
        }
    }
}

/// Labels for the branch targets within `range`.
fn labels(code: &[u64], range: Range<u16>) -> HashMap<u16, Cow<'static, str>> {
    range
        .clone()
        .filter_map(|pc| target(Insn::decode(code[usize::from(pc)]).ok()?, pc))
        .filter(|address| range.contains(address))
        .map(|address| (address, Cow::Owned(label(address))))
        .collect()
}

fn body(
    out: &mut String,
    image: &Image,
    range: Range<u16>,
    names: &Names,
    labels: &HashMap<u16, Cow<str>>,
) {
    let mut shown_line = None;
    for pc in range {
        if let Some(position) = image.debug.position_at(pc) {
            let place = (position.file, position.line);
            if shown_line.replace(place) != Some(place) {
                source(out, &image.debug, place);
            }
        }
        if let Some(label) = labels.get(&pc) {
            line(out, &format!("{label}:"), "");
        }
        let text = instruction(image.code[usize::from(pc)], pc, names);
        line(out, &format!("    {text}"), &format!("{pc:04x}"));
    }
}

/// `; blink.py:3: while True:`
fn source(out: &mut String, debug: &Debug, (file, number): (u16, u32)) {
    let Some(text) = debug.source_line(file, number) else {
        return;
    };
    let name = &debug.files[usize::from(file)].name;
    let comment = format!("{name}:{number}: {}", text.trim_end());
    writeln!(out, "; {}", comment.escape_debug()).expect("writing to a string cannot fail");
}
