//! `docs/src/language.md`, the table of what is covered, is made from the test programs.
//!
//! Every program stands there with its first line of text: a docstring, a comment or, if it
//! has neither, its file's name. `sim/conformance/tests/programs.rs` runs them all.

mod page;

use pyxl_compiler::Feature;
use pyxl_conformance::corpus::{programs, root, PROGRAMS};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
<!-- Generated from tests/programs. Rewrite: PYXL_BLESS=1 cargo test -p pyxl-conformance --test language -->

# What is covered

Every line is a program of `tests/programs`. Each is run on the model and in CPython 3.11, and prints
the same, tracebacks and exit code included; those that take less than a million cycles also run on
the core, in lockstep with the model. What the compiler refuses stands at the end, what differs in
[Differences from CPython](differences.md).
";

/// What a program is about.
fn subject(path: &Path) -> String {
    let bytes = fs::read(path).expect("a readable program");
    let text = String::from_utf8_lossy(&bytes);
    let first = text.lines().next().unwrap_or_default();
    let comment = first.strip_prefix("# ");
    let docstring = first
        .strip_prefix("\"\"\"")
        .map(|line| line.trim_end_matches("\"\"\""));
    let stem = || {
        path.file_stem()
            .expect("a file")
            .to_string_lossy()
            .replace('_', " ")
    };
    let subject = comment.or(docstring).map_or_else(stem, str::to_string);
    subject.trim_end_matches('.').replace('|', "\\|")
}

/// Subjects by topic and file.
fn subjects() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut topics: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for path in programs(PROGRAMS).expect("readable folders") {
        let name = path.strip_prefix(PROGRAMS).expect("below the folder");
        let topic = name.parent().expect("a topic").display().to_string();
        let file = path.file_name().expect("a file").to_string_lossy();
        let subject = subject(&root().join(&path));
        topics
            .entry(topic)
            .or_default()
            .insert(file.into_owned(), subject);
    }
    topics
}

fn page() -> String {
    let mut page = String::from(HEAD);
    for (topic, programs) in subjects() {
        write!(
            page,
            "\n## {topic}\n\n| feature | status | test |\n|---|---|---|\n"
        )
        .expect("text");
        for (file, subject) in programs {
            writeln!(page, "| {subject} | as CPython | `{file}` |").expect("text");
        }
    }
    page.push_str(
        "\n## What is refused\n\nBy name, with the line, when the program is compiled.\n\n",
    );
    page.push_str("| feature | status | reason, or what to do |\n|---|---|---|\n");
    for feature in Feature::ALL {
        writeln!(
            page,
            "| {} | refused | {} |",
            feature.name(),
            feature.reason()
        )
        .expect("text");
    }
    page
}

#[test]
fn the_page_is_up_to_date() {
    page::check("language.md", "language", &page());
}
