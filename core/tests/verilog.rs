//! Every block: rust-hdl's simulation against the emitted Verilog in Verilator,
//! on random inputs.

use pyxl_core::alu::Alu;
use pyxl_core::bus::{DebugAccess, DepthLimit, FrameWrite, HeapWrite};
use pyxl_core::bypass::Source;
use pyxl_core::control::{control, Control, DecodeRom};
use pyxl_core::debug_port::DebugPort;
use pyxl_core::decode::{Decode, Issued};
use pyxl_core::execute::{Execute, Executed};
use pyxl_core::fetch::{Fetch, Fetched, Redirect};
use pyxl_core::leading_zeros::LeadingZeros;
use pyxl_core::link_stack::LinkStack;
use pyxl_core::memory_stage::MemoryStage;
use pyxl_core::operand::{Operand, Operands};
use pyxl_core::ram::{DeepRam, DualRam, SimpleRam, Storage};
use pyxl_core::shifter::Shifter;
use pyxl_core::types::{Descriptor, Destination, LinkWrite, Origin, Restore, ReturnLink, Word};
use pyxl_core::units::{Divide, Multiply, UnitReply, UnitRequest, Units};
use pyxl_core::{Core, Images};
use pyxl_hdl::cosim::{Rng, Suite};
use pyxl_isa::{MachineConfig, Opcode, ROWS};
use rust_hdl::prelude::*;

const SEED: u64 = 1;
const CYCLES: usize = 2000;

const SMALL: MachineConfig = MachineConfig {
    code_words: 1024,
    heap_words: 1024,
    frame_words: 1024,
    control_words: 128,
    ..MachineConfig::SIM
};

fn bits<const N: usize>(rng: &mut Rng) -> Bits<N> {
    rng.bits(N as u32).into()
}

/// Payloads around the edges as often as any other.
fn word(rng: &mut Rng) -> Word {
    let payload = match rng.below(4) {
        0 => rng.pick(&[0, 1, 31, 32, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]),
        1 => rng.bits(9),
        _ => rng.bits(32),
    };
    let tag = if rng.flag() { 2 } else { rng.bits(4) };
    Word {
        payload: payload.into(),
        tag: tag.into(),
    }
}

fn opcode(rng: &mut Rng) -> Opcode {
    ROWS[rng.below(ROWS.len() as u64) as usize].op
}

fn random_control(rng: &mut Rng) -> Control {
    control(Some(opcode(rng)))
}

fn origin(rng: &mut Rng) -> Origin {
    Origin {
        pc: bits(rng),
        fp: bits(rng),
        top: bits(rng),
        depth: bits(rng),
    }
}

fn link(rng: &mut Rng) -> ReturnLink {
    ReturnLink {
        pc: bits(rng),
        fp: bits(rng),
        dst: bits(rng),
        top: bits(rng),
        kind: bits(rng),
    }
}

fn redirect(rng: &mut Rng) -> Redirect {
    Redirect {
        valid: rng.one_in(4),
        target: bits(rng),
        enter: rng.flag(),
        check_args: rng.flag(),
        args: bits(rng),
    }
}

fn destination(rng: &mut Rng) -> Destination {
    Destination {
        writes: rng.flag(),
        dst: rng.bits(6).into(),
    }
}

fn restore(rng: &mut Rng, valid: bool, push: bool) -> Restore {
    Restore {
        valid,
        fp: bits(rng),
        top: bits(rng),
        depth: (32 + rng.bits(5)).into(),
        push,
        link: link(rng),
    }
}

fn source(selected: u64) -> Source {
    Source {
        x: selected == 0,
        m: selected == 1,
        w: selected == 2,
        store: selected == 3,
    }
}

/// The debug port at work on an odd word of the first 64.
fn debug_access(rng: &mut Rng) -> DebugAccess {
    DebugAccess {
        halted: rng.one_in(8),
        index: (rng.bits(5) << 1 | 1).into(),
        word: word(rng),
        code_write: rng.one_in(8),
        frame_write: rng.one_in(8),
        heap_write: rng.one_in(8),
    }
}

fn fetched(rng: &mut Rng) -> Fetched {
    let instruction = (opcode(rng) as u64) << 27 | rng.bits(27) | rng.bits(1) << 35;
    Fetched {
        valid: !rng.one_in(4),
        enter: rng.one_in(4),
        check_args: rng.one_in(8),
        args: rng.bits(2).into(),
        pc: bits(rng),
        word: pyxl_isa::Word::from_bits(instruction).into(),
        descriptor: Descriptor {
            frame: bits(rng),
            params: rng.bits(2).into(),
            irregular: rng.flag(),
            runtime: rng.flag(),
        },
    }
}

fn issued(rng: &mut Rng) -> Issued {
    let (a, b) = (rng.below(4), rng.below(5));
    Issued {
        valid: rng.flag(),
        origin: origin(rng),
        opcode: bits(rng),
        control: random_control(rng),
        dst: bits(rng),
        writes: rng.flag(),
        use_literal: b == 4,
        literal: bits(rng),
        offset: bits(rng),
        taken: rng.flag(),
        target: bits(rng),
        a_source: source(a),
        b_source: source(b),
        check_stack: rng.flag(),
        wrong_args: rng.one_in(8),
        return_truth: rng.one_in(8),
    }
}

fn operands(rng: &mut Rng) -> Operands {
    let op = opcode(rng);
    Operands {
        valid: rng.flag(),
        origin: origin(rng),
        opcode: (op as u64).into(),
        control: control(Some(op)),
        dst: bits(rng),
        writes: rng.flag(),
        a: word(rng),
        b: word(rng),
        offset: bits(rng),
        taken: rng.flag(),
        recovery_pc: bits(rng),
        return_truth: rng.one_in(8),
        stack_full: rng.one_in(32),
        wrong_args: rng.one_in(32),
    }
}

fn executed(rng: &mut Rng) -> Executed {
    Executed {
        valid: rng.flag(),
        trapped: rng.one_in(4),
        pc: bits(rng),
        fp: bits(rng),
        link_kind: bits(rng),
        effect: random_control(rng).effect,
        destination: destination(rng),
        value: word(rng),
        b_low: bits(rng),
        redirect: redirect(rng),
        next_fp: bits(rng),
        next_top: bits(rng),
        next_depth: bits(rng),
        halt: rng.one_in(8),
    }
}

#[test]
fn units() {
    Suite::new()
        .combinational(
            DecodeRom::default(),
            "decode_rom",
            SEED,
            1000,
            |b, rng, i| {
                b.opcode.next = if i < 256 {
                    (i as u64).into()
                } else {
                    bits(rng)
                };
            },
        )
        .combinational(Shifter::default(), "shifter", SEED, CYCLES, |b, rng, _| {
            b.value.next = word(rng).payload;
            b.count.next = bits(rng);
            b.left.next = rng.flag();
            b.logical.next = rng.flag();
        })
        .combinational(
            LeadingZeros::default(),
            "leading_zeros",
            SEED,
            CYCLES,
            |b, rng, _| {
                b.value.next = word(rng).payload >> rng.below(33);
            },
        )
        .combinational(Alu::default(), "alu", SEED, 4 * CYCLES, |b, rng, _| {
            b.control.next = random_control(rng);
            b.a.next = word(rng);
            b.b.next = word(rng);
            b.unit.next = word(rng);
            b.misc.next = word(rng);
        })
        .clocked(
            Multiply::default(),
            "multiply",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, _| {
                b.request.next = !rng.one_in(8);
                b.a.next = word(rng).payload;
                b.b.next = word(rng).payload;
                b.raw.next = rng.flag();
                b.upper.next = rng.flag();
            },
        )
        .clocked(
            Divide::default(),
            "divide",
            |b| &mut b.clock,
            SEED,
            20 * CYCLES,
            |b, rng, cycle| {
                // Operands stay as long as the request.
                if cycle % 36 == 0 {
                    b.dividend.next = word(rng).payload;
                    b.divisor.next = word(rng).payload;
                    b.modulo.next = rng.flag();
                }
                b.request.next = !rng.one_in(400);
            },
        )
        .clocked(
            SimpleRam::<Word, 12>::new(64, Storage::default()),
            "simple_ram",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, _| {
                b.read_enable.next = rng.flag();
                b.read_address.next = rng.bits(6).into();
                // Reading the word that is being written is undefined; the pipeline never does.
                b.write_enable.next = rng.flag();
                b.write_address.next = b.read_address.next ^ (1 + rng.below(63));
                b.write_data.next = word(rng);
            },
        )
        .clocked(
            DualRam::new(64, Storage::default()),
            "dual_ram",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, _| {
                b.a.address.next = rng.bits(6).into();
                b.a.write.next = rng.flag();
                b.a.wdata.next = word(rng);
                b.b.address.next = b.a.address.next ^ (1 + rng.below(63));
                b.b.write.next = rng.flag();
                b.b.wdata.next = word(rng);
            },
        )
        .clocked(
            DeepRam::new(
                32768,
                Storage {
                    deepest: Some(16384),
                    image: None,
                },
            ),
            "deep_ram",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, _| {
                // Few words, in both banks.
                b.a.address.next = (rng.bits(1) << 14 | rng.bits(5)).into();
                b.a.write.next = rng.flag();
                b.a.wdata.next = word(rng);
                b.b.address.next = b.a.address.next ^ (1 + rng.below(31));
                b.b.write.next = rng.flag();
                b.b.wdata.next = word(rng);
            },
        )
        .run()
        .unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn stages() {
    Suite::new()
        .clocked(
            Fetch::default(),
            "fetch",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, cycle| {
                b.reset.next = cycle < 4;
                b.stall.next = rng.one_in(4);
                b.halted.next = rng.one_in(8);
                b.d_redirect.next = redirect(rng);
                b.m_redirect.next = redirect(rng);
                b.code_word.next = word(rng);
                b.descriptor_word.next = word(rng);
                b.debug_index.next = bits(rng);
            },
        )
        .clocked(
            LinkStack::new(64),
            "link_stack",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, cycle| {
                // Fill the memory first: block RAM powers up undefined in simulation of the Verilog.
                b.stall.next = cycle > 64 && rng.one_in(4);
                b.depth.next = if cycle <= 64 {
                    cycle as u64
                } else {
                    rng.bits(5)
                }
                .into();
                b.push.next = cycle <= 64 || rng.one_in(4);
                b.pop.next = cycle > 64 && rng.one_in(4);
                let valid = cycle > 64 && rng.one_in(8);
                b.m_restore.next = restore(rng, valid, false);
                b.link.next = link(rng);
            },
        )
        .clocked(
            Decode::new(64),
            "decode",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, cycle| {
                b.reset.next = cycle < 4;
                b.stall.next = rng.one_in(4);
                b.fetched.next = fetched(rng);
                let (valid, push) = (rng.one_in(8), rng.one_in(8));
                b.m_restore.next = restore(rng, valid, push);
                b.x_destination.next = destination(rng);
                b.m_destination.next = destination(rng);
            },
        )
        .clocked(
            Operand::new(&SMALL, Storage::default()),
            "operand",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, cycle| {
                b.reset.next = cycle < 4;
                b.stall.next = rng.one_in(4);
                b.kill.next = rng.one_in(4);
                // Written and read addresses differ, as the bypass guarantees.
                b.a_address.next = (rng.bits(5) << 1).into();
                b.b_address.next = (rng.bits(5) << 1).into();
                b.m_write.next = FrameWrite {
                    write: rng.flag(),
                    address: (rng.bits(5) << 1 | 1).into(),
                    word: word(rng),
                };
                b.depth_limit.next = DepthLimit {
                    write: rng.one_in(16),
                    depth: bits(rng),
                };
                b.issued.next = issued(rng);
                b.x_result.next = word(rng);
            },
        )
        .clocked(
            Execute::default(),
            "execute",
            |b| &mut b.clock,
            SEED,
            2 * CYCLES,
            |b, rng, cycle| {
                b.reset.next = cycle < 4;
                b.operands.next = operands(rng);
                b.kill.next = rng.one_in(4);
                b.halt_request.next = rng.one_in(16);
                b.pin_levels.next = bits(rng);
                b.console_ready.next = rng.flag();
                b.console_input.next.valid = rng.flag();
                b.console_input.next.data = bits(rng);
                b.cycle.next = bits(rng);
                b.unit_reply.next = UnitReply {
                    done: rng.flag(),
                    refused: rng.one_in(8),
                    word: word(rng),
                };
            },
        )
        .clocked(
            Units::new(&SMALL, &Images::default()),
            "units",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, cycle| {
                // Even words are read and odd ones written: what collides is undefined.
                b.request.next = UnitRequest {
                    valid: !rng.one_in(8),
                    unit: random_control(rng).unit,
                    a: word(rng),
                    b: word(rng),
                    address: (rng.bits(5) << 1).into(),
                    second: rng.flag(),
                    raw: rng.flag(),
                };
                b.request.next.a.payload = (rng.bits(5) << 1).into();
                b.debug.next = debug_access(rng);
                b.debug.next.halted = false;
                // Fill the memories first: block RAM powers up undefined in simulation of the Verilog.
                let filling = cycle < 64;
                b.frame_write.next = FrameWrite {
                    write: filling || rng.flag(),
                    address: (if filling {
                        cycle as u64
                    } else {
                        rng.bits(5) << 1 | 1
                    })
                    .into(),
                    word: word(rng),
                };
                b.link_write.next = LinkWrite {
                    write: filling || rng.flag(),
                    number: (if filling {
                        cycle as u64
                    } else {
                        rng.bits(5) << 1 | 1
                    })
                    .into(),
                    link: link(rng),
                };
                b.heap_write.next = HeapWrite {
                    write: filling,
                    word: word(rng),
                };
                if filling {
                    b.request.next.address = (cycle as u64).into();
                }
            },
        )
        .clocked(
            MemoryStage::default(),
            "memory_stage",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, _| {
                b.stall.next = rng.one_in(4);
                b.executed.next = executed(rng);
                b.x_a.next = word(rng);
                b.x_b.next = word(rng);
                b.debug.next = debug_access(rng);
                b.cycle.next = bits(rng);
            },
        )
        .clocked(
            DebugPort::default(),
            "debug_port",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, cycle| {
                b.reset.next = cycle < 4;
                b.request.next.run = rng.one_in(8);
                b.request.next.halt = rng.one_in(8);
                b.request.next.step = rng.one_in(8);
                // Mostly in a region that exists.
                b.request.next.address = (rng.bits(20) & rng.bits(20)).into();
                b.request.next.wdata = word(rng);
                b.request.next.write = rng.one_in(4);
                b.request.next.read = rng.one_in(4);
                b.retires.next = rng.flag();
                b.m_halt.next = rng.one_in(8);
                b.m_halt_code.next = bits(rng);
                b.pc.next = bits(rng);
                b.state.next = origin(rng);
                b.code_word.next = word(rng);
                b.frame_word.next = word(rng);
                b.heap_word.next = word(rng);
                b.link.next = link(rng);
            },
        )
        .run()
        .unwrap_or_else(|e| panic!("{e}"));
}

/// The core as a whole under a random host: it loads words, runs and stops.
#[test]
fn core() {
    Suite::new()
        .clocked(
            Core::new(&SMALL, &Default::default()),
            "core",
            |b| &mut b.clock,
            SEED,
            CYCLES,
            |b, rng, cycle| {
                b.reset.next = cycle < 8;
                let loading = cycle < 1200;
                b.debug.next.run = cycle == 1300;
                b.debug.next.halt = cycle > 1300 && rng.one_in(200);
                b.debug.next.step = cycle > 1300 && rng.one_in(100);
                b.debug.next.write = loading && cycle > 8;
                b.debug.next.read = cycle > 1300 && rng.one_in(10);
                b.debug.next.address = if loading {
                    (1 << 16 | (cycle as u64 & 1023)).into()
                } else {
                    bits(rng)
                };
                let op = rng.pick(&[
                    Opcode::Add,
                    Opcode::Sub,
                    Opcode::Mov,
                    Opcode::Jlt,
                    Opcode::Ldi,
                    Opcode::Mul,
                ]);
                let instruction = (op as u64) << 27 | rng.bits(27) & 0x3c1_e0f | rng.bits(1) << 35;
                b.debug.next.wdata = pyxl_isa::Word::from_bits(instruction).into();
                b.pin_levels.next = bits(rng);
                b.console_ready.next = rng.flag();
            },
        )
        .run()
        .unwrap_or_else(|e| panic!("{e}"));
}
