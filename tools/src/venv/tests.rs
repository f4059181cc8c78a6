//! A script stands for Python: it makes environments that hold nothing but itself, and notes
//! each call in the file `calls` there.

use std::os::unix::fs::PermissionsExt;
use std::thread;

use super::*;

const PYTHON_SCRIPT: &str = r#"#!/bin/sh
case "$2" in
    venv)
        root=$3
        mkdir -p "$root/bin" && cp "$0" "$root/bin/python3" && touch "$root/pyvenv.cfg"
        ;;
    pip)
        root=$(dirname "$0")/..
        sleep 0.1
        if grep -q unknown "$root/requirements.txt"; then
            echo "No matching distribution"
            exit 1
        fi
        ;;
esac
echo "$2" >> "$root/calls"
"#;

struct Fixture(tempfile::TempDir);

impl Fixture {
    fn new() -> Fixture {
        let directory = tempfile::tempdir().unwrap();
        let fixture = Fixture(directory);
        let python = fixture.path("path/python3");
        fs::create_dir_all(fixture.path("path")).unwrap();
        fs::write(&python, PYTHON_SCRIPT).unwrap();
        fs::set_permissions(&python, fs::Permissions::from_mode(0o755)).unwrap();
        fixture
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn venv(&self, requirements: &str) -> Venv {
        Venv {
            root: self.path("venv"),
            requirements: requirements.to_owned(),
            search: self.path("path").into(),
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
    std::os::unix::fs::symlink("/nowhere/python3", &python).unwrap();
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
    fs::write(
        fixture.path("path/python3"),
        "#!/bin/sh\necho 'No module named venv'; exit 1\n",
    )
    .unwrap();
    let error = fixture.venv("a==1").ensure().unwrap_err().to_string();
    assert!(error.contains("No module named venv"), "{error}");
    assert!(error.contains("python3-venv"), "{error}");
}

#[test]
fn an_unusable_place_is_named() {
    let fixture = Fixture::new();
    let mut venv = fixture.venv("a==1");
    venv.root = fixture.path("path/python3/venv");
    let error = venv.ensure().unwrap_err().to_string();
    assert!(error.starts_with("cannot create "), "{error}");
    assert!(error.contains("path/python3/venv"), "{error}");
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
