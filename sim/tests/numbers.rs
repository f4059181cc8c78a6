//! Numbers on random operands, compared with CPython: the programs of `tests/numbers/` with many
//! seeds.

mod seeds;

#[test]
fn integers() {
    seeds::compare("numbers/integers.py", 6);
}

#[test]
fn texts() {
    seeds::compare("numbers/texts.py", 6);
}

#[test]
fn floats() {
    seeds::compare("numbers/floats.py", 10);
}

#[test]
fn formats() {
    seeds::compare("numbers/formats.py", 10);
}

#[test]
fn functions() {
    seeds::compare("numbers/functions.py", 3);
}
