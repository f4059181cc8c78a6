//! Random instruction streams on the whole core, interpreted while they are made up: what each
//! instruction writes, and in which cycle. They are for what lies between instructions: bypass,
//! waiting, loads and stores, and wrong paths, on which anything may stand.

use std::collections::HashMap;

use pyxl_hdl::cosim::Rng;
use pyxl_isa::config::BOOT_ENTRY;
use pyxl_isa::timing::{EXECUTE_REDIRECT, FRAME_STORE};
use pyxl_isa::{Descriptor, Insn, Opcode, Operand, Slot, Word, ROWS};

use crate::bench::{Bench, Retirement};
use crate::semantics::{outcome, Outcome};

/// Frame pointer of the stream; its slots 0 … 7 are its variables.
const FP: u16 = 16;
const SLOTS: u64 = 8;
/// Instructions on the path.
const LENGTH: usize = 400;

use Opcode::*;

/// The path's instructions; those that would trap are thrown again.
const PATH: [Opcode; 26] = [
    Add, Sub, Mul, Div, Mod, And, Shl, Eq, Lt, Movr, Ldi, Tag, Radd, Rmul, Rmulh, Rltu, Rclz, Ld,
    St, Ldf, Stf, Fp, Jlt, Jge, Jis, Fjis,
];

struct Stream {
    rng: Rng,
    code: Vec<u64>,
    frames: HashMap<u16, Word>,
    heap: HashMap<u16, Word>,
    trace: Vec<Retirement>,
    /// Cycle in which the last one retires, and what the next waits.
    cycle: u32,
}

impl Stream {
    fn new(seed: u64) -> Stream {
        let descriptor = Descriptor {
            frame_words: 16,
            params: 0,
            flags: 0,
        };
        let mut code = vec![0; BOOT_ENTRY.into()];
        code.push(descriptor.encode());
        code.push(Insn::new(Setfp).with_address(FP).encode());
        let mut stream = Stream {
            rng: Rng::new(seed),
            code,
            frames: HashMap::new(),
            heap: HashMap::new(),
            trace: vec![],
            cycle: 0,
        };
        for slot in 0..SLOTS {
            let value = stream.rng.bits(18) as i32 - (1 << 17);
            let insn = Insn::new(Ldi)
                .to(Slot::Frame(slot as u8))
                .with_immediate(value);
            stream.step(insn);
        }
        for _ in 0..LENGTH {
            loop {
                let op = stream.rng.pick(&PATH);
                let insn = stream.instruction(op);
                if stream.step(insn) {
                    break;
                }
            }
        }
        stream.code.push(Insn::new(Halt).encode());
        stream
    }

    fn slot(&mut self) -> Slot {
        Slot::Frame(self.rng.below(SLOTS) as u8)
    }

    fn instruction(&mut self, op: Opcode) -> Insn {
        let (dst, a) = (self.slot(), self.slot());
        let literal = matches!(op, Ldf | Stf) || self.rng.one_in(4);
        let b = match op {
            // Near the stream's slots.
            Ldf => Operand::Literal(self.rng.below(32) as i16),
            Stf => Operand::Literal(self.rng.below(SLOTS) as i16),
            _ if literal => Operand::Literal(self.rng.bits(9) as i16 - 256),
            _ => Operand::Slot(self.slot()),
        };
        match op {
            Ldi => {
                let value = self.rng.bits(18) as i32 - (1 << 17);
                Insn::new(op).to(dst).with_immediate(value)
            }
            Stf => Insn {
                dst: FP,
                ..Insn::new(op).with_a(a).with_b(b)
            },
            St => Insn {
                dst: self.rng.bits(9) as u16,
                ..Insn::new(op).with_a(a).with_b(b)
            },
            _ if op.row().format.is_branch() => {
                let over = 1 + self.rng.below(6) as i32;
                Insn::new(op).with_displacement(over).with_a(a).with_b(b)
            }
            _ => Insn::new(op).to(dst).with_a(a).with_b(b),
        }
    }

    fn read(&self, slot: Slot) -> Word {
        self.frame(FP + slot.field())
    }

    fn frame(&self, address: u16) -> Word {
        self.frames
            .get(&(address & 1023))
            .copied()
            .unwrap_or_default()
    }

    /// Executes `insn` if it does not trap.
    fn step(&mut self, insn: Insn) -> bool {
        let row = insn.op.row();
        let a = if row.format.reads_a() {
            self.read(insn.a_slot())
        } else {
            Word::default()
        };
        let b = match insn.b_operand() {
            Operand::Literal(n) => Word::int(n.into()),
            Operand::Slot(slot) => self.read(slot),
        };
        let b = if insn.op == Ldi {
            Word::int(insn.immediate())
        } else {
            b
        };
        let address = |base: u32| base.wrapping_add(b.payload) as u16;
        let dst = FP + insn.dst;
        let written = match (insn.op, outcome(insn.op, a, b)) {
            (_, Outcome::Trap) => return false,
            (Ld, _) => {
                let word = self.heap.get(&(address(a.payload) & 1023));
                Some((dst, word.copied().unwrap_or_default()))
            }
            (Ldf, _) => Some((dst, self.frame(address(a.payload)))),
            (Fp, _) => Some((dst, Word::int(FP.into()))),
            (Stf, _) => Some((address(insn.dst.into()), a)),
            (St, _) => {
                self.heap.insert(address(insn.dst.into()) & 1023, a);
                None
            }
            (_, Outcome::Value(value)) => Some((dst, value)),
            (_, _) => None,
        };
        let pc = self.code.len() as u16;
        self.code.push(insn.encode());
        self.cycle += u32::from(row.cycles);
        self.trace.push(Retirement {
            pc,
            written,
            trapped: false,
            cycle: self.cycle,
        });
        if let Some((dst, word)) = written {
            self.frames.insert(dst & 1023, word);
        }
        if insn.op == Stf {
            self.cycle += FRAME_STORE as u32;
        }
        if outcome(insn.op, a, b) == Outcome::Branch(true) {
            self.cycle += EXECUTE_REDIRECT as u32;
            for _ in 1..insn.displacement() {
                // Never executed, but decoded: jumps, calls and returns redirect the fetch.
                let word = ROWS[self.rng.below(ROWS.len() as u64) as usize].op as u64;
                self.code.push(word << 27 | self.rng.bits(27));
            }
        }
        true
    }
}

#[test]
fn random_streams_write_what_they_should_when_they_should() {
    for seed in 0..4 {
        let mut expected = Stream::new(seed);
        let mut bench = Bench::new();
        bench.load(&expected.code);
        let trace = bench.run(20 * LENGTH);
        let start = trace[0].cycle;
        for r in &mut expected.trace {
            r.cycle += start;
        }
        for (i, (got, expected)) in trace[1..].iter().zip(&expected.trace).enumerate() {
            assert_eq!(got, expected, "instruction {i} of seed {seed}");
        }
        assert_eq!(trace.len(), expected.trace.len() + 2, "seed {seed}");
    }
}
