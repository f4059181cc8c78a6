//! Every block has Verilog that says the same.

use pyxl_hdl::emit;
use pyxl_isa::MachineConfig;
use pyxl_peripherals::{AxiLite, Gpio, HostPort, Uart};
use rust_hdl::prelude::Block;

fn emits<B: Block>(block: &B, name: &str) {
    if let Err(error) = emit(block, name) {
        panic!("{error}");
    }
}

#[test]
fn every_block_is_printed() {
    emits(&Gpio::default(), "gpio");
    emits(&Uart::new(16, 4), "uart");
    emits(&AxiLite::default(), "axi_lite");
    emits(&HostPort::new(&MachineConfig::SIM), "host_port");
}
