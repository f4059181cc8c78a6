//! AXI4-Lite slave: five independent handshakes to one access at a time.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::bus::{LiteSlave, RegisterUser};

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

/// The address and data of a write arrive in either order; one write and one
/// read may wait at the same time and are served in turn. What the registers refuse is answered
/// SLVERR, and so is a write that does not strobe all four bytes: it goes no further.
#[derive(Block, Default)]
pub struct AxiLite {
    /// ACLK.
    pub clock: Signal<In, Clock>,
    /// Inverse of ARESETn.
    pub reset: Signal<In, Bit>,
    /// The master in front.
    pub axi: LiteSlave,
    /// The registers behind.
    pub registers: RegisterUser,
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
        self.axi.awready.next = !self.aw_full.q.val();
        self.axi.wready.next = !self.w_full.q.val();
        self.axi.arready.next = !self.ar_full.q.val();
        if self.axi.awvalid.val() & !self.aw_full.q.val() {
            self.aw_full.d.next = true;
            self.aw_register.d.next = self.axi.awaddr.val().get_bits::<10>(2);
        }
        if self.axi.wvalid.val() & !self.w_full.q.val() {
            self.w_full.d.next = true;
            self.w_data.d.next = self.axi.wdata.val();
            self.w_whole.d.next = self.axi.wstrb.val().all();
        }
        if self.axi.arvalid.val() & !self.ar_full.q.val() {
            self.ar_full.d.next = true;
            self.ar_register.d.next = self.axi.araddr.val().get_bits::<10>(2);
        }
        if self.axi.bready.val() {
            self.b_full.d.next = false;
        }
        if self.axi.rready.val() {
            self.r_full.d.next = false;
        }

        self.write_waits.next = self.aw_full.q.val() & self.w_full.q.val() & !self.b_full.q.val();
        self.read_waits.next = self.ar_full.q.val() & !self.r_full.q.val();
        self.registers.request.next = false;
        self.registers.write.next = false;
        self.registers.number.next = self.ar_register.q.val();
        self.registers.wdata.next = self.w_data.q.val();
        match self.state.q.val() {
            Transfer::Write => {
                self.registers.request.next = self.w_whole.q.val();
                self.registers.write.next = true;
                self.registers.number.next = self.aw_register.q.val();
                if self.registers.done.val() | !self.w_whole.q.val() {
                    self.state.d.next = Transfer::Idle;
                    self.last_was_write.d.next = true;
                    self.aw_full.d.next = false;
                    self.w_full.d.next = false;
                    self.b_full.d.next = true;
                    self.b_error.d.next = self.registers.error.val() | !self.w_whole.q.val();
                }
            }
            Transfer::Read => {
                self.registers.request.next = true;
                if self.registers.done.val() {
                    self.state.d.next = Transfer::Idle;
                    self.last_was_write.d.next = false;
                    self.ar_full.d.next = false;
                    self.r_full.d.next = true;
                    self.r_error.d.next = self.registers.error.val();
                    self.r_data.d.next = self.registers.rdata.val();
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

        self.axi.bvalid.next = self.b_full.q.val();
        self.axi.bresp.next = bit_cast::<2, 1>(self.b_error.q.val().into()) << 1;
        self.axi.rvalid.next = self.r_full.q.val();
        self.axi.rresp.next = bit_cast::<2, 1>(self.r_error.q.val().into()) << 1;
        self.axi.rdata.next = self.r_data.q.val();
    }
}

#[cfg(test)]
mod tests;
