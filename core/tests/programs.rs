//! Small programs on the whole core, in rust-hdl's own simulation.

use pyxl_core::types::Word;
use pyxl_core::Core;
use pyxl_isa::config::BOOT_ENTRY;
use pyxl_isa::{Descriptor, Insn, MachineConfig, Opcode, Operand, Slot};
use rust_hdl::prelude::*;

const SMALL: MachineConfig = MachineConfig {
    code_words: 1024,
    heap_words: 1024,
    frame_words: 1024,
    control_words: 128,
    ..MachineConfig::SIM
};

/// PC, value written, cycle.
type Retirement = (u16, Option<pyxl_isa::Word>, u32);

struct Bench {
    core: Core,
    levels: u64,
}

impl Bench {
    fn new() -> Self {
        let mut core = Core::new(&SMALL, &Default::default());
        for s in [
            &mut core.reset,
            &mut core.host_run,
            &mut core.host_halt,
            &mut core.host_step,
            &mut core.host_write,
            &mut core.host_read,
            &mut core.console_ready,
            &mut core.input_valid,
        ] {
            s.next = false;
            s.connect();
        }
        core.clock.connect();
        core.host_address.connect();
        core.host_wdata.connect();
        core.gpio_levels.connect();
        core.input_data.connect();
        core.console_ready.next = true;
        core.connect_all();
        let mut bench = Bench { core, levels: 0 };
        bench.core.reset.next = true;
        for _ in 0..8 {
            bench.clock();
        }
        bench.core.reset.next = false;
        bench.clock();
        bench
    }

    fn settle(&mut self) {
        for _ in 0..100 {
            self.core.update_all();
            if !self.core.has_changed() {
                return;
            }
        }
        panic!("the logic does not settle");
    }

    /// One clock cycle; outputs are those after the rising edge.
    fn clock(&mut self) {
        self.core.gpio_levels.next = self.levels.into();
        self.core.clock.next.clk = false;
        self.settle();
        self.core.clock.next.clk = true;
        self.settle();
    }

    fn write(&mut self, region: u64, index: u64, word: pyxl_isa::Word) {
        self.core.host_address.next = (region << 16 | index).into();
        self.core.host_wdata.next = Word::from(word);
        self.core.host_write.next = true;
        self.clock();
        self.core.host_write.next = false;
        while !self.core.host_ack.val() {
            self.clock();
        }
    }

    fn load(&mut self, code: &[u64]) {
        for (i, &w) in code.iter().enumerate() {
            self.write(
                1,
                i as u64 + u64::from(BOOT_ENTRY),
                pyxl_isa::Word::from_bits(w),
            );
        }
    }

    /// Runs until the core halts: (pc, value written, cycle) of every retirement.
    fn run(&mut self, limit: usize) -> Vec<Retirement> {
        let trace = self.run_for(limit);
        assert!(
            self.core.halted.val(),
            "still running; last retirements: {:?}",
            &trace[trace.len().saturating_sub(8)..]
        );
        trace
    }

    /// Runs until the core halts, but not longer than `limit` cycles.
    fn run_for(&mut self, limit: usize) -> Vec<Retirement> {
        self.core.host_run.next = true;
        self.clock();
        self.core.host_run.next = false;
        let mut trace = vec![];
        for _ in 0..limit {
            self.clock();
            let r = self.core.retired.val();
            if r.valid {
                trace.push((
                    r.pc.to_u16(),
                    r.destination.writes.then(|| r.value.to_isa()),
                    self.core.retire_cycle.val().to_u32(),
                ));
            }
            if self.core.halted.val() {
                break;
            }
        }
        trace
    }
}

fn descriptor(frame_words: u16, params: u8) -> u64 {
    Descriptor {
        frame_words,
        params,
        flags: 0,
    }
    .encode()
}

fn f(n: u8) -> Slot {
    Slot::Frame(n)
}

#[test]
fn straight_line_code_runs_one_instruction_per_cycle() {
    let add = |d: u8, a: u8, b: Operand| {
        Insn::new(Opcode::Add)
            .to(f(d))
            .with_a(f(a))
            .with_b(b)
            .encode()
    };
    let mut bench = Bench::new();
    bench.load(&[
        descriptor(8, 0),
        Insn::new(Opcode::Ldi)
            .to(f(1))
            .with_immediate(100_000)
            .encode(),
        add(2, 1, Operand::Literal(-5)),
        add(3, 2, Operand::Slot(f(1))),
        add(4, 3, Operand::Slot(f(2))),
        add(5, 1, Operand::Slot(f(2))),
        Insn::new(Opcode::Halt).encode(),
    ]);
    let trace = bench.run(100);
    let values: Vec<i32> = trace
        .iter()
        .filter_map(|t| t.1.map(|w| w.signed()))
        .collect();
    assert_eq!(values, [100_000, 99_995, 199_995, 299_990, 199_995]);
    assert!(trace.windows(2).all(|w| w[1].2 == w[0].2 + 1), "{trace:?}");
}

#[test]
fn fib_costs_eight_and_a_half_cycles_per_call() {
    // fib at 0x104 (even), boot calls it with window at slot 1.
    let (fib, boot) = (BOOT_ENTRY + 8, BOOT_ENTRY);
    let call = |base: u8, entry: u16| {
        Insn::new(Opcode::Calld)
            .with_a(f(base))
            .with_entry(entry, 1)
            .encode()
    };
    let mut code = vec![
        descriptor(8, 0),
        Insn::new(Opcode::Mov)
            .to(f(2))
            .with_b(Operand::Literal(10))
            .encode(),
        call(1, fib),
        Insn::new(Opcode::Halt).encode(),
    ];
    code.resize(usize::from(fib - boot), 0);
    code.extend([
        descriptor(6, 1),
        Insn::new(Opcode::Jlt)
            .with_a(f(1))
            .with_b(Operand::Literal(2))
            .with_displacement(7)
            .encode(),
        Insn::new(Opcode::Sub)
            .to(f(3))
            .with_a(f(1))
            .with_b(Operand::Literal(1))
            .encode(),
        call(2, fib),
        Insn::new(Opcode::Sub)
            .to(f(4))
            .with_a(f(1))
            .with_b(Operand::Literal(2))
            .encode(),
        call(3, fib),
        Insn::new(Opcode::Add)
            .to(f(2))
            .with_a(f(2))
            .with_b(Operand::Slot(f(3)))
            .encode(),
        Insn::new(Opcode::Ret).with_b(Operand::Slot(f(2))).encode(),
        Insn::new(Opcode::Ret).with_b(Operand::Slot(f(1))).encode(),
    ]);
    let mut bench = Bench::new();
    bench.load(&code);
    let trace = bench.run(3000);
    let last = trace[trace.len() - 2];
    assert_eq!(last.1, Some(pyxl_isa::Word::int(55)));
    // 177 calls: 89 leaves (2 + 5 + 2 cycles), 88 others (2 + 1 + 3 + 2).
    let cycles = last.2 - trace[0].2 + 1;
    assert_eq!(cycles, 89 * (2 + 5 + 2) + 88 * (2 + 1 + 3 + 2));
}

#[test]
fn loops_count_both_ways() {
    for (op, first, limit) in [(Opcode::Forup, 0, 3), (Opcode::Fordn, 3, 0)] {
        let mut bench = Bench::new();
        bench.load(&[
            descriptor(8, 0),
            Insn::new(Opcode::Mov)
                .to(f(1))
                .with_b(Operand::Literal(first))
                .encode(),
            Insn::new(op)
                .with_a(f(1))
                .with_b(Operand::Literal(limit))
                .with_displacement(-1)
                .encode(),
            Insn::new(Opcode::Halt).encode(),
        ]);
        // The body is the `mov`, so that the loop would not end: two rounds suffice.
        let mut counted = vec![];
        for (pc, value, _) in bench.run_for(20) {
            counted.extend(value.filter(|_| pc == BOOT_ENTRY + 2));
        }
        let step = (limit - first).signum();
        assert_eq!(counted[0], pyxl_isa::Word::int(i32::from(first + step)));
    }
}

#[test]
fn the_host_halts_steps_and_reads_the_halt_code() {
    let mut bench = Bench::new();
    bench.load(&[
        descriptor(8, 0),
        Insn::new(Opcode::Mov)
            .to(f(1))
            .with_b(Operand::Literal(3))
            .encode(),
        Insn::new(Opcode::Sub)
            .to(f(1))
            .with_a(f(1))
            .with_b(Operand::Literal(1))
            .encode(),
        Insn::new(Opcode::Jt)
            .with_a(f(1))
            .with_displacement(-1)
            .encode(),
        Insn::new(Opcode::Halt).with_b(Operand::Literal(7)).encode(),
    ]);
    // Stepped from the start: one instruction each, whatever the pipeline does behind it.
    let mut pcs = vec![];
    for _ in 0..8 {
        bench.core.host_step.next = true;
        bench.clock();
        bench.core.host_step.next = false;
        let before = pcs.len();
        for _ in 0..12 {
            bench.clock();
            let retired = bench.core.retired.val();
            if retired.valid {
                pcs.push(retired.pc.to_u16() - BOOT_ENTRY);
            }
        }
        assert_eq!(pcs.len(), before + 1, "{pcs:?}");
        assert!(bench.core.halted.val());
    }
    assert_eq!(pcs, [1, 2, 3, 2, 3, 2, 3, 4]);
    assert_eq!(bench.core.halt_code.val().to_u8(), 7);
}
