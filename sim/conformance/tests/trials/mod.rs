//! One trial for each program: `cargo test floats/` runs those that have it in their name.

use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Of so many trials the time is shown.
const SLOWEST: usize = 5;

/// Trials, and how long they took.
#[derive(Default)]
pub struct Trials {
    trials: Vec<Trial>,
    times: Arc<Mutex<Vec<(Duration, String)>>>,
}

impl Trials {
    /// One more trial; `check` says what is wrong, if something is.
    pub fn add(&mut self, name: String, check: impl FnOnce() -> Option<String> + Send + 'static) {
        let (times, timed) = (self.times.clone(), name.clone());
        self.trials.push(Trial::test(name, move || {
            let start = Instant::now();
            let wrong = check();
            let mut times = times.lock().expect("no panic");
            times.push((start.elapsed(), timed));
            wrong.map_or(Ok(()), |text| Err(Failed::from(text)))
        }));
    }

    /// Runs those that the command line asks for, and shows which were the slowest.
    pub fn run(self) -> ExitCode {
        let mut arguments = Arguments::from_args();
        assert!(!self.trials.is_empty(), "there are no programs");
        // A line for each of those that were asked for; a dot for each of hundreds.
        arguments.quiet |= arguments.filter.is_none() && arguments.format.is_none();
        let conclusion = libtest_mimic::run(&arguments, self.trials);
        let mut times = self.times.lock().expect("no panic");
        times.sort_unstable();
        for (time, name) in times.iter().rev().take(SLOWEST) {
            println!("{:7.2} s  {name}", time.as_secs_f64());
        }
        conclusion.exit_code()
    }
}
