//! The heaps that test programs leave keep to the layouts.

mod trials;

use pyxl_conformance::corpus::{input_of, programs, root};
use pyxl_conformance::heap::fault;
use pyxl_conformance::oracle::{finish, LIMIT};
use pyxl_isa::MachineConfig;
use pyxl_model::Machine;
use std::path::Path;
use std::process::ExitCode;
use trials::Trials;

/// Folders of programs that make objects of many kinds.
const FOLDERS: [&str; 6] = [
    "async",
    "classes",
    "dicts",
    "exceptions",
    "generators",
    "memory",
];

/// What is wrong with the heap of a program at its end.
fn check(file: &Path) -> Option<String> {
    let image = pyxl_compiler::compile_file(file).expect("it compiles");
    let input = input_of(file).expect("a readable file");
    let mut machine = Machine::new(&image, MachineConfig::SIM).expect("it fits");
    finish(&image, &mut machine, &input, LIMIT).expect("it ends");
    fault(&image, machine.heap(), machine.frame()).map(|fault| format!("  {fault}\n"))
}

fn main() -> ExitCode {
    let mut trials = Trials::default();
    for folder in FOLDERS {
        let files = programs(&format!("tests/programs/{folder}")).expect("a readable folder");
        for file in files {
            let name = file.display().to_string();
            trials.add(name, move || check(&root().join(file)));
        }
    }
    trials.run()
}
