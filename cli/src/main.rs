//! `pyxl`: runs, builds and shows Python programs for PyXL.

mod args;
mod load;
mod model;
mod rtl;
mod run;
mod trace;

use anyhow::Context;
use args::{Cli, Command, Files};
use clap::Parser;
use pyxl_compiler::{CompileError, Options};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Exit code for input that is no runnable program, as for wrong arguments.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Build(args) => {
            let options = args.compiler.options();
            build(&args.files, &["py"], &options)
        }
        Command::CheckRuntime(compiler) => Ok(check_runtime(&compiler.options())),
        Command::Asm(files) => build(&files, &["pysm"], &Options::default()),
        Command::Disasm { input, compiler } => disasm(&input, &compiler.options()),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) => ExitCode::from(report(&error)),
    }
}

/// Tells the user about an error; returns the exit code.
fn report(error: &anyhow::Error) -> u8 {
    let io_error = error.downcast_ref::<io::Error>();
    if io_error.is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) {
        // The reader, such as `head`, has seen enough.
        return 0;
    }
    match error.downcast_ref::<CompileError>() {
        Some(diagnostic) => eprintln!("{diagnostic}"),
        None => eprintln!("error: {error:#}"),
    }
    BAD_INPUT
}

/// Makes an image of a program with one of these extensions.
fn build(files: &Files, extensions: &[&str], options: &Options) -> anyhow::Result<u8> {
    load::expect_extension(&files.input, extensions)?;
    let image = load::image(&files.input, options)?;
    let output = files.output();
    std::fs::write(&output, image.to_bytes())
        .with_context(|| format!("cannot write {}", output.display()))?;
    Ok(0)
}

fn check_runtime(options: &Options) -> u8 {
    match pyxl_compiler::check_runtime(options) {
        Ok(()) => 0,
        Err(errors) => {
            for error in errors {
                eprintln!("{error}\n");
            }
            BAD_INPUT
        }
    }
}

fn disasm(input: &Path, options: &Options) -> anyhow::Result<u8> {
    let listing = pyxl_isa::disasm::listing(&load::image(input, options)?);
    io::stdout().write_all(listing.as_bytes())?;
    Ok(0)
}
