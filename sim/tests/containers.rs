//! Containers under random operations, compared with CPython: the programs of
//! `tests/containers/` with many seeds.

mod seeds;

/// Runs of each program.
const SEEDS: u32 = 8;

fn run(name: &str) {
    seeds::compare(&format!("containers/{name}"), SEEDS);
}

#[test]
fn lists() {
    run("lists.py");
}

#[test]
fn dicts() {
    run("dicts.py");
}

#[test]
fn sets() {
    run("sets.py");
}

#[test]
fn slices() {
    run("slices.py");
}

#[test]
fn sorting() {
    run("sorting.py");
}
