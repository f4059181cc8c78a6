//! Lists the files of the runtime and of the library, which become part of the compiler.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(&folder).expect("the runtime's folder");
    let names = entries.map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    names.retain(|name| name.ends_with(".py"));
    names.sort();
    write_list("runtime.rs", &folder, &names);
    let library = folder.join("library");
    write_list("library.rs", &library, &modules(&library, ""));
}

/// The files of the library's modules, also those in packages.
fn modules(folder: &Path, prefix: &str) -> Vec<String> {
    let mut names = vec![];
    for entry in fs::read_dir(folder).expect("a folder of the library") {
        let entry = entry.expect("a file");
        let name = entry.file_name().into_string().expect("a name in ASCII");
        if entry.path().is_dir() {
            names.extend(modules(&entry.path(), &format!("{prefix}{name}/")));
        } else if name.ends_with(".py") {
            names.push(format!("{prefix}{name}"));
        }
    }
    names.sort();
    names
}

fn write_list(file: &str, folder: &Path, names: &[String]) {
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(name);
        writeln!(list, "    ({name:?}, include_str!({path:?})),").expect("a string");
    }
    list.push(']');
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join(file), list).expect("cargo's folder");
}
