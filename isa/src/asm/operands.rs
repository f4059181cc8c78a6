//! Operands: the parts of a statement that need symbols.

use super::parser::Parser;
use super::{AsmError, Emitter};
use crate::insn::{Insn, Operand, Slot, CALLP_ARGS, DISPLACEMENT, IMMEDIATE, LITERAL, OFFSET};
use crate::table::Format;
use crate::word::{Tag, Word};
use std::ops::RangeInclusive;

fn wide(range: RangeInclusive<i32>) -> RangeInclusive<i64> {
    i64::from(*range.start())..=i64::from(*range.end())
}

impl Emitter {
    /// An instruction at `pc`, or `.word`.
    pub(super) fn code_word(&mut self, line: &mut Parser, pc: u16) -> Result<u64, AsmError> {
        if let Some(directive) = line.directive() {
            return match directive.as_str() {
                ".word" => line.code_word(),
                _ => Err(line.error(format!("`{directive}` is no instruction"))),
            };
        }
        let insn = Insn::new(line.opcode()?);
        Ok(self.operands(insn, line, pc)?.encode())
    }

    fn operands(&self, insn: Insn, line: &mut Parser, pc: u16) -> Result<Insn, AsmError> {
        Ok(match insn.format() {
            Format::None => insn,
            Format::DAB | Format::Assign => {
                let insn = insn.to(self.slot(line)?);
                line.comma()?;
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                insn.with_b(self.operand(line)?)
            }
            Format::DA => {
                let insn = insn.to(self.slot(line)?);
                line.comma()?;
                insn.with_a(self.slot(line)?)
            }
            Format::DB => {
                let insn = insn.to(self.slot(line)?);
                line.comma()?;
                insn.with_b(self.operand(line)?)
            }
            Format::D => insn.to(self.slot(line)?),
            Format::AB => {
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                insn.with_b(self.operand(line)?)
            }
            Format::B => insn.with_b(self.operand(line)?),
            Format::Immediate => {
                let insn = insn.to(self.slot(line)?);
                line.comma()?;
                insn.with_immediate(line.number("18-bit immediate", wide(IMMEDIATE))? as i32)
            }
            Format::LoadStatic => {
                let insn = insn.to(self.slot(line)?);
                line.comma()?;
                insn.with_immediate(i32::from(self.static_slot(line)?))
            }
            Format::StoreStatic => {
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                insn.with_address(self.static_slot(line)?)
            }
            Format::BranchAB | Format::Counter => {
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                let insn = insn.with_b(self.operand(line)?);
                line.comma()?;
                insn.with_displacement(self.displacement(line, pc)?)
            }
            Format::BranchA => {
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                insn.with_displacement(self.displacement(line, pc)?)
            }
            Format::Jump => insn.with_address(self.target(line)?),
            Format::Call | Format::CallDirect => {
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                let place = line.clone();
                let entry = self.target(line)?;
                if entry & 1 == 1 {
                    return Err(place.error("a function begins at an even address"));
                }
                let args = match line.mark(',') {
                    true => line.number("argument count", 0..=i64::from(CALLP_ARGS))?,
                    false => 0,
                };
                insn.with_entry(entry, args as u8)
            }
            Format::CallValue => {
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                insn.with_b(self.operand(line)?)
            }
            Format::Store | Format::StoreFrame => {
                let insn = insn.with_a(self.slot(line)?);
                line.comma()?;
                if !line.mark('[') {
                    return line.expected("`[`");
                }
                let mut insn = insn.with_b(self.operand(line)?);
                line.comma()?;
                insn.dst = line.number("word offset", wide(OFFSET))? as u16;
                if !line.mark(']') {
                    return line.expected("`]`");
                }
                insn
            }
            Format::Frame => insn.with_address(self.frame_address(line)?),
        })
    }

    fn slot(&self, line: &mut Parser) -> Result<Slot, AsmError> {
        if line.mark('$') {
            return self.frame_slot(line).map(Slot::Frame);
        }
        let place = line.clone();
        match u8::try_from(self.static_slot(line)?) {
            Ok(n) => Ok(Slot::Static(n)),
            Err(_) => Err(place.error("only static slots 0 … 255 can be operands; use `lds`")),
        }
    }

    fn operand(&self, line: &mut Parser) -> Result<Operand, AsmError> {
        if line.is_number() {
            let n = line.number("literal", wide(LITERAL))?;
            return Ok(Operand::Literal(n as i16));
        }
        self.slot(line).map(Operand::Slot)
    }

    fn frame_slot(&self, line: &mut Parser) -> Result<u8, AsmError> {
        if line.is_number() {
            return Ok(line.number("frame slot", 0..=255)? as u8);
        }
        let place = line.clone();
        let name = line.name("a slot's number or name")?;
        match self.symbols.scopes[self.scope].slots.get(&name) {
            Some(n) => Ok(*n),
            None => Err(place.error(format!("no `.slot {name}` in this function"))),
        }
    }

    fn static_slot(&self, line: &mut Parser) -> Result<u16, AsmError> {
        if !line.mark('@') {
            return line.expected("a slot, `$…` or `@…`");
        }
        if line.is_number() {
            return Ok(line.number("static slot", 0..=0xffff)? as u16);
        }
        let place = line.clone();
        let name = line.name("a slot's number or name")?;
        match self.symbols.statics.get(&name) {
            Some(n) => Ok(*n),
            None => Err(place.error(format!("no `.static {name}`"))),
        }
    }

    fn target(&self, line: &mut Parser) -> Result<u16, AsmError> {
        if line.is_number() {
            return Ok(line.number("code address", 0..=0xffff)? as u16);
        }
        let place = line.clone();
        let name = line.name("a label, a function or an address")?;
        let label = self.symbols.scopes[self.scope].labels.get(&name);
        match label.or_else(|| self.symbols.functions.get(&name)) {
            Some(address) => Ok(*address),
            None => Err(place.error(format!("no label or function `{name}`"))),
        }
    }

    fn displacement(&self, line: &mut Parser, pc: u16) -> Result<i32, AsmError> {
        let place = line.clone();
        let words = i32::from(self.target(line)?) - i32::from(pc);
        if !DISPLACEMENT.contains(&words) {
            return Err(place.error(format!("{words} words away; a branch reaches -256 … 255")));
        }
        Ok(words)
    }

    fn frame_address(&self, line: &mut Parser) -> Result<u16, AsmError> {
        if line.is_number() {
            return Ok(line.number("frame-store address", 0..=0xffff)? as u16);
        }
        match line.clone().directive().as_deref() {
            Some(".statics") => {
                line.directive();
                Ok(self.symbols.static_count)
            }
            _ => line.expected("a frame-store address or `.statics`"),
        }
    }

    /// `INT -5`, `STR "text"`, `FUNC name`.
    pub(super) fn word(&mut self, line: &mut Parser) -> Result<Word, AsmError> {
        let place = line.clone();
        let name = line.name("a tag")?;
        let Some(tag) = Tag::ALL.into_iter().find(|t| t.name() == name) else {
            return Err(place.error(format!("unknown tag `{name}`")));
        };
        if line.is_number() {
            let payload = line.number("payload", i64::from(i32::MIN)..=i64::from(u32::MAX))?;
            return Ok(Word::new(tag, payload as u32));
        }
        match tag {
            Tag::Str => match line.text() {
                Some(text) => Ok(Word::str(self.string(text, line)?)),
                None => line.expected("a text or an address"),
            },
            Tag::Func => Ok(Word::func(self.target(line)?, 0)),
            _ => line.expected("a payload"),
        }
    }
}
