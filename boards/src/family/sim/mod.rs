//! The simulated board: no chip, and everything that a simulation drives or compares at its ports.

mod top;

use pyxl_core::Images;
use pyxl_hdl::{emit, EmitError, VerilogFile};
use pyxl_isa::MachineConfig;
use serde_json::json;

use super::{BuildFlow, Chip, Tools};
use crate::error::BoardError;
use crate::raw::RawBoard;
pub use top::SimTop;

/// Name of the family.
pub const NAME: &str = "sim";

#[derive(Debug)]
struct Sim;

/// Such boards have nothing of their own.
pub fn parse(_raw: &RawBoard, _core_mhz: f64) -> Result<Box<dyn Chip>, BoardError> {
    Ok(Box::new(Sim))
}

impl Chip for Sim {
    fn pins(&self) -> usize {
        0
    }

    fn deepest_block(&self) -> Option<usize> {
        None
    }

    fn verilog(
        &self,
        config: &MachineConfig,
        images: &Images,
        top: &str,
    ) -> Result<Vec<VerilogFile>, EmitError> {
        emit(&SimTop::new(config, images), top)
    }

    fn flow(&self, _top: &str, _core_mhz: f64) -> BuildFlow {
        BuildFlow {
            values: json!({}),
            files: vec![],
            readme: include_str!("README.md.tera"),
            tools: Tools::None,
        }
    }
}
