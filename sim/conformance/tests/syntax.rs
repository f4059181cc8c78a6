//! What is no Python is refused as CPython 3.11 refuses it: the line, the carets, the message.
//!
//! `tests/syntax/*.txt` are wrong programs, with a line of three dashes between. One run of
//! `python3` says what each of them prints.

use pyxl_compiler::{compile_file, compile_program, Options};
use pyxl_conformance::corpus::root;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/syntax_oracle.py");

/// Between the answers of the script.
const SEPARATOR: &str = "\0";

fn snippets(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a readable file");
    text.split("---\n").map(String::from).collect()
}

/// What CPython prints for each of the files.
fn expected(options: &[&str], files: &[String]) -> Vec<String> {
    let mut python = Command::new("python3");
    let python = python.arg(SCRIPT).args(options).args(files).output();
    let output = python.expect("python3 runs");
    let text = String::from_utf8(output.stdout).expect("it prints UTF-8");
    let answers = text.strip_suffix(SEPARATOR).unwrap_or_default();
    answers.split(SEPARATOR).map(String::from).collect()
}

/// What the compiler warns of.
fn warnings(file: &str) -> String {
    let options = Options::default();
    let compiled = compile_program(Path::new(file), &options).expect("it compiles");
    let warnings = compiled.warnings.iter();
    warnings.map(|warning| format!("{warning}\n")).collect()
}

/// The programs of a file, each in a file of its own in a folder.
fn split(name: &str, folder: &Path) -> (Vec<String>, Vec<String>) {
    let snippets = snippets(&root().join("tests/syntax").join(name));
    let write = |(number, text): (usize, &String)| {
        let path = folder.join(format!("p{number}.py"));
        fs::write(&path, text).expect("a writable folder");
        path.display().to_string()
    };
    let files = snippets.iter().enumerate().map(write).collect();
    (snippets, files)
}

fn found(file: &str) -> String {
    match compile_file(Path::new(file)) {
        Ok(_) => "it compiles\n".into(),
        Err(error) => format!("{error}\n"),
    }
}

fn check(name: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (snippets, files) = split(name, folder.path());
    let expected = expected(&[], &files);
    assert_eq!(expected.len(), snippets.len());
    let mut wrong = String::new();
    for ((file, expected), text) in files.iter().zip(&expected).zip(&snippets) {
        let found = found(file);
        assert!(expected.contains("Error: "), "CPython takes\n{text}");
        if found != *expected {
            writeln!(wrong, "{text}\nCPython:\n{expected}\nhere:\n{found}").expect("a string");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn tokens_and_grammar() {
    check("grammar.txt");
}

#[test]
fn names_and_places() {
    check("names.txt");
}

/// As deep as CPython goes, and one deeper.
#[test]
fn nesting() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shapes: [fn(usize) -> String; 4] = [
        |n| format!("x = 1\ny = {}x\n", "-".repeat(n + 1)),
        |n| format!("x = 1\nprint(1{})\n", "+x".repeat(n)),
        |n| format!("x = 1\nif 0: y = x{}\n", ".a".repeat(n)),
        |n| format!("x = 1\ny = {}2\n", "1 if x else ".repeat(n + 1)),
    ];
    for shape in shapes {
        let write = |n| {
            let path = folder.path().join(format!("p{n}.py"));
            fs::write(&path, shape(n)).expect("a writable folder");
            path.display().to_string()
        };
        let files = [2997, 2998].map(write);
        // The script has frames of its own.
        let prints = |file: &String| {
            let output = Command::new("python3").arg(file).output();
            String::from_utf8(output.expect("python3 runs").stderr).expect("it prints UTF-8")
        };
        assert_eq!(prints(&files[0]), "");
        assert_eq!(found(&files[0]), "it compiles\n");
        assert_eq!(found(&files[1]), prints(&files[1]));
    }
}

#[test]
fn warnings_are_cpythons() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (_, files) = split("warnings.txt", folder.path());
    let found: Vec<String> = files.iter().map(|file| warnings(file)).collect();
    assert_eq!(found, expected(&["--warn"], &files));
}

/// What each encoding allows, and what none does.
#[test]
fn encodings() {
    let programs: &[&[u8]] = &[
        b"# coding: foo\n",
        b"\n# coding: foo\n",
        b"\xef\xbb\xbf# coding: latin-1\n",
        b"# coding: utf8\nx = '\xe9'\n",
        b"x = '\xe9'\n",
        b"x = 1\ny = 'a\xe9'\n",
        b"# coding: ascii\nx = '\xc3\xa9'\n",
        b"# coding: cp1252\nx = '\x81'\n",
        b"# coding: utf-16\n",
        b"# coding: rot13\n",
        b"x = 1\n\0\n",
        b"# coding: latin-1\nx = ('\xe9' 2)\n",
        b"# coding: utf-8\nx = ('\xc3\xa9' 2)\n",
    ];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |(number, bytes): (usize, &&[u8])| {
        let path = folder.path().join(format!("p{number}.py"));
        fs::write(&path, bytes).expect("a writable folder");
        path.display().to_string()
    };
    let files: Vec<String> = programs.iter().enumerate().map(write).collect();
    let found: Vec<String> = files.iter().map(|file| found(file)).collect();
    assert_eq!(found, expected(&[], &files));
}
