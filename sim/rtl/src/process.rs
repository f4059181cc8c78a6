//! One simulation: a child process and what it reports.

use crate::protocol::{Job, Reason, Record, RECORD};
use crate::{RtlError, Simulator};
use pyxl_core::debug_port::map::{link_word, Region, StateWord};
use pyxl_isa::{LinkKind, Word};
use pyxl_model::ReturnLink;
use std::io::{BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running simulation; its records come one by one.
pub struct Simulation {
    child: Child,
    records: BufReader<ChildStdout>,
    /// The record of the end, once it has come.
    ended: Option<Record>,
}

/// The state of the machine after its simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Why it ended.
    pub reason: Reason,
    /// Operand of the `halt`.
    pub code: u8,
    /// Cycles since the core's start.
    pub cycle: u64,
    /// Instructions retired.
    pub instructions: u64,
    /// Address of the instruction that halted.
    pub pc: u16,
    /// Frame pointer.
    pub fp: u16,
    /// Return links, the outermost first.
    pub links: Vec<ReturnLink>,
}

impl Simulator {
    /// Starts a simulation.
    ///
    /// # Errors
    /// The process cannot be started, or does not read its job.
    pub fn start(&self, job: &Job, trace: Option<&Path>) -> Result<Simulation, RtlError> {
        let mut child = Command::new(&self.program)
            .args(trace)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(RtlError::io(&self.program))?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            unreachable!("both are piped");
        };
        let sent = input.write_all(&job.to_bytes());
        drop(input);
        let mut simulation = Simulation {
            child,
            records: BufReader::with_capacity(1 << 16, output),
            ended: None,
        };
        match sent {
            Ok(()) => Ok(simulation),
            Err(_) => Err(simulation.died()),
        }
    }
}

impl Simulation {
    /// The next record; `None` after the last.
    ///
    /// # Errors
    /// The process ended before the simulation did.
    #[allow(clippy::should_implement_trait)] // an iterator's items could not be used with `?`
    pub fn next(&mut self) -> Result<Option<Record>, RtlError> {
        let mut bytes = [0; RECORD];
        if self.records.read_exact(&mut bytes).is_err() {
            return match self.stopped() {
                true => Ok(None),
                false => Err(self.died()),
            };
        }
        let record = Record::from_bytes(&bytes).ok_or_else(|| self.died())?;
        if matches!(record, Record::Stopped { .. }) {
            self.ended = Some(record);
        }
        Ok(Some(record))
    }

    /// The machine has stopped: what comes now is its state.
    pub fn stopped(&self) -> bool {
        self.ended.is_some()
    }

    /// Runs to the end, passing on what happens until the machine stopped.
    ///
    /// # Errors
    /// The process ended before the simulation did.
    pub fn finish(mut self, mut each: impl FnMut(Record)) -> Result<Ended, RtlError> {
        let mut state = vec![];
        while let Some(record) = self.next()? {
            match record {
                Record::Stopped { .. } => {}
                Record::State { address, word } => state.push((address, word)),
                other => each(other),
            }
        }
        let Some(Record::Stopped {
            reason,
            code,
            cycle,
            instructions,
        }) = self.ended
        else {
            return Err(self.died());
        };
        let find = |wanted: StateWord| {
            let mut words = state.iter();
            let found = words.find(|(address, _)| *address == wanted.address());
            found.map_or(0, |(_, word)| word.payload)
        };
        let links: Vec<Word> = state
            .iter()
            .filter(|(address, _)| *address >= Region::Control.address(0))
            .map(|(_, word)| *word)
            .collect();
        Ok(Ended {
            reason,
            code,
            cycle,
            instructions,
            pc: find(StateWord::Pc) as u16,
            fp: find(StateWord::Fp) as u16,
            links: links
                .chunks_exact(2)
                .map(|pair| link(pair[0], pair[1]))
                .collect(),
        })
    }

    fn died(&mut self) -> RtlError {
        let _ = self.child.kill();
        let mut message = String::new();
        if let Some(mut stderr) = self.child.stderr.take() {
            let _ = stderr.read_to_string(&mut message);
        }
        match self.child.wait() {
            Ok(status) => RtlError::Died {
                status,
                message: message.trim_end().to_owned(),
            },
            Err(source) => RtlError::Io {
                path: "the simulator".into(),
                source,
            },
        }
    }
}

impl Drop for Simulation {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A return link in the debug bus's two words.
fn link(first: Word, second: Word) -> ReturnLink {
    ReturnLink {
        pc: link_word::PC.get(first.payload) as u16,
        fp: link_word::FP.get(first.payload) as u16,
        dst: link_word::DST.get(second.payload) as u16,
        top: link_word::TOP.get(second.payload) as u16,
        kind: LinkKind::from_bits(link_word::KIND.get(second.payload) as u8),
    }
}
