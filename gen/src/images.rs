//! A program as the initial contents of the memories.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use pyxl_boards::Board;
use pyxl_core::Images;
use pyxl_isa::{Image, Word};

/// Contents of the memories, and where they come from.
pub struct Contents {
    /// Files that the Verilog reads: name, text and purpose.
    pub files: Vec<(String, String, &'static str)>,
    /// How the memories are built, with the names of those files.
    pub images: Images,
    /// Where the program comes from, for people.
    pub source: String,
}

/// The image of a Python program, or in an image file (.pyx).
fn program_image(path: &Path) -> Result<Image> {
    if path.extension().is_none_or(|extension| extension != "pyx") {
        return Ok(pyxl_compiler::compile_file(path)?);
    }
    let shown = path.display();
    let bytes = fs::read(path).with_context(|| format!("cannot read {shown}"))?;
    Image::from_bytes(&bytes).with_context(|| format!("{shown} is no image"))
}

impl Contents {
    /// Compiles `program`. Boards that can only run what their bitstream holds
    /// get the empty program instead of none.
    ///
    /// # Errors
    /// The program is refused, or too large for the board.
    pub fn compile(program: Option<&Path>, board: &Board) -> Result<Self> {
        let (image, source) = match program {
            Some(path) => (program_image(path)?, path.display().to_string()),
            None if board.chip.needs_program() => (
                pyxl_compiler::compile_source("empty.py", "")?,
                "the empty program, which ends at once".into(),
            ),
            None => {
                return Ok(Self {
                    files: vec![],
                    images: board.chip.images(false),
                    source: "none".into(),
                });
            }
        };
        Self::of(&image, board, source)
    }

    fn of(image: &Image, board: &Board, source: String) -> Result<Self> {
        let config = &board.config;
        image
            .fit(config)
            .with_context(|| format!("{source} on {}", board.name))?;
        let images = board.chip.images(true);
        let bits = |words: &[Word]| words.iter().map(|w| w.bits()).collect::<Vec<_>>();
        let memories = [
            (
                &images.code,
                image.code.clone(),
                config.code_words,
                "instructions",
            ),
            (
                &images.frame,
                bits(&image.statics_on(config)),
                config.frame_words,
                "globals, constants",
            ),
            (
                &images.heap,
                bits(&image.heap),
                config.heap_words,
                "objects",
            ),
        ];
        let mut files = vec![];
        for (storage, mut words, size, purpose) in memories {
            words.resize(size as usize, 0);
            for slice in storage.slices(words.len(), 36) {
                let words = &words[slice.first..slice.first + slice.words];
                let text = hex(words, slice.low, slice.width);
                files.extend(slice.image.map(|name| (name, text, purpose)));
            }
        }
        Ok(Self {
            files,
            images,
            source,
        })
    }
}

/// Bits `low` to `low + width - 1` of each word, for `$readmemh`.
fn hex(words: &[u64], low: usize, width: usize) -> String {
    let digits = width.div_ceil(4);
    words
        .iter()
        .map(|word| format!("{:0digits$x}\n", word >> low & ((1 << width) - 1)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_the_words_bits() {
        let words = [0xf_0000_0001, 0x5_1234_5678];
        assert_eq!(hex(&words, 0, 36), "f00000001\n512345678\n");
        assert_eq!(hex(&words, 32, 4), "f\n5\n");
        assert_eq!(hex(&words, 0, 1), "1\n0\n");
        assert_eq!(hex(&words, 9, 9), "000\n02b\n");
    }

    #[test]
    fn a_program_that_does_not_fit_is_refused() {
        let board = pyxl_boards::load("ulx3s", None).unwrap();
        let image = Image {
            statics: vec![Word::default(); 2049],
            ..Default::default()
        };
        let error = Contents::of(&image, &board, "big.py".into()).err().unwrap();
        assert_eq!(
            format!("{error:#}"),
            "big.py on ulx3s: the program does not fit: 2049 words of statics, there are 2048"
        );
    }
}
