//! The functions of the module `compiler.intrinsics`, which are instructions.

/// The module of the intrinsics that programs call.
pub const INTRINSICS_MODULE: &str = "compiler.intrinsics";

/// A function of [`INTRINSICS_MODULE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramIntrinsic {
    /// `pyxl_write_gpio_pinN(level)`.
    WritePin(u8),
    /// `pyxl_read_gpio_pinN()`.
    ReadPin(u8),
    /// `pyxl_get_cycle_counter()`.
    CycleCounter,
}

impl ProgramIntrinsic {
    /// The intrinsic with this name.
    pub fn named(name: &str) -> Option<ProgramIntrinsic> {
        let pin = |digits: &str| {
            let pin: u8 = digits.parse().ok().filter(|pin| *pin < 32)?;
            (digits == pin.to_string()).then_some(pin)
        };
        if name == "pyxl_get_cycle_counter" {
            Some(ProgramIntrinsic::CycleCounter)
        } else if let Some(digits) = name.strip_prefix("pyxl_write_gpio_pin") {
            pin(digits).map(ProgramIntrinsic::WritePin)
        } else {
            let digits = name.strip_prefix("pyxl_read_gpio_pin")?;
            pin(digits).map(ProgramIntrinsic::ReadPin)
        }
    }

    /// Number of arguments.
    pub fn params(self) -> usize {
        usize::from(matches!(self, ProgramIntrinsic::WritePin(_)))
    }
}
