//! Top level of the simulated board.

use pyxl_core::types::FRAME_BITS;
use pyxl_core::Images;
use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::Uart;
use rust_hdl::prelude::*;

use crate::soc::Soc;

/// The machine with its console on a UART, and everything that a simulation
/// drives or compares at the ports, each wire by its own name.
#[derive(Block, Default)]
pub struct SimTop {
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
    /// With `host_ack`: there is nothing at its address.
    pub host_refused: Signal<Out, Bit>,
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
    /// The UART's queue takes a byte.
    pub console_ready: Signal<Out, Bit>,
    /// There is a byte of input.
    pub input_valid: Signal<In, Bit>,
    /// The byte, or with bit 8 the end of the input.
    pub input_data: Signal<In, Bits<9>>,
    /// It is taken.
    pub input_pop: Signal<Out, Bit>,
    /// Serial line out.
    pub txd: Signal<Out, Bit>,
    /// Serial line in.
    pub rxd: Signal<In, Bit>,
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
    soc: Soc,
    uart: Uart,
}

impl SimTop {
    /// A machine with the given sizes and initial contents of its memories.
    pub fn new(config: &MachineConfig, images: &Images) -> Self {
        Self {
            soc: Soc::new(config, images),
            uart: Uart::new(config.uart_fifo, config.clocks_per_bit),
            ..Default::default()
        }
    }
}

impl Logic for SimTop {
    #[hdl]
    fn update(&mut self) {
        clock!(self, clock, soc, uart);
        self.soc.reset.next = self.reset.val();
        self.uart.reset.next = self.reset.val();

        self.soc.debug.next.run = self.host_run.val();
        self.soc.debug.next.halt = self.host_halt.val();
        self.soc.debug.next.step = self.host_step.val();
        self.soc.debug.next.address = self.host_addr.val();
        self.soc.debug.next.wdata.payload = self.host_wdata_payload.val();
        self.soc.debug.next.wdata.tag = self.host_wdata_tag.val();
        self.soc.debug.next.write = self.host_write.val();
        self.soc.debug.next.read = self.host_read.val();
        self.host_rdata_payload.next = self.soc.debug_reply.val().rdata.payload;
        self.host_rdata_tag.next = self.soc.debug_reply.val().rdata.tag;
        self.host_ack.next = self.soc.debug_reply.val().ack;
        self.host_refused.next = self.soc.debug_reply.val().refused;
        self.halted.next = self.soc.debug_reply.val().halted;
        self.halt_code.next = self.soc.debug_reply.val().halt_code;

        self.soc.pins_in.next = self.pins_in.val();
        self.pins_out.next = self.soc.pins_out.val();
        self.pins_oe.next = self.soc.pins_oe.val();

        self.console_valid.next = self.soc.console.val().valid;
        self.console_data.next = self.soc.console.val().data;
        self.console_channel.next = self.soc.console.val().channel;
        self.console_ready.next = self.uart.tx_ready.val();
        self.soc.console_ready.next = self.uart.tx_ready.val();
        self.uart.tx_valid.next = self.soc.console.val().valid;
        self.uart.tx_data.next = self.soc.console.val().data;
        self.soc.console_input.next.valid = self.input_valid.val();
        self.soc.console_input.next.data = self.input_data.val();
        self.input_pop.next = self.soc.input_pop.val();
        self.uart.rx_pop.next = false;
        self.txd.next = self.uart.txd.val();
        self.uart.rxd.next = self.rxd.val();

        self.retire_valid.next = self.soc.retired.val().valid;
        self.retire_pc.next = self.soc.retired.val().pc;
        self.retire_dst.next = self.soc.retired.val().destination.dst;
        self.retire_we.next = self.soc.retired.val().destination.writes;
        self.retire_payload.next = self.soc.retired.val().value.payload;
        self.retire_tag.next = self.soc.retired.val().value.tag;
        self.retire_trap.next = self.soc.retired.val().trapped;
        self.retire_cycle.next = self.soc.retired.val().cycle;
    }
}
