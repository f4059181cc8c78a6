//! Synthesis, placement and packing with the repository's own tools.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{bail, Context, Result};
use pyxl_boards::family::{Arguments, Tools};
use pyxl_boards::Board;
use pyxl_tools::{run, Toolbox};
use serde::Deserialize;

use crate::plan::Plan;

/// Resource, number used, number that the chip has (if known).
pub type Usage = Vec<(String, u64, Option<u64>)>;

/// What placement and routing found.
pub struct Routed {
    /// Resources.
    pub usage: Usage,
    /// Highest frequency of the core's clock, MHz.
    pub fmax: f64,
    /// Frequency that it has, MHz.
    pub wanted: f64,
}

/// What is wanted of the tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The files only.
    Files,
    /// A synthesised design.
    Synthesis,
    /// A bitstream.
    Bitstream,
}

/// What the tools are told that place, route and pack, if a bitstream is wanted.
///
/// # Errors
/// The board has no chip, or its bitstream needs tools that do not come with the repository.
pub fn arguments<'a>(board: &Board, tools: &'a Tools, goal: Goal) -> Result<Option<&'a Arguments>> {
    match (tools, goal) {
        (_, Goal::Files) => Ok(None),
        (Tools::None, _) => bail!("{} has no chip to synthesise for", board.name),
        (_, Goal::Synthesis) => Ok(None),
        (Tools::Bitstream(arguments), Goal::Bitstream) => Ok(Some(arguments)),
        (Tools::Synthesis { instead, scripts }, Goal::Bitstream) => bail!(
            "bitstreams for {} need {instead}\n  \
             help: use --synth, or run {scripts} in the output directory",
            board.name
        ),
    }
}

#[derive(Deserialize)]
struct Stat {
    design: Design,
}

#[derive(Deserialize)]
struct Design {
    num_cells_by_type: BTreeMap<String, u64>,
}

/// Runs Yosys.
///
/// # Errors
/// Yosys fails.
pub fn synthesise(plan: &Plan, out: &Path) -> Result<Usage> {
    let mut yosys = Toolbox::locate()?.yosys(out)?;
    run(
        yosys.args(["-q", "-s", "synth.ys"]),
        "synthesising",
        &out.join("yosys.log"),
    )?;
    let path = out.join(format!("{}.stat.json", plan.top));
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let stat: Stat =
        serde_json::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    Ok(group(&stat.design.num_cells_by_type))
}

/// Cells by what people count.
fn group(cells: &BTreeMap<String, u64>) -> Usage {
    let kind = |cell: &str| match cell {
        "LUT4" | "LUT1" | "LUT2" | "LUT3" | "LUT5" | "LUT6" => "LUT",
        "CCU2C" | "CARRY4" => "carry",
        "TRELLIS_FF" | "FDRE" | "FDSE" | "FDCE" | "FDPE" => "flip-flop",
        "DP16KD" | "PDPW16KD" => "block RAM (18 Kbit)",
        "RAMB36E1" => "block RAM (36 Kbit)",
        "RAMB18E1" => "block RAM (18 Kbit)",
        "MULT18X18D" | "DSP48E1" => "DSP",
        c if c.starts_with("TRELLIS_DPR") || c.starts_with("RAM32") || c.starts_with("RAM64") => {
            "LUT RAM"
        }
        _ => "",
    };
    let mut sums = BTreeMap::new();
    for (cell, count) in cells.iter().filter(|(cell, _)| !kind(cell).is_empty()) {
        *sums.entry(kind(cell)).or_insert(0) += count;
    }
    sums.into_iter()
        .map(|(name, count)| (name.to_owned(), count, None))
        .collect()
}

#[derive(Deserialize)]
struct Report {
    fmax: BTreeMap<String, Fmax>,
    utilization: BTreeMap<String, Used>,
}

#[derive(Deserialize)]
struct Fmax {
    achieved: f64,
}

#[derive(Deserialize)]
struct Used {
    available: u64,
    used: u64,
}

/// Placements that are tried: their speed differs by some percent from seed to seed.
const SEEDS: u32 = 4;

/// Runs nextpnr until the clock is fast enough, with another seed each time.
///
/// # Errors
/// The design does not fit, or nextpnr fails.
pub fn place_and_route(
    board: &Board,
    plan: &Plan,
    arguments: &Arguments,
    out: &Path,
) -> Result<Routed> {
    let mut best: Option<Routed> = None;
    for seed in 1..=SEEDS {
        let routed = route(board, plan, arguments, out, seed)?;
        if routed.fmax >= routed.wanted {
            return Ok(routed);
        }
        best = match best {
            Some(best) if best.fmax >= routed.fmax => Some(best),
            _ => Some(routed),
        };
    }
    best.context("nothing was placed")
}

fn route(
    board: &Board,
    plan: &Plan,
    arguments: &Arguments,
    out: &Path,
    seed: u32,
) -> Result<Routed> {
    let mut nextpnr = Toolbox::locate()?.nextpnr_ecp5(out)?;
    nextpnr
        .args(&arguments.nextpnr)
        .args(["--timing-allow-fail", "--seed", &seed.to_string()]);
    let what = format!("placing and routing, seed {seed}");
    run(&mut nextpnr, &what, &out.join("nextpnr.log"))?;
    let path = out.join(format!("{}.report.json", plan.top));
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let report: Report =
        serde_json::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    // The PLL's output is the only clock that drives logic.
    let fmax = report.fmax.values().map(|f| f.achieved).reduce(f64::min);
    Ok(Routed {
        usage: report
            .utilization
            .into_iter()
            .filter(|(_, used)| used.used > 0)
            .map(|(name, used)| (name, used.used, Some(used.available)))
            .collect(),
        fmax: fmax.context("nextpnr reports no clock")?,
        wanted: board.core_mhz,
    })
}

/// Packs the bitstream and returns its path.
///
/// # Errors
/// The packer fails.
pub fn pack(plan: &Plan, arguments: &Arguments, out: &Path) -> Result<PathBuf> {
    let mut ecppack = Toolbox::locate()?.ecppack(out)?;
    run(
        ecppack.args(&arguments.ecppack),
        "packing",
        &out.join("ecppack.log"),
    )?;
    Ok(out.join(format!("{}.bit", plan.top)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_by_kind() {
        let cells = [
            ("LUT4", 7),
            ("TRELLIS_FF", 3),
            ("RAMB36E1", 2),
            ("LUT6", 5),
            ("PFUMX", 9),
            ("RAM32M", 1),
        ];
        let cells = cells.map(|(name, n)| (name.to_owned(), n)).into();
        let expected = [
            ("LUT", 12),
            ("LUT RAM", 1),
            ("block RAM (36 Kbit)", 2),
            ("flip-flop", 3),
        ];
        assert_eq!(
            group(&cells),
            expected.map(|(name, n)| (name.to_owned(), n, None))
        );
    }

    #[test]
    fn only_ecp5_boards_are_built_here() {
        let refusal = |name, goal| {
            let board = pyxl_boards::load(name, None).unwrap();
            let flow = board.chip.flow("top", board.core_mhz);
            let result = arguments(&board, &flow.tools, goal);
            result
                .map(|found| found.is_some())
                .map_err(|e| e.to_string())
        };
        assert_eq!(refusal("ulx3s", Goal::Bitstream), Ok(true));
        assert_eq!(refusal("arty-z7", Goal::Synthesis), Ok(false));
        let error = refusal("arty-z7", Goal::Bitstream).unwrap_err();
        assert!(error.contains("vivado.tcl"), "{error}");
        assert_eq!(refusal("sim", Goal::Files), Ok(false));
        assert!(refusal("sim", Goal::Synthesis).is_err());
        assert!(refusal("sim", Goal::Bitstream).is_err());
    }
}
