//! Short programs on the whole core, with their results and cycles.

use pyxl_core::debug_port::map::{Region, REGION_LOW};
use pyxl_isa::config::BOOT_ENTRY;
use pyxl_isa::layout::RECURSION_LIMIT;
use pyxl_isa::timing::{DECODE_REDIRECT, EXECUTE_REDIRECT, TRAP_ENTRY};
use pyxl_isa::{Tag, Word};

use crate::bench::{written_at, Bench, Retirement, SMALL};

fn ints<const N: usize>(values: [i32; N]) -> [Word; N] {
    values.map(Word::int)
}

/// Cycles from the first retirement to the one before `halt`, both included.
fn cycles(trace: &[Retirement]) -> u32 {
    trace[trace.len() - 2].cycle - trace[0].cycle + 1
}

#[test]
fn straight_line_code_runs_one_instruction_per_cycle() {
    let trace = Bench::with_program(
        "
        .func boot, 0, 8
            ldi $1, 100000
            add $2, $1, -5
            add $3, $2, $1
            add $4, $3, $2
            add $5, $1, $2
            halt 0
        ",
    )
    .run(100);
    let values: Vec<Word> = trace
        .iter()
        .filter_map(|r| r.written.map(|w| w.1))
        .collect();
    assert_eq!(values, ints([100_000, 99_995, 199_995, 299_990, 199_995]));
    assert!(
        trace.windows(2).all(|w| w[1].cycle == w[0].cycle + 1),
        "{trace:?}"
    );
}

#[test]
fn fib_costs_eight_and_a_half_cycles_per_call() {
    let trace = Bench::with_program(
        "
        .func boot, 0, 8
            mov $2, 10
            calld $1, fib
            halt 0
        .func fib, 1, 6
            jlt $1, 2, leaf
            sub $3, $1, 1
            calld $2, fib
            sub $4, $1, 2
            calld $3, fib
            add $2, $2, $3
            ret $2
        leaf:
            ret $1
        ",
    )
    .run(3000);
    assert_eq!(trace[trace.len() - 2].written.unwrap().1, Word::int(55));
    // 177 calls: 89 leaves (2 + 5 + 2 cycles), 88 others (2 + 1 + 3 + 2).
    assert_eq!(cycles(&trace), 89 * (2 + 5 + 2) + 88 * (2 + 1 + 3 + 2));
}

#[test]
fn loops_count_both_ways() {
    for (op, first, limit, passes) in [("forup", 0, 3, [0, 1, 2]), ("fordn", 3, 0, [3, 2, 1])] {
        let trace = Bench::with_program(&format!(
            "
            .func boot, 0, 8
                mov $1, {first}
            body:
                add $2, $1, 0
                {op} $1, {limit}, body
                halt 0
            "
        ))
        .run(50);
        assert_eq!(written_at(&trace, 2), ints(passes));
        // The last pass was predicted to go on; `halt` is that much later.
        let [.., last, halt] = trace.as_slice() else {
            panic!("{trace:?}")
        };
        assert_eq!(halt.cycle - last.cycle, 1 + EXECUTE_REDIRECT as u32);
        let redirects = 2 * DECODE_REDIRECT as u32;
        assert_eq!(cycles(&trace), 1 + 3 * 2 + redirects);
    }
}

#[test]
fn a_trap_calls_its_handler_with_pc_and_operands() {
    let trace = Bench::with_program(
        "
        .static text = STR \"x\"
        .vector add, tjmp handler
        .func boot, 0, 8
            setfp 32
            mov $3, 7
            add $5, $3, @text
            mov $6, $5
            halt 0
        .func handler, 2, 4
            mov $3, $2
            movr $1, $0
            ret 99
        ",
    )
    .run(100);
    let trapped = trace.iter().position(|r| r.trapped).unwrap();
    assert_eq!(
        (trace[trapped].pc, trace[trapped].written),
        (BOOT_ENTRY + 3, None)
    );
    let first = trace[trapped + 2];
    assert_eq!(first.written.unwrap().1.tag, Tag::Str);
    assert_eq!(
        u64::from(first.cycle - trace[trapped].cycle),
        TRAP_ENTRY + 1
    );
    assert_eq!(
        trace[trapped + 3].written.unwrap().1,
        Word::raw(u32::from(BOOT_ENTRY) + 3)
    );
    // The returned value goes to the trapped instruction's destination.
    assert_eq!(trace[trapped + 4].written, Some((32 + 5, Word::int(99))));
    assert_eq!(written_at(&trace, 4), ints([99]));
}

#[test]
fn a_trapped_branch_takes_its_handlers_answer() {
    for (answer, op, taken) in [
        (1, "jlt", true),
        (0, "jlt", false),
        (1, "fjlt", false),
        (0, "fjlt", true),
    ] {
        let trace = Bench::with_program(&format!(
            "
            .static text = STR \"x\"
            .vector {op}, tjmp handler
            .func boot, 0, 8
                {op} @text, 5, far
                halt 1
            far:
                halt 2
            .func handler, 2, 4
                ret {answer}
            "
        ))
        .run(100);
        let last = trace[trace.len() - 1].pc - BOOT_ENTRY;
        assert_eq!(last, if taken { 3 } else { 2 }, "{op} {answer}");
    }
}

#[test]
fn calls_nest_and_return() {
    // A wrong path that calls stands behind every branch that is taken.
    let trace = Bench::with_program(
        "
        .static again = FUNC down
        .func boot, 0, 8
            setfp 8
            movr $1, @again
            mov $2, 6
            callp $1, down, 1
            halt 0
        .func down, 1, 8
            jlt $1, 1, bottom
            movr $2, @again
            sub $3, $1, 1
            callp $2, down, 1
            movr $4, @again
            mov $5, 0
            call $4, 1
            add $2, $2, $4
            add $2, $2, $1
            ret $2
        bottom:
            jge $1, 0, out
            calld $2, down
        out:
            ret $1
        ",
    )
    .run(2000);
    assert_eq!(
        trace[trace.len() - 2].written.unwrap(),
        (8 + 1, Word::int(21))
    );
}

#[test]
fn another_callee_than_predicted_is_entered() {
    let trace = Bench::with_program(
        "
        .static right = FUNC right
        .vector event.args, tjmp binder
        .func boot, 0, 8
            setfp 8
            movr $1, @right
            mov $2, 4
            callp $1, wrong, 1
            callp $1, wrong, 1
            halt 0
        .func wrong, 1, 4
            ret 13
        .func right, 1, 4
            add $1, $1, 1
            ret $1
        .func binder, 2, 4
            halt 3
        .vector callp, tjmp refuse
        .func refuse, 2, 4
            ret $1
        ",
    )
    .run(100);
    // The second call finds the first one's result, which is no function.
    assert_eq!(written_at(&trace, 12), ints([5]));
    let call = trace.iter().find(|r| r.pc == BOOT_ENTRY + 4).unwrap();
    let entered = trace.iter().find(|r| r.pc == BOOT_ENTRY + 11).unwrap();
    assert_eq!(u64::from(entered.cycle - call.cycle), 1 + EXECUTE_REDIRECT);
    assert_eq!(trace.iter().filter(|r| r.trapped).count(), 1);
    assert_eq!(trace[trace.len() - 2].written, Some((8 + 1, Word::int(5))));
}

#[test]
fn the_wrong_number_of_arguments_is_an_event_before_the_first_instruction() {
    let trace = Bench::with_program(
        "
        .static f = FUNC f
        .vector event.args, tjmp binder
        .func boot, 0, 8
            setfp 8
            movr $1, @f
            mov $2, 4
            call $1, 1
            calld $2, g
            halt 0
        .func f, 0, 2
            ret 5
        .func g, 0, 2
            ret 6
        .func binder, 2, 4
            ret $2
        ",
    )
    .run(100);
    assert_eq!(trace.iter().filter(|r| r.trapped).count(), 1);
    // The binder gets the count; f's return is executed again, and then g is called.
    let [.., binder, f, _, g, _] = trace.as_slice() else {
        panic!("{trace:?}")
    };
    assert_eq!((binder.pc, binder.written), (BOOT_ENTRY + 13, None));
    assert_eq!(f.written, Some((8 + 1, Word::int(5))));
    assert_eq!(g.written, Some((8 + 2, Word::int(6))));
}

#[test]
fn recursion_ends_at_the_limit() {
    let trace = Bench::with_program(
        "
        .vector event.stack, tjmp full
        .func boot, 0, 2
            setfp 8
            calld $1, down
        .func down, 0, 2
            calld $1, down
        .func full, 2, 3, runtime
            depth $1
            ldl $2, $1, 2
            sub $1, $1, 1
            ldl $2, $1, 2
            halt 0
        ",
    )
    .run(2000);
    let limit = SMALL.depth_limit().min(RECURSION_LIMIT) as i32;
    let [.., depth, top, _, below, _] = trace.as_slice() else {
        panic!("{trace:?}")
    };
    // The event's own link is one more, and above the first link that does not fit.
    assert_eq!(depth.written.unwrap().1, Word::int(limit + 2));
    assert_eq!(below.written.unwrap().1, Word::int(8 + limit + 1));
    assert_eq!(below.cycle - depth.cycle, 4 + 1 + 4);
    assert!(top.written.is_some());
}

#[test]
fn unwinding_returns_through_a_rewritten_link() {
    let trace = Bench::with_program(
        "
        .func boot, 0, 4
            setfp 8
            calld $1, a
            halt 1
            halt 2
        .func a, 0, 4
            calld $1, b
            halt 3
        .func b, 0, 4
            ldl $1, $3, 0
            mov $1, 1
            ldl $2, $1, 0
            add $2, $2, 1
            stl $2, 0
            ldl $2, $1, 1
            stl $2, 1
            mov $2, 77
            stl $2, 2
            ldl $2, $1, 3
            stl $2, 3
            mov $2, 0
            stl $2, 4
            unwind 0
            ret 5
        ",
    )
    .run(200);
    let [.., ret, halt] = trace.as_slice() else {
        panic!("{trace:?}")
    };
    assert_eq!(ret.written, Some((77, Word::int(5))));
    assert_eq!(halt.pc, BOOT_ENTRY + 4);
}

#[test]
fn pins_and_console_have_their_effects_once() {
    let mut bench = Bench::with_program(
        "
        .func boot, 0, 4
            mov $1, 1
            out $1, 5
            mul $1, $1, 1
            inp $2, 4
            inp $3, 3
            putc 65
            wait0 4
            putc 66
            wait1 3
            cyc $1
            halt 0
        ",
    );
    bench.levels = 1 << 3;
    bench.core.console_ready.next = false;
    let mut trace = bench.run_for(40);
    assert_eq!(trace.len(), 5, "waits for the console");
    bench.core.console_ready.next = true;
    trace.extend(bench.run_for(40));
    assert_eq!(trace.len(), 6, "waits for the pin");
    bench.levels |= 1 << 4;
    trace.extend(bench.run_for(40));
    assert_eq!(trace.len(), 8, "waits for the other pin");
    bench.levels = 0;
    trace.extend(bench.run(40));
    assert_eq!(written_at(&trace, 4), ints([0]));
    assert_eq!(written_at(&trace, 5), ints([1]));
    assert_eq!(
        (bench.pins, bench.console),
        (vec![(5, true)], b"AB".to_vec())
    );
    let cycle = written_at(&trace, 10)[0].payload;
    assert_eq!(
        cycle + 1,
        trace[trace.len() - 2].cycle,
        "`cyc` reads the cycle in execute"
    );
}

#[test]
fn input_is_taken_once() {
    let mut bench = Bench::with_program(".func boot, 0, 4\ngetc $1\ngetc $2\nhalt 0");
    assert_eq!(bench.run_for(20), []);
    bench.core.console_input.next.valid = true;
    bench.core.console_input.next.data = 65u64.into();
    let first = bench.run_for(2);
    bench.core.console_input.next.data = (1u64 << 8).into();
    let second = bench.run(20);
    assert_eq!(
        (written_at(&first, 1), written_at(&second, 2)),
        (ints([65]).into(), ints([-1]).into())
    );
}

#[test]
fn the_host_halts_steps_and_reads_the_halt_code() {
    let mut bench = Bench::with_program(
        "
        .func boot, 0, 8
            mov $1, 2
        again:
            calld $2, f
            calld $3, f
            sub $1, $1, 1
            jt $1, again
            halt 7
        .func f, 0, 2
            ret 5
        ",
    );
    // Stepped from the start: one instruction each, whatever the pipeline does behind it.
    let mut pcs = vec![];
    for _ in 0..14 {
        bench.core.debug.next.step = true;
        bench.clock();
        bench.core.debug.next.step = false;
        let before = pcs.len();
        for _ in 0..12 {
            bench.clock();
            pcs.extend(bench.retired().map(|r| r.pc - BOOT_ENTRY));
        }
        assert_eq!(pcs.len(), before + 1, "{pcs:?}");
        assert!(bench.core.debug_reply.val().halted);
    }
    assert_eq!(pcs, [1, 2, 9, 3, 9, 4, 5, 2, 9, 3, 9, 4, 5, 6]);
    assert_eq!(bench.core.debug_reply.val().halt_code.to_u8(), 7);
}

#[test]
fn the_debug_bus_refuses_what_is_in_no_region() {
    let mut bench = Bench::with_program(".func boot, 0, 1\nhalt 0");
    for region in 0..16 {
        let address = region << REGION_LOW | 1;
        let exists = Region::NAMES.get(region as usize).is_some();
        let written = bench.access(address, Some(Word::int(7)));
        let read = bench.access(address, None);
        let refused = (written.refused, read.refused);
        assert_eq!(refused, (!exists, !exists), "region {region}");
        if !exists {
            assert_eq!(read.rdata.to_isa(), Word::from_bits(0), "region {region}");
        }
    }
    for region in [Region::Code, Region::Frame, Region::Heap] {
        let read = bench.access(region.address(1), None);
        assert_eq!(read.rdata.to_isa(), Word::int(7), "{region:?}");
        // Region 8 + n is not region n.
        let beyond = region.address(1) | 8 << REGION_LOW;
        bench.access(beyond, Some(Word::int(8)));
        let read = bench.access(region.address(1), None);
        assert_eq!(read.rdata.to_isa(), Word::int(7), "{region:?}");
    }
}

/// Runs `operation`, which the host stops after `cycles`; if it has not retired then, goes on.
/// Gives the cycles that it took from there, and its result.
fn stopped(operation: &str, cycles: usize) -> Option<(usize, Word)> {
    let text = format!(".func boot, 0, 4\nmov $1, 100\n{operation}\nhalt 0");
    let mut bench = Bench::with_program(&text);
    let mut trace = bench.run_for(cycles);
    bench.core.debug.next.halt = true;
    bench.clock();
    bench.core.debug.next.halt = false;
    trace.extend(bench.retired());
    while !bench.core.debug_reply.val().halted {
        bench.clock();
        trace.extend(bench.retired());
    }
    if trace.len() != 1 {
        return None;
    }
    bench.core.debug.next.run = true;
    for cycle in 1.. {
        bench.clock();
        bench.core.debug.next.run = false;
        if let Some(retired) = bench.retired() {
            return Some((cycle, retired.written?.1));
        }
    }
    None
}

#[test]
fn a_unit_begins_anew_after_the_host_has_stopped_it() {
    for (operation, result, cycles) in [
        ("mul $2, $1, 7", 700, 3),
        ("div $2, $1, 7", 14, 36),
        ("mod $2, $1, 7", 2, 36),
    ] {
        let ends: Vec<_> = (1..50).filter_map(|n| stopped(operation, n)).collect();
        assert_eq!(
            ends.len(),
            cycles,
            "stopped in each of its cycles: {operation}"
        );
        assert!(
            ends.iter()
                .all(|end| *end == (ends[0].0, Word::int(result))),
            "{operation}: {ends:?}"
        );
    }
}
