//! The file of `pyxl run --trace`: a waveform, as a Value Change Dump.

use anyhow::Context;
use pyxl_model::waveform::Waveform;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// Creates the file, so that a wrong path is refused before anything runs.
pub fn create(path: &Path) -> anyhow::Result<File> {
    File::create(path).with_context(|| format!("cannot write {}", path.display()))
}

/// Begins the model's waveform.
pub fn begin(path: &Path) -> anyhow::Result<Waveform<BufWriter<File>>> {
    Waveform::new(BufWriter::new(create(path)?)).context("cannot write the waveform")
}
