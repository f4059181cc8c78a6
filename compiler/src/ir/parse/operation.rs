//! Operations and exits in the text form.

use super::lexer::{Parsed, Token};
use super::line::Line;
use crate::ir::*;
use pyxl_isa::layout::LAYOUTS;
use pyxl_isa::{ControlFlow, Format, Opcode};
use std::rc::Rc;

/// What a line in a block is.
pub enum Statement {
    Op(Op),
    Exit(Exit),
}

impl Line<'_> {
    pub fn statement(&mut self) -> Parsed<Statement> {
        let assigned = self.tokens.iter().position(|t| *t == Token::Punct('='));
        if assigned.is_some() {
            return self.assignment().map(Statement::Op);
        }
        let word = self.word()?;
        let exit = match &*word {
            "jump" => Exit::Jump(self.block()?),
            "ret" => Exit::Return(self.value()?),
            "halt" => Exit::Halt(self.number()?),
            "unreachable" => Exit::Unreachable,
            "unbound" => {
                let test = Test::Unbound(self.value()?);
                let (yes, no) = self.ways()?;
                Exit::Branch { test, yes, no }
            }
            "may_exist" | "cell" | "made" | "ran" => {
                return Ok(Statement::Op(Op::Note(self.note(&word)?)))
            }
            mnemonic => {
                let op = opcode(mnemonic)?;
                return match op.row().flow {
                    ControlFlow::Branch | ControlFlow::Count => {
                        self.branch(op).map(Statement::Exit)
                    }
                    _ => self.effect(op).map(Statement::Op),
                };
            }
        };
        Ok(Statement::Exit(exit))
    }

    /// A note, after its first word.
    fn note(&mut self, word: &str) -> Parsed<Note> {
        Ok(match word {
            "may_exist" => Note::MayExist(self.kind()?),
            "made" => {
                let function = self.func()?;
                self.expect('(')?;
                let cells = self.list(')', Self::var)?;
                Note::Made { function, cells }
            }
            "ran" => Note::Ran(self.string()?),
            "instance" => {
                let object = self.var()?;
                match &*self.word()? {
                    "of" => Note::Instance {
                        object,
                        class: self.class()?,
                    },
                    other => return Err(format!("`{other}` instead of `of`")),
                }
            }
            _ => {
                let cell = self.var()?;
                self.expect(',')?;
                let content = match &*self.word()? {
                    "unbound" => CellContent::Unbound,
                    "bound" => CellContent::Bound,
                    "closure" => CellContent::Closure(self.number()?),
                    "deletable" => CellContent::Deletable,
                    other => {
                        return Err(format!(
                            "`{other}` instead of unbound, bound, closure or deletable"
                        ))
                    }
                };
                Note::Cell { cell, content }
            }
        })
    }

    /// `? b1 : b2`
    fn ways(&mut self) -> Parsed<(BlockId, BlockId)> {
        self.expect('?')?;
        let yes = self.block()?;
        self.expect(':')?;
        Ok((yes, self.block()?))
    }

    pub fn branch(&mut self, op: Opcode) -> Parsed<Exit> {
        let a = self.value()?;
        let b = match self.skips(',') {
            true => Some(self.value()?),
            false => None,
        };
        let (yes, no) = self.ways()?;
        Ok(match (op, b) {
            (Opcode::Forup | Opcode::Fordn, Some(limit)) => Exit::Count {
                op,
                counter: a.place().ok_or("a counter is a slot or a global")?,
                limit,
                body: yes,
                done: no,
            },
            (op, Some(b)) => {
                let test = Test::Compare(op, a, b);
                Exit::Branch { test, yes, no }
            }
            (Opcode::Jt, None) => {
                let test = Test::Truth(a);
                Exit::Branch { test, yes, no }
            }
            (op, None) => return Err(format!("`{}` takes two values", op.row().mnemonic)),
        })
    }

    /// An operation without a result.
    pub fn effect(&mut self, op: Opcode) -> Parsed<Op> {
        let first = self.value()?;
        Ok(match op.row().format {
            Format::Store | Format::StoreFrame => {
                self.expect(',')?;
                self.expect('[')?;
                let base = self.value()?;
                self.expect(',')?;
                let offset = self.number()?;
                self.expect(']')?;
                let (value, field) = (first, self.field()?);
                Op::Store {
                    op,
                    value,
                    base,
                    offset,
                    field,
                }
            }
            Format::Assign => {
                self.expect(',')?;
                let a = self.value()?;
                self.expect(',')?;
                let (value, b) = (first, self.value()?);
                Op::Assign { op, value, a, b }
            }
            _ => match self.skips(',') {
                true => Op::Effect {
                    op,
                    a: Some(first),
                    b: self.value()?,
                },
                false => Op::Effect {
                    op,
                    a: None,
                    b: first,
                },
            },
        })
    }

    /// An operation with a result.
    pub fn assignment(&mut self) -> Parsed<Op> {
        let dst = self.value()?.place();
        let dst = dst.ok_or("only slots and globals can be assigned")?;
        let slot = match dst {
            Place::Var(var) => Ok(var),
            Place::Global(_) => Err("the result of a call is in a slot"),
        };
        if self.skips(',') {
            let (callee, receiver) = (slot?, self.var()?);
            self.expect('=')?;
            let (ldm, object) = (self.word()?, self.value()?);
            self.expect(',')?;
            let name = self.value()?;
            return match &*ldm {
                "ldm" => Ok(Op::Method {
                    callee,
                    receiver,
                    object,
                    name,
                }),
                other => Err(format!("`{other}` has no two results; `ldm` has")),
            };
        }
        self.expect('=')?;
        let start = self.at;
        let word = match self.next()? {
            Token::Word(word) => word,
            _ => String::new(),
        };
        let callee = match &*word {
            "check" => {
                let (src, checked) = (self.value()?, true);
                return Ok(Op::Move { dst, src, checked });
            }
            "frame_top" => return Ok(Op::FrameTop { dst }),
            "call_top" => {
                let (callee, count) = (slot?, self.value()?);
                return Ok(Op::CallTop { callee, count });
            }
            "calld" => Callee::Known(self.func()?),
            "callp" => Callee::Likely(self.func()?),
            "call" => Callee::Any,
            mnemonic => {
                return match Opcode::from_mnemonic(mnemonic) {
                    Some(op) => self.computation(op, dst),
                    None => {
                        self.at = start;
                        let (src, checked) = (self.value()?, false);
                        Ok(Op::Move { dst, src, checked })
                    }
                }
            }
        };
        self.expect('(')?;
        let mut window = vec![slot?];
        window.extend(self.list(')', Self::var)?);
        Ok(Op::Call { callee, window })
    }

    pub fn computation(&mut self, op: Opcode, dst: Place) -> Parsed<Op> {
        if self.skips('[') {
            let base = self.value()?;
            self.expect(',')?;
            let offset = self.value()?;
            self.expect(']')?;
            let field = self.field()?;
            return Ok(Op::Load {
                op,
                dst,
                base,
                offset,
                field,
            });
        }
        let mut operands = vec![];
        while self.at < self.tokens.len() {
            operands.push(self.value()?);
            if !self.skips(',') {
                break;
            }
        }
        let mut operands = operands.into_iter();
        let a = match op.row().format.reads_a() {
            true => operands.next(),
            false => None,
        };
        let b = operands.next();
        match operands.next() {
            None => Ok(Op::Compute { op, dst, a, b }),
            Some(_) => Err(format!("too many operands of `{}`", op.row().mnemonic)),
        }
    }

    /// What a load or store touches: `@LIST_LENGTH`.
    pub fn field(&mut self) -> Parsed<Option<WordName>> {
        if !self.skips('@') {
            return Ok(None);
        }
        let name = self.word()?;
        if let Some(field) = ObjectField::named(&name) {
            return Ok(Some(field.into()));
        }
        let own = name.rsplit_once('_');
        let own = own.filter(|(object, _)| LAYOUTS.iter().all(|layout| layout.name != *object));
        let Some((object, word)) = own else {
            return Err(format!(
                "no object has a word `{name}`; one is `LIST_LENGTH`"
            ));
        };
        let (object, word) = (object.into(), word.into());
        Ok(Some(WordName::Runtime(Rc::new(RuntimeWord {
            object,
            word,
        }))))
    }
}

fn opcode(mnemonic: &str) -> Parsed<Opcode> {
    let op = Opcode::from_mnemonic(mnemonic);
    op.ok_or_else(|| format!("there is no operation `{mnemonic}`"))
}
