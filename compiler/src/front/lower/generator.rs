//! `yield`, `yield from` and `await`; generator expressions.

use super::iterate::Iterable;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::program::FunctionKind;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprGenerator};
use ruff_text_size::{Ranged, TextLen, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// A `yield`, `yield from` or `await` expression.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn yield_expr(&mut self, expr: &'a Expr, _dst: Option<Place>) -> Result<Value, Refusal> {
        let span = expr.range();
        match expr {
            Expr::Yield(yields) => {
                let value = match &yields.value {
                    Some(value) => self.expr(value)?,
                    None => Value::NONE,
                };
                Ok(self.yield_value(value, span))
            }
            Expr::YieldFrom(yields) => {
                let value = self.expr(&yields.value)?;
                let iterator = self.call_runtime(Routine::DelegateTo, &[value], span);
                Ok(self.delegate(iterator, span))
            }
            Expr::Await(awaited) => {
                let value = self.expr(&awaited.value)?;
                self.await_value(value, span)
            }
            _ => unreachable!("an expression that suspends"),
        }
    }

    /// Yields a value; the result is what is sent.
    pub fn yield_value(&mut self, value: Value, span: TextRange) -> Value {
        let function = match self.program.function(self.id).kind {
            FunctionKind::AsyncGenerator => Routine::AsyncYield,
            _ => Routine::YieldValue,
        };
        Value::Var(self.call_runtime(function, &[value], span))
    }

    /// The result of awaiting a value.
    ///
    /// # Errors
    /// None yet.
    pub fn await_value(&mut self, value: Value, span: TextRange) -> Result<Value, Refusal> {
        let iterator = self.call_runtime(Routine::AwaitIterator, &[value], span);
        Ok(self.delegate(iterator, span))
    }

    /// Yields what an iterator yields, and passes it what is sent and thrown, until it ends.
    fn delegate(&mut self, iterator: Var, span: TextRange) -> Value {
        let (send, test, suspend) = (self.block(), self.block(), self.block());
        let (thrown, done) = (self.rare_block(), self.block());
        let (sent, item) = (self.temp(), self.temp());
        self.copy(Place::Var(sent), Value::NONE, span);
        self.jump(send, span);
        self.place(send);
        let args = [Value::Var(iterator), Value::Var(sent)];
        let result = self.call_runtime(Routine::DelegateSend, &args, span);
        self.copy(Place::Var(item), Value::Var(result), span);
        self.jump(test, span);
        self.place(test);
        let ended = Test::Compare(Opcode::Jis, Value::Var(item), Value::Const(Const::End));
        self.branch(ended, done, suspend, span);

        self.place(suspend);
        let outside = self.handler;
        self.set_handler(Some(thrown));
        let result = self.call_runtime(Routine::YieldValue, &[Value::Var(item)], span);
        self.set_handler(outside);
        self.copy(Place::Var(sent), Value::Var(result), span);
        self.jump(send, span);

        self.place(thrown);
        let exception = self.call_runtime(Routine::Caught, &[], span);
        let args = [Value::Var(iterator), Value::Var(exception)];
        let result = self.call_runtime(Routine::DelegateThrow, &args, span);
        self.copy(Place::Var(item), Value::Var(result), span);
        self.jump(test, span);

        self.place(done);
        Value::Var(self.call_runtime(Routine::DelegateResult, &[], span))
    }

    /// A generator expression: a generator function, called with the first iterator.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn generator(&mut self, expr: &'a ExprGenerator) -> Result<Value, Refusal> {
        let id = self.program.definition(expr);
        let span = with_parentheses(expr);
        let function = self.new_function(id, None, span, |_| Ok(None))?;
        let window = vec![self.temp(), self.temp()];
        self.copy(Place::Var(window[0]), function, span);
        let first = &expr.generators[0];
        let iterable = self.expr(&first.iter)?;
        let iterator = self.iterator_of(iterable, first.is_async, span);
        self.copy(Place::Var(window[1]), iterator, span);
        let result = Value::Var(window[0]);
        let callee = Callee::Likely(id);
        self.emit(Op::Call { callee, window }, span);
        Ok(result)
    }

    /// The body of a generator expression.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn generator_body(&mut self, expr: &'a ExprGenerator) -> Result<(), Refusal> {
        let iterator = Iterable::Iterator(Value::Var(Var(0)));
        let is_async = expr.generators[0].is_async;
        let span = with_parentheses(expr);
        let iterator = self.iteration(iterator, is_async, span);
        self.for_clauses(&expr.generators, iterator, span, &mut |lowerer| {
            let value = lowerer.expr(&expr.elt)?;
            lowerer.yield_value(value, expr.elt.range());
            Ok(())
        })
    }

    /// `iter(value)` or `aiter(value)`.
    fn iterator_of(&mut self, iterable: Value, is_async: bool, span: TextRange) -> Value {
        if is_async {
            return Value::Var(self.call_runtime(Routine::AsyncIterate, &[iterable], span));
        }
        let iterator = Place::Var(self.temp());
        self.compute(Opcode::Iter, iterator, Some(iterable), None, span);
        iterator.into()
    }

    /// True for a generator expression that a `for` statement iterates over and nothing
    /// else refers to, or a call of a generator function of the program.
    pub fn is_fresh_generator(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Generator(_) => true,
            Expr::Call(call) => {
                let function = self.static_function(&call.func);
                function.is_some_and(|id| self.program.function(id).kind == FunctionKind::Generator)
            }
            _ => false,
        }
    }
}

/// The range of a generator expression, with the call's parentheses if it is the only
/// argument.
fn with_parentheses(expr: &ExprGenerator) -> TextRange {
    let outside = if expr.parenthesized { "" } else { "(" }.text_len();
    TextRange::new(expr.range.start() - outside, expr.range.end() + outside)
}
