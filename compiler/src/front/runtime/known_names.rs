//! Names that every runtime file knows without defining them.

use crate::ir::{Const, LinkerSymbol};
use pyxl_isa::layout::CONSTANTS;

/// The constant with this name: one of the layouts, or what only the linker knows.
pub fn machine_constant(name: &str) -> Option<Const> {
    Some(match name {
        "END" => Const::End,
        "Ellipsis" => Const::Ellipsis,
        "NotImplemented" => Const::NotImplemented,
        _ => match LinkerSymbol::named(name) {
            Some(link) => Const::LinkerSymbol(link, 0),
            None => Const::Int(*CONSTANTS.get(name)?),
        },
    })
}
