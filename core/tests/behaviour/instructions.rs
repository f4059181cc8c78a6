//! Every row of the instruction table in the execute stage, on edge words and random ones:
//! result, branch, trap, and the cycles that it stays.

use pyxl_core::control::control;
use pyxl_core::execute::{Execute, Executed};
use pyxl_core::operand::Operands;
use pyxl_core::units::Units;
use pyxl_core::Images;
use pyxl_hdl::cosim::Rng;
use pyxl_isa::timing::LONG_UNIT_REFUSAL;
use pyxl_isa::{Opcode, Row, Tag, Word, ROWS};
use rust_hdl::prelude::*;

use crate::bench::SMALL;
use crate::semantics::{outcome, Outcome};

const EDGES: [i32; 9] = [0, 1, 2, 31, 32, -1, -2, i32::MAX, i32::MIN];
const PREDICTED: u64 = 0x1234;

/// The execute stage and its units.
struct Stage {
    execute: Execute,
    units: Units,
}

impl Stage {
    fn new() -> Stage {
        let mut execute = Execute::default();
        execute.clock.connect();
        execute.reset.connect();
        execute.operands.connect();
        execute.kill.connect();
        execute.halt_request.connect();
        execute.pin_levels.connect();
        execute.console_ready.connect();
        execute.console_ready.next = true;
        execute.console_input.connect();
        execute.console_input.next.valid = true;
        execute.cycle.connect();
        execute.unit_reply.connect();
        execute.connect_all();
        let mut units = Units::new(&SMALL, &Images::default());
        units.clock.connect();
        units.request.connect();
        units.frame_write.connect();
        units.heap_write.connect();
        units.link_write.connect();
        units.debug.connect();
        units.connect_all();
        Stage { execute, units }
    }

    fn settle(&mut self) {
        while {
            self.units.request.next = self.execute.unit_request.val();
            self.execute.unit_reply.next = self.units.reply.val();
            self.execute.update_all();
            self.units.update_all();
            self.execute.has_changed() || self.units.has_changed()
        } {}
    }

    fn clock(&mut self) {
        for level in [true, false] {
            self.execute.clock.next.clk = level;
            self.units.clock.next.clk = level;
            self.settle();
        }
    }

    /// Executes `op` with two words; what becomes of it, and how many cycles it stays.
    fn run(&mut self, op: Opcode, a: Word, b: Word, taken: bool) -> (Executed, u64) {
        let control = control(Some(op));
        self.execute.operands.next = Operands {
            valid: true,
            opcode: (op as u64).into(),
            control,
            writes: control.writes,
            a: a.into(),
            b: b.into(),
            taken,
            recovery_pc: PREDICTED.into(),
            ..Default::default()
        };
        // What it waits for is there.
        self.execute.pin_levels.next = if op == Opcode::Wait0 {
            0xffff_ffff
        } else {
            0u64
        }
        .into();
        self.settle();
        let mut cycles = 1;
        while self.execute.stall.val() {
            self.clock();
            cycles += 1;
            assert!(cycles < 100, "{op:?} stays forever");
        }
        let executed = self.execute.executed.val();
        self.clock();
        (executed, cycles)
    }
}

fn check(stage: &mut Stage, row: &Row, a: Word, b: Word, predicted: bool) {
    let expected = outcome(row.op, a, b);
    let (done, cycles) = stage.run(row.op, a, b, predicted);
    let what = format!("{} of {a} and {b}: {expected:?}", row.mnemonic);
    assert!(done.valid, "{what}");
    let traps = expected == Outcome::Trap;
    assert_eq!(done.trapped, traps, "{what}");
    let (value, taken) = match expected {
        Outcome::Value(value) => (Some(value), None),
        Outcome::Branch(taken) => (None, Some(taken)),
        Outcome::Loop(counter) => (counter, Some(counter.is_some())),
        Outcome::Trap => (None, None),
        Outcome::Passes => {
            assert_eq!(cycles, u64::from(row.cycles), "{what}");
            return;
        }
    };
    assert_eq!(done.destination.writes, value.is_some(), "{what}");
    if let Some(value) = value {
        assert_eq!(done.value.to_isa(), value, "{what}");
    }
    assert_eq!(
        done.redirect.valid,
        traps || taken.is_some_and(|taken| taken != predicted),
        "{what}"
    );
    if done.redirect.valid {
        let target = if traps {
            row.op.vector().into()
        } else {
            PREDICTED
        };
        assert_eq!(done.redirect.target, target, "{what}");
    }
    let late = row.unit.refuses_late();
    let refused = late && traps && !(a.is_number() && b.is_number());
    let stays = if refused {
        1 + LONG_UNIT_REFUSAL
    } else {
        row.cycles.into()
    };
    assert_eq!(cycles, stays, "{what}");
}

#[test]
fn every_instruction_does_what_the_table_says() {
    let mut stage = Stage::new();
    let mut rng = Rng::new(1);
    for row in ROWS {
        // A loop's operands are INT.
        let loops = matches!(row.op, Opcode::Forup | Opcode::Fordn);
        for (a, b) in EDGES.iter().flat_map(|a| EDGES.map(|b| (*a, b))) {
            check(&mut stage, row, Word::int(a), Word::int(b), rng.flag());
        }
        for _ in 0..64 {
            let mut word = || {
                let tag = match rng.below(4) {
                    _ if loops => Tag::Int,
                    0 => Tag::from_bits(rng.bits(4) as u8),
                    1 => Tag::Bool,
                    _ => Tag::Int,
                };
                Word::new(tag, rng.bits(32) as u32)
            };
            let (a, b) = (word(), word());
            let b = if rng.one_in(4) { a } else { b };
            check(&mut stage, row, a, b, rng.flag());
        }
    }
}
