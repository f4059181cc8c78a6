//! Running on the cycle-exact model.

use crate::args;
use crate::finished::Finished;
use crate::trace;
use pyxl_isa::Image;
use pyxl_model::profile::Recorder;
use pyxl_model::waveform::Waveform;
use pyxl_model::{Console, Machine, Stop, World};
use std::io::{self, BufRead, Write};

/// Instructions between two looks at the program's output.
const SLICE: u64 = 10_000;

/// Hardly any instruction takes more cycles.
const SLOWEST: u64 = 40;

/// Runs the image to its end, copying its output to the standard output, and the standard input
/// to it when it reads.
pub fn run(image: &Image, options: &args::Run) -> anyhow::Result<Finished> {
    let config = options.target.machine(image)?;
    let mut machine = Machine::new(image, config)?;
    let mut world = World::new(&config).with_wires(&options.loopback);
    world.console.ended = false;
    let trace = options.trace.as_deref();
    let mut waveform = trace.map(trace::begin).transpose()?;
    let profiled = options.profile || options.profile_json.is_some();
    let mut recorder = profiled.then(|| Recorder::new(image));
    let limit = options.max_cycles.unwrap_or(u64::MAX);
    let mut stdout = io::stdout().lock();
    let mut stop = Stop::Limit;
    while stop == Stop::Limit && machine.cycle() < limit {
        // Shorter and shorter slices end close to the limit.
        let slice = ((limit - machine.cycle()) / SLOWEST).clamp(1, SLICE);
        stop = match (&mut waveform, &mut recorder) {
            (Some(waveform), _) => traced(&mut machine, slice, &mut world, waveform)?,
            (None, Some(recorder)) => recorder.run(&mut machine, &mut world, slice),
            (None, None) => machine.run(slice, &mut world),
        };
        stdout.write_all(&world.console.out)?;
        stdout.flush()?;
        world.console.out.clear();
        if stop == Stop::Input {
            read_line(&mut world.console)?;
            stop = Stop::Limit;
        }
    }
    waveform.map_or(Ok(()), Waveform::finish)?;
    Ok(Finished {
        engine: "model",
        stop,
        pc: machine.pc(),
        links: machine.links().to_vec(),
        cycles: machine.cycle(),
        instructions: machine.retired(),
        errors: world.console.err,
        profile: recorder.map(|recorder| recorder.profile()),
    })
}

/// Gives the program the next line of the standard input, or its end.
fn read_line(console: &mut Console) -> io::Result<()> {
    let mut line = vec![];
    io::stdin().lock().read_until(b'\n', &mut line)?;
    console.ended = line.is_empty();
    console.input.extend(line);
    Ok(())
}

/// As [`Machine::run`], recording what retires.
fn traced(
    machine: &mut Machine,
    limit: u64,
    world: &mut World,
    waveform: &mut Waveform<impl Write>,
) -> anyhow::Result<Stop> {
    for _ in 0..limit {
        match machine.step(world) {
            Ok(retire) => waveform.add(&retire, machine, world)?,
            Err(stop) => return Ok(stop),
        }
    }
    Ok(machine.stopped().unwrap_or(Stop::Limit))
}
