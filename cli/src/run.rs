//! `pyxl run`.

use crate::finished::{conclude, stats};
use crate::{args, load, model, rtl};
use anyhow::Context;

/// Rows of each of `--profile`'s tables.
const PROFILE_ROWS: usize = 25;

/// Runs a program; returns the exit code.
pub fn run(options: &args::Run) -> anyhow::Result<u8> {
    let image = load::program(&options.input, &options.compiler.options())?;
    let finished = match options.rtl {
        true => rtl::run(&image, options)?,
        false => model::run(&image, options)?,
    };
    let code = conclude(&image, &finished)?;
    if let Some(profile) = &finished.profile {
        if options.profile {
            eprint!("{}", profile.tables(PROFILE_ROWS));
        }
        if let Some(path) = &options.profile_json {
            let json = serde_json::to_vec(profile)?;
            std::fs::write(path, json)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    if options.stats {
        eprintln!("{}", stats(&finished)?);
    }
    Ok(code)
}
