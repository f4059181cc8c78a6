//! D: decode, frame addresses, and the redirects that can be predicted.
//!
//! Frame pointer, frame top and stack depth change here, speculatively; each
//! instruction carries the values that it started from (its [`Origin`]).

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::bypass::{Bypass, Source};
use crate::control::{Control, DecodeRom, Flow};
use crate::fetch::{Fetched, Redirect};
use crate::link_stack::LinkStack;
use crate::prediction::Prediction;
use crate::slots::Slots;
use crate::types::{
    link_kind, Descriptor, Destination, LinkWrite, Origin, Restore, ReturnLink, Word, DEPTH_BITS,
    DESCRIPTOR_FRAME_BITS, DESCRIPTOR_PARAMS_BITS, FRAME_BITS,
};

/// A decoded instruction on its way to operand read.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Issued {
    pub valid: Bit,
    pub origin: Origin,
    pub opcode: Bits<8>,
    pub control: Control,
    /// Absolute destination.
    pub dst: Bits<FRAME_BITS>,
    /// The result goes to `dst`; implies `valid`.
    pub writes: Bit,
    /// Operand b is `literal`.
    pub use_literal: Bit,
    pub literal: Bits<18>,
    /// Word offset of a store.
    pub offset: Bits<9>,
    /// Predicted: the branch is taken.
    pub taken: Bit,
    /// Target of a branch or predicted call.
    pub target: Bits<16>,
    pub a_source: Source,
    pub b_source: Source,
    /// Entered a function that obeys the stack limits.
    pub check_stack: Bit,
    /// Entered a function with other arguments than its descriptor's.
    pub wrong_args: Bit,
    /// A return whose link wants a branch's truth value.
    pub return_truth: Bit,
}

#[derive(Block, Default)]
pub struct Decode {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub stall: Signal<In, Bit>,
    pub fetched: Signal<In, Fetched>,
    pub redirect: Signal<Out, Redirect>,
    /// The instruction register keeps its instruction for another cycle.
    pub stall_on_frame_store: Signal<Out, Bit>,
    /// Redirect from M.
    pub m_restore: Signal<In, Restore>,
    /// Destinations in X and M; R's own is `issued`.
    pub x_destination: Signal<In, Destination>,
    pub m_destination: Signal<In, Destination>,
    /// Frame-store read addresses, to be clocked at the end of this stage.
    pub a_address: Signal<Out, Bits<FRAME_BITS>>,
    pub b_address: Signal<Out, Bits<FRAME_BITS>>,
    pub issued: Signal<Out, Issued>,
    /// The state of a halted core.
    pub state: Signal<Out, Origin>,
    /// To the control stack's second copy.
    pub link_write: Signal<Out, LinkWrite>,
    rom: DecodeRom,
    slots: Slots,
    links: LinkStack,
    prediction: Prediction,
    a_bypass: Bypass,
    b_bypass: Bypass,
    fp: DFF<Bits<FRAME_BITS>>,
    top: DFF<Bits<FRAME_BITS>>,
    depth: DFF<Bits<DEPTH_BITS>>,
    /// The instruction was issued in the previous cycle.
    held: DFF<Bit>,
    r_issued: DFF<Issued>,
    valid: Signal<Local, Bit>,
    issues: Signal<Local, Bit>,
    control: Signal<Local, Control>,
    opcode: Signal<Local, Bits<8>>,
    word: Signal<Local, Word>,
    payload: Signal<Local, Bits<32>>,
    tag: Signal<Local, Bits<4>>,
    dst_field: Signal<Local, Bits<9>>,
    a_field: Signal<Local, Bits<9>>,
    b_field: Signal<Local, Bits<9>>,
    long_field: Signal<Local, Bits<18>>,
    slot_a: Signal<Local, Bits<FRAME_BITS>>,
    slot_b: Signal<Local, Bits<FRAME_BITS>>,
    b_literal: Signal<Local, Bit>,
    wrong_args: Signal<Local, Bit>,
    descriptor: Signal<Local, Descriptor>,
    frame_top: Signal<Local, Bits<FRAME_BITS>>,
    absolute: Signal<Local, Bits<16>>,
    link: Signal<Local, ReturnLink>,
    is_call: Signal<Local, Bit>,
    is_return: Signal<Local, Bit>,
    is_setfp: Signal<Local, Bit>,
    origin: Signal<Local, Origin>,
    issue: Signal<Local, Issued>,
    call_link: Signal<Local, ReturnLink>,
    r_destination: Signal<Local, Destination>,
}

impl Decode {
    /// `control_words`: capacity of the control stack.
    pub fn new(control_words: usize) -> Self {
        Self {
            links: LinkStack::new(control_words),
            ..Default::default()
        }
    }
}

impl Logic for Decode {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, fp, top, depth, held, r_issued);
        clock!(self, clock, links);

        // Fields
        self.valid.next = self.fetched.val().valid & !self.m_restore.val().valid;
        self.word.next = self.fetched.val().word;
        self.payload.next = self.word.val().payload;
        self.tag.next = self.word.val().tag;
        self.opcode.next = (bit_cast::<8, 3>(self.tag.val().get_bits::<3>(0)) << 5)
            | bit_cast::<8, 5>(self.payload.val().get_bits::<5>(27));
        self.dst_field.next = self.payload.val().get_bits::<9>(18);
        self.a_field.next = self.payload.val().get_bits::<9>(9);
        self.b_field.next = self.payload.val().get_bits::<9>(0);
        self.long_field.next = self.payload.val().get_bits::<18>(0);
        self.absolute.next = bit_cast::<16, 9>(self.b_field.val())
            | (bit_cast::<16, 7>(self.dst_field.val().get_bits::<7>(0)) << 9);
        self.rom.opcode.next = self.opcode.val();
        self.control.next = self.rom.control.val();
        self.descriptor.next = self.fetched.val().descriptor;

        // Frame addresses
        self.slots.control.next = self.control.val();
        self.slots.fp.next = self.fp.q.val();
        self.slots.dst_field.next = self.dst_field.val();
        self.slots.a_field.next = self.a_field.val();
        self.slots.long_field.next = self.long_field.val();
        self.slots.absolute.next = self.absolute.val();
        self.slot_a.next = self.slots.a.val();
        self.slot_b.next = self.slots.b.val();
        self.a_address.next = self.slot_a.val();
        self.b_address.next = self.slot_b.val();

        // Prediction
        self.link.next = self.links.top.val();
        self.prediction.pc.next = self.fetched.val().pc;
        self.prediction.opcode.next = self.opcode.val();
        self.prediction.displacement.next = self.dst_field.val();
        self.prediction.absolute.next = self.absolute.val();
        self.prediction.return_pc.next = self.link.val().pc;
        self.prediction.valid.next = self.valid.val();
        self.is_call.next = self.prediction.is_call.val();
        self.is_return.next = self.prediction.is_return.val();
        self.redirect.next = self.prediction.redirect.val();

        // The next instruction is compared with the destination that execute computes
        // What is held changes no state in decode: `held` stays out of the redirect's path.
        self.issues.next = self.valid.val() & !self.held.q.val();
        self.stall_on_frame_store.next = self.issues.val() & self.control.val().frame_store;

        // Frame pointer, frame top, depth; the control stack
        self.is_setfp.next = self.control.val().flow == Flow::SetFp;
        self.frame_top.next = self.top.q.val();
        if self.fetched.val().enter {
            self.frame_top.next = self.fp.q.val()
                + bit_cast::<FRAME_BITS, DESCRIPTOR_FRAME_BITS>(self.descriptor.val().frame);
        }
        self.call_link.next.pc = self.fetched.val().pc + 1;
        self.call_link.next.fp = self.fp.q.val();
        self.call_link.next.dst = self.slot_a.val();
        self.call_link.next.top = self.frame_top.val();
        self.call_link.next.kind = link_kind::VALUE.into();
        self.links.stall.next = self.stall.val();
        self.links.depth.next = self.depth.q.val();
        self.links.push.next = self.valid.val() & self.is_call.val();
        self.links.link.next = self.call_link.val();
        self.links.pop.next = self.valid.val() & self.is_return.val();
        self.links.m_restore.next = self.m_restore.val();
        self.link_write.next = self.links.write.val();
        if !self.stall.val() {
            if self.m_restore.val().valid {
                self.fp.d.next = self.m_restore.val().fp;
                self.top.d.next = self.m_restore.val().top;
                self.depth.d.next = self.m_restore.val().depth;
            } else if self.valid.val() {
                self.top.d.next = self.frame_top.val();
                if self.is_call.val() {
                    self.fp.d.next = self.slot_a.val();
                    self.depth.d.next = self.depth.q.val() + 1;
                } else if self.is_return.val() {
                    self.fp.d.next = self.link.val().fp;
                    self.top.d.next = self.link.val().top;
                    self.depth.d.next = self.depth.q.val() - 1;
                } else if self.is_setfp.val() {
                    self.fp.d.next = self.absolute.val().get_bits::<FRAME_BITS>(0);
                }
            }
        }
        if self.reset.val() {
            self.fp.d.next = 0.into();
            self.top.d.next = 0.into();
            self.depth.d.next = 0.into();
            self.held.d.next = false;
        }

        // Issue
        self.origin.next.pc = self.fetched.val().pc;
        self.origin.next.fp = self.fp.q.val();
        self.origin.next.top = self.frame_top.val();
        self.origin.next.depth = self.depth.q.val();
        self.issue.next.valid = self.issues.val();
        self.issue.next.origin = self.origin.val();
        self.issue.next.opcode = self.opcode.val();
        self.issue.next.control = self.control.val();
        self.issue.next.dst = self.slots.dst.val();
        self.issue.next.writes = self.issues.val() & self.control.val().writes;
        if self.is_return.val() {
            self.issue.next.dst = self.link.val().dst;
            self.issue.next.writes = self.valid.val() & (self.link.val().kind == link_kind::VALUE);
        } else if self.control.val().dst_is_a {
            self.issue.next.dst = self.slot_a.val();
        }
        self.issue.next.return_truth =
            self.is_return.val() & (self.link.val().kind == link_kind::BRANCH);
        self.issue.next.offset = self.dst_field.val();
        self.issue.next.taken = self.prediction.taken.val();
        self.issue.next.target = self.redirect.val().target;

        // Operand b: slot or literal
        self.b_literal.next =
            !self.control.val().b_static & (!self.control.val().b_slot | self.tag.val().get_bit(3));
        self.wrong_args.next = self.fetched.val().check_args
            & ((bit_cast::<16, DESCRIPTOR_PARAMS_BITS>(self.descriptor.val().params)
                != self.fetched.val().args)
                | self.descriptor.val().irregular);
        self.issue.next.check_stack = self.fetched.val().enter & !self.descriptor.val().runtime;
        self.issue.next.literal = bit_cast::<18, 9>(self.b_field.val());
        if self.b_field.val().get_bit(8) {
            self.issue.next.literal = bit_cast::<18, 9>(self.b_field.val()) | 0x3fe00;
        }
        if self.control.val().flow == Flow::Call {
            // The argument count.
            self.issue.next.literal = bit_cast::<18, 1>(self.b_field.val().get_bits::<1>(0))
                | (bit_cast::<18, 2>(self.dst_field.val().get_bits::<2>(7)) << 1);
        }
        if self.control.val().b_immediate {
            self.issue.next.literal = self.long_field.val();
        }
        self.issue.next.use_literal = self.b_literal.val();
        self.issue.next.wrong_args = self.wrong_args.val();
        if self.wrong_args.val() {
            self.issue.next.use_literal = true;
            self.issue.next.literal = bit_cast::<18, 16>(self.fetched.val().args);
        }

        // Bypass selects, from the producers one stage before they deliver
        self.r_destination.next.writes = self.r_issued.q.val().writes;
        self.r_destination.next.dst = self.r_issued.q.val().dst;
        self.a_bypass.in_slot.next = true;
        self.a_bypass.slot.next = self.slot_a.val();
        self.a_bypass.r.next = self.r_destination.val();
        self.a_bypass.x.next = self.x_destination.val();
        self.a_bypass.m.next = self.m_destination.val();
        self.issue.next.a_source = self.a_bypass.source.val();
        self.b_bypass.in_slot.next = !self.b_literal.val() & !self.wrong_args.val();
        self.b_bypass.slot.next = self.slot_b.val();
        self.b_bypass.r.next = self.r_destination.val();
        self.b_bypass.x.next = self.x_destination.val();
        self.b_bypass.m.next = self.m_destination.val();
        self.issue.next.b_source = self.b_bypass.source.val();

        if !self.stall.val() {
            self.held.d.next = self.stall_on_frame_store.val();
            self.r_issued.d.next = self.issue.val();
        }
        self.issued.next = self.r_issued.q.val();
        self.state.next.pc = self.fetched.val().pc;
        self.state.next.fp = self.fp.q.val();
        self.state.next.top = self.top.q.val();
        self.state.next.depth = self.depth.q.val();
    }
}
