//! Syntax tree to IR, one function at a time.

mod assign;
mod attribute_name;
mod binding;
mod bound;
mod call;
mod class;
mod class_call;
mod cleanup;
mod comprehension;
mod condition;
mod display;
mod emit;
mod evaluation_order;
mod exception;
mod expression;
mod for_range;
mod fstring;
mod function;
mod generator;
mod global;
mod import;
mod intrinsic;
mod iterate;
mod known_call;
mod literal;
mod loops;
mod module_attribute;
mod names;
mod pattern;
mod poll;
mod print;
mod program;
mod program_intrinsic;
mod prologue;
mod scope_call;
mod statement;
mod structural_pattern;
mod subscript;
mod super_call;
mod type_test;
mod variable;
mod with;

pub use attribute_name::ATTRIBUTE_BUILTINS;
pub use program::{lower_program, lower_runtime};

use super::program::{Program, Source};
use super::scope::ScopeId;
use crate::error::Refusal;
use crate::ir::dataflow::Flow;
use crate::ir::*;
use bound::{AtEntry, Bound, Created, Globals};
use cleanup::Enclosing;
use emit::reorder;
use pyxl_isa::{Opcode, Unbound};
use ruff_text_size::{Ranged, TextRange};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use variable::Access;

/// A lowered function, and what the rest of the program has to know of it.
#[derive(Debug)]
pub struct Lowered {
    /// The code.
    pub body: Function,
    /// For each global that may hold a function and is loaded: what surely is bound there.
    pub bound_at_loads: HashMap<Global, Globals>,
    /// The functions that it makes.
    pub created: HashMap<FuncId, Created>,
    /// What is bound at the end of a module's body, if control comes there.
    pub end: Option<Globals>,
}

/// Lowers a function.
///
/// # Errors
/// The first thing that is refused.
pub fn lower(program: &Program, id: FuncId, entry: AtEntry) -> Result<Lowered, Refusal> {
    let function = program.function(id);
    let mut lowerer = Lowerer::new(program, id, entry);
    lowerer.prologue();
    let mut end = None;
    match function.source {
        Source::Module(module) => {
            lowerer.module_start();
            lowerer.body(&module.body)?;
            lowerer.call_main()?;
            lowerer.set_in_package();
            end = lowerer
                .flow
                .here
                .as_ref()
                .map(|bound| bound.globals.clone());
        }
        Source::Def(def) => {
            if let Some(class) = function.unwraps {
                lowerer.unwrap_self(class, def.name.range);
            }
            lowerer.body(&def.body)?;
        }
        Source::Lambda(lambda) => {
            let value = lowerer.expr(&lambda.body)?;
            lowerer.return_from(value, lambda.body.range());
        }
        Source::Class(def) => lowerer.class_body(def)?,
        Source::Generator(generator) => lowerer.generator_body(generator)?,
        Source::Comprehension => unreachable!("a comprehension is no function"),
    }
    lowerer.return_from(Value::NONE, TextRange::default());
    Ok(Lowered {
        end,
        ..lowerer.finish()
    })
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
    /// Variables that may be deleted, so that they are never surely bound.
    deletable: HashSet<Var>,
    /// The free variables that are bound when the function begins.
    bound_outside: HashSet<(Rc<str>, ScopeId)>,
    /// What is bound after the body of a module has run.
    ends: Rc<HashMap<usize, Globals>>,
    /// The comprehension around the code.
    inlined: Option<InlineId>,
    created: HashMap<FuncId, Created>,
    body: Function,
    /// Blocks in the order of their placement.
    order: Vec<BlockId>,
    current: BlockId,
    /// What surely is bound.
    flow: Flow<Bound>,
    /// The statements around, from the outermost on, that control may leave early.
    cleanups: Vec<Enclosing<'a>>,
    /// The handler of the blocks that are placed next.
    handler: Option<BlockId>,
    /// The code around is rarely executed.
    rare: bool,
    bound_at_loads: HashMap<Global, Globals>,
    /// Local variables that are read where they may be unbound.
    maybe_unbound: HashSet<Var>,
}

impl<'p, 'a> Lowerer<'p, 'a> {
    fn new(program: &'p Program<'a>, id: FuncId, entry: AtEntry) -> Self {
        let function = program.function(id);
        let mut lowerer = Lowerer {
            program,
            id,
            module: usize::from(function.file),
            scope: function.scope,
            variables: HashMap::new(),
            deletable: HashSet::new(),
            bound_outside: entry.free,
            ends: entry.ends,
            inlined: None,
            created: HashMap::new(),
            body: Function {
                blocks: vec![],
                vars: vec![],
                params: function.params.len(),
                inlined: vec![],
            },
            order: vec![],
            current: BlockId(0),
            flow: Flow::new(Bound {
                globals: entry.bound,
                vars: (0..function.params.len() as u32).map(Var).collect(),
            }),
            cleanups: vec![],
            handler: None,
            rare: false,
            bound_at_loads: HashMap::new(),
            maybe_unbound: HashSet::new(),
        };
        for param in &function.params {
            lowerer.var(param);
        }
        let entry = lowerer.block();
        lowerer.flow.to(entry);
        lowerer.place(entry);
        lowerer
    }

    fn finish(mut self) -> Lowered {
        let mut maybe_unbound: Vec<Var> = self.maybe_unbound.into_iter().collect();
        // A parameter has a value at first, even if it is deleted somewhere.
        maybe_unbound.retain(|var| var.0 as usize >= self.body.params);
        maybe_unbound.sort();
        let entry = &mut self.body.blocks[0];
        let span = Span::from(TextRange::default());
        entry.insts.splice(
            0..0,
            maybe_unbound.into_iter().map(|var| {
                let name = self.body.vars[var.0 as usize].clone();
                let src = Value::Const(Const::Unbound(Unbound::Local, name));
                let op = Op::Move {
                    dst: Place::Var(var),
                    src,
                    checked: false,
                };
                Inst { op, span }
            }),
        );
        reorder(&mut self.body, &self.order);
        Lowered {
            body: self.body,
            bound_at_loads: self.bound_at_loads,
            created: self.created,
            end: None,
        }
    }

    /// True in runtime files.
    fn in_runtime(&self) -> bool {
        self.program.function(self.id).runtime
    }

    /// Loads a word of an object.
    fn load_word(&mut self, dst: Place, base: Value, offset: Value, span: impl Into<Span>) {
        let op = Op::Load {
            op: Opcode::Ld,
            dst,
            base,
            offset,
            field: None,
        };
        self.emit(op, span);
    }
}
