//! Values, constants and blocks in the text form.

use super::lexer::{Parsed, Token};
use super::line::Line;
use crate::ir::*;
use pyxl_isa::Unbound;
use std::rc::Rc;

impl Line<'_> {
    pub fn list<T>(
        &mut self,
        end: char,
        mut item: impl FnMut(&mut Self) -> Parsed<T>,
    ) -> Parsed<Vec<T>> {
        let mut items = vec![];
        while !self.skips(end) {
            items.push(item(self)?);
            if !self.skips(',') {
                self.expect(end)?;
                break;
            }
        }
        Ok(items)
    }

    pub fn number<T: std::str::FromStr>(&mut self) -> Parsed<T> {
        let word = self.word()?;
        word.parse()
            .map_err(|_| format!("`{word}` is no number that fits here"))
    }

    pub fn block(&mut self) -> Parsed<BlockId> {
        let word = self.word()?;
        match numbered(&word, 'b') {
            Some((number, _)) => Ok(BlockId(number)),
            None => Err(format!("`{word}` is no block; blocks are b0, b1 and so on")),
        }
    }

    pub fn var(&mut self) -> Parsed<Var> {
        match self.value()? {
            Value::Var(var) => Ok(var),
            other => Err(format!("{other:?} is no slot; slots are v0, v1 and so on")),
        }
    }

    pub fn func(&mut self) -> Parsed<FuncId> {
        match self.value()? {
            Value::Const(Const::Func(id)) => Ok(id),
            other => Err(format!(
                "{other:?} is no function; functions are f0, f1 and so on"
            )),
        }
    }

    pub fn class(&mut self) -> Parsed<ClassNo> {
        match self.value()? {
            Value::Const(Const::Class(class)) => Ok(class),
            other => Err(format!(
                "{other:?} is no class; classes are c0, c1 and so on"
            )),
        }
    }

    pub fn value(&mut self) -> Parsed<Value> {
        if let Some(Token::Word(word)) = self.tokens.get(self.at) {
            if word == "callee" {
                self.at += 1;
                return Ok(Value::Callee);
            }
            if let Some((number, _)) = numbered(word, 'g') {
                self.at += 1;
                return Ok(Value::Global(Global(number)));
            }
            if let Some((number, name)) = numbered(word, 'v') {
                self.at += 1;
                if number >= MAX_VARS {
                    return Err(format!("slot {number}; the largest is v{}", MAX_VARS - 1));
                }
                let index = number as usize;
                if self.vars.len() <= index {
                    self.vars.resize(index + 1, "".into());
                }
                if !name.is_empty() {
                    self.vars[index] = name.into();
                }
                return Ok(Value::Var(Var(number)));
            }
        }
        self.constant().map(Value::Const)
    }

    pub fn string(&mut self) -> Parsed<Rc<str>> {
        match self.next()? {
            Token::Str(text) => Ok(text.into()),
            other => Err(format!("{other:?} instead of a string")),
        }
    }

    pub fn constant(&mut self) -> Parsed<Const> {
        let word = match self.next()? {
            Token::Str(text) => return Ok(Const::Str(text.into())),
            Token::Bytes(bytes) => return Ok(Const::Bytes(bytes.into())),
            Token::Punct('(') => return Ok(Const::Tuple(self.list(')', Self::constant)?.into())),
            Token::Punct(other) => return Err(format!("`{other}` instead of a value")),
            Token::Word(word) => word,
        };
        Ok(match &*word {
            "None" => Const::None,
            "Ellipsis" => Const::Ellipsis,
            "NotImplemented" => Const::NotImplemented,
            "True" => Const::Bool(true),
            "False" => Const::Bool(false),
            "END" => Const::End,
            "functions" => Const::Functions,
            "module" => Const::Module(self.string()?),
            "exists" => Const::Exists(self.kind()?),
            "hidden" => match self.constant()? {
                Const::Class(class) => Const::HiddenClass(class),
                other => return Err(format!("{other:?} is no class; classes are c0, c1, …")),
            },
            "unbound" => {
                let kind = match &*self.word()? {
                    "internal" => Unbound::Internal,
                    "global" => Unbound::Global,
                    "local" => Unbound::Local,
                    "free" => Unbound::Free,
                    other => {
                        return Err(format!("unbound `{other}` instead of global, local, free"))
                    }
                };
                Const::Unbound(kind, self.string()?)
            }
            "link" => {
                let name = self.word()?;
                let link = LinkerSymbol::named(&name);
                let link = link.ok_or_else(|| format!("the linker knows no `{name}`"))?;
                match self.tokens.get(self.at) {
                    Some(Token::Word(_)) => Const::LinkerSymbol(link, self.number()?),
                    _ => Const::LinkerSymbol(link, 0),
                }
            }
            "complex" => {
                self.expect('(')?;
                let parts = self.list(')', Self::constant)?;
                match parts[..] {
                    [Const::Float(real), Const::Float(imaginary)] => {
                        Const::Complex(real, imaginary)
                    }
                    _ => return Err("a complex number has two floats".into()),
                }
            }
            "float" => {
                let bits = self.word()?;
                let bits = u64::from_str_radix(&bits, 16);
                Const::Float(bits.map_err(|error| format!("bits of a float: {error}"))?)
            }
            word => plain(word)?,
        })
    }

    pub fn kind(&mut self) -> Parsed<ValueKind> {
        let word = self.word()?;
        Ok(match &*word {
            "always" => ValueKind::Always,
            "bigint" => ValueKind::BigInt,
            "attribute" => ValueKind::Attribute(self.string()?),
            "lookup" => ValueKind::Lookup(self.string()?),
            "prefix" => ValueKind::Prefix(self.string()?),
            class => match numbered(class, 'c') {
                Some((number, _)) => ValueKind::Class(ClassNo(number)),
                None => {
                    return Err(format!(
                        "`{class}` is no kind of values; one of: always, bigint, c0, \
                         attribute \"x\", lookup \"x\", prefix \"x\""
                    ))
                }
            },
        })
    }
}

/// Most virtual slots that a text may have.
const MAX_VARS: u32 = 1 << 16;

/// A number, a function or a class.
fn plain(word: &str) -> Parsed<Const> {
    if let Some((number, _)) = numbered(word, 'f') {
        return Ok(Const::Func(FuncId(number)));
    }
    if let Some((number, _)) = numbered(word, 'c') {
        return Ok(Const::Class(ClassNo(number)));
    }
    let digits = word.strip_prefix('-').unwrap_or(word);
    if !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Ok(match word.parse() {
            Ok(n) => Const::Int(n),
            Err(_) => Const::BigInt(word.into()),
        });
    }
    match word.parse::<f64>() {
        Ok(x) if digits.starts_with(|c: char| c.is_ascii_digit()) => Ok(Const::Float(x.to_bits())),
        _ => Err(format!("`{word}` is neither an operation nor a value")),
    }
}

/// Number and name of `v3:count`, if the kind is `v`.
pub fn numbered(word: &str, kind: char) -> Option<(u32, &str)> {
    let (number, name) = word.split_once(':').unwrap_or((word, ""));
    Some((number.strip_prefix(kind)?.parse().ok()?, name))
}
