//! What goes over the pipes to and from the simulator process; `harness.cpp` has the
//! same structures.

use pyxl_core::debug_port::map::{Region, StateWord};
use pyxl_isa::{Image, MachineConfig, Word};
use pyxl_model::{PinEvent, Retire, Wire};

const MAGIC: u32 = u32::from_le_bytes(*b"PYXL");
/// Bytes of one record.
pub const RECORD: usize = 24;

/// The addresses of the debug bus that the harness reads, for its preprocessor.
pub fn defines() -> [String; 4] {
    [
        ("PYXL_FIRST_STATE", StateWord::Pc.address()),
        ("PYXL_LAST_STATE", StateWord::Cycle.address()),
        ("PYXL_DEPTH", StateWord::Depth.address()),
        ("PYXL_LINKS", Region::Control.address(0)),
    ]
    .map(|(name, address)| format!("-D{name}={address}u"))
}

/// What a simulation is to do.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    /// The program.
    pub image: &'a Image,
    /// Wires between pins.
    pub wires: &'a [Wire],
    /// Levels applied from outside, by ascending cycle.
    pub events: &'a [PinEvent],
    /// Standard input.
    pub input: &'a [u8],
    /// Cycles after which the simulation is stopped.
    pub max_cycles: u64,
    /// Seconds of real time after which it is stopped.
    pub timeout_seconds: u64,
    /// Whether to report each retired instruction.
    pub retirements: bool,
    /// First cycle of the waveform, if one is written.
    pub trace_from: u64,
}

/// One message of the simulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// An instruction retired.
    Retired(Retire),
    /// A byte of standard output.
    Out(u8),
    /// A byte of standard error.
    Err(u8),
    /// The simulation ended.
    Stopped {
        /// Why.
        reason: Reason,
        /// Operand of the `halt`.
        code: u8,
        /// In which cycle.
        cycle: u64,
        /// Instructions retired.
        instructions: u64,
    },
    /// A word of the debug bus, after the end.
    State {
        /// Its bus address.
        address: u32,
        /// The word.
        word: Word,
    },
}

/// Why a simulation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The core halted.
    Halted,
    /// The limit of cycles was reached.
    MaxCycles,
    /// The limit of real time was reached.
    Timeout,
}

impl Job<'_> {
    /// The job as the simulator reads it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let image = self.image;
        let statics = image.statics_on(&MachineConfig::SIM);
        let sections: [(u32, Box<dyn Iterator<Item = u64>>); 3] = [
            (
                Region::Code.address(0),
                Box::new(image.code.iter().copied()),
            ),
            (
                Region::Frame.address(0),
                Box::new(statics.iter().map(|word| word.bits())),
            ),
            (
                Region::Heap.address(0),
                Box::new(image.heap.iter().map(|word| word.bits())),
            ),
        ];
        // Memories are all zero at first.
        let writes: Vec<(u32, u64)> = sections
            .into_iter()
            .flat_map(|(base, words)| (base..).zip(words))
            .filter(|(_, word)| *word != 0)
            .collect();
        let mut bytes = vec![];
        put32(
            &mut bytes,
            &[
                MAGIC,
                writes.len() as u32,
                self.events.len() as u32,
                self.wires.len() as u32,
            ],
        );
        bytes.extend(self.max_cycles.to_le_bytes());
        bytes.extend(self.timeout_seconds.saturating_mul(1000).to_le_bytes());
        bytes.extend(self.trace_from.to_le_bytes());
        bytes.extend(u64::from(self.retirements).to_le_bytes());
        bytes.extend((self.input.len() as u64).to_le_bytes());
        for (address, word) in writes {
            put32(&mut bytes, &[address, word as u32, (word >> 32) as u32]);
        }
        for event in self.events {
            bytes.extend(event.cycle.to_le_bytes());
            put32(&mut bytes, &[u32::from(event.pin), u32::from(event.level)]);
        }
        for wire in self.wires {
            put32(&mut bytes, &[u32::from(wire.output), u32::from(wire.input)]);
        }
        bytes.extend(self.input);
        bytes
    }
}

fn put32(bytes: &mut Vec<u8>, values: &[u32]) {
    for value in values {
        bytes.extend(value.to_le_bytes());
    }
}

impl Record {
    /// The record in these bytes; `None` if its kind is unknown.
    pub fn from_bytes(bytes: &[u8; RECORD]) -> Option<Record> {
        let half = |i: usize| u16::from_le_bytes([bytes[i], bytes[i + 1]]);
        let word32 =
            |i: usize| u32::from_le_bytes([bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]]);
        let flags = bytes[1];
        let payload = word32(8);
        let cycle = u64::from(word32(20)) << 32 | u64::from(word32(16));
        let word = Word::from_bits(u64::from(half(6)) << 32 | u64::from(payload));
        Some(match bytes[0] {
            1 => Record::Retired(Retire {
                pc: half(2),
                dst: half(4),
                value: word,
                we: flags & 1 != 0,
                trap: flags & 2 != 0,
                cycle,
            }),
            2 => Record::Out(payload as u8),
            3 => Record::Err(payload as u8),
            4 => Record::Stopped {
                reason: match flags {
                    0 => Reason::Halted,
                    1 => Reason::MaxCycles,
                    _ => Reason::Timeout,
                },
                code: bytes[6],
                cycle,
                instructions: u64::from(word32(12)) << 32 | u64::from(payload),
            },
            5 => Record::State {
                address: word32(12),
                word,
            },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_back() {
        let mut bytes = [0; RECORD];
        bytes[..12].copy_from_slice(&[1, 3, 0x34, 0x12, 5, 0, 2, 0, 0xff, 0xff, 0xff, 0xff]);
        bytes[16] = 9;
        let record = Record::from_bytes(&bytes).unwrap();
        assert_eq!(
            record,
            Record::Retired(Retire {
                pc: 0x1234,
                dst: 5,
                value: Word::int(-1),
                we: true,
                trap: true,
                cycle: 9
            })
        );
        bytes[0] = 77;
        assert_eq!(Record::from_bytes(&bytes), None);
    }

    #[test]
    fn jobs_have_the_layout_of_the_harness() {
        let image = Image {
            code: vec![0, 0x8_0000_0001],
            ..Image::default()
        };
        let job = Job {
            image: &image,
            wires: &["1:2".parse().unwrap()],
            events: &[],
            input: b"hi",
            max_cycles: 10,
            timeout_seconds: 1,
            retirements: true,
            trace_from: 0,
        };
        let bytes = job.to_bytes();
        assert_eq!(bytes.len(), 56 + 12 + 8 + 2);
        let write: Vec<u32> = bytes[56..68]
            .chunks(4)
            .map(|b| u32::from_le_bytes(b.try_into().unwrap()))
            .collect();
        assert_eq!(
            write,
            [Region::Code.address(1), 1, 8],
            "words that are zero are not written"
        );
    }
}
