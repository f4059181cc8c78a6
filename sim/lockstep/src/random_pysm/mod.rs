//! Random programs for the comparison of model and core: every instruction over all
//! tags, traps with handlers, calls, loops, deep recursion, pins and the console.
//! A program is determined by its seed, and it always ends.

mod code;
mod generate;
mod handlers;
mod lower;
mod program;
mod runtime;
mod shrink;

pub use program::{wires, Call, Function, Item, LoopEnd, Program};

/// The standard input of every program.
pub const INPUT: [u8; 4] = [0, 0x7f, 0x80, 0xff];

#[cfg(test)]
mod tests {
    use super::*;
    use pyxl_isa::{Checks, MachineConfig, Opcode, ROWS};
    use pyxl_model::{Machine, Stop, World};
    use std::collections::BTreeSet;

    fn run(program: &Program, mut each: impl FnMut(&pyxl_model::Retire, u64)) -> u64 {
        let config = MachineConfig::SIM;
        let image = program.image(&config);
        let mut machine = Machine::new(&image, config).unwrap();
        let mut world = World::new(&config)
            .with_wires(&wires())
            .with_events(&program.events)
            .with_input(&INPUT);
        for _ in 0..1_000_000 {
            match machine.step(&mut world) {
                Ok(retire) => each(&retire, image.code[usize::from(retire.pc)]),
                Err(Stop::Halt(0)) => return machine.retired(),
                Err(stop) => panic!("{stop:?} at {:#x}", machine.pc()),
            }
        }
        panic!("no end");
    }

    #[test]
    fn programs_end_and_cover_the_table() {
        let mut executed = BTreeSet::new();
        let mut trapped = BTreeSet::new();
        let mut vectors = BTreeSet::new();
        let mut total = 0;
        for seed in 0..300 {
            total += run(&Program::random(seed), |retire, word| {
                let op = (word >> 27) as u8;
                executed.insert(op);
                vectors.insert(retire.pc);
                if retire.trap {
                    trapped.insert(op);
                }
            });
        }
        assert!(total > 1_000_000, "only {total} instructions");
        for event in [Opcode::Bstack, Opcode::Bargs] {
            assert!(vectors.contains(&event.vector()), "no {event:?}");
        }
        for row in ROWS {
            // Not generated: no handler could end them, or they are no instructions.
            use Opcode::{Bargs, Birq, Bstack, Next};
            if matches!(row.op, Next | Birq | Bstack | Bargs) {
                continue;
            }
            assert!(
                executed.contains(&(row.op as u8)),
                "{} never runs",
                row.mnemonic
            );
            if row.checks != Checks::NONE {
                assert!(
                    trapped.contains(&(row.op as u8)),
                    "{} never traps",
                    row.mnemonic
                );
            }
        }
    }

    #[test]
    fn a_seed_is_a_program() {
        assert_eq!(Program::random(7), Program::random(7));
        assert_ne!(Program::random(7), Program::random(8));
    }

    #[test]
    fn shrinking_keeps_what_fails() {
        let has_mul = |program: &Program| {
            let mut found = false;
            run(program, |_, word| {
                found |= (word >> 27) as u8 == Opcode::Imul as u8
            });
            found
        };
        let program = (0..).map(Program::random).find(has_mul).unwrap();
        let before = program.size();
        let small = program.shrink(2000, has_mul);
        assert!(has_mul(&small));
        assert!(small.size() <= 3 && small.size() < before, "{small:?}");
    }
}
