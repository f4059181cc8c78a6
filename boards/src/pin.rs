//! Pins of boards.

/// Pins that the GPIO block has.
pub const PINS: usize = 32;

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

/// One of the program's pins; its number is its position in [`Board::pins`](crate::Board::pins).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Name in the board's documentation.
    pub name: String,
    /// Where it is.
    pub site: Site,
    /// What the FPGA connects to it.
    pub pull: Pull,
}
