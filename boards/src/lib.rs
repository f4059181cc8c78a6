//! Boards: what they are made of (`boards/*.toml`), and their top levels.
#![warn(missing_docs)]
// rust-hdl's derive macros and its style of `next`/`val` assignments.
#![allow(clippy::bool_comparison)]

mod board;
mod check;
mod clock;
pub mod ecp5;
mod error;
pub mod pads;
pub mod ps7;
mod raw;
pub mod sim;
pub mod soc;
pub mod startup;
pub mod zynq;

pub use board::{Board, Ecp5, Pin, Pull, Site, Target};
pub use check::{parse, PINS};
pub use clock::{fclk_dividers, Pll};
pub use error::BoardError;

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
