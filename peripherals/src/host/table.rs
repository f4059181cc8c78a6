//! Register map of the host port: the one place that knows it.

use rust_hdl::prelude::*;

/// Registers in address order, four bytes each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
#[allow(missing_docs)] // ROWS says what each one is
pub enum Register {
    Identity,
    IsaHash,
    Sizes,
    Control,
    Status,
    Address,
    DataTag,
    DataPayload,
    Pc,
    Cycle,
    ConsoleOut,
    ConsoleIn,
    Reserved12,
    Reserved13,
    Reserved14,
    Reserved15,
}

/// The number of registers in [`ROWS`].
pub const COUNT: usize = 12;

const ALL: [Register; 16] = {
    use Register::*;
    [
        Identity,
        IsaHash,
        Sizes,
        Control,
        Status,
        Address,
        DataTag,
        DataPayload,
        Pc,
        Cycle,
        ConsoleOut,
        ConsoleIn,
        Reserved12,
        Reserved13,
        Reserved14,
        Reserved15,
    ]
};

impl From<Bits<4>> for Register {
    fn from(number: Bits<4>) -> Self {
        ALL[number.index()]
    }
}

impl Register {
    /// Byte offset from the host port's base address.
    pub const fn offset(self) -> u32 {
        self as u32 * 4
    }
}

/// Commands of the CONTROL register, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Command {
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
    Reloaded,
    /// Refused.
    Invalid6,
    /// Refused.
    Invalid7,
}

impl From<Bits<3>> for Command {
    fn from(number: Bits<3>) -> Self {
        use Command::*;
        [None, Run, Halt, Step, Reset, Reloaded, Invalid6, Invalid7][number.index()]
    }
}

/// What the host may do with a register; anything else is answered SLVERR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read only.
    Read,
    /// Write only.
    Write,
    /// Read and write.
    ReadWrite,
}

/// Some bits of a register: highest, lowest, name, meaning.
pub struct Field(pub u32, pub u32, pub &'static str, pub &'static str);

/// One register.
pub struct Row {
    /// Its place.
    pub register: Register,
    /// Its name in documentation and drivers.
    pub name: &'static str,
    /// What the host may do.
    pub access: Access,
    /// Its fields; bits in no field read as zero and are ignored when written.
    pub fields: &'static [Field],
    /// What it is for.
    pub text: &'static str,
}

const fn row(
    register: Register,
    name: &'static str,
    access: Access,
    fields: &'static [Field],
    text: &'static str,
) -> Row {
    Row {
        register,
        name,
        access,
        fields,
        text,
    }
}

/// Value of the IDENTITY register: `PYXL` in ASCII.
pub const IDENTITY: u64 = u32::from_be_bytes(*b"PYXL") as u64;

/// Word index, in region 0 of the host bus, of what PC and CYCLE read.
pub mod state_word {
    /// Address of the next instruction.
    pub const PC: u64 = 0;
    /// Cycle counter.
    pub const CYCLE: u64 = 4;
}

/// The register map.
#[rustfmt::skip]
pub const ROWS: [Row; COUNT] = {
    use Access::{Read, ReadWrite, Write};
    [
        row(Register::Identity, "IDENTITY", Read, &[
            Field(31, 0, "MAGIC", "0x5059584c, `PYXL` in ASCII"),
        ], "Tells a driver that the bitstream is loaded."),
        row(Register::IsaHash, "ISA_HASH", Read, &[
            Field(31, 0, "HASH", "hash of the instruction table"),
        ], "The loader refuses an image whose hash differs."),
        row(Register::Sizes, "SIZES", Read, &[
            Field(31, 24, "CONTROL", "log2 of the control stack's entries"),
            Field(23, 16, "FRAME", "log2 of the frame store's words"),
            Field(15, 8, "HEAP", "log2 of the heap's words"),
            Field(7, 0, "CODE", "log2 of the code memory's words"),
        ], "Sizes of the memories."),
        row(Register::Control, "CONTROL", Write, &[
            Field(2, 0, "COMMAND", "0 none, 1 run, 2 halt, 3 step, 4 reset, 5 reloaded; others are refused"),
        ], "Run and step set STATUS.DIRTY. After a reset they are refused (SLVERR, STATUS.REFUSED) while \
            DIRTY is set, since the memories hold what the last run left: load the image, then give \
            `reloaded`. Run after halt continues, whatever DIRTY says."),
        row(Register::Status, "STATUS", Read, &[
            Field(15, 8, "CODE", "code of the halt instruction that ended the program"),
            Field(4, 4, "INPUT_ROOM", "CONSOLE_IN takes a byte"),
            Field(3, 3, "OUTPUT", "CONSOLE_OUT has a byte"),
            Field(2, 2, "REFUSED", "the last run or step was refused"),
            Field(1, 1, "DIRTY", "a program has run since the memories were loaded"),
            Field(0, 0, "HALTED", "the core does not run"),
        ], "State of the core. DIRTY survives every reset, as the memories do."),
        row(Register::Address, "ADDRESS", ReadWrite, &[
            Field(19, 16, "REGION", "0 state registers, 1 code, 2 frame store, 3 control stack, 4 heap"),
            Field(15, 0, "WORD", "word index"),
        ], "Where DATA_PAYLOAD reads and writes; each such access adds one. The core answers while it is halted."),
        row(Register::DataTag, "DATA_TAG", ReadWrite, &[
            Field(3, 0, "TAG", "type tag"),
        ], "Tag of the next word written through DATA_PAYLOAD, or of the last one read through it."),
        row(Register::DataPayload, "DATA_PAYLOAD", ReadWrite, &[
            Field(31, 0, "PAYLOAD", "payload"),
        ], "Writing stores a word with DATA_TAG at ADDRESS; reading loads the word at ADDRESS."),
        row(Register::Pc, "PC", Read, &[
            Field(15, 0, "PC", "code address"),
        ], "Next instruction of a halted core."),
        row(Register::Cycle, "CYCLE", Read, &[
            Field(31, 0, "CYCLES", "clock cycles"),
        ], "Clock cycles that the core has run since its reset, modulo 2^32."),
        row(Register::ConsoleOut, "CONSOLE_OUT", Read, &[
            Field(31, 31, "VALID", "there was a byte"),
            Field(8, 8, "STREAM", "0 standard output, 1 standard error"),
            Field(7, 0, "BYTE", "the byte"),
        ], "Takes the oldest byte that the program has written; zero if there is none."),
        row(Register::ConsoleIn, "CONSOLE_IN", Write, &[
            Field(8, 8, "END", "the end of the input instead of a byte"),
            Field(7, 0, "BYTE", "the byte"),
        ], "Gives the program a byte to read. SLVERR, and the byte is lost, if there is no room."),
    ]
};

/// The register map as a page of the documentation.
pub fn markdown() -> String {
    let mut page = String::from(
        "<!-- Generated from peripherals/src/host/table.rs; `make bless` writes it. -->\n\
         # Host port\n\n\
         AXI4-Lite registers of 32 bits, addressed as base + offset. The slave answers OKAY, or SLVERR if the\n\
         register does not exist, does not allow the access, if not all four bytes are written, or where the\n\
         register says so; an access with SLVERR has no effect.\n",
    );
    for row in &ROWS {
        let access = match row.access {
            Access::Read => "read",
            Access::Write => "write",
            Access::ReadWrite => "read, write",
        };
        page += &format!(
            "\n## 0x{:02x} {} ({access})\n\n{}\n\n",
            row.register.offset(),
            row.name,
            row.text
        );
        page += "| bits | field | meaning |\n|---|---|---|\n";
        for Field(high, low, name, text) in row.fields {
            let bits = if high == low {
                high.to_string()
            } else {
                format!("{high}:{low}")
            };
            page += &format!("| {bits} | {name} | {text} |\n");
        }
    }
    page
}
