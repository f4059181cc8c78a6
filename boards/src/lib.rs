//! Boards: what they are made of (`boards/*.toml`), and their top levels.
#![warn(missing_docs)]
// rust-hdl's derive macros and its style of `next`/`val` assignments.
#![allow(clippy::bool_comparison)]

mod board;
mod check;
mod error;
pub mod family;
mod pads;
mod pin;
mod raw;
mod soc;
mod startup;

pub use board::Board;
pub use check::parse;
pub use error::BoardError;
pub use pin::{Pin, Pull, Site, PINS};

/// The boards that come with the project: name and file.
const FILES: [(&str, &str); 3] = [
    ("arty-z7", include_str!("../arty-z7.toml")),
    ("sim", include_str!("../sim.toml")),
    ("ulx3s", include_str!("../ulx3s.toml")),
];

/// Names of the boards that come with the project.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// The board of that name, or the one in that file if `name` ends in `.toml`.
/// `core_mhz` replaces the frequency that the board's file gives.
///
/// # Errors
/// There is no such board, or its description is wrong.
pub fn load(name: &str, core_mhz: Option<f64>) -> Result<Board, BoardError> {
    if name.ends_with(".toml") {
        let text = std::fs::read_to_string(name)
            .map_err(|e| BoardError::new("no-file", format!("cannot read {name}: {e}"), ""))?;
        return parse(&text, core_mhz);
    }
    match FILES.iter().find(|(n, _)| *n == name) {
        Some((_, text)) => parse(text, core_mhz),
        None => {
            let known: Vec<_> = names().collect();
            let help = format!(
                "boards are {}; or give a file that ends in .toml",
                known.join(", ")
            );
            Err(BoardError::new(
                "unknown-board",
                format!("unknown board `{name}`"),
                help,
            ))
        }
    }
}
