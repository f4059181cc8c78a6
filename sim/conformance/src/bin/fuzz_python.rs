//! Compares random Python programs on the model with CPython 3.11. What differs is made
//! smaller and kept as a file.

use clap::Parser;
use pyxl_compiler::compile_program;
use pyxl_conformance::command::{conclude, folder, Common};
use pyxl_conformance::oracle::{of_image, on_cpython_for, NoOutcome, Outcome};
use pyxl_conformance::parallel;
use pyxl_conformance::random_python::Program;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;
use std::time::Duration;
use std::{fs, thread};

/// Programs, unless the command line says otherwise.
const COUNT: u64 = 1000;
/// More instructions than all but few programs take; these are left out, and counted.
const LIMIT: u64 = 20_000_000;
/// How long CPython may take for a program.
const PATIENCE: Duration = Duration::from_secs(10);
/// Trials to make a failing program smaller.
const SHRINKING: usize = 600;
/// Failing programs that are made smaller; of the others only the seeds are told.
const SHOWN: usize = 5;

/// Compares random Python programs on the model with CPython 3.11.
#[derive(Debug, Parser)]
#[command(after_help = "\
Example:
  cargo run -p pyxl-conformance --release -- --seed 1 --count 1000

What differs is made smaller, shown and kept as a file.")]
struct Options {
    /// Seed of the first program; the next ones have the numbers after it
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many programs
    #[arg(long, default_value_t = COUNT)]
    count: u64,
    /// Where programs that differ are kept
    #[arg(long, value_name = "FOLDER", default_value = "build/fuzz")]
    keep: PathBuf,
    #[command(flatten)]
    common: Common,
    /// Show the program of a seed, and do nothing else
    #[arg(long, value_name = "SEED")]
    show: Option<u64>,
}

fn main() -> ExitCode {
    conclude(run())
}

/// How the runs of a program ended.
enum Verdict {
    Equal,
    /// Too long, or not a program: nothing to compare.
    Nothing,
    Different(String),
}

/// Without the names that tracebacks suggest in place of variables: CPython looks at those
/// that have values when the traceback is shown.
fn without_similar_names(mut outcome: Outcome) -> Outcome {
    let lines = outcome.err.split_inclusive('\n').map(|line| {
        let similar = line.contains("NameError: name '");
        let end = line.find(". Did you mean: '").filter(|_| similar);
        end.map_or(line.into(), |end| format!("{}\n", &line[..end]))
    });
    outcome.err = lines.collect();
    outcome
}

/// Compares one program; `file` is where it is written for that.
fn compare(program: &Program, file: &Path, options: &Options) -> Result<Verdict, NoOutcome> {
    fs::write(file, program.text()).map_err(NoOutcome::Io)?;
    let (expected, found) = thread::scope(|scope| {
        let expected = scope.spawn(|| on_cpython_for(file, PATIENCE));
        let found = compile_program(file, &options.common.compilation())
            .map_err(NoOutcome::from)
            .and_then(|compiled| of_image(&compiled.image, &[], LIMIT));
        (expected.join().expect("no panic"), found)
    });
    let expected = match expected {
        Ok(expected) => without_similar_names(expected),
        Err(NoOutcome::Slow) => return Ok(Verdict::Nothing),
        Err(error) => return Err(error),
    };
    if expected.err.contains("SyntaxError: ") {
        return Ok(Verdict::Nothing);
    }
    Ok(match found.map(without_similar_names) {
        Ok(found) => expected
            .difference(&found)
            .map_or(Verdict::Equal, Verdict::Different),
        Err(NoOutcome::Stopped(pyxl_model::Stop::Limit, ..)) => Verdict::Nothing,
        Err(error) => Verdict::Different(format!("  {error}\n")),
    })
}

/// Does work for the numbers below a count, on all processors, until some fails.
fn in_parallel(
    count: u64,
    work: impl Fn(u64) -> Result<(), NoOutcome> + Sync,
) -> Result<(), NoOutcome> {
    let failed = Mutex::new(Ok(()));
    parallel::each(count, |i| match work(i) {
        Ok(()) => true,
        failure => {
            *failed.lock().expect("no panic") = failure;
            false
        }
    });
    failed.into_inner().expect("no panic")
}

fn run() -> Result<bool, Box<dyn Error>> {
    let options = Options::parse();
    if let Some(seed) = options.show {
        print!("{}", Program::random(seed).text());
        return Ok(true);
    }
    let keep = folder(&options.keep)?;
    let failures = Mutex::new(vec![]);
    let nothing = AtomicU64::new(0);
    in_parallel(options.count, |i| {
        let seed = options.seed.wrapping_add(i);
        let file = keep.join(format!("seed-{seed}.py"));
        match compare(&Program::random(seed), &file, &options)? {
            Verdict::Equal => {}
            Verdict::Nothing => {
                nothing.fetch_add(1, Ordering::Relaxed);
            }
            Verdict::Different(_) => {
                failures.lock().expect("no panic").push(seed);
                return Ok(());
            }
        }
        fs::remove_file(&file).map_err(NoOutcome::Io)
    })?;
    let mut failures = failures.into_inner().expect("no panic");
    failures.sort_unstable();
    let shown = failures.len().min(SHOWN) as u64;
    in_parallel(shown, |i| report(failures[i as usize], &keep, &options))?;
    let left = nothing.into_inner();
    println!(
        "{} random programs from seed {}: {} differ from CPython, {left} had nothing to compare",
        options.count,
        options.seed,
        failures.len()
    );
    if !failures.is_empty() {
        println!("seeds: {failures:?}");
    }
    // A generator whose programs are not compared tests nothing.
    Ok(failures.is_empty() && left * 10 <= options.count)
}

/// Makes a failing program smaller, keeps it, and says how it differs.
fn report(seed: u64, keep: &Path, options: &Options) -> Result<(), NoOutcome> {
    let file = keep.join(format!("seed-{seed}.py"));
    let differs = |p: &Program| matches!(compare(p, &file, options), Ok(Verdict::Different(_)));
    let small = Program::random(seed).shrink(SHRINKING, differs);
    if let Verdict::Different(difference) = compare(&small, &file, options)? {
        println!(
            "seed {seed} differs; the smallest such program is {}:\n{}{difference}",
            file.display(),
            small.statements(),
        );
    }
    Ok(())
}
