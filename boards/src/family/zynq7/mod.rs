//! Xilinx Zynq-7000, built with Vivado or openXC7; console and programs through the host port.

mod ps7;
mod top;

use pyxl_core::Images;
use pyxl_hdl::{emit, EmitError, VerilogFile};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::host::table::ROWS;
use pyxl_peripherals::registers::{c_header, python};
use serde_json::json;

use super::{BuildFlow, Chip, Template, Tools};
use crate::error::BoardError;
use crate::raw::RawBoard;
use top::ZynqTop;

/// Name of the family.
pub const NAME: &str = "zynq7";

/// Words of a block RAM of one bit.
const DEEPEST_BLOCK: usize = 32768;

/// What a Zynq board adds.
#[derive(Debug)]
struct Zynq7 {
    /// Part with package and speed grade, such as `xc7z020clg400-1`.
    part: String,
    /// Dividers of FCLK_CLK0.
    dividers: (u32, u32),
}

/// Reads what only such boards have.
pub fn parse(raw: &RawBoard, core_mhz: f64) -> Result<Box<dyn Chip>, BoardError> {
    Ok(Box::new(Zynq7 {
        part: raw.required(&raw.device.part, "device.part")?,
        dividers: fclk_dividers(raw.clock.input_mhz, core_mhz)?,
    }))
}

impl Chip for Zynq7 {
    fn deepest_block(&self) -> Option<usize> {
        Some(DEEPEST_BLOCK)
    }

    fn verilog(
        &self,
        config: &MachineConfig,
        images: &Images,
        top: &str,
    ) -> Result<Vec<VerilogFile>, EmitError> {
        emit(&ZynqTop::new(config, images), top)
    }

    fn flow(&self, top: &str, _core_mhz: f64) -> BuildFlow {
        let synth =
            format!("synth_xilinx -family xc7 -flatten -abc9 -top {top}\nwrite_json {top}.json");
        BuildFlow {
            values: json!({
                "part": self.part,
                "fclk_first": self.dividers.0,
                "fclk_second": self.dividers.1,
                "synth": synth,
            }),
            files: files(),
            readme: include_str!("README.md.tera"),
            tools: Tools::Synthesis {
                instead: "Vivado or openXC7",
                scripts: "vivado.tcl or openxc7.sh",
            },
        }
    }
}

#[rustfmt::skip]
fn files() -> Vec<Template> {
    vec![
        Template::new("pins.xdc", include_str!("../../../../constraints/pins.xdc.tera"), "pins"),
        Template::new("timing.xdc", include_str!("../../../../constraints/timing.xdc.tera"), "clock (Vivado)"),
        Template::new("vivado.tcl", include_str!("vivado.tcl.tera"), "bitstream, Vivado"),
        Template::synthesis(),
        Template::new("openxc7.sh", include_str!("openxc7.sh.tera"), "bitstream, openXC7"),
        Template::new("host_port.py", python(&ROWS), "registers, for Python"),
        Template::new("host_port.h", c_header(&ROWS), "registers, for C"),
    ]
}

/// Dividers of FCLK_CLK0 on a Zynq-7000: two of six bits each, after one another.
fn fclk_dividers(pll: f64, core: f64) -> Result<(u32, u32), BoardError> {
    let make = |&(a, b): &(u32, u32)| pll / f64::from(a * b);
    let all = (1..64).flat_map(|a| (1..=a).map(move |b| (a, b)));
    let best = all.min_by(|x, y| (make(x) - core).abs().total_cmp(&(make(y) - core).abs()));
    match best {
        Some(found) if (make(&found) / core - 1.0).abs() <= 1e-4 => Ok(found),
        found => Err(BoardError::new(
            "bad-frequency",
            format!("the processing system cannot make {core} MHz from {pll} MHz"),
            found
                .map(|f| format!("the nearest is {:.3} MHz", make(&f)))
                .unwrap_or_default(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fclk() {
        assert_eq!(fclk_dividers(1000.0, 100.0).unwrap(), (5, 2));
        assert_eq!(fclk_dividers(1000.0, 125.0).unwrap(), (4, 2));
        assert_eq!(
            fclk_dividers(1000.0, 101.0).unwrap_err().help,
            "the nearest is 100.000 MHz"
        );
        assert!(fclk_dividers(1000.0, f64::NAN).is_err());
    }
}
