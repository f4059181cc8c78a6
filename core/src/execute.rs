//! X: results, branch and trap decision. An instruction stays until its unit is
//! done or what it waits for is there, and the whole pipeline with it.

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::Opcode;
use rust_hdl::prelude::*;

use crate::alu::Alu;
use crate::bus::InputByte;
use crate::control::{Control, Effect, Flow, Wait};
use crate::fetch::Redirect;
use crate::misc::MiscResult;
use crate::operand::Operands;
use crate::types::{link_kind, Destination, Origin, Word, DEPTH_BITS, FRAME_BITS};
use crate::units::{UnitReply, UnitRequest};

/// Where an entry with too many links or words on the stack goes.
const VECTOR_STACK: u64 = Opcode::Bstack as u64;
/// Where an entry with arguments that must be bound goes.
const VECTOR_ARGS: u64 = Opcode::Bargs as u64;

/// A decided instruction: what the memory stage carries out.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Executed {
    pub valid: Bit,
    pub trapped: Bit,
    pub pc: Bits<16>,
    pub fp: Bits<FRAME_BITS>,
    /// Kind of the return link, if it traps.
    pub link_kind: Bits<2>,
    pub effect: Effect,
    pub destination: Destination,
    pub value: Word,
    /// Lowest bits of operand b: a pin, or a field of a link.
    pub b_low: Bits<5>,
    /// Where to continue, with the state there.
    pub redirect: Redirect,
    pub next_fp: Bits<FRAME_BITS>,
    pub next_top: Bits<FRAME_BITS>,
    pub next_depth: Bits<DEPTH_BITS>,
    /// The core stops after this instruction.
    pub halt: Bit,
}

#[derive(Block, Default)]
pub struct Execute {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub operands: Signal<In, Operands>,
    /// The instruction is on a wrong path.
    pub kill: Signal<In, Bit>,
    /// The host wants the core to stop before the next instruction.
    pub halt_request: Signal<In, Bit>,
    pub pin_levels: Signal<In, Bits<32>>,
    pub console_ready: Signal<In, Bit>,
    pub console_input: Signal<In, InputByte>,
    pub cycle: Signal<In, Bits<32>>,
    /// To the multi-cycle units, and from them.
    pub unit_request: Signal<Out, UnitRequest>,
    pub unit_reply: Signal<In, UnitReply>,
    pub stall: Signal<Out, Bit>,
    pub result: Signal<Out, Word>,
    /// Where the result goes, unless the instruction traps.
    pub destination: Signal<Out, Destination>,
    /// To be registered by the memory stage.
    pub executed: Signal<Out, Executed>,
    alu: Alu,
    misc: MiscResult,
    /// The tags have been refused in the cycle before: no unit is asked for.
    tags_refused: DFF<Bit>,
    /// A trap handler has decided the branch that is fetched again.
    forced: DFF<Bit>,
    forced_truth: DFF<Bit>,
    control: Signal<Local, Control>,
    origin: Signal<Local, Origin>,
    a: Signal<Local, Bits<32>>,
    b: Signal<Local, Bits<32>>,
    a_word: Signal<Local, Word>,
    b_word: Signal<Local, Word>,
    entry_event: Signal<Local, Bit>,
    is_branch: Signal<Local, Bit>,
    live: Signal<Local, Bit>,
    runs: Signal<Local, Bit>,
    pin_level: Signal<Local, Bit>,
    stall_on_unit: Signal<Local, Bit>,
    stall_on_pin: Signal<Local, Bit>,
    stall_on_console: Signal<Local, Bit>,
    stall_on_input: Signal<Local, Bit>,
    ready: Signal<Local, Bit>,
    abort: Signal<Local, Bit>,
    callee: Signal<Local, Bits<16>>,
    recovery_pc: Signal<Local, Bits<16>>,
    address_base: Signal<Local, Bits<16>>,
    address: Signal<Local, Bits<16>>,
    x_destination: Signal<Local, Destination>,
    m_destination: Signal<Local, Destination>,
    m_redirect: Signal<Local, Redirect>,
    m_executed: Signal<Local, Executed>,
    completes: Signal<Local, Bit>,
    trap: Signal<Local, Bit>,
    taken: Signal<Local, Bit>,
    mispredicted: Signal<Local, Bit>,
    new_callee: Signal<Local, Bit>,
    halting: Signal<Local, Bit>,
    unwinding: Signal<Local, Bit>,
}

impl Logic for Execute {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, tags_refused, forced, forced_truth);

        self.control.next = self.operands.val().control;
        self.origin.next = self.operands.val().origin;
        self.a_word.next = self.operands.val().a;
        self.b_word.next = self.operands.val().b;
        self.a.next = self.a_word.val().payload;
        self.b.next = self.b_word.val().payload;
        self.live.next = self.operands.val().valid & !self.kill.val() & !self.reset.val();
        self.entry_event.next = self.operands.val().stack_full | self.operands.val().wrong_args;
        self.is_branch.next = self.control.val().flow == Flow::Branch;

        self.alu.control.next = self.control.val();
        self.alu.a.next = self.a_word.val();
        self.alu.b.next = self.b_word.val();

        // Address in the heap or the frame store: a + b, or b + offset for stores
        self.address_base.next = self.a.val().get_bits::<16>(0);
        if self.control.val().offset {
            self.address_base.next = bit_cast::<16, 9>(self.operands.val().offset);
        }
        self.address.next = self.address_base.val() + self.b.val().get_bits::<16>(0);

        // Multi-cycle units
        self.runs.next = self.live.val() & !self.halt_request.val();
        self.unit_request.next.valid =
            self.runs.val() & !self.entry_event.val() & !self.tags_refused.q.val();
        self.unit_request.next.unit = self.control.val().unit;
        self.unit_request.next.a = self.a_word.val();
        self.unit_request.next.b = self.b_word.val();
        self.unit_request.next.address = self.address.val();
        self.unit_request.next.second = self.control.val().second;
        self.unit_request.next.raw = self.control.val().raw;
        // The tags are known too late for the stall: what they refuse stays for one cycle.
        self.tags_refused.d.next =
            self.unit_request.val().valid & !self.unit_reply.val().done & self.alu.wrong_tag.val();

        // Stall causes; the stall reaches every register, so it must be known early
        self.stall_on_unit.next = !self.unit_reply.val().done & !self.tags_refused.q.val();
        self.pin_level.next = self
            .pin_levels
            .val()
            .get_bit(self.b.val().get_bits::<5>(0).index());
        self.stall_on_pin.next = self.alu.b_number.val()
            & (((self.control.val().wait == Wait::PinHigh) & !self.pin_level.val())
                | ((self.control.val().wait == Wait::PinLow) & self.pin_level.val()));
        self.stall_on_console.next = self.alu.b_number.val()
            & (self.control.val().wait == Wait::Console)
            & !self.console_ready.val();
        self.stall_on_input.next =
            (self.control.val().wait == Wait::Input) & !self.console_input.val().valid;
        self.ready.next = self.entry_event.val()
            | !(self.stall_on_unit.val()
                | self.stall_on_pin.val()
                | self.stall_on_console.val()
                | self.stall_on_input.val());
        self.stall.next = self.runs.val() & !self.ready.val();
        self.completes.next = self.runs.val() & self.ready.val();
        self.abort.next = self.live.val() & self.halt_request.val();

        // Decision
        self.trap.next = self.entry_event.val()
            | (self.alu.refused.val() & !self.forced.q.val())
            | self.unit_reply.val().refused;
        self.taken.next = self.alu.condition.val() != self.control.val().on_false;
        if self.forced.q.val() {
            self.taken.next = self.forced_truth.q.val() != self.control.val().on_false;
        }
        self.mispredicted.next =
            self.is_branch.val() & (self.taken.val() != self.operands.val().taken);
        self.callee.next = self.a.val().get_bits::<16>(16) | 1;
        self.recovery_pc.next = self.operands.val().recovery_pc;
        self.new_callee.next = (self.control.val().flow == Flow::CallValue)
            | (self.control.val().predicted & (self.callee.val() != self.recovery_pc.val()));
        self.halting.next = self.control.val().effect == Effect::Halt;
        self.unwinding.next = self.control.val().effect == Effect::Unwind;
        if self.completes.val() {
            self.forced.d.next = self.operands.val().return_truth & !self.trap.val();
            self.forced_truth.d.next = self.b.val().get_bit(0);
        }

        // Where to continue
        self.m_redirect.next.valid = self.abort.val()
            | (self.completes.val()
                & (self.trap.val()
                    | self.mispredicted.val()
                    | self.new_callee.val()
                    | self.unwinding.val()
                    | self.halting.val()));
        // A call's operand b is its argument count.
        self.m_redirect.next.args = self.b.val().get_bits::<16>(0);
        self.m_redirect.next.enter = false;
        self.m_redirect.next.check_args = false;
        self.m_redirect.next.target = self.recovery_pc.val();
        self.m_executed.next.next_fp = self.origin.val().fp;
        self.m_executed.next.next_top = self.origin.val().top;
        self.m_executed.next.next_depth = self.origin.val().depth;
        if self.halt_request.val() | (self.halting.val() & !self.trap.val()) {
            self.m_redirect.next.target = self.origin.val().pc;
        } else if self.trap.val() {
            self.m_executed.next.next_fp = self.origin.val().top;
            self.m_executed.next.next_depth = self.origin.val().depth + 1;
            self.m_redirect.next.target = bit_cast::<16, 8>(self.operands.val().opcode);
            if self.operands.val().stack_full {
                self.m_redirect.next.target = VECTOR_STACK.into();
            } else if self.operands.val().wrong_args {
                self.m_redirect.next.target = VECTOR_ARGS.into();
            }
        } else if self.new_callee.val() {
            self.m_redirect.next.enter = true;
            self.m_redirect.next.check_args = true;
            self.m_redirect.next.target = self.callee.val();
            self.m_executed.next.next_fp = self.operands.val().dst;
            self.m_executed.next.next_depth = self.origin.val().depth + 1;
        } else if self.unwinding.val() {
            self.m_executed.next.next_depth = self.b.val().get_bits::<DEPTH_BITS>(0) + 1;
        }

        // Result
        self.misc.select.next = self.control.val().misc;
        self.misc.down.next = self.control.val().subtract;
        self.misc.a.next = self.a_word.val();
        self.misc.new_tag.next = self.b.val().get_bits::<4>(0);
        self.misc.origin.next = self.origin.val();
        self.misc.cycle.next = self.cycle.val();
        self.misc.pin_level.next = self.pin_level.val();
        self.misc.console_input.next = self.console_input.val();
        self.alu.unit.next = self.unit_reply.val().word;
        self.alu.misc.next = self.misc.result.val();
        self.result.next = self.alu.result.val();

        // To the memory stage
        self.x_destination.next.writes = self.operands.val().writes;
        self.x_destination.next.dst = self.operands.val().dst;
        if self.control.val().frame_store & !self.entry_event.val() {
            self.x_destination.next.dst = self.address.val().get_bits::<FRAME_BITS>(0);
        }
        self.destination.next = self.x_destination.val();
        self.m_destination.next.dst = self.x_destination.val().dst;
        self.m_destination.next.writes =
            self.operands.val().writes & self.completes.val() & !self.trap.val();
        if self.is_branch.val() & !self.taken.val() {
            // A loop's counter changes only if the loop goes on.
            self.m_destination.next.writes = false;
        }
        self.m_executed.next.valid = self.completes.val();
        self.m_executed.next.trapped = self.trap.val() & self.completes.val();
        self.m_executed.next.pc = self.origin.val().pc;
        self.m_executed.next.fp = self.origin.val().fp;
        self.m_executed.next.link_kind = self.control.val().link;
        if self.entry_event.val() {
            self.m_executed.next.link_kind = link_kind::RETRY.into();
        }
        self.m_executed.next.effect = self.control.val().effect;
        if self.trap.val() {
            self.m_executed.next.effect = Effect::None;
        }
        self.m_executed.next.destination = self.m_destination.val();
        self.m_executed.next.value = self.alu.result.val();
        self.m_executed.next.b_low = self.b.val().get_bits::<5>(0);
        self.m_executed.next.redirect = self.m_redirect.val();
        self.m_executed.next.halt =
            self.abort.val() | (self.completes.val() & self.halting.val() & !self.trap.val());
        self.executed.next = self.m_executed.val();
    }
}
