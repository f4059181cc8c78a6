//! The table's numbers by name, for the runtime.

use super::{LinkField, LinkKind, State, BUILTIN_CLASSES, LAYOUTS, NUMBERS, PACKED};
use crate::word::{Tag, Unbound};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// All constants that every runtime file knows, by name:
///
/// | name | value |
/// |---|---|
/// | `STR_CHARS` | offset of a word of an object or of a table's entry |
/// | `STR_WORDS` | words of the object or entry, without those that are repeated |
/// | `HEADER_CLASS` | the bits of a field at their place, as a signed number |
/// | `HEADER_CLASS_SHIFT` | its lowest bit |
/// | `HEADER_CLASS_MASK` | its largest value, if it has more than one bit |
/// | `HEADER_STATE_GREY`, `UNBOUND_KIND_FREE`, `LINK_KIND_RETRY` | a value of a field |
/// | `STR` | number of a tag |
/// | `STR_ID` | id of a class |
/// | `LINK_PC` | number of a field of return links |
/// | `FRAME_RESERVE` | a number by itself |
pub static CONSTANTS: LazyLock<BTreeMap<String, i32>> = LazyLock::new(|| all().collect());

fn all() -> impl Iterator<Item = (String, i32)> {
    let places = LAYOUTS.iter().flat_map(|layout| {
        let offset = |place: &super::ObjectWord| (place.name, place.offset);
        let words = [("WORDS", layout.fixed_words())];
        let all = layout.words.iter().map(offset).chain(words);
        all.map(|(name, n)| (format!("{}_{name}", layout.name), n as i32))
    });
    let fields = PACKED.iter().flat_map(|word| {
        word.fields.iter().flat_map(|field| {
            let name = format!("{}_{}", word.name, field.name);
            let shift = (format!("{name}_SHIFT"), field.low as i32);
            let mask = (format!("{name}_MASK"), field.max() as i32);
            let mask = (field.width > 1).then_some(mask);
            [(name, field.bits() as i32), shift].into_iter().chain(mask)
        })
    });
    let states = State::ALL.map(|state| value("HEADER_STATE", state, state as i32));
    let unbound = Unbound::ALL.map(|kind| value("UNBOUND_KIND", kind, kind as i32));
    let kinds = LinkKind::ALL.map(|kind| value("LINK_KIND", kind, kind as i32));
    let links = LinkField::ALL.map(|field| value("LINK", field, field as i32));
    let values = states.into_iter().chain(unbound).chain(kinds).chain(links);
    let tags = Tag::ALL.map(|tag| (tag.name().to_string(), tag as i32));
    let classes = BUILTIN_CLASSES.iter();
    let classes = classes.map(|class| (format!("{}_ID", class.constant), i32::from(class.id.0)));
    let numbers = NUMBERS.iter().map(|n| (n.name.to_string(), n.value));
    let words = places.chain(fields).chain(values);
    words.chain(tags).chain(classes).chain(numbers)
}

/// The constant of a value of a field: `LiveEven` is `PREFIX_LIVE_EVEN`.
fn value(prefix: &str, value: impl std::fmt::Debug, number: i32) -> (String, i32) {
    let mut name = prefix.to_string();
    for letter in format!("{value:?}").chars() {
        if letter.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_uppercase());
    }
    (name, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_has_one_value() {
        assert_eq!(all().count(), CONSTANTS.len());
    }

    #[test]
    fn names_follow_the_scheme() {
        for (name, value) in [
            ("STR_CHARS", 3),
            ("FLOAT_WORDS", 3),
            ("DICT_ENTRY_WORDS", 3),
            ("HEADER_STATE", -1 << 30),
            ("HEADER_CLASS", 4095 << 6),
            ("HEADER_CLASS_SHIFT", 6),
            ("HEADER_CLASS_MASK", 4095),
            ("HEADER_STATE_LIVE_ODD", 2),
            ("LINK_KIND", 4),
            ("LINK_KIND_RETRY", 3),
            ("UNBOUND_KIND_FREE", 3),
            ("BOX", 15),
            ("NOT_IMPLEMENTED_ID", 24),
        ] {
            assert_eq!(CONSTANTS.get(name), Some(&value), "{name}");
        }
        assert!(!CONSTANTS.contains_key("HEADER_LEAF_MASK"));
    }
}
