//! Host port: registers through which another processor loads and runs programs.

pub mod run;
pub mod table;

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

use run::RunControl;
use table::{low, state_word, Register, IDENTITY, ROWS};

/// Numbers of the registers that may be read, and of those that may be written.
const READABLE: u64 = crate::registers::allowed(&ROWS, false);
const WRITABLE: u64 = crate::registers::allowed(&ROWS, true);

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
/// On the core's side: `host_read` or `host_write` is high for one cycle, and
/// `host_addr` and `host_wdata_*` hold from then until `host_ack`, which the
/// core gives for one cycle, in the strobe's own cycle at the earliest, with
/// the data that was read. `host_run`, `host_halt`, `host_step` and
/// `host_reset` are high for one cycle per command.
#[derive(Block, Default)]
pub struct HostPort {
    /// Clock of the bus and of the core.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset of bus and core; the memories survive it.
    pub reset: Signal<In, Bit>,
    /// An access, until `done`.
    pub request: Signal<In, Bit>,
    /// The access is a write.
    pub write: Signal<In, Bit>,
    /// Register number: byte offset / 4.
    pub register: Signal<In, Bits<10>>,
    /// Data of a write.
    pub request_data: Signal<In, Bits<32>>,
    /// The access is finished in this cycle.
    pub done: Signal<Out, Bit>,
    /// It was refused.
    pub error: Signal<Out, Bit>,
    /// Data of a read.
    pub response_data: Signal<Out, Bits<32>>,
    /// Region and word index.
    pub host_addr: Signal<Out, Bits<20>>,
    /// Payload to write.
    pub host_wdata_payload: Signal<Out, Bits<32>>,
    /// Tag to write.
    pub host_wdata_tag: Signal<Out, Bits<4>>,
    /// Strobe: write a word.
    pub host_write: Signal<Out, Bit>,
    /// Strobe: read a word.
    pub host_read: Signal<Out, Bit>,
    /// Payload read, with `host_ack`.
    pub host_rdata_payload: Signal<In, Bits<32>>,
    /// Tag read, with `host_ack`.
    pub host_rdata_tag: Signal<In, Bits<4>>,
    /// The core has finished the access.
    pub host_ack: Signal<In, Bit>,
    /// Strobe: run.
    pub host_run: Signal<Out, Bit>,
    /// Strobe: halt.
    pub host_halt: Signal<Out, Bit>,
    /// Strobe: execute one instruction.
    pub host_step: Signal<Out, Bit>,
    /// Strobe: return to the boot state.
    pub host_reset: Signal<Out, Bit>,
    /// The core does not run.
    pub halted: Signal<In, Bit>,
    /// Code of the halt instruction.
    pub halt_code: Signal<In, Bits<8>>,
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
        self.selected.next = self.register.val().get_bits::<4>(0).into();
        self.allowed.next = READABLE.into();
        if self.write.val() {
            self.allowed.next = WRITABLE.into();
        }
        self.legal.next = !self.register.val().get_bits::<6>(4).any()
            & self
                .allowed
                .val()
                .get_bit(self.register.val().get_bits::<4>(0).index());

        // Accesses that go on to the core, and where.
        self.on_bus.next = self.request.val() & !self.write.val();
        self.target.next = self.address.q.val();
        match self.selected.val() {
            Register::DataPayload => {
                self.on_bus.next = self.request.val();
            }
            Register::Pc => {
                self.target.next = state_word::PC.into();
            }
            Register::Cycle => {
                self.target.next = state_word::CYCLE.into();
            }
            _ => {
                self.on_bus.next = false;
            }
        }

        self.done.next = self.request.val();
        self.error.next = false;
        self.response_data.next = 0.into();
        self.output_pop.next = false;
        self.input_push.next = false;
        self.bus_read.d.next = false;
        self.bus_write.d.next = false;
        self.control.reset.next = self.reset.val();
        self.control.strobe.next = false;
        self.control.command.next = self.request_data.val().get_bits::<3>(0).into();
        if self.waiting.q.val() {
            self.done.next = self.host_ack.val();
            self.response_data.next = self.host_rdata_payload.val();
            if self.host_ack.val() {
                self.waiting.d.next = false;
                if self.selected.val() == Register::DataPayload {
                    self.address.d.next = self.address.q.val() + 1;
                    if !self.write.val() {
                        self.tag.d.next = self.host_rdata_tag.val();
                    }
                }
            }
        } else if self.request.val() & !self.legal.val() {
            self.error.next = true;
        } else if self.on_bus.val() {
            self.done.next = false;
            self.waiting.d.next = true;
            self.bus_read.d.next = !self.write.val();
            self.bus_write.d.next = self.write.val();
            self.bus_address.d.next = self.target.val();
        } else if self.request.val() & self.write.val() {
            match self.selected.val() {
                Register::Control => {
                    self.control.strobe.next = true;
                    self.error.next = self.control.error.val();
                }
                Register::Address => {
                    self.address.d.next = self.request_data.val().get_bits::<20>(0);
                }
                Register::DataTag => {
                    self.tag.d.next = self.request_data.val().get_bits::<4>(0);
                }
                Register::ConsoleIn => {
                    self.input_push.next = self.input_ready.val();
                    self.error.next = !self.input_ready.val();
                }
                _ => {}
            }
        } else if self.request.val() {
            match self.selected.val() {
                Register::Identity => {
                    self.response_data.next = IDENTITY.into();
                }
                Register::IsaHash => {
                    self.response_data.next = self._isa_hash.into();
                }
                Register::Sizes => {
                    self.response_data.next = self._sizes.into();
                }
                Register::Status => {
                    self.response_data.next = (bit_cast::<32, 8>(self.halt_code.val()) << CODE)
                        .replace_bit(INPUT_ROOM, self.input_ready.val())
                        .replace_bit(OUTPUT, self.output_valid.val())
                        .replace_bit(REFUSED, self.control.refused.val())
                        .replace_bit(DIRTY, self.control.dirty.val())
                        .replace_bit(HALTED, self.halted.val());
                }
                Register::Address => {
                    self.response_data.next = bit_cast::<32, 20>(self.address.q.val());
                }
                Register::DataTag => {
                    self.response_data.next = bit_cast::<32, 4>(self.tag.q.val());
                }
                Register::ConsoleOut => {
                    self.output_pop.next = self.output_valid.val();
                    if self.output_valid.val() {
                        self.response_data.next =
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

        self.host_run.next = self.control.run.val();
        self.host_halt.next = self.control.halt.val();
        self.host_step.next = self.control.step.val();
        self.host_reset.next = self.control.restart.val();
        self.host_read.next = self.bus_read.q.val();
        self.host_write.next = self.bus_write.q.val();
        self.host_addr.next = self.bus_address.q.val();
        self.host_wdata_payload.next = self.request_data.val();
        self.host_wdata_tag.next = self.tag.q.val();
        self.input_data.next = self.request_data.val().get_bits::<9>(0);
    }
}

#[cfg(test)]
mod tests;
