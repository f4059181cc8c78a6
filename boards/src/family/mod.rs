//! Families of chips: what differs between their boards, behind one trait.
//!
//! A new family is a folder beside this file, and a line in `FAMILIES`.

mod ecp5;
mod sim;
mod zynq7;

use std::borrow::Cow;
use std::fmt::Debug;

use pyxl_core::ram::Storage;
use pyxl_core::Images;
use pyxl_hdl::{EmitError, VerilogFile};
use pyxl_isa::MachineConfig;
use serde_json::Value;

use crate::error::BoardError;
use crate::pin::{Site, PINS};
use crate::raw::RawBoard;
pub use sim::SimTop;

/// Reads what a family's boards have, besides what all have, for a core's frequency in MHz.
type Parse = fn(&RawBoard, f64) -> Result<Box<dyn Chip>, BoardError>;

/// The families, as `device.family` names them.
const FAMILIES: [(&str, Parse); 3] = [
    (ecp5::NAME, ecp5::parse),
    (zynq7::NAME, zynq7::parse),
    (sim::NAME, sim::parse),
];

/// The chip of a board.
pub(crate) fn parse(raw: &RawBoard, core_mhz: f64) -> Result<Box<dyn Chip>, BoardError> {
    let family = &raw.device.family;
    match FAMILIES.iter().find(|(name, _)| name == family) {
        Some((_, parse)) => parse(raw, core_mhz),
        None => Err(BoardError::new(
            "unknown-family",
            format!("unknown family `{family}`"),
            format!("families are {}", FAMILIES.map(|(name, _)| name).join(", ")),
        )),
    }
}

/// A board's chip, with what only boards of its family have, checked.
pub trait Chip: Debug {
    /// How many pins a program has.
    fn pins(&self) -> usize {
        PINS
    }

    /// Words of a block RAM of one bit, if memories are made of block RAMs.
    fn deepest_block(&self) -> Option<usize>;

    /// It runs nothing but the program that is in its bitstream.
    fn needs_program(&self) -> bool {
        false
    }

    /// Sites that no pin can have, and the keys of the board's file that say so.
    fn sites(&self) -> Vec<(&'static str, &Site)> {
        vec![]
    }

    /// The top level, called `top`, and all modules below it.
    ///
    /// # Errors
    /// A block has no faithful Verilog.
    fn verilog(
        &self,
        config: &MachineConfig,
        images: &Images,
        top: &str,
    ) -> Result<Vec<VerilogFile>, EmitError>;

    /// How the memories are built, and, with a program, the names of the files
    /// of their initial contents: slices for chips, whole words in simulation.
    fn images(&self, program: bool) -> Images {
        let storage = |name: &str| Storage {
            deepest: self.deepest_block(),
            image: program.then(|| format!("{name}.hex")),
        };
        Images {
            code: storage("code"),
            frame: storage("frame"),
            heap: storage("heap"),
        }
    }

    /// How a design whose top module is `top` is built for the chip.
    fn flow(&self, top: &str, core_mhz: f64) -> BuildFlow;
}

/// How a board is built.
#[derive(Debug)]
pub struct BuildFlow {
    /// Values for the templates, besides those that all boards have.
    pub values: Value,
    /// Constraints and scripts.
    pub files: Vec<Template>,
    /// Template of what a user has to know.
    pub readme: &'static str,
    /// What the repository's own tools do.
    pub tools: Tools,
}

/// A file to write.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its path in the output directory.
    pub path: &'static str,
    /// Its text, a template.
    pub text: Cow<'static, str>,
    /// What it is for, in a few words.
    pub purpose: &'static str,
}

impl Template {
    /// A file with these parts.
    pub fn new(
        path: &'static str,
        text: impl Into<Cow<'static, str>>,
        purpose: &'static str,
    ) -> Template {
        Template {
            path,
            text: text.into(),
            purpose,
        }
    }

    /// The script of the synthesis; the value `synth` is its command.
    fn synthesis() -> Template {
        Template::new("synth.ys", include_str!("synth.ys.tera"), "Yosys script")
    }
}

/// What the repository's own tools do for a board.
#[derive(Debug)]
pub enum Tools {
    /// Nothing: there is no chip.
    None,
    /// They synthesise; bitstreams need others.
    Synthesis {
        /// These others.
        instead: &'static str,
        /// Scripts for them among the files.
        scripts: &'static str,
    },
    /// They make the bitstream.
    Bitstream(Arguments),
}

/// What the tools are told that place, route and pack.
#[derive(Debug)]
pub struct Arguments {
    /// Of nextpnr-ecp5.
    pub nextpnr: Vec<String>,
    /// Of ecppack.
    pub ecppack: Vec<String>,
}
