//! `tools/icarus.sh` on machines with and without Icarus Verilog.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// Held while a script is written and run: a process that another test starts meanwhile would
/// inherit the open file, and a file open for writing cannot be executed.
static TURN: Mutex<()> = Mutex::new(());

/// Runs the script where `PATH` has only `programs`, each a shell script.
fn icarus(ci: &str, programs: &[(&str, &str)]) -> (i32, String) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let directory = tempfile::tempdir().unwrap();
    for (name, body) in programs {
        program(&directory.path().join(name), body);
    }
    let output = Command::new("/bin/sh")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/icarus.sh"))
        .env("PATH", directory.path())
        .env("CI", ci)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), text)
}

fn program(path: &Path, body: &str) {
    fs::write(path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

const HEAD: (&str, &str) = ("head", "read line; echo \"$line\"");
const APT: (&str, &str) = ("apt-get", "echo \"apt-get $*\"");

#[test]
fn an_installed_icarus_is_named() {
    let present = [
        HEAD,
        ("iverilog", "echo Icarus 1; echo more"),
        ("vvp", "true"),
    ];
    assert_eq!(icarus("true", &present), (0, "Icarus 1\n".to_owned()));
}

#[test]
fn a_person_is_told_what_to_install() {
    let (status, text) = icarus("", &[APT]);
    assert_eq!(status, 77);
    assert!(
        text.contains("help: install it (Debian: apt-get install iverilog)"),
        "{text}"
    );
    assert!(!text.contains("apt-get update"), "{text}");
}

#[test]
fn root_in_continuous_integration_installs_it() {
    let (status, text) = icarus("true", &[APT, ("id", "echo 0")]);
    assert_eq!(status, 0);
    assert!(text.contains("apt-get install -y"), "{text}");
    let failing = [("apt-get", "exit 100"), ("id", "echo 0")];
    assert_ne!(icarus("true", &failing).0, 0);
}

#[test]
fn without_root_nothing_is_installed() {
    let (status, text) = icarus("true", &[APT, ("id", "echo 1000")]);
    assert_eq!(status, 77);
    assert!(!text.contains("apt-get update"), "{text}");
}
