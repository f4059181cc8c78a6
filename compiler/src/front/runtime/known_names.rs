//! Names that every runtime file knows without defining them.

use crate::ir::{Const, Link};
use pyxl_isa::layout::CONSTANTS;

/// The constant with this name: one of the layouts, or what only the linker knows.
pub fn machine_constant(name: &str) -> Option<Const> {
    Some(match name {
        "END" => Const::End,
        "Ellipsis" => Const::Ellipsis,
        "NotImplemented" => Const::NotImplemented,
        _ => match Link::named(name) {
            Some(link) => Const::Link(link, 0),
            None => Const::Int(*CONSTANTS.get(name)?),
        },
    })
}
