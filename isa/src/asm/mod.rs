//! The assembler: text to [`Image`].
//!
#![doc = include_str!("syntax.md")]

pub(crate) mod lexer;
mod operands;
mod parser;

use crate::config::{BOOT_ENTRY, VECTORS};
use crate::image::{Debug, Function, Image, Position, SourceFile};
use crate::insn::{Descriptor, Insn, Operand};
use crate::layout;
use crate::table::Opcode;
use crate::word::Word;
use parser::Parser;
use std::collections::HashMap;

/// An error in assembly text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct AsmError {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
}

/// The word of a trap vector that no handler was given for: `halt 2`.
pub fn unset_vector() -> u64 {
    Insn::new(Opcode::Halt).with_b(Operand::Literal(2)).encode()
}

/// The image of an assembly program. `file` is the name that its debug
/// information gives to `text`.
///
/// # Errors
/// The first error in the text.
pub fn assemble(file: &str, text: &str) -> Result<Image, AsmError> {
    let mut lines = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        let parser = Parser::new(text, line)?;
        if !parser.at_end() {
            lines.push(parser);
        }
    }
    let mut symbols = Symbols::default();
    for line in &lines {
        symbols.define(line.clone())?;
    }
    let mut emitter = Emitter::new(symbols, file, text);
    for line in lines {
        emitter.statement(line)?;
    }
    emitter.finish()
}

/// Heap addresses are 16 bits.
const HEAP_LIMIT: usize = 1 << 16;

/// First pass: what the names mean.
struct Symbols {
    location: u16,
    statics: HashMap<String, u16>,
    static_count: u16,
    functions: HashMap<String, u16>,
    /// Labels and slots of each function; the first entry is outside of any.
    scopes: Vec<Scope>,
    /// The first heap word that no `.heap` sets; 0 if none does.
    heap_end: usize,
}

#[derive(Default)]
struct Scope {
    labels: HashMap<String, u16>,
    slots: HashMap<String, u8>,
}

impl Default for Symbols {
    fn default() -> Self {
        Symbols {
            location: BOOT_ENTRY,
            statics: HashMap::new(),
            static_count: 0,
            functions: HashMap::new(),
            scopes: vec![Scope::default()],
            heap_end: 0,
        }
    }
}

/// Adds a name that must be new.
fn define<T>(
    names: &mut HashMap<String, T>,
    name: String,
    value: T,
    line: &Parser,
) -> Result<(), AsmError> {
    if names.contains_key(&name) {
        return Err(line.error(format!("`{name}` is already defined")));
    }
    names.insert(name, value);
    Ok(())
}

impl Symbols {
    fn define(&mut self, mut line: Parser) -> Result<(), AsmError> {
        let scope = self.scopes.last_mut().expect("there is a first scope");
        if let Some(label) = line.label() {
            define(&mut scope.labels, label, self.location, &line)?;
        }
        match line.directive().as_deref() {
            Some(".static") => {
                if let Some(name) = line.static_name() {
                    define(&mut self.statics, name, self.static_count, &line)?;
                }
                self.static_count = match self.static_count.checked_add(1) {
                    Some(n) => n,
                    None => return Err(line.error("too many static slots")),
                };
            }
            Some(".heap") => {
                let address = usize::from(line.heap_address()?);
                let words = match line.text() {
                    Some(text) => layout::string_object(&text).len(),
                    None => 1,
                };
                self.heap_end = self.heap_end.max(address + words);
                if self.heap_end > HEAP_LIMIT {
                    return Err(line.error("the heap is full"));
                }
            }
            Some(".slot") => {
                let (name, n) = line.slot_definition()?;
                define(&mut scope.slots, name, n, &line)?;
            }
            Some(".func") => {
                self.location += self.location & 1;
                let name = line.name("a function name")?;
                define(&mut self.functions, name, self.location, &line)?;
                self.scopes.push(Scope::default());
                self.advance(&line)?;
            }
            Some(".vector") => {}
            _ if line.at_end() => {}
            _ => self.advance(&line)?,
        }
        Ok(())
    }

    fn advance(&mut self, line: &Parser) -> Result<(), AsmError> {
        match self.location.checked_add(2) {
            Some(_) => self.location += 1,
            None => return Err(line.error("code beyond address 0xfffd")),
        }
        Ok(())
    }
}

/// Second pass: the words.
struct Emitter {
    symbols: Symbols,
    /// Index of the current scope in [`Symbols::scopes`].
    scope: usize,
    image: Image,
    strings: HashMap<String, u16>,
}

impl Emitter {
    fn new(symbols: Symbols, file: &str, text: &str) -> Emitter {
        let image = Image {
            entry: BOOT_ENTRY,
            code: vec![unset_vector(); usize::from(VECTORS)],
            statics: Vec::new(),
            sizes: Vec::new(),
            heap: vec![Word::default(); symbols.heap_end],
            debug: Debug {
                files: vec![SourceFile::new(file, text)],
                ..Debug::default()
            },
        };
        Emitter {
            symbols,
            scope: 0,
            image,
            strings: HashMap::new(),
        }
    }

    fn location(&self) -> u16 {
        self.image.code.len() as u16
    }

    fn statement(&mut self, mut line: Parser) -> Result<(), AsmError> {
        line.label();
        if line.at_end() {
            return Ok(());
        }
        match line.directive().as_deref() {
            Some(".static") => {
                if let Some(name) = line.static_name() {
                    let slot = self.image.statics.len() as u16;
                    self.image.debug.statics.push((slot, name));
                }
                let word = match line.machine_size()? {
                    Some((size, more)) => {
                        let slot = self.image.statics.len() as u16;
                        self.image.sizes.push((slot, size, more));
                        Word::int(more)
                    }
                    None => self.word(&mut line)?,
                };
                self.image.statics.push(word);
            }
            Some(".heap") => self.heap(&mut line)?,
            Some(".slot") => {
                let (name, n) = line.slot_definition()?;
                if let Some(function) = self.image.debug.functions.last_mut() {
                    function.slots.push((n, name));
                }
            }
            Some(".func") => self.function(&mut line)?,
            Some(".vector") => {
                let vector = line.vector()?;
                line.comma()?;
                self.image.code[vector] = self.code_word(&mut line, vector as u16)?;
            }
            Some(".word") => {
                let word = line.code_word()?;
                self.image.code.push(word);
            }
            Some(other) => return Err(line.error(format!("unknown directive `{other}`"))),
            None => {
                let pc = self.location();
                let position = Position {
                    pc,
                    file: 0,
                    line: line.line(),
                    end_line: line.line(),
                    column: line.byte_columns().0,
                    end_column: line.byte_columns().1,
                    anchor: None,
                    inlined: None,
                };
                let word = self.code_word(&mut line, pc)?;
                self.image.code.push(word);
                self.image.debug.positions.push(position);
            }
        }
        line.end()
    }

    fn heap(&mut self, line: &mut Parser) -> Result<(), AsmError> {
        let address = usize::from(line.heap_address()?);
        let words = match line.text() {
            Some(text) => layout::string_object(&text),
            None => vec![self.word(line)?],
        };
        self.image.heap[address..][..words.len()].copy_from_slice(&words);
        Ok(())
    }

    fn function(&mut self, line: &mut Parser) -> Result<(), AsmError> {
        self.close_function();
        if self.location() & 1 == 1 {
            self.image.code.push(Insn::new(Opcode::Nop).encode());
        }
        let name = line.name("a function name")?;
        let descriptor = line.descriptor()?;
        self.scope += 1;
        self.image.debug.functions.push(Function {
            name,
            entry: self.location(),
            end: self.location(),
            hidden: descriptor.flags & Descriptor::RUNTIME != 0,
            file: 0,
            slots: Vec::new(),
        });
        self.image.code.push(descriptor.encode());
        Ok(())
    }

    fn close_function(&mut self) {
        let end = self.location();
        if let Some(function) = self.image.debug.functions.last_mut() {
            function.end = end;
        }
    }

    fn finish(mut self) -> Result<Image, AsmError> {
        self.close_function();
        if self.location() == BOOT_ENTRY {
            return Err(AsmError {
                line: 1,
                column: 1,
                message: "no code".into(),
            });
        }
        Ok(self.image)
    }

    /// A string object for a constant; equal ones are shared.
    fn string(&mut self, text: String, line: &Parser) -> Result<u16, AsmError> {
        if let Some(address) = self.strings.get(&text) {
            return Ok(*address);
        }
        let heap = &mut self.image.heap;
        let first = usize::from(layout::FIRST_OBJECT).max(heap.len());
        heap.resize(first, Word::default());
        heap.extend(layout::string_object(&text));
        match u16::try_from(first) {
            Ok(address) if heap.len() <= HEAP_LIMIT => {
                self.strings.insert(text, address);
                Ok(address)
            }
            _ => Err(line.error("the heap is full")),
        }
    }
}

#[cfg(test)]
mod tests;
