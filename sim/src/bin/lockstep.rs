//! Compares the core with the model: random programs, and the examples.
//!
//! `cargo run -p pyxl-sim --release --bin lockstep -- [--seed N] [--instructions N]`

use pyxl_isa::MachineConfig;
use pyxl_sim::lockstep::{compare, waveform, Case, LockstepError};
use pyxl_sim::random::{wires, Program};
use pyxl_sim::rtl::Simulator;
use std::path::Path;
use std::process::ExitCode;

/// Random instructions, unless the command line says otherwise.
const INSTRUCTIONS: u64 = 1_000_000;
/// More cycles than any random program takes.
const MAX_CYCLES: u64 = 20_000_000;
/// Trials to make a failing program smaller.
const SHRINKING: usize = 300;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let mut seed = 1;
    let mut instructions = INSTRUCTIONS;
    let mut arguments = std::env::args().skip(1);
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or(format!("{option} needs a number"))?;
        match option.as_str() {
            "--seed" => seed = value.parse()?,
            "--instructions" => instructions = value.parse()?,
            _ => {
                return Err(
                    format!("unknown option {option}; there are --seed and --instructions").into(),
                )
            }
        }
    }
    let simulator = Simulator::build(&MachineConfig::SIM, false)?;
    random(&simulator, seed, instructions)
}

/// Random programs, from `seed` on, until `instructions` have been compared.
fn random(
    simulator: &Simulator,
    first: u64,
    instructions: u64,
) -> Result<(), Box<dyn std::error::Error>> {
    let (mut done, mut cycles, mut seed) = (0, 0, first);
    while done < instructions {
        match check(simulator, &Program::random(seed)) {
            Ok((count, duration)) => {
                done += count;
                cycles += duration;
            }
            Err(error) => {
                let LockstepError::Mismatch(_) = error else {
                    return Err(error.into());
                };
                eprintln!("seed {seed}: {error}shrinking …");
                return Err(smallest(simulator, seed)?.into());
            }
        }
        seed += 1;
    }
    println!(
        "random: {} programs (seeds {first} to {}), {done} instructions, {cycles} cycles: equal",
        seed - first,
        seed - 1
    );
    Ok(())
}

fn check(simulator: &Simulator, program: &Program) -> Result<(u64, u64), LockstepError> {
    let image = program.image(&simulator.config);
    let wires = wires();
    let agreement = compare(simulator, &case(&image, &wires, program))?;
    Ok((agreement.instructions, agreement.cycles))
}

fn case<'a>(
    image: &'a pyxl_isa::Image,
    wires: &'a [pyxl_sim::model::Wire],
    program: &'a Program,
) -> Case<'a> {
    Case {
        image,
        wires,
        events: &program.events,
        max_cycles: MAX_CYCLES,
    }
}

/// Describes the smallest program found that still shows a mismatch.
fn smallest(simulator: &Simulator, seed: u64) -> Result<String, Box<dyn std::error::Error>> {
    let fails =
        |program: &Program| matches!(check(simulator, program), Err(LockstepError::Mismatch(_)));
    let program = Program::random(seed).shrink(SHRINKING, fails);
    let image = program.image(&simulator.config);
    let wires = wires();
    let case = case(&image, &wires, &program);
    let Err(LockstepError::Mismatch(mut mismatch)) = compare(simulator, &case) else {
        return Err("the mismatch went away".into());
    };
    let path = format!("lockstep-{seed}.vcd");
    let path = simulator
        .program
        .parent()
        .unwrap_or(Path::new("."))
        .join(path);
    waveform(simulator, &case, mismatch.cycle, &path)?;
    mismatch.waveform = Some(path);
    let listing = pyxl_isa::disasm::listing(&image);
    Ok(format!("seed {seed}, reduced to\n{listing}\n{mismatch}"))
}
