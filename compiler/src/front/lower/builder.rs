//! The builder of the IR: operations, blocks, and where control goes between them.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;
use std::rc::Rc;

impl<'a> Lowerer<'_, 'a> {
    /// A new virtual slot with a name.
    pub fn var(&mut self, name: &str) -> Var {
        self.body.vars.push(Rc::from(name));
        Var(self.body.vars.len() as u32 - 1)
    }

    /// A new virtual slot without a name.
    pub fn temp(&mut self) -> Var {
        self.var("")
    }

    /// A new block, which is not yet placed.
    pub fn block(&mut self) -> BlockId {
        self.body.blocks.push(Block::new());
        BlockId(self.body.blocks.len() as u32 - 1)
    }

    /// A new block that is rarely executed.
    pub fn rare_block(&mut self) -> BlockId {
        let block = self.block();
        self.body.block_mut(block).cold = true;
        block
    }

    /// Goes on emitting in `block`.
    pub fn place(&mut self, block: BlockId) {
        self.order.push(block);
        self.current = block;
        let (handler, rare) = (self.handler, self.rare);
        let block = self.body.block_mut(block);
        block.handler = handler;
        block.cold |= rare;
    }

    /// Appends an operation to the current block.
    pub fn emit(&mut self, op: Op, span: impl Into<Span>) {
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
    pub fn exit(&mut self, exit: Exit, span: impl Into<Span>) {
        let span = self.place_span(span.into());
        let block = self.body.block_mut(self.current);
        block.exit = exit;
        block.span = span;
        let dead = self.block();
        self.place(dead);
    }

    /// Ends the current block; control goes on in `to`.
    pub fn jump(&mut self, to: BlockId, span: impl Into<Span>) {
        self.exit(Exit::Jump(to), span);
    }

    /// Ends the current block; control goes on in `yes` if the test is true, else in `no`.
    pub fn branch(&mut self, test: Test, yes: BlockId, no: BlockId, span: impl Into<Span>) {
        self.exit(Exit::Branch { test, yes, no }, span);
    }

    /// `dst ← src`, if they differ.
    pub fn copy(&mut self, dst: Place, src: Value, span: impl Into<Span>) {
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

    /// `dst ← op(a, b)`.
    pub fn compute(
        &mut self,
        op: Opcode,
        dst: Place,
        a: Option<Value>,
        b: Option<Value>,
        span: impl Into<Span>,
    ) {
        self.emit(Op::Compute { op, dst, a, b }, span);
    }

    /// An operation without a result.
    pub fn effect(&mut self, op: Opcode, a: Option<Value>, b: Value, span: impl Into<Span>) {
        self.emit(Op::Effect { op, a, b }, span);
    }

    /// The destination, or a new temporary.
    pub fn or_temp(&mut self, dst: Option<Place>) -> Place {
        dst.unwrap_or_else(|| Place::Var(self.temp()))
    }

    /// Calls a function of the runtime; returns the result.
    pub fn call_runtime(&mut self, routine: Routine, args: &[Value], span: impl Into<Span>) -> Var {
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
    pub fn raise(&mut self, routine: Routine, args: &[Value], span: impl Into<Span>) {
        let span = span.into();
        self.call_runtime(routine, args, span);
        self.exit(Exit::Unreachable, span);
    }

    /// Evaluates expressions in order, each into a value that holds until all are.
    pub fn operands(&mut self, exprs: &[&'a Expr]) -> Result<Vec<Value>, Refusal> {
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
pub fn reorder(body: &mut Function, order: &[BlockId]) {
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
