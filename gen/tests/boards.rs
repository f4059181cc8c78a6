//! The written boards, simulated from their pins: the top levels, the reset, the
//! initial contents, the host port and the console, with a program that prints and then
//! repeats its input.

use std::path::{Path, PathBuf};
use std::process::Command;

use pyxl_tools::{run, Toolbox};

const PROGRAM: &str = "\
.func boot, 0, 4
    putc 72
    putc 101
    putc 108
    putc 108
    putc 111
    putc 32
    putc 52
    putc 50
    putc 10
echo:
    getc $1
    jlt $1, 0, end
    putc $1
    jmp echo
end:
    halt 0
";

/// Runs gen; returns its output directory.
fn gen(dir: &Path, name: &str, args: &[&str]) -> PathBuf {
    let out = dir.join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_gen"));
    command.args(args).arg("--out").arg(&out);
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    out
}

/// Verilog files of `out`, without those that only declare primitives.
fn verilog(out: &Path) -> Vec<PathBuf> {
    let entries = out
        .join("rtl")
        .read_dir()
        .unwrap()
        .map(|e| e.unwrap().path());
    let mut files: Vec<_> = entries
        .filter(|p| p.extension().is_some_and(|e| e == "v"))
        .filter(|p| !p.to_string_lossy().ends_with("_blackbox.v"))
        .collect();
    files.sort();
    files
}

/// Builds `tests/boards/NAME.{v,cpp}` around a board and returns what it prints.
fn simulate(dir: &Path, name: &str, out: &Path, args: &[&str]) -> String {
    let bench = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/boards");
    let objects = dir.join(format!("{name}-obj"));
    let mut verilator = Toolbox::locate().unwrap().verilator().unwrap();
    verilator
        .args([
            "--cc",
            "--exe",
            "--build",
            "-j",
            "2",
            "--quiet",
            "-Wno-fatal",
            "-Wno-lint",
            "-Wno-style",
        ])
        .args([
            "--output-split",
            "0",
            "-MAKEFLAGS",
            "OPT_FAST=-O1 OPT_SLOW=-O0 OPT_GLOBAL=-O1",
        ])
        .args(["--top-module", "bench", "-o", "bench", "--Mdir"])
        .arg(&objects)
        .args(["-CFLAGS", &format!("-I{}", out.display())])
        .arg(bench.join(format!("{name}.v")))
        .args(verilog(out))
        .arg(bench.join(format!("{name}.cpp")));
    run(
        &mut verilator,
        "verilating",
        &dir.join(format!("{name}.log")),
    )
    .unwrap();
    let mut simulation = Command::new(objects.join("bench"));
    // `$readmemh` names its files relative to the Verilog.
    let output = simulation
        .args(args)
        .current_dir(out.join("rtl"))
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A directory with a program, and its path.
fn program() -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("program.pyx");
    let image = pyxl_isa::asm::assemble("program.pysm", PROGRAM).unwrap();
    std::fs::write(&path, image.to_bytes()).unwrap();
    let path = path.to_string_lossy().into_owned();
    (dir, path)
}

#[test]
fn the_verilog_of_every_board_passes_verilators_lint() {
    let (dir, program) = program();
    for (board, top) in [
        ("arty-z7", "pyxl_arty_z7"),
        ("sim", "pyxl_sim"),
        ("ulx3s", "pyxl_ulx3s"),
    ] {
        let out = gen(
            dir.path(),
            board,
            &["--board", board, "--program", &program],
        );
        let mut verilator = Toolbox::locate().unwrap().verilator().unwrap();
        verilator
            .current_dir(out.join("rtl"))
            .args(["--lint-only", "-Wall", "--top-module", top]);
        let files = out
            .join("rtl")
            .read_dir()
            .unwrap()
            .map(|e| e.unwrap().path());
        verilator.args(files.filter(|p| p.extension().is_some_and(|e| e == "v")));
        if let Err(error) = run(&mut verilator, board, &dir.path().join("lint.log")) {
            panic!("{error}");
        }
    }
}

#[test]
fn an_ecp5_board_starts_its_program_and_talks_to_it() {
    let (dir, program) = program();
    // The board, with a faster serial line.
    let board = include_str!("../../boards/ulx3s.toml")
        .replace("name = \"ulx3s\"", "name = \"bench\"")
        .replace("baud = 115200", "baud = 6500000");
    let file = dir.path().join("bench.toml");
    std::fs::write(&file, board).unwrap();
    let out = gen(
        dir.path(),
        "ecp5",
        &["--board", &file.to_string_lossy(), "--program", &program],
    );
    let printed = simulate(dir.path(), "ecp5", &out, &["10", "typed\r\u{4}"]);
    assert_eq!(
        printed,
        "Hello 42\ntyped\nhalted 1, code 0, pins 00000000\n"
    );
}

#[test]
fn a_zynq_board_is_loaded_and_run_through_its_host_port() {
    let (dir, program) = program();
    let out = gen(dir.path(), "zynq", &["--board", "arty-z7"]);
    // The simulated board's memory files hold whole words.
    let words = gen(
        dir.path(),
        "words",
        &["--board", "sim", "--program", &program],
    );
    let files = ["code.hex", "frame.hex", "heap.hex"]
        .map(|f| words.join("rtl").join(f).to_string_lossy().into_owned());
    let printed = simulate(
        dir.path(),
        "zynq",
        &out,
        &files.each_ref().map(String::as_str),
    );
    let once = "Hello 42\ntyped\nstatus 13, pins 00000000\n";
    assert_eq!(
        printed,
        format!("{once}{once}run without reload: response 2\n")
    );
}
