//! What every board has: the core and its pins.

use pyxl_core::memory_stage::Retired;
use pyxl_core::types::{Word, FRAME_BITS};
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
    /// Strobe: run.
    pub host_run: Signal<In, Bit>,
    /// Strobe: halt.
    pub host_halt: Signal<In, Bit>,
    /// Strobe: execute one instruction.
    pub host_step: Signal<In, Bit>,
    /// Region and word index of an access.
    pub host_addr: Signal<In, Bits<20>>,
    /// Payload to write.
    pub host_wdata_payload: Signal<In, Bits<32>>,
    /// Tag to write.
    pub host_wdata_tag: Signal<In, Bits<4>>,
    /// Strobe: write.
    pub host_write: Signal<In, Bit>,
    /// Strobe: read.
    pub host_read: Signal<In, Bit>,
    /// Payload read, with `host_ack`.
    pub host_rdata_payload: Signal<Out, Bits<32>>,
    /// Tag read, with `host_ack`.
    pub host_rdata_tag: Signal<Out, Bits<4>>,
    /// The access is finished.
    pub host_ack: Signal<Out, Bit>,
    /// The core does not run.
    pub halted: Signal<Out, Bit>,
    /// Code of the halt instruction.
    pub halt_code: Signal<Out, Bits<8>>,
    /// Levels at the pins.
    pub pins_in: Signal<In, Bits<32>>,
    /// Levels to drive.
    pub pins_out: Signal<Out, Bits<32>>,
    /// Which pins to drive.
    pub pins_oe: Signal<Out, Bits<32>>,
    /// The program writes a byte.
    pub console_valid: Signal<Out, Bit>,
    /// The byte.
    pub console_data: Signal<Out, Bits<8>>,
    /// 0 standard output, 1 standard error.
    pub console_channel: Signal<Out, Bit>,
    /// A byte would be taken.
    pub console_ready: Signal<In, Bit>,
    /// There is a byte of input.
    pub input_valid: Signal<In, Bit>,
    /// The byte, or with bit 8 the end of the input.
    pub input_data: Signal<In, Bits<9>>,
    /// It is taken.
    pub input_pop: Signal<Out, Bit>,
    /// An instruction retires.
    pub retire_valid: Signal<Out, Bit>,
    /// Its address.
    pub retire_pc: Signal<Out, Bits<16>>,
    /// Frame-store address that it writes.
    pub retire_dst: Signal<Out, Bits<FRAME_BITS>>,
    /// Payload of its result.
    pub retire_payload: Signal<Out, Bits<32>>,
    /// Tag of its result.
    pub retire_tag: Signal<Out, Bits<4>>,
    /// It writes.
    pub retire_we: Signal<Out, Bit>,
    /// It trapped.
    pub retire_trap: Signal<Out, Bit>,
    /// Cycle counter.
    pub retire_cycle: Signal<Out, Bits<32>>,
    core: Core,
    gpio: Gpio,
    wdata: Signal<Local, Word>,
    rdata: Signal<Local, Word>,
    retired: Signal<Local, Retired>,
    value: Signal<Local, Word>,
    destination: Signal<Local, pyxl_core::decode::Destination>,
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

        self.core.host_run.next = self.host_run.val();
        self.core.host_halt.next = self.host_halt.val();
        self.core.host_step.next = self.host_step.val();
        self.core.host_address.next = self.host_addr.val();
        self.wdata.next.payload = self.host_wdata_payload.val();
        self.wdata.next.tag = self.host_wdata_tag.val();
        self.core.host_wdata.next = self.wdata.val();
        self.core.host_write.next = self.host_write.val();
        self.core.host_read.next = self.host_read.val();
        self.rdata.next = self.core.host_rdata.val();
        self.host_rdata_payload.next = self.rdata.val().payload;
        self.host_rdata_tag.next = self.rdata.val().tag;
        self.host_ack.next = self.core.host_ack.val();
        self.halted.next = self.core.halted.val();
        self.halt_code.next = self.core.halt_code.val();

        self.gpio.write.next = self.core.gpio_write.val();
        self.gpio.dir.next = self.core.gpio_direction.val();
        self.gpio.pin.next = self.core.gpio_pin.val();
        self.gpio.value.next = self.core.gpio_value.val();
        self.core.gpio_levels.next = self.gpio.levels.val();
        self.gpio.pins_in.next = self.pins_in.val();
        self.pins_out.next = self.gpio.pins_out.val();
        self.pins_oe.next = self.gpio.pins_oe.val();

        self.core.console_ready.next = self.console_ready.val();
        self.console_valid.next = self.core.console_valid.val();
        self.console_data.next = self.core.console_data.val();
        self.console_channel.next = self.core.console_channel.val();

        self.core.input_valid.next = self.input_valid.val();
        self.core.input_data.next = self.input_data.val();
        self.input_pop.next = self.core.input_pop.val();

        self.retired.next = self.core.retired.val();
        self.destination.next = self.retired.val().destination;
        self.value.next = self.retired.val().value;
        self.retire_valid.next = self.retired.val().valid;
        self.retire_pc.next = self.retired.val().pc;
        self.retire_dst.next = self.destination.val().dst;
        self.retire_we.next = self.destination.val().writes;
        self.retire_payload.next = self.value.val().payload;
        self.retire_tag.next = self.value.val().tag;
        self.retire_trap.next = self.retired.val().trapped;
        self.retire_cycle.next = self.core.retire_cycle.val();
    }
}
