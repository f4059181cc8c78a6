//! Return links: what the control stack holds for each call and trap.

/// Where a return goes on, and what becomes of the returned value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum LinkKind {
    /// The returned value goes to the destination; execution continues after the instruction.
    Value = 0,
    /// The returned value is dropped; execution continues after the instruction.
    Discard = 1,
    /// The instruction is fetched again and takes the returned `BOOL` as its comparison's result.
    Branch = 2,
    /// The instruction is executed again.
    Retry = 3,
}

impl LinkKind {
    /// All kinds, by number.
    pub const ALL: [LinkKind; 4] = [
        LinkKind::Value,
        LinkKind::Discard,
        LinkKind::Branch,
        LinkKind::Retry,
    ];

    /// The kind with number `bits & 3`.
    pub fn from_bits(bits: u8) -> LinkKind {
        LinkKind::ALL[usize::from(bits & 3)]
    }

    /// What a return does, for the reference: where it goes on, and with the returned value.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            LinkKind::Value => ("the next instruction", "is stored to the destination"),
            LinkKind::Discard => ("the next instruction", "is dropped"),
            LinkKind::Branch => (
                "the same instruction",
                "is the result of its comparison, a BOOL",
            ),
            LinkKind::Retry => ("the same instruction", "is dropped"),
        }
    }
}

/// A field of a return link, as `ldl` and `stl` number them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum LinkField {
    /// Code address to resume at.
    Pc = 0,
    /// Frame pointer of the frame returned to.
    Fp = 1,
    /// Frame-store address of the destination.
    Dst = 2,
    /// First word above the frame returned to.
    Top = 3,
    /// Number of the kind, a [`LinkKind`].
    Kind = 4,
    /// No field, but a register beside them that `stl` writes: the number of return links
    /// above which a function's entry is `event.stack`.
    Limit = 7,
}

impl LinkField {
    /// All fields, by number.
    pub const ALL: [LinkField; 6] = [
        LinkField::Pc,
        LinkField::Fp,
        LinkField::Dst,
        LinkField::Top,
        LinkField::Kind,
        LinkField::Limit,
    ];

    /// The field with number `bits & 7`, if there is one.
    pub fn from_bits(bits: u32) -> Option<LinkField> {
        LinkField::ALL
            .into_iter()
            .find(|field| *field as u32 == bits & 7)
    }

    /// What it holds, for the reference.
    pub fn meaning(self) -> &'static str {
        match self {
            LinkField::Pc => "code address to resume at",
            LinkField::Fp => "frame pointer of the frame returned to",
            LinkField::Dst => "frame-store address of the destination",
            LinkField::Top => "first word above the frame returned to",
            LinkField::Kind => "kind",
            LinkField::Limit => {
                "written only, and no field: the number of return links above which a function's entry is `event.stack`"
            }
        }
    }
}
