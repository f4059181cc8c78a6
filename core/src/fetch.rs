//! F and I: the program counter, and the instruction register.

use pyxl_hdl_macros::{hdl, Block};
use pyxl_isa::config::BOOT_ENTRY;
use pyxl_isa::layout::descriptor;
use rust_hdl::prelude::*;

use crate::types::{Descriptor, Word, DESCRIPTOR_FRAME_BITS, DESCRIPTOR_PARAMS_BITS};

/// Where the machine starts: behind the descriptor of the boot function.
const BOOT_PC: u64 = BOOT_ENTRY as u64 + 1;

/// Lowest bits of a descriptor's fields.
const FRAME: usize = descriptor::FRAME.low as usize;
const PARAMS: usize = descriptor::PARAMS.low as usize;
const IRREGULAR: usize = descriptor::IRREGULAR.low as usize;
const RUNTIME: usize = descriptor::RUNTIME.low as usize;

/// What decode gets: the contents of the instruction register.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Fetched {
    pub valid: Bit,
    /// First instruction of a function just entered.
    pub enter: Bit,
    /// The entry's descriptor must match `args`.
    pub check_args: Bit,
    pub args: Bits<16>,
    pub pc: Bits<16>,
    /// The instruction word.
    pub word: Word,
    /// Code descriptor beside the instruction; meaningful with `enter`.
    pub descriptor: Descriptor,
}

/// Where to fetch next, and why.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Redirect {
    pub valid: Bit,
    pub target: Bits<16>,
    /// The target is a function's first instruction.
    pub enter: Bit,
    pub check_args: Bit,
    pub args: Bits<16>,
}

/// Addresses the code memory, whose second port reads the descriptor: functions
/// begin at odd addresses, so the descriptor's address is the instruction's with
/// the lowest bit clear.
///
/// The code memory reads in every cycle: a stall is known too late to hold its
/// output, so the words that arrive in a stall's first cycle are kept here.
#[derive(Block, Default)]
pub struct Fetch {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub stall: Signal<In, Bit>,
    pub halted: Signal<In, Bit>,
    /// Predicted in decode.
    pub d_redirect: Signal<In, Redirect>,
    /// Decided in execute; never in the same cycle as one from decode.
    pub m_redirect: Signal<In, Redirect>,
    pub code_address: Signal<Out, Bits<16>>,
    /// Lowest address bit of the second port; the others are `code_address`'s.
    pub descriptor_odd: Signal<Out, Bit>,
    /// While the core is halted, the host addresses the code memory.
    pub debug_index: Signal<In, Bits<16>>,
    pub code_word: Signal<In, Word>,
    pub descriptor_word: Signal<In, Word>,
    pub fetched: Signal<Out, Fetched>,
    /// Address of the next fetch; the PC of a halted core.
    pub pc: Signal<Out, Bits<16>>,
    next_pc: DFF<Bits<16>>,
    i_valid: DFF<Bit>,
    i_enter: DFF<Bit>,
    i_check_args: DFF<Bit>,
    i_args: DFF<Bits<16>>,
    i_pc: DFF<Bits<16>>,
    d_fetched: DFF<Fetched>,
    stalled: DFF<Bit>,
    kept_word: DFF<Word>,
    kept_descriptor: DFF<Descriptor>,
    early: Signal<Local, Bits<16>>,
    early_code: Signal<Local, Bits<16>>,
    address: Signal<Local, Bits<16>>,
    enter: Signal<Local, Bit>,
    check_args: Signal<Local, Bit>,
    args: Signal<Local, Bits<16>>,
    word: Signal<Local, Word>,
    descriptor: Signal<Local, Descriptor>,
    descriptor_payload: Signal<Local, Bits<32>>,
    arriving: Signal<Local, Fetched>,
}

impl Logic for Fetch {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            next_pc,
            i_valid,
            i_enter,
            i_check_args,
            i_args,
            i_pc,
            d_fetched,
            stalled,
            kept_word,
            kept_descriptor
        );

        // The redirect from decode comes last, so it is selected last.
        self.early.next = self.next_pc.q.val();
        self.early_code.next = self.next_pc.q.val();
        if self.halted.val() {
            self.early_code.next = self.debug_index.val();
        }
        self.enter.next = false;
        self.check_args.next = false;
        self.args.next = self.m_redirect.val().args;
        if self.m_redirect.val().valid {
            self.early.next = self.m_redirect.val().target;
            self.early_code.next = self.m_redirect.val().target;
            self.enter.next = self.m_redirect.val().enter;
            self.check_args.next = self.m_redirect.val().check_args;
        } else if self.d_redirect.val().valid {
            self.enter.next = self.d_redirect.val().enter;
        }
        self.address.next = self.early.val();
        self.code_address.next = self.early_code.val();
        if self.d_redirect.val().valid {
            self.address.next = self.d_redirect.val().target;
            self.code_address.next = self.d_redirect.val().target;
        }
        // The host may want an odd word through the second port; a function's descriptor is even.
        self.descriptor_odd.next = self.halted.val() & self.debug_index.val().get_bit(0);
        self.pc.next = self.next_pc.q.val();

        self.descriptor_payload.next = self.descriptor_word.val().payload;
        self.word.next = self.code_word.val();
        self.descriptor.next.frame = self
            .descriptor_payload
            .val()
            .get_bits::<DESCRIPTOR_FRAME_BITS>(FRAME);
        self.descriptor.next.params = self
            .descriptor_payload
            .val()
            .get_bits::<DESCRIPTOR_PARAMS_BITS>(PARAMS);
        self.descriptor.next.irregular = self.descriptor_payload.val().get_bit(IRREGULAR);
        self.descriptor.next.runtime = self.descriptor_payload.val().get_bit(RUNTIME);
        if self.stalled.q.val() {
            self.word.next = self.kept_word.q.val();
            self.descriptor.next = self.kept_descriptor.q.val();
        }
        self.stalled.d.next = self.stall.val();
        self.kept_word.d.next = self.word.val();
        self.kept_descriptor.d.next = self.descriptor.val();
        self.arriving.next.valid =
            self.i_valid.q.val() & !self.m_redirect.val().valid & !self.d_redirect.val().valid;
        self.arriving.next.enter = self.i_enter.q.val();
        self.arriving.next.check_args = self.i_check_args.q.val();
        self.arriving.next.args = self.i_args.q.val();
        self.arriving.next.pc = self.i_pc.q.val();
        self.arriving.next.word = self.word.val();
        self.arriving.next.descriptor = self.descriptor.val();

        if !self.stall.val() {
            self.i_valid.d.next = !self.halted.val();
            self.i_enter.d.next = self.enter.val();
            self.i_check_args.d.next = self.check_args.val();
            self.i_args.d.next = self.args.val();
            self.i_pc.d.next = self.address.val();
            self.next_pc.d.next = self.address.val() + 1;
            self.d_fetched.d.next = self.arriving.val();
        }
        if self.halted.val() {
            self.next_pc.d.next = self.address.val();
        }
        if self.reset.val() {
            self.next_pc.d.next = BOOT_PC.into();
        }
        self.fetched.next = self.d_fetched.q.val();
    }
}
