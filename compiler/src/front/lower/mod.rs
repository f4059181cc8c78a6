//! Syntax tree to IR, one function at a time.
//!
//! Python has no `del` here, so a variable that is bound stays bound: which variables
//! surely are is known for each block when its first operation is emitted, from the
//! edges that lead to it ([`Flow`]). The edges back to a loop's head come later, but they
//! can only know more.

mod assign;
mod attribute_name;
mod binding;
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
mod import;
mod intrinsic;
mod iterate;
mod literal;
mod loops;
mod names;
mod pattern;
mod poll;
mod print;
mod program;
mod prologue;
mod scope_call;
mod statement;
mod subscript;
mod with;

pub use attribute_name::ATTRIBUTE_BUILTINS;
pub use program::{lower_program, lower_runtime};

use super::program::{Program, Source};
use super::runtime::Routine;
use super::scope::ScopeId;
use crate::error::Refusal;
use crate::ir::dataflow::Flow;
use crate::ir::*;
use cleanup::Enclosing;
use names::Access;
use pyxl_isa::{Opcode, Unbound};
use ruff_python_ast::Expr;
use ruff_text_size::{Ranged, TextRange};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Places that are surely bound.
pub type Bound = HashSet<Place>;

/// A lowered function, and what the rest of the program has to know of it.
#[derive(Debug)]
pub struct Lowered {
    /// The code.
    pub body: Function,
    /// For each global that may hold a function and is loaded: what surely is bound there.
    pub bound_at_loads: HashMap<Global, Bound>,
    /// The functions that it makes.
    pub created: HashMap<FuncId, Created>,
    /// What is bound at the end of a module's body, if control comes there.
    pub end: Option<Bound>,
}

/// What surely is bound where a function is made.
#[derive(Clone, Debug)]
pub struct Created {
    /// Globals.
    pub bound: Bound,
    /// Variables of the functions around it.
    pub free: HashSet<(Rc<str>, ScopeId)>,
}

/// What is known when a function begins.
#[derive(Clone, Debug, Default)]
pub struct AtEntry {
    /// The globals that surely are bound.
    pub bound: Bound,
    /// The free variables that surely are bound.
    pub free: HashSet<(Rc<str>, ScopeId)>,
    /// What is bound after the body of a module has run.
    pub ends: HashMap<usize, Bound>,
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
            end = lowerer.flow.here.clone();
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
    ends: HashMap<usize, Bound>,
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
    bound_at_loads: HashMap<Global, Bound>,
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
            flow: Flow::new(entry.bound),
            cleanups: vec![],
            handler: None,
            rare: false,
            bound_at_loads: HashMap::new(),
            maybe_unbound: HashSet::new(),
        };
        for param in &function.params {
            lowerer.var(param);
        }
        let params = (0..function.params.len() as u32).map(|n| Place::Var(Var(n)));
        lowerer
            .flow
            .here
            .iter_mut()
            .for_each(|bound| bound.extend(params.clone()));
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

    fn var(&mut self, name: &str) -> Var {
        self.body.vars.push(Rc::from(name));
        Var(self.body.vars.len() as u32 - 1)
    }

    fn temp(&mut self) -> Var {
        self.var("")
    }

    /// A new block, which is not yet placed.
    fn block(&mut self) -> BlockId {
        self.body.blocks.push(Block::new());
        BlockId(self.body.blocks.len() as u32 - 1)
    }

    /// A new block that is rarely executed.
    fn rare_block(&mut self) -> BlockId {
        let block = self.block();
        self.body.block_mut(block).cold = true;
        block
    }

    /// Goes on emitting in `block`. All forward edges to it exist by now.
    fn place(&mut self, block: BlockId) {
        self.order.push(block);
        self.current = block;
        self.flow.begin(block);
        let (handler, rare) = (self.handler, self.rare);
        let block = self.body.block_mut(block);
        block.handler = handler;
        block.cold |= rare;
    }

    fn emit(&mut self, op: Op, span: impl Into<Span>) {
        let span = self.place_span(span.into());
        let current = self.current;
        self.body.block_mut(current).insts.push(Inst { op, span });
    }

    /// The span, within the comprehension around the code.
    fn place_span(&self, span: Span) -> Span {
        Span {
            inlined: span.inlined.or(self.inlined),
            ..span
        }
    }

    /// Ends the current block. Code that follows is unreachable until a block is placed.
    fn exit(&mut self, exit: Exit, span: impl Into<Span>) {
        for next in exit.successors() {
            self.flow.to(*next);
        }
        let span = self.place_span(span.into());
        let block = self.body.block_mut(self.current);
        block.exit = exit;
        block.span = span;
        let dead = self.block();
        self.place(dead);
    }

    fn jump(&mut self, to: BlockId, span: impl Into<Span>) {
        self.exit(Exit::Jump(to), span);
    }

    fn branch(&mut self, test: Test, yes: BlockId, no: BlockId, span: impl Into<Span>) {
        self.exit(Exit::Branch { test, yes, no }, span);
    }

    fn is_bound(&self, place: Place) -> bool {
        match place {
            Place::Global(_) if self.in_runtime() => return true,
            Place::Global(global) => {
                let info = self.program.info(global);
                if info.initial.is_some() && !info.deleted {
                    return true;
                }
            }
            _ => {}
        }
        match &self.flow.here {
            Some(bound) => bound.contains(&place),
            None => true,
        }
    }

    fn bind(&mut self, place: Place) {
        let deletable = match place {
            Place::Var(var) => self.deletable.contains(&var),
            Place::Global(global) => self.program.info(global).deleted,
        };
        if deletable {
            return;
        }
        if let Some(bound) = &mut self.flow.here {
            bound.insert(place);
        }
    }

    fn copy(&mut self, dst: Place, src: Value, span: impl Into<Span>) {
        if Value::from(dst) == src {
            return;
        }
        let op = Op::Move {
            dst,
            src,
            checked: false,
        };
        self.emit(op, span);
    }

    fn compute(
        &mut self,
        op: Opcode,
        dst: Place,
        a: Option<Value>,
        b: Option<Value>,
        span: impl Into<Span>,
    ) {
        self.emit(Op::Compute { op, dst, a, b }, span);
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

    fn effect(&mut self, op: Opcode, a: Option<Value>, b: Value, span: impl Into<Span>) {
        self.emit(Op::Effect { op, a, b }, span);
    }

    /// The destination, or a new temporary.
    fn or_temp(&mut self, dst: Option<Place>) -> Place {
        dst.unwrap_or_else(|| Place::Var(self.temp()))
    }

    /// Calls a function of the runtime; returns the result.
    fn call_runtime(&mut self, routine: Routine, args: &[Value], span: impl Into<Span>) -> Var {
        debug_assert_eq!(
            args.len(),
            routine.params(),
            "arguments of {}",
            routine.name()
        );
        let span = span.into();
        let id = self.program.runtime.interface.routine(routine);
        let window: Vec<Var> = (0..=args.len()).map(|_| self.temp()).collect();
        for (var, arg) in window[1..].iter().zip(args) {
            self.copy(Place::Var(*var), arg.clone(), span);
        }
        let result = window[0];
        let callee = Callee::Known(id);
        self.emit(Op::Call { callee, window }, span);
        result
    }

    /// Calls a function of the runtime that never returns.
    fn raise(&mut self, routine: Routine, args: &[Value], span: impl Into<Span>) {
        let span = span.into();
        self.call_runtime(routine, args, span);
        self.exit(Exit::Unreachable, span);
    }

    /// Evaluates expressions in order, each into a value that holds until all are.
    fn operands(&mut self, exprs: &[&'a Expr]) -> Result<Vec<Value>, Refusal> {
        let mut values = vec![];
        for (i, expr) in exprs.iter().enumerate() {
            let value = self.expr(expr)?;
            values.push(self.freeze(value, &exprs[i + 1..], expr.range()));
        }
        Ok(values)
    }
}

/// Sorts the blocks by their placement and numbers them anew. Blocks that were never
/// placed have no code and no predecessors.
fn reorder(body: &mut Function, order: &[BlockId]) {
    let mut renamed = vec![BlockId(u32::MAX); body.blocks.len()];
    for (new, old) in (0..).zip(order) {
        renamed[old.0 as usize] = BlockId(new);
    }
    body.blocks = order.iter().map(|old| body.block(*old).clone()).collect();
    for block in &mut body.blocks {
        for next in block.successors_mut() {
            *next = renamed[next.0 as usize];
        }
    }
}
