//! Lists the files of the runtime and of the library, which become part of the compiler.

#[path = "src/runtime_folder/files.rs"]
mod files;

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn main() {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    println!("cargo::rerun-if-changed={}", runtime.display());
    let mut list = String::from("&[\n");
    let files = files::python_files(&runtime);
    let files = files.unwrap_or_else(|error| panic!("{}: {error}", runtime.display()));
    for name in files {
        let path = runtime.join(&name);
        writeln!(list, "    ({name:?}, include_str!({path:?})),").expect("a string");
    }
    list.push(']');
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("runtime.rs"), list).expect("cargo's folder");
}
