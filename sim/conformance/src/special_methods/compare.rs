//! A program's combinations on the model and in CPython.

use super::{program, raises, Combination, Transcript};
use crate::oracle::{of_image, on_cpython_for, NoOutcome, Outcome};
use pyxl_compiler::{compile_program, Options};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// More instructions than a program takes.
const LIMIT: u64 = 50_000_000;
/// How long CPython may take for a program.
const PATIENCE: Duration = Duration::from_secs(60);

/// In what a combination differs from CPython.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Both raise, but not the same.
    Errors,
    /// One does not raise, or another value comes out.
    Values,
    /// A run ends with it.
    End,
}

/// A combination that differs.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Its number in the program.
    pub number: usize,
    /// In what it differs.
    pub kind: Kind,
    /// What came of it, for people to read.
    pub shown: String,
}

/// The combinations of a program that differ; `file` is where the program is written for that.
/// After one with which a run ends, another run goes on.
///
/// # Errors
/// If the file cannot be written.
pub fn differences(
    combinations: &[Combination],
    file: &Path,
    options: &Options,
) -> Result<Vec<Difference>, NoOutcome> {
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
                let kind = match raises(expected) && raises(found) {
                    true => Kind::Errors,
                    false => Kind::Values,
                };
                differences.push(Difference {
                    number: at + number,
                    kind,
                    shown: shown(expected, found),
                });
            }
        }
        at += tried;
        if tried < left.len() {
            differences.push(Difference {
                number: at,
                kind: Kind::End,
                shown: shown(&expected.end, &found.end),
            });
            at += 1;
        }
        if tried == 0 {
            // A program that is refused, most likely.
            break;
        }
    }
    Ok(differences)
}

fn shown(expected: &str, found: &str) -> String {
    format!("  CPython {expected}\n  PyXL    {found}")
}

fn on_model(file: &Path, options: &Options) -> Result<Outcome, NoOutcome> {
    let compiled = compile_program(file, options)?;
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
