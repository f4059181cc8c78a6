//! Boards as the rest of the project uses them: every value checked.

use pyxl_isa::MachineConfig;

use crate::family::Chip;
use crate::pin::Pin;

/// A board that can be built, or simulated.
#[derive(Debug)]
pub struct Board {
    /// Name, as in `--board`.
    pub name: String,
    /// One line for people.
    pub description: String,
    /// The chip, and what only boards of its family have.
    pub chip: Box<dyn Chip>,
    /// Frequency of the clock input, MHz.
    pub input_mhz: f64,
    /// Frequency of the core, MHz.
    pub core_mhz: f64,
    /// Sizes of the machine.
    pub config: MachineConfig,
    /// The program's pins: 32, or none in simulation.
    pub pins: Vec<Pin>,
    /// Block RAMs of 18 Kbit that the memories need, and that the chip has;
    /// 0 in simulation.
    pub block_rams: (u32, u32),
}
