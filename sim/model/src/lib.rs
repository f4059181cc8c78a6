//! The cycle-exact model of the machine.
//!
//! It executes one instruction at a time and knows, from [`pyxl_isa::timing`] and the
//! table's column of cycles, in which cycle the core executes it. The core is compared
//! with it record by record.
#![warn(missing_docs)]

mod console;
mod decode;
mod effect;
mod execute;
pub mod profile;
pub mod sweep;
pub mod traceback;
pub mod waveform;
mod world;

pub use console::{Console, Stream};
pub use world::{PinEvent, Pins, Wire, WireError, World, PINS};

use decode::Decoded;
use pyxl_isa::image::{Image, TooLarge};
use pyxl_isa::{LinkKind, MachineConfig, Word};

/// Why an image does not run on a machine.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// Sections of the image are larger than their memories.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// A memory's size is not a power of two.
    #[error("{memory} has {words} words, which is no power of two")]
    Size {
        /// The memory.
        memory: &'static str,
        /// Its size.
        words: u32,
    },
}

/// What an instruction did, at the moment at which it retired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retire {
    /// Its address.
    pub pc: u16,
    /// Frame-store address of its result; meaningful if `we`.
    pub dst: u16,
    /// The result; meaningful if `we`.
    pub value: Word,
    /// It wrote `value` to `dst`.
    pub we: bool,
    /// It trapped.
    pub trap: bool,
    /// The cycle after its last in execute, counted from the core's start.
    pub cycle: u64,
}

/// Why execution stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// `halt` with this code.
    Halt(u8),
    /// The instruction waits for a pin whose level nothing will change.
    Stuck,
    /// The program reads input that is not there yet; it goes on when there is some.
    Input,
    /// The limit was reached.
    Limit,
}

/// An entry of the control stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReturnLink {
    /// Code address to resume at.
    pub pc: u16,
    /// Frame pointer of the frame returned to.
    pub fp: u16,
    /// Frame-store address of the result.
    pub dst: u16,
    /// First word above the frame returned to.
    pub top: u16,
    /// What to do with the result.
    pub kind: LinkKind,
}

impl ReturnLink {
    const EMPTY: ReturnLink = ReturnLink {
        pc: 0,
        fp: 0,
        dst: 0,
        top: 0,
        kind: LinkKind::Value,
    };

    /// The address of the instruction that pushed this link.
    pub fn caller(&self) -> u16 {
        match self.kind {
            LinkKind::Value | LinkKind::Discard => self.pc.wrapping_sub(1),
            LinkKind::Branch | LinkKind::Retry => self.pc,
        }
    }
}

/// What is checked at a function's first instruction.
#[derive(Clone, Copy, Debug)]
struct Entered {
    /// Arguments, where nobody has proven their number.
    args: Option<u16>,
}

/// Core and memories.
#[derive(Clone, Debug)]
pub struct Machine {
    config: MachineConfig,
    code: Vec<Decoded>,
    frame: Vec<Word>,
    heap: Vec<Word>,
    control: Vec<ReturnLink>,
    /// What `stl` fills and `unwind` pushes.
    pending: ReturnLink,
    pc: u32,
    fp: u32,
    top: u32,
    depth: u32,
    /// Most return links at the entry of a function that obeys limits.
    depth_limit: u32,
    /// Cycle in which the next instruction executes first.
    cycle: u64,
    retired: u64,
    /// The next instruction is a function's first.
    entered: Option<Entered>,
    /// A trap handler has decided the branch that comes next.
    forced: Option<bool>,
    stop: Option<Stop>,
}

impl Machine {
    /// A machine after loading `image`, before its first cycle.
    ///
    /// # Errors
    /// If the image does not fit, naming the sections.
    pub fn new(image: &Image, config: MachineConfig) -> Result<Machine, LoadError> {
        for (memory, words) in [
            ("code memory", config.code_words),
            ("the heap", config.heap_words),
            ("the frame store", config.frame_words),
            ("the control stack", config.control_words),
        ] {
            if !words.is_power_of_two() {
                return Err(LoadError::Size { memory, words });
            }
        }
        image.fit(&config)?;
        let padding = Decoded::new(0);
        let code = image.code.iter().map(|word| Decoded::new(*word));
        Ok(Machine {
            config,
            code: filled(code.collect(), padding, config.code_words),
            frame: filled(
                image.statics_on(&config),
                Word::default(),
                config.frame_words,
            ),
            heap: filled(image.heap.clone(), Word::default(), config.heap_words),
            control: vec![ReturnLink::EMPTY; config.control_words as usize],
            pending: ReturnLink::EMPTY,
            pc: (u32::from(image.entry) + 1) & (config.code_words - 1),
            fp: 0,
            top: 0,
            depth: 0,
            depth_limit: config.depth_limit(),
            cycle: execute::FIRST_CYCLE,
            retired: 0,
            entered: None,
            forced: None,
            stop: None,
        })
    }

    /// Executes up to `limit` instructions; stops earlier at a `halt` or if the
    /// program waits for something that cannot happen.
    pub fn run(&mut self, limit: u64, world: &mut World) -> Stop {
        for _ in 0..limit {
            if let Err(stop) = self.step(world) {
                return stop;
            }
        }
        self.stop.unwrap_or(Stop::Limit)
    }

    /// Sizes of the memories.
    pub fn config(&self) -> &MachineConfig {
        &self.config
    }

    /// Address of the next instruction, or of the `halt` that stopped the core.
    pub fn pc(&self) -> u16 {
        self.pc as u16
    }

    /// Frame pointer.
    pub fn fp(&self) -> u16 {
        self.fp as u16
    }

    /// First word above the current frame.
    pub fn top(&self) -> u16 {
        self.top as u16
    }

    /// The cycle in which the next instruction executes.
    pub fn cycle(&self) -> u64 {
        self.cycle
    }

    /// Instructions retired so far.
    pub fn retired(&self) -> u64 {
        self.retired
    }

    /// Why the core stopped, if it has.
    pub fn stopped(&self) -> Option<Stop> {
        self.stop
    }

    /// Return links, the outermost first.
    pub fn links(&self) -> &[ReturnLink] {
        &self.control[..self.depth as usize]
    }

    /// The frame store, statics included.
    pub fn frame(&self) -> &[Word] {
        &self.frame
    }

    /// The heap.
    pub fn heap(&self) -> &[Word] {
        &self.heap
    }
}

/// A memory of `capacity` words that begins with `words`.
fn filled<T: Clone>(mut words: Vec<T>, padding: T, capacity: u32) -> Vec<T> {
    words.resize(capacity as usize, padding);
    words
}

#[cfg(test)]
mod tests;
