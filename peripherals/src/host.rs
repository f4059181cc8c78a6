//! Host port: registers through which another processor loads and runs programs.

pub mod run;
pub mod table;

use pyxl_core::bus::{DebugReply, DebugRequest};
use pyxl_core::debug_port::map::StateWord;
use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

use run::RunControl;
use table::{low, Register, IDENTITY, ROWS};

use crate::bus::RegisterBank;

/// Numbers of the registers that may be read, and of those that may be written.
const READABLE: u64 = crate::registers::allowed(&ROWS, false);
const WRITABLE: u64 = crate::registers::allowed(&ROWS, true);

/// What PC and CYCLE read on the debug bus.
const PC: u64 = StateWord::Pc.address() as u64;
const CYCLE: u64 = StateWord::Cycle.address() as u64;

/// Bits of STATUS and CONSOLE_OUT.
const CODE: u64 = low(Register::Status, "CODE") as u64;
const INPUT_ROOM: usize = low(Register::Status, "INPUT_ROOM");
const OUTPUT: usize = low(Register::Status, "OUTPUT");
const REFUSED: usize = low(Register::Status, "REFUSED");
const DIRTY: usize = low(Register::Status, "DIRTY");
const HALTED: usize = low(Register::Status, "HALTED");
const VALID: usize = low(Register::ConsoleOut, "VALID");

/// The host's registers ([`table::ROWS`]), independent of the bus in front of
/// them, such as [`crate::AxiLite`].
///
/// Towards the core, `address` and `wdata` of an access hold from its strobe until `ack`.
#[derive(Block, Default)]
pub struct HostPort {
    /// Clock of the bus and of the core.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset of bus and core; the memories survive it.
    pub reset: Signal<In, Bit>,
    /// Whoever accesses the registers.
    pub registers: RegisterBank,
    /// What the core is to do.
    pub debug: Signal<Out, DebugRequest>,
    /// What the core answers.
    pub debug_reply: Signal<In, DebugReply>,
    /// Strobe: return to the boot state.
    pub restart: Signal<Out, Bit>,
    /// There is a byte of output.
    pub output_valid: Signal<In, Bit>,
    /// Stream (bit 8) and byte.
    pub output_data: Signal<In, Bits<9>>,
    /// Removes the byte of output.
    pub output_pop: Signal<Out, Bit>,
    /// There is room for a byte of input.
    pub input_ready: Signal<In, Bit>,
    /// Byte of input.
    pub input_data: Signal<Out, Bits<9>>,
    /// Strobe: take the byte of input.
    pub input_push: Signal<Out, Bit>,
    _isa_hash: u64,
    _sizes: u64,
    control: RunControl,
    address: DFF<Bits<20>>,
    tag: DFF<Bits<4>>,
    /// An access of the core's bus is under way; its strobes and address.
    waiting: DFF<Bit>,
    bus_read: DFF<Bit>,
    bus_write: DFF<Bit>,
    bus_address: DFF<Bits<20>>,
    selected: Signal<Local, Register>,
    /// Bit n: register n may be accessed so.
    allowed: Signal<Local, Bits<16>>,
    legal: Signal<Local, Bit>,
    on_bus: Signal<Local, Bit>,
    target: Signal<Local, Bits<20>>,
}

impl HostPort {
    /// The port of a machine with the sizes in `config`.
    pub fn new(config: &MachineConfig) -> Self {
        let sizes = [
            config.control_words,
            config.frame_words,
            config.heap_words,
            config.code_words,
        ];
        let sizes = sizes
            .iter()
            .fold(0, |all, words| all << 8 | u64::from(words.ilog2()));
        Self {
            _isa_hash: u64::from(pyxl_isa::image::isa_hash()),
            _sizes: sizes,
            ..Default::default()
        }
    }
}

impl Logic for HostPort {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            address,
            tag,
            waiting,
            bus_read,
            bus_write,
            bus_address
        );
        clock!(self, clock, control);
        self.selected.next = self.registers.number.val().get_bits::<4>(0).into();
        self.allowed.next = READABLE.into();
        if self.registers.write.val() {
            self.allowed.next = WRITABLE.into();
        }
        self.legal.next = !self.registers.number.val().get_bits::<6>(4).any()
            & self
                .allowed
                .val()
                .get_bit(self.registers.number.val().get_bits::<4>(0).index());

        // Accesses that go on to the core, and where.
        self.on_bus.next = self.registers.request.val() & !self.registers.write.val();
        self.target.next = self.address.q.val();
        match self.selected.val() {
            Register::DataPayload => {
                self.on_bus.next = self.registers.request.val();
            }
            Register::Pc => {
                self.target.next = PC.into();
            }
            Register::Cycle => {
                self.target.next = CYCLE.into();
            }
            _ => {
                self.on_bus.next = false;
            }
        }

        self.registers.done.next = self.registers.request.val();
        self.registers.error.next = false;
        self.registers.rdata.next = 0.into();
        self.output_pop.next = false;
        self.input_push.next = false;
        self.bus_read.d.next = false;
        self.bus_write.d.next = false;
        self.control.reset.next = self.reset.val();
        self.control.strobe.next = false;
        self.control.command.next = self.registers.wdata.val().get_bits::<3>(0).into();
        if self.waiting.q.val() {
            self.registers.done.next = self.debug_reply.val().ack;
            self.registers.rdata.next = self.debug_reply.val().rdata.payload;
            self.registers.error.next = self.debug_reply.val().ack & self.debug_reply.val().refused;
            if self.debug_reply.val().ack {
                self.waiting.d.next = false;
                if (self.selected.val() == Register::DataPayload) & !self.debug_reply.val().refused
                {
                    self.address.d.next = self.address.q.val() + 1;
                    if !self.registers.write.val() {
                        self.tag.d.next = self.debug_reply.val().rdata.tag;
                    }
                }
            }
        } else if self.registers.request.val() & !self.legal.val() {
            self.registers.error.next = true;
        } else if self.on_bus.val() {
            self.registers.done.next = false;
            self.waiting.d.next = true;
            self.bus_read.d.next = !self.registers.write.val();
            self.bus_write.d.next = self.registers.write.val();
            self.bus_address.d.next = self.target.val();
        } else if self.registers.request.val() & self.registers.write.val() {
            match self.selected.val() {
                Register::Control => {
                    self.control.strobe.next = true;
                    self.registers.error.next = self.control.error.val();
                }
                Register::Address => {
                    self.address.d.next = self.registers.wdata.val().get_bits::<20>(0);
                }
                Register::DataTag => {
                    self.tag.d.next = self.registers.wdata.val().get_bits::<4>(0);
                }
                Register::ConsoleIn => {
                    self.input_push.next = self.input_ready.val();
                    self.registers.error.next = !self.input_ready.val();
                }
                _ => {}
            }
        } else if self.registers.request.val() {
            match self.selected.val() {
                Register::Identity => {
                    self.registers.rdata.next = IDENTITY.into();
                }
                Register::IsaHash => {
                    self.registers.rdata.next = self._isa_hash.into();
                }
                Register::Sizes => {
                    self.registers.rdata.next = self._sizes.into();
                }
                Register::Status => {
                    self.registers.rdata.next =
                        (bit_cast::<32, 8>(self.debug_reply.val().halt_code) << CODE)
                            .replace_bit(INPUT_ROOM, self.input_ready.val())
                            .replace_bit(OUTPUT, self.output_valid.val())
                            .replace_bit(REFUSED, self.control.refused.val())
                            .replace_bit(DIRTY, self.control.dirty.val())
                            .replace_bit(HALTED, self.debug_reply.val().halted);
                }
                Register::Address => {
                    self.registers.rdata.next = bit_cast::<32, 20>(self.address.q.val());
                }
                Register::DataTag => {
                    self.registers.rdata.next = bit_cast::<32, 4>(self.tag.q.val());
                }
                Register::ConsoleOut => {
                    self.output_pop.next = self.output_valid.val();
                    if self.output_valid.val() {
                        self.registers.rdata.next =
                            bit_cast::<32, 9>(self.output_data.val()).replace_bit(VALID, true);
                    }
                }
                _ => {}
            }
        }
        if self.reset.val() {
            self.waiting.d.next = false;
            self.bus_read.d.next = false;
            self.bus_write.d.next = false;
        }

        self.restart.next = self.control.restart.val();
        self.debug.next.run = self.control.run.val();
        self.debug.next.halt = self.control.halt.val();
        self.debug.next.step = self.control.step.val();
        self.debug.next.read = self.bus_read.q.val();
        self.debug.next.write = self.bus_write.q.val();
        self.debug.next.address = self.bus_address.q.val();
        self.debug.next.wdata.payload = self.registers.wdata.val();
        self.debug.next.wdata.tag = self.tag.q.val();
        self.input_data.next = self.registers.wdata.val().get_bits::<9>(0);
    }
}

#[cfg(test)]
mod tests;
