//! Commands to the core, and the record of what the memories hold.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use super::table::Command;

/// Turns commands into strobes. `run` and `step` from the boot state are
/// refused while the memories are dirty.
#[derive(Block, Default)]
pub struct RunControl {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset; `dirty` survives it, as the memories do.
    pub reset: Signal<In, Bit>,
    /// Execute `command` in this cycle.
    pub strobe: Signal<In, Bit>,
    /// What to do.
    pub command: Signal<In, Command>,
    /// The command is refused or does not exist.
    pub error: Signal<Out, Bit>,
    /// Strobe: run.
    pub run: Signal<Out, Bit>,
    /// Strobe: halt.
    pub halt: Signal<Out, Bit>,
    /// Strobe: execute one instruction.
    pub step: Signal<Out, Bit>,
    /// Strobe: return to the boot state.
    pub restart: Signal<Out, Bit>,
    /// A program has run since the memories were loaded.
    pub dirty: Signal<Out, Bit>,
    /// The last run or step was refused.
    pub refused: Signal<Out, Bit>,
    dirty_q: DFF<Bit>,
    refused_q: DFF<Bit>,
    /// The core has run since it was reset.
    started: DFF<Bit>,
    allowed: Signal<Local, Bit>,
    start: Signal<Local, Bit>,
}

impl Logic for RunControl {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, dirty_q, refused_q, started);
        self.allowed.next = self.started.q.val() | !self.dirty_q.q.val();
        self.start.next = false;
        self.error.next = false;
        self.run.next = false;
        self.halt.next = false;
        self.step.next = false;
        self.restart.next = false;
        if self.strobe.val() {
            match self.command.val() {
                Command::None => {}
                Command::Run => {
                    self.start.next = true;
                    self.run.next = self.allowed.val();
                }
                Command::Halt => {
                    self.halt.next = true;
                }
                Command::Step => {
                    self.start.next = true;
                    self.step.next = self.allowed.val();
                }
                Command::Reset => {
                    self.restart.next = true;
                    self.started.d.next = false;
                }
                Command::Reloaded => {
                    self.dirty_q.d.next = false;
                }
                _ => {
                    self.error.next = true;
                }
            }
        }
        if self.start.val() {
            self.refused_q.d.next = !self.allowed.val();
            self.error.next = !self.allowed.val();
            if self.allowed.val() {
                self.dirty_q.d.next = true;
                self.started.d.next = true;
            }
        }
        if self.reset.val() {
            self.started.d.next = false;
            self.refused_q.d.next = false;
        }
        self.dirty.next = self.dirty_q.q.val();
        self.refused.next = self.refused_q.q.val();
    }
}
