//! Strings, bytes and formatting on random text, compared with CPython: the programs of
//! `tests/strings/` with many seeds.

mod seeds;

#[test]
fn methods() {
    seeds::compare("strings/methods.py", 4);
}

#[test]
fn bytes() {
    seeds::compare("strings/bytes.py", 4);
}

#[test]
fn formatting() {
    seeds::compare("strings/format.py", 4);
}
