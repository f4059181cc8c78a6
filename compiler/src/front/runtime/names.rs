//! Names that every runtime file knows without defining them.

use crate::ir::{Const, Link};
use pyxl_isa::layout::LAYOUTS;
use pyxl_isa::Tag;

/// The constant with this name: a tag, a word of an object, or what only the linker knows.
pub fn machine_constant(name: &str) -> Option<Const> {
    match name {
        "END" => return Some(Const::End),
        "Ellipsis" => return Some(Const::Ellipsis),
        "NotImplemented" => return Some(Const::NotImplemented),
        _ => {}
    }
    if let Some(tag) = Tag::ALL.into_iter().find(|tag| tag.name() == name) {
        return Some(Const::Int(tag as i32));
    }
    if let Some(link) = Link::named(name) {
        return Some(Const::Link(link, 0));
    }
    let words = LAYOUTS.iter().filter_map(|layout| {
        let word = name.strip_prefix(layout.name)?.strip_prefix('_')?;
        layout.words.iter().find(|(field, ..)| *field == word)
    });
    let (_, offset, _) = words.into_iter().next()?;
    Some(Const::Int(*offset as i32))
}
