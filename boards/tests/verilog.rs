//! Every board has Verilog.

use pyxl_boards::load;
use pyxl_core::Images;
use pyxl_hdl::VerilogFile;

fn emitted(board: &str) -> Vec<VerilogFile> {
    let board = load(board, None).unwrap();
    let files = board.chip.verilog(&board.config, &Images::default(), "top");
    files.unwrap_or_else(|error| panic!("{error}"))
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
    let files = emitted("sim");
    assert_eq!(
        port_line(&files, "retire_payload"),
        "output wire [31:0] retire_payload,"
    );
}

#[test]
fn ulx3s() {
    let files = emitted("ulx3s");
    assert_eq!(port_line(&files, "pins"), "inout  wire [31:0] pins");
    let pll = files.iter().find(|f| f.name == "pyxl_ecp5_pll.v").unwrap();
    assert!(pll.text.contains(".CLKFB_DIV(13)"), "{}", pll.text);
}

#[test]
fn arty_z7() {
    let files = emitted("arty-z7");
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
