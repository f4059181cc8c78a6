//! Tables of registers: the one place that knows what a host sees of a peripheral. Its decoder,
//! its page in the book, and the constants of drivers in Python and in C are made from it.

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
pub struct Field {
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
pub const fn field(high: usize, low: usize, name: &'static str, text: &'static str) -> Field {
    choice(high, low, name, text, &[])
}

/// A choice: as [`field`], with the names of its values.
pub const fn choice(
    high: usize,
    low: usize,
    name: &'static str,
    text: &'static str,
    values: &'static [&'static str],
) -> Field {
    Field {
        high,
        low,
        name,
        text,
        values,
    }
}

impl Field {
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
    pub fields: &'static [Field],
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

/// The registers as sections of a page.
pub fn markdown(rows: &[Row]) -> String {
    let mut page = String::new();
    for (number, row) in rows.iter().enumerate() {
        let access = match row.access {
            Access::Read => "read",
            Access::Write => "write",
            Access::ReadWrite => "read, write",
        };
        page += &format!(
            "\n## 0x{:02x} {} ({access})\n\n{}\n",
            number * 4,
            row.name,
            row.text
        );
        if let Some(value) = row.power_on {
            page += &format!("After power-on: 0x{value:x}.\n");
        }
        page += "\n| bits | field | meaning |\n|---|---|---|\n";
        for field in row.fields {
            let bits = match field.high == field.low {
                true => field.high.to_string(),
                false => format!("{}:{}", field.high, field.low),
            };
            let mut meaning = String::new();
            for (value, name) in field.values.iter().enumerate() {
                let comma = if value == 0 { "" } else { ", " };
                meaning += &format!("{comma}{value} {}", name.to_lowercase());
            }
            let semicolon = match field.values.is_empty() || field.text.is_empty() {
                true => "",
                false => "; ",
            };
            meaning += &format!("{semicolon}{}", field.text);
            page += &format!("| {bits} | {} | {meaning} |\n", field.name);
        }
    }
    page
}

/// The constants of a driver: `NAME` is a register's offset, `NAME_FIELD` a mask,
/// `NAME_FIELD_SHIFT` the mask's lowest bit where it is not 0, `NAME_FIELD_VALUE` a value in its
/// place.
pub fn constants(rows: &[Row]) -> Vec<(String, u32)> {
    let mut all = vec![];
    for (number, row) in (0..).zip(rows) {
        all.push((row.name.to_owned(), number * 4));
        for field in row.fields {
            let name = format!("{}_{}", row.name, field.name);
            all.push((name.clone(), field.mask()));
            if field.low > 0 && field.high > field.low {
                all.push((format!("{name}_SHIFT"), field.low as u32));
            }
            for (value, text) in (0..).zip(field.values) {
                all.push((format!("{name}_{text}"), value << field.low));
            }
        }
    }
    all
}

/// What the files of constants say of themselves.
const HEAD: &str = "Generated by pyxl-peripherals from the table of the registers. Do not edit.";

/// The constants as a Python module.
pub fn python(rows: &[Row]) -> String {
    let lines = constants(rows).into_iter();
    let lines = lines.map(|(name, value)| format!("{name} = 0x{value:x}\n"));
    format!("# {HEAD}\n{}", lines.collect::<String>())
}

/// The constants as a C header; its names begin with `PYXL_`.
pub fn c_header(rows: &[Row]) -> String {
    let lines = constants(rows).into_iter();
    let lines = lines.map(|(name, value)| format!("#define PYXL_{name} 0x{value:x}u\n"));
    format!("// {HEAD}\n#pragma once\n{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [Row; 2] = [
        Row {
            name: "ONE",
            access: Access::Write,
            power_on: None,
            text: "",
            fields: &[
                choice(6, 4, "KIND", "more are refused", &["NONE", "SOME"]),
                field(0, 0, "GO", ""),
            ],
        },
        Row {
            name: "TWO",
            access: Access::ReadWrite,
            power_on: Some(7),
            text: "",
            fields: &[field(31, 0, "ALL", "everything")],
        },
    ];

    #[test]
    fn constants_are_offsets_masks_shifts_and_values() {
        let expected = [
            ("ONE", 0),
            ("ONE_KIND", 0x70),
            ("ONE_KIND_SHIFT", 4),
            ("ONE_KIND_NONE", 0),
            ("ONE_KIND_SOME", 0x10),
            ("ONE_GO", 1),
            ("TWO", 4),
            ("TWO_ALL", u32::MAX),
        ];
        let expected = expected.map(|(name, value)| (name.to_owned(), value));
        assert_eq!(constants(&ROWS), expected);
        assert!(c_header(&ROWS).contains("#define PYXL_ONE_KIND_SOME 0x10u\n"));
    }

    #[test]
    fn the_decoder_knows_what_is_allowed() {
        assert_eq!((allowed(&ROWS, false), allowed(&ROWS, true)), (0b10, 0b11));
        assert_eq!(low(&ROWS[0], "KIND"), 4);
    }

    #[test]
    fn a_page_says_all_of_it() {
        let page = markdown(&ROWS);
        assert!(page.contains("## 0x04 TWO (read, write)\n"), "{page}");
        assert!(page.contains("After power-on: 0x7.\n"), "{page}");
        let kind = "| 6:4 | KIND | 0 none, 1 some; more are refused |\n";
        assert!(page.contains(kind), "{page}");
    }

    #[test]
    fn python_reads_the_constants() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("constants.py"), python(&ROWS)).unwrap();
        let show = "import constants as c; print(c.ONE_KIND_SHIFT, c.ONE_KIND_SOME, c.TWO_ALL)";
        let output = std::process::Command::new("python3")
            .current_dir(&folder)
            .args(["-c", show])
            .output()
            .expect("python3 (3.11) is on PATH");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "4 16 4294967295\n",
            "{output:?}"
        );
    }
}
