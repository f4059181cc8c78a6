//! What every board has: the core and its pins.

use pyxl_core::bus::{ConsoleByte, DebugReply, DebugRequest, InputByte, PinWrite, Retired};
use pyxl_core::types::{Destination, Word, FRAME_BITS};
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
    debug: Signal<Local, DebugRequest>,
    debug_reply: Signal<Local, DebugReply>,
    pin_write: Signal<Local, PinWrite>,
    console: Signal<Local, ConsoleByte>,
    input_byte: Signal<Local, InputByte>,
    wdata: Signal<Local, Word>,
    rdata: Signal<Local, Word>,
    retired: Signal<Local, Retired>,
    value: Signal<Local, Word>,
    destination: Signal<Local, Destination>,
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

        self.wdata.next.payload = self.host_wdata_payload.val();
        self.wdata.next.tag = self.host_wdata_tag.val();
        self.debug.next.run = self.host_run.val();
        self.debug.next.halt = self.host_halt.val();
        self.debug.next.step = self.host_step.val();
        self.debug.next.address = self.host_addr.val();
        self.debug.next.wdata = self.wdata.val();
        self.debug.next.write = self.host_write.val();
        self.debug.next.read = self.host_read.val();
        self.core.debug.next = self.debug.val();
        self.debug_reply.next = self.core.debug_reply.val();
        self.rdata.next = self.debug_reply.val().rdata;
        self.host_rdata_payload.next = self.rdata.val().payload;
        self.host_rdata_tag.next = self.rdata.val().tag;
        self.host_ack.next = self.debug_reply.val().ack;
        self.halted.next = self.debug_reply.val().halted;
        self.halt_code.next = self.debug_reply.val().halt_code;

        self.pin_write.next = self.core.pin_write.val();
        self.gpio.write.next = self.pin_write.val().write;
        self.gpio.dir.next = self.pin_write.val().direction;
        self.gpio.pin.next = self.pin_write.val().pin;
        self.gpio.value.next = self.pin_write.val().value;
        self.core.pin_levels.next = self.gpio.levels.val();
        self.gpio.pins_in.next = self.pins_in.val();
        self.pins_out.next = self.gpio.pins_out.val();
        self.pins_oe.next = self.gpio.pins_oe.val();

        self.core.console_ready.next = self.console_ready.val();
        self.console.next = self.core.console.val();
        self.console_valid.next = self.console.val().valid;
        self.console_data.next = self.console.val().data;
        self.console_channel.next = self.console.val().channel;

        self.input_byte.next.valid = self.input_valid.val();
        self.input_byte.next.data = self.input_data.val();
        self.core.console_input.next = self.input_byte.val();
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
        self.retire_cycle.next = self.retired.val().cycle;
    }
}
