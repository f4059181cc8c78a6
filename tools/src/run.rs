//! Running a command: its output goes to a file, its failure to the reader.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use indicatif::ProgressBar;

use crate::ToolError;

/// Lines of output that an error repeats.
const TAIL: usize = 20;

/// Runs `command` to its end and returns what it printed.
///
/// Standard output and standard error go to the file `log`, in the order in which they were
/// written; its directory is created. While the command runs, a spinner with the text `what`
/// turns on standard error if that is a terminal.
///
/// # Errors
/// [`ToolError::Failed`] with the last lines and the log's path if the command ends with
/// anything but success; [`ToolError::Io`] if it cannot be started or the log not be written.
pub fn run(command: &mut Command, what: &str, log: &Path) -> Result<String, ToolError> {
    if let Some(directory) = log.parent() {
        fs::create_dir_all(directory).map_err(ToolError::io("create", directory))?;
    }
    let out = File::create(log).map_err(ToolError::io("write", log))?;
    let err = out.try_clone().map_err(ToolError::io("write", log))?;
    command.stdin(Stdio::null()).stdout(out).stderr(err);

    let spinner = ProgressBar::new_spinner().with_message(what.to_owned());
    spinner.enable_steady_tick(Duration::from_millis(100));
    let status = command.status();
    spinner.finish_and_clear();

    let program = Path::new(command.get_program());
    let status = status.map_err(ToolError::io("run", program))?;
    let output = fs::read(log).map_err(ToolError::io("read", log))?;
    let output = String::from_utf8_lossy(&output).into_owned();
    if status.success() {
        return Ok(output);
    }
    Err(ToolError::Failed {
        what: what.to_owned(),
        status,
        tail: tail(&output),
        log: log.to_owned(),
    })
}

/// The last lines of `output` that are not blank, indented.
fn tail(output: &str) -> String {
    let lines: Vec<&str> = output
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let first = lines.len().saturating_sub(TAIL);
    let tail: Vec<String> = lines[first..]
        .iter()
        .map(|line| format!("  {line}"))
        .collect();
    tail.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_are_logged_and_returned() {
        let directory = tempfile::tempdir().unwrap();
        let log = directory.path().join("logs/hello.log");
        let output = run(&mut sh("echo one; echo two >&2; echo three"), "test", &log).unwrap();
        assert_eq!(output, "one\ntwo\nthree\n");
        assert_eq!(fs::read_to_string(&log).unwrap(), output);
    }

    #[test]
    fn a_failure_shows_the_last_lines_and_the_log() {
        let directory = tempfile::tempdir().unwrap();
        let log = directory.path().join("fail.log");
        let script = "i=0; while [ $i -lt 50 ]; do i=$((i+1)); echo line $i; done; exit 3";
        let error = run(&mut sh(script), "Counting", &log)
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("Counting: failed (exit status: 3)\n  line 31\n"),
            "{error}"
        );
        assert!(error.contains("\n  line 50\n"), "{error}");
        assert!(error.contains("fail.log"), "{error}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let directory = tempfile::tempdir().unwrap();
        let log = directory.path().join("log");
        let error = run(&mut Command::new("no-such-program"), "test", &log).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("cannot run no-such-program: "),
            "{error}"
        );
    }
}
