//! Every top level has Verilog.

use pyxl_boards::ecp5::Ecp5Top;
use pyxl_boards::sim::SimTop;
use pyxl_boards::zynq::ZynqTop;
use pyxl_boards::{load, Target};
use pyxl_core::Images;
use pyxl_hdl::{emit, VerilogFile};
use rust_hdl::prelude::Block;

fn emitted<B: Block>(top: &B) -> Vec<VerilogFile> {
    emit(top, "top").unwrap_or_else(|error| panic!("{error}"))
}

fn port_line<'a>(files: &'a [VerilogFile], port: &str) -> &'a str {
    let mut lines = files[0].text.lines();
    lines
        .find(|l| l.trim_end_matches(',').ends_with(&format!(" {port}")))
        .unwrap_or_default()
        .trim()
}

#[test]
fn sim() {
    let board = load("sim", None).unwrap();
    let files = emitted(&SimTop::new(&board.config, &Images::default()));
    assert_eq!(
        port_line(&files, "retire_payload"),
        "output wire [31:0] retire_payload,"
    );
}

#[test]
fn ulx3s() {
    let board = load("ulx3s", None).unwrap();
    let Target::Ecp5(ecp5) = &board.target else {
        panic!()
    };
    let files = emitted(&Ecp5Top::new(&board.config, ecp5.pll, &Images::default()));
    assert_eq!(port_line(&files, "pins"), "inout  wire [31:0] pins");
    let pll = files.iter().find(|f| f.name == "pll.v").unwrap();
    assert!(pll.text.contains(".CLKFB_DIV(13)"), "{}", pll.text);
}

#[test]
fn arty_z7() {
    let board = load("arty-z7", None).unwrap();
    let files = emitted(&ZynqTop::new(&board.config, &Images::default()));
    assert_eq!(port_line(&files, "pins"), "inout  wire [31:0] pins");
    let black_boxes = files
        .iter()
        .find(|f| f.name.ends_with("_blackbox.v"))
        .unwrap();
    assert!(
        black_boxes.text.contains("module PS7"),
        "{}",
        black_boxes.text
    );
}
