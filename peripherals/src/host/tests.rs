use super::table::markdown;
use super::*;
use crate::bench::Clocked;
use crate::registers::Access;
use pyxl_core::debug_port::map::{Region, REGION_LOW};

/// The first address behind the regions of the debug bus.
const END: u32 = (Region::NAMES.len() as u32) << REGION_LOW;

fn port() -> HostPort {
    HostPort::new(&MachineConfig::SIM)
}

/// A word memory on the core's side, answering after `delay` cycles.
struct Memory {
    words: std::collections::HashMap<u64, (u64, u64)>,
    delay: u32,
}

/// One access; returns the data and whether it was refused.
fn access(
    port: &mut HostPort,
    memory: &mut Memory,
    register: u64,
    write: Option<u64>,
) -> (u64, bool) {
    port.registers.request.next = true;
    port.registers.write.next = write.is_some();
    port.registers.number.next = register.into();
    port.registers.wdata.next = write.unwrap_or(0).into();
    let mut answer = None;
    for _ in 0..20 {
        port.settle();
        if port.debug.val().read || port.debug.val().write {
            answer = Some(memory.delay);
        }
        if answer == Some(0) {
            let address = port.debug.val().address.to_u64();
            let written = (
                port.debug.val().wdata.payload.to_u64(),
                port.debug.val().wdata.tag.to_u64(),
            );
            let word = if port.registers.write.val() {
                memory.words.insert(address, written);
                (0, 0)
            } else {
                memory.words.get(&address).copied().unwrap_or_default()
            };
            port.debug_reply.next.refused = address >= u64::from(END);
            port.debug_reply.next.rdata.payload = word.0.into();
            port.debug_reply.next.rdata.tag = word.1.into();
        }
        port.debug_reply.next.ack = answer == Some(0);
        answer = answer.and_then(|n| n.checked_sub(1));
        port.settle();
        let result = (
            port.registers.done.val(),
            (
                port.registers.rdata.val().to_u64(),
                port.registers.error.val(),
            ),
        );
        port.tick();
        if result.0 {
            port.registers.request.next = false;
            port.debug_reply.next.ack = false;
            port.tick();
            return result.1;
        }
    }
    panic!("register {register}: no answer");
}

fn memory(delay: u32) -> Memory {
    Memory {
        words: [(PC, (0x123, 0)), (CYCLE, (456, 0))].into(),
        delay,
    }
}

/// Status of a command given in one cycle: (refused, run strobe, step strobe).
fn command(port: &mut HostPort, number: u64) -> (bool, bool, bool) {
    port.registers.request.next = true;
    port.registers.write.next = true;
    port.registers.number.next = (Register::Control as u64).into();
    port.registers.wdata.next = number.into();
    port.settle();
    let result = (
        port.registers.error.val(),
        port.debug.val().run,
        port.debug.val().step,
    );
    port.tick();
    port.registers.request.next = false;
    port.settle();
    assert!(
        !port.debug.val().run && !port.debug.val().step,
        "strobes last one cycle"
    );
    result
}

const STATUS: u64 = Register::Status as u64;

#[test]
fn registers_begin_as_the_table_says() {
    let mut port = port();
    port.debug_reply.next.halted = true;
    port.input_ready.next = true;
    for (number, row) in (0..).zip(&ROWS) {
        if let Some(value) = row.power_on {
            let (read, refused) = access(&mut port, &mut memory(0), number, None);
            assert_eq!((read, refused), (value.into(), false), "{}", row.name);
        }
    }
}

#[test]
fn the_port_answers_as_the_table_says() {
    for register in 0..1024 {
        let row = ROWS.get(register as usize);
        let reads = row.is_some_and(|r| r.access != Access::Write);
        let writes = row.is_some_and(|r| r.access != Access::Read);
        let mut port = port();
        port.input_ready.next = true;
        assert_eq!(
            access(&mut port, &mut memory(0), register, Some(0)).1,
            !writes,
            "write {register}"
        );
        assert_eq!(
            access(&mut port, &mut memory(0), register, None).1,
            !reads,
            "read {register}"
        );
    }
}

#[test]
fn words_are_written_and_read_back_with_their_tags() {
    for delay in [0, 1, 5] {
        let (mut port, mut memory) = (port(), memory(delay));
        let [address, tag, payload] =
            [Register::Address, Register::DataTag, Register::DataPayload].map(|r| r as u64);
        access(&mut port, &mut memory, address, Some(0x4fffe));
        for i in 0..3 {
            access(&mut port, &mut memory, tag, Some(i + 3));
            access(&mut port, &mut memory, payload, Some(0xffff_fff0 + i));
        }
        assert_eq!(memory.words[&0x4ffff], (0xffff_fff1, 4));
        access(&mut port, &mut memory, address, Some(0x4fffe));
        for i in 0..2 {
            assert_eq!(
                access(&mut port, &mut memory, payload, None),
                (0xffff_fff0 + i, false)
            );
            assert_eq!(access(&mut port, &mut memory, tag, None), (i + 3, false));
        }
        assert_eq!(access(&mut port, &mut memory, address, None).0, 0x50000);
    }
}

#[test]
fn an_address_in_no_region_is_refused_and_changes_nothing() {
    let (mut port, mut memory) = (port(), memory(1));
    let [address, tag, payload] =
        [Register::Address, Register::DataTag, Register::DataPayload].map(|r| r as u64);
    let last = u64::from(END - 1);
    access(&mut port, &mut memory, address, Some(last));
    access(&mut port, &mut memory, tag, Some(7));
    assert!(!access(&mut port, &mut memory, payload, Some(5)).1);
    for write in [Some(6), None] {
        assert!(access(&mut port, &mut memory, payload, write).1);
        assert_eq!(access(&mut port, &mut memory, address, None).0, last + 1);
        assert_eq!(access(&mut port, &mut memory, tag, None).0, 7);
    }
    assert_eq!(access(&mut port, &mut memory, STATUS, None), (0, false));
}

#[test]
fn state_and_identity() {
    let (mut port, mut memory) = (port(), memory(2));
    let expected = [
        (Register::Identity, 0x5059_584c),
        (Register::IsaHash, u64::from(pyxl_isa::image::isa_hash())),
        (Register::Sizes, 0x0c0e_1010),
        (Register::Pc, 0x123),
        (Register::Cycle, 456),
    ];
    for (register, value) in expected {
        assert_eq!(
            access(&mut port, &mut memory, register as u64, None),
            (value, false)
        );
    }
    assert_eq!(
        access(&mut port, &mut memory, Register::Address as u64, None).0,
        0,
        "unchanged"
    );
}

#[test]
fn a_dirty_memory_is_not_run_from_the_start() {
    let mut port = port();
    assert_eq!(
        command(&mut port, 1),
        (false, true, false),
        "fresh after power-on"
    );
    assert_eq!(command(&mut port, 2), (false, false, false));
    assert_eq!(
        command(&mut port, 1),
        (false, true, false),
        "continues after halt"
    );
    assert_eq!(command(&mut port, 4), (false, false, false));
    assert_eq!(command(&mut port, 1), (true, false, false), "dirty");
    assert_eq!(command(&mut port, 3), (true, false, false), "dirty");
    assert_eq!(access(&mut port, &mut memory(0), STATUS, None).0, 0b110);
    port.reset.next = true;
    port.tick();
    port.reset.next = false;
    assert_eq!(
        command(&mut port, 3),
        (true, false, false),
        "dirty survives a reset"
    );
    assert_eq!(command(&mut port, 5), (false, false, false));
    assert_eq!(access(&mut port, &mut memory(0), STATUS, None).0, 0b100);
    assert_eq!(command(&mut port, 3), (false, false, true));
    assert_eq!(access(&mut port, &mut memory(0), STATUS, None).0, 0b010);
    assert!(command(&mut port, 6).0 && command(&mut port, 7).0 && !command(&mut port, 0).0);
}

#[test]
fn console_and_status() {
    let (mut port, mut memory) = (port(), memory(0));
    let (output, input) = (Register::ConsoleOut as u64, Register::ConsoleIn as u64);
    assert_eq!(access(&mut port, &mut memory, output, None), (0, false));
    assert_eq!(
        access(&mut port, &mut memory, input, Some(65)),
        (0, true),
        "no room"
    );
    port.output_valid.next = true;
    port.output_data.next = 0x141.into();
    port.input_ready.next = true;
    port.debug_reply.next.halted = true;
    port.debug_reply.next.halt_code = 9.into();
    assert_eq!(access(&mut port, &mut memory, STATUS, None).0, 0x919);
    assert_eq!(
        access(&mut port, &mut memory, output, None),
        (0x8000_0141, false)
    );
    port.registers.request.next = true;
    port.registers.write.next = true;
    port.registers.number.next = input.into();
    port.registers.wdata.next = 0x5a.into();
    port.settle();
    assert!(port.input_push.val() && !port.registers.error.val() && !port.output_pop.val());
    assert_eq!(port.input_data.val(), 0x5a);
    port.registers.write.next = false;
    port.registers.number.next = output.into();
    port.settle();
    assert!(port.output_pop.val() && !port.input_push.val());
}

#[test]
fn the_documentation_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/src/host-port.md");
    if std::env::var_os("PYXL_BLESS").is_some() {
        std::fs::write(path, markdown()).unwrap();
    }
    let page = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        page == markdown(),
        "docs/src/host-port.md is stale: run `make bless`"
    );
}
