//! The model's waveform: what retires and where the machine is, as a Value Change Dump,
//! with one unit of time per clock cycle.

use crate::{Machine, Retire, World};
use std::io::{self, Write};
use vcd::{IdCode, TimescaleUnit, Value};

/// Signals and their widths, in the order of [`values`].
const SIGNALS: [(&str, u32); 11] = [
    ("pc", 16),
    ("trap", 1),
    ("write", 1),
    ("destination", 16),
    ("tag", 4),
    ("payload", 32),
    ("fp", 16),
    ("depth", 16),
    ("cycle", 64),
    ("pins_out", 32),
    ("pins_enable", 32),
];

/// Writes a waveform while the model runs.
pub struct Waveform<W: Write> {
    writer: vcd::Writer<W>,
    retire: IdCode,
    signals: Vec<(IdCode, u32)>,
    last: Option<[u64; SIGNALS.len()]>,
    cycle: u64,
}

impl<W: Write> Waveform<W> {
    /// Begins the dump.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn new(output: W) -> io::Result<Waveform<W>> {
        let mut writer = vcd::Writer::new(output);
        writer.timescale(1, TimescaleUnit::NS)?;
        writer.add_module("machine")?;
        let retire = writer.add_wire(1, "retire")?;
        let mut signals = vec![];
        for (name, width) in SIGNALS {
            signals.push((writer.add_wire(width, name)?, width));
        }
        writer.upscope()?;
        writer.enddefinitions()?;
        writer.timestamp(0)?;
        writer.change_scalar(retire, Value::V0)?;
        Ok(Waveform {
            writer,
            retire,
            signals,
            last: None,
            cycle: 0,
        })
    }

    /// Adds what a step of `machine` returned.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&mut self, retire: &Retire, machine: &Machine, world: &World) -> io::Result<()> {
        // A pulse of one cycle for each retirement; back to back they join.
        if retire.cycle > self.cycle + 1 {
            self.end_pulse()?;
        }
        self.writer.timestamp(retire.cycle)?;
        self.writer.change_scalar(self.retire, Value::V1)?;
        let values = values(retire, machine, world);
        for (i, (id, width)) in self.signals.iter().enumerate() {
            if self.last.is_none_or(|last| last[i] != values[i]) {
                let bit = |n: u32| Value::from(values[i] >> n & 1 == 1);
                match width {
                    1 => self.writer.change_scalar(*id, bit(0))?,
                    _ => self.writer.change_vector(*id, (0..*width).rev().map(bit))?,
                }
            }
        }
        self.last = Some(values);
        self.cycle = retire.cycle;
        Ok(())
    }

    /// Ends the dump.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.end_pulse()?;
        self.writer.flush()
    }

    fn end_pulse(&mut self) -> io::Result<()> {
        self.writer.timestamp(self.cycle + 1)?;
        self.writer.change_scalar(self.retire, Value::V0)
    }
}

/// The signals' values, in the order of [`SIGNALS`].
fn values(retire: &Retire, machine: &Machine, world: &World) -> [u64; SIGNALS.len()] {
    let (out, enable) = world.pins.driven();
    [
        retire.pc.into(),
        retire.trap.into(),
        retire.we.into(),
        retire.dst.into(),
        retire.value.tag as u64,
        retire.value.payload.into(),
        machine.fp().into(),
        machine.links().len() as u64,
        retire.cycle,
        out.into(),
        enable.into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use pyxl_isa::MachineConfig;
    use vcd::Command;

    /// Instructions of one cycle and of many, some that write and some that trap.
    const PROGRAM: &str = "\
.vector add, tjmp sum
.func boot, 0, 4
    setfp 0
    calld $0, main
    halt 0
.func main, 0, 8
    ldi $1, 0
again:
    add $2, $3, 2
    out $1, $1
    iadd $1, $1, 1
    imul $4, $1, $1
    putc 10
    jlt $1, 20, again
    ret 0
.func sum, 0, 4, runtime
    ret 5
";

    #[test]
    fn every_retirement_is_a_cycle_of_its_pulse() {
        let config = MachineConfig::SIM;
        let image = pyxl_isa::asm::assemble("pins.pysm", PROGRAM).unwrap();
        let mut machine = Machine::new(&image, config).unwrap();
        let mut world = World::new(&config);
        let mut text = vec![];
        let mut waveform = Waveform::new(&mut text).unwrap();
        let mut pcs = vec![];
        while let Ok(retire) = machine.step(&mut world) {
            waveform.add(&retire, &machine, &world).unwrap();
            pcs.push(retire.pc);
        }
        assert_eq!(machine.stopped(), Some(crate::Stop::Halt(0)));
        waveform.finish().unwrap();

        let mut parser = vcd::Parser::new(&text[..]);
        let header = parser.parse_header().unwrap();
        let find = |name| header.find_var(&["machine", name]).unwrap().code;
        let (retire, pc, cycle) = (find("retire"), find("pc"), find("cycle"));
        let (mut now, mut high, mut cycles, mut last_pc) = (0, None, 0, 0);
        let number = |bits: &vcd::Vector| {
            bits.iter()
                .fold(0, |n, bit| n << 1 | u64::from(bit == Value::V1))
        };
        for command in parser {
            match command.unwrap() {
                Command::Timestamp(time) => now = time,
                Command::ChangeScalar(id, Value::V1) if id == retire => {
                    high = high.or(Some(now));
                }
                Command::ChangeScalar(id, _) if id == retire => {
                    cycles += high.take().map_or(0, |start| now - start);
                }
                Command::ChangeVector(id, bits) if id == pc => last_pc = number(&bits),
                Command::ChangeVector(id, bits) if id == cycle => assert_eq!(number(&bits), now),
                _ => {}
            }
        }
        assert_eq!(cycles, pcs.len() as u64);
        assert_eq!(last_pc, u64::from(*pcs.last().unwrap()));
    }
}
