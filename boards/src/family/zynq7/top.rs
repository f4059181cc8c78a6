//! Top level of boards with a Xilinx Zynq-7000.

use pyxl_core::Images;
use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::bus::{Axi3Master, LiteMaster, RegisterUser};
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
    stream: Signal<Local, Bits<9>>,
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
        self.console.reset.next = self.reset.val() | self.host.restart.val();
        self.typed.reset.next = self.reset.val() | self.host.restart.val();
        self.soc.reset.next = self.reset.val() | self.host.restart.val();

        Axi3Master::join(&mut self.ps7.axi, &mut self.axi3.axi);
        LiteMaster::join(&mut self.axi3.lite, &mut self.axi.axi);
        RegisterUser::join(&mut self.axi.registers, &mut self.host.registers);
        self.soc.debug.next = self.host.debug.val();
        self.host.debug_reply.next = self.soc.debug_reply.val();

        self.stream.next = bit_cast::<9, 8>(self.soc.console.val().data);
        self.console.push.next = self.soc.console.val().valid;
        self.console.data.next = self
            .stream
            .val()
            .replace_bit(8, self.soc.console.val().channel);
        self.soc.console_ready.next = self.console.ready.val();
        self.console.pop.next = self.host.output_pop.val();
        self.host.output_valid.next = self.console.valid.val();
        self.host.output_data.next = self.console.head.val();
        self.host.input_ready.next = self.typed.ready.val();
        self.typed.push.next = self.host.input_push.val();
        self.typed.data.next = self.host.input_data.val();
        self.soc.console_input.next.valid = self.typed.valid.val();
        self.soc.console_input.next.data = self.typed.head.val();
        self.typed.pop.next = self.soc.input_pop.val();

        Signal::<InOut, Bits<32>>::link(&mut self.pins, &mut self.pads.pins);
        self.soc.pins_in.next = self.pads.pins_in.val();
        self.pads.pins_out.next = self.soc.pins_out.val();
        self.pads.pins_oe.next = self.soc.pins_oe.val();
    }
}
