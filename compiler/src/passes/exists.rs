//! Tests for kinds of values that cannot exist in the image are decided.

use crate::ir::{Const, Exit, Function, Op, Test, Value, ValueKind};

/// Replaces the tests for kinds of values by jumps, and drops what only says which kinds
/// there are.
pub fn decide(function: &mut Function, exists: &dyn Fn(&ValueKind) -> bool) {
    let value = |value: &mut Value| {
        if let Value::Const(Const::Exists(kind)) = value {
            *value = Value::Const(Const::Bool(exists(kind)));
        }
    };
    for block in &mut function.blocks {
        for inst in &mut block.insts {
            inst.op.reads_mut().for_each(|(_, read)| value(read));
        }
        block.insts.retain(|inst| !matches!(inst.op, Op::Note(_)));
        if let Exit::Branch {
            test: Test::Truth(Value::Const(Const::Exists(kind))),
            yes,
            no,
        } = &block.exit
        {
            let next = if exists(kind) { *yes } else { *no };
            block.exit = Exit::Jump(next);
        }
    }
}
