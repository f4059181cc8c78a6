//! Files to images.

use anyhow::{anyhow, bail, Context};
use pyxl_compiler::{CompileError, Compiled, Diagnostic, Options};
use pyxl_isa::Image;
use std::ffi::OsStr;
use std::fs;
use std::io;
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
    let compiled = pyxl_compiler::compile_program(path, options);
    let mut compiled = compiled.map_err(|mut error| {
        if let CompileError::Source(diagnostic) = &mut error {
            as_cpython_names(diagnostic, path);
        }
        error
    })?;
    for warning in &mut compiled.warnings {
        as_cpython_names(warning, path);
        eprintln!("{warning}");
    }
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
    for file in &mut image.debug.files {
        file.name = absolute(&file.name, main).with_context(|| unreadable(main))?;
    }
    Ok(())
}

/// So do CPython's own errors and warnings.
fn as_cpython_names(diagnostic: &mut Diagnostic, main: &Path) {
    if diagnostic.refusal.fault.is_of_cpython() {
        if let Ok(name) = absolute(&diagnostic.file, main) {
            diagnostic.file = name;
        }
    }
}

/// The absolute path of the main file or of a module beside it; another name stays.
fn absolute(name: &str, main: &Path) -> io::Result<String> {
    let folder = match main.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let path = Path::new(name);
    if path != main && !path.starts_with(folder) {
        return Ok(name.into());
    }
    Ok(std::path::absolute(path)?.display().to_string())
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
