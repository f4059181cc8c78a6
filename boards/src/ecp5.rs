//! Top level of boards with a Lattice ECP5.

use pyxl_core::Images;
use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::Uart;
use rust_hdl::prelude::*;

use crate::clock::Pll;
use crate::pads::Pads;
use crate::soc::Soc;
use crate::startup::Startup;

/// The chip's PLL, primitive EHXPLLL.
#[derive(Block, Default)]
pub struct Ecp5Pll {
    /// Clock input.
    pub reference: Signal<In, Clock>,
    /// The core's clock.
    pub clock: Signal<Out, Clock>,
    /// `clock` is stable; asynchronous.
    pub locked: Signal<Out, Bit>,
    _dividers: Pll,
}

/// The primitive's declaration, as far as it is used.
const BLACK_BOX: &str = "\
(* blackbox *)
module EHXPLLL #(
    parameter CLKI_DIV = 1,
    parameter CLKFB_DIV = 1,
    parameter CLKOP_DIV = 8,
    parameter CLKOP_CPHASE = 0,
    parameter FEEDBK_PATH = \"CLKOP\"
) (
    input  wire CLKI,
    input  wire CLKFB,
    input  wire RST,
    input  wire STDBY,
    input  wire PHASESEL0,
    input  wire PHASESEL1,
    input  wire PHASEDIR,
    input  wire PHASESTEP,
    input  wire PHASELOADREG,
    input  wire PLLWAKESYNC,
    input  wire ENCLKOP,
    output wire CLKOP,
    output wire LOCK
);
endmodule";

impl Logic for Ecp5Pll {
    fn update(&mut self) {
        self.clock.next = self.reference.val();
        self.locked.next = true;
    }
    fn connect(&mut self) {
        self.clock.connect();
        self.locked.connect();
    }
    fn hdl(&self) -> Verilog {
        let Pll {
            input_div,
            feedback_div,
            output_div,
        } = self._dividers;
        let code = format!(
            "\
EHXPLLL #(
    .CLKI_DIV({input_div}),
    .CLKFB_DIV({feedback_div}),
    .CLKOP_DIV({output_div}),
    .CLKOP_CPHASE({phase}),
    .FEEDBK_PATH(\"CLKOP\")
) pll (
    .CLKI(reference),
    .CLKFB(clock),
    .CLKOP(clock),
    .LOCK(locked),
    .RST(1'b0),
    .STDBY(1'b0),
    .PHASESEL0(1'b0),
    .PHASESEL1(1'b0),
    .PHASEDIR(1'b0),
    .PHASESTEP(1'b0),
    .PHASELOADREG(1'b0),
    .PLLWAKESYNC(1'b0),
    .ENCLKOP(1'b0)
);",
            phase = output_div - 1,
        );
        Verilog::Wrapper(Wrapper {
            code,
            cores: BLACK_BOX.into(),
        })
    }
}

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
            pll: Ecp5Pll {
                _dividers: pll,
                ..Default::default()
            },
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

        self.soc.host_run.next = self.startup.run.val();
        self.soc.host_halt.next = false;
        self.soc.host_step.next = false;
        self.soc.host_addr.next = 0.into();
        self.soc.host_wdata_payload.next = 0.into();
        self.soc.host_wdata_tag.next = 0.into();
        self.soc.host_write.next = false;
        self.soc.host_read.next = false;

        self.soc.console_ready.next = self.uart.tx_ready.val();
        self.uart.tx_valid.next = self.soc.console_valid.val();
        self.uart.tx_data.next = self.soc.console_data.val();
        self.soc.input_valid.next = self.uart.rx_valid.val();
        self.received.next = bit_cast::<9, 8>(self.uart.rx_data.val());
        // As a terminal's driver: the Enter key ends a line, Ctrl-D the input.
        if self.uart.rx_data.val() == 13 {
            self.received.next = 10.into();
        }
        self.soc.input_data.next = self
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
