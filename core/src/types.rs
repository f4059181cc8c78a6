//! Values that several blocks share.

use rust_hdl::prelude::*;

use pyxl_isa::layout::descriptor;

pub use pyxl_isa::config::{DEPTH_BITS, FRAME_BITS};

/// The tags that the hardware knows.
pub mod tag {
    use pyxl_isa::Tag;

    /// Integers.
    pub const INT: u64 = Tag::Int as u64;
    /// `True` and `False`.
    pub const BOOL: u64 = Tag::Bool as u64;
    /// `None`.
    pub const NONE: u64 = Tag::None as u64;
    /// A variable without a value.
    pub const UNBOUND: u64 = Tag::Unbound as u64;
    /// Functions.
    pub const FUNCTION: u64 = Tag::Func as u64;
    /// Words of the runtime that are no object.
    pub const RAW: u64 = Tag::Raw as u64;
}

/// Kinds of return links.
pub mod link_kind {
    use pyxl_isa::LinkKind;

    /// The returned value goes to the destination.
    pub const VALUE: u64 = LinkKind::Value as u64;
    /// The returned value is dropped; as with `VALUE`, the next instruction follows.
    pub const DISCARD: u64 = LinkKind::Discard as u64;
    /// The returned value decides the branch that is fetched again.
    pub const BRANCH: u64 = LinkKind::Branch as u64;
    /// The instruction is executed again.
    pub const RETRY: u64 = LinkKind::Retry as u64;
}

/// Fields of return links, as `ldl` and `stl` number them.
pub mod link_field {
    use pyxl_isa::LinkField;

    /// Code address to resume at.
    pub const PC: u64 = LinkField::Pc as u64;
    /// Frame pointer.
    pub const FP: u64 = LinkField::Fp as u64;
    /// Address of the result.
    pub const DST: u64 = LinkField::Dst as u64;
    /// First word above the frame.
    pub const TOP: u64 = LinkField::Top as u64;
    /// The kind.
    pub const KIND: u64 = LinkField::Kind as u64;
    /// The number of return links above which a function's entry is refused.
    pub const LIMIT: u64 = LinkField::Limit as u64;
}

/// A machine word: 32-bit payload, 4-bit tag.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Word {
    pub payload: Bits<32>,
    pub tag: Bits<4>,
}

/// The word before a function's first instruction, without its unused bits.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Descriptor {
    /// Words of the frame.
    pub frame: Bits<DESCRIPTOR_FRAME_BITS>,
    /// Number of parameters.
    pub params: Bits<DESCRIPTOR_PARAMS_BITS>,
    /// Every call goes through argument binding.
    pub irregular: Bit,
    /// The stack limits do not hold for it.
    pub runtime: Bit,
}

/// Width of [`Descriptor::frame`].
pub const DESCRIPTOR_FRAME_BITS: usize = descriptor::FRAME.width as usize;
/// Width of [`Descriptor::params`].
pub const DESCRIPTOR_PARAMS_BITS: usize = descriptor::PARAMS.width as usize;

/// What `ret` restores: an entry of the control stack.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct ReturnLink {
    /// Code address to resume at.
    pub pc: Bits<16>,
    /// Frame pointer of the frame returned to.
    pub fp: Bits<FRAME_BITS>,
    /// Absolute frame-store address of the result.
    pub dst: Bits<FRAME_BITS>,
    /// First word above the frame returned to.
    pub top: Bits<FRAME_BITS>,
    /// What to do with the result: `pyxl_isa::LinkKind`.
    pub kind: Bits<2>,
}

/// A return link on its way to the control stack's memories.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct LinkWrite {
    pub write: Bit,
    /// Counted from 1, the lowest.
    pub number: Bits<DEPTH_BITS>,
    pub link: ReturnLink,
}

/// The machine state that an instruction starts from; it travels with the
/// instruction, so that a redirect can restore what decode did speculatively.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Origin {
    /// The instruction's address.
    pub pc: Bits<16>,
    /// Frame pointer.
    pub fp: Bits<FRAME_BITS>,
    /// First word above the frame.
    pub top: Bits<FRAME_BITS>,
    /// Return links on the control stack.
    pub depth: Bits<DEPTH_BITS>,
}

/// The machine state that a redirect from M puts in place of decode's.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Restore {
    /// There is such a redirect.
    pub valid: Bit,
    pub fp: Bits<FRAME_BITS>,
    pub top: Bits<FRAME_BITS>,
    pub depth: Bits<DEPTH_BITS>,
    /// It pushes `link` as the `depth`th (a trap, `unwind`).
    pub push: Bit,
    pub link: ReturnLink,
}

/// An absolute frame-store address that an instruction in flight writes.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Destination {
    pub writes: Bit,
    pub dst: Bits<FRAME_BITS>,
}

impl From<pyxl_isa::Word> for Word {
    fn from(w: pyxl_isa::Word) -> Word {
        Word {
            payload: u64::from(w.payload).into(),
            tag: (w.tag as u64).into(),
        }
    }
}

impl Word {
    /// The word as the instruction set's type, for tests and harnesses.
    pub fn to_isa(self) -> pyxl_isa::Word {
        pyxl_isa::Word::new(
            pyxl_isa::Tag::from_bits(self.tag.to_u8()),
            self.payload.to_u32(),
        )
    }
}
