//! Static slots that operands cannot name: they are loaded and stored by
//! instructions of their own.

use crate::codegen::statics::{needs_slot, Statics};
use crate::ir::*;
use pyxl_isa::config::DIRECT_STATICS;
use pyxl_isa::{Opcode, Tag};
use std::mem;

/// Rewrites a function so that only moves touch far static slots, with a near place
/// on their other side.
pub fn legalise(function: &mut Function, statics: &Statics) {
    if statics.slots.len() <= usize::from(DIRECT_STATICS) {
        return;
    }
    for index in 0..function.blocks.len() {
        let insts = mem::take(&mut function.blocks[index].insts);
        let mut legal = Legaliser {
            statics,
            vars: &mut function.vars,
            insts: vec![],
        };
        for inst in insts {
            legal.inst(inst);
        }
        let block = &mut function.blocks[index];
        for (field, value) in block.exit.reads_mut() {
            legal.read(field, value, block.span);
        }
        block.insts = legal.insts;
        if let Exit::Count {
            counter: Place::Global(global),
            ..
        } = block.exit
        {
            if statics.is_far(&Value::Global(global)) {
                count_far(function, BlockId(index as u32), Place::Global(global));
            }
        }
    }
}

struct Legaliser<'a> {
    statics: &'a Statics,
    vars: &'a mut Vec<std::rc::Rc<str>>,
    insts: Vec<Inst>,
}

impl Legaliser<'_> {
    fn temp(&mut self) -> Place {
        self.vars.push("".into());
        Place::Var(Var(self.vars.len() as u32 - 1))
    }

    /// Puts a far value into a temporary.
    fn read(&mut self, field: OperandField, value: &mut Value, span: Span) {
        if needs_slot(field, value) && self.statics.is_far(value) {
            self.load(value, span);
        }
    }

    fn load(&mut self, value: &mut Value, span: Span) {
        let temp = self.temp();
        let src = mem::replace(value, temp.into());
        let unbound = matches!(src, Value::Const(Const::Unbound(..)));
        self.push(copy(temp, src), span);
        if unbound {
            self.push(unbind(temp, temp), span);
        }
    }

    /// Puts the word of a far slot into a temporary, also if it is unbound.
    fn load_word(&mut self, value: &mut Value, span: Span) {
        let Some(slot) = self.statics.value(value) else {
            return;
        };
        let (address, temp) = (self.temp(), self.temp());
        *value = temp.into();
        self.push(copy(address, Value::int(slot.into())), span);
        let load = Op::Load {
            dst: temp,
            op: Opcode::Ldf,
            base: address.into(),
            offset: Value::int(0),
            field: None,
        };
        self.push(load, span);
    }

    fn push(&mut self, op: Op, span: Span) {
        self.insts.push(Inst { op, span });
    }

    fn inst(&mut self, mut inst: Inst) {
        let span = inst.span;
        let far_dst = inst
            .op
            .writes()
            .filter(|dst| self.statics.is_far(&Value::from(*dst)));
        match &mut inst.op {
            Op::Move {
                dst,
                src: src @ Value::Const(Const::Unbound(..)),
                checked,
            } if self.statics.is_far(src) => {
                let temp = self.temp();
                self.push(copy(temp, src.clone()), span);
                if far_dst.is_none() && !*checked {
                    self.push(unbind(*dst, temp), span);
                    return;
                }
                self.push(unbind(temp, temp), span);
                *src = temp.into();
                self.insts.push(inst);
            }
            Op::Move { src, .. } => {
                let near = matches!(src, Value::Var(_)) || self.statics.is_near(src);
                if far_dst.is_some() && !near {
                    self.load(src, span);
                }
                self.insts.push(inst);
            }
            Op::Compute {
                op: Opcode::Tag,
                a: Some(a),
                ..
            } if self.statics.is_far(a) => {
                // Whatever its tag is: a plain load of an unbound word traps.
                self.load_word(a, span);
                self.insts.push(inst);
            }
            op => {
                for (field, value) in op.reads_mut() {
                    self.read(field, value, span);
                }
                let Some(far) = far_dst else {
                    return self.insts.push(inst);
                };
                let temp = self.temp();
                if let Op::Compute { dst, .. } | Op::Load { dst, .. } | Op::FrameTop { dst } = op {
                    *dst = temp;
                }
                self.insts.push(inst);
                self.insts.push(Inst {
                    op: copy(far, temp.into()),
                    span,
                });
            }
        }
    }
}

/// The far static slot of an unbound word holds an INT with its payload, since loads of
/// unbound words trap.
fn unbind(dst: Place, payload: Place) -> Op {
    Op::Compute {
        op: Opcode::Retag,
        dst,
        a: Some(payload.into()),
        b: Some(Value::int(Tag::Unbound as i32)),
    }
}

fn copy(dst: Place, src: Value) -> Op {
    Op::Move {
        dst,
        src,
        checked: false,
    }
}

/// A loop whose counter is far: it is counted in a temporary and stored before each pass.
fn count_far(function: &mut Function, at: BlockId, far: Place) {
    function.vars.push("".into());
    let temp = Place::Var(Var(function.vars.len() as u32 - 1));
    let store = BlockId(function.blocks.len() as u32);
    let block = function.block_mut(at);
    let span = block.span;
    block.insts.push(Inst {
        op: copy(temp, far.into()),
        span,
    });
    let handler = block.handler;
    if let Exit::Count { counter, body, .. } = &mut block.exit {
        *counter = temp;
        let next = mem::replace(body, store);
        let op = copy(far, temp.into());
        function.blocks.push(Block {
            insts: vec![Inst { op, span }],
            exit: Exit::Jump(next),
            span,
            cold: false,
            handler,
        });
    }
}
