//! Comparison of the core with the model: every retired instruction and its cycle.

use pyxl_isa::disasm::{instruction, Names};
use pyxl_isa::Image;
use pyxl_model::{LoadError, Machine, PinEvent, Retire, Stop, Wire, World};
use pyxl_rtl::{Ended, Job, Reason, Record, RtlError, Simulator};
use std::collections::VecDeque;
use std::fmt::{self, Write};
use std::path::{Path, PathBuf};

/// Retirements of both sides that a report shows before the mismatch.
const SHOWN: usize = 8;
/// Cycles that a waveform begins before the mismatch.
const BEFORE: u64 = 2000;
/// Cycles that it goes on after it.
const AFTER: u64 = 20;

/// A program with its surroundings.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The program.
    pub image: &'a Image,
    /// Wires between pins.
    pub wires: &'a [Wire],
    /// Levels applied from outside, by ascending cycle.
    pub events: &'a [PinEvent],
    /// Standard input.
    pub input: &'a [u8],
    /// Cycles after which both sides are stopped.
    pub max_cycles: u64,
}

/// Seconds of real time that one case may take.
const TIMEOUT_SECONDS: u64 = 600;

/// What a case that agreed did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Instructions retired, all of them compared.
    pub instructions: u64,
    /// Cycle of the last retirement.
    pub cycles: u64,
    /// Operand of the `halt`.
    pub code: u8,
    /// Standard output.
    pub out: Vec<u8>,
}

/// Why a case is not in order.
#[derive(Debug, thiserror::Error)]
pub enum LockstepError {
    /// Model and core differ.
    #[error("{0}")]
    Mismatch(Box<Mismatch>),
    /// The image does not fit.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The core cannot be simulated.
    #[error(transparent)]
    Rtl(#[from] RtlError),
    /// Neither side came to an end.
    #[error("no end within {0} cycles")]
    Limit(u64),
}

/// A difference between model and core.
#[derive(Clone, Debug)]
pub struct Mismatch {
    /// What differs.
    pub what: String,
    /// Retirements that agreed before it.
    pub agreed: u64,
    /// The cycle to look at in a waveform.
    pub cycle: u64,
    /// The two sides' last retirements, described, and the source line.
    pub history: String,
    /// The waveform, if one was written.
    pub waveform: Option<PathBuf>,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(
            f,
            "model and core differ after {} instructions: {}",
            self.agreed, self.what
        )?;
        write!(f, "{}", self.history)?;
        if let Some(path) = &self.waveform {
            write!(f, "waveform: {}", path.display())?;
        }
        Ok(())
    }
}

/// Runs a case on both sides.
///
/// # Errors
/// At the first difference, or if one side cannot run.
pub fn compare(simulator: &Simulator, case: &Case) -> Result<Agreement, LockstepError> {
    let mut machine = Machine::new(case.image, simulator.config)?;
    let mut world = World::new(&simulator.config)
        .with_wires(case.wires)
        .with_events(case.events)
        .with_input(case.input);
    let job = job(case, case.max_cycles);
    let mut simulation = simulator.start(&job, None)?;
    let mut pair = Pair::new(case.image);
    let mut out = vec![];
    let mut err = vec![];
    while !simulation.stopped() {
        let Some(record) = simulation.next()? else {
            break;
        };
        match record {
            Record::Retired(core) => {
                let model = machine.step(&mut world);
                pair.compare(model, core).map_err(LockstepError::Mismatch)?;
            }
            Record::Out(byte) => out.push(byte),
            Record::Err(byte) => err.push(byte),
            Record::Stopped { .. } | Record::State { .. } => {}
        }
    }
    let ended = simulation.finish(|_| {})?;
    if ended.reason != Reason::Halted {
        // The core is still busy with what the model has not finished either.
        return match machine.stopped() {
            Some(Stop::Halt(_)) => Err(pair.end("the model halted, the core did not", &ended)),
            _ => Err(LockstepError::Limit(ended.cycle)),
        };
    }
    let (code, cycles) = match machine.step(&mut world) {
        Err(Stop::Halt(code)) => (code, machine.cycle()),
        next => return Err(pair.end(&format!("the core halted, the model: {next:?}"), &ended)),
    };
    let state = |code, pc, fp, links| format!("code {code}, pc {pc:#06x}, fp {fp}, {links:?}");
    let model = state(code, machine.pc(), machine.fp(), machine.links());
    let core = state(ended.code, ended.pc, ended.fp, &ended.links[..]);
    if model != core {
        return Err(pair.end(
            &format!("at the end\n  model {model}\n  core  {core}"),
            &ended,
        ));
    }
    if (&out, &err) != (&world.console.out, &world.console.err) {
        return Err(pair.end("the console's bytes", &ended));
    }
    Ok(Agreement {
        instructions: machine.retired(),
        cycles,
        code,
        out,
    })
}

/// Simulates the case again up to a little after a mismatch, and writes the waveform.
///
/// # Errors
/// If the simulator that writes waveforms cannot be built or run.
pub fn waveform(
    simulator: &Simulator,
    case: &Case,
    cycle: u64,
    path: &Path,
) -> Result<(), RtlError> {
    let tracing = Simulator::build(&simulator.config, true)?;
    let job = Job {
        trace_from: cycle.saturating_sub(BEFORE),
        ..job(case, cycle + AFTER)
    };
    tracing.start(&job, Some(path))?.finish(|_| {}).map(|_| ())
}

fn job<'a>(case: &Case<'a>, max_cycles: u64) -> Job<'a> {
    Job {
        image: case.image,
        wires: case.wires,
        events: case.events,
        input: case.input,
        max_cycles,
        timeout_seconds: TIMEOUT_SECONDS,
        retirements: true,
        trace_from: 0,
    }
}

/// The last retirements of both sides.
struct Pair<'a> {
    image: &'a Image,
    agreed: u64,
    recent: VecDeque<Retire>,
}

impl<'a> Pair<'a> {
    fn new(image: &'a Image) -> Pair<'a> {
        Pair {
            image,
            agreed: 0,
            recent: VecDeque::with_capacity(SHOWN + 1),
        }
    }

    /// One more retirement on each side.
    fn compare(&mut self, model: Result<Retire, Stop>, core: Retire) -> Result<(), Box<Mismatch>> {
        match model {
            Ok(model) if same(&model, &core) => {
                if self.recent.len() == SHOWN {
                    self.recent.pop_front();
                }
                self.recent.push_back(model);
                self.agreed += 1;
                Ok(())
            }
            _ => Err(Box::new(self.mismatch(model, core))),
        }
    }

    fn mismatch(&self, model: Result<Retire, Stop>, core: Retire) -> Mismatch {
        let what = match &model {
            Err(stop) => format!("the model has stopped ({stop:?})"),
            Ok(model) => difference(model, &core),
        };
        let pc = model.map_or(core.pc, |model| model.pc);
        let mut history = self.agreed_history();
        match &model {
            Ok(model) => line(&mut history, "model", model, self.image),
            Err(_) => history.push_str("  model –\n"),
        }
        line(&mut history, "core ", &core, self.image);
        history.push_str(&self.source(pc));
        Mismatch {
            what,
            agreed: self.agreed,
            cycle: core.cycle,
            history,
            waveform: None,
        }
    }

    /// A difference after the last retirement.
    fn end(&self, what: &str, ended: &Ended) -> LockstepError {
        LockstepError::Mismatch(Box::new(Mismatch {
            what: what.to_owned(),
            agreed: self.agreed,
            cycle: ended.cycle,
            history: self.agreed_history() + &self.source(ended.pc),
            waveform: None,
        }))
    }

    fn agreed_history(&self) -> String {
        let mut text = String::new();
        for retire in &self.recent {
            line(&mut text, "both ", retire, self.image);
        }
        text
    }

    fn source(&self, pc: u16) -> String {
        let debug = &self.image.debug;
        let Some(position) = debug.position_at(pc) else {
            return String::new();
        };
        let file = debug.files.get(usize::from(position.file));
        let name = file.map_or("?", |file| file.name.as_str());
        let text = debug.source_line(position.file, position.line);
        format!(
            "{name}:{}: {}\n",
            position.line,
            text.unwrap_or_default().trim()
        )
    }
}

/// Equal in everything that is meaningful.
fn same(a: &Retire, b: &Retire) -> bool {
    let result = |r: &Retire| r.we.then_some((r.dst, r.value));
    (a.pc, a.we, a.trap, a.cycle) == (b.pc, b.we, b.trap, b.cycle) && result(a) == result(b)
}

/// Names the fields that differ.
fn difference(model: &Retire, core: &Retire) -> String {
    let mut fields = vec![];
    let mut check = |name, differs: bool| {
        if differs {
            fields.push(name);
        }
    };
    check("pc", model.pc != core.pc);
    check("cycle", model.cycle != core.cycle);
    check("trap", model.trap != core.trap);
    check("write", model.we != core.we);
    let both = model.we && core.we;
    check("destination", both && model.dst != core.dst);
    check("value", both && model.value != core.value);
    fields.join(", ")
}

/// `  core      1234  0105  add  $3, $1, -7    [  40] = INT 5`
fn line(text: &mut String, side: &str, retire: &Retire, image: &Image) {
    let word = image.code.get(usize::from(retire.pc)).copied();
    let insn = instruction(word.unwrap_or_default(), retire.pc, &Names::default());
    let result = match (retire.trap, retire.we) {
        (true, _) => "trap".to_owned(),
        (false, true) => format!("[{:>4}] = {}", retire.dst, retire.value),
        (false, false) => String::new(),
    };
    let line = format!(
        "  {side} {:>8}  {:04x}  {insn:<32} {result}",
        retire.cycle, retire.pc
    );
    writeln!(text, "{}", line.trim_end()).expect("writing to a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;
    use pyxl_isa::{Insn, Opcode, Word};

    const RETIRE: Retire = Retire {
        pc: 1,
        dst: 40,
        value: Word::int(5),
        we: true,
        trap: false,
        cycle: 9,
    };

    #[test]
    fn a_mismatch_names_what_differs_and_shows_both_sides() {
        let image = Image {
            code: vec![Insn::new(Opcode::Nop).encode(); 3],
            ..Image::default()
        };
        let mut pair = Pair::new(&image);
        for _ in 0..20 {
            pair.compare(Ok(RETIRE), RETIRE).unwrap();
        }
        let late = Retire {
            cycle: 10,
            value: Word::TRUE,
            ..RETIRE
        };
        let mismatch = pair.compare(Ok(RETIRE), late).unwrap_err();
        assert_eq!(mismatch.what, "cycle, value");
        assert_eq!(mismatch.agreed, 20);
        let text = mismatch.to_string();
        assert_eq!(text.matches("  both ").count(), SHOWN);
        assert!(text.contains("  model        9  0001  nop"), "{text}");
        assert!(text.contains("[  40] = BOOL 1"), "{text}");
    }

    #[test]
    fn results_count_only_if_they_are_written() {
        let idle = Retire {
            we: false,
            ..RETIRE
        };
        let other = Retire { dst: 3, ..idle };
        assert!(same(&idle, &other));
        assert!(!same(&idle, &RETIRE));
    }
}
