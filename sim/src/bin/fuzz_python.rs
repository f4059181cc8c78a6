//! Compares random Python programs on the model with CPython 3.11. What differs is made
//! smaller and kept as a file.
//!
//! `cargo run -p pyxl-sim --release --bin fuzz_python -- [--seed N] [--count N] [--keep FOLDER] [--show SEED]`

use pyxl_sim::fuzz::Program;
use pyxl_sim::oracle::{on_cpython, on_model, NoOutcome};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;
use std::{env, fs, thread};

/// Programs, unless the command line says otherwise.
const COUNT: u64 = 1000;
/// More instructions than all but few programs take; these are left out, and counted.
const LIMIT: u64 = 20_000_000;
/// Trials to make a failing program smaller.
const SHRINKING: usize = 400;
/// Failing programs that are made smaller; of the others only the seeds are told.
const SHOWN: usize = 5;

struct Options {
    seed: u64,
    count: u64,
    keep: PathBuf,
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

fn options() -> Result<Option<Options>, Box<dyn Error>> {
    let mut options = Options {
        seed: 1,
        count: COUNT,
        keep: "build/fuzz".into(),
    };
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{argument} needs a value"))
        };
        let number = |text: String| text.parse().map_err(|_| format!("`{text}` is no number"));
        match argument.as_str() {
            "--seed" => options.seed = number(value()?)?,
            "--count" => options.count = number(value()?)?,
            "--keep" => options.keep = value()?.into(),
            "--show" => {
                print!("{}", Program::random(number(value()?)?).text());
                return Ok(None);
            }
            other => {
                return Err(format!(
                    "unknown option {other}; there are --seed, --count, --keep and --show"
                )
                .into())
            }
        }
    }
    Ok(Some(options))
}

/// How the runs of a program ended.
enum Verdict {
    Equal,
    /// Too long, or not a program: nothing to compare.
    Nothing,
    Different(String),
}

/// Compares one program; `file` is where it is written for that.
fn compare(program: &Program, file: &Path) -> Result<Verdict, Box<dyn Error>> {
    fs::write(file, program.text())?;
    let expected = match on_cpython(file) {
        Ok(expected) => expected,
        Err(NoOutcome::Slow) => return Ok(Verdict::Nothing),
        Err(error) => return Err(error.into()),
    };
    if expected.err.contains("SyntaxError: ") {
        return Ok(Verdict::Nothing);
    }
    Ok(match on_model(file, LIMIT) {
        Ok(found) => expected
            .difference(&found)
            .map_or(Verdict::Equal, Verdict::Different),
        Err(NoOutcome::Stopped(pyxl_sim::Stop::Limit, _)) => Verdict::Nothing,
        Err(error) => Verdict::Different(format!("  {error}\n")),
    })
}

fn run() -> Result<bool, Box<dyn Error>> {
    let Some(options) = options()? else {
        return Ok(true);
    };
    fs::create_dir_all(&options.keep).map_err(|e| format!("{}: {e}", options.keep.display()))?;
    let keep = options.keep.canonicalize()?;
    let next = AtomicU64::new(0);
    let failures = Mutex::new(vec![]);
    let nothing = AtomicU64::new(0);
    let threads = thread::available_parallelism().map_or(1, |n| n.get());
    let outcome: Result<Vec<()>, String> = thread::scope(|scope| {
        let work = |number: usize| {
            let file = keep.join(format!("running-{number}.py"));
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                if i >= options.count {
                    break;
                }
                let seed = options.seed.wrapping_add(i);
                match compare(&Program::random(seed), &file).map_err(|e| e.to_string())? {
                    Verdict::Equal => {}
                    Verdict::Nothing => {
                        nothing.fetch_add(1, Ordering::Relaxed);
                    }
                    Verdict::Different(_) => failures.lock().expect("no panic").push(seed),
                }
            }
            fs::remove_file(&file).ok();
            Ok(())
        };
        let threads: Vec<_> = (0..threads).map(|n| scope.spawn(move || work(n))).collect();
        threads
            .into_iter()
            .map(|t| t.join().expect("no panic"))
            .collect()
    });
    outcome?;
    let mut failures = failures.into_inner().expect("no panic");
    failures.sort_unstable();
    for seed in failures.iter().take(SHOWN) {
        report(*seed, &keep)?;
    }
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
fn report(seed: u64, keep: &Path) -> Result<(), Box<dyn Error>> {
    let file = keep.join(format!("seed-{seed}.py"));
    let fails = |program: &Program| matches!(compare(program, &file), Ok(Verdict::Different(_)));
    let small = Program::random(seed).shrink(SHRINKING, fails);
    if let Verdict::Different(difference) = compare(&small, &file)? {
        let text = small.text();
        let own = text.rsplit("\n\n\n").nth(1).unwrap_or(&text);
        println!(
            "seed {seed} differs; the smallest such program is {}:\n{own}{difference}",
            file.display()
        );
    }
    Ok(())
}
