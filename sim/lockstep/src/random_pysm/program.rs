//! Random programs as trees, so that any part can be left out and the rest still ends.

use pyxl_isa::{Insn, Opcode, Word};

use pyxl_model::{PinEvent, Wire};

/// Where random programs keep what must not be overwritten at random.
pub mod statics {
    /// Constants with all tags: read only.
    pub const CONSTANTS: std::ops::Range<u16> = 0..96;
    /// Written and read at random, within reach of an operand …
    pub const VARIABLES: std::ops::Range<u16> = 96..128;
    /// … and out of it.
    pub const FAR_VARIABLES: std::ops::Range<u16> = 256..300;
    /// Set by the handler of the stack event: recursion ends.
    pub const STOP: u16 = 128;
    /// Operand of a wait that traps; its handler makes it a pin's number.
    pub const WAIT_PIN: u16 = 129;
    /// `False`.
    pub const FALSE: u16 = 130;
    /// No number and no function.
    pub const REFUSED: u16 = 131;
    /// The functions, by number.
    pub const FUNCTIONS: std::ops::Range<u16> = 160..256;
    /// Number of static slots.
    pub const COUNT: u16 = FAR_VARIABLES.end;
}

/// Output pins with a wire to the input pin [`WIRED`] above.
pub const OUTPUTS: std::ops::Range<u8> = 0..8;
/// From an output to its input.
pub const WIRED: u8 = 16;
/// Pins with random events.
pub const INPUTS: std::ops::Range<u8> = 8..16;

/// The wires of the board that random programs run on.
pub fn wires() -> Vec<Wire> {
    OUTPUTS
        .map(|output| Wire {
            output,
            input: output + WIRED,
        })
        .collect()
}

/// A part of a function's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Instructions without control flow that belong together.
    Straight(Vec<Insn>),
    /// A forward branch over `body`; its displacement is filled in.
    If {
        /// The branch.
        branch: Insn,
        /// What it may skip.
        body: Vec<Item>,
    },
    /// A counted loop.
    Loop {
        /// Frame slot of the counter.
        counter: u8,
        /// How it ends.
        end: LoopEnd,
        /// Passes, at least 1.
        count: u8,
        /// What is repeated.
        body: Vec<Item>,
    },
    /// A call of a function with a higher number.
    Call(Call),
    /// A recursion, bounded by its depth and by the stack event.
    Recursion {
        /// First slot of the callee's frame in this one.
        window: u8,
        /// Levels.
        depth: u16,
    },
}

/// The instruction at the end of a loop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LoopEnd {
    /// `forup` or `fordn`.
    Count(Opcode),
    /// A comparison, after giving a copy of the counter this word's tag. Other tags than
    /// numbers trap, and the handler compares.
    Compare(Opcode, Word),
}

/// A call in the window `window`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// `calld`, `callp` or `call`.
    pub op: Opcode,
    /// First slot of the window.
    pub window: u8,
    /// The static slot that holds the callee.
    pub callee: u16,
    /// Function that the instruction predicts.
    pub predicted: usize,
    /// Number of arguments.
    pub args: u8,
    /// For `call`: the number that a slot gives it instead.
    pub count: Option<i32>,
}

/// A function.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// Words of its frame.
    pub frame_words: u16,
    /// Parameters.
    pub params: u8,
    /// Flags of its descriptor.
    pub flags: u32,
    /// Its code; a `ret` comes after it.
    pub body: Vec<Item>,
}

/// A program and what happens around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    /// The functions; number 0 is called by the boot code.
    pub functions: Vec<Function>,
    /// Frame slots between two levels of the recursive function.
    pub recursion_step: u8,
    /// Which of the handlers each trap vector enters.
    pub handlers: Vec<u8>,
    /// Initial contents of the static slots; those of functions are filled in.
    pub statics: Vec<Word>,
    /// Initial contents of the heap.
    pub heap: Vec<Word>,
    /// What happens at the pins.
    pub events: Vec<PinEvent>,
}

impl Program {
    /// Instructions in its functions' bodies.
    pub fn size(&self) -> usize {
        fn items(body: &[Item]) -> usize {
            body.iter()
                .map(|item| match item {
                    Item::Straight(code) => code.len(),
                    Item::If { body, .. } | Item::Loop { body, .. } => 1 + items(body),
                    Item::Call(_) | Item::Recursion { .. } => 1,
                })
                .sum()
        }
        self.functions.iter().map(|f| items(&f.body)).sum()
    }
}
