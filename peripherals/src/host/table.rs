//! Register map of the host port: the one place that knows it.

use pyxl_core::debug_port::map::Region;
use rust_hdl::prelude::*;

use crate::registers::{self, choice, field, numbers, registers, Access, Row};

numbers! {
    /// Commands of the CONTROL register.
    Command: 3, Invalid,
    /// No effect.
    None,
    /// Let the core run.
    Run,
    /// Stop the core after the present instruction.
    Halt,
    /// Execute one instruction.
    Step,
    /// Halt the core and return it to its boot state.
    Reset,
    /// Memories hold their initial contents again.
    Reloaded
}

/// Names of the commands.
const COMMANDS: [&str; Command::Invalid as usize] =
    ["NONE", "RUN", "HALT", "STEP", "RESET", "RELOADED"];

/// Value of the IDENTITY register: `PYXL` in ASCII.
pub const IDENTITY: u64 = u32::from_be_bytes(*b"PYXL") as u64;

registers! {
    /// Registers in address order, four bytes each.
    Register: 4;

    Identity "IDENTITY" Read Some(IDENTITY as u32), "Tells a driver that the bitstream is loaded.", [
        field(31, 0, "MAGIC", "0x5059584c, `PYXL` in ASCII"),
    ];
    IsaHash "ISA_HASH" Read None, "The loader refuses an image whose hash differs.", [
        field(31, 0, "HASH", "hash of the instruction table"),
    ];
    Sizes "SIZES" Read None, "Sizes of the memories.", [
        field(31, 24, "CONTROL", "log2 of the control stack's entries"),
        field(23, 16, "FRAME", "log2 of the frame store's words"),
        field(15, 8, "HEAP", "log2 of the heap's words"),
        field(7, 0, "CODE", "log2 of the code memory's words"),
    ];
    Control "CONTROL" Write None,
        "Run and step set STATUS.DIRTY. After a reset they are refused (SLVERR, STATUS.REFUSED) while \
         DIRTY is set, since the memories hold what the last run left: load the image, then give \
         `reloaded`. Run after halt continues, whatever DIRTY says.", [
        choice(2, 0, "COMMAND", "others are refused", &COMMANDS),
    ];
    Status "STATUS" Read Some(0x11),
        "State of the core. DIRTY survives every reset, as the memories do. A program of Python halts with \
         CODE 0 at its normal end, with 1 otherwise. Then the last line that it writes to standard error \
         may be the byte 2 and a number: its exit code instead of 1, such as that of `sys.exit(3)`.", [
        field(15, 8, "CODE", "code of the halt instruction that ended the program"),
        field(4, 4, "INPUT_ROOM", "CONSOLE_IN takes a byte"),
        field(3, 3, "OUTPUT", "CONSOLE_OUT has a byte"),
        field(2, 2, "REFUSED", "the last run or step was refused"),
        field(1, 1, "DIRTY", "a program has run since the memories were loaded"),
        field(0, 0, "HALTED", "the core does not run"),
    ];
    Address "ADDRESS" ReadWrite Some(0),
        "Where DATA_PAYLOAD reads and writes; each such access adds one. The core answers while it is \
         halted.", [
        choice(19, 16, "REGION", "accesses to others are refused", &Region::NAMES),
        field(15, 0, "WORD", "word index"),
    ];
    DataTag "DATA_TAG" ReadWrite Some(0),
        "Tag of the next word written through DATA_PAYLOAD, or of the last one read through it.", [
        field(3, 0, "TAG", "type tag"),
    ];
    DataPayload "DATA_PAYLOAD" ReadWrite None,
        "Writing stores a word with DATA_TAG at ADDRESS; reading loads the word at ADDRESS.", [
        field(31, 0, "PAYLOAD", "payload"),
    ];
    Pc "PC" Read None, "Next instruction of a halted core.", [
        field(15, 0, "PC", "code address"),
    ];
    Cycle "CYCLE" Read None,
        "Clock cycles that the core has run since its reset, modulo 2^32.", [
        field(31, 0, "CYCLES", "clock cycles"),
    ];
    ConsoleOut "CONSOLE_OUT" Read Some(0),
        "Takes the oldest byte that the program has written; zero if there is none.", [
        field(31, 31, "VALID", "there was a byte"),
        field(8, 8, "STREAM", "0 standard output, 1 standard error"),
        field(7, 0, "BYTE", "the byte"),
    ];
    ConsoleIn "CONSOLE_IN" Write None,
        "Gives the program a byte to read. SLVERR, and the byte is lost, if there is no room.", [
        field(8, 8, "END", "the end of the input instead of a byte"),
        field(7, 0, "BYTE", "the byte"),
    ];
}

/// The lowest bit of a register's field.
pub const fn low(register: Register, field: &str) -> usize {
    registers::low(&ROWS[register as usize], field)
}

/// The register map as a page of the documentation.
pub fn markdown() -> String {
    format!(
        "<!-- Generated from peripherals/src/host/table.rs; `make bless` writes it. -->\n\
         # Host port\n\n\
         AXI4-Lite registers of 32 bits, addressed as base + offset. The slave answers OKAY, or SLVERR if the\n\
         register does not exist, does not allow the access, if not all four bytes are written, or where the\n\
         register says so; an access with SLVERR has no effect. `gen` writes the offsets and fields as a Python\n\
         module, `host_port.py`, and as a C header, `host_port.h`, for the boards that have the port.\n{}",
        registers::markdown(&ROWS)
    )
}
