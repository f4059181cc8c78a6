//! Syntax tree to IR, one function at a time.

mod assign;
mod attribute_name;
mod binding;
mod builder;
mod call;
mod class;
mod class_call;
mod cleanup;
mod comprehension;
mod condition;
mod display;
mod evaluation_order;
mod exception;
mod expression;
mod for_range;
mod fstring;
mod function;
mod generator;
mod global;
mod import;
mod iterate;
mod known_call;
mod literal;
mod loops;
mod machine_call;
mod mapping_key;
mod module_attribute;
mod names;
mod pattern;
mod poll;
mod print;
mod program;
mod prologue;
mod raw_call;
mod scope_call;
mod statement;
mod structural_pattern;
mod subscript;
mod super_call;
mod type_test;
mod variable;
mod with;

pub use attribute_name::ATTRIBUTE_BUILTINS;
pub use program::{lower_function, lower_program};

use super::program::{Program, ScopeNode};
use super::scope::ScopeId;
use crate::error::Refusal;
use crate::ir::*;
use builder::reorder;
use cleanup::Enclosing;
use pyxl_isa::{Opcode, Unbound};
use ruff_text_size::{Ranged, TextRange};
use std::collections::HashMap;
use std::rc::Rc;
use variable::Access;

/// Lowers a function.
///
/// # Errors
/// The first thing that is refused.
pub fn lower(program: &Program, id: FuncId) -> Result<Function, Refusal> {
    let function = program.function(id);
    let mut lowerer = Lowerer::new(program, id);
    lowerer.prologue();
    match function.source {
        ScopeNode::Module(module) => {
            lowerer.module_start();
            lowerer.body(&module.body)?;
            lowerer.call_main()?;
            lowerer.set_in_package();
        }
        ScopeNode::Def(def) => {
            if let Some(class) = function.unwraps {
                lowerer.unwrap_self(class, def.name.range);
            }
            lowerer.body(&def.body)?;
        }
        ScopeNode::Lambda(lambda) => {
            let value = lowerer.expr(&lambda.body)?;
            lowerer.return_from(value, lambda.body.range());
        }
        ScopeNode::Class(def) => lowerer.class_body(def)?,
        ScopeNode::Generator(generator) => lowerer.generator_body(generator)?,
        ScopeNode::Comprehension => unreachable!("a comprehension is no function"),
    }
    lowerer.return_from(Value::NONE, TextRange::default());
    Ok(lowerer.finish())
}

struct Lowerer<'p, 'a> {
    program: &'p Program<'a>,
    id: FuncId,
    /// Number of the function's module.
    module: usize,
    /// The scope of the code: the function's, or that of a comprehension in it.
    scope: ScopeId,
    /// The variables of functions that are in reach.
    variables: HashMap<(ScopeId, Rc<str>), Access>,
    /// The comprehension around the code.
    inlined: Option<InlineId>,
    body: Function,
    /// Blocks in the order of their placement.
    order: Vec<BlockId>,
    current: BlockId,
    /// The statements around, from the outermost on, that control may leave early.
    cleanups: Vec<Enclosing<'a>>,
    /// The handler of the blocks that are placed next.
    handler: Option<BlockId>,
    /// The code around is rarely executed.
    rare: bool,
}

impl<'p, 'a> Lowerer<'p, 'a> {
    fn new(program: &'p Program<'a>, id: FuncId) -> Self {
        let function = program.function(id);
        let mut lowerer = Lowerer {
            program,
            id,
            module: usize::from(function.file),
            scope: function.scope,
            variables: HashMap::new(),
            inlined: None,
            body: Function {
                blocks: vec![],
                vars: vec![],
                params: function.params.len(),
                inlined: vec![],
            },
            order: vec![],
            current: BlockId(0),
            cleanups: vec![],
            handler: None,
            rare: false,
        };
        for param in &function.params {
            lowerer.var(param);
        }
        let entry = lowerer.block();
        lowerer.place(entry);
        lowerer
    }

    fn finish(mut self) -> Function {
        // At first the variables are unbound, but for the parameters.
        let slots = self.variables.values().filter_map(|access| match access {
            Access::Slot(var) if var.0 as usize >= self.body.params => Some(*var),
            _ => None,
        });
        let mut slots: Vec<Var> = slots.collect();
        slots.sort();
        let unbound = slots.into_iter().map(|var| {
            let name = self.body.vars[var.0 as usize].clone();
            let op = Op::Move {
                dst: Place::Var(var),
                src: Value::Const(Const::Unbound(Unbound::Local, name)),
                checked: false,
            };
            let span = Span::from(TextRange::default());
            Inst { op, span }
        });
        self.body.blocks[0].insts.splice(0..0, unbound);
        reorder(&mut self.body, &self.order);
        self.body
    }

    /// True in runtime files.
    fn in_runtime(&self) -> bool {
        self.program.function(self.id).runtime
    }

    /// Loads a word of an object: the one at this offset, of those that `field` names.
    fn load_word(
        &mut self,
        dst: Place,
        (base, offset): (Value, Value),
        field: ObjectField,
        span: TextRange,
    ) {
        let op = Op::Load {
            op: Opcode::Ld,
            dst,
            base,
            offset,
            field: Some(field.into()),
        };
        self.emit(op, span);
    }
}
