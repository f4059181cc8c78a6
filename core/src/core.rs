//! The core: the pipeline's blocks and memories, wired.

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

use crate::decode::Decode;
use crate::execute::Execute;
use crate::fetch::Fetch;
use crate::host::Host;
use crate::memory_stage::{MemoryStage, Retired};
use crate::operand::{Operand, Operands};
use crate::ram::{DeepRam, DualRam, Storage};
use crate::types::{Word, DEPTH_BITS, FRAME_BITS};

/// How the memories are built and what they contain.
#[derive(Clone, Debug, Default)]
pub struct Images {
    pub code: Storage,
    pub frame: Storage,
    pub heap: Storage,
}

#[derive(Block, Default)]
pub struct Core {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    // Run control and debug bus; see `host`.
    pub host_run: Signal<In, Bit>,
    pub host_halt: Signal<In, Bit>,
    pub host_step: Signal<In, Bit>,
    pub host_address: Signal<In, Bits<20>>,
    pub host_wdata: Signal<In, Word>,
    pub host_write: Signal<In, Bit>,
    pub host_read: Signal<In, Bit>,
    pub host_rdata: Signal<Out, Word>,
    pub host_ack: Signal<Out, Bit>,
    pub halted: Signal<Out, Bit>,
    pub halt_code: Signal<Out, Bits<8>>,
    // Pins: synchronised levels in; a write strobe out.
    pub gpio_levels: Signal<In, Bits<32>>,
    pub gpio_write: Signal<Out, Bit>,
    pub gpio_direction: Signal<Out, Bit>,
    pub gpio_pin: Signal<Out, Bits<5>>,
    pub gpio_value: Signal<Out, Bit>,
    // Console: a byte is handed over in each cycle with `console_valid`.
    pub console_ready: Signal<In, Bit>,
    pub console_valid: Signal<Out, Bit>,
    pub console_data: Signal<Out, Bits<8>>,
    pub console_channel: Signal<Out, Bit>,
    // Input: `input_pop` takes a byte, or with bit 8 the end.
    pub input_valid: Signal<In, Bit>,
    pub input_data: Signal<In, Bits<9>>,
    pub input_pop: Signal<Out, Bit>,
    // Retire port.
    pub retired: Signal<Out, Retired>,
    pub retire_cycle: Signal<Out, Bits<32>>,
    fetch: Fetch,
    decode: Decode,
    operand: Operand,
    execute: Execute,
    memory: MemoryStage,
    debug: Host,
    code: DualRam,
    heap: DeepRam,
    heap_address: DFF<Bits<16>>,
    operands: Signal<Local, Operands>,
    retirement: Signal<Local, Retired>,
    kill: Signal<Local, Bit>,
    stall: Signal<Local, Bit>,
}

impl Core {
    /// A core with the given memory sizes and initial contents.
    pub fn new(config: &MachineConfig, images: &Images) -> Self {
        Self {
            decode: Decode::new(config.control_words as usize),
            operand: Operand::new(config, images.frame.clone()),
            code: DualRam::new(config.code_words as usize, images.code.clone()),
            heap: DeepRam::new(config.heap_words as usize, images.heap.clone()),
            ..Default::default()
        }
    }
}

impl Logic for Core {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, heap_address);
        clock!(self, clock, fetch, decode, operand, execute, memory, debug, code, heap);
        self.stall.next = self.execute.stall.val();
        self.kill.next = self.memory.redirect.val().valid;

        comment!("Fetch");
        self.fetch.reset.next = self.reset.val();
        self.fetch.stall.next = self.stall.val() | self.decode.hold.val();
        self.fetch.halted.next = self.debug.halted.val() | self.memory.halt.val();
        self.fetch.d_redirect.next = self.decode.redirect.val();
        self.fetch.m_redirect.next = self.memory.redirect.val();
        self.fetch.code_word.next = self.code.a_rdata.val();
        self.fetch.descriptor_word.next = self.code.b_rdata.val();
        self.code.a_enable.next = true;
        self.code.a_address.next = self.fetch.code_address.val();
        self.code.a_write.next = false;
        self.code.a_wdata.next = self.debug.word.val();
        self.code.b_enable.next = true;
        self.code.b_address.next = self
            .fetch
            .code_address
            .val()
            .replace_bit(0, self.fetch.descriptor_odd.val());
        self.fetch.host_index.next = self.debug.index.val();
        self.code.b_write.next = self.debug.code_write.val();
        self.code.b_wdata.next = self.debug.word.val();

        comment!("Decode");
        self.decode.reset.next = self.reset.val();
        self.decode.stall.next = self.stall.val();
        self.decode.fetched.next = self.fetch.fetched.val();
        self.decode.m_redirect.next = self.kill.val();
        self.decode.m_push.next = self.memory.push.val();
        self.decode.m_fp.next = self.memory.fp.val();
        self.decode.m_top.next = self.memory.top.val();
        self.decode.m_depth.next = self.memory.depth.val();
        self.decode.m_link.next = self.memory.link.val();
        self.operands.next = self.operand.operands.val();
        self.decode.x_destination.next = self.execute.destination.val();
        self.decode.x_number.next = self.execute.link_number.val();
        self.decode.x_field.next = self.execute.link_select.val();
        self.decode.m_destination.next = self.memory.destination.val();
        self.decode.host_select.next = self.debug.halted.val();
        self.decode.host_index.next = self.debug.index.val().get_bits::<DEPTH_BITS>(1);

        comment!("Operand read");
        self.operand.reset.next = self.reset.val();
        self.operand.stall.next = self.stall.val();
        self.operand.kill.next = self.kill.val();
        self.operand.a_address.next = self.decode.a_address.val();
        self.operand.b_address.next = self.decode.b_address.val();
        self.operand.issued.next = self.decode.issued.val();
        self.operand.x_result.next = self.execute.result.val();
        self.operand.m_destination.next = self.memory.destination.val();
        self.operand.m_value.next = self.memory.value.val();
        self.operand.m_write.next = self.memory.write.val();
        self.operand.limit_write.next = self.memory.limit_write.val();
        self.operand.limit.next = self.memory.limit.val();
        self.operand.x_address.next = self.execute.frame_address.val();
        self.operand.host_select.next = self.debug.halted.val();
        self.operand.host_index.next = self.debug.index.val().get_bits::<FRAME_BITS>(0);

        comment!("Execute");
        self.execute.reset.next = self.reset.val();
        self.execute.operands.next = self.operand.operands.val();
        self.execute.kill.next = self.kill.val();
        self.execute.halt_request.next = self.debug.halt_request.val();
        self.execute.gpio_levels.next = self.gpio_levels.val();
        // A byte that is being handed over is not counted yet.
        self.execute.console_ready.next =
            self.console_ready.val() & !self.memory.console_valid.val();
        self.execute.input_valid.next = self.input_valid.val() & !self.memory.input_pop.val();
        self.execute.input_data.next = self.input_data.val();
        self.execute.cycle.next = self.debug.cycle.val();
        self.execute.heap_word.next = self.heap.a_rdata.val();
        self.execute.frame_word.next = self.operand.x_word.val();
        self.execute.link_field.next = self.decode.link_field.val();

        comment!("Memory stage");
        self.memory.stall.next = self.stall.val();
        self.memory.executed.next = self.execute.executed.val();
        self.memory.x_a.next = self.operands.val().a;
        self.memory.x_b.next = self.operands.val().b;
        self.memory.host_write.next = self.debug.frame_write.val();
        self.memory.host_index.next = self.debug.index.val().get_bits::<FRAME_BITS>(0);
        self.memory.host_word.next = self.debug.word.val();
        self.gpio_write.next = self.memory.gpio_write.val();
        self.gpio_direction.next = self.memory.gpio_direction.val();
        self.gpio_pin.next = self.memory.gpio_pin.val();
        self.gpio_value.next = self.memory.gpio_value.val();
        self.console_valid.next = self.memory.console_valid.val();
        self.console_data.next = self.memory.console_data.val();
        self.console_channel.next = self.memory.console_channel.val();
        self.input_pop.next = self.memory.input_pop.val();
        self.retirement.next = self.memory.retired.val();
        self.retired.next = self.memory.retired.val();
        self.retire_cycle.next = self.debug.cycle.val();

        comment!("Heap: port a is the program's, port b the host's");
        self.heap_address.d.next = self.execute.heap_address.val();
        self.heap.a_address.next = self.heap_address.q.val();
        self.heap.a_write.next = self.memory.heap_write.val();
        self.heap.a_wdata.next = self.memory.value.val();
        self.heap.b_address.next = self.debug.index.val();
        self.heap.b_write.next = self.debug.heap_write.val();
        self.heap.b_wdata.next = self.debug.word.val();

        comment!("Host");
        self.debug.reset.next = self.reset.val();
        self.debug.run.next = self.host_run.val();
        self.debug.halt.next = self.host_halt.val();
        self.debug.step.next = self.host_step.val();
        self.debug.address.next = self.host_address.val();
        self.debug.wdata.next = self.host_wdata.val();
        self.debug.write.next = self.host_write.val();
        self.debug.read.next = self.host_read.val();
        self.host_rdata.next = self.debug.rdata.val();
        self.host_ack.next = self.debug.ack.val();
        self.halted.next = self.debug.halted.val();
        self.halt_code.next = self.debug.halt_code.val();
        self.debug.retires.next = self.retirement.val().valid;
        self.debug.m_halt.next = self.memory.halt.val();
        self.debug.m_halt_code.next = self.memory.halt_code.val();
        self.debug.pc.next = self.fetch.pc.val();
        self.debug.state.next = self.decode.state.val();
        self.debug.code_word.next = self.code.b_rdata.val();
        self.debug.frame_word.next = self.operand.host_word.val();
        self.debug.heap_word.next = self.heap.b_rdata.val();
        self.debug.link.next = self.decode.host_link.val();
    }
}
