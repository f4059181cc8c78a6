//! The published cycle counts of the examples. Cycles are exact, and lockstep shows that the
//! circuit takes the same: a change here is a change of the product.

use pyxl_conformance::corpus::root;
use pyxl_isa::MachineConfig;
use pyxl_model::{Machine, Stop, World};

/// Standard output and cycles of an example, with pin 1 wired to pin 2.
fn run(name: &str) -> (String, u64) {
    let path = root().join("examples").join(name);
    let image = pyxl_compiler::compile_file(&path).unwrap_or_else(|error| panic!("{error}"));
    let config = MachineConfig::SIM;
    let mut machine = Machine::new(&image, config).unwrap();
    let mut world = World::new(&config).with_wires(&["1:2".parse().unwrap()]);
    assert_eq!(machine.run(u64::MAX, &mut world), Stop::Halt(0));
    let output = String::from_utf8(world.console.out.clone()).unwrap();
    (output, machine.cycle())
}

#[test]
fn a_pin_is_seen_six_cycles_after_it_is_set() {
    assert_eq!(run("gpio_roundtrip.py").0, "60\n");
}

#[test]
fn fib_takes_eight_and_a_half_cycles_per_call() {
    let (output, cycles) = run("fib.py");
    assert_eq!(output, "6765\n");
    let calls = 21_891;
    // Besides the calls: the start, and printing the result.
    let rest = cycles - calls * 17 / 2;
    assert!(rest < 500, "{cycles} cycles");
}

#[test]
fn a_pass_of_the_loop_takes_four_cycles() {
    let (output, cycles) = run("loop.py");
    assert_eq!(output, "1273080\n");
    let rest = cycles - 4 * 10_000;
    assert!(rest < 800, "{cycles} cycles");
}
