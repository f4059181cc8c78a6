//! The committed reference is the one that the tables give.

use std::path::Path;

#[test]
fn reference_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src/isa.md");
    let page = pyxl_isa::reference::reference();
    if std::env::var_os("PYXL_BLESS").is_some() {
        std::fs::write(&path, page).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let stale = committed.lines().zip(page.lines()).find(|(a, b)| a != b);
    assert!(
        committed == page,
        "docs/src/isa.md is stale; PYXL_BLESS=1 cargo test -p pyxl-isa rewrites it. {stale:#?}"
    );
}
