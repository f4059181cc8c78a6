//! `pyxl`: runs, builds and shows Python programs for PyXL.

mod args;
mod finished;
mod fit;
mod load;
mod model;
mod rtl;
mod run;
mod trace;

use anyhow::{bail, Context};
use args::{Build, Cli, Command, Files};
use clap::Parser;
use pyxl_compiler::{CompileError, Options, Why};
use pyxl_isa::Image;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Exit code for input that is no runnable program, as for wrong arguments.
const BAD_INPUT: u8 = 2;

/// Exit code for a program that CPython ends with an exception.
const EXCEPTION: u8 = 1;

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Build(args) => build(&args),
        Command::CheckRuntime(compiler) => Ok(check_runtime(&compiler.options())),
        Command::Asm(files) => assemble(&files),
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
    let refused = error.downcast_ref::<CompileError>();
    match refused {
        Some(diagnostic) => eprintln!("{diagnostic}"),
        None => eprintln!("error: {error:#}"),
    }
    match refused {
        Some(CompileError::Source(wrong)) if wrong.refusal.fault.exception().is_some() => EXCEPTION,
        _ => BAD_INPUT,
    }
}

/// Makes an image of a Python program, and prints what takes how much of it.
fn build(args: &Build) -> anyhow::Result<u8> {
    let files = &args.files;
    load::expect_extension(&files.input, &["py"])?;
    let mut options = args.compiler.options();
    options.why = args.why.clone();
    options.emit = args.emit;
    let board = args.target.board()?;
    let compiled = load::compile(&files.input, &options)?;
    let fit = match &board {
        Some(board) => fit::on(&compiled, board)?,
        None => String::new(),
    };
    let name = args.why.as_deref().unwrap_or_default();
    let text = match compiled.why {
        None if args.emit.is_some() => compiled.emitted,
        None => compiled.sizes.to_string() + &fit,
        Some(Why::Needed(chains)) => chains.join("\n") + "\n",
        Some(Why::NotNeeded) => format!("`{name}` is not part of the image\n"),
        Some(Why::Unknown(Some(closest))) => {
            bail!("nothing is called `{name}`; the closest name is `{closest}`")
        }
        Some(Why::Unknown(None)) => bail!("nothing is called `{name}`"),
    };
    let mut image = compiled.image;
    load::name_absolutely(&mut image, &files.input)?;
    write_image(image, &files.output())?;
    io::stdout().write_all(text.as_bytes())?;
    Ok(0)
}

/// Makes an image of an assembly text.
fn assemble(files: &Files) -> anyhow::Result<u8> {
    load::expect_extension(&files.input, &["pysm"])?;
    write_image(
        load::image(&files.input, &Options::default())?,
        &files.output(),
    )?;
    Ok(0)
}

/// Writes an image with what the machine and a traceback need.
fn write_image(mut image: Image, path: &Path) -> anyhow::Result<()> {
    image.debug.keep_shown();
    std::fs::write(path, image.to_bytes())
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Compiles all of the runtime; shows everything that is wrong in it.
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
