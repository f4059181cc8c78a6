//! What a host finds on the debug bus: the one place that knows its addresses.

/// Bits of an address above the word's index.
pub const REGION_LOW: u32 = 16;

/// The regions of the bus; other numbers are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The words of [`StateWord`], read-only.
    State,
    /// Code memory.
    Code,
    /// Frame store.
    Frame,
    /// Control stack, read-only: link n, counted from 1, is word 2n and word 2n + 1, divided
    /// as [`link_word`] says.
    Control,
    /// Heap.
    Heap,
}

impl Region {
    /// Their names in documentation and drivers, by number.
    pub const NAMES: [&'static str; 5] = ["STATE", "CODE", "FRAME", "CONTROL", "HEAP"];

    /// Bus address of the region's word `index`.
    pub const fn address(self, index: u32) -> u32 {
        (self as u32) << REGION_LOW | index
    }
}

/// The words of [`Region::State`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateWord {
    /// Address of the next instruction.
    Pc,
    /// Frame pointer.
    Fp,
    /// First word above the frame.
    Top,
    /// Return links on the control stack.
    Depth,
    /// Cycle counter.
    Cycle,
}

impl StateWord {
    /// Bus address of the word.
    pub const fn address(self) -> u32 {
        Region::State.address(self as u32)
    }
}

/// The fields of a return link in its two words of [`Region::Control`]: of the even word
/// `PC` and `FP`, of the odd word `DST`, `TOP` and `KIND`.
pub mod link_word {
    use pyxl_isa::layout::BitField;

    const fn field(name: &'static str, low: u32, width: u32, meaning: &'static str) -> BitField {
        BitField {
            name,
            low,
            width,
            meaning,
        }
    }

    /// Code address to resume at.
    pub const PC: BitField = field("PC", 0, 16, "code address to resume at");
    /// Frame pointer of the frame returned to.
    pub const FP: BitField = field("FP", 16, 16, "frame pointer of the frame returned to");
    /// Frame-store address of the destination.
    pub const DST: BitField = field("DST", 0, 16, "frame-store address of the destination");
    /// First word above the frame returned to.
    pub const TOP: BitField = field("TOP", 16, 14, "first word above the frame returned to");
    /// Number of the kind.
    pub const KIND: BitField = field("KIND", 30, 2, "a `pyxl_isa::LinkKind`");
}
