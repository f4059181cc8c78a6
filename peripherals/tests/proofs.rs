//! Proofs by induction, with Yosys' own solver, about the emitted Verilog:
//! properties from `tests/proofs/*.v` are put into the module that they speak of.

use pyxl_hdl::{emit, VerilogFile};
use pyxl_peripherals::{Axi3, AxiLite, Fifo};
use pyxl_tools::{run, ToolError, Toolbox};

/// Tries to prove the assertions in `properties` within the first of `files`.
fn prove(files: &[VerilogFile], properties: &str) -> Result<String, ToolError> {
    let dir = tempfile::tempdir().unwrap();
    let mut names = vec![];
    for (i, file) in files.iter().enumerate() {
        let text = match i {
            0 => file
                .text
                .replacen("endmodule", &format!("{properties}\nendmodule"), 1),
            _ => file.text.clone(),
        };
        std::fs::write(dir.path().join(&file.name), text).unwrap();
        names.push(file.name.as_str());
    }
    let script = format!(
        "read_verilog -formal {}; prep -top top -flatten; memory -nordff; async2sync; chformal -lower; opt_clean; \
         sat -tempinduct -prove-asserts -set-assumes -seq 1 -maxsteps 8 -verify top",
        names.join(" ")
    );
    let mut yosys = Toolbox::locate()?.yosys(dir.path())?;
    run(
        yosys.args(["-p", &script]),
        "proving",
        &dir.path().join("proof.log"),
    )
}

#[test]
fn a_fifo_keeps_count_and_order() {
    let files = emit(&Fifo::<8>::new(4), "top").unwrap();
    let log = prove(&files, include_str!("proofs/fifo.v")).unwrap_or_else(|e| panic!("{e}"));
    assert!(log.contains("Induction step proven: SUCCESS!"), "{log}");
}

#[test]
fn a_wrong_property_is_not_proven() {
    let files = emit(&Fifo::<8>::new(4), "top").unwrap();
    let wrong = "always @* assert (count < 9'd4);";
    let error = prove(&files, wrong)
        .expect_err("a FIFO can be full")
        .to_string();
    assert!(error.contains("proof did fail"), "{error}");
}

#[test]
fn axi_lite_keeps_the_handshake_rules() {
    let files = emit(&AxiLite::default(), "top").unwrap();
    let log = prove(&files, include_str!("proofs/axi_lite.v")).unwrap_or_else(|e| panic!("{e}"));
    assert!(log.contains("Induction step proven: SUCCESS!"), "{log}");
}

#[test]
fn axi3_keeps_the_handshake_rules() {
    let files = emit(&Axi3::default(), "top").unwrap();
    let log = prove(&files, include_str!("proofs/axi3.v")).unwrap_or_else(|e| panic!("{e}"));
    assert!(log.contains("Induction step proven: SUCCESS!"), "{log}");
}
