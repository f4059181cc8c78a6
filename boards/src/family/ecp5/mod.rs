//! Lattice ECP5, built with Yosys and nextpnr; console on a UART, the program in the bitstream.

mod pll;
mod top;

use pyxl_core::Images;
use pyxl_hdl::{emit, EmitError, VerilogFile};
use pyxl_isa::MachineConfig;
use serde_json::{json, Value};

use super::{Arguments, BuildFlow, Chip, Template, Tools};
use crate::error::BoardError;
use crate::pin::Site;
use crate::raw::RawBoard;
use pll::Pll;
use top::Ecp5Top;

/// Name of the family.
pub const NAME: &str = "ecp5";

/// Words of a block RAM of one bit.
const DEEPEST_BLOCK: usize = 16384;

/// What an ECP5 board adds.
#[derive(Debug)]
struct Ecp5 {
    /// The chip's full name, for documentation.
    part: String,
    /// Size, package and speed grade as nextpnr-ecp5 names them.
    size: String,
    package: String,
    speed: String,
    /// Site of the clock input.
    clock: Site,
    /// Sites of the serial lines, from the FPGA's point of view.
    txd: Site,
    rxd: Site,
    /// Bits per second of the serial line.
    baud: u32,
    /// Dividers that make the core's clock.
    pll: Pll,
}

/// Reads what only such boards have.
pub fn parse(raw: &RawBoard, core_mhz: f64) -> Result<Box<dyn Chip>, BoardError> {
    let device = &raw.device;
    let uart = raw.uart.as_ref().ok_or_else(|| {
        BoardError::new(
            "missing-field",
            "[uart] is missing",
            "an ecp5 board's console is its UART",
        )
    })?;
    let site = |value: &Option<String>, field: &str| raw.site(&raw.required(value, field)?, field);
    Ok(Box::new(Ecp5 {
        part: raw.required(&device.part, "device.part")?,
        size: raw.required(&device.size, "device.size")?,
        package: raw.required(&device.package, "device.package")?,
        speed: raw.required(&device.speed, "device.speed")?,
        clock: site(&raw.clock.site, "clock.site")?,
        txd: site(&uart.txd, "uart.txd")?,
        rxd: site(&uart.rxd, "uart.rxd")?,
        baud: raw.required(&uart.baud, "uart.baud")?,
        pll: Pll::solve(raw.clock.input_mhz, core_mhz)?,
    }))
}

impl Chip for Ecp5 {
    fn deepest_block(&self) -> Option<usize> {
        Some(DEEPEST_BLOCK)
    }

    fn needs_program(&self) -> bool {
        true
    }

    fn sites(&self) -> Vec<(&'static str, &Site)> {
        vec![
            ("clock.site", &self.clock),
            ("uart.txd", &self.txd),
            ("uart.rxd", &self.rxd),
        ]
    }

    fn verilog(
        &self,
        config: &MachineConfig,
        images: &Images,
        top: &str,
    ) -> Result<Vec<VerilogFile>, EmitError> {
        emit(&Ecp5Top::new(config, self.pll, images), top)
    }

    fn flow(&self, top: &str, core_mhz: f64) -> BuildFlow {
        let words = |text: String| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let nextpnr = format!(
            "--{} --package {} --speed {} --freq {core_mhz} --json {top}.json --lpf board.lpf \
             --textcfg {top}.config --report {top}.report.json",
            self.size, self.package, self.speed
        );
        let ecppack = format!("--compress {top}.config {top}.bit");
        BuildFlow {
            values: json!({
                "part": self.part,
                "clock": site(&self.clock),
                "txd": site(&self.txd),
                "rxd": site(&self.rxd),
                "baud": self.baud,
                "nextpnr": nextpnr,
                "ecppack": ecppack,
                "synth": format!("synth_ecp5 -abc9 -top {top} -json {top}.json"),
            }),
            files: files(),
            readme: include_str!("README.md.tera"),
            tools: Tools::Bitstream(Arguments {
                nextpnr: words(nextpnr),
                ecppack: words(ecppack),
            }),
        }
    }
}

#[rustfmt::skip]
fn files() -> Vec<Template> {
    vec![
        Template::new("board.lpf", include_str!("../../../../constraints/board.lpf.tera"), "pins and clock"),
        Template::synthesis(),
        Template::new("build.sh", include_str!("build.sh.tera"), "makes the bitstream"),
    ]
}

fn site(site: &Site) -> Value {
    json!({ "site": site.name, "standard": site.standard })
}
