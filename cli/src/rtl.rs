//! Running on the circuit, simulated.

use crate::args;
use crate::finished::Finished;
use crate::trace;
use pyxl_isa::{Image, Insn, Opcode};
use pyxl_model::{Machine, Stop};
use pyxl_rtl::{Job, Reason, Record, Simulator};
use std::io::{self, Read, Write};

/// More seconds than anybody waits.
const NO_TIMEOUT: u64 = 1 << 28;

/// True for a program with an instruction that takes input.
fn reads(image: &Image) -> bool {
    let mut instructions = image
        .code
        .iter()
        .filter_map(|word| Insn::decode(*word).ok());
    instructions.any(|insn| insn.op == Opcode::Getc)
}

/// Runs the image to its end, copying its output to the standard output.
pub fn run(image: &Image, options: &args::Run) -> anyhow::Result<Finished> {
    let config = options.target.machine(image)?;
    // The model says what does not fit before anything is compiled.
    Machine::new(image, config)?;
    let trace = options.trace.as_deref();
    trace.map(trace::create).transpose()?;
    let simulator = Simulator::build(&config, trace.is_some())?;
    let mut input = vec![];
    if reads(image) {
        io::stdin().lock().read_to_end(&mut input)?;
    }
    let job = Job {
        image,
        wires: &options.loopback,
        events: &[],
        input: &input,
        max_cycles: options.max_cycles.unwrap_or(u64::MAX),
        timeout_seconds: NO_TIMEOUT,
        retirements: options.stats,
        trace_from: 0,
    };
    let mut stdout = io::stdout().lock();
    let mut errors = Vec::new();
    let mut instructions = 0;
    let mut last_cycle = 0;
    let mut simulation = simulator.start(&job, trace)?;
    while !simulation.stopped() {
        match simulation.next()? {
            Some(Record::Retired(retire)) => {
                instructions += 1;
                last_cycle = retire.cycle;
            }
            Some(Record::Out(byte)) => stdout.write_all(&[byte])?,
            Some(Record::Err(byte)) => errors.push(byte),
            Some(Record::Stopped { .. } | Record::State { .. }) | None => {}
        }
    }
    let ended = simulation.finish(|_| {})?;
    stdout.flush()?;
    let (stop, cycles) = match ended.reason {
        // The harness sees the halt a few cycles after it retired.
        Reason::Halted => (Stop::Halt(ended.code), last_cycle),
        Reason::MaxCycles | Reason::Timeout => (Stop::Limit, ended.cycle),
    };
    Ok(Finished {
        engine: "rtl",
        stop,
        pc: ended.pc,
        links: ended.links,
        cycles,
        instructions,
        errors,
        profile: None,
    })
}
