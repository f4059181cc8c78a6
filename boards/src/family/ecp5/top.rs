//! Top level of boards with a Lattice ECP5.

use pyxl_core::Images;
use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::Uart;
use rust_hdl::prelude::*;

use super::pll::{Ecp5Pll, Pll};
use crate::pads::Pads;
use crate::soc::Soc;
use crate::startup::Startup;

/// The machine with a PLL, its console on a UART; the program is in the bitstream.
#[derive(Block, Default)]
pub struct Ecp5Top {
    /// The board's oscillator.
    pub clock_in: Signal<In, Clock>,
    /// Serial line out.
    pub txd: Signal<Out, Bit>,
    /// Serial line in.
    pub rxd: Signal<In, Bit>,
    /// The program's pins.
    pub pins: Signal<InOut, Bits<32>>,
    pll: Ecp5Pll,
    startup: Startup,
    soc: Soc,
    uart: Uart,
    pads: Pads,
    received: Signal<Local, Bits<9>>,
}

impl Ecp5Top {
    /// A machine with the given sizes, clock and initial contents of its memories.
    pub fn new(config: &MachineConfig, pll: Pll, images: &Images) -> Self {
        Self {
            pll: Ecp5Pll::new(pll),
            soc: Soc::new(config, images),
            uart: Uart::new(config.uart_fifo, config.clocks_per_bit),
            ..Default::default()
        }
    }
}

impl Logic for Ecp5Top {
    #[hdl]
    fn update(&mut self) {
        self.pll.reference.next = self.clock_in.val();
        self.startup.clock.next = self.pll.clock.val();
        self.soc.clock.next = self.pll.clock.val();
        self.uart.clock.next = self.pll.clock.val();
        self.startup.clock_good.next = self.pll.locked.val();
        self.soc.reset.next = self.startup.reset.val();
        self.uart.reset.next = self.startup.reset.val();

        // The program starts by itself, and nobody looks into the memories.
        self.soc.debug.next.run = self.startup.run.val();
        self.soc.debug.next.halt = false;
        self.soc.debug.next.step = false;
        self.soc.debug.next.address = 0.into();
        self.soc.debug.next.wdata.payload = 0.into();
        self.soc.debug.next.wdata.tag = 0.into();
        self.soc.debug.next.write = false;
        self.soc.debug.next.read = false;

        self.soc.console_ready.next = self.uart.tx_ready.val();
        self.uart.tx_valid.next = self.soc.console.val().valid;
        self.uart.tx_data.next = self.soc.console.val().data;
        self.received.next = bit_cast::<9, 8>(self.uart.rx_data.val());
        // As a terminal's driver: the Enter key ends a line, Ctrl-D the input.
        if self.uart.rx_data.val() == 13 {
            self.received.next = 10.into();
        }
        self.soc.console_input.next.valid = self.uart.rx_valid.val();
        self.soc.console_input.next.data = self
            .received
            .val()
            .replace_bit(8, self.uart.rx_data.val() == 4);
        self.uart.rx_pop.next = self.soc.input_pop.val();
        self.txd.next = self.uart.txd.val();
        self.uart.rxd.next = self.rxd.val();

        Signal::<InOut, Bits<32>>::link(&mut self.pins, &mut self.pads.pins);
        self.soc.pins_in.next = self.pads.pins_in.val();
        self.pads.pins_out.next = self.soc.pins_out.val();
        self.pads.pins_oe.next = self.soc.pins_oe.val();
    }
}
