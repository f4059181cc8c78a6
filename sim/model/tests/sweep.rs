//! The model on edge words: every row of the instruction table, with its traps and cycles.

#[path = "../../../tests/semantics.rs"]
mod semantics;

use pyxl_isa::timing::LONG_UNIT_REFUSAL;
use pyxl_isa::{Format, Insn, LinkKind, MachineConfig, Opcode, Operand, Slot, Unit, Word, ROWS};
use pyxl_model::sweep::{sweeps, Sweep};
use pyxl_model::{Machine, Retire, Stop, World};
use semantics::{outcome, Outcome};
use std::collections::BTreeSet;

/// An instruction that is about to be executed.
struct Next {
    insn: Insn,
    a: Word,
    b: Word,
    fp: u16,
    /// Its first cycle.
    cycle: u64,
    /// A trap's handler has decided the branch.
    forced: Option<bool>,
}

impl Next {
    fn new(sweep: &Sweep, machine: &Machine, forced: Option<bool>) -> Next {
        let word = sweep.image.code[usize::from(machine.pc())];
        let insn = Insn::decode(word).expect("sweeps are instructions");
        let fp = machine.fp();
        let read = |slot| machine.frame()[usize::from(address(slot, fp))];
        let format = insn.format();
        Next {
            insn,
            a: if format.reads_a() {
                read(insn.a_slot())
            } else {
                Word::default()
            },
            b: match (format, insn.b_operand()) {
                (Format::Immediate, _) => Word::int(insn.immediate()),
                (Format::LoadStatic, _) => machine.frame()[insn.immediate() as usize],
                (_, Operand::Literal(n)) => Word::int(n.into()),
                (_, Operand::Slot(slot)) => read(slot),
            },
            fp,
            cycle: machine.cycle(),
            forced,
        }
    }

    fn outcome(&self) -> Outcome {
        let Some(truth) = self.forced else {
            return outcome(self.insn.op, self.a, self.b);
        };
        let mnemonic = self.insn.op.row().mnemonic;
        let inverse = mnemonic.starts_with("fj") || mnemonic == "jf";
        Outcome::Branch(truth != inverse)
    }

    /// Compares with what it did.
    fn check(&self, retire: &Retire, machine: &Machine) {
        let Next { insn, a, b, fp, .. } = *self;
        let row = insn.op.row();
        let expected = self.outcome();
        let what = format!(
            "{} of {a} and {b}: {expected:?}, but {retire:?}",
            row.mnemonic
        );
        let taken = retire.pc.wrapping_add_signed(insn.displacement() as i16);
        let (write, next) = match expected {
            Outcome::Trap => (None, Some(insn.op.vector())),
            Outcome::Value(word) => (Some((destination(insn, fp), word)), None),
            Outcome::Branch(true) => (None, Some(taken)),
            Outcome::Loop(Some(word)) => (Some((address(insn.a_slot(), fp), word)), Some(taken)),
            Outcome::Branch(false) | Outcome::Loop(None) => (None, None),
            Outcome::Passes => {
                assert!(!retire.trap, "{what}");
                return;
            }
        };
        assert_eq!(retire.trap, expected == Outcome::Trap, "{what}");
        assert_eq!(
            retire.we.then_some((retire.dst, retire.value)),
            write,
            "{what}"
        );
        assert_eq!(machine.pc(), next.unwrap_or(retire.pc + 1), "{what}");
        let late = row.unit.refuses_late();
        let refused = retire.trap && late && !(a.is_number() && b.is_number());
        let stays = if refused {
            1 + LONG_UNIT_REFUSAL
        } else {
            row.cycles.into()
        };
        assert_eq!(retire.cycle - self.cycle, stays, "{what}");
    }
}

fn address(slot: Slot, fp: u16) -> u16 {
    match slot {
        Slot::Frame(n) => fp + u16::from(n),
        Slot::Static(n) => n.into(),
    }
}

fn destination(insn: Insn, fp: u16) -> u16 {
    match insn.op {
        Opcode::Sts => insn.address(),
        _ => address(insn.dst_slot(), fp),
    }
}

/// Executes a program; gives all that retires to `see`, with the instruction.
fn execute(sweep: &Sweep, mut see: impl FnMut(&Next, &Retire, &Machine)) {
    let config = MachineConfig::SIM;
    let mut machine = Machine::new(&sweep.image, config).unwrap();
    let mut world = World::new(&config).with_events(&sweep.events);
    let mut forced = None;
    loop {
        let next = Next::new(sweep, &machine, forced.take());
        let link = machine.links().last().copied();
        let retire = match machine.step(&mut world) {
            Ok(retire) => retire,
            Err(Stop::Halt(0)) => return,
            Err(stop) => panic!("{}: {stop:?} at {:#x}", sweep.name, machine.pc()),
        };
        let decides = link.is_some_and(|link| link.kind == LinkKind::Branch);
        if next.insn.op == Opcode::Ret && !retire.trap && decides {
            forced = Some(next.b.payload & 1 == 1);
        }
        see(&next, &retire, &machine);
    }
}

/// True for an event in place of a function's first instruction.
fn is_event(next: &Next, retire: &Retire, machine: &Machine) -> bool {
    let vectors = [Opcode::Bstack, Opcode::Bargs].map(Opcode::vector);
    let own = next.insn.op.vector();
    retire.trap && machine.pc() != own && vectors.contains(&machine.pc())
}

#[test]
fn every_row_does_what_it_should_on_edge_words() {
    let mut passed = BTreeSet::new();
    let mut trapped = BTreeSet::new();
    for sweep in sweeps() {
        execute(&sweep, |next, retire, machine| {
            if is_event(next, retire, machine) {
                return;
            }
            next.check(retire, machine);
            if retire.trap {
                trapped.insert(next.insn.op);
            } else if next.forced.is_none() {
                passed.insert(next.insn.op);
            }
        });
    }
    for row in ROWS {
        let software = row.unit == Unit::Software;
        assert_eq!(passed.contains(&row.op), !software, "{}", row.mnemonic);
        let checks = !row.checks.reasons().is_empty();
        assert_eq!(trapped.contains(&row.op), checks, "{}", row.mnemonic);
    }
}

#[test]
fn functions_are_entered_up_to_the_limits() {
    let limits = sweeps().find(|sweep| sweep.name == "limits").unwrap();
    let mut refused = vec![];
    execute(&limits, |next, retire, machine| {
        // The function's `nop` is the program's only one that is reached.
        if next.insn.op == Opcode::Nop {
            assert_eq!(retire.trap, is_event(next, retire, machine));
            refused.push(retire.trap);
        }
    });
    let expected = (1..=3).flat_map(|links| [7, 8, 9].map(|window| links < 2 || window > 8));
    assert_eq!(
        refused,
        expected.flat_map(|event| [event; 4]).collect::<Vec<_>>()
    );
}
