//! The emitted Verilog of every block does what rust-hdl's simulation does.

use pyxl_hdl::cosim::{CosimError, Suite};
use pyxl_isa::MachineConfig;
use pyxl_peripherals::host::run::RunControl;
use pyxl_peripherals::{Axi3, AxiLite, Fifo, Gpio, HostPort, Uart};

const CYCLES: usize = 3000;

#[test]
fn blocks_equal_their_verilog() -> Result<(), CosimError> {
    Suite::new()
        .clocked(
            Gpio::default(),
            "gpio",
            |b| &mut b.clock,
            1,
            CYCLES,
            |b, rng, _| {
                b.reset.next = rng.one_in(64);
                b.pins_in.next = rng.bits(32).into();
                b.write.next.write = rng.flag();
                b.write.next.direction = rng.flag();
                b.write.next.pin = rng.bits(5).into();
                b.write.next.value = rng.flag();
            },
        )
        .clocked(
            Fifo::<9>::new(4),
            "fifo",
            |b| &mut b.clock,
            2,
            CYCLES,
            |b, rng, _| {
                b.reset.next = rng.one_in(256);
                b.push.next = rng.flag();
                b.pop.next = rng.flag();
                b.data.next = rng.bits(9).into();
            },
        )
        .clocked(
            Uart::new(4, 3),
            "uart",
            |b| &mut b.clock,
            3,
            4 * CYCLES,
            |b, rng, cycle| {
                b.reset.next = rng.one_in(1024);
                b.tx_valid.next = rng.one_in(16);
                b.tx_data.next = rng.bits(8).into();
                b.rx_pop.next = rng.one_in(64);
                // Levels that last about a bit, so that bytes arrive.
                if cycle % 3 == 0 {
                    b.rxd.next = rng.flag();
                }
            },
        )
        .clocked(
            Axi3::default(),
            "axi3",
            |b| &mut b.clock,
            4,
            CYCLES,
            |b, rng, _| {
                b.reset.next = rng.one_in(64);
                b.axi.awvalid.next = rng.flag();
                b.axi.awid.next = rng.bits(12).into();
                b.axi.awlen.next = (rng.bits(4) & rng.bits(4)).into();
                b.axi.wvalid.next = rng.flag();
                b.axi.wlast.next = rng.flag();
                b.axi.awaddr.next = rng.bits(32).into();
                b.axi.wdata.next = rng.bits(32).into();
                b.axi.wstrb.next = rng.bits(4).into();
                b.axi.araddr.next = rng.bits(32).into();
                b.lite.rdata.next = rng.bits(32).into();
                b.axi.bready.next = rng.flag();
                b.axi.arvalid.next = rng.flag();
                b.axi.arid.next = rng.bits(12).into();
                b.axi.arlen.next = (rng.bits(4) & rng.bits(4)).into();
                b.axi.rready.next = rng.flag();
                b.lite.awready.next = rng.flag();
                b.lite.wready.next = rng.flag();
                b.lite.bvalid.next = rng.flag();
                b.lite.bresp.next = rng.bits(2).into();
                b.lite.arready.next = rng.flag();
                b.lite.rvalid.next = rng.flag();
                b.lite.rresp.next = rng.bits(2).into();
            },
        )
        .clocked(
            AxiLite::default(),
            "axi_lite",
            |b| &mut b.clock,
            5,
            CYCLES,
            |b, rng, _| {
                b.reset.next = rng.one_in(64);
                b.axi.awvalid.next = rng.flag();
                b.axi.awaddr.next = rng.bits(12).into();
                b.axi.wvalid.next = rng.flag();
                b.axi.wdata.next = rng.bits(32).into();
                b.axi.wstrb.next = (rng.bits(4) | rng.bits(4) | rng.bits(4)).into();
                b.axi.bready.next = rng.flag();
                b.axi.arvalid.next = rng.flag();
                b.axi.araddr.next = rng.bits(12).into();
                b.axi.rready.next = rng.flag();
                b.registers.done.next = rng.flag();
                b.registers.error.next = rng.flag();
                b.registers.rdata.next = rng.bits(32).into();
            },
        )
        .clocked(
            HostPort::new(&MachineConfig::SIM),
            "host_port",
            |b| &mut b.clock,
            6,
            CYCLES,
            |b, rng, _| {
                b.reset.next = rng.one_in(128);
                b.registers.request.next = rng.flag();
                b.registers.write.next = rng.flag();
                // Mostly registers that exist.
                b.registers.number.next = if rng.one_in(16) {
                    rng.bits(10)
                } else {
                    rng.bits(4)
                }
                .into();
                b.registers.wdata.next = rng.bits(32).into();
                b.debug_reply.next.rdata.payload = rng.bits(32).into();
                b.debug_reply.next.rdata.tag = rng.bits(4).into();
                b.debug_reply.next.ack = rng.flag();
                b.debug_reply.next.refused = rng.one_in(4);
                b.debug_reply.next.halted = rng.flag();
                b.debug_reply.next.halt_code = rng.bits(8).into();
                b.output_valid.next = rng.flag();
                b.output_data.next = rng.bits(9).into();
                b.input_ready.next = rng.flag();
            },
        )
        .clocked(
            RunControl::default(),
            "run_control",
            |b| &mut b.clock,
            7,
            CYCLES,
            |b, rng, _| {
                b.reset.next = rng.one_in(32);
                b.strobe.next = rng.flag();
                b.command.next = rust_hdl::prelude::bits::<3>(rng.bits(3)).into();
            },
        )
        .run()
}
