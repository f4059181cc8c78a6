//! R: frame-store output and bypass to the operand registers.

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::layout::FRAME_RESERVE;
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

use crate::bus::{DepthLimit, FrameWrite};
use crate::bypass::Source;
use crate::control::{Control, Effect, Flow};
use crate::decode::Issued;
use crate::ram::{SimpleRam, Storage};
use crate::types::{tag, Origin, Word, DEPTH_BITS, FRAME_BITS};

/// An instruction with its operands, on its way to execute.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Operands {
    pub valid: Bit,
    pub origin: Origin,
    pub opcode: Bits<8>,
    pub control: Control,
    pub dst: Bits<FRAME_BITS>,
    pub writes: Bit,
    pub a: Word,
    pub b: Word,
    pub offset: Bits<9>,
    pub taken: Bit,
    /// Where a branch goes if its prediction was wrong; a predicted call's target; the
    /// instruction after `unwind`.
    pub recovery_pc: Bits<16>,
    pub return_truth: Bit,
    /// Trap before anything else: the frame or its link is above the limit.
    pub stack_full: Bit,
    /// Trap before anything else: the call's arguments need binding.
    pub wrong_args: Bit,
}

/// The frame store is held three times, one copy for each read port: the operands' here, and
/// one by address (see [`crate::units::FrameReader`]).
#[derive(Block, Default)]
pub struct Operand {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub stall: Signal<In, Bit>,
    /// A redirect kills the instruction.
    pub kill: Signal<In, Bit>,
    /// Read addresses, from decode.
    pub a_address: Signal<In, Bits<FRAME_BITS>>,
    pub b_address: Signal<In, Bits<FRAME_BITS>>,
    pub issued: Signal<In, Issued>,
    /// Result in execute.
    pub x_result: Signal<In, Word>,
    pub m_write: Signal<In, FrameWrite>,
    pub depth_limit: Signal<In, DepthLimit>,
    pub operands: Signal<Out, Operands>,
    a_store: SimpleRam<Word, FRAME_BITS>,
    b_store: SimpleRam<Word, FRAME_BITS>,
    w_word: DFF<Word>,
    x_operands: DFF<Operands>,
    _frame_limit: u64,
    _first_depth_limit: u64,
    depth_limit_q: DFF<Bits<DEPTH_BITS>>,
    a_source: Signal<Local, Source>,
    b_source: Signal<Local, Source>,
    zero: Signal<Local, Word>,
    a_early: Signal<Local, Word>,
    b_early: Signal<Local, Word>,
    a_stored: Signal<Local, Word>,
    b_stored: Signal<Local, Word>,
    a_result: Signal<Local, Word>,
    b_result: Signal<Local, Word>,
    a: Signal<Local, Word>,
    b: Signal<Local, Word>,
    literal: Signal<Local, Word>,
    literal_field: Signal<Local, Bits<18>>,
    origin: Signal<Local, Origin>,
    control: Signal<Local, Control>,
    arriving: Signal<Local, Operands>,
}

impl Operand {
    /// `storage`: the frame store's.
    pub fn new(config: &MachineConfig, storage: Storage) -> Self {
        let frame_words = config.frame_words as usize;
        Self {
            a_store: SimpleRam::new(frame_words, storage.clone()),
            b_store: SimpleRam::new(frame_words, storage),
            _frame_limit: u64::from(config.frame_words - FRAME_RESERVE),
            _first_depth_limit: u64::from(config.depth_limit()),
            ..Default::default()
        }
    }
}

impl Logic for Operand {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, depth_limit_q, w_word, x_operands);
        clock!(self, clock, a_store, b_store);

        self.a_store.read_enable.next = !self.stall.val();
        self.a_store.read_address.next = self.a_address.val();
        self.b_store.read_enable.next = !self.stall.val();
        self.b_store.read_address.next = self.b_address.val();
        self.a_store.write_enable.next = self.m_write.val().write;
        self.a_store.write_address.next = self.m_write.val().address;
        self.a_store.write_data.next = self.m_write.val().word;
        self.b_store.write_enable.next = self.m_write.val().write;
        self.b_store.write_address.next = self.m_write.val().address;
        self.b_store.write_data.next = self.m_write.val().word;

        // One source delivers, the others are zero; the store and X come last, so they are gated
        // only
        self.zero.next.payload = 0.into();
        self.zero.next.tag = 0.into();
        self.literal_field.next = self.issued.val().literal;
        self.literal.next.tag = tag::INT.into();
        self.literal.next.payload = bit_cast::<32, 18>(self.literal_field.val());
        if self.literal_field.val().get_bit(17) {
            self.literal.next.payload =
                bit_cast::<32, 18>(self.literal_field.val()) | 0xfffc_0000_u64;
        }
        self.a_source.next = self.issued.val().a_source;
        self.b_source.next = self.issued.val().b_source;
        self.a_early.next = self.zero.val();
        if self.a_source.val().m {
            self.a_early.next = self.m_write.val().word;
        } else if self.a_source.val().w {
            self.a_early.next = self.w_word.q.val();
        }
        self.b_early.next = self.zero.val();
        if self.issued.val().use_literal {
            self.b_early.next = self.literal.val();
        } else if self.b_source.val().m {
            self.b_early.next = self.m_write.val().word;
        } else if self.b_source.val().w {
            self.b_early.next = self.w_word.q.val();
        }
        self.a_stored.next = self.zero.val();
        if self.a_source.val().store {
            self.a_stored.next = self.a_store.read_data.val();
        }
        self.b_stored.next = self.zero.val();
        if self.b_source.val().store {
            self.b_stored.next = self.b_store.read_data.val();
        }
        self.a_result.next = self.zero.val();
        if self.a_source.val().x {
            self.a_result.next = self.x_result.val();
        }
        self.b_result.next = self.zero.val();
        if self.b_source.val().x {
            self.b_result.next = self.x_result.val();
        }
        self.a.next.payload =
            self.a_early.val().payload | self.a_stored.val().payload | self.a_result.val().payload;
        self.a.next.tag =
            self.a_early.val().tag | self.a_stored.val().tag | self.a_result.val().tag;
        self.b.next.payload =
            self.b_early.val().payload | self.b_stored.val().payload | self.b_result.val().payload;
        self.b.next.tag =
            self.b_early.val().tag | self.b_stored.val().tag | self.b_result.val().tag;

        self.origin.next = self.issued.val().origin;
        self.arriving.next.valid = self.issued.val().valid & !self.kill.val();
        self.arriving.next.writes = self.issued.val().writes & !self.kill.val();
        self.arriving.next.origin = self.issued.val().origin;
        self.arriving.next.opcode = self.issued.val().opcode;
        self.arriving.next.control = self.issued.val().control;
        self.arriving.next.dst = self.issued.val().dst;
        self.arriving.next.offset = self.issued.val().offset;
        self.arriving.next.taken = self.issued.val().taken;
        self.control.next = self.issued.val().control;
        self.arriving.next.recovery_pc = self.issued.val().target;
        if (self.issued.val().taken & (self.control.val().flow == Flow::Branch))
            | (self.control.val().effect == Effect::Unwind)
        {
            self.arriving.next.recovery_pc = self.origin.val().pc + 1;
        }
        self.arriving.next.return_truth = self.issued.val().return_truth;
        self.arriving.next.wrong_args = self.issued.val().wrong_args;
        self.arriving.next.stack_full = self.issued.val().check_stack
            & ((self.origin.val().top > self._frame_limit)
                | (self.origin.val().depth > self.depth_limit_q.q.val()));
        self.arriving.next.a = self.a.val();
        self.arriving.next.b = self.b.val();

        if self.depth_limit.val().write {
            self.depth_limit_q.d.next = self.depth_limit.val().depth;
        }
        if self.reset.val() {
            self.depth_limit_q.d.next = self._first_depth_limit.into();
        }
        if !self.stall.val() {
            self.w_word.d.next = self.m_write.val().word;
            self.x_operands.d.next = self.arriving.val();
        }
        self.operands.next = self.x_operands.q.val();
    }
}
