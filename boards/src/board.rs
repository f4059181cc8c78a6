//! Boards as the rest of the project uses them: every value checked.

use pyxl_core::ram::Storage;
use pyxl_core::Images;
use pyxl_isa::MachineConfig;

use crate::clock::Pll;

/// How the machine's clock, console and pins leave the chip.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Simulation only.
    Sim,
    /// Lattice ECP5, built with Yosys and nextpnr; console on a UART.
    Ecp5(Box<Ecp5>),
    /// Xilinx Zynq-7000, built with Vivado or openXC7; console on the host port.
    Zynq7 {
        /// Part with package and speed grade, such as `xc7z020clg400-1`.
        part: String,
    },
}

/// What an ECP5 board adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Ecp5 {
    /// The chip's full name, for documentation.
    pub part: String,
    /// Size, package and speed grade as nextpnr-ecp5 names them.
    pub size: String,
    /// See `size`.
    pub package: String,
    /// See `size`.
    pub speed: String,
    /// Site and I/O standard of the clock input.
    pub clock: Site,
    /// Sites of the serial lines, from the FPGA's point of view.
    pub txd: Site,
    /// See `txd`.
    pub rxd: Site,
    /// Bits per second of the serial line.
    pub baud: u32,
    /// Dividers that make the core's clock.
    pub pll: Pll,
}

/// A ball of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Name of the ball, such as `G2`.
    pub name: String,
    /// I/O standard, such as `LVCMOS33`.
    pub standard: String,
}

/// Resistor that the FPGA connects to a pin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pull {
    /// None.
    None,
    /// To the supply.
    Up,
    /// To ground.
    Down,
}

/// One of the program's pins; its number is its position in [`Board::pins`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Name in the board's documentation.
    pub name: String,
    /// Where it is.
    pub site: Site,
    /// What the FPGA connects to it.
    pub pull: Pull,
}

/// A board that can be built, or simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// Name, as in `--board`.
    pub name: String,
    /// One line for people.
    pub description: String,
    /// Chip, tools, and what only such boards have.
    pub target: Target,
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

impl Target {
    /// Words of a block RAM of one bit, where memories are made of block RAMs.
    pub fn deepest_block(&self) -> Option<usize> {
        match self {
            Target::Sim => None,
            Target::Ecp5(_) => Some(16384),
            Target::Zynq7 { .. } => Some(32768),
        }
    }

    /// How the memories are built, and, with a program, the names of the files
    /// of their initial contents: slices for chips, whole words in simulation.
    pub fn images(&self, program: bool) -> Images {
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
}
