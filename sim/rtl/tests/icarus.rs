//! The emitted Verilog under a second simulator, Icarus Verilog: the same retirements in the
//! same cycles as the model.

use pyxl_boards::family::SimTop;
use pyxl_core::ram::Storage;
use pyxl_core::Images;
use pyxl_isa::image::hex;
use pyxl_isa::MachineConfig;
use pyxl_model::{Machine, World};
use pyxl_tools::{run, Toolbox};
use rust_hdl::prelude::*;
use std::fs;
use std::path::Path;

#[test]
fn icarus_retires_what_the_model_retires() {
    let toolbox = Toolbox::locate().unwrap();
    let (Some(mut icarus), Some(mut vvp)) = (toolbox.iverilog().unwrap(), toolbox.vvp().unwrap())
    else {
        eprintln!("SKIPPED: there is no Icarus Verilog here; `apt-get install iverilog`");
        return;
    };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = here.join("../../examples/gpio_roundtrip.py");
    let image = pyxl_compiler::compile_file(&example).unwrap_or_else(|error| panic!("{error}"));
    let config = MachineConfig::SIM;

    let directory = tempfile::tempdir().unwrap();
    let dir = directory.path();
    let memory = |name: &str, words: Vec<u64>, size: u32| {
        let file = format!("{name}.hex");
        let zeros = std::iter::repeat_n(0, size as usize - words.len());
        fs::write(dir.join(&file), hex(words.into_iter().chain(zeros))).unwrap();
        Storage {
            deepest: None,
            image: Some(file),
        }
    };
    let bits = |words: &[pyxl_isa::Word]| words.iter().map(|word| word.bits()).collect();
    let images = Images {
        code: memory("code", image.code.clone(), config.code_words),
        frame: memory(
            "frame",
            bits(&image.statics_on(&config)),
            config.frame_words,
        ),
        heap: memory("heap", bits(&image.heap), config.heap_words),
    };
    let mut board = SimTop::new(&config, &images);
    board.connect_all();
    for file in pyxl_hdl::emit(&board, "sim").unwrap() {
        icarus.arg(&file.name);
        fs::write(dir.join(&file.name), file.text).unwrap();
    }
    icarus
        .current_dir(dir)
        .args(["-g2005", "-s", "bench", "-o", "bench"])
        .arg(here.join("tests/icarus/bench.v"));
    run(
        &mut icarus,
        "Compiling with Icarus",
        &dir.join("iverilog.log"),
    )
    .unwrap_or_else(|error| panic!("{error}"));
    vvp.current_dir(dir).arg("bench");
    let printed = run(&mut vvp, "Simulating with Icarus", &dir.join("vvp.log"))
        .unwrap_or_else(|error| panic!("{error}"));
    let retired: Vec<(u16, u64)> = printed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(pc, cycle)| Some((pc.parse().ok()?, cycle.parse().ok()?)))
        .collect();

    let mut machine = Machine::new(&image, config).unwrap();
    let mut world = World::new(&config).with_wires(&["1:2".parse().unwrap()]);
    let mut expected = vec![];
    while let Ok(retire) = machine.step(&mut world) {
        expected.push((retire.pc, retire.cycle));
    }
    assert!(expected.len() > 40, "{} instructions", expected.len());
    // The counters may start differently; from the first retirement on they agree.
    let start = |retired: &[(u16, u64)]| retired.first().map_or(0, |first| first.1);
    let relative = |retired: &[(u16, u64)]| -> Vec<(u16, u64)> {
        let first = start(retired);
        retired.iter().map(|r| (r.0, r.1 - first)).collect()
    };
    assert_eq!(relative(&retired), relative(&expected));
}
