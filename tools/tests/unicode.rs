//! The tables of Unicode are what CPython says.

use std::process::Command;

#[test]
fn the_tables_are_up_to_date() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/unicode_tables.py");
    let output = Command::new("python3")
        .args([script, "--check"])
        .output()
        .expect("python3 (3.11) is on PATH");
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{message}");
}
