//! Functions that programs import from `compiler.intrinsics`: instructions of the machine.

/// The module that they are in.
pub const INTRINSICS_MODULE: &str = "compiler.intrinsics";

/// A function of [`INTRINSICS_MODULE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachineFunction {
    /// `pyxl_write_gpio_pinN(level)`.
    WritePin(u8),
    /// `pyxl_read_gpio_pinN()`.
    ReadPin(u8),
    /// `pyxl_get_cycle_counter()`.
    CycleCounter,
}

impl MachineFunction {
    /// The one with this name.
    pub fn named(name: &str) -> Option<MachineFunction> {
        let pin = |digits: &str| {
            let pin: u8 = digits.parse().ok().filter(|pin| *pin < 32)?;
            (digits == pin.to_string()).then_some(pin)
        };
        if name == "pyxl_get_cycle_counter" {
            Some(MachineFunction::CycleCounter)
        } else if let Some(digits) = name.strip_prefix("pyxl_write_gpio_pin") {
            pin(digits).map(MachineFunction::WritePin)
        } else {
            let digits = name.strip_prefix("pyxl_read_gpio_pin")?;
            pin(digits).map(MachineFunction::ReadPin)
        }
    }

    /// Number of arguments.
    pub fn params(self) -> usize {
        usize::from(matches!(self, MachineFunction::WritePin(_)))
    }
}
