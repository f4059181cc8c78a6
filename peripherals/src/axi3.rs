//! AXI3 in front of an AXI4-Lite slave: single beats pass, bursts are refused.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::bus::{Axi3Slave, LiteMaster};

/// What a direction is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Step {
    /// Waits for an address.
    Idle,
    /// A single beat is with the slave.
    Single,
    /// A burst is being refused, beat by beat.
    Burst,
    /// The refusal waits to be taken (writes only).
    Refused,
}

/// Adapter for the AXI3 master port of a Zynq-7000. One read and one write are under way at a time; their IDs return
/// with the responses. A burst is answered SLVERR, with all its beats.
#[derive(Block, Default)]
pub struct Axi3 {
    /// ACLK.
    pub clock: Signal<In, Clock>,
    /// Inverse of ARESETn.
    pub reset: Signal<In, Bit>,
    /// The master in front.
    pub axi: Axi3Slave,
    /// The slave behind.
    pub lite: LiteMaster,
    write: DFF<Step>,
    write_id: DFF<Bits<12>>,
    read: DFF<Step>,
    read_id: DFF<Bits<12>>,
    beats_left: DFF<Bits<4>>,
}

impl Logic for Axi3 {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, write, write_id, read, read_id, beats_left);
        // Addresses and data pass as they are.
        self.lite.awaddr.next = self.axi.awaddr.val().get_bits::<12>(0);
        self.lite.wdata.next = self.axi.wdata.val();
        self.lite.wstrb.next = self.axi.wstrb.val();
        self.lite.araddr.next = self.axi.araddr.val().get_bits::<12>(0);
        self.axi.rdata.next = self.lite.rdata.val();

        self.axi.awready.next = false;
        self.axi.wready.next = false;
        self.axi.bvalid.next = false;
        self.axi.bid.next = self.write_id.q.val();
        self.axi.bresp.next = self.lite.bresp.val();
        self.lite.awvalid.next = false;
        self.lite.wvalid.next = false;
        self.lite.bready.next = false;
        match self.write.q.val() {
            Step::Single => {
                self.lite.wvalid.next = self.axi.wvalid.val();
                self.axi.wready.next = self.lite.wready.val();
                self.axi.bvalid.next = self.lite.bvalid.val();
                self.lite.bready.next = self.axi.bready.val();
                if self.lite.bvalid.val() & self.axi.bready.val() {
                    self.write.d.next = Step::Idle;
                }
            }
            Step::Burst => {
                self.axi.wready.next = true;
                if self.axi.wvalid.val() & self.axi.wlast.val() {
                    self.write.d.next = Step::Refused;
                }
            }
            Step::Refused => {
                self.axi.bvalid.next = true;
                self.axi.bresp.next = 2.into();
                if self.axi.bready.val() {
                    self.write.d.next = Step::Idle;
                }
            }
            _ => {
                self.write_id.d.next = self.axi.awid.val();
                if self.axi.awlen.val().any() {
                    self.axi.awready.next = true;
                    if self.axi.awvalid.val() {
                        self.write.d.next = Step::Burst;
                    }
                } else {
                    self.lite.awvalid.next = self.axi.awvalid.val();
                    self.axi.awready.next = self.lite.awready.val();
                    if self.axi.awvalid.val() & self.lite.awready.val() {
                        self.write.d.next = Step::Single;
                    }
                }
            }
        }

        self.axi.arready.next = false;
        self.axi.rvalid.next = false;
        self.axi.rid.next = self.read_id.q.val();
        self.axi.rlast.next = true;
        self.axi.rresp.next = self.lite.rresp.val();
        self.lite.arvalid.next = false;
        self.lite.rready.next = false;
        match self.read.q.val() {
            Step::Single => {
                self.axi.rvalid.next = self.lite.rvalid.val();
                self.lite.rready.next = self.axi.rready.val();
                if self.lite.rvalid.val() & self.axi.rready.val() {
                    self.read.d.next = Step::Idle;
                }
            }
            Step::Burst => {
                self.axi.rvalid.next = true;
                self.axi.rresp.next = 2.into();
                self.axi.rlast.next = !self.beats_left.q.val().any();
                if self.axi.rready.val() {
                    self.beats_left.d.next = self.beats_left.q.val() - 1;
                    if !self.beats_left.q.val().any() {
                        self.read.d.next = Step::Idle;
                    }
                }
            }
            _ => {
                self.read_id.d.next = self.axi.arid.val();
                self.beats_left.d.next = self.axi.arlen.val();
                if self.axi.arlen.val().any() {
                    self.axi.arready.next = true;
                    if self.axi.arvalid.val() {
                        self.read.d.next = Step::Burst;
                    }
                } else {
                    self.lite.arvalid.next = self.axi.arvalid.val();
                    self.axi.arready.next = self.lite.arready.val();
                    if self.axi.arvalid.val() & self.lite.arready.val() {
                        self.read.d.next = Step::Single;
                    }
                }
            }
        }
        if self.reset.val() {
            self.write.d.next = Step::Idle;
            self.read.d.next = Step::Idle;
        }
    }
}

#[cfg(test)]
mod tests;
