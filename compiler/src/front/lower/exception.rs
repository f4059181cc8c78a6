//! `try`, `raise` and `assert`.

use super::binding::Given;
use super::cleanup::{Cleanup, Handling};
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{
    ExceptHandler, ExceptHandlerExceptHandler, Expr, StmtAssert, StmtRaise, StmtTry, UnaryOp,
};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// A `try` statement.
    pub fn try_statement(&mut self, stmt: &'a StmtTry) -> Result<(), Refusal> {
        if stmt.finalbody.is_empty() {
            return self.try_except(stmt);
        }
        let (handler, after) = (self.rare_block(), self.block());
        self.guarded(handler, Cleanup::Finally(&stmt.finalbody), |l| {
            match stmt.handlers.is_empty() {
                true => l.body(&stmt.body),
                false => l.try_except(stmt),
            }
        })?;
        self.body(&stmt.finalbody)?;
        self.jump(after, TextRange::default());

        let handling = self.begin_handler(handler);
        self.body(&stmt.finalbody)?;
        self.pass_on(&handling);
        self.end_handler(handling, None);
        self.place(after);
        Ok(())
    }

    /// The clauses `try`, `except` and `else`.
    fn try_except(&mut self, stmt: &'a StmtTry) -> Result<(), Refusal> {
        let (handler, after) = (self.rare_block(), self.block());
        let outside = self.handler;
        self.set_handler(Some(handler));
        self.body(&stmt.body)?;
        self.set_handler(outside);
        self.body(&stmt.orelse)?;
        self.jump(after, TextRange::default());
        let handling = self.begin_handler(handler);
        match stmt.is_star {
            true => self.star_clauses(stmt, handling, after)?,
            false => self.clauses(stmt, handling, after)?,
        }
        self.place(after);
        Ok(())
    }

    /// `except` clauses: the first that matches.
    fn clauses(
        &mut self,
        stmt: &'a StmtTry,
        handling: Handling,
        after: BlockId,
    ) -> Result<(), Refusal> {
        let done = self.block();
        for ExceptHandler::ExceptHandler(clause) in &stmt.handlers {
            let (body, next) = (self.block(), self.block());
            match &clause.type_ {
                Some(class) => {
                    let class = match self.static_class(class) {
                        Some(class) => Value::Const(Const::HiddenClass(class)),
                        None => self.expr(class)?,
                    };
                    let args = [Value::Var(handling.exception), class];
                    let matches =
                        Value::Var(self.call_runtime(Routine::MatchException, &args, clause.range));
                    self.branch(Test::Truth(matches), body, next, clause.range);
                }
                None => self.jump(body, clause.range),
            }
            self.place(body);
            match &clause.name {
                None => {
                    self.body(&clause.body)?;
                    self.jump(done, TextRange::default());
                }
                Some(name) => {
                    let exception = Value::Var(handling.exception);
                    let failed = self.named_clause(clause, &name.id, exception, done)?;
                    self.handler = handling.outside();
                    self.place(failed);
                    let exception = self.call_runtime(Routine::Caught, &[], TextRange::default());
                    self.unbind(&name.id)?;
                    self.end_handling(handling.previous);
                    self.reraise(exception);
                    self.handler = handling.failed();
                }
            }
            self.place(next);
        }
        self.pass_on(&handling);
        self.end_handler(handling, Some((done, after)));
        Ok(())
    }

    /// The body of `except … as name`, which goes on to `done`. Returns where its own
    /// exceptions go.
    fn named_clause(
        &mut self,
        clause: &'a ExceptHandlerExceptHandler,
        name: &'a str,
        exception: Value,
        done: BlockId,
    ) -> Result<BlockId, Refusal> {
        self.store_name(name, exception, clause.range)?;
        let failed = self.block();
        self.guarded(failed, Cleanup::Name(name), |l| l.body(&clause.body))?;
        self.unbind(name)?;
        self.jump(done, TextRange::default());
        Ok(failed)
    }

    /// `except*` clauses: each gets the part of the group that matches; what is left, and what
    /// the clauses raise, is raised at the end.
    fn star_clauses(
        &mut self,
        stmt: &'a StmtTry,
        handling: Handling,
        after: BlockId,
    ) -> Result<(), Refusal> {
        let none = TextRange::default();
        let raised = self.call_runtime(Routine::NewList, &[Value::int(0)], none);
        let rest = self.temp();
        self.copy(Place::Var(rest), Value::Var(handling.exception), none);
        for ExceptHandler::ExceptHandler(clause) in &stmt.handlers {
            let class = clause.type_.as_ref().expect("the parser demands a class");
            let class = self.expr(class)?;
            let args = [Value::Var(rest), class];
            let parts = Value::Var(self.call_runtime(Routine::MatchGroup, &args, clause.range));
            let matched = self.tuple_item(&parts, 0, clause.range);
            let others = self.tuple_item(&parts, 1, clause.range);
            self.copy(Place::Var(rest), others, none);
            let (body, next) = (self.block(), self.block());
            let nothing = Test::Compare(Opcode::Jis, matched.clone(), Value::NONE);
            self.branch(nothing, next, body, clause.range);
            self.place(body);
            self.call_runtime(Routine::BeginHandling, std::slice::from_ref(&matched), none);
            self.star_clause(clause, matched, raised, next)?;
            self.place(next);
        }
        self.call_runtime(
            Routine::ListAppend,
            &[Value::Var(raised), Value::Var(rest)],
            none,
        );
        let args = [Value::Var(handling.exception), Value::Var(raised)];
        let group = self.call_runtime(Routine::RaiseRest, &args, none);
        let (done, again) = (self.block(), self.block());
        let nothing = Test::Compare(Opcode::Jis, Value::Var(group), Value::NONE);
        self.branch(nothing, done, again, none);
        self.place(again);
        self.set_handler(handling.outside());
        self.end_handling(handling.previous);
        self.reraise(group);
        self.handler = handling.failed();
        self.end_handler(handling, Some((done, after)));
        Ok(())
    }

    /// The body of an `except*` clause, which goes on to `next`. Its exceptions are collected.
    fn star_clause(
        &mut self,
        clause: &'a ExceptHandlerExceptHandler,
        matched: Value,
        raised: Var,
        next: BlockId,
    ) -> Result<(), Refusal> {
        let none = TextRange::default();
        let name = clause.name.as_ref().map(|name| name.id.as_str());
        if let Some(name) = name {
            self.store_name(name, matched, clause.range)?;
        }
        let failed = self.block();
        self.guarded(failed, Cleanup::Star, |l| l.body(&clause.body))?;
        for failed in [None, Some(failed)] {
            if let Some(failed) = failed {
                self.place(failed);
                let exception = Value::Var(self.call_runtime(Routine::Caught, &[], none));
                self.call_runtime(Routine::ListAppend, &[Value::Var(raised), exception], none);
            }
            if let Some(name) = name {
                self.unbind(name)?;
            }
            self.jump(next, none);
        }
        Ok(())
    }

    /// A `raise` statement.
    pub fn raise_statement(&mut self, stmt: &'a StmtRaise) -> Result<(), Refusal> {
        match (&stmt.exc, &stmt.cause) {
            (None, _) => self.raise(Routine::RaiseHandled, &[], stmt.range),
            (Some(exception), None) => match self.new_known_exception(exception)? {
                Some(exception) => self.raise(Routine::RaiseNew, &[exception], stmt.range),
                None => {
                    let exception = self.expr(exception)?;
                    self.raise(Routine::Raise, &[exception], stmt.range);
                }
            },
            (Some(exception), Some(cause)) => {
                let args = self.operands(&[exception, cause])?;
                self.raise(Routine::RaiseFrom, &args, stmt.range);
            }
        }
        Ok(())
    }

    /// The operand of `raise`, if it surely is a new exception of a builtin class.
    fn new_known_exception(&mut self, operand: &'a Expr) -> Result<Option<Value>, Refusal> {
        let func = match operand {
            Expr::Call(call) => &call.func,
            operand => operand,
        };
        let class = self.static_class(func);
        let Some(class) = class.filter(|class| self.is_exception_class(*class)) else {
            return Ok(None);
        };
        match operand {
            Expr::Call(call) => self.class_call(class, call, None),
            operand => self.instance(class, Given::default(), None, operand.range()),
        }
    }

    /// An `assert` statement.
    pub fn assert(&mut self, assert: &'a StmtAssert) -> Result<(), Refusal> {
        let (fail, after) = (self.rare_block(), self.block());
        let span = last_comparison(&assert.test).unwrap_or(assert.range);
        self.condition(&assert.test, after, fail, assert.range)?;
        let rare = std::mem::replace(&mut self.rare, true);
        self.place(fail);
        match &assert.msg {
            Some(message) => {
                let message = self.expr(message)?;
                self.raise(Routine::AssertionError, &[message], span);
            }
            None => self.raise(Routine::AssertionFailed, &[], span),
        }
        self.rare = rare;
        self.place(after);
        Ok(())
    }
}

/// The source range that CPython gives to a failed assertion: that of the comparison
/// which it has compiled last, if the test has any.
fn last_comparison(test: &Expr) -> Option<TextRange> {
    match test {
        Expr::Compare(compare) => Some(compare.range),
        Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => last_comparison(&unary.operand),
        Expr::BoolOp(boolean) => boolean.values.iter().rev().find_map(last_comparison),
        Expr::If(expr) => [&expr.orelse, &expr.body, &expr.test]
            .into_iter()
            .find_map(|part| last_comparison(part)),
        _ => None,
    }
}
