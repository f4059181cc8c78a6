//! X: results, branch and trap decision. An instruction stays until its unit is
//! done or what it waits for is there, and the whole pipeline with it.

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::Opcode;
use rust_hdl::prelude::*;

use crate::alu::Alu;
use crate::control::{Control, Effect, Flow, LongUnit, Misc, Wait};
use crate::decode::Destination;
use crate::divider::{Divider, LATENCY};
use crate::fetch::Redirect;
use crate::leading_zeros::LeadingZeros;
use crate::multiplier::Multiplier;
use crate::operand::Operands;
use crate::types::{tag, Origin, Word, DEPTH_BITS, FRAME_BITS};

/// Where an entry with too many links or words on the stack goes.
const VECTOR_STACK: u64 = Opcode::Bstack as u64;
/// Where an entry with arguments that must be bound goes.
const VECTOR_ARGS: u64 = Opcode::Bargs as u64;
/// Cycles that a division waits beyond its own.
const DIVIDE_STALLS: u64 = LATENCY - 1;

/// A decided instruction: what the memory stage carries out.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Executed {
    pub valid: Bit,
    pub trapped: Bit,
    pub pc: Bits<16>,
    pub fp: Bits<FRAME_BITS>,
    pub link: Bits<2>,
    pub effect: Effect,
    pub destination: Destination,
    pub value: Word,
    /// Pin of a pin effect, field of a link.
    pub pin: Bits<5>,
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
    pub gpio_levels: Signal<In, Bits<32>>,
    pub console_ready: Signal<In, Bit>,
    pub input_valid: Signal<In, Bit>,
    /// A byte, or with bit 8 the end of input.
    pub input_data: Signal<In, Bits<9>>,
    pub cycle: Signal<In, Bits<32>>,
    /// Address for the heap, registered there; its word follows two cycles later.
    pub heap_address: Signal<Out, Bits<16>>,
    pub heap_word: Signal<In, Word>,
    /// The same for the frame store and the fields of return links.
    pub frame_address: Signal<Out, Bits<FRAME_BITS>>,
    pub frame_word: Signal<In, Word>,
    pub link_number: Signal<Out, Bits<DEPTH_BITS>>,
    pub link_select: Signal<Out, Bits<3>>,
    pub link_field: Signal<In, Bits<16>>,
    pub stall: Signal<Out, Bit>,
    pub result: Signal<Out, Word>,
    /// Where the result goes, unless the instruction traps.
    pub destination: Signal<Out, Destination>,
    /// To be registered by the memory stage.
    pub executed: Signal<Out, Executed>,
    alu: Alu,
    leading_zeros: LeadingZeros,
    multiplier: Multiplier,
    divider: Divider,
    elapsed: DFF<Bits<6>>,
    /// The long unit's result is there, or will not be used.
    finished: DFF<Bit>,
    /// A trap handler has decided the branch that is fetched again.
    forced: DFF<Bit>,
    forced_truth: DFF<Bit>,
    control: Signal<Local, Control>,
    origin: Signal<Local, Origin>,
    a: Signal<Local, Bits<32>>,
    b: Signal<Local, Bits<32>>,
    a_word: Signal<Local, Word>,
    b_word: Signal<Local, Word>,
    live: Signal<Local, Bit>,
    entry_event: Signal<Local, Bit>,
    is_branch: Signal<Local, Bit>,
    unit_stalls: Signal<Local, Bits<6>>,
    unit_runs: Signal<Local, Bit>,
    unit_refused: Signal<Local, Bit>,
    pin_level: Signal<Local, Bit>,
    unit_stall: Signal<Local, Bit>,
    pin_stall: Signal<Local, Bit>,
    console_stall: Signal<Local, Bit>,
    input_stall: Signal<Local, Bit>,
    runs: Signal<Local, Bit>,
    busy: Signal<Local, Bit>,
    abort: Signal<Local, Bit>,
    completes: Signal<Local, Bit>,
    trap: Signal<Local, Bit>,
    taken: Signal<Local, Bit>,
    mispredicted: Signal<Local, Bit>,
    new_callee: Signal<Local, Bit>,
    halting: Signal<Local, Bit>,
    unwinding: Signal<Local, Bit>,
    address: Signal<Local, Bits<16>>,
    computed: Signal<Local, Destination>,
    callee: Signal<Local, Bits<16>>,
    alternative: Signal<Local, Bits<16>>,
    unit_word: Signal<Local, Word>,
    misc_word: Signal<Local, Word>,
    base: Signal<Local, Bits<16>>,
    going: Signal<Local, Redirect>,
    written: Signal<Local, Destination>,
    done: Signal<Local, Executed>,
}

impl Logic for Execute {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, elapsed, finished, forced, forced_truth);
        clock!(self, clock, multiplier, divider);

        self.control.next = self.operands.val().control;
        self.origin.next = self.operands.val().origin;
        self.a_word.next = self.operands.val().a;
        self.b_word.next = self.operands.val().b;
        self.a.next = self.a_word.val().payload;
        self.b.next = self.b_word.val().payload;
        self.live.next = self.operands.val().valid & !self.kill.val() & !self.reset.val();
        self.entry_event.next = self.operands.val().stack_full | self.operands.val().wrong_args;
        self.is_branch.next = self.control.val().flow == Flow::Branch;

        comment!("Long operations");
        self.alu.control.next = self.control.val();
        self.alu.a.next = self.a_word.val();
        self.alu.b.next = self.b_word.val();
        self.multiplier.a.next = self.a.val();
        self.multiplier.b.next = self.b.val();
        self.multiplier.natural.next = self.control.val().second;
        self.divider.dividend.next = self.a.val();
        self.divider.divisor.next = self.b.val();
        self.unit_stalls.next = 0.into();
        self.unit_runs.next = self.alu.numbers.val();
        self.unit_refused.next = false;
        self.unit_word.next = self.heap_word.val();
        match self.control.val().unit {
            LongUnit::Multiply => {
                self.unit_stalls.next = 1.into();
                self.unit_runs.next = self.alu.numbers.val() | self.control.val().raw;
                self.unit_refused.next = self.multiplier.overflow.val() & !self.control.val().raw;
                self.unit_word.next.payload = self.multiplier.product.val();
                self.unit_word.next.tag = tag::INT.into();
                if self.control.val().second {
                    self.unit_word.next.payload = self.multiplier.upper.val();
                }
            }
            LongUnit::Divide => {
                self.unit_stalls.next = DIVIDE_STALLS.into();
                self.unit_refused.next = self.divider.by_zero.val()
                    | (self.divider.overflow.val() & !self.control.val().second);
                self.unit_word.next.payload = self.divider.quotient.val();
                self.unit_word.next.tag = tag::INT.into();
                if self.control.val().second {
                    self.unit_word.next.payload = self.divider.remainder.val();
                }
            }
            LongUnit::Load => {
                self.unit_stalls.next = 2.into();
                self.unit_runs.next = true;
            }
            LongUnit::LoadFrame => {
                self.unit_stalls.next = 2.into();
                self.unit_runs.next = true;
                self.unit_word.next = self.frame_word.val();
            }
            LongUnit::LoadLink => {
                self.unit_stalls.next = 2.into();
                self.unit_runs.next = true;
                self.unit_word.next.payload = bit_cast::<32, 16>(self.link_field.val());
                self.unit_word.next.tag = tag::INT.into();
            }
            _ => {
                self.unit_runs.next = false;
            }
        }
        self.divider.start.next = !self.elapsed.q.val().any();

        comment!("Stall causes; the stall reaches every register, so it must be known early");
        self.unit_stall.next = (self.control.val().unit != LongUnit::None) & !self.finished.q.val();
        self.pin_level.next = self
            .gpio_levels
            .val()
            .get_bit(self.b.val().get_bits::<5>(0).index());
        self.pin_stall.next = ((self.control.val().wait == Wait::PinHigh) & !self.pin_level.val())
            | ((self.control.val().wait == Wait::PinLow) & self.pin_level.val());
        self.console_stall.next =
            (self.control.val().wait == Wait::Console) & !self.console_ready.val();
        self.input_stall.next = (self.control.val().wait == Wait::Input) & !self.input_valid.val();
        self.busy.next = self.unit_stall.val()
            | self.input_stall.val()
            | (self.alu.b_number.val() & (self.pin_stall.val() | self.console_stall.val()));
        self.runs.next = self.live.val() & !self.halt_request.val();
        self.stall.next = self.runs.val() & !self.entry_event.val() & self.busy.val();
        self.completes.next = self.runs.val() & (self.entry_event.val() | !self.busy.val());
        self.abort.next = self.live.val() & self.halt_request.val();
        self.elapsed.d.next = 0.into();
        self.finished.d.next = false;
        if self.stall.val() {
            self.elapsed.d.next = self.elapsed.q.val() + 1;
            self.finished.d.next =
                (self.elapsed.q.val() == self.unit_stalls.val()) | !self.unit_runs.val();
        }

        comment!("Decision");
        self.trap.next = self.entry_event.val()
            | (self.alu.refused.val() & !self.forced.q.val())
            | (self.unit_runs.val() & self.unit_refused.val());
        self.taken.next = self.alu.condition.val() != self.control.val().on_false;
        if self.forced.q.val() {
            self.taken.next = self.forced_truth.q.val() != self.control.val().on_false;
        }
        self.mispredicted.next =
            self.is_branch.val() & (self.taken.val() != self.operands.val().taken);
        self.callee.next = self.a.val().get_bits::<16>(16) | 1;
        self.alternative.next = self.operands.val().alternative;
        self.new_callee.next = (self.control.val().flow == Flow::CallValue)
            | (self.control.val().predicted & (self.callee.val() != self.alternative.val()));
        self.halting.next = self.control.val().effect == Effect::Halt;
        self.unwinding.next = self.control.val().effect == Effect::Unwind;
        if self.completes.val() {
            self.forced.d.next = self.operands.val().return_truth & !self.trap.val();
            self.forced_truth.d.next = self.b.val().get_bit(0);
        }

        comment!("Where to continue");
        self.going.next.valid = self.abort.val()
            | (self.completes.val()
                & (self.trap.val()
                    | self.mispredicted.val()
                    | self.new_callee.val()
                    | self.unwinding.val()
                    | self.halting.val()));
        // A call's operand b is its argument count.
        self.going.next.args = self.b.val().get_bits::<16>(0);
        self.going.next.enter = false;
        self.going.next.check_args = false;
        self.going.next.target = self.alternative.val();
        self.done.next.next_fp = self.origin.val().fp;
        self.done.next.next_top = self.origin.val().top;
        self.done.next.next_depth = self.origin.val().depth;
        if self.halt_request.val() | (self.halting.val() & !self.trap.val()) {
            self.going.next.target = self.origin.val().pc;
        } else if self.trap.val() {
            self.done.next.next_fp = self.origin.val().top;
            self.done.next.next_depth = self.origin.val().depth + 1;
            self.going.next.target = bit_cast::<16, 8>(self.operands.val().opcode);
            if self.operands.val().stack_full {
                self.going.next.target = VECTOR_STACK.into();
            } else if self.operands.val().wrong_args {
                self.going.next.target = VECTOR_ARGS.into();
            }
        } else if self.new_callee.val() {
            self.going.next.enter = true;
            self.going.next.check_args = true;
            self.going.next.target = self.callee.val();
            self.done.next.next_fp = self.operands.val().dst;
            self.done.next.next_depth = self.origin.val().depth + 1;
        } else if self.unwinding.val() {
            self.done.next.next_depth = self.b.val().get_bits::<DEPTH_BITS>(0) + 1;
        }

        comment!("Result");
        self.leading_zeros.value.next = self.a.val();
        self.misc_word.next.payload = self.a.val();
        self.misc_word.next.tag = tag::INT.into();
        match self.control.val().misc {
            Misc::Pc => {
                self.misc_word.next.payload = bit_cast::<32, 16>(self.origin.val().pc);
                self.misc_word.next.tag = tag::RAW.into();
            }
            Misc::Cycle => {
                self.misc_word.next.payload = self.cycle.val() & 0x7fff_ffff;
            }
            Misc::Pin => {
                self.misc_word.next.payload = bit_cast::<32, 1>(self.pin_level.val().into());
            }
            Misc::Tag => {
                self.misc_word.next.payload = bit_cast::<32, 4>(self.a_word.val().tag);
            }
            Misc::Retag => {
                self.misc_word.next.tag = self.b.val().get_bits::<4>(0);
            }
            Misc::Step => {
                if self.control.val().subtract {
                    self.misc_word.next.payload = self.a.val() - 1;
                } else {
                    self.misc_word.next.payload = self.a.val() + 1;
                }
            }
            Misc::FramePointer => {
                self.misc_word.next.payload = bit_cast::<32, FRAME_BITS>(self.origin.val().fp);
            }
            Misc::Depth => {
                self.misc_word.next.payload = bit_cast::<32, DEPTH_BITS>(self.origin.val().depth);
            }
            Misc::Input => {
                self.misc_word.next.payload =
                    bit_cast::<32, 8>(self.input_data.val().get_bits::<8>(0));
                if self.input_data.val().get_bit(8) {
                    self.misc_word.next.payload = 0xffff_ffff_u64.into();
                }
            }
            Misc::LeadingZeros => {
                self.misc_word.next.payload = bit_cast::<32, 6>(self.leading_zeros.count.val());
            }
            _ => {}
        }
        self.alu.unit.next = self.unit_word.val();
        self.alu.misc.next = self.misc_word.val();
        self.result.next = self.alu.result.val();

        comment!("Address in the heap or the frame store: a + b, or b + offset for stores");
        self.base.next = self.a.val().get_bits::<16>(0);
        if self.control.val().offset {
            self.base.next = bit_cast::<16, 9>(self.operands.val().offset);
        }
        self.address.next = self.base.val() + self.b.val().get_bits::<16>(0);
        self.heap_address.next = self.address.val();
        self.frame_address.next = self.address.val().get_bits::<FRAME_BITS>(0);
        self.link_number.next = self.a.val().get_bits::<DEPTH_BITS>(0);
        self.link_select.next = self.b.val().get_bits::<3>(0);

        comment!("To the memory stage");
        self.computed.next.writes = self.operands.val().writes;
        self.computed.next.dst = self.operands.val().dst;
        if self.control.val().frame_store & !self.entry_event.val() {
            self.computed.next.dst = self.address.val().get_bits::<FRAME_BITS>(0);
        }
        self.destination.next = self.computed.val();
        self.written.next.dst = self.computed.val().dst;
        self.written.next.writes =
            self.operands.val().writes & self.completes.val() & !self.trap.val();
        if self.is_branch.val() & !self.taken.val() {
            // A loop's counter changes only if the loop goes on.
            self.written.next.writes = false;
        }
        self.done.next.valid = self.completes.val();
        self.done.next.trapped = self.trap.val() & self.completes.val();
        self.done.next.pc = self.origin.val().pc;
        self.done.next.fp = self.origin.val().fp;
        self.done.next.link = self.control.val().link;
        if self.entry_event.val() {
            self.done.next.link = 3.into();
        }
        self.done.next.effect = self.control.val().effect;
        if self.trap.val() {
            self.done.next.effect = Effect::None;
        }
        self.done.next.destination = self.written.val();
        self.done.next.value = self.alu.result.val();
        self.done.next.pin = self.b.val().get_bits::<5>(0);
        self.done.next.redirect = self.going.val();
        self.done.next.halt =
            self.abort.val() | (self.completes.val() & self.halting.val() & !self.trap.val());
        self.executed.next = self.done.val();
    }
}
