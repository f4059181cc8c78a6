//! Speed of the model: instructions per second on a program of calls, loops and traps.

use pyxl_isa::config::BOOT_ENTRY;
use pyxl_isa::{Descriptor, Image, Insn, MachineConfig, Opcode::*, Operand, Slot};
use pyxl_model::{Machine, Stop, World};
use std::time::Instant;

const FUNCTION: u16 = 0x200;

fn main() {
    let f = Slot::Frame;
    let literal = Operand::Literal;
    let slot = |n| Operand::Slot(f(n));
    let program = [
        Insn::new(Setfp).with_address(16),
        // Outer loop: one call, forever.
        Insn::new(Calld).with_a(f(2)).with_entry(FUNCTION, 0),
        Insn::new(Iadd).to(f(1)).with_a(f(2)).with_b(literal(1)),
        Insn::new(Jt).with_a(f(1)).with_displacement(-2),
        Insn::new(Halt).with_b(literal(0)),
    ];
    // s = 0; i = 0; while i < 200: s += i & 255; i += 1; return s
    let function = [
        Insn::new(Ldi).to(f(1)),
        Insn::new(Ldi).to(f(2)),
        Insn::new(And).to(f(3)).with_a(f(2)).with_b(literal(255)),
        Insn::new(Iadd).to(f(1)).with_a(f(1)).with_b(slot(3)),
        Insn::new(Iadd).to(f(2)).with_a(f(2)).with_b(literal(1)),
        Insn::new(Jlt)
            .with_a(f(2))
            .with_b(literal(200))
            .with_displacement(-3),
        Insn::new(Ret).with_b(slot(1)),
    ];
    let mut code = vec![0; 0x400];
    for (entry, body) in [(BOOT_ENTRY, &program[..]), (FUNCTION, &function[..])] {
        let descriptor = Descriptor {
            frame_words: 16,
            params: 0,
            flags: Descriptor::RUNTIME,
        };
        code[usize::from(entry)] = descriptor.encode();
        for (i, insn) in body.iter().enumerate() {
            code[usize::from(entry) + 1 + i] = insn.encode();
        }
    }
    let image = Image {
        entry: BOOT_ENTRY,
        code,
        ..Image::default()
    };
    let config = MachineConfig::SIM;
    let mut machine = Machine::new(&image, config).expect("the program fits");
    let mut world = World::new(&config);
    let start = Instant::now();
    let stop = machine.run(200_000_000, &mut world);
    let seconds = start.elapsed().as_secs_f64();
    assert_eq!(stop, Stop::Limit);
    println!(
        "{:.0} million instructions per second, {:.0} million cycles per second",
        machine.retired() as f64 / seconds / 1e6,
        machine.cycle() as f64 / seconds / 1e6
    );
}
