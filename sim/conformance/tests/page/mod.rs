//! Pages of the book that a test generates: `PYXL_BLESS=1` rewrites them, otherwise they are
//! compared.

use pyxl_conformance::corpus::root;
use std::fs;

/// Compares a page of `docs/src` with what it should be, or rewrites it. `test` makes it.
pub fn check(name: &str, test: &str, page: &str) {
    let path = root().join("docs/src").join(name);
    if std::env::var_os("PYXL_BLESS").is_some() {
        fs::write(&path, page).expect("docs/src is writable");
        return;
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let stale = page.lines().zip(found.lines()).find(|(a, b)| a != b);
    assert!(
        page == found,
        "docs/src/{name} is stale; PYXL_BLESS=1 cargo test -p pyxl-conformance --test {test} rewrites it. {stale:#?}"
    );
}
