//! The packages use each other as `docs/src/architecture.md` says, and no other way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Package names that a package uses: in its code, and only in its tests.
#[derive(Debug, Default)]
struct Uses {
    code: BTreeSet<String>,
    tests: BTreeSet<String>,
}

type Graph = BTreeMap<String, Uses>;

fn metadata() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1"])
        .current_dir(ROOT)
        .output()
        .unwrap();
    let mut metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    match metadata["packages"].take() {
        Value::Array(packages) => packages,
        other => panic!("cargo metadata reports no packages: {other}"),
    }
}

/// What the manifests say.
fn actual() -> Graph {
    let mut graph = Graph::new();
    for package in metadata() {
        let uses = graph
            .entry(package["name"].as_str().unwrap().to_owned())
            .or_default();
        for dependency in package["dependencies"].as_array().unwrap() {
            // Only the packages of this workspace are found by a path.
            if dependency["path"].is_null() {
                continue;
            }
            let name = dependency["name"].as_str().unwrap().to_owned();
            match dependency["kind"].as_str() {
                Some("dev") => uses.tests.insert(name),
                _ => uses.code.insert(name),
            };
        }
    }
    graph
}

/// What the table of packages allows.
fn documented() -> Graph {
    let page = fs::read_to_string(format!("{ROOT}/docs/src/architecture.md")).unwrap();
    let names = |cell: &str| {
        cell.split_whitespace()
            .map(|it| it.replace('`', ""))
            .collect()
    };
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| `")?.split('|').collect();
        let [package, _folder, _what, code, tests, ""] = cells[..] else {
            return None;
        };
        let package = package.trim().trim_end_matches('`').to_owned();
        Some((
            package,
            Uses {
                code: names(code),
                tests: names(tests),
            },
        ))
    });
    rows.collect()
}

/// Everything that `package`'s code uses, directly or not.
fn reach<'a>(graph: &'a Graph, package: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut queue: Vec<&str> = graph[package].code.iter().map(String::as_str).collect();
    while let Some(next) = queue.pop() {
        if reached.insert(next) {
            queue.extend(graph[next].code.iter().map(String::as_str));
        }
    }
    reached
}

#[test]
fn the_table_lists_every_package() {
    let (actual, documented) = (actual(), documented());
    let actual: Vec<_> = actual.keys().collect();
    let documented: Vec<_> = documented.keys().collect();
    assert_eq!(actual, documented);
}

#[test]
fn packages_use_only_what_the_table_allows() {
    let documented = documented();
    for (package, uses) in actual() {
        let allowed = &documented[&package];
        let forbidden: Vec<_> = uses.code.difference(&allowed.code).collect();
        assert!(forbidden.is_empty(), "{package} must not use {forbidden:?}");
        let either = &allowed.code | &allowed.tests;
        let forbidden: Vec<_> = uses.tests.difference(&either).collect();
        assert!(
            forbidden.is_empty(),
            "{package}'s tests must not use {forbidden:?}"
        );
    }
}

#[test]
fn the_invariants_hold() {
    const HARDWARE: [&str; 4] = ["pyxl-core", "pyxl-peripherals", "pyxl-boards", "pyxl-hdl"];
    let never: [(&str, &[&str]); 4] = [
        ("pyxl-compiler", &HARDWARE),
        ("pyxl-conformance", &HARDWARE),
        ("pyxl-core", &["pyxl-compiler", "pyxl-model"]),
        ("pyxl-peripherals", &["pyxl-compiler", "pyxl-model"]),
    ];
    // The table itself has to respect them, not only today's manifests.
    for graph in [actual(), documented()] {
        for (package, forbidden) in never {
            let reached = reach(&graph, package);
            for other in forbidden {
                assert!(!reached.contains(other), "{package} reaches {other}");
            }
        }
        assert!(graph["pyxl-isa"].code.is_empty());
        assert_eq!(reach(&graph, "pyxl-model"), BTreeSet::from(["pyxl-isa"]));
    }
}

#[test]
fn gen_is_a_program_only() {
    for package in metadata() {
        if package["name"] == "gen" {
            for target in package["targets"].as_array().unwrap() {
                assert_ne!(target["kind"][0], "lib", "nothing may import `gen`");
            }
        }
        for dependency in package["dependencies"].as_array().unwrap() {
            assert_ne!(
                dependency["name"], "gen",
                "{} imports `gen`",
                package["name"]
            );
        }
    }
}
