//! Tables for the terminal.

use std::path::Path;

use anyhow::{bail, Result};

use crate::build::{Routed, Usage};
use crate::plan::Planned;

/// An error with its causes, each said once.
pub fn error(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !text.contains(&cause) {
            text += &format!(": {cause}");
        }
    }
    // Compiler diagnostics say `error` themselves.
    if text.starts_with("error") {
        text
    } else {
        format!("error: {text}")
    }
}

/// What was written. Slices of one memory share a line.
pub fn files(out: &Path, files: &[Planned]) -> String {
    let mut lines: Vec<(String, usize, &str)> = vec![];
    for file in files {
        let slices = slices(&file.path);
        let name = slices.as_ref().unwrap_or(&file.path);
        match lines.last_mut() {
            Some((last, bytes, _)) if slices.is_some() && last == name => *bytes += file.text.len(),
            _ => lines.push((name.clone(), file.text.len(), &file.purpose)),
        }
    }
    let width = lines.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
    let mut text = format!("wrote {} files to {}\n", files.len(), out.display());
    for (name, bytes, purpose) in lines {
        text += &format!("  {name:width$} {bytes:>9} bytes  {purpose}\n");
    }
    text
}

/// `code.*.hex` for `code.7.hex`.
fn slices(path: &str) -> Option<String> {
    let (memory, number) = path.strip_suffix(".hex")?.rsplit_once('.')?;
    number.parse::<u32>().ok()?;
    Some(format!("{memory}.*.hex"))
}

/// What the design needs.
pub fn usage(usage: &Usage) -> String {
    let mut text = String::new();
    for (name, used, available) in usage {
        text += &format!("  {name:20} {used:>7}");
        if let Some(available) = available {
            text += &format!(
                " of {available:>6} {:>4} %",
                used * 100 / (*available).max(1)
            );
        }
        text.push('\n');
    }
    text
}

/// How fast the design is.
///
/// # Errors
/// Slower than its clock: there is to be no bitstream.
pub fn timing(routed: &Routed) -> Result<String> {
    let Routed { fmax, wanted, .. } = routed;
    if fmax < wanted {
        bail!(
            "timing is not met: {fmax:.1} MHz at most, the clock has {wanted} MHz\n  \
             help: choose a lower clock with --freq"
        );
    }
    Ok(format!(
        "  {:20} {fmax:>7.1} MHz at most, the clock has {wanted} MHz",
        "Fmax"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_design_that_is_too_slow_is_an_error() {
        let routed = |fmax| Routed {
            usage: vec![],
            fmax,
            wanted: 75.0,
        };
        assert!(timing(&routed(75.0)).unwrap().contains("75.0 MHz at most"));
        let error = timing(&routed(74.9)).unwrap_err().to_string();
        assert!(error.starts_with("timing is not met: 74.9 MHz"), "{error}");
    }

    #[test]
    fn slices_share_a_line() {
        let file = |path: &str, text: &str| Planned {
            path: path.into(),
            text: text.into(),
            purpose: "words".into(),
        };
        let planned = [
            file("code.0.hex", "1"),
            file("code.1.hex", "234"),
            file("heap.hex", ""),
            file("x.v", ""),
        ];
        let table = files(Path::new("out"), &planned);
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(
            lines[..2],
            [
                "wrote 4 files to out",
                "  code.*.hex         4 bytes  words"
            ]
        );
        assert_eq!(lines.len(), 4);
    }

    #[test]
    fn causes_are_said_once() {
        let io = std::io::Error::other("no disk");
        let e = anyhow::Error::from(io)
            .context("cannot write x: no disk")
            .context("error in y");
        assert_eq!(error(&e), "error in y: cannot write x: no disk");
        assert_eq!(error(&anyhow::anyhow!("bad")), "error: bad");
    }

    #[test]
    fn usage_table() {
        let table = usage(&vec![
            ("DP16KD".into(), 104, Some(208)),
            ("LUT".into(), 5, None),
        ]);
        assert_eq!(
            table,
            "  DP16KD                   104 of    208   50 %\n  LUT                        5\n"
        );
    }
}
