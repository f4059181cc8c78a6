//! Bundles of wires between peripherals, each written once for both of its ends.
#![allow(missing_docs)] // the methods `join` and `link`, which rust-hdl derives

use pyxl_hdl_macros::bus;
use rust_hdl::prelude::*;

/// AXI4-Lite with 32-bit data and 4 KiB of addresses, as its master sees it. Names are those of
/// the specification.
#[bus(LiteSlave)]
pub struct LiteMaster {
    /// Write address channel.
    pub awvalid: Signal<Out, Bit>,
    /// Byte address; the two low bits are ignored.
    pub awaddr: Signal<Out, Bits<12>>,
    /// Accepts a write address.
    pub awready: Signal<In, Bit>,
    /// Write data channel.
    pub wvalid: Signal<Out, Bit>,
    /// Write data.
    pub wdata: Signal<Out, Bits<32>>,
    /// Byte strobes.
    pub wstrb: Signal<Out, Bits<4>>,
    /// Accepts write data.
    pub wready: Signal<In, Bit>,
    /// Write response channel.
    pub bvalid: Signal<In, Bit>,
    /// OKAY (0) or SLVERR (2).
    pub bresp: Signal<In, Bits<2>>,
    /// The master takes the response.
    pub bready: Signal<Out, Bit>,
    /// Read address channel.
    pub arvalid: Signal<Out, Bit>,
    /// Byte address; the two low bits are ignored.
    pub araddr: Signal<Out, Bits<12>>,
    /// Accepts a read address.
    pub arready: Signal<In, Bit>,
    /// Read data channel.
    pub rvalid: Signal<In, Bit>,
    /// Read data.
    pub rdata: Signal<In, Bits<32>>,
    /// OKAY (0) or SLVERR (2).
    pub rresp: Signal<In, Bits<2>>,
    /// The master takes the data.
    pub rready: Signal<Out, Bit>,
}

/// AXI3 as the master port of a Zynq-7000 sees it: 12-bit IDs, bursts of up to 16 beats. Names
/// are those of the specification.
#[bus(Axi3Slave)]
pub struct Axi3Master {
    /// Write address channel.
    pub awvalid: Signal<Out, Bit>,
    /// Byte address.
    pub awaddr: Signal<Out, Bits<32>>,
    /// Transaction.
    pub awid: Signal<Out, Bits<12>>,
    /// Beats − 1.
    pub awlen: Signal<Out, Bits<4>>,
    /// Accepts a write address.
    pub awready: Signal<In, Bit>,
    /// Write data channel.
    pub wvalid: Signal<Out, Bit>,
    /// Write data.
    pub wdata: Signal<Out, Bits<32>>,
    /// Byte strobes.
    pub wstrb: Signal<Out, Bits<4>>,
    /// Last beat.
    pub wlast: Signal<Out, Bit>,
    /// Accepts write data.
    pub wready: Signal<In, Bit>,
    /// Write response channel.
    pub bvalid: Signal<In, Bit>,
    /// Transaction.
    pub bid: Signal<In, Bits<12>>,
    /// OKAY (0) or SLVERR (2).
    pub bresp: Signal<In, Bits<2>>,
    /// The master takes the response.
    pub bready: Signal<Out, Bit>,
    /// Read address channel.
    pub arvalid: Signal<Out, Bit>,
    /// Byte address.
    pub araddr: Signal<Out, Bits<32>>,
    /// Transaction.
    pub arid: Signal<Out, Bits<12>>,
    /// Beats − 1.
    pub arlen: Signal<Out, Bits<4>>,
    /// Accepts a read address.
    pub arready: Signal<In, Bit>,
    /// Read data channel.
    pub rvalid: Signal<In, Bit>,
    /// Read data.
    pub rdata: Signal<In, Bits<32>>,
    /// Transaction.
    pub rid: Signal<In, Bits<12>>,
    /// Last beat.
    pub rlast: Signal<In, Bit>,
    /// OKAY (0) or SLVERR (2).
    pub rresp: Signal<In, Bits<2>>,
    /// The master takes the data.
    pub rready: Signal<Out, Bit>,
}

/// Registers of 32 bits, one access at a time, as who reads and writes them sees them: `request`
/// holds with `write`, `number` and `wdata` until `done`.
#[bus(RegisterBank)]
pub struct RegisterUser {
    /// An access, until `done`.
    pub request: Signal<Out, Bit>,
    /// The access is a write.
    pub write: Signal<Out, Bit>,
    /// Register number: byte offset / 4.
    pub number: Signal<Out, Bits<10>>,
    /// Data of a write.
    pub wdata: Signal<Out, Bits<32>>,
    /// The access is finished in this cycle.
    pub done: Signal<In, Bit>,
    /// It is refused.
    pub error: Signal<In, Bit>,
    /// Data of a read.
    pub rdata: Signal<In, Bits<32>>,
}
