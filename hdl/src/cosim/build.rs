//! One Verilator model of all blocks of a suite, and what it says.

use super::record::{text, PortRole};
use super::{CosimError, Mismatch, RecordedBlock};
use crate::expr::select;
use crate::VerilogFile;
use pyxl_tools::{run as run_tool, ToolError, Toolbox};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

const HARNESS: &str = include_str!("harness.cpp");

/// Ports of at least this many words are arrays in Verilator's C++, which keeps the harness the
/// same for every suite.
const WORDS: usize = 3;

/// Where each entry's inputs and outputs begin in the suite's ports, in words, and the totals.
struct Layout {
    starts: Vec<(usize, usize)>,
    total: (usize, usize),
}

fn layout(blocks: &[RecordedBlock]) -> Layout {
    let mut total = (0, 0);
    let starts = blocks
        .iter()
        .map(|entry| {
            let start = total;
            total.0 += entry.recording.words(PortRole::Input);
            total.1 += entry.recording.words(PortRole::Output);
            start
        })
        .collect();
    Layout {
        starts,
        total: (total.0.max(WORDS), total.1.max(WORDS)),
    }
}

pub(super) fn run(
    blocks: &[RecordedBlock],
    files: Vec<VerilogFile>,
    data: &[VerilogFile],
) -> Result<(), CosimError> {
    let toolbox = Toolbox::locate()?;
    let dir = tempfile::Builder::new().prefix("pyxl-cosim-").tempdir()?;
    let layout = layout(blocks);
    fs::write(dir.path().join("suite.v"), suite(blocks, &layout))?;
    fs::write(dir.path().join("harness.cpp"), HARNESS)?;
    for file in files.iter().chain(data) {
        fs::write(dir.path().join(&file.name), &file.text)?;
    }
    write_vectors(blocks, &layout, &dir.path().join("vectors.bin"))?;

    let result = build(&toolbox, dir.path(), &files).and_then(|()| replay(dir.path()));
    match result {
        Ok(None) => Ok(()),
        Ok(Some(report)) => Err(mismatch(blocks, &layout, &report, dir)),
        Err(source) => Err(CosimError::Tool {
            source,
            dir: dir.keep(),
        }),
    }
}

/// A module that contains all blocks: their inputs are slices of one port, their outputs of
/// another.
fn suite(blocks: &[RecordedBlock], layout: &Layout) -> String {
    let mut body = String::new();
    let mut unused = vec!["1'b0".to_owned(), "clock".to_owned()];
    let mut driven = 0;
    let (in_bits, out_bits) = (32 * layout.total.0, 32 * layout.total.1);
    let mut read = 0;
    let mut idle = |from: usize, to: usize| {
        if from < to {
            unused.push(format!("in_bits{}", select(from, to - from)));
        }
    };
    for (number, (entry, (ins, outs))) in blocks.iter().zip(&layout.starts).enumerate() {
        let mut ports = vec![];
        for port in entry
            .recording
            .ports
            .iter()
            .filter(|port| port.role == PortRole::Clock)
        {
            ports.push(format!(".{}(clock)", port.name));
        }
        idle(read, 32 * ins);
        for (name, at, width) in entry.recording.layout(PortRole::Input) {
            ports.push(format!(".{name}(in_bits{})", select(32 * ins + at, width)));
            read = 32 * ins + at + width;
        }
        body += &undriven(driven, 32 * outs);
        for (name, at, width) in entry.recording.layout(PortRole::Output) {
            ports.push(format!(
                ".{name}(out_bits{})",
                select(32 * outs + at, width)
            ));
            driven = 32 * outs + at + width;
        }
        body += &format!(
            "    {} block_{number} ({});\n",
            entry.module,
            ports.join(", ")
        );
    }
    idle(read, in_bits);
    body += &undriven(driven, out_bits);
    format!(
        "module suite (\n    input wire clock,\n    input wire [{}:0] in_bits,\n    \
         output wire [{}:0] out_bits\n);\n{body}    wire unused = &{{{}}};\nendmodule\n",
        in_bits - 1,
        out_bits - 1,
        unused.join(", ")
    )
}

fn undriven(from: usize, to: usize) -> String {
    match from < to {
        true => format!("    assign out_bits{} = 0;\n", select(from, to - from))
            .replace("= 0", &format!("= {}'d0", to - from)),
        false => String::new(),
    }
}

fn write_vectors(blocks: &[RecordedBlock], layout: &Layout, path: &Path) -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(fs::File::create(path)?);
    let cycles = blocks
        .iter()
        .map(|entry| entry.recording.cycles.len())
        .max()
        .unwrap_or(0);
    for cycle in 0..cycles {
        let mut inputs = vec![0; layout.total.0];
        let mut outputs = [vec![0; layout.total.1], vec![0; layout.total.1]];
        let mut mask = vec![0; layout.total.1];
        for (entry, (ins, outs)) in blocks.iter().zip(&layout.starts) {
            // A block that has no more vectors is no longer compared.
            let Some(recorded) = entry.recording.cycles.get(cycle) else {
                continue;
            };
            inputs[*ins..ins + recorded.inputs.len()].copy_from_slice(&recorded.inputs);
            for (all, own) in outputs.iter_mut().zip(&recorded.outputs) {
                all[*outs..outs + own.len()].copy_from_slice(own);
            }
            mask[*outs..outs + recorded.outputs[0].len()].fill(u32::MAX);
        }
        let [before, after] = outputs;
        for word in [inputs, before, after, mask].concat() {
            out.write_all(&word.to_ne_bytes())?;
        }
    }
    out.flush()
}

/// Lints and compiles. The model is small and runs once: compile it without optimising.
fn build(toolbox: &Toolbox, dir: &Path, files: &[VerilogFile]) -> Result<(), ToolError> {
    let mut verilator = toolbox.verilator()?;
    verilator
        .current_dir(dir)
        .args([
            "--cc",
            "--exe",
            "--build",
            "-j",
            "2",
            "--top-module",
            "suite",
            "-Mdir",
            "model",
            "-o",
            "suite",
        ])
        .args([
            "-Wall",
            "--x-initial",
            "0",
            "--output-split",
            "0",
            "--quiet",
        ])
        .args(["-MAKEFLAGS", "OPT_FAST=-O0 OPT_SLOW=-O0 OPT_GLOBAL=-O0"])
        .args(["harness.cpp", "suite.v"])
        .args(files.iter().map(|file| &file.name));
    run_tool(
        &mut verilator,
        "Building the co-simulation",
        &dir.join("verilator.log"),
    )?;
    Ok(())
}

/// What the harness reports of the first difference, if there is one.
fn replay(dir: &Path) -> Result<Option<String>, ToolError> {
    let mut command = Command::new(dir.join("model/suite"));
    command.current_dir(dir).arg("vectors.bin");
    match run_tool(&mut command, "Co-simulating", &dir.join("replay.log")) {
        Ok(_) => Ok(None),
        Err(ToolError::Failed { status, tail, .. }) if status.code() == Some(1) => Ok(Some(tail)),
        Err(error) => Err(error),
    }
}

fn mismatch(
    blocks: &[RecordedBlock],
    layout: &Layout,
    report: &str,
    dir: tempfile::TempDir,
) -> CosimError {
    let dir = dir.keep();
    let mut words = report.split_whitespace();
    let cycle: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
    let edge: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
    let actual: Vec<u32> = words
        .filter_map(|word| u32::from_str_radix(word, 16).ok())
        .collect();
    for (entry, (_, outs)) in blocks.iter().zip(&layout.starts) {
        let Some(recorded) = entry.recording.cycles.get(cycle) else {
            continue;
        };
        for (port, at, width) in entry.recording.layout(PortRole::Output) {
            let rust = text(&recorded.outputs[edge.min(1)], at, width);
            let verilog = text(actual.get(*outs..).unwrap_or_default(), at, width);
            if rust != verilog {
                return CosimError::from(Box::new(Mismatch {
                    block: entry.name.clone(),
                    cycle,
                    after_edge: edge == 1,
                    port: port.into(),
                    rust,
                    verilog,
                    inputs: entry.inputs(cycle),
                    dir,
                }));
            }
        }
    }
    CosimError::Io(std::io::Error::other(format!(
        "the harness ended without a difference: {report}"
    )))
}
