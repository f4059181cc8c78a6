//! Hand-assembled programs: semantics and cycles.

use super::*;
use pyxl_isa::config::BOOT_ENTRY;
use pyxl_isa::layout::FRAME_RESERVE;
use pyxl_isa::{Descriptor, Insn, Opcode, Operand, Slot, Tag};
use Opcode::*;

const FUNCTION: u16 = 0x200;
const HANDLER: u16 = 0x300;

fn f(n: u8) -> Slot {
    Slot::Frame(n)
}

fn lit(n: i16) -> Operand {
    Operand::Literal(n)
}

fn slot(n: u8) -> Operand {
    Operand::Slot(f(n))
}

fn ldi(dst: u8, value: i32) -> Insn {
    Insn::new(Ldi).to(f(dst)).with_immediate(value)
}

fn op(op: Opcode, dst: u8, a: u8, b: Operand) -> Insn {
    Insn::new(op).to(f(dst)).with_a(f(a)).with_b(b)
}

fn branch(op: Opcode, a: u8, b: Operand, displacement: i32) -> Insn {
    Insn::new(op)
        .with_a(f(a))
        .with_b(b)
        .with_displacement(displacement)
}

fn ret(b: Operand) -> Insn {
    Insn::new(Ret).with_b(b)
}

fn halt(code: i16) -> Insn {
    Insn::new(Halt).with_b(lit(code))
}

fn calld(window: u8, entry: u16) -> Insn {
    Insn::new(Calld).with_a(f(window)).with_entry(entry, 0)
}

/// An image with functions `(entry, descriptor, body)`; every vector enters `HANDLER`.
fn image(functions: &[(u16, Descriptor, Vec<Insn>)]) -> Image {
    let vector = Insn::new(Tjmp).with_entry(HANDLER, 0).encode();
    let mut code = vec![vector; usize::from(BOOT_ENTRY)];
    code.resize(0x400, 0);
    for (entry, descriptor, body) in functions {
        let entry = usize::from(*entry);
        code[entry] = descriptor.encode();
        for (i, insn) in body.iter().enumerate() {
            code[entry + 1 + i] = insn.encode();
        }
    }
    Image {
        entry: BOOT_ENTRY,
        code,
        ..Image::default()
    }
}

fn runtime(frame_words: u16, params: u8) -> Descriptor {
    Descriptor {
        frame_words,
        params,
        flags: Descriptor::RUNTIME,
    }
}

fn boot(body: Vec<Insn>) -> (u16, Descriptor, Vec<Insn>) {
    (BOOT_ENTRY, runtime(16, 0), body)
}

/// Boot code that calls `body`, whose frame is at address 100.
fn program(body: Vec<Insn>) -> Vec<(u16, Descriptor, Vec<Insn>)> {
    let call = vec![Insn::new(Setfp).with_address(100), calld(0, FUNCTION)];
    vec![boot(call), (FUNCTION, runtime(16, 0), body)]
}

/// Runs to the end; returns the machine, all records and why it stopped.
fn run(image: &Image) -> (Machine, Vec<Retire>, Stop) {
    run_in(image, &mut World::new(&MachineConfig::SIM))
}

fn run_in(image: &Image, world: &mut World) -> (Machine, Vec<Retire>, Stop) {
    let mut machine = Machine::new(image, MachineConfig::SIM).unwrap();
    let mut records = vec![];
    for _ in 0..10_000 {
        match machine.step(world) {
            Ok(retire) => records.push(retire),
            Err(stop) => return (machine, records, stop),
        }
    }
    panic!("the program does not end");
}

/// Cycles between the retirements of consecutive instructions.
fn steps(records: &[Retire]) -> Vec<u64> {
    records
        .windows(2)
        .map(|pair| pair[1].cycle - pair[0].cycle)
        .collect()
}

fn values(records: &[Retire]) -> Vec<Option<Word>> {
    records.iter().map(|r| r.we.then_some(r.value)).collect()
}

#[test]
fn a_counting_loop_has_the_published_cycles() {
    let image = image(&[boot(vec![
        ldi(1, 0),
        op(Iadd, 1, 1, lit(1)),
        branch(Jlt, 1, lit(3), -1),
        halt(7),
    ])]);
    let (machine, records, stop) = run(&image);
    assert_eq!(stop, Stop::Halt(7));
    assert_eq!(machine.frame()[1], Word::int(3));
    // ldi, then add and branch three times: twice taken as predicted, once not.
    assert_eq!(steps(&records), [1, 1, 2, 1, 2, 1, 5]);
    assert_eq!(records[0].cycle, 5);
    assert_eq!(machine.retired(), 8);
}

#[test]
fn forward_branches_are_predicted_not_taken() {
    let image = image(&[boot(vec![
        branch(Fjeq, 0, lit(0), 2),
        halt(1),
        branch(Jeq, 0, lit(0), 2),
        halt(0),
    ])]);
    let mut image = image;
    image.statics = vec![Word::int(1)];
    let (_, records, stop) = run(&image);
    assert_eq!(stop, Stop::Halt(0));
    assert_eq!(steps(&records), [5, 1]);
}

#[test]
fn forup_keeps_pythons_last_value() {
    let image = image(&[boot(vec![ldi(1, 0), branch(Forup, 1, lit(3), 0), halt(0)])]);
    let mut looping = image;
    looping.code[usize::from(BOOT_ENTRY) + 2] = Insn::new(Nop).encode();
    looping.code[usize::from(BOOT_ENTRY) + 3] = branch(Forup, 1, lit(3), -1).encode();
    looping.code[usize::from(BOOT_ENTRY) + 4] = halt(0).encode();
    let (machine, records, _) = run(&looping);
    assert_eq!(machine.frame()[1], Word::int(2));
    assert_eq!(steps(&records), [1, 1, 2, 1, 2, 1, 5]);
    assert_eq!(
        values(&records)[6],
        None,
        "the last pass leaves the counter alone"
    );
}

#[test]
fn multi_cycle_units_occupy_execute() {
    let mut functions = program(vec![
        ldi(1, -7),
        op(Mul, 2, 1, lit(3)),
        op(Mod, 3, 1, lit(3)),
        Insn::new(St)
            .with_a(f(3))
            .with_b(slot(4))
            .with_displacement(5),
        op(Ld, 5, 4, lit(5)),
        op(Div, 6, 1, lit(0)),
        halt(0),
    ]);
    functions.push((HANDLER, runtime(8, 2), vec![ret(slot(1))]));
    let image = image(&functions);
    let (machine, records, stop) = run(&image);
    assert_eq!(stop, Stop::Halt(0));
    assert_eq!(machine.frame()[102..104], [Word::int(-21), Word::int(2)]);
    assert_eq!(machine.heap()[5], Word::int(2));
    assert_eq!(machine.frame()[105], Word::int(2));
    assert_eq!(
        machine.frame()[106],
        Word::int(-7),
        "the handler returned operand a"
    );
    // … division by zero: all its cycles, vector, handler, return.
    assert_eq!(steps(&records)[2..], [3, 36, 1, 4, 36, 5, 2, 2]);
    assert!(records[7].trap && !records[7].we);
}

#[test]
fn a_trap_is_a_call_with_the_operands() {
    let image = image(&[
        boot(vec![
            Insn::new(Setfp).with_address(100),
            calld(2, FUNCTION),
            halt(0),
        ]),
        (
            FUNCTION,
            runtime(9, 0),
            vec![op(Add, 3, 0, lit(-5)), ret(slot(3))],
        ),
        (HANDLER, runtime(8, 2), vec![ret(lit(42))]),
    ]);
    let (machine, records, stop) = run(&image);
    assert_eq!(stop, Stop::Halt(0));
    assert_eq!(machine.frame()[102], Word::int(42));
    // The window's first word was RAW pc, which the adder refuses; the handler's
    // frame is above the function's nine words.
    let pc = u32::from(FUNCTION + 1);
    assert_eq!(
        machine.frame()[111..114],
        [
            Word::raw(pc),
            Word::raw(u32::from(BOOT_ENTRY + 2)),
            Word::int(-5)
        ]
    );
    assert_eq!(steps(&records), [1, 2, 5, 2, 2, 2]);
    assert_eq!(records[4].dst, 105);
}

#[test]
fn a_trapped_branch_takes_the_returned_truth() {
    for (opcode, truth, code) in [
        (Jlt, Word::TRUE, 1),
        (Jlt, Word::FALSE, 0),
        (Fjlt, Word::FALSE, 1),
        (Jin, Word::TRUE, 1),
        (Fjin, Word::TRUE, 0),
    ] {
        let mut functions = program(vec![branch(opcode, 1, lit(0), 2), halt(0), halt(1)]);
        let truth_static = Operand::Slot(Slot::Static(0));
        let handler = vec![Insn::new(Ret).with_b(truth_static)];
        functions.push((HANDLER, runtime(8, 2), handler));
        let mut image = image(&functions);
        image.statics = vec![truth];
        let (_, records, stop) = run(&image);
        assert_eq!(stop, Stop::Halt(code), "{opcode:?} {truth}");
        let redirect = if code == 1 { 5 } else { 1 };
        assert_eq!(steps(&records)[2..], [5, 2, 2, redirect], "{opcode:?}");
    }
}

#[test]
fn predicted_calls_follow_the_callee() {
    let call = |args: u8| Insn::new(Callp).with_a(f(2)).with_entry(FUNCTION, args);
    let program = |args| {
        let mut image = image(&[
            boot(vec![
                Insn::new(Setfp).with_address(100),
                Insn::new(Mov)
                    .to(f(2))
                    .with_b(Operand::Slot(Slot::Static(0))),
                call(args),
                halt(0),
            ]),
            (FUNCTION, runtime(8, 1), vec![ret(lit(1))]),
            (FUNCTION + 16, runtime(8, 1), vec![ret(lit(2))]),
            (HANDLER, runtime(8, 2), vec![ret(slot(2))]),
        ]);
        image.statics = vec![Word::func(FUNCTION, 0)];
        image
    };
    let (machine, records, _) = run(&program(1));
    assert_eq!(machine.frame()[102], Word::int(1));
    assert_eq!(steps(&records), [1, 1, 2, 2]);

    let mut rebound = program(1);
    rebound.statics[0] = Word::func(FUNCTION + 16, 9);
    let (machine, records, _) = run(&rebound);
    assert_eq!(machine.frame()[102], Word::int(2));
    assert_eq!(steps(&records), [1, 1, 5, 2]);

    let mut no_function = program(1);
    no_function.statics[0] = Word::NONE;
    let (machine, _, _) = run(&no_function);
    assert_eq!(machine.frame()[102], Word::int(1), "the argument count");

    // The linker's prediction has no argument check; another callee does. The event's
    // handler is given the count, and the function then runs.
    let mut mismatch = program(3);
    mismatch.statics[0] = Word::func(FUNCTION + 16, 0);
    let (machine, records, _) = run(&mismatch);
    assert_eq!(machine.frame()[102], Word::int(2));
    assert_eq!(
        machine.frame()[112],
        Word::int(3),
        "slot 2 of the frame at 110"
    );
    assert_eq!(steps(&records), [1, 1, 5, 5, 2, 2, 2]);
}

#[test]
fn a_full_store_is_an_event_for_user_code_only() {
    let recursive = |flags| {
        let mut image = image(&[
            boot(vec![
                Insn::new(Setfp).with_address(2),
                calld(0, FUNCTION),
                halt(0),
            ]),
            (
                FUNCTION,
                Descriptor {
                    frame_words: 100,
                    params: 0,
                    flags,
                },
                vec![op(Add, 1, 1, lit(0)), calld(99, FUNCTION)],
            ),
            (HANDLER, runtime(8, 2), vec![halt(9)]),
        ]);
        image.statics = vec![Word::int(0); 2];
        image
    };
    let mut user = recursive(0);
    user.code[usize::from(FUNCTION) + 1] = Insn::new(Nop).encode();
    let (machine, records, stop) = run(&user);
    assert_eq!(stop, Stop::Halt(9));
    let limit = MachineConfig::SIM.frame_words - FRAME_RESERVE;
    let link = machine.links().last().copied().unwrap();
    assert_eq!(link.kind, LinkKind::Retry);
    assert_eq!(
        link.pc,
        FUNCTION + 1,
        "before the first instruction's effect"
    );
    assert!(u32::from(link.top) > limit && u32::from(link.top) - 99 <= limit);
    assert!(records.iter().any(|r| r.trap && r.pc == FUNCTION + 1));
}

#[test]
fn an_unbound_value_does_not_leave_its_function() {
    let image = image(&[
        boot(vec![Insn::new(Setfp).with_address(100), calld(2, FUNCTION)]),
        (
            FUNCTION,
            runtime(8, 0),
            vec![
                op(Retag, 1, 0, lit(Tag::Unbound as i16)),
                ret(slot(1)),
                halt(5),
            ],
        ),
        (HANDLER, runtime(8, 2), vec![halt(3)]),
    ]);
    let (machine, _, stop) = run(&image);
    assert_eq!(stop, Stop::Halt(3));
    assert_eq!(machine.frame()[112].tag, Tag::Unbound);
    assert_eq!(machine.links().last().unwrap().caller(), FUNCTION + 2);
}

#[test]
fn raw_arithmetic_ignores_tags() {
    let max = Word::new(Tag::Object, u32::MAX);
    for (opcode, a, b, result) in [
        (Radd, max, Word::int(2), Word::int(1)),
        (Rsub, Word::raw(0), Word::int(1), Word::int(-1)),
        (Radc, max, Word::int(1), Word::int(1)),
        (Radc, max, Word::int(0), Word::int(0)),
        (Rmul, max, max, Word::int(1)),
        (Rmulh, max, max, Word::int(-2)),
        (Rltu, Word::int(1), max, Word::TRUE),
        (Rltu, max, Word::int(1), Word::FALSE),
        (Rshl, Word::int(3), Word::int(63), Word::int(i32::MIN)),
        (Rshr, max, Word::int(-1), Word::int(1)),
        (Rclz, Word::int(1), Word::int(0), Word::int(31)),
        (Rclz, Word::raw(0), Word::int(0), Word::int(32)),
    ] {
        let body = vec![Insn::new(opcode)
            .to(f(3))
            .with_a(Slot::Static(0))
            .with_b(Operand::Slot(Slot::Static(1)))];
        let mut image = image(&[boot([body, vec![halt(0)]].concat())]);
        image.statics = vec![a, b];
        let (machine, records, _) = run(&image);
        assert_eq!(machine.frame()[3], result, "{opcode:?} {a} {b}");
        let busy = if matches!(opcode, Rmul | Rmulh) { 3 } else { 1 };
        assert_eq!(records[0].cycle, 4 + busy, "{opcode:?}");
    }
}

#[test]
fn the_frame_store_is_addressed_by_number() {
    let image = image(&program(vec![
        Insn::new(Fp).to(f(1)),
        Insn::new(Opcode::Depth).to(f(2)),
        op(Retag, 3, 1, lit(Tag::Unbound as i16)),
        Insn::new(Stf)
            .with_a(f(3))
            .with_b(slot(1))
            .with_displacement(5),
        Insn::new(Movr).to(f(6)).with_b(slot(5)),
        op(Ldf, 7, 1, lit(1)),
        halt(0),
    ]));
    let (machine, records, _) = run(&image);
    assert_eq!(
        machine.frame()[101..103],
        [Word::int(100), Word::int(1)],
        "fp, depth"
    );
    assert_eq!(machine.frame()[105], Word::new(Tag::Unbound, 100));
    assert_eq!(machine.frame()[106], Word::new(Tag::Unbound, 100));
    assert_eq!(machine.frame()[107], Word::int(100));
    assert_eq!(steps(&records)[2..], [1, 1, 1, 2, 4, 1]);
}

#[test]
fn links_are_read_and_replaced() {
    let read = |dst: u8, field| op(Ldl, dst, 9, lit(field));
    let write = |a: u8, field| Insn::new(Stl).with_a(f(a)).with_b(lit(field));
    let target = i32::from(FUNCTION + 32);
    let image = image(&[
        boot(vec![
            Insn::new(Setfp).with_address(100),
            calld(3, FUNCTION),
            halt(1),
        ]),
        (
            FUNCTION,
            runtime(16, 0),
            vec![
                ldi(9, 1),
                read(10, 0),
                read(11, 1),
                read(12, 2),
                read(13, 3),
                read(14, 4),
                ldi(1, target + 1),
                write(1, 0),
                write(11, 1),
                write(11, 2),
                write(13, 3),
                ldi(2, LinkKind::Value as i32),
                write(2, 4),
                calld(6, FUNCTION + 64),
            ],
        ),
        (FUNCTION + 32, runtime(16, 0), vec![halt(0)]),
        (
            FUNCTION + 64,
            runtime(16, 0),
            vec![
                Insn::new(Unwind).with_b(lit(0)),
                Insn::new(Opcode::Depth).to(f(12)),
                ret(lit(77)),
            ],
        ),
    ]);
    let (machine, records, stop) = run(&image);
    assert_eq!(stop, Stop::Halt(0));
    let found: Vec<i32> = (113..118).map(|i| machine.frame()[i].signed()).collect();
    assert_eq!(found, [i32::from(BOOT_ENTRY) + 3, 100, 103, 0, 0]);
    assert_eq!(machine.frame()[121], Word::int(1), "one link is left");
    assert_eq!(machine.frame()[100], Word::int(77));
    assert_eq!((machine.fp(), machine.links().len()), (100, 0));
    assert_eq!(steps(&records)[2..4], [4, 4]);
    assert_eq!(steps(&records)[15..], [2, 5, 1, 2]);
}

#[test]
fn an_argument_count_may_stand_in_a_slot() {
    let call = |count| {
        let mut image = image(&[
            boot(vec![
                Insn::new(Setfp).with_address(100),
                copy_static(2, 0),
                copy_static(1, 1),
                Insn::new(Call).with_a(f(2)).with_b(slot(1)),
                halt(0),
            ]),
            (FUNCTION, runtime(8, 3), vec![ret(lit(1))]),
            (HANDLER, runtime(8, 2), vec![halt(9)]),
        ]);
        image.statics = vec![Word::func(FUNCTION, 0), Word::int(count)];
        image
    };
    let (machine, _, stop) = run(&call(3));
    assert_eq!((stop, machine.frame()[102]), (Stop::Halt(0), Word::int(1)));
    let (machine, _, stop) = run(&call(256 + 3));
    assert_eq!(stop, Stop::Halt(9));
    assert_eq!(machine.frame()[112], Word::int(256 + 3));
}

fn copy_static(dst: u8, n: u8) -> Insn {
    let b = Operand::Slot(Slot::Static(n));
    Insn::new(Movr).to(f(dst)).with_b(b)
}

#[test]
fn a_pin_is_seen_four_cycles_after_it_was_written() {
    let image = image(&[boot(vec![
        ldi(1, 1),
        Insn::new(Cyc).to(f(2)),
        Insn::new(Out).with_a(f(1)).with_b(lit(3)),
        Insn::new(Wait0).with_b(lit(4)),
        Insn::new(Cyc).to(f(3)),
        Insn::new(Inp).to(f(4)).with_b(lit(4)),
        Insn::new(Wait1).with_b(lit(9)),
        Insn::new(Wait1).with_b(lit(4)),
    ])]);
    let wires = ["3:4".parse().unwrap()];
    let mut world = World::new(&MachineConfig::SIM).with_wires(&wires);
    let (machine, records, stop) = run_in(&image, &mut world);
    assert_eq!(
        stop,
        Stop::Stuck,
        "the last wait is for a level that never comes"
    );
    let cycles = machine.frame()[3].signed() - machine.frame()[2].signed();
    assert_eq!(
        cycles, 6,
        "to `out`, four to the level, to the second `cyc`"
    );
    assert_eq!(steps(&records), [1, 1, 4, 1, 1, 1]);
    assert_eq!(machine.frame()[4], Word::int(1));
    assert_eq!(world.pins.driven(), (1 << 3, 1 << 3));
}

#[test]
fn streams_are_separate() {
    let image = image(&[boot(vec![
        Insn::new(Putc).with_b(lit(104)),
        Insn::new(Pute).with_b(lit(101)),
        Insn::new(Putc).with_b(lit(105)),
        halt(0),
    ])]);
    let mut world = World::new(&MachineConfig::SIM);
    run_in(&image, &mut world);
    assert_eq!(world.console.out, b"hi");
    assert_eq!(world.console.err, b"e");
}

#[test]
fn images_that_do_not_fit_are_refused() {
    let small = MachineConfig {
        heap_words: 4,
        ..MachineConfig::SIM
    };
    let image = Image {
        heap: vec![Word::NONE; 5],
        ..Image::default()
    };
    let error = Machine::new(&image, small).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the program does not fit: 5 words of heap, there are 4"
    );
    let odd = MachineConfig {
        frame_words: 1000,
        ..MachineConfig::SIM
    };
    assert_eq!(
        Machine::new(&Image::default(), odd)
            .unwrap_err()
            .to_string(),
        "the frame store has 1000 words, which is no power of two"
    );
}

#[test]
fn any_code_word_executes() {
    // Neither an arbitrary word nor an empty memory can stop the model itself.
    let mut seed = 1u64;
    let code = std::iter::repeat_with(|| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        seed >> 28
    });
    let image = Image {
        entry: BOOT_ENTRY,
        code: code.take(2000).collect(),
        ..Image::default()
    };
    let mut machine = Machine::new(&image, MachineConfig::SIM).unwrap();
    machine.run(100_000, &mut World::new(&MachineConfig::SIM));
}
