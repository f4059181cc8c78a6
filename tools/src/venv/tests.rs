//! Installation, with a script in Python's place that notes each call.

use std::os::unix::fs::symlink;
use std::thread;

use super::*;

/// The directory of a script that stands for Python.
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

struct Fixture(tempfile::TempDir);

impl Fixture {
    fn new() -> Fixture {
        Fixture(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn venv(&self, requirements: &str) -> Venv {
        Venv {
            root: self.path("venv"),
            requirements: requirements.to_owned(),
            search: PYTHON.into(),
        }
    }

    fn calls(&self) -> String {
        fs::read_to_string(self.path("venv/calls"))
            .unwrap()
            .replace('\n', " ")
    }
}

#[test]
fn installs_once() {
    let fixture = Fixture::new();
    fixture.venv("a==1").ensure().unwrap();
    fixture.venv("a==1").ensure().unwrap();
    assert_eq!(fixture.calls(), "venv pip ");
}

#[test]
fn a_changed_pin_reinstalls() {
    let fixture = Fixture::new();
    fixture.venv("a==1").ensure().unwrap();
    fixture.venv("a==2").ensure().unwrap();
    assert_eq!(fixture.calls(), "venv pip pip ");
}

#[test]
fn one_of_many_installs() {
    let fixture = Fixture::new();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| fixture.venv("a==1").ensure().unwrap());
        }
    });
    assert_eq!(fixture.calls(), "venv pip ");
}

#[test]
fn an_environment_without_its_python_is_made_again() {
    let fixture = Fixture::new();
    fixture.venv("a==1").ensure().unwrap();
    let python = fixture.venv("a==1").program("python3");
    fs::remove_file(&python).unwrap();
    symlink("/nowhere/python3", &python).unwrap();
    fixture.venv("a==1").ensure().unwrap();
    assert_eq!(fixture.calls(), "venv pip venv pip ");
}

#[test]
fn a_failed_installation_is_tried_again() {
    let fixture = Fixture::new();
    let error = fixture.venv("unknown==1").ensure().unwrap_err().to_string();
    assert!(error.contains("No matching distribution"), "{error}");
    assert!(error.contains("help: the packages come from"), "{error}");
    assert!(fixture.venv("unknown==1").ensure().is_err());
    fixture.venv("a==1").ensure().unwrap();
    assert_eq!(fixture.calls(), "venv pip ");
}

#[test]
fn without_python_the_message_says_what_to_install() {
    let fixture = Fixture::new();
    let mut venv = fixture.venv("a==1");
    venv.search = "/nowhere".into();
    let error = venv.ensure().unwrap_err().to_string();
    assert!(error.starts_with("`python3` is not on PATH"), "{error}");
    assert!(error.contains("apt-get install python3"), "{error}");
}

#[test]
fn a_python_without_venv_is_explained() {
    let fixture = Fixture::new();
    symlink("/bin/false", fixture.path("python3")).unwrap();
    let mut venv = fixture.venv("a==1");
    venv.search = fixture.0.path().into();
    let error = venv.ensure().unwrap_err().to_string();
    assert!(
        error.starts_with("Creating a virtual environment: failed"),
        "{error}"
    );
    assert!(error.contains("python3-venv"), "{error}");
}

#[test]
fn an_unusable_place_is_named() {
    let fixture = Fixture::new();
    let mut venv = fixture.venv("a==1");
    fs::write(fixture.path("file"), "").unwrap();
    venv.root = fixture.path("file/venv");
    let error = venv.ensure().unwrap_err().to_string();
    assert!(error.starts_with("cannot create "), "{error}");
    assert!(error.contains("file/venv"), "{error}");
}

#[test]
fn every_pin_is_exact() {
    for line in REQUIREMENTS.lines() {
        let pinned = line.split_once("==").is_some_and(|(name, version)| {
            let word = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
            name.chars().all(word) && version.chars().all(word)
        });
        assert!(pinned || line.is_empty() || line.starts_with('#'), "{line}");
    }
}
