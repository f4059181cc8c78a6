//! Whether a program fits a board.

use anyhow::anyhow;
use pyxl_boards::Board;
use pyxl_compiler::Compiled;
use pyxl_isa::image::Need;
use std::fmt::Write;

/// Parts that are named where a memory is too small.
const LARGEST: usize = 5;

/// How much of each of a board's memories a program takes.
///
/// # Errors
/// A memory is too small: what takes most of it.
pub fn on(compiled: &Compiled, board: &Board) -> anyhow::Result<String> {
    let image = &compiled.image;
    if let Err(too_large) = image.fit(&board.config) {
        let mut text = format!("{}: {too_large}", board.name);
        for Need { memory, .. } in &too_large.0 {
            let parts = compiled.sizes.largest(memory, LARGEST);
            let parts: Vec<_> = parts
                .iter()
                .map(|(name, n)| format!("{name} {n}"))
                .collect();
            write!(text, "\n  largest in {memory}: {}", parts.join(", "))?;
        }
        return Err(anyhow!(text));
    }
    let mut text = format!("on {}:\n", board.name);
    for need in image.needs(&board.config) {
        writeln!(text, "{need}")?;
    }
    Ok(text)
}
