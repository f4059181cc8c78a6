//! Tables of registers: the one place that knows what a host sees of a peripheral. Its decoder,
//! its page in the book, and the constants of drivers in Python and in C are made from it.

mod output;

pub use output::{c_header, constants, markdown, python};

/// What a host may do with a register; anything else is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read only.
    Read,
    /// Write only.
    Write,
    /// Read and write.
    ReadWrite,
}

impl Access {
    const fn allows(self, write: bool) -> bool {
        match self {
            Access::Read => !write,
            Access::Write => write,
            Access::ReadWrite => true,
        }
    }
}

/// Some bits of a register.
#[derive(Clone, Copy, Debug)]
pub struct RegisterField {
    /// The highest bit.
    pub high: usize,
    /// The lowest bit.
    pub low: usize,
    /// Its name in documentation and drivers.
    pub name: &'static str,
    /// What it means.
    pub text: &'static str,
    /// Names of its values, from 0 on, if they have some.
    pub values: &'static [&'static str],
}

/// A number: bits `high` to `low`, their name and what they mean.
pub const fn field(
    high: usize,
    low: usize,
    name: &'static str,
    text: &'static str,
) -> RegisterField {
    choice(high, low, name, text, &[])
}

/// A choice: as [`field`], with the names of its values.
pub const fn choice(
    high: usize,
    low: usize,
    name: &'static str,
    text: &'static str,
    values: &'static [&'static str],
) -> RegisterField {
    RegisterField {
        high,
        low,
        name,
        text,
        values,
    }
}

impl RegisterField {
    /// The field's bits.
    pub const fn mask(&self) -> u32 {
        u32::MAX >> (31 - self.high) & u32::MAX << self.low
    }
}

/// A register of 32 bits; its number is its place in the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name in documentation and drivers.
    pub name: &'static str,
    /// What the host may do.
    pub access: Access,
    /// What it reads after power-on, where that is the same on all boards.
    pub power_on: Option<u32>,
    /// What it is for.
    pub text: &'static str,
    /// Its fields; bits in no field read as zero and are ignored when written.
    pub fields: &'static [RegisterField],
}

/// The lowest bit of a register's field. For constants: a name that is not in the table does
/// not compile.
pub const fn low(row: &Row, field: &str) -> usize {
    let mut i = 0;
    while i < row.fields.len() {
        if same(row.fields[i].name.as_bytes(), field.as_bytes()) {
            return row.fields[i].low;
        }
        i += 1;
    }
    panic!("the register has no such field")
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// The registers that may be read, or written: bit n for number n.
pub const fn allowed(rows: &[Row], write: bool) -> u64 {
    let (mut mask, mut i) = (0, 0);
    while i < rows.len() {
        mask |= (rows[i].access.allows(write) as u64) << i;
        i += 1;
    }
    mask
}

/// Declares an enum of the numbers 0, 1, 2 … as hardware decodes it from `Bits<$width>`, with
/// the variant `$other` for all numbers that have no name.
macro_rules! numbers {
    ($(#[$doc:meta])* $enum:ident: $width:literal, $other:ident, $($(#[$text:meta])* $name:ident),+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
        pub enum $enum {
            $($(#[$text])* $name,)+
            /// None of these.
            $other,
        }

        /// In hardware a copy of the bits.
        impl From<Bits<$width>> for $enum {
            fn from(number: Bits<$width>) -> Self {
                let all = [$($enum::$name),+];
                all.get(number.index()).copied().unwrap_or($enum::$other)
            }
        }
    };
}

/// Declares an enum of registers and its table `ROWS`: variant, name, access, value after
/// power-on, what it is for, fields.
macro_rules! registers {
    ($(#[$doc:meta])* $enum:ident: $width:literal;
     $($variant:ident $name:literal $access:ident $power_on:expr, $text:literal, [$($field:expr),* $(,)?];)+) => {
        $crate::registers::numbers! {
            $(#[$doc])*
            $enum: $width, Other, $(#[doc = $text] $variant),+
        }

        /// The registers, in the order of their numbers.
        pub const ROWS: [Row; $enum::Other as usize] = [$(Row {
            name: $name,
            access: Access::$access,
            power_on: $power_on,
            text: $text,
            fields: &[$($field),*],
        }),+];

        impl $enum {
            /// Byte offset from the base address.
            pub const fn offset(self) -> u32 {
                self as u32 * 4
            }
        }
    };
}

pub(crate) use {numbers, registers};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decoder_knows_what_is_allowed() {
        let row = |access, fields| Row {
            name: "",
            access,
            power_on: None,
            text: "",
            fields,
        };
        const FIELDS: [RegisterField; 2] = [field(6, 4, "KIND", ""), field(0, 0, "GO", "")];
        let rows = [row(Access::Write, &FIELDS[..]), row(Access::ReadWrite, &[])];
        assert_eq!((allowed(&rows, false), allowed(&rows, true)), (0b10, 0b11));
        assert_eq!(low(&rows[0], "KIND"), 4);
    }
}
