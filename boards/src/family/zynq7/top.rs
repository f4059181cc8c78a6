//! Top level of boards with a Xilinx Zynq-7000.

use pyxl_core::bus::{ConsoleByte, DebugReply, DebugRequest, InputByte};
use pyxl_core::types::Word;
use pyxl_core::Images;
use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::{Axi3, AxiLite, Fifo, HostPort};
use rust_hdl::prelude::*;

use super::ps7::Ps7;
use crate::pads::Pads;
use crate::soc::Soc;
use crate::startup::Startup;

/// The machine with its clock, its programs and its console from the ARM cores:
/// the host port is at 0x4000_0000.
#[derive(Block, Default)]
pub struct ZynqTop {
    /// The program's pins.
    pub pins: Signal<InOut, Bits<32>>,
    ps7: Ps7,
    startup: Startup,
    axi3: Axi3,
    axi: AxiLite,
    host: HostPort,
    console: Fifo<9>,
    typed: Fifo<9>,
    soc: Soc,
    pads: Pads,
    reset: Signal<Local, Bit>,
    debug: Signal<Local, DebugRequest>,
    debug_reply: Signal<Local, DebugReply>,
    wdata: Signal<Local, Word>,
    rdata: Signal<Local, Word>,
    written: Signal<Local, ConsoleByte>,
    stream: Signal<Local, Bits<9>>,
    console_input: Signal<Local, InputByte>,
}

impl ZynqTop {
    /// A machine with the given sizes and initial contents of its memories.
    pub fn new(config: &MachineConfig, images: &Images) -> Self {
        Self {
            host: HostPort::new(config),
            console: Fifo::new(config.uart_fifo),
            typed: Fifo::new(config.uart_fifo),
            soc: Soc::new(config, images),
            ..Default::default()
        }
    }
}

impl Logic for ZynqTop {
    #[hdl]
    fn update(&mut self) {
        self.ps7.axi_clock.next = self.ps7.clock.val();
        self.startup.clock.next = self.ps7.clock.val();
        self.axi3.clock.next = self.ps7.clock.val();
        self.axi.clock.next = self.ps7.clock.val();
        self.host.clock.next = self.ps7.clock.val();
        self.console.clock.next = self.ps7.clock.val();
        self.typed.clock.next = self.ps7.clock.val();
        self.soc.clock.next = self.ps7.clock.val();
        self.startup.clock_good.next = self.ps7.reset_n.val();
        self.reset.next = self.startup.reset.val();
        self.axi3.reset.next = self.reset.val();
        self.axi.reset.next = self.reset.val();
        self.host.reset.next = self.reset.val();
        self.console.reset.next = self.reset.val() | self.host.host_reset.val();
        self.typed.reset.next = self.reset.val() | self.host.host_reset.val();
        self.soc.reset.next = self.reset.val() | self.host.host_reset.val();

        self.axi3.awvalid.next = self.ps7.awvalid.val();
        self.axi3.awid.next = self.ps7.awid.val();
        self.axi3.awlen.next = self.ps7.awlen.val();
        self.ps7.awready.next = self.axi3.awready.val();
        self.axi3.wvalid.next = self.ps7.wvalid.val();
        self.axi3.wlast.next = self.ps7.wlast.val();
        self.ps7.wready.next = self.axi3.wready.val();
        self.ps7.bvalid.next = self.axi3.bvalid.val();
        self.ps7.bid.next = self.axi3.bid.val();
        self.ps7.bresp.next = self.axi3.bresp.val();
        self.axi3.bready.next = self.ps7.bready.val();
        self.axi3.arvalid.next = self.ps7.arvalid.val();
        self.axi3.arid.next = self.ps7.arid.val();
        self.axi3.arlen.next = self.ps7.arlen.val();
        self.ps7.arready.next = self.axi3.arready.val();
        self.ps7.rvalid.next = self.axi3.rvalid.val();
        self.ps7.rid.next = self.axi3.rid.val();
        self.ps7.rlast.next = self.axi3.rlast.val();
        self.ps7.rresp.next = self.axi3.rresp.val();
        self.ps7.rdata.next = self.axi.rdata.val();
        self.axi3.rready.next = self.ps7.rready.val();

        self.axi.awvalid.next = self.axi3.lite_awvalid.val();
        self.axi.awaddr.next = self.ps7.awaddr.val().get_bits::<12>(0);
        self.axi3.lite_awready.next = self.axi.awready.val();
        self.axi.wvalid.next = self.axi3.lite_wvalid.val();
        self.axi.wdata.next = self.ps7.wdata.val();
        self.axi.wstrb.next = self.ps7.wstrb.val();
        self.axi3.lite_wready.next = self.axi.wready.val();
        self.axi3.lite_bvalid.next = self.axi.bvalid.val();
        self.axi3.lite_bresp.next = self.axi.bresp.val();
        self.axi.bready.next = self.axi3.lite_bready.val();
        self.axi.arvalid.next = self.axi3.lite_arvalid.val();
        self.axi.araddr.next = self.ps7.araddr.val().get_bits::<12>(0);
        self.axi3.lite_arready.next = self.axi.arready.val();
        self.axi3.lite_rvalid.next = self.axi.rvalid.val();
        self.axi3.lite_rresp.next = self.axi.rresp.val();
        self.axi.rready.next = self.axi3.lite_rready.val();

        self.host.request.next = self.axi.request.val();
        self.host.write.next = self.axi.write.val();
        self.host.register.next = self.axi.register.val();
        self.host.request_data.next = self.axi.request_data.val();
        self.axi.done.next = self.host.done.val();
        self.axi.error.next = self.host.error.val();
        self.axi.response_data.next = self.host.response_data.val();

        self.wdata.next.payload = self.host.host_wdata_payload.val();
        self.wdata.next.tag = self.host.host_wdata_tag.val();
        self.debug.next.run = self.host.host_run.val();
        self.debug.next.halt = self.host.host_halt.val();
        self.debug.next.step = self.host.host_step.val();
        self.debug.next.address = self.host.host_addr.val();
        self.debug.next.wdata = self.wdata.val();
        self.debug.next.write = self.host.host_write.val();
        self.debug.next.read = self.host.host_read.val();
        self.soc.debug.next = self.debug.val();
        self.debug_reply.next = self.soc.debug_reply.val();
        self.rdata.next = self.debug_reply.val().rdata;
        self.host.host_rdata_payload.next = self.rdata.val().payload;
        self.host.host_rdata_tag.next = self.rdata.val().tag;
        self.host.host_ack.next = self.debug_reply.val().ack;
        self.host.halted.next = self.debug_reply.val().halted;
        self.host.halt_code.next = self.debug_reply.val().halt_code;

        self.written.next = self.soc.console.val();
        self.stream.next = bit_cast::<9, 8>(self.written.val().data);
        self.console.push.next = self.written.val().valid;
        self.console.data.next = self.stream.val().replace_bit(8, self.written.val().channel);
        self.soc.console_ready.next = self.console.ready.val();
        self.console.pop.next = self.host.output_pop.val();
        self.host.output_valid.next = self.console.valid.val();
        self.host.output_data.next = self.console.head.val();
        self.host.input_ready.next = self.typed.ready.val();
        self.typed.push.next = self.host.input_push.val();
        self.typed.data.next = self.host.input_data.val();
        self.console_input.next.valid = self.typed.valid.val();
        self.console_input.next.data = self.typed.head.val();
        self.soc.console_input.next = self.console_input.val();
        self.typed.pop.next = self.soc.input_pop.val();

        Signal::<InOut, Bits<32>>::link(&mut self.pins, &mut self.pads.pins);
        self.soc.pins_in.next = self.pads.pins_in.val();
        self.pads.pins_out.next = self.soc.pins_out.val();
        self.pads.pins_oe.next = self.soc.pins_oe.val();
    }
}
