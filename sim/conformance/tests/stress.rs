//! Memory under stress: the collector runs all the time, an allocation fails, or ten thousand
//! objects of each kind are made and dropped. Besides, control comes nowhere where the compiler has
//! ruled it out.
//!
//! The images are built for it (`Options`); the runtime's variable `allocations_left` says
//! when it happens next.

mod trials;

use pyxl_compiler::{compile_program, Options};
use pyxl_conformance::corpus::{input_of, programs, root, PROGRAMS};
use pyxl_conformance::heap::fault;
use pyxl_conformance::oracle::{finish, of_image, on_cpython, on_model, NoOutcome, Outcome, LIMIT};
use pyxl_isa::{Image, MachineConfig, Tag, Word};
use pyxl_model::{Machine, Stop};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use trials::Trials;

/// The collector runs after so many allocations: after more of them in a program that would
/// otherwise take longer than [`PATIENCE`].
const STRIDES: [u16; 4] = [1, 10, 100, 1000];

/// Instructions of a run with collections.
const PATIENCE: u64 = 30_000_000;

/// Allocations of a program of the corpus that fail in turn, evenly spread.
const FAILURES: u32 = 12;

/// Instructions of a program that makes and drops ten thousand objects of many kinds.
const LONG: u64 = 10 * LIMIT;

/// Words of heap that it has at least besides its image: the largest attribute table, and room
/// for what it makes.
const ROOM: usize = 512 * 4 + 8192;

/// In this program the event loop goes on for ever if the main task fails, in CPython as well.
const ENDLESS: &str = "large/event_loop.py";

/// The image of a program.
fn build(file: &Path, options: &Options) -> Result<Image, String> {
    match compile_program(file, options) {
        Ok(compiled) => Ok(compiled.image),
        Err(error) => Err(format!("  {error}\n")),
    }
}

/// How collecting all the time changes what a program does, if it does.
fn collecting(file: &Path) -> Option<String> {
    for gc_stress in STRIDES {
        let options = Options {
            gc_stress,
            check_flow: true,
            ..Options::default()
        };
        let image = match build(file, &options) {
            Ok(image) => image,
            Err(error) => return Some(error),
        };
        let found = input_of(file)
            .map_err(NoOutcome::from)
            .and_then(|input| of_image(&image, &input, PATIENCE));
        match found {
            Ok(found) => {
                return match on_cpython(file) {
                    Ok(expected) => expected.difference(&found),
                    Err(error) => Some(format!("  {error}\n")),
                };
            }
            Err(NoOutcome::Stopped(Stop::Limit, ..)) => {}
            Err(error) => return Some(format!("  {error}\n")),
        }
    }
    None
}

/// A program of which one allocation fails.
struct Failing {
    image: Image,
    /// The static slot of the runtime's variable.
    countdown: u16,
    expected: Outcome,
    /// Allocations of a run in which none fails.
    allocations: u32,
    /// The program may handle the exception, and go on in a way of its own.
    handles: bool,
}

impl Failing {
    fn new(file: &Path, handles: bool) -> Result<Failing, String> {
        let options = Options {
            fail_allocation: u16::MAX,
            check_flow: true,
            ..Options::default()
        };
        let image = build(file, &options)?;
        let mut names = image.debug.statics.iter();
        let variable = names.find(|(_, name)| name == "allocations_left");
        let mut program = Failing {
            countdown: variable.expect("the image was built for it").0,
            image,
            expected: Outcome {
                out: String::new(),
                err: String::new(),
                code: 0,
            },
            allocations: 0,
            handles,
        };
        let (outcome, left) = program.run(0)?;
        program.expected = outcome;
        program.allocations = left.wrapping_neg();
        Ok(program)
    }

    /// Runs it with the variable at a value; returns it at the end as well.
    fn run(&mut self, countdown: u32) -> Result<(Outcome, u32), String> {
        let at = usize::from(self.countdown);
        self.image.statics[at] = Word::new(Tag::Int, countdown);
        let config = MachineConfig::SIM;
        let mut machine = Machine::new(&self.image, config).map_err(|error| error.to_string())?;
        match finish(&self.image, &mut machine, &[], LIMIT) {
            Ok(outcome) => Ok((outcome, machine.frame()[at].payload)),
            Err(error) => Err(format!("  allocation {countdown}: {error}\n")),
        }
    }

    /// What is wrong if an allocation fails. That may have no effect, or end the program.
    fn fail(&mut self, n: u32) -> Option<String> {
        let found = match self.run(n) {
            Ok((found, _)) => found,
            Err(error) => return Some(error),
        };
        let expected = &self.expected;
        let ended = found.code == 1
            && title(&found) == "MemoryError"
            && expected.out.starts_with(&found.out);
        // Less is said of an exception that ends the program anyway.
        let terse = (found.code, title(&found), &found.out)
            == (expected.code, title(expected), &expected.out);
        if self.handles || ended || terse {
            return None;
        }
        let difference = self.expected.difference(&found).unwrap_or_default();
        Some(format!("  allocation {n}:\n{difference}"))
    }
}

/// The class of the exception that ended a program.
fn title(outcome: &Outcome) -> &str {
    let last = outcome.err.lines().last().unwrap_or_default();
    last.split(':').next().unwrap_or_default()
}

/// Fails allocations of a program, at most so many.
fn failing(file: &Path, handles: bool, most: u32) -> Option<String> {
    let mut program = match Failing::new(file, handles) {
        Ok(program) => program,
        Err(error) => return Some(error),
    };
    let step = program.allocations.div_ceil(most).max(1);
    let failed = (1..=program.allocations).step_by(step as usize);
    let wrong: Vec<String> = failed.filter_map(|n| program.fail(n)).take(5).collect();
    (!wrong.is_empty()).then(|| wrong.concat())
}

/// True if a program has what may catch MemoryError, or run when it is raised.
fn may_handle(file: &Path) -> bool {
    let bytes = fs::read(file).expect("a readable file");
    let text = String::from_utf8_lossy(&bytes);
    ["except", "finally", "with "]
        .iter()
        .any(|word| text.contains(word))
}

/// What is wrong after memory was used up.
fn exhausting(file: &Path) -> Option<String> {
    let expected = Outcome {
        out: "done\n".into(),
        err: String::new(),
        code: 0,
    };
    match on_model(file, LIMIT) {
        Ok(found) => expected.difference(&found),
        Err(error) => Some(format!("  {error}\n")),
    }
}

/// What is wrong where ten thousand objects are made and dropped, if something is: memory has
/// room for few of them.
fn freeing(file: &Path) -> Option<String> {
    let image = match build(file, &Options::default()) {
        Ok(image) => image,
        Err(error) => return Some(error),
    };
    let config = MachineConfig {
        heap_words: (image.heap.len() + ROOM).next_power_of_two() as u32,
        ..MachineConfig::SIM
    };
    let mut machine = Machine::new(&image, config).expect("it fits");
    let outcomes =
        finish(&image, &mut machine, &[], LONG).and_then(|found| Ok((on_cpython(file)?, found)));
    match outcomes {
        Ok((expected, found)) => expected.difference(&found).or_else(|| {
            let fault = fault(&image, machine.heap(), machine.frame())?;
            Some(format!("  {fault}\n"))
        }),
        Err(error) => Some(format!("  {error}\n")),
    }
}

fn main() -> ExitCode {
    let corpus = || programs(PROGRAMS).expect("readable folders");
    let objects = || programs("tests/stress").expect("a readable folder");
    let exhaustion = programs("tests/exhaustion").expect("a readable folder");
    let ends = |file: &PathBuf| !file.ends_with(ENDLESS);
    let ending = corpus().into_iter().filter(ends);
    let mut trials = Trials::default();
    let mut add = |what: &str, files: Vec<PathBuf>, check: fn(&Path) -> Option<String>| {
        for file in files {
            let name = format!("{what} {}", file.display());
            trials.add(name, move || check(&root().join(file)));
        }
    };
    // Objects survive the failure of any allocation.
    add("failing", objects(), |file| failing(file, false, u32::MAX));
    // Programs end cleanly if an allocation fails.
    add("failing", ending.collect(), |file| {
        failing(file, may_handle(file), FAILURES)
    });
    // Collecting at allocations changes nothing.
    add("collecting", [corpus(), objects()].concat(), collecting);
    // Everything that a program makes can be freed.
    add(
        "freeing",
        programs("tests/freed").expect("a readable folder"),
        freeing,
    );
    // All is well after memory was used up.
    add("exhausting", exhaustion, exhausting);
    trials.run()
}
