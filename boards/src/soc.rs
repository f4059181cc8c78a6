//! What every board has: the core and its pins.

use pyxl_core::bus::{ConsoleByte, DebugReply, DebugRequest, InputByte, Retired};
use pyxl_core::{Core, Images};
use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::Gpio;
use rust_hdl::prelude::*;

/// Core and pins. The console, the host and the clock differ from board to
/// board and are outside.
#[derive(Block, Default)]
pub struct Soc {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset; the memories keep their contents.
    pub reset: Signal<In, Bit>,
    /// What a host wants.
    pub debug: Signal<In, DebugRequest>,
    /// What it gets.
    pub debug_reply: Signal<Out, DebugReply>,
    /// Levels at the pins.
    pub pins_in: Signal<In, Bits<32>>,
    /// Levels to drive.
    pub pins_out: Signal<Out, Bits<32>>,
    /// Which pins to drive.
    pub pins_oe: Signal<Out, Bits<32>>,
    /// The program writes a byte.
    pub console: Signal<Out, ConsoleByte>,
    /// A byte would be taken.
    pub console_ready: Signal<In, Bit>,
    /// The next byte of input.
    pub console_input: Signal<In, InputByte>,
    /// It is taken.
    pub input_pop: Signal<Out, Bit>,
    /// An instruction retires.
    pub retired: Signal<Out, Retired>,
    core: Core,
    gpio: Gpio,
}

impl Soc {
    /// A machine with the given sizes and initial contents of its memories.
    pub fn new(config: &MachineConfig, images: &Images) -> Self {
        Self {
            core: Core::new(config, images),
            ..Default::default()
        }
    }
}

impl Logic for Soc {
    #[hdl]
    fn update(&mut self) {
        clock!(self, clock, core, gpio);
        self.core.reset.next = self.reset.val();
        self.gpio.reset.next = self.reset.val();

        self.core.debug.next = self.debug.val();
        self.debug_reply.next = self.core.debug_reply.val();
        self.console.next = self.core.console.val();
        self.core.console_ready.next = self.console_ready.val();
        self.core.console_input.next = self.console_input.val();
        self.input_pop.next = self.core.input_pop.val();
        self.retired.next = self.core.retired.val();

        self.gpio.write.next = self.core.pin_write.val();
        self.core.pin_levels.next = self.gpio.levels.val();
        self.gpio.pins_in.next = self.pins_in.val();
        self.pins_out.next = self.gpio.pins_out.val();
        self.pins_oe.next = self.gpio.pins_oe.val();
    }
}
