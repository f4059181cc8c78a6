//! Every top level has Verilog.

use pyxl_boards::ecp5::Ecp5Top;
use pyxl_boards::sim::SimTop;
use pyxl_boards::{load, Target};
use pyxl_core::Images;
use pyxl_hdl::{emit, VerilogFile};
use rust_hdl::prelude::Block;

fn emitted<B: Block>(top: &B) -> Vec<VerilogFile> {
    emit(top, "top").unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn sim() {
    let board = load("sim", None).unwrap();
    let files = emitted(&SimTop::new(&board.config, &Images::default()));
    std::fs::create_dir_all("/tmp/simtop").unwrap();
    for f in &files {
        std::fs::write(format!("/tmp/simtop/{}", f.name), &f.text).unwrap();
    }
}

#[test]
fn ulx3s() {
    let board = load("ulx3s", None).unwrap();
    let Target::Ecp5(ecp5) = &board.target else {
        panic!()
    };
    let files = emitted(&Ecp5Top::new(&board.config, ecp5.pll, &Images::default()));
    std::fs::create_dir_all("/tmp/ecp5top").unwrap();
    for f in &files {
        std::fs::write(format!("/tmp/ecp5top/{}", f.name), &f.text).unwrap();
    }
}
