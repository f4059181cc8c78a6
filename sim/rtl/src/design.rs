//! The Verilog of the simulated board.

use crate::RtlError;
use pyxl_boards::family::SimTop;
use pyxl_core::Images;
use pyxl_hdl::VerilogFile;
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

/// Name of the top module.
pub const TOP: &str = "sim";

/// All modules of a machine with these memories, the top first.
///
/// # Errors
/// If a block has no faithful Verilog.
pub fn verilog(config: &MachineConfig) -> Result<Vec<VerilogFile>, RtlError> {
    let mut board = SimTop::new(config, &Images::default());
    board.connect_all();
    Ok(pyxl_hdl::emit(&board, TOP)?)
}
