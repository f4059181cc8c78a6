//! AXI4-Lite slave: five independent handshakes to one access at a time.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// What the slave is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Transfer {
    /// Waits for a whole request and room for its response.
    Idle,
    /// A write is with the registers behind.
    Write,
    /// A read is with the registers behind.
    Read,
    /// Fills the code space.
    Unused,
}

/// AXI4-Lite slave, 32-bit data, 4 KiB of addresses.
///
/// The address and data of a write arrive in either order; one write and one
/// read may wait at the same time and are served in turn. Towards the registers
/// behind, `request` holds with `write`, `address` and `wdata` until `done`,
/// which comes with `rdata` (reads) and `error` (answered as SLVERR). A write
/// that does not strobe all four bytes is answered SLVERR and goes no further.
#[derive(Block, Default)]
pub struct AxiLite {
    /// ACLK.
    pub clock: Signal<In, Clock>,
    /// Inverse of ARESETn.
    pub reset: Signal<In, Bit>,
    /// Write address channel.
    pub awvalid: Signal<In, Bit>,
    /// Byte address; the two low bits are ignored.
    pub awaddr: Signal<In, Bits<12>>,
    /// Accepts a write address.
    pub awready: Signal<Out, Bit>,
    /// Write data channel.
    pub wvalid: Signal<In, Bit>,
    /// Write data.
    pub wdata: Signal<In, Bits<32>>,
    /// Byte strobes.
    pub wstrb: Signal<In, Bits<4>>,
    /// Accepts write data.
    pub wready: Signal<Out, Bit>,
    /// Write response channel.
    pub bvalid: Signal<Out, Bit>,
    /// OKAY (0) or SLVERR (2).
    pub bresp: Signal<Out, Bits<2>>,
    /// The master takes the response.
    pub bready: Signal<In, Bit>,
    /// Read address channel.
    pub arvalid: Signal<In, Bit>,
    /// Byte address; the two low bits are ignored.
    pub araddr: Signal<In, Bits<12>>,
    /// Accepts a read address.
    pub arready: Signal<Out, Bit>,
    /// Read data channel.
    pub rvalid: Signal<Out, Bit>,
    /// Read data.
    pub rdata: Signal<Out, Bits<32>>,
    /// OKAY (0) or SLVERR (2).
    pub rresp: Signal<Out, Bits<2>>,
    /// The master takes the data.
    pub rready: Signal<In, Bit>,
    /// An access for the registers behind, until `done`.
    pub request: Signal<Out, Bit>,
    /// The access is a write.
    pub write: Signal<Out, Bit>,
    /// Register number: byte address / 4.
    pub register: Signal<Out, Bits<10>>,
    /// Data of a write.
    pub request_data: Signal<Out, Bits<32>>,
    /// The access is finished in this cycle.
    pub done: Signal<In, Bit>,
    /// It is refused.
    pub error: Signal<In, Bit>,
    /// Data of a read.
    pub response_data: Signal<In, Bits<32>>,
    state: DFF<Transfer>,
    /// The last access was a write: a waiting read goes first.
    last_was_write: DFF<Bit>,
    aw_full: DFF<Bit>,
    aw_register: DFF<Bits<10>>,
    w_full: DFF<Bit>,
    w_data: DFF<Bits<32>>,
    w_whole: DFF<Bit>,
    b_full: DFF<Bit>,
    b_error: DFF<Bit>,
    ar_full: DFF<Bit>,
    ar_register: DFF<Bits<10>>,
    r_full: DFF<Bit>,
    r_data: DFF<Bits<32>>,
    r_error: DFF<Bit>,
    write_waits: Signal<Local, Bit>,
    read_waits: Signal<Local, Bit>,
}

impl Logic for AxiLite {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            last_was_write,
            aw_full,
            aw_register,
            w_full,
            w_data,
            w_whole,
            b_full,
            b_error,
            ar_full,
            ar_register,
            r_full,
            r_data,
            r_error
        );
        self.awready.next = !self.aw_full.q.val();
        self.wready.next = !self.w_full.q.val();
        self.arready.next = !self.ar_full.q.val();
        if self.awvalid.val() & !self.aw_full.q.val() {
            self.aw_full.d.next = true;
            self.aw_register.d.next = self.awaddr.val().get_bits::<10>(2);
        }
        if self.wvalid.val() & !self.w_full.q.val() {
            self.w_full.d.next = true;
            self.w_data.d.next = self.wdata.val();
            self.w_whole.d.next = self.wstrb.val().all();
        }
        if self.arvalid.val() & !self.ar_full.q.val() {
            self.ar_full.d.next = true;
            self.ar_register.d.next = self.araddr.val().get_bits::<10>(2);
        }
        if self.bready.val() {
            self.b_full.d.next = false;
        }
        if self.rready.val() {
            self.r_full.d.next = false;
        }

        self.write_waits.next = self.aw_full.q.val() & self.w_full.q.val() & !self.b_full.q.val();
        self.read_waits.next = self.ar_full.q.val() & !self.r_full.q.val();
        self.request.next = false;
        self.write.next = false;
        self.register.next = self.ar_register.q.val();
        self.request_data.next = self.w_data.q.val();
        match self.state.q.val() {
            Transfer::Write => {
                self.request.next = self.w_whole.q.val();
                self.write.next = true;
                self.register.next = self.aw_register.q.val();
                if self.done.val() | !self.w_whole.q.val() {
                    self.state.d.next = Transfer::Idle;
                    self.last_was_write.d.next = true;
                    self.aw_full.d.next = false;
                    self.w_full.d.next = false;
                    self.b_full.d.next = true;
                    self.b_error.d.next = self.error.val() | !self.w_whole.q.val();
                }
            }
            Transfer::Read => {
                self.request.next = true;
                if self.done.val() {
                    self.state.d.next = Transfer::Idle;
                    self.last_was_write.d.next = false;
                    self.ar_full.d.next = false;
                    self.r_full.d.next = true;
                    self.r_error.d.next = self.error.val();
                    self.r_data.d.next = self.response_data.val();
                }
            }
            _ => {
                if self.write_waits.val() & !(self.read_waits.val() & self.last_was_write.q.val()) {
                    self.state.d.next = Transfer::Write;
                } else if self.read_waits.val() {
                    self.state.d.next = Transfer::Read;
                }
            }
        }
        if self.reset.val() {
            self.state.d.next = Transfer::Idle;
            self.aw_full.d.next = false;
            self.w_full.d.next = false;
            self.b_full.d.next = false;
            self.ar_full.d.next = false;
            self.r_full.d.next = false;
        }

        self.bvalid.next = self.b_full.q.val();
        self.bresp.next = bit_cast::<2, 1>(self.b_error.q.val().into()) << 1;
        self.rvalid.next = self.r_full.q.val();
        self.rresp.next = bit_cast::<2, 1>(self.r_error.q.val().into()) << 1;
        self.rdata.next = self.r_data.q.val();
    }
}

#[cfg(test)]
mod tests;
