//! What is known of a function's body once and for all.

use crate::ir::dataflow::{liveness, VarSet};
use crate::ir::*;
use pyxl_isa::Opcode;

/// What is known of a body once and for all.
#[derive(Debug)]
pub struct Shape {
    /// The slots that are live at the start of each block.
    pub live: Vec<VarSet>,
    /// The first parameter keeps its value.
    pub keeps_first: bool,
    /// Its caller's result comes by another way than its `return`.
    pub leaves: bool,
}

impl Shape {
    /// Of a body. `unwinds` tells of the functions that take return links away.
    pub fn of(body: &Function, mut unwinds: impl FnMut(FuncId) -> bool) -> Shape {
        let mut insts = body.blocks.iter().flat_map(|block| &block.insts);
        let writes_first = |op: &Op| {
            let mut writes = false;
            op.for_each_write(|var| writes |= var == Var(0));
            writes
        };
        let all = body.blocks.iter().flat_map(|block| &block.insts);
        let keeps_first = !all.clone().any(|inst| writes_first(&inst.op));
        let mut live = liveness(body);
        if keeps_first && body.params > 0 {
            live.iter_mut().for_each(|live| live.insert(Var(0)));
        }
        Shape {
            live,
            keeps_first,
            leaves: insts.any(|inst| match &inst.op {
                Op::Call {
                    callee: Callee::Known(id),
                    ..
                } => unwinds(*id),
                op => is_unwind(op),
            }),
        }
    }
}

/// True for the instruction that takes return links away.
pub fn is_unwind(op: &Op) -> bool {
    matches!(
        op,
        Op::Effect {
            op: Opcode::Unwind,
            ..
        }
    )
}
