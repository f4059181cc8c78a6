//! Static slots: globals and the constants that are no literals.

use crate::ir::{Const, Function, Global, OperandField, Place, Value};
use pyxl_isa::config::DIRECT_STATICS;
use pyxl_isa::insn::{IMMEDIATE, LITERAL};
use std::collections::HashMap;

/// What a static slot holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Static {
    /// A global variable.
    Global(Global),
    /// A constant.
    Const(Const),
}

/// The static slots of a program, in order.
#[derive(Debug, Default)]
pub struct Statics {
    /// Contents by number.
    pub slots: Vec<Static>,
    numbers: HashMap<Static, u16>,
}

impl Statics {
    /// Gives a slot to everything that the functions need one for, and to these globals.
    /// What is used most comes first if operands cannot reach all of them; each function has
    /// the weight of its uses. `None` if there are too many.
    pub fn of<'a>(
        functions: impl Iterator<Item = (&'a Function, usize)>,
        globals: impl Iterator<Item = Global>,
    ) -> Option<Statics> {
        let mut uses: Vec<(Static, usize)> = vec![];
        let mut index = HashMap::new();
        let mut add = |what: Static, weight: usize| {
            let at = *index.entry(what.clone()).or_insert_with(|| {
                uses.push((what, 0));
                uses.len() - 1
            });
            uses[at].1 += weight;
        };
        for (function, weight) in functions {
            for_each_use(function, |what| add(what, weight));
        }
        globals.for_each(|global| add(Static::Global(global), 0));
        if uses.len() > usize::from(DIRECT_STATICS) {
            uses.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        } else {
            uses.sort_by_key(|(what, _)| matches!(what, Static::Const(_)));
        }
        let slots: Vec<Static> = uses.into_iter().map(|(what, _)| what).collect();
        if slots.len() > usize::from(u16::MAX) {
            return None;
        }
        let numbers = slots.iter().cloned().zip(0..).collect();
        Some(Statics { slots, numbers })
    }

    /// The slot of a global that occurs in the program.
    pub fn global(&self, global: Global) -> u16 {
        self.numbers[&Static::Global(global)]
    }

    /// True for a value in a static slot that no operand reaches.
    pub fn is_far(&self, value: &Value) -> bool {
        self.value(value).is_some_and(|slot| slot >= DIRECT_STATICS)
    }

    /// True for a value in a static slot that operands reach.
    pub fn is_near(&self, value: &Value) -> bool {
        self.value(value).is_some_and(|slot| slot < DIRECT_STATICS)
    }

    /// The slot of a value that has one.
    pub fn value(&self, value: &Value) -> Option<u16> {
        let what = match value {
            Value::Global(global) => Static::Global(*global),
            Value::Const(constant) => Static::Const(constant.clone()),
            Value::Var(_) | Value::Callee => return None,
        };
        self.numbers.get(&what).copied()
    }
}

/// True if `value` cannot be in the instruction itself.
pub fn needs_slot(field: OperandField, value: &Value) -> bool {
    match (field, value) {
        (_, Value::Var(_) | Value::Callee) => false,
        (OperandField::B, Value::Const(Const::Int(n))) => !LITERAL.contains(n),
        (OperandField::Move, Value::Const(Const::Int(n))) => !IMMEDIATE.contains(n),
        _ => true,
    }
}

fn for_each_use(function: &Function, mut add: impl FnMut(Static)) {
    let mut value = |field, value: &Value| {
        if needs_slot(field, value) {
            match value {
                Value::Global(global) => add(Static::Global(*global)),
                Value::Const(constant) => add(Static::Const(constant.clone())),
                Value::Var(_) | Value::Callee => {}
            }
        }
    };
    for block in &function.blocks {
        for inst in &block.insts {
            inst.op.reads().for_each(|(field, read)| value(field, read));
            if let Some(Place::Global(global)) = inst.op.writes() {
                value(OperandField::A, &Value::Global(global));
            }
        }
        block
            .exit
            .reads()
            .for_each(|(field, read)| value(field, read));
        if let Some(Place::Global(global)) = block.exit.counter() {
            value(OperandField::A, &Value::Global(global));
        }
    }
}
