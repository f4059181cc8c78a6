//! Compares what comes of special methods' results on the model with CPython 3.11: all
//! consumers, each with some of the methods that it asks for and of the results.

use clap::Parser;
use pyxl_compiler::{compile_program, Options as Compilation};
use pyxl_conformance::oracle::{of_image, on_cpython_for, NoOutcome, Outcome};
use pyxl_conformance::parallel;
use pyxl_conformance::special_methods::{
    program, programs, raises, sections, Combination, Known, Transcript,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Duration;

/// More instructions than a program takes.
const LIMIT: u64 = 50_000_000;
/// How long CPython may take for a program.
const PATIENCE: Duration = Duration::from_secs(60);
/// Differences that are shown; of the others only the number is told.
const SHOWN: usize = 20;

/// Compares what comes of special methods' results on the model with CPython 3.11.
#[derive(Debug, Parser)]
#[command(after_help = "\
Example:
  cargo run -p pyxl-conformance --release --bin search_special_methods -- --seed 2

What differs is shown; a program of each such combination alone is kept as a file.")]
struct Options {
    /// Determines the methods and results that each consumer meets
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Try all combinations, which takes an hour
    #[arg(long)]
    all: bool,
    /// Only consumers whose text has this in it
    #[arg(long, default_value = "")]
    only: String,
    /// Show so many differences
    #[arg(long, default_value_t = SHOWN)]
    show: usize,
    /// Show what raises another error than in CPython, too
    #[arg(long)]
    errors: bool,
    /// Where programs that differ are kept
    #[arg(long, value_name = "FOLDER", default_value = "build/special_methods")]
    keep: PathBuf,
    /// Take the runtime and the library from this folder instead of those that are built in
    #[arg(long, value_name = "FOLDER")]
    runtime: Option<PathBuf>,
}

/// In what a combination differs from CPython.
enum Kind {
    /// Both raise, but not the same.
    Errors,
    /// One does not raise, or another value comes out.
    Values,
    /// A run ends with it.
    End,
}

/// What the search has found so far.
#[derive(Default)]
struct Findings {
    differences: usize,
    /// Combinations that raise here and in CPython, but not the same.
    errors: usize,
    /// How often each known difference was met.
    known: BTreeMap<&'static str, usize>,
    failure: Option<NoOutcome>,
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let options = Options::parse();
    fs::create_dir_all(&options.keep).map_err(|e| format!("{}: {e}", options.keep.display()))?;
    let keep = options.keep.canonicalize()?;
    let sections = sections();
    let mut programs = programs(&sections, (!options.all).then_some(options.seed));
    for combinations in &mut programs {
        combinations.retain(|one| one.names()[2].contains(&options.only));
    }
    programs.retain(|combinations| !combinations.is_empty());
    let known = Known::read();
    let findings = Mutex::new(Findings::default());
    parallel::each(programs.len() as u64, |i| {
        let combinations = &programs[i as usize];
        let differences = differences(combinations, &keep.join(format!("{i}.py")), &options);
        let mut findings = findings.lock().expect("no panic");
        let told = differences.and_then(|differences| {
            for (number, kind, difference) in differences {
                let one = &combinations[number];
                match (kind, known.reason(one)) {
                    (Kind::Errors, _) if !options.errors => {
                        findings.errors += 1;
                        continue;
                    }
                    (Kind::Values, Some(reason)) => {
                        *findings.known.entry(reason).or_default() += 1;
                        continue;
                    }
                    _ => {}
                }
                findings.differences += 1;
                if findings.differences <= options.show {
                    let file = keep.join(format!("{i}-{number}.py"));
                    println!(
                        "{}\n{difference}\n  {}",
                        one.names().join(" :: "),
                        file.display()
                    );
                    fs::write(file, one.alone())?;
                }
            }
            Ok(())
        });
        findings.failure = told.err();
        findings.failure.is_none()
    });
    let findings = findings.into_inner().expect("no panic");
    if let Some(error) = findings.failure {
        return Err(error.into());
    }
    for (reason, times) in &findings.known {
        println!("{times} times a known difference: {reason}");
    }
    println!(
        "{} combinations in {} programs: {} differ from CPython, {} raise another error",
        programs.iter().map(Vec::len).sum::<usize>(),
        programs.len(),
        findings.differences,
        findings.errors
    );
    Ok(findings.differences == 0)
}

/// The combinations of a program that differ, by their numbers, and how;
/// `file` is where the program is written for that. After one with which a run ends, another run goes on.
fn differences(
    combinations: &[Combination],
    file: &Path,
    options: &Options,
) -> Result<Vec<(usize, Kind, String)>, NoOutcome> {
    let mut differences = vec![];
    let mut at = 0;
    while at < combinations.len() {
        let left = &combinations[at..];
        fs::write(file, program(left))?;
        let expected = run_of(on_cpython_for(file, PATIENCE));
        let found = run_of(on_model(file, options));
        fs::remove_file(file)?;
        let tried = left.len().min(expected.tried()).min(found.tried());
        for number in 0..tried {
            let (expected, found) = (expected.of(number), found.of(number));
            if expected != found {
                let shown = format!("  CPython {expected}\n  PyXL    {found}");
                let kind = match raises(expected) && raises(found) {
                    true => Kind::Errors,
                    false => Kind::Values,
                };
                differences.push((at + number, kind, shown));
            }
        }
        at += tried;
        if tried < left.len() {
            let ends = format!("  CPython {}\n  PyXL    {}", expected.end, found.end);
            differences.push((at, Kind::End, ends));
            at += 1;
        }
        if tried == 0 {
            // A program that is refused, most likely.
            break;
        }
    }
    Ok(differences)
}

fn on_model(file: &Path, options: &Options) -> Result<Outcome, NoOutcome> {
    let compilation = Compilation {
        runtime: options.runtime.clone(),
        ..Compilation::default()
    };
    let compiled = compile_program(file, &compilation)?;
    of_image(&compiled.image, &[], LIMIT)
}

/// What a run printed of its combinations, and how it ended if it did not come to all.
fn run_of(outcome: Result<Outcome, NoOutcome>) -> Transcript {
    match outcome {
        Ok(outcome) => {
            let end = outcome.err.lines().last().unwrap_or_default();
            Transcript::read(&outcome.out, format!("{end} (exit code {})", outcome.code))
        }
        Err(error) => {
            let end = error.to_string();
            let out = match error {
                NoOutcome::Stopped(_, _, out) => out,
                _ => String::new(),
            };
            Transcript::read(&out, end)
        }
    }
}
