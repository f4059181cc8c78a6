//! Instructions of one function, with symbolic targets.

use super::slots::Slots;
use super::statics::{needs_slot, Statics};
use crate::ir::*;
use crate::work;
use pyxl_isa::insn::{IMMEDIATE, LITERAL};
use pyxl_isa::{Insn, Opcode, Operand, Slot};
use std::ops::Range;

/// What the linker still has to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nothing.
    None,
    /// A block of the same function: displacement of a branch, or address of a jump.
    Block(BlockId),
    /// A number of words further on: a branch over a jump.
    Over(usize),
    /// A function's entry, and the number of arguments.
    Entry(FuncId, u8),
}

/// An instruction before it is linked.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Its fields as far as they are known.
    pub insn: Insn,
    /// The rest of them.
    pub target: Target,
    /// Where it comes from.
    pub span: Span,
}

/// A range of a function's lines, and the block that handles its exceptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handled {
    /// Lines.
    pub lines: Range<usize>,
    /// Handler.
    pub handler: BlockId,
}

/// A function's code.
#[derive(Debug)]
pub struct Code {
    /// Instructions.
    pub lines: Vec<Line>,
    /// Index of each block's first instruction.
    pub starts: Vec<usize>,
}

/// Emits a function's instructions.
pub fn emit(function: &Function, slots: &Slots, statics: &Statics) -> Code {
    let mut emitter = Emitter {
        slots,
        statics,
        lines: vec![],
        span: Span::default(),
    };
    let mut starts = vec![];
    for (index, block) in (0..).zip(&function.blocks) {
        starts.push(emitter.lines.len());
        for inst in &block.insts {
            emitter.span = inst.span;
            emitter.op(&inst.op);
        }
        emitter.span = block.span;
        emitter.exit(&block.exit, BlockId(index));
    }
    let mut code = Code {
        lines: emitter.lines,
        starts,
    };
    code.reach_far_blocks();
    code
}

struct Emitter<'a> {
    slots: &'a Slots,
    statics: &'a Statics,
    lines: Vec<Line>,
    span: Span,
}

impl Emitter<'_> {
    fn push(&mut self, insn: Insn, target: Target) {
        let span = self.span;
        self.lines.push(Line { insn, target, span });
    }

    fn static_slot(number: u16) -> Slot {
        Slot::Static(u8::try_from(number).expect("far statics are loaded beforehand"))
    }

    /// The static slot of a value that operands do not reach.
    fn far(&self, value: &Value) -> Option<u16> {
        self.statics
            .value(value)
            .filter(|_| self.statics.is_far(value))
    }

    fn place(&self, place: Place) -> Slot {
        match place {
            Place::Var(var) => Slot::Frame(self.slots.of(var)),
            Place::Global(global) => Self::static_slot(self.statics.global(global)),
        }
    }

    fn a(&self, value: &Value) -> Slot {
        match value {
            Value::Var(var) => Slot::Frame(self.slots.of(*var)),
            Value::Callee => Slot::Frame(0),
            _ => Self::static_slot(self.statics.value(value).expect("it was counted")),
        }
    }

    fn b(&self, value: &Value) -> Operand {
        match value {
            Value::Const(Const::Int(n)) if LITERAL.contains(n) => Operand::Literal(*n as i16),
            _ => Operand::Slot(self.a(value)),
        }
    }

    fn op(&mut self, op: &Op) {
        match op {
            Op::Move { dst, src, checked } => self.copy(*dst, src, *checked),
            Op::Compute { op, dst, a, b } => {
                let mut insn = Insn::new(*op).to(self.place(*dst));
                if let Some(a) = a {
                    insn = insn.with_a(self.a(a));
                }
                if let Some(b) = b {
                    insn = insn.with_b(self.b(b));
                }
                self.push(insn, Target::None);
            }
            Op::Effect { op, a, b } => {
                let mut insn = Insn::new(*op).with_b(self.b(b));
                if let Some(a) = a {
                    insn = insn.with_a(self.a(a));
                }
                self.push(insn, Target::None);
            }
            Op::Load {
                op,
                dst,
                base,
                offset,
                ..
            } => {
                let insn = Insn::new(*op).to(self.place(*dst));
                let insn = insn.with_a(self.a(base)).with_b(self.b(offset));
                self.push(insn, Target::None);
            }
            Op::Assign { op, value, a, b } => {
                let value = self.a(value);
                let insn = Insn::new(*op).to(value).with_a(self.a(a)).with_b(self.b(b));
                self.push(insn, Target::None);
            }
            Op::Store {
                op,
                value,
                base,
                offset,
                ..
            } => {
                let mut insn = Insn::new(*op).with_a(self.a(value)).with_b(self.b(base));
                insn.dst = *offset;
                self.push(insn, Target::None);
            }
            Op::Method {
                callee,
                object,
                name,
                ..
            } => {
                let insn = Insn::new(Opcode::Ldm).to(Slot::Frame(self.slots.of(*callee)));
                let insn = insn.with_a(self.a(object)).with_b(self.b(name));
                self.push(insn, Target::None);
            }
            Op::Note(_) => {}
            Op::FrameTop { dst } => self.frame_top(*dst),
            Op::CallTop { callee, count } => {
                let base = Slot::Frame(self.slots.of(*callee));
                let insn = Insn::new(Opcode::Call).with_a(base).with_b(self.b(count));
                self.push(insn, Target::None);
            }
            Op::Call { callee, window } => {
                let base = Slot::Frame(self.slots.of(window[0]));
                let args = (window.len() - 1) as u8;
                let call = |op| Insn::new(op).with_a(base);
                match callee {
                    Callee::Known(id) => self.push(call(Opcode::Calld), Target::Entry(*id, 0)),
                    Callee::Likely(id) => self.push(call(Opcode::Callp), Target::Entry(*id, args)),
                    Callee::Any => {
                        let args = Operand::Literal(args.into());
                        self.push(call(Opcode::Call).with_b(args), Target::None);
                    }
                }
            }
        }
    }

    fn copy(&mut self, dst: Place, src: &Value, checked: bool) {
        if let Some(number) = self.far(&Value::from(dst)) {
            let insn = Insn::new(Opcode::Sts)
                .with_a(self.a(src))
                .with_address(number);
            return self.push(insn, Target::None);
        }
        let dst = self.place(dst);
        if let Some(number) = self
            .far(src)
            .filter(|_| needs_slot(OperandField::Move, src))
        {
            let insn = Insn::new(Opcode::Lds).to(dst).with_immediate(number.into());
            return self.push(insn, Target::None);
        }
        let insn = match src {
            Value::Const(Const::Int(n)) if !LITERAL.contains(n) && IMMEDIATE.contains(n) => {
                Insn::new(Opcode::Ldi).to(dst).with_immediate(*n)
            }
            Value::Const(Const::Unbound(..)) => {
                let insn = Insn::new(Opcode::Movr).to(dst).with_b(self.b(src));
                if !checked {
                    return self.push(insn, Target::None);
                }
                self.push(insn, Target::None);
                Insn::new(Opcode::Mov).to(dst).with_b(Operand::Slot(dst))
            }
            _ => Insn::new(Opcode::Mov).to(dst).with_b(self.b(src)),
        };
        // A copy of a slot to itself does nothing, unless it checks.
        let idle = !checked && insn.op == Opcode::Mov && insn.b_operand() == Operand::Slot(dst);
        if !idle {
            self.push(insn, Target::None);
        }
    }

    fn frame_top(&mut self, dst: Place) {
        let dst = self.place(dst);
        self.push(Insn::new(Opcode::Fp).to(dst), Target::None);
        let mut left = i16::try_from(self.slots.words).expect("a frame has at most 256 words");
        while left > 0 {
            let words = left.min(*LITERAL.end() as i16);
            let words_up = Operand::Literal(words);
            let insn = Insn::new(Opcode::Radd).to(dst).with_a(dst).with_b(words_up);
            self.push(insn, Target::None);
            left -= words;
        }
    }

    fn exit(&mut self, exit: &Exit, at: BlockId) {
        let is_next = |block: BlockId| block.0 == at.0 + 1;
        match exit {
            Exit::Jump(next) if is_next(*next) => {}
            Exit::Jump(next) => self.push(Insn::new(Opcode::Jmp), Target::Block(*next)),
            Exit::Branch { test, yes, no } => {
                // A branch back is predicted taken: the other way it would be slow.
                let back = yes.0 <= at.0;
                if is_next(*yes) || !is_next(*no) && !back && no.0 <= at.0 {
                    self.branch(test, false, *no);
                    self.exit(&Exit::Jump(*yes), at);
                } else {
                    self.branch(test, true, *yes);
                    self.exit(&Exit::Jump(*no), at);
                }
            }
            Exit::Count {
                op,
                counter,
                limit,
                body,
                done,
            } => {
                let insn = Insn::new(*op)
                    .with_a(self.place(*counter))
                    .with_b(self.b(limit));
                self.push(insn, Target::Block(*body));
                self.exit(&Exit::Jump(*done), at);
            }
            Exit::Return(value) => {
                let insn = Insn::new(Opcode::Ret).with_b(self.b(value));
                self.push(insn, Target::None);
            }
            Exit::Halt(code) => {
                let insn = Insn::new(Opcode::Halt).with_b(Operand::Literal(i16::from(*code)));
                self.push(insn, Target::None);
            }
            Exit::Unreachable => {}
        }
    }

    /// A branch to `to` if the test's truth is `truth`.
    fn branch(&mut self, test: &Test, truth: bool, to: BlockId) {
        let insn = Insn::new(test.branch(truth));
        let insn = match test {
            Test::Compare(_, a, b) => insn.with_a(self.a(a)).with_b(self.b(b)),
            Test::Truth(a) | Test::Unbound(a) => insn.with_a(self.a(a)),
        };
        self.push(insn, Target::Block(to));
    }
}

impl Code {
    /// The instructions where the first one stands at an address, and functions are entered at
    /// those that `entry` tells.
    pub fn words<'c>(
        &'c self,
        start: u16,
        entry: impl Fn(FuncId) -> u16 + 'c,
    ) -> impl Iterator<Item = u64> + 'c {
        let block_start = |block: BlockId| self.starts[block.0 as usize];
        (0..).zip(&self.lines).map(move |(at, line)| {
            let to = |line: usize| start + line as u16;
            let insn = match line.target {
                Target::None => line.insn,
                Target::Over(words) if line.insn.op == Opcode::Jmp => {
                    line.insn.with_address(to(at + words))
                }
                Target::Over(words) => line.insn.with_displacement(words as i32),
                Target::Block(block) if line.insn.op == Opcode::Jmp => {
                    line.insn.with_address(to(block_start(block)))
                }
                Target::Block(block) => {
                    let distance = block_start(block) as i32 - at as i32;
                    line.insn.with_displacement(distance)
                }
                Target::Entry(id, args) => line.insn.with_entry(entry(id), args),
            };
            insn.encode()
        })
    }

    /// The ranges with handlers, for the function that the code was emitted of.
    pub fn handled(&self, function: &Function) -> Vec<Handled> {
        let mut ranges: Vec<Handled> = vec![];
        let ends = self.starts[1..].iter().copied().chain([self.lines.len()]);
        for (block, (start, end)) in (function.blocks.iter()).zip(self.starts.iter().zip(ends)) {
            let Some(handler) = block.handler.filter(|_| *start < end) else {
                continue;
            };
            match ranges.last_mut() {
                Some(last) if last.handler == handler && last.lines.end == *start => {
                    last.lines.end = end;
                }
                _ => ranges.push(Handled {
                    lines: *start..end,
                    handler,
                }),
            }
        }
        ranges
    }

    /// Branches that do not reach their block get a jump to it beside them.
    fn reach_far_blocks(&mut self) {
        let mut long = vec![false; self.lines.len()];
        loop {
            work::steps(self.lines.len());
            // The address of each line, among those that are so far.
            let words = long.iter().scan(0, |end, long| {
                let at = *end;
                *end += if *long { 3 } else { 1 };
                Some(at)
            });
            let words: Vec<i32> = words.collect();
            let too_far = |at: &usize| !long[*at] && self.is_too_far(*at, &words);
            let found: Vec<usize> = (0..self.lines.len()).filter(too_far).collect();
            if found.is_empty() {
                break;
            }
            found.into_iter().for_each(|at| long[at] = true);
        }
        self.lengthen(&long);
    }

    /// Writes these branches as a branch over a jump.
    fn lengthen(&mut self, long: &[bool]) {
        let mut lines = vec![];
        let mut starts = vec![];
        for (at, mut line) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            starts.push(lines.len());
            if !long[at] {
                lines.push(line);
                continue;
            }
            // branch +2; jmp next; jmp block
            let (insn, span) = (Insn::new(Opcode::Jmp), line.span);
            let target = std::mem::replace(&mut line.target, Target::Over(2));
            let skip = Target::Over(2);
            lines.extend([
                line,
                Line {
                    insn,
                    target: skip,
                    span,
                },
                Line { insn, target, span },
            ]);
        }
        starts.push(lines.len());
        self.lines = lines;
        for start in &mut self.starts {
            *start = starts[*start];
        }
    }

    fn is_too_far(&self, at: usize, words: &[i32]) -> bool {
        let line = &self.lines[at];
        let Target::Block(block) = line.target else {
            return false;
        };
        let to = words.get(self.starts[block.0 as usize]);
        let end = || words.last().map_or(0, |last| last + 1);
        let distance = to.copied().unwrap_or_else(end) - words[at];
        line.insn.format().is_branch() && !pyxl_isa::insn::DISPLACEMENT.contains(&distance)
    }
}
