//! Statements of one line: the parts that need no symbols.

use super::lexer::{tokens, Kind, Token};
use super::AsmError;
use crate::config::VECTORS;
use crate::image::MachineSize;
use crate::insn::Descriptor;
use crate::table::Opcode;

/// What is left of a line.
#[derive(Clone, Debug)]
pub(super) struct Parser {
    line: u32,
    tokens: std::vec::IntoIter<Token>,
    /// Column after the last token, from 1.
    end_column: u32,
    /// Byte columns of the line's first character and after its last, from 0.
    bytes: (u32, u32),
}

impl Parser {
    pub fn new(text: &str, line: u32) -> Result<Parser, AsmError> {
        let trimmed = text.trim_start();
        Ok(Parser {
            line,
            tokens: tokens(text, line)?.into_iter(),
            end_column: text.trim_end().chars().count() as u32 + 1,
            bytes: (
                (text.len() - trimmed.len()) as u32,
                text.trim_end().len() as u32,
            ),
        })
    }

    pub fn line(&self) -> u32 {
        self.line
    }

    /// The range of the whole line, as [`crate::image::Position`] has it.
    pub fn byte_columns(&self) -> (u32, u32) {
        self.bytes
    }

    fn peek(&self) -> Option<&Kind> {
        self.tokens.as_slice().first().map(|t| &t.kind)
    }

    pub fn at_end(&self) -> bool {
        self.peek().is_none()
    }

    /// An error at the next token.
    pub fn error(&self, message: impl Into<String>) -> AsmError {
        let column = self.tokens.as_slice().first().map(|t| t.column);
        AsmError {
            line: self.line,
            column: column.unwrap_or(self.end_column),
            message: message.into(),
        }
    }

    pub fn expected<T>(&self, what: &str) -> Result<T, AsmError> {
        let found = match self.peek() {
            None => "the end of the line".into(),
            Some(Kind::Name(name)) => format!("`{name}`"),
            Some(Kind::Number(n)) => format!("`{n}`"),
            Some(Kind::Text(text)) => format!("{text:?}"),
            Some(Kind::Mark(c)) => format!("`{c}`"),
        };
        Err(self.error(format!("expected {what}, found {found}")))
    }

    /// The end of the statement.
    pub fn end(&self) -> Result<(), AsmError> {
        if self.at_end() {
            return Ok(());
        }
        self.expected("the end of the line")
    }

    /// Takes `mark` if it is next.
    pub fn mark(&mut self, mark: char) -> bool {
        let found = self.peek() == Some(&Kind::Mark(mark));
        if found {
            self.tokens.next();
        }
        found
    }

    pub fn comma(&mut self) -> Result<(), AsmError> {
        match self.mark(',') {
            true => Ok(()),
            false => self.expected("`,`"),
        }
    }

    fn equals(&mut self) -> Result<(), AsmError> {
        match self.mark('=') {
            true => Ok(()),
            false => self.expected("`=`"),
        }
    }

    /// A number in `range`.
    pub fn number(
        &mut self,
        what: &str,
        range: std::ops::RangeInclusive<i64>,
    ) -> Result<i64, AsmError> {
        let Some(&Kind::Number(n)) = self.peek() else {
            return self.expected(what);
        };
        if !range.contains(&n) {
            let (low, high) = range.into_inner();
            return Err(self.error(format!("{n} is no {what}: {low} … {high}")));
        }
        self.tokens.next();
        Ok(n)
    }

    /// True if a number is next.
    pub fn is_number(&self) -> bool {
        matches!(self.peek(), Some(Kind::Number(_)))
    }

    /// Takes a plain or quoted name.
    pub fn name(&mut self, what: &str) -> Result<String, AsmError> {
        let Some(Kind::Name(name) | Kind::Text(name)) = self.peek().cloned() else {
            return self.expected(what);
        };
        self.tokens.next();
        Ok(name)
    }

    /// Takes a quoted text if it is next.
    pub fn text(&mut self) -> Option<String> {
        let Some(Kind::Text(text)) = self.peek().cloned() else {
            return None;
        };
        self.tokens.next();
        Some(text)
    }

    /// Takes a name that is directly followed by `mark`, and the mark.
    fn name_before(&mut self, mark: char) -> Option<String> {
        match self.tokens.as_slice() {
            [Token {
                kind: Kind::Name(name) | Kind::Text(name),
                ..
            }, Token {
                kind: Kind::Mark(c),
                ..
            }, ..]
                if *c == mark =>
            {
                let name = name.clone();
                self.tokens.nth(1);
                Some(name)
            }
            _ => None,
        }
    }

    /// `label:`
    pub fn label(&mut self) -> Option<String> {
        self.name_before(':')
    }

    /// `name =` of `.static`.
    pub fn static_name(&mut self) -> Option<String> {
        self.name_before('=')
    }

    /// `SIZE which [n]` of `.static`, if that is next.
    pub fn machine_size(&mut self) -> Result<Option<(MachineSize, i32)>, AsmError> {
        let mut ahead = self.clone();
        if !matches!(ahead.name("a tag").as_deref(), Ok("SIZE")) {
            return Ok(None);
        }
        *self = ahead;
        let place = self.clone();
        let name = self.name("a memory's name")?;
        let Some(size) = MachineSize::ALL.into_iter().find(|s| s.name() == name) else {
            let names = MachineSize::ALL.map(MachineSize::name).join(", ");
            return Err(place.error(format!("`{name}` is none of {names}")));
        };
        let range = i64::from(i32::MIN)..=i64::from(i32::MAX);
        let more = match self.is_number() {
            true => self.number("number", range)? as i32,
            false => 0,
        };
        Ok(Some((size, more)))
    }

    /// Takes a name that begins with a dot.
    pub fn directive(&mut self) -> Option<String> {
        match self.peek() {
            Some(Kind::Name(name)) if name.starts_with('.') => {
                let name = name.clone();
                self.tokens.next();
                Some(name)
            }
            _ => None,
        }
    }

    /// `address =` of `.heap`.
    pub fn heap_address(&mut self) -> Result<u16, AsmError> {
        let address = self.number("heap address", 0..=0xffff)?;
        self.equals()?;
        Ok(address as u16)
    }

    /// `name = n` of `.slot`.
    pub fn slot_definition(&mut self) -> Result<(String, u8), AsmError> {
        let name = self.name("a slot name")?;
        self.equals()?;
        Ok((name, self.number("frame slot", 0..=255)? as u8))
    }

    /// `, params, frame words, flags` of `.func`.
    pub fn descriptor(&mut self) -> Result<Descriptor, AsmError> {
        self.comma()?;
        let params = self.number("parameter count", 0..=255)? as u8;
        self.comma()?;
        let frame_words = self.number("frame size", 0..=511)? as u16;
        let mut flags = 0;
        while self.mark(',') {
            flags |= match self.peek() {
                Some(Kind::Name(name)) if name == "runtime" => Descriptor::RUNTIME,
                Some(Kind::Name(name)) if name == "irregular" => Descriptor::IRREGULAR,
                _ => return self.expected("`runtime` or `irregular`"),
            };
            self.tokens.next();
        }
        Ok(Descriptor {
            frame_words,
            params,
            flags,
        })
    }

    /// The number or the mnemonic of `.vector`.
    pub fn vector(&mut self) -> Result<usize, AsmError> {
        if self.is_number() {
            return Ok(self.number("vector", 0..=i64::from(VECTORS) - 1)? as usize);
        }
        Ok(usize::from(self.opcode()?.vector()))
    }

    pub fn opcode(&mut self) -> Result<Opcode, AsmError> {
        let Some(Kind::Name(name)) = self.peek() else {
            return self.expected("an instruction");
        };
        let Some(op) = Opcode::from_mnemonic(name) else {
            return Err(self.error(format!("unknown instruction `{name}`")));
        };
        self.tokens.next();
        Ok(op)
    }

    /// The number of `.word`.
    pub fn code_word(&mut self) -> Result<u64, AsmError> {
        Ok(self.number("36-bit word", 0..=0xf_ffff_ffff)? as u64)
    }
}
