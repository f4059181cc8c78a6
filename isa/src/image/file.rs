//! The file format of images (`.pyx`).
//!
//! All numbers are little-endian.
//!
//! | bytes | contents |
//! |-------|----------|
//! | 4     | magic, `PYXL` |
//! | 2     | version of the format |
//! | 4     | [`isa_hash`] of the instruction set that the image is for |
//! | 2     | entry |
//! | 9 × 4 | bytes of each section: code, statics, sizes, heap, files, functions, positions, comprehensions, static names |
//! | …     | the sections |
//! | 4     | CRC-32 of everything before it |
//!
//! Words are five bytes each; the debug sections are sequences of records made
//! of LEB128 numbers and of strings (number of bytes, UTF-8). A file is its name and some of its
//! lines, each with its number: `pyxl build` writes those that a traceback can show, and no
//! positions of the runtime (see [`Debug::keep_shown`]).

use super::{Debug, Function, Image, Inlined, MachineSize, Position, SourceFile};
use crate::config::BOOT_ENTRY;
use crate::layout;
use crate::table::ROWS;
use crate::word::Word;

/// The first four bytes of an image.
pub const MAGIC: [u8; 4] = *b"PYXL";
/// Version of the file format.
pub const VERSION: u16 = 4;

const SECTIONS: [&str; 9] = [
    "code",
    "statics",
    "sizes",
    "heap",
    "files",
    "functions",
    "positions",
    "comprehensions",
    "static names",
];
const HEADER_BYTES: usize = 4 + 2 + 4 + 2 + 4 * SECTIONS.len();
const CRC_BYTES: usize = 4;
const WORD_BYTES: usize = 5;
const WORD_BITS: u32 = 36;
/// Addresses are 16 bits.
const MEMORY_WORDS: usize = 1 << 16;

/// Why bytes are no image for this instruction set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// The file ends before the header does.
    #[error("header: {0} bytes, but it takes {HEADER_BYTES}")]
    Header(usize),
    /// Not an image.
    #[error("magic: {0:02x?} is not {MAGIC:02x?}; this is no PyXL image")]
    Magic([u8; 4]),
    /// Another version of the format.
    #[error("version: {0} is not {VERSION}; build the image again")]
    Version(u16),
    /// Built for another instruction set.
    #[error("ISA hash: {0:#010x} is not {1:#010x}; build the image again")]
    IsaHash(u32, u32),
    /// A section reaches beyond the end of the file.
    #[error("size of section {section}: {size} bytes, but only {left} are left")]
    Size {
        /// Its name.
        section: &'static str,
        /// Its length according to the header.
        size: u32,
        /// Bytes before the CRC.
        left: usize,
    },
    /// More bytes than the sections and the CRC.
    #[error("size: {0} bytes follow the last section")]
    Trailing(usize),
    /// Damaged.
    #[error("CRC: {0:#010x} is not {1:#010x}; the image is damaged")]
    Crc(u32, u32),
    /// The entry is not the boot function's.
    #[error("entry: {0:#06x} is not {BOOT_ENTRY:#06x} in {1} words of code")]
    Entry(u16, usize),
    /// Intact, but wrongly made.
    #[error("section {section}: {reason}")]
    Malformed {
        /// Its name.
        section: &'static str,
        /// What is wrong.
        reason: &'static str,
    },
}

/// Fingerprint of the instruction set: an image runs only on a machine with
/// the same mnemonics, codes, formats, links and layouts.
pub fn isa_hash() -> u32 {
    let mut text = String::new();
    for row in ROWS {
        text += &format!(
            "{} {} {:?} {:?}\n",
            row.op as u8, row.mnemonic, row.format, row.link
        );
    }
    text += &format!("{:?}\n", *layout::CONSTANTS);
    crc32fast::hash(text.as_bytes())
}

impl Image {
    /// The image as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let words = |words: &[Word]| code_section(words.iter().map(|w| w.bits()));
        let sections = [
            code_section(self.code.iter().copied()),
            words(&self.statics),
            sizes_section(&self.sizes),
            words(&self.heap),
            files_section(&self.debug.files),
            functions_section(&self.debug.functions),
            positions_section(&self.debug.positions),
            inlined_section(&self.debug.inlined),
            names_section(&self.debug.statics),
        ];
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(isa_hash().to_le_bytes());
        bytes.extend(self.entry.to_le_bytes());
        for section in &sections {
            bytes.extend((section.len() as u32).to_le_bytes());
        }
        bytes.extend(sections.concat());
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        bytes
    }

    /// The image in a file.
    ///
    /// # Errors
    /// If anything about the bytes is wrong; the error names the field.
    pub fn from_bytes(bytes: &[u8]) -> Result<Image, ImageError> {
        let magic = *bytes.first_chunk().ok_or(ImageError::Header(bytes.len()))?;
        if magic != MAGIC {
            return Err(ImageError::Magic(magic));
        }
        let mut header = bytes
            .get(MAGIC.len()..HEADER_BYTES)
            .ok_or(ImageError::Header(bytes.len()))?;
        let version = u16::from_le_bytes(take(&mut header));
        if version != VERSION {
            return Err(ImageError::Version(version));
        }
        let hash = u32::from_le_bytes(take(&mut header));
        if hash != isa_hash() {
            return Err(ImageError::IsaHash(hash, isa_hash()));
        }
        let entry = u16::from_le_bytes(take(&mut header));

        let (mut body, crc) = bytes[HEADER_BYTES..]
            .split_last_chunk::<CRC_BYTES>()
            .ok_or(ImageError::Header(bytes.len()))?;
        let mut sections = [&body[..0]; SECTIONS.len()];
        for (name, section) in SECTIONS.iter().zip(&mut sections) {
            let size = u32::from_le_bytes(take(&mut header));
            (*section, body) = body
                .split_at_checked(size as usize)
                .ok_or(ImageError::Size {
                    section: name,
                    size,
                    left: body.len(),
                })?;
        }
        if !body.is_empty() {
            return Err(ImageError::Trailing(body.len()));
        }
        let stored = u32::from_le_bytes(*crc);
        let computed = crc32fast::hash(&bytes[..bytes.len() - CRC_BYTES]);
        if stored != computed {
            return Err(ImageError::Crc(stored, computed));
        }

        let read = |i: usize| Reader {
            section: SECTIONS[i],
            bytes: sections[i],
        };
        let words = |bits: Vec<u64>| bits.into_iter().map(Word::from_bits).collect();
        let image = Image {
            entry,
            code: read(0).words()?,
            statics: words(read(1).words()?),
            sizes: read(2).records(Reader::size)?,
            heap: words(read(3).words()?),
            debug: Debug {
                files: read(4).records(Reader::file)?,
                functions: read(5).records(Reader::function)?,
                positions: read(6).records(Reader::position)?,
                inlined: read(7).records(Reader::inlined)?,
                statics: read(8).records(|r| Ok((r.short()?, r.string()?)))?,
            },
        };
        image.check()?;
        Ok(image)
    }

    /// What the users of an image rely on beyond its encoding.
    fn check(&self) -> Result<(), ImageError> {
        if self.entry != BOOT_ENTRY || usize::from(self.entry) >= self.code.len() {
            return Err(ImageError::Entry(self.entry, self.code.len()));
        }
        if !self.debug.positions.is_sorted_by_key(|p| p.pc) {
            return Err(ImageError::Malformed {
                section: "positions",
                reason: "not in ascending order",
            });
        }
        Ok(())
    }
}

/// The next `N` bytes of a header whose length was checked.
fn take<const N: usize>(header: &mut &[u8]) -> [u8; N] {
    let (field, rest) = header
        .split_first_chunk()
        .expect("the header is long enough");
    *header = rest;
    *field
}

fn code_section(words: impl Iterator<Item = u64>) -> Vec<u8> {
    words
        .flat_map(|w| w.to_le_bytes().into_iter().take(WORD_BYTES))
        .collect()
}

fn sizes_section(sizes: &[(u16, MachineSize, i32)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (slot, size, more) in sizes {
        for n in [u32::from(*slot), *size as u32, *more as u32] {
            put_number(&mut out, n);
        }
    }
    out
}

fn files_section(files: &[SourceFile]) -> Vec<u8> {
    let mut out = Vec::new();
    for file in files {
        put_string(&mut out, &file.name);
        put_number(&mut out, file.lines.len() as u32);
        for (line, text) in &file.lines {
            put_number(&mut out, *line);
            put_string(&mut out, text);
        }
    }
    out
}

fn functions_section(functions: &[Function]) -> Vec<u8> {
    let mut out = Vec::new();
    for f in functions {
        put_string(&mut out, &f.name);
        for n in [f.entry, f.end, u16::from(f.hidden), f.file] {
            put_number(&mut out, u32::from(n));
        }
        put_number(&mut out, f.slots.len() as u32);
        for (slot, name) in &f.slots {
            put_number(&mut out, u32::from(*slot));
            put_string(&mut out, name);
        }
    }
    out
}

fn positions_section(positions: &[Position]) -> Vec<u8> {
    let mut out = Vec::new();
    for position in positions {
        put_position(&mut out, position);
    }
    out
}

fn put_position(out: &mut Vec<u8>, p: &Position) {
    let (pc, file) = (u32::from(p.pc), u32::from(p.file));
    for n in [pc, file, p.line, p.end_line, p.column, p.end_column] {
        put_number(out, n);
    }
    put_number(out, u32::from(p.anchor.is_some()));
    if let Some((first, end)) = p.anchor {
        put_number(out, first);
        put_number(out, end);
    }
    put_number(out, p.inlined.map_or(0, |number| u32::from(number) + 1));
}

fn inlined_section(inlined: &[Inlined]) -> Vec<u8> {
    let mut out = Vec::new();
    for comprehension in inlined {
        put_string(&mut out, &comprehension.name);
        put_position(&mut out, &comprehension.position);
    }
    out
}

fn names_section(names: &[(u16, String)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (slot, name) in names {
        put_number(&mut out, u32::from(*slot));
        put_string(&mut out, name);
    }
    out
}

fn put_number(out: &mut Vec<u8>, mut n: u32) {
    while n > 0x7f {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

fn put_string(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u32);
    out.extend(text.as_bytes());
}

/// What is left of a section.
struct Reader<'a> {
    section: &'static str,
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn malformed(&self, reason: &'static str) -> ImageError {
        ImageError::Malformed {
            section: self.section,
            reason,
        }
    }

    fn words(&self) -> Result<Vec<u64>, ImageError> {
        let chunks = self.bytes.chunks_exact(WORD_BYTES);
        if !chunks.remainder().is_empty() {
            return Err(self.malformed("not a whole number of words"));
        }
        if chunks.len() > MEMORY_WORDS {
            return Err(self.malformed("more words than 16-bit addresses"));
        }
        let words: Vec<u64> = chunks
            .map(|c| c.iter().rev().fold(0, |bits, b| bits << 8 | u64::from(*b)))
            .collect();
        if words.iter().any(|w| w >> WORD_BITS != 0) {
            return Err(self.malformed("a word of more than 36 bits"));
        }
        Ok(words)
    }

    fn records<T>(
        mut self,
        read: impl Fn(&mut Self) -> Result<T, ImageError>,
    ) -> Result<Vec<T>, ImageError> {
        let mut records = Vec::new();
        while !self.bytes.is_empty() {
            records.push(read(&mut self)?);
        }
        Ok(records)
    }

    fn size(&mut self) -> Result<(u16, MachineSize, i32), ImageError> {
        let slot = self.short()?;
        let size = MachineSize::ALL.get(self.number()? as usize).copied();
        let size = size.ok_or_else(|| self.malformed("no size of a machine"))?;
        Ok((slot, size, self.number()? as i32))
    }

    fn file(&mut self) -> Result<SourceFile, ImageError> {
        Ok(SourceFile {
            name: self.string()?,
            lines: (0..self.number()?)
                .map(|_| Ok((self.number()?, self.string()?)))
                .collect::<Result<_, _>>()?,
        })
    }

    fn function(&mut self) -> Result<Function, ImageError> {
        Ok(Function {
            name: self.string()?,
            entry: self.short()?,
            end: self.short()?,
            hidden: self.flag()?,
            file: self.short()?,
            slots: (0..self.number()?)
                .map(|_| Ok((self.byte()?, self.string()?)))
                .collect::<Result<_, _>>()?,
        })
    }

    fn position(&mut self) -> Result<Position, ImageError> {
        Ok(Position {
            pc: self.short()?,
            file: self.short()?,
            line: self.number()?,
            end_line: self.number()?,
            column: self.number()?,
            end_column: self.number()?,
            anchor: match self.flag()? {
                true => Some((self.number()?, self.number()?)),
                false => None,
            },
            inlined: self.short()?.checked_sub(1),
        })
    }

    fn inlined(&mut self) -> Result<Inlined, ImageError> {
        Ok(Inlined {
            name: self.string()?,
            position: self.position()?,
        })
    }

    fn number(&mut self) -> Result<u32, ImageError> {
        let mut value = 0u64;
        for shift in (0..=28).step_by(7) {
            let (&byte, rest) = self
                .bytes
                .split_first()
                .ok_or_else(|| self.malformed("ends in a number"))?;
            self.bytes = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(value).map_err(|_| self.malformed("number over 32 bits"));
            }
        }
        Err(self.malformed("number over 32 bits"))
    }

    fn short(&mut self) -> Result<u16, ImageError> {
        u16::try_from(self.number()?).map_err(|_| self.malformed("number over 16 bits"))
    }

    fn byte(&mut self) -> Result<u8, ImageError> {
        u8::try_from(self.number()?).map_err(|_| self.malformed("number over 8 bits"))
    }

    fn flag(&mut self) -> Result<bool, ImageError> {
        match self.number()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(self.malformed("flag is neither 0 nor 1")),
        }
    }

    fn string(&mut self) -> Result<String, ImageError> {
        let length = self.number()? as usize;
        let (text, rest) = self
            .bytes
            .split_at_checked(length)
            .ok_or_else(|| self.malformed("ends in a string"))?;
        self.bytes = rest;
        String::from_utf8(text.to_vec()).map_err(|_| self.malformed("string is not UTF-8"))
    }
}

#[cfg(test)]
mod tests;
