//! R: frame-store output and bypass to the operand registers.

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::layout::FRAME_RESERVE;
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::*;

use crate::control::{Control, Effect, Flow};
use crate::decode::{Destination, Issued};
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
    pub alternative: Bits<16>,
    pub return_truth: Bit,
    /// Trap before anything else: the frame or its link is above the limit.
    pub stack_full: Bit,
    /// Trap before anything else: the call's arguments need binding.
    pub wrong_args: Bit,
}

/// The frame store is held three times, one copy for each read port: the operands',
/// and one by address, for `ldf` and the host.
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
    /// Frame write, in the memory stage; `m_write` once for each.
    pub m_destination: Signal<In, Destination>,
    pub m_value: Signal<In, Word>,
    pub m_write: Signal<In, Bit>,
    /// The number of return links above which a function's entry is refused.
    pub limit_write: Signal<In, Bit>,
    pub limit: Signal<In, Bits<DEPTH_BITS>>,
    pub operands: Signal<Out, Operands>,
    /// Read port for execute: the word follows three cycles later.
    pub x_address: Signal<In, Bits<FRAME_BITS>>,
    pub x_word: Signal<Out, Word>,
    /// Read port for the host, while the core is halted.
    pub host_select: Signal<In, Bit>,
    pub host_index: Signal<In, Bits<FRAME_BITS>>,
    pub host_word: Signal<Out, Word>,
    a_store: SimpleRam<Word, FRAME_BITS>,
    b_store: SimpleRam<Word, FRAME_BITS>,
    c_store: SimpleRam<Word, FRAME_BITS>,
    c_address: DFF<Bits<FRAME_BITS>>,
    c_word: DFF<Word>,
    v_value: DFF<Word>,
    x_operands: DFF<Operands>,
    _top_limit: u64,
    _first_limit: u64,
    depth_limit: DFF<Bits<DEPTH_BITS>>,
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
    next: Signal<Local, Operands>,
}

impl Operand {
    /// `storage`: the frame store's.
    pub fn new(config: &MachineConfig, storage: Storage) -> Self {
        let frame_words = config.frame_words as usize;
        Self {
            a_store: SimpleRam::new(frame_words, storage.clone()),
            b_store: SimpleRam::new(frame_words, storage.clone()),
            c_store: SimpleRam::new(frame_words, storage),
            _top_limit: u64::from(config.frame_words - FRAME_RESERVE),
            _first_limit: u64::from(config.depth_limit()),
            ..Default::default()
        }
    }
}

impl Logic for Operand {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            c_address,
            c_word,
            depth_limit,
            v_value,
            x_operands
        );
        clock!(self, clock, a_store, b_store, c_store);

        self.a_store.read_enable.next = !self.stall.val();
        self.a_store.read_address.next = self.a_address.val();
        self.b_store.read_enable.next = !self.stall.val();
        self.b_store.read_address.next = self.b_address.val();
        self.a_store.write_enable.next = self.m_write.val();
        self.a_store.write_address.next = self.m_destination.val().dst;
        self.a_store.write_data.next = self.m_value.val();
        self.b_store.write_enable.next = self.m_write.val();
        self.b_store.write_address.next = self.m_destination.val().dst;
        self.b_store.write_data.next = self.m_value.val();
        self.c_store.read_enable.next = true;
        self.c_store.read_address.next = self.c_address.q.val();
        if self.host_select.val() {
            self.c_store.read_address.next = self.host_index.val();
        }
        self.c_store.write_enable.next = self.m_write.val();
        self.c_store.write_address.next = self.m_destination.val().dst;
        self.c_store.write_data.next = self.m_value.val();
        self.c_address.d.next = self.x_address.val();
        self.c_word.d.next = self.c_store.read_data.val();
        self.x_word.next = self.c_word.q.val();
        self.host_word.next = self.c_word.q.val();

        comment!("One source delivers, the others are zero; the store and X come last, so they are gated only");
        self.zero.next.payload = 0.into();
        self.zero.next.tag = 0.into();
        self.literal_field.next = self.issued.val().literal;
        self.literal.next.tag = tag::INT.into();
        self.literal.next.payload = bit_cast::<32, 18>(self.literal_field.val());
        if self.literal_field.val().get_bit(17) {
            self.literal.next.payload =
                bit_cast::<32, 18>(self.literal_field.val()) | 0xfffc_0000_u64;
        }
        self.a_early.next = self.zero.val();
        if self.issued.val().a_from_m {
            self.a_early.next = self.m_value.val();
        } else if self.issued.val().a_from_v {
            self.a_early.next = self.v_value.q.val();
        }
        self.b_early.next = self.zero.val();
        if self.issued.val().use_literal {
            self.b_early.next = self.literal.val();
        } else if self.issued.val().b_from_m {
            self.b_early.next = self.m_value.val();
        } else if self.issued.val().b_from_v {
            self.b_early.next = self.v_value.q.val();
        }
        self.a_stored.next = self.zero.val();
        if self.issued.val().a_from_store {
            self.a_stored.next = self.a_store.read_data.val();
        }
        self.b_stored.next = self.zero.val();
        if self.issued.val().b_from_store {
            self.b_stored.next = self.b_store.read_data.val();
        }
        self.a_result.next = self.zero.val();
        if self.issued.val().a_from_x {
            self.a_result.next = self.x_result.val();
        }
        self.b_result.next = self.zero.val();
        if self.issued.val().b_from_x {
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
        self.next.next.valid = self.issued.val().valid & !self.kill.val();
        self.next.next.writes = self.issued.val().writes & !self.kill.val();
        self.next.next.origin = self.issued.val().origin;
        self.next.next.opcode = self.issued.val().opcode;
        self.next.next.control = self.issued.val().control;
        self.next.next.dst = self.issued.val().dst;
        self.next.next.offset = self.issued.val().offset;
        self.next.next.taken = self.issued.val().taken;
        self.control.next = self.issued.val().control;
        self.next.next.alternative = self.issued.val().target;
        if (self.issued.val().taken & (self.control.val().flow == Flow::Branch))
            | (self.control.val().effect == Effect::Unwind)
        {
            self.next.next.alternative = self.origin.val().pc + 1;
        }
        self.next.next.return_truth = self.issued.val().return_truth;
        self.next.next.wrong_args = self.issued.val().wrong_args;
        self.next.next.stack_full = self.issued.val().check_stack
            & ((self.origin.val().top > self._top_limit)
                | (self.origin.val().depth > self.depth_limit.q.val()));
        self.next.next.a = self.a.val();
        self.next.next.b = self.b.val();

        if self.limit_write.val() {
            self.depth_limit.d.next = self.limit.val();
        }
        if self.reset.val() {
            self.depth_limit.d.next = self._first_limit.into();
        }
        if !self.stall.val() {
            self.v_value.d.next = self.m_value.val();
            self.x_operands.d.next = self.next.val();
        }
        self.operands.next = self.x_operands.q.val();
    }
}
