//! The core: the pipeline's blocks and memories, wired.

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

use crate::bus::{
    ConsoleByte, DebugAccess, DebugReply, DebugRequest, InputByte, PinWrite, Retired,
};
use crate::debug_port::DebugPort;
use crate::decode::Decode;
use crate::execute::Execute;
use crate::fetch::Fetch;
use crate::memory_stage::MemoryStage;
use crate::operand::{Operand, Operands};
use crate::ram::{DualRam, Images};
use crate::types::Restore;
use crate::units::Units;

#[derive(Block, Default)]
pub struct Core {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    /// Run control, and the bus to the memories.
    pub debug: Signal<In, DebugRequest>,
    pub debug_reply: Signal<Out, DebugReply>,
    /// Levels of the pins, synchronised.
    pub pin_levels: Signal<In, Bits<32>>,
    pub pin_write: Signal<Out, PinWrite>,
    /// A byte would be taken.
    pub console_ready: Signal<In, Bit>,
    pub console: Signal<Out, ConsoleByte>,
    pub console_input: Signal<In, InputByte>,
    /// The byte of input is taken.
    pub input_pop: Signal<Out, Bit>,
    pub retired: Signal<Out, Retired>,
    fetch: Fetch,
    decode: Decode,
    operand: Operand,
    execute: Execute,
    memory: MemoryStage,
    units: Units,
    debug_port: DebugPort,
    code: DualRam,
    debug_access: Signal<Local, DebugAccess>,
    /// To execute, without the byte that is being taken.
    input_byte: Signal<Local, InputByte>,
    operands: Signal<Local, Operands>,
    m_restore: Signal<Local, Restore>,
    kill: Signal<Local, Bit>,
    stall: Signal<Local, Bit>,
}

impl Core {
    /// A core with the given memory sizes and initial contents.
    pub fn new(config: &MachineConfig, images: &Images) -> Self {
        Self {
            decode: Decode::new(config.control_words as usize),
            operand: Operand::new(config, images.frame.clone()),
            units: Units::new(config, images),
            code: DualRam::new(config.code_words as usize, images.code.clone()),
            ..Default::default()
        }
    }
}

impl Logic for Core {
    #[hdl]
    fn update(&mut self) {
        clock!(self, clock, fetch, decode, operand, execute, memory, units, debug_port, code);
        self.stall.next = self.execute.stall.val();
        self.m_restore.next = self.memory.restore.val();
        self.kill.next = self.m_restore.val().valid;
        self.debug_access.next = self.debug_port.access.val();

        // Fetch
        self.fetch.reset.next = self.reset.val();
        self.fetch.stall.next = self.stall.val() | self.decode.stall_on_frame_store.val();
        self.fetch.halted.next = self.debug_access.val().halted | self.memory.halt.val();
        self.fetch.d_redirect.next = self.decode.redirect.val();
        self.fetch.m_redirect.next = self.memory.redirect.val();
        self.fetch.debug_index.next = self.debug_access.val().index;
        self.fetch.code_word.next = self.code.a.rdata.val();
        self.fetch.descriptor_word.next = self.code.b.rdata.val();

        // Code memory: port a reads instructions; port b descriptors, or it is the host's
        self.code.a.address.next = self.fetch.code_address.val();
        self.code.a.write.next = false;
        self.code.a.wdata.next = self.debug_access.val().word;
        self.code.b.address.next = self
            .fetch
            .code_address
            .val()
            .replace_bit(0, self.fetch.descriptor_odd.val());
        self.code.b.write.next = self.debug_access.val().code_write;
        self.code.b.wdata.next = self.debug_access.val().word;

        // Decode
        self.decode.reset.next = self.reset.val();
        self.decode.stall.next = self.stall.val();
        self.decode.fetched.next = self.fetch.fetched.val();
        self.decode.m_restore.next = self.m_restore.val();
        self.decode.x_destination.next = self.execute.destination.val();
        self.decode.m_destination.next = self.memory.destination.val();

        // Operand read
        self.operand.reset.next = self.reset.val();
        self.operand.stall.next = self.stall.val();
        self.operand.kill.next = self.kill.val();
        self.operand.a_address.next = self.decode.a_address.val();
        self.operand.b_address.next = self.decode.b_address.val();
        self.operand.issued.next = self.decode.issued.val();
        self.operand.x_result.next = self.execute.result.val();
        self.operand.m_write.next = self.memory.frame_write.val();
        self.operand.depth_limit.next = self.memory.depth_limit.val();
        self.operands.next = self.operand.operands.val();

        // Execute
        self.execute.reset.next = self.reset.val();
        self.execute.operands.next = self.operands.val();
        self.execute.kill.next = self.kill.val();
        self.execute.halt_request.next = self.debug_port.halt_request.val();
        self.execute.pin_levels.next = self.pin_levels.val();
        // A byte that is being handed over is not counted yet.
        self.execute.console_ready.next =
            self.console_ready.val() & !self.memory.console.val().valid;
        self.input_byte.next = self.console_input.val();
        self.input_byte.next.valid = self.console_input.val().valid & !self.memory.input_pop.val();
        self.execute.console_input.next = self.input_byte.val();
        self.execute.cycle.next = self.debug_port.cycle.val();
        self.execute.unit_reply.next = self.units.reply.val();

        // Multi-cycle units
        self.units.request.next = self.execute.unit_request.val();
        self.units.frame_write.next = self.memory.frame_write.val();
        self.units.heap_write.next = self.memory.heap_write.val();
        self.units.link_write.next = self.decode.link_write.val();
        self.units.debug.next = self.debug_access.val();

        // Memory stage
        self.memory.stall.next = self.stall.val();
        self.memory.executed.next = self.execute.executed.val();
        self.memory.x_a.next = self.operands.val().a;
        self.memory.x_b.next = self.operands.val().b;
        self.memory.debug.next = self.debug_access.val();
        self.memory.cycle.next = self.debug_port.cycle.val();
        self.pin_write.next = self.memory.pin_write.val();
        self.console.next = self.memory.console.val();
        self.input_pop.next = self.memory.input_pop.val();
        self.retired.next = self.memory.retired.val();

        // Debug port
        self.debug_port.reset.next = self.reset.val();
        self.debug_port.request.next = self.debug.val();
        self.debug_reply.next = self.debug_port.reply.val();
        self.debug_port.retires.next = self.memory.retired.val().valid;
        self.debug_port.m_halt.next = self.memory.halt.val();
        self.debug_port.m_halt_code.next = self.memory.halt_code.val();
        self.debug_port.pc.next = self.fetch.pc.val();
        self.debug_port.state.next = self.decode.state.val();
        self.debug_port.code_word.next = self.code.b.rdata.val();
        self.debug_port.frame_word.next = self.units.debug_frame_word.val();
        self.debug_port.heap_word.next = self.units.debug_heap_word.val();
        self.debug_port.link.next = self.units.debug_link.val();
    }
}
