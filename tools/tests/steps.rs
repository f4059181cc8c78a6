//! `tools/test.sh` counts right: a continuous integration that cannot fail proves nothing.

use std::fs;
use std::process::Command;

/// Runs the steps of `table`; returns the exit status and standard output.
fn steps(table: &str, ci: &str, wanted: &[&str]) -> (i32, String) {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("steps.txt");
    fs::write(&file, table).unwrap();
    let output = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/test.sh"))
        .arg(&file)
        .args(wanted)
        .env("CI", ci)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), text)
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or_default()
}

#[test]
fn all_steps_run_and_are_counted() {
    let table = "# comment\n\nfirst  true\nsecond exit 3\nthird  cat; echo done\n";
    let (status, text) = steps(table, "", &[]);
    assert_eq!(status, 1);
    assert_eq!(last_line(&text), "2 passed, 1 failed");
    assert!(text.contains("\nsecond       FAILED "), "{text}");
    assert!(text.contains("\nthird        passed "), "{text}");
}

#[test]
fn success_is_status_zero() {
    let (status, text) = steps("only true\n", "true", &[]);
    assert_eq!((status, last_line(&text)), (0, "1 passed, 0 failed"));
}

#[test]
fn a_skipped_step_is_a_failure_in_continuous_integration_only() {
    let table = "one true\nother exit 77\n";
    let (status, text) = steps(table, "", &[]);
    assert_eq!(
        (status, last_line(&text)),
        (0, "1 passed, 0 failed, 1 skipped")
    );
    let (status, text) = steps(table, "true", &[]);
    assert_eq!((status, last_line(&text)), (1, "1 passed, 1 failed"));
}

#[test]
fn steps_can_be_chosen_by_name() {
    let table = "one true\nother false\n";
    let (status, text) = steps(table, "", &["one"]);
    assert_eq!((status, last_line(&text)), (0, "1 passed, 0 failed"));
    let (status, text) = steps(table, "", &["on"]);
    assert_eq!((status, text.as_str()), (2, ""));
}

#[test]
fn an_empty_table_is_refused() {
    assert_ne!(steps("# nothing\n", "", &[]).0, 0);
}
