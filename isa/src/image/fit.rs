//! Whether an image fits a machine.

use super::Image;
use crate::config::MachineConfig;
use std::fmt;

/// What an image takes of one of a machine's memories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The memory's contents: `code`, `statics` or `heap`.
    pub memory: &'static str,
    /// Words that the image fills.
    pub words: usize,
    /// Words that the machine has.
    pub capacity: u32,
}

impl Need {
    fn fits(&self) -> bool {
        self.words <= self.capacity as usize
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = (self.words * 100).div_ceil(self.capacity.max(1) as usize);
        let Need {
            memory,
            words,
            capacity,
        } = self;
        write!(f, "{words:>7}  {memory} of {capacity} ({percent} %)")
    }
}

/// The memories that are too small for an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge(pub Vec<Need>);

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.0.iter().map(|need| {
            let Need {
                memory,
                words,
                capacity,
            } = need;
            format!("{words} words of {memory}, there are {capacity}")
        });
        let shown = shown.collect::<Vec<_>>().join("; ");
        write!(f, "the program does not fit: {shown}")
    }
}

impl std::error::Error for TooLarge {}

impl Image {
    /// What the image takes of each memory of a machine.
    pub fn needs(&self, config: &MachineConfig) -> [Need; 3] {
        let need = |memory, words, capacity| Need {
            memory,
            words,
            capacity,
        };
        [
            need("code", self.code.len(), config.code_words),
            need("statics", self.statics.len(), config.frame_words),
            need("heap", self.heap.len(), config.heap_words),
        ]
    }

    /// Checks that the image fits a machine.
    ///
    /// # Errors
    /// The memories that are too small.
    pub fn fit(&self, config: &MachineConfig) -> Result<(), TooLarge> {
        let mut needs = self.needs(config).to_vec();
        needs.retain(|need| !need.fits());
        match needs.is_empty() {
            true => Ok(()),
            false => Err(TooLarge(needs)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::Word;

    #[test]
    fn every_memory_that_is_too_small_is_named() {
        let config = MachineConfig {
            code_words: 2,
            heap_words: 4,
            frame_words: 4,
            ..MachineConfig::SIM
        };
        let mut image = Image {
            code: vec![0; 2],
            statics: vec![Word::NONE; 4],
            heap: vec![Word::NONE; 4],
            ..Image::default()
        };
        assert_eq!(image.fit(&config), Ok(()));
        image.code.push(0);
        image.heap.push(Word::NONE);
        assert_eq!(
            image.fit(&config).unwrap_err().to_string(),
            "the program does not fit: 3 words of code, there are 2; 5 words of heap, there are 4"
        );
        assert_eq!(
            image.needs(&config)[0].to_string(),
            "      3  code of 2 (150 %)"
        );
    }
}
