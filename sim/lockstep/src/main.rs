//! Compares the core with the model: every instruction on edge words, all examples and test
//! programs, and random programs.

use clap::Parser;
use pyxl_conformance::corpus::{input_of, programs, PROGRAMS};
use pyxl_conformance::parallel;
use pyxl_isa::{Image, MachineConfig};
use pyxl_lockstep::random_pysm::{wires, Program, INPUT};
use pyxl_lockstep::{compare, waveform, Agreement, Case, LockstepError};
use pyxl_model::sweep::{sweeps, Sweep};
use pyxl_model::{Machine, Stop, Wire, World};
use pyxl_rtl::Simulator;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;

/// Random instructions, unless the command line says otherwise.
const INSTRUCTIONS: u64 = 1_000_000;
/// More cycles than any random program takes.
const RANDOM_CYCLES: u64 = 20_000_000;
/// Programs that take more cycles than this on the model are left out: the circuit is slow.
const PROGRAM_CYCLES: u64 = 1_000_000;
/// Instructions between two looks at the model's clock.
const SLICE: u64 = 10_000;
/// Trials to make a failing program smaller.
const SHRINKING: usize = 400;
/// Folders of Python programs that are compared.
const FOLDERS: [&str; 2] = ["examples", PROGRAMS];
/// The wire that examples expect, as `pyxl run` has it.
const EXAMPLE_WIRE: Wire = Wire {
    output: 1,
    input: 2,
};

/// Compares the core with the model, instruction by instruction and cycle by cycle.
#[derive(Debug, Parser)]
#[command(after_help = "\
Example:
  cargo run -p pyxl-lockstep -- --seed 7 --instructions 100000 examples/fib.py")]
struct Options {
    /// Seed of the first random program
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Random instructions
    #[arg(long, default_value_t = INSTRUCTIONS)]
    instructions: u64,
    /// Python programs; by default all examples and test programs
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let simulator = Simulator::build(&MachineConfig::SIM, false)?;
    let parts = [
        compare_sweeps(&simulator),
        compare_programs(&simulator, &options.files),
        compare_random(&simulator, &options),
    ];
    // All parts are run; all failures count.
    let failures: Vec<String> = parts
        .into_iter()
        .filter_map(|part| Some(part.err()?.to_string()))
        .collect();
    match failures.is_empty() {
        true => Ok(()),
        false => Err(failures.join("\n").into()),
    }
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options::parse();
    if options.files.is_empty() {
        for folder in FOLDERS {
            let files = programs(folder).map_err(|e| format!("{folder}: {e}"))?;
            options.files.extend(files);
        }
    }
    Ok(options)
}

/// Compares programs with every instruction on edge words.
fn compare_sweeps(simulator: &Simulator) -> Result<(), Box<dyn Error>> {
    let sweeps: Vec<Sweep> = sweeps().collect();
    let totals = Totals::default();
    parallel::each(sweeps.len() as u64, |i| {
        let sweep = &sweeps[i as usize];
        let case = Case {
            image: &sweep.image,
            wires: &[],
            events: &sweep.events,
            input: &[],
            max_cycles: PROGRAM_CYCLES,
        };
        totals.count(&sweep.name, with_waveform(simulator, &case, &sweep.name));
        true
    });
    totals.failures()?;
    println!("edge words: {totals}: equal");
    Ok(())
}

/// Compares Python programs.
fn compare_programs(simulator: &Simulator, files: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let wires = [EXAMPLE_WIRE];
    let totals = Totals::default();
    let long = AtomicU64::new(0);
    parallel::each(files.len() as u64, |i| {
        let file = &files[i as usize];
        let result = pyxl_compiler::compile_file(file)
            .map_err(Box::<dyn Error>::from)
            .and_then(|image| Ok((image, input_of(file)?)));
        let is_long = |(image, input): &(Image, Vec<u8>)| is_long(image, &wires, input);
        if result.as_ref().is_ok_and(is_long) {
            long.fetch_add(1, Ordering::Relaxed);
            return true;
        }
        let result = result.and_then(|(image, input)| {
            let case = Case {
                image: &image,
                wires: &wires,
                events: &[],
                input: &input,
                max_cycles: 2 * PROGRAM_CYCLES,
            };
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            with_waveform(simulator, &case, &name)
        });
        totals.count(&file.display().to_string(), result);
        true
    });
    totals.failures()?;
    let long = long.into_inner();
    println!(
        "programs: {} files, {totals}: equal; {long} take more than {PROGRAM_CYCLES} cycles and ran \
         on the model only",
        files.len() as u64 - long
    );
    Ok(())
}

/// True for a program that takes too long for the circuit.
fn is_long(image: &Image, wires: &[Wire], input: &[u8]) -> bool {
    let Ok(mut machine) = Machine::new(image, MachineConfig::SIM) else {
        return false;
    };
    let mut world = World::new(&MachineConfig::SIM)
        .with_wires(wires)
        .with_input(input);
    while machine.cycle() < PROGRAM_CYCLES {
        if machine.run(SLICE, &mut world) != Stop::Limit {
            return false;
        }
    }
    true
}

/// Compares random programs, from a seed on, until enough instructions are equal.
fn compare_random(simulator: &Simulator, options: &Options) -> Result<(), Box<dyn Error>> {
    let totals = Totals::default();
    // The smallest seed that fails, so that the result does not depend on timing.
    let failed: Mutex<Option<(u64, LockstepError)>> = Mutex::new(None);
    parallel::each(u64::MAX, |i| {
        let seed = options.seed.wrapping_add(i);
        match check(simulator, &Program::random(seed)) {
            Ok(agreement) => totals.add(&agreement),
            Err(error) => {
                let mut failed = lock(&failed);
                if failed.as_ref().is_none_or(|(other, _)| seed < *other) {
                    *failed = Some((seed, error));
                }
            }
        }
        lock(&failed).is_none() && totals.instructions() < options.instructions
    });
    let failed = lock(&failed).take();
    match failed {
        None => {
            println!("random: from seed {}, {totals}: equal", options.seed);
            Ok(())
        }
        Some((seed, LockstepError::Mismatch(mismatch))) => {
            eprintln!("seed {seed}: {mismatch}\nlooking for a smaller program …");
            Err(smallest(simulator, seed)?.into())
        }
        Some((seed, error)) => Err(format!("seed {seed}: {error}").into()),
    }
}

fn check(simulator: &Simulator, program: &Program) -> Result<Agreement, LockstepError> {
    let image = program.image(&simulator.config);
    compare(simulator, &case(&image, &wires(), program))
}

fn case<'a>(image: &'a Image, wires: &'a [Wire], program: &'a Program) -> Case<'a> {
    Case {
        image,
        wires,
        events: &program.events,
        input: &INPUT,
        max_cycles: RANDOM_CYCLES,
    }
}

/// Describes the smallest program found that still shows a mismatch.
fn smallest(simulator: &Simulator, seed: u64) -> Result<String, Box<dyn Error>> {
    let fails = |program: &Program| {
        let result = check(simulator, program);
        matches!(result, Err(LockstepError::Mismatch(_)))
    };
    let program = Program::random(seed).shrink(SHRINKING, fails);
    let image = program.image(&simulator.config);
    let wires = wires();
    let case = case(&image, &wires, &program);
    let error = match with_waveform(simulator, &case, &format!("seed-{seed}")) {
        Ok(_) => return Err("the mismatch does not happen again".into()),
        Err(error) => error,
    };
    let listing = pyxl_isa::disasm::listing(&image);
    Ok(format!("seed {seed}, reduced to\n{listing}\n{error}"))
}

/// Compares; a mismatch is simulated again to write its waveform.
fn with_waveform(
    simulator: &Simulator,
    case: &Case,
    name: &str,
) -> Result<Agreement, Box<dyn Error>> {
    match compare(simulator, case) {
        Err(LockstepError::Mismatch(mut mismatch)) => {
            let path = simulator.program.with_file_name(format!("{name}.vcd"));
            waveform(simulator, case, mismatch.cycle, &path)?;
            mismatch.waveform = Some(path);
            Err(LockstepError::Mismatch(mismatch).into())
        }
        result => Ok(result?),
    }
}

/// A lock that a panic elsewhere does not take away.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// What was compared.
#[derive(Default)]
struct Totals {
    programs: AtomicU64,
    instructions: AtomicU64,
    cycles: AtomicU64,
    /// Programs that are not equal, and why.
    failures: Mutex<String>,
}

impl Totals {
    fn add(&self, agreement: &Agreement) {
        self.programs.fetch_add(1, Ordering::Relaxed);
        self.instructions
            .fetch_add(agreement.instructions, Ordering::Relaxed);
        self.cycles.fetch_add(agreement.cycles, Ordering::Relaxed);
    }

    /// A program that was compared.
    fn count(&self, name: &str, result: Result<Agreement, Box<dyn Error>>) {
        match result {
            Ok(agreement) => self.add(&agreement),
            Err(error) => lock(&self.failures).push_str(&format!("{name}: {error}\n")),
        }
    }

    /// An error, if programs are not equal.
    fn failures(&self) -> Result<(), Box<dyn Error>> {
        let failures = lock(&self.failures);
        match failures.is_empty() {
            true => Ok(()),
            false => Err(failures.as_str().into()),
        }
    }

    fn instructions(&self) -> u64 {
        self.instructions.load(Ordering::Relaxed)
    }
}

impl std::fmt::Display for Totals {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(
            f,
            "{} programs, {} instructions, {} cycles",
            self.programs.load(Ordering::Relaxed),
            self.instructions(),
            self.cycles.load(Ordering::Relaxed)
        )
    }
}
