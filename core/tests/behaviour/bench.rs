//! The whole core on a bench: a program goes in over the debug bus, retirements come out.

use pyxl_core::bus::DebugReply;
use pyxl_core::debug_port::map::Region;
use pyxl_core::types::Word;
use pyxl_core::Core;
use pyxl_isa::asm::assemble;
use pyxl_isa::config::BOOT_ENTRY;
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

pub const SMALL: MachineConfig = MachineConfig {
    code_words: 1024,
    heap_words: 1024,
    frame_words: 1024,
    control_words: 128,
    ..MachineConfig::SIM
};

/// A retired instruction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retirement {
    pub pc: u16,
    /// Absolute destination and value, if it writes.
    pub written: Option<(u16, pyxl_isa::Word)>,
    pub trapped: bool,
    pub cycle: u32,
}

pub struct Bench {
    pub core: Core,
    /// Levels at the pins.
    pub levels: u64,
    /// What the program did to pins (pin, level) and to the console (byte).
    pub pins: Vec<(u64, bool)>,
    pub console: Vec<u8>,
}

impl Bench {
    pub fn new() -> Self {
        let mut core = Core::new(&SMALL, &Default::default());
        core.clock.connect();
        core.reset.connect();
        core.debug.connect();
        core.pin_levels.connect();
        core.console_ready.connect();
        core.console_input.connect();
        core.console_ready.next = true;
        core.connect_all();
        let mut bench = Bench {
            core,
            levels: 0,
            pins: vec![],
            console: vec![],
        };
        bench.core.reset.next = true;
        for _ in 0..8 {
            bench.clock();
        }
        bench.core.reset.next = false;
        bench.clock();
        bench
    }

    /// A bench with an assembly program in its memories.
    pub fn with_program(text: &str) -> Self {
        let image = assemble("bench.pysm", text).unwrap_or_else(|e| panic!("{e}"));
        let mut bench = Bench::new();
        bench.load(&image.code);
        for (i, &word) in image.statics.iter().enumerate() {
            bench.write(Region::Frame, i, word);
        }
        bench
    }

    fn settle(&mut self) {
        for _ in 0..100 {
            self.core.update_all();
            if !self.core.has_changed() {
                return;
            }
        }
        panic!("the logic does not settle");
    }

    /// One clock cycle; outputs are those after the rising edge.
    pub fn clock(&mut self) {
        self.core.pin_levels.next = self.levels.into();
        self.core.clock.next.clk = false;
        self.settle();
        self.core.clock.next.clk = true;
        self.settle();
        let pin = self.core.pin_write.val();
        if pin.write && !pin.direction {
            self.pins.push((pin.pin.to_u8().into(), pin.value));
        }
        let console = self.core.console.val();
        if console.valid {
            self.console.push(console.data.to_u8());
        }
    }

    fn write(&mut self, region: Region, index: usize, word: pyxl_isa::Word) {
        let reply = self.access(region.address(index as u32), Some(word));
        assert!(!reply.refused, "{region:?} {index}");
    }

    /// One access of the debug bus, a write if there is a word for it.
    pub fn access(&mut self, address: u32, word: Option<pyxl_isa::Word>) -> DebugReply {
        let debug = &mut self.core.debug.next;
        debug.address = u64::from(address).into();
        debug.wdata = word.map_or(Word::default(), Word::from);
        debug.write = word.is_some();
        debug.read = word.is_none();
        self.clock();
        self.core.debug.next.write = false;
        self.core.debug.next.read = false;
        while !self.core.debug_reply.val().ack {
            self.clock();
        }
        self.core.debug_reply.val()
    }

    /// Code memory from address 0; what is zero already is not written.
    pub fn load(&mut self, code: &[u64]) {
        for (i, &word) in code.iter().enumerate().filter(|(_, word)| **word != 0) {
            self.write(Region::Code, i, pyxl_isa::Word::from_bits(word));
        }
    }

    /// Runs until the core halts.
    pub fn run(&mut self, limit: usize) -> Vec<Retirement> {
        let trace = self.run_for(limit);
        assert!(
            self.core.debug_reply.val().halted,
            "still running; last retirements: {:?}",
            &trace[trace.len().saturating_sub(8)..]
        );
        trace
    }

    /// Runs until the core halts, but not longer than `limit` cycles; goes on where it was.
    pub fn run_for(&mut self, limit: usize) -> Vec<Retirement> {
        let mut trace = vec![];
        self.core.debug.next.run = true;
        for _ in 0..limit {
            self.clock();
            self.core.debug.next.run = false;
            trace.extend(self.retired());
            if self.core.debug_reply.val().halted {
                break;
            }
        }
        trace
    }

    /// The instruction that retires in this cycle.
    pub fn retired(&self) -> Option<Retirement> {
        let r = self.core.retired.val();
        r.valid.then(|| Retirement {
            pc: r.pc.to_u16(),
            written: r
                .destination
                .writes
                .then(|| (r.destination.dst.to_u16(), r.value.to_isa())),
            trapped: r.trapped,
            cycle: r.cycle.to_u32(),
        })
    }
}

/// The values that the instructions at `pc` wrote, counted from the boot function's descriptor.
pub fn written_at(trace: &[Retirement], pc: u16) -> Vec<pyxl_isa::Word> {
    trace
        .iter()
        .filter(|r| r.pc == BOOT_ENTRY + pc)
        .filter_map(|r| r.written.map(|(_, word)| word))
        .collect()
}
