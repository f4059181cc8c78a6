//! Everything that a board needs: Verilog, constraints, build scripts, and on
//! request the synthesis itself.

mod build;
mod images;
mod plan;
mod report;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use build::Goal;
use clap::Parser;

/// Writes the hardware of a board: Verilog, constraints and build scripts.
#[derive(Parser)]
#[command(
    version,
    after_help = "Example:\n  cargo run -p gen -- --board ulx3s --program examples/blink.py --build"
)]
struct Args {
    /// The board: a name from --list-boards, or a file that ends in .toml
    #[arg(long, value_name = "NAME", required_unless_present = "list_boards")]
    board: Option<String>,
    /// List the boards and exit
    #[arg(long)]
    list_boards: bool,
    /// Where to write; replaced if gen wrote it before [default: build/NAME]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Python program (.py) or image (.pyx) to put into the memories
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Clock of the core in MHz, instead of the board's own
    #[arg(long, value_name = "MHZ")]
    freq: Option<f64>,
    /// Then synthesise, and print what the design needs
    #[arg(long, conflicts_with = "build")]
    synth: bool,
    /// Then synthesise, place, route and pack a bitstream (ECP5)
    #[arg(long)]
    build: bool,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", report::error(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<()> {
    if args.list_boards {
        for name in pyxl_boards::names() {
            let board = pyxl_boards::load(name, None)?;
            println!("{name:10} {:>5} MHz  {}", board.core_mhz, board.description);
        }
        return Ok(());
    }
    // Clap has made sure that there is one.
    let name = args.board.as_deref().unwrap_or_default();
    let board = pyxl_boards::load(name, args.freq)?;
    let images = images::Contents::compile(args.program.as_deref(), &board)?;
    let plan = plan::plan(&board, &images)?;
    let goal = match (args.synth, args.build) {
        (_, true) => Goal::Bitstream,
        (true, false) => Goal::Synthesis,
        (false, false) => Goal::Files,
    };
    let arguments = build::arguments(&board, &plan.tools, goal)?;

    let out = args
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("build").join(&board.name));
    write::write(&out, &plan)?;
    print!("{}", report::files(&out, &plan.files));
    if goal != Goal::Files {
        let usage = build::synthesise(&plan, &out)?;
        print!("\n{}", report::usage(&usage));
    }
    if let Some(arguments) = arguments {
        let routed = build::place_and_route(&board, &plan, arguments, &out)?;
        print!("\n{}", report::usage(&routed.usage));
        println!("{}", report::timing(&routed)?);
        let bitstream = build::pack(&plan, arguments, &out)?;
        println!("{}", bitstream.display());
    }
    Ok(())
}
