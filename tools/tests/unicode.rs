//! The tables of Unicode are what CPython says; `PYXL_BLESS=1` rewrites them.

use std::process::Command;

#[test]
fn the_tables_are_up_to_date() {
    let mut command = Command::new("python3");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/unicode_tables.py"));
    if std::env::var_os("PYXL_BLESS").is_none() {
        command.arg("--check");
    }
    let output = command.output().expect("python3 (3.11) is on PATH");
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{message}");
}
