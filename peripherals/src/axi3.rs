//! AXI3 in front of an AXI4-Lite slave: single beats pass, bursts are refused.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

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

/// Adapter for the AXI3 master port of a Zynq-7000 (12-bit IDs, bursts of up to
/// 16 beats). One read and one write are under way at a time; their IDs return
/// with the responses. A burst is answered SLVERR, with all its beats.
#[derive(Block, Default)]
pub struct Axi3 {
    /// ACLK.
    pub clock: Signal<In, Clock>,
    /// Inverse of ARESETn.
    pub reset: Signal<In, Bit>,
    /// Master: write address.
    pub awvalid: Signal<In, Bit>,
    /// Master: transaction.
    pub awid: Signal<In, Bits<12>>,
    /// Master: beats − 1.
    pub awlen: Signal<In, Bits<4>>,
    /// To the master.
    pub awready: Signal<Out, Bit>,
    /// Master: write data.
    pub wvalid: Signal<In, Bit>,
    /// Master: last beat.
    pub wlast: Signal<In, Bit>,
    /// To the master.
    pub wready: Signal<Out, Bit>,
    /// To the master: write response.
    pub bvalid: Signal<Out, Bit>,
    /// To the master: transaction.
    pub bid: Signal<Out, Bits<12>>,
    /// To the master.
    pub bresp: Signal<Out, Bits<2>>,
    /// From the master.
    pub bready: Signal<In, Bit>,
    /// Master: read address.
    pub arvalid: Signal<In, Bit>,
    /// Master: transaction.
    pub arid: Signal<In, Bits<12>>,
    /// Master: beats − 1.
    pub arlen: Signal<In, Bits<4>>,
    /// To the master.
    pub arready: Signal<Out, Bit>,
    /// To the master: read data.
    pub rvalid: Signal<Out, Bit>,
    /// To the master: transaction.
    pub rid: Signal<Out, Bits<12>>,
    /// To the master: last beat.
    pub rlast: Signal<Out, Bit>,
    /// To the master.
    pub rresp: Signal<Out, Bits<2>>,
    /// From the master.
    pub rready: Signal<In, Bit>,
    /// Slave: write address, whose value bypasses this block.
    pub lite_awvalid: Signal<Out, Bit>,
    /// From the slave.
    pub lite_awready: Signal<In, Bit>,
    /// Slave: write data, whose value bypasses this block.
    pub lite_wvalid: Signal<Out, Bit>,
    /// From the slave.
    pub lite_wready: Signal<In, Bit>,
    /// From the slave: write response.
    pub lite_bvalid: Signal<In, Bit>,
    /// From the slave.
    pub lite_bresp: Signal<In, Bits<2>>,
    /// To the slave.
    pub lite_bready: Signal<Out, Bit>,
    /// Slave: read address, whose value bypasses this block.
    pub lite_arvalid: Signal<Out, Bit>,
    /// From the slave.
    pub lite_arready: Signal<In, Bit>,
    /// From the slave: read data, whose value bypasses this block.
    pub lite_rvalid: Signal<In, Bit>,
    /// From the slave.
    pub lite_rresp: Signal<In, Bits<2>>,
    /// To the slave.
    pub lite_rready: Signal<Out, Bit>,
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
        self.awready.next = false;
        self.wready.next = false;
        self.bvalid.next = false;
        self.bid.next = self.write_id.q.val();
        self.bresp.next = self.lite_bresp.val();
        self.lite_awvalid.next = false;
        self.lite_wvalid.next = false;
        self.lite_bready.next = false;
        match self.write.q.val() {
            Step::Single => {
                self.lite_wvalid.next = self.wvalid.val();
                self.wready.next = self.lite_wready.val();
                self.bvalid.next = self.lite_bvalid.val();
                self.lite_bready.next = self.bready.val();
                if self.lite_bvalid.val() & self.bready.val() {
                    self.write.d.next = Step::Idle;
                }
            }
            Step::Burst => {
                self.wready.next = true;
                if self.wvalid.val() & self.wlast.val() {
                    self.write.d.next = Step::Refused;
                }
            }
            Step::Refused => {
                self.bvalid.next = true;
                self.bresp.next = 2.into();
                if self.bready.val() {
                    self.write.d.next = Step::Idle;
                }
            }
            _ => {
                self.write_id.d.next = self.awid.val();
                if self.awlen.val().any() {
                    self.awready.next = true;
                    if self.awvalid.val() {
                        self.write.d.next = Step::Burst;
                    }
                } else {
                    self.lite_awvalid.next = self.awvalid.val();
                    self.awready.next = self.lite_awready.val();
                    if self.awvalid.val() & self.lite_awready.val() {
                        self.write.d.next = Step::Single;
                    }
                }
            }
        }

        self.arready.next = false;
        self.rvalid.next = false;
        self.rid.next = self.read_id.q.val();
        self.rlast.next = true;
        self.rresp.next = self.lite_rresp.val();
        self.lite_arvalid.next = false;
        self.lite_rready.next = false;
        match self.read.q.val() {
            Step::Single => {
                self.rvalid.next = self.lite_rvalid.val();
                self.lite_rready.next = self.rready.val();
                if self.lite_rvalid.val() & self.rready.val() {
                    self.read.d.next = Step::Idle;
                }
            }
            Step::Burst => {
                self.rvalid.next = true;
                self.rresp.next = 2.into();
                self.rlast.next = !self.beats_left.q.val().any();
                if self.rready.val() {
                    self.beats_left.d.next = self.beats_left.q.val() - 1;
                    if !self.beats_left.q.val().any() {
                        self.read.d.next = Step::Idle;
                    }
                }
            }
            _ => {
                self.read_id.d.next = self.arid.val();
                self.beats_left.d.next = self.arlen.val();
                if self.arlen.val().any() {
                    self.arready.next = true;
                    if self.arvalid.val() {
                        self.read.d.next = Step::Burst;
                    }
                } else {
                    self.lite_arvalid.next = self.arvalid.val();
                    self.arready.next = self.lite_arready.val();
                    if self.arvalid.val() & self.lite_arready.val() {
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
