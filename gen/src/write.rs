//! Writing the planned files: all of them, or none.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{bail, Context, Result};
use serde_json::json;

use crate::plan::Plan;

/// Lists what was written, and marks the directory as ours.
const MANIFEST: &str = "manifest.json";

/// Writes all files into a directory beside `out`, which then takes its place.
///
/// # Errors
/// `out` holds something that is not ours, or the file system refuses.
pub fn write(out: &Path, plan: &Plan) -> Result<()> {
    let is_empty = || {
        out.read_dir()
            .is_ok_and(|mut entries| entries.next().is_none())
    };
    if out.exists() && !out.join(MANIFEST).is_file() && !is_empty() {
        bail!(
            "{} exists and was not written by gen\n  help: choose another directory with --out",
            out.display()
        );
    }
    let parent = match out.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&parent).with_context(|| format!("cannot create {}", parent.display()))?;
    // Deleted when dropped, unless it has been moved.
    let staging = tempfile::Builder::new()
        .prefix(".gen-")
        .tempdir_in(&parent)
        .with_context(|| format!("cannot write in {}", parent.display()))?;
    for file in &plan.files {
        put(&staging.path().join(&file.path), &file.text)?;
    }
    let files: Vec<_> = plan
        .files
        .iter()
        .map(|f| json!({ "path": f.path, "bytes": f.text.len(), "purpose": f.purpose }))
        .collect();
    let manifest = json!({ "generator": concat!("gen ", env!("CARGO_PKG_VERSION")), "top": plan.top, "files": files });
    put(&staging.path().join(MANIFEST), &format!("{manifest:#}\n"))?;

    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot replace {}", out.display()))?;
    }
    fs::rename(staging.path(), out).with_context(|| format!("cannot create {}", out.display()))?;
    Ok(())
}

fn put(path: &Path, text: &str) -> Result<()> {
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Planned;

    fn plan(files: &[(&str, &str)]) -> Plan {
        let file = |&(path, text): &(&str, &str)| Planned {
            path: path.into(),
            text: text.into(),
            purpose: "test".into(),
        };
        Plan {
            top: "top".into(),
            files: files.iter().map(file).collect(),
            tools: pyxl_boards::family::Tools::None,
        }
    }

    #[test]
    fn replaces_what_it_wrote_itself() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("a/b");
        write(&out, &plan(&[("rtl/x.v", "one"), ("old.v", "")])).unwrap();
        write(&out, &plan(&[("rtl/x.v", "two")])).unwrap();
        assert_eq!(fs::read_to_string(out.join("rtl/x.v")).unwrap(), "two");
        assert!(!out.join("old.v").exists(), "stale files go");
        let entries = fs::read_dir(dir.path().join("a")).unwrap().count();
        assert_eq!(entries, 1, "no staging directory stays");
    }

    #[test]
    fn leaves_other_directories_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("thesis.tex"), "").unwrap();
        let error = write(dir.path(), &plan(&[("x.v", "")])).unwrap_err();
        assert!(
            error.to_string().contains("was not written by gen"),
            "{error}"
        );
        assert!(dir.path().join("thesis.tex").exists());
    }

    #[test]
    fn writes_nothing_if_one_file_fails() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("out");
        // A file cannot be a directory as well.
        assert!(write(&out, &plan(&[("x", ""), ("x/y", "")])).is_err());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
