//! The compiler: Python source to a linked image for the machine.
//!
//! ```text
//! text ─parse─▶ syntax tree ─lower─▶ IR ─opt─▶ IR ─codegen─▶ PySM ─link─▶ image
//! ```
//!
//! The program is compiled as a whole, together with the functions of the runtime
//! (`runtime/*.py`) that it needs.
#![warn(missing_docs)]

mod codegen;
mod error;
mod front;
mod ir;
mod link;
mod opt;

pub use error::{CompileError, Diagnostic, Fault, Refusal};

use front::parse::{normalise, parse};
use front::program::Program;
use front::runtime::SOURCES;
use pyxl_isa::image::SourceFile;
use pyxl_isa::Image;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

/// Stack of the compiler's thread: the parser is recursive, and what is nested too
/// deeply is refused only after it.
const STACK_BYTES: usize = 256 << 20;

/// Compiles a file.
///
/// # Errors
/// If it cannot be read, or if the program is wrong, not supported or too large.
pub fn compile_file(path: &Path) -> Result<Image, CompileError> {
    let text = std::fs::read_to_string(path).map_err(|error| CompileError::Read {
        path: path.into(),
        error,
    })?;
    compile_source(&path.display().to_string(), &text)
}

/// Compiles a program; `name` is the file name that tracebacks and diagnostics show.
///
/// # Errors
/// If the program is wrong, not supported or too large.
pub fn compile_source(name: &str, text: &str) -> Result<Image, CompileError> {
    let text = normalise(text);
    let result = thread::scope(|scope| {
        let compiler = thread::Builder::new().stack_size(STACK_BYTES);
        let compiler = compiler.spawn_scoped(scope, || compile(name, &text));
        let compiler = compiler.expect("the operating system starts a thread");
        compiler.join().unwrap_or_else(|panic| resume_unwind(panic))
    });
    result.map_err(|refusal| {
        CompileError::Source(Box::new(Diagnostic {
            file: name.into(),
            text: text.clone().into(),
            refusal,
        }))
    })
}

fn compile(name: &str, text: &str) -> Result<Image, Refusal> {
    let module = parse(text)?;
    let library: Vec<_> = SOURCES
        .iter()
        .map(|(_, text)| parse(text).expect("the runtime's files are correct"))
        .collect();
    let program = Program::new(&module, &library)?;
    let bodies = front::lower::lower_program(&program)?;
    let own = (name, text);
    let files = [own].into_iter().chain(SOURCES.iter().copied());
    let files = files.map(|(name, text)| SourceFile {
        name: name.into(),
        text: text.into(),
    });
    link::link(&program, bodies, files.collect())
}
