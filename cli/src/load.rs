//! Files to images.

use anyhow::{anyhow, bail, Context};
use pyxl_compiler::{Compiled, Options};
use pyxl_isa::Image;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// The image of a Python program, an assembly text or an image file, told apart
/// by their extension.
pub fn image(path: &Path, options: &Options) -> anyhow::Result<Image> {
    expect_extension(path, &["py", "pyx", "pysm"])?;
    match extension(path) {
        "py" => Ok(compile(path, options)?.image),
        "pysm" => {
            let name = path.display().to_string();
            let text = fs::read_to_string(path).with_context(|| unreadable(path))?;
            pyxl_isa::asm::assemble(&name, &text).map_err(|error| anyhow!("{name}:{error}"))
        }
        _ => {
            let bytes = fs::read(path).with_context(|| unreadable(path))?;
            Image::from_bytes(&bytes).with_context(|| path.display().to_string())
        }
    }
}

/// Compiles a Python program, and shows warnings.
pub fn compile(path: &Path, options: &Options) -> anyhow::Result<Compiled> {
    let compiled = pyxl_compiler::compile_program(path, options)?;
    let warnings = &compiled.warnings;
    warnings.iter().for_each(|warning| eprintln!("{warning}"));
    Ok(compiled)
}

/// The image of a program to run.
pub fn program(path: &Path, options: &Options) -> anyhow::Result<Image> {
    let mut image = image(path, options)?;
    name_absolutely(&mut image, path)?;
    Ok(image)
}

/// As in CPython, tracebacks name the main file and the modules beside it by absolute paths.
pub fn name_absolutely(image: &mut Image, main: &Path) -> anyhow::Result<()> {
    let folder = match main.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    for file in &mut image.debug.files {
        let path = Path::new(&file.name);
        if path == main || path.starts_with(folder) {
            let absolute = std::path::absolute(path).with_context(|| unreadable(path))?;
            file.name = absolute.display().to_string();
        }
    }
    Ok(())
}

/// Refuses a file with another extension than these.
pub fn expect_extension(path: &Path, extensions: &[&str]) -> anyhow::Result<()> {
    if extensions.contains(&extension(path)) {
        return Ok(());
    }
    let expected: Vec<String> = extensions.iter().map(|e| format!(".{e}")).collect();
    bail!(
        "{}: the file name must end in {}",
        path.display(),
        expected.join(" or ")
    )
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(OsStr::to_str).unwrap_or_default()
}

fn unreadable(path: &Path) -> String {
    format!("cannot read {}", path.display())
}
