//! Running on the cycle-exact model.

use crate::args;
use crate::run::Finished;
use crate::trace::Trace;
use pyxl_isa::{Image, MachineConfig};
use pyxl_sim::model::{Machine, Stop, World};
use std::io::{self, Write};

/// Instructions between two looks at the program's output.
const SLICE: u64 = 10_000;

/// Hardly any instruction takes more cycles.
const SLOWEST: u64 = 40;

/// Runs the image to its end, copying its output to the standard output.
pub fn run(image: &Image, options: &args::Run) -> anyhow::Result<Finished> {
    let config = MachineConfig::SIM;
    let mut machine = Machine::new(image, config)?;
    let mut world = World::new(&config).with_wires(&options.loopback);
    let trace = options.trace.as_deref();
    let mut trace = trace.map(|path| Trace::create(path, image)).transpose()?;
    let limit = options.max_cycles.unwrap_or(u64::MAX);
    let mut stdout = io::stdout().lock();
    let mut stop = Stop::Limit;
    while stop == Stop::Limit && machine.cycle() < limit {
        // Shorter and shorter slices end close to the limit.
        let slice = ((limit - machine.cycle()) / SLOWEST).clamp(1, SLICE);
        stop = match &mut trace {
            Some(trace) => traced(&mut machine, slice, &mut world, trace)?,
            None => machine.run(slice, &mut world),
        };
        stdout.write_all(&world.console.out)?;
        stdout.flush()?;
        world.console.out.clear();
    }
    trace.map_or(Ok(()), Trace::finish)?;
    Ok(Finished {
        engine: "model",
        stop,
        pc: machine.pc(),
        links: machine.links().to_vec(),
        cycles: machine.cycle(),
        instructions: machine.retired(),
        errors: world.console.err,
    })
}

/// As [`Machine::run`], recording what retires.
fn traced(
    machine: &mut Machine,
    limit: u64,
    world: &mut World,
    trace: &mut Trace,
) -> anyhow::Result<Stop> {
    for _ in 0..limit {
        match machine.step(world) {
            Ok(retire) => trace.record(&retire)?,
            Err(stop) => return Ok(stop),
        }
    }
    Ok(machine.stopped().unwrap_or(Stop::Limit))
}
