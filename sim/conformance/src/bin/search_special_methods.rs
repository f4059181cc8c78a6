//! Compares what comes of special methods' results on the model with CPython 3.11: all
//! consumers, each with some of the methods that it asks for and of the results.

use clap::Parser;
use pyxl_conformance::command::{conclude, folder, Common};
use pyxl_conformance::oracle::NoOutcome;
use pyxl_conformance::parallel;
use pyxl_conformance::special_methods::{
    differences, programs, sections, Combination, Difference, Kind, Known,
};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;

/// The seed of the combinations that are tried if nothing else is asked for.
const SEED: u64 = 1;
/// As many combinations as are tried at least.
const COMBINATIONS: usize = 50_000;
/// As many of these raise another error than in CPython, which are too many to be listed.
/// The number may only fall.
const OTHER_ERRORS: usize = 2_240;
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
    #[arg(long, default_value_t = SEED)]
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
    /// Show the differences that are known, too
    #[arg(long)]
    known: bool,
    /// Where programs that differ are kept
    #[arg(long, value_name = "FOLDER", default_value = "build/special_methods")]
    keep: PathBuf,
    #[command(flatten)]
    common: Common,
}

impl Options {
    /// True for the search whose findings are known.
    fn is_usual(&self) -> bool {
        self.seed == SEED && !self.all && self.only.is_empty()
    }
}

/// What the search has found so far.
struct Findings {
    /// Differences that are not known.
    new: usize,
    /// Combinations that raise here and in CPython, but not the same.
    errors: usize,
    /// How often each known difference was met.
    known: Vec<usize>,
    shown: usize,
    failure: Option<NoOutcome>,
}

fn main() -> ExitCode {
    conclude(run())
}

fn run() -> Result<bool, Box<dyn Error>> {
    let options = Options::parse();
    let keep = folder(&options.keep)?;
    let sections = sections();
    let known = Known::read();
    let mut findings = Findings {
        new: 0,
        errors: 0,
        known: vec![0; known.lines().len()],
        shown: 0,
        failure: None,
    };
    let mut programs = programs(&sections, (!options.all).then_some(options.seed));
    for combinations in &mut programs {
        combinations.retain(|one| one.names()[2].contains(&options.only));
    }
    programs.retain(|combinations| !combinations.is_empty());
    search(&programs, &options, &keep, &known, &mut findings)?;
    let tried = programs.iter().map(Vec::len).sum::<usize>();
    println!(
        "{tried} combinations in {} programs: {} differ from CPython, {} in a known way, {} raise another error",
        programs.len(),
        findings.new,
        findings.known.iter().sum::<usize>(),
        findings.errors
    );
    if !options.is_usual() {
        return Ok(findings.new == 0);
    }
    let listed = all_occur(&sections, &options, &keep, &known, &mut findings)?;
    if findings.errors != OTHER_ERRORS {
        let errors = findings.errors;
        println!("other errors than in CPython: {errors}, where {OTHER_ERRORS} are known");
    }
    Ok(findings.new == 0 && listed && findings.errors <= OTHER_ERRORS && tried >= COMBINATIONS)
}

/// Tells which of the known differences do not occur any more; true if all do. Those that the
/// search did not meet are tried.
fn all_occur(
    sections: &[pyxl_conformance::special_methods::Section],
    options: &Options,
    keep: &Path,
    known: &Known,
    findings: &mut Findings,
) -> Result<bool, NoOutcome> {
    let mut all = true;
    let errors = findings.errors;
    for (number, line) in known.lines().iter().enumerate() {
        if findings.known[number] == 0 {
            search(&line.trials(sections), options, keep, known, findings)?;
        }
        if findings.known[number] == 0 {
            println!("a known difference occurs no more: {}", line.text);
            all = false;
        }
    }
    findings.errors = errors;
    Ok(all)
}

/// Tries the combinations of some programs.
fn search(
    programs: &[Vec<Combination>],
    options: &Options,
    keep: &Path,
    known: &Known,
    findings: &mut Findings,
) -> Result<(), NoOutcome> {
    let compilation = options.common.compilation();
    let shared = Mutex::new(&mut *findings);
    parallel::each(programs.len() as u64, |i| {
        let combinations = &programs[i as usize];
        let found = differences(combinations, &keep.join(format!("{i}.py")), &compilation);
        let mut findings = shared.lock().expect("no panic");
        let told = found.and_then(|found| {
            for difference in found {
                let one = &combinations[difference.number];
                if findings.count(one, &difference, known, options) {
                    findings.shown += 1;
                    let file = keep.join(format!("{i}-{}.py", difference.number));
                    let (name, shown) = (one.names().join(" :: "), &difference.shown);
                    println!("{name}\n{shown}\n  {}", file.display());
                    fs::write(file, one.alone())?;
                }
            }
            Ok(())
        });
        findings.failure = told.err();
        findings.failure.is_none()
    });
    findings.failure.take().map_or(Ok(()), Err)
}

impl Findings {
    /// Counts a difference; true if it should be shown.
    fn count(
        &mut self,
        one: &Combination,
        difference: &Difference,
        known: &Known,
        options: &Options,
    ) -> bool {
        let lines: Vec<usize> = match difference.kind {
            Kind::Values => known.of(one).collect(),
            Kind::Errors | Kind::End => vec![],
        };
        for line in &lines {
            self.known[*line] += 1;
        }
        let asked = match difference.kind {
            Kind::Errors => {
                self.errors += 1;
                options.errors
            }
            _ if !lines.is_empty() => options.known,
            _ => {
                self.new += 1;
                true
            }
        };
        asked && self.shown < options.show
    }
}
