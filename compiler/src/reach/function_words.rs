//! Which words functions' objects need: those that something stores into them.

use crate::front::program::Program;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::layout::function;
use std::collections::{BTreeMap, HashMap};

/// The last words that code stores into the functions of an image.
#[derive(Debug)]
pub struct FunctionWords {
    /// Into any function: the code asks what it has.
    any: usize,
    /// Into the function that a `def` statement makes.
    own: HashMap<FuncId, usize>,
}

impl FunctionWords {
    /// Those of the functions with these bodies.
    pub fn of(program: &Program, bodies: &BTreeMap<FuncId, Function>) -> FunctionWords {
        let mut words = FunctionWords {
            any: function::CODE,
            own: HashMap::new(),
        };
        // It makes objects that have all words.
        let maker = program.runtime.interface.routine(Routine::MakeFunction);
        let bodies = bodies.iter().filter(|(id, _)| **id != maker);
        let blocks = bodies.flat_map(|(_, body)| &body.blocks);
        for inst in blocks.flat_map(|block| &block.insts) {
            if let Op::Store {
                base,
                field: Some(WordName::Table(field)),
                ..
            } = &inst.op
            {
                if field.object == function::field::CODE.object {
                    let last = match base {
                        Value::Const(Const::Func(id)) => words.own.entry(*id).or_default(),
                        _ => &mut words.any,
                    };
                    *last = field.offset.max(*last);
                }
            }
        }
        words
    }

    /// The last word of a function's object.
    pub fn last(&self, program: &Program, id: FuncId) -> usize {
        let declaration = program.function(id);
        let own = self.own.get(&id).copied().unwrap_or_default();
        let signature = &declaration.signature;
        let (positional, by_name) = signature.defaults.split_at(signature.positional);
        let defaults = if by_name.iter().any(Option::is_some) {
            function::KWDEFAULTS
        } else if positional.iter().any(Option::is_some) {
            function::DEFAULTS
        } else {
            function::CODE
        };
        match declaration.runtime {
            // They do not change.
            true => defaults,
            false => defaults.max(own).max(self.any),
        }
    }
}
