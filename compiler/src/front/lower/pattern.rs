//! `match` statements.
//!
//! A pattern is a chain of tests with one way out. Names are bound when a pattern has matched
//! as a whole, before its guard is evaluated.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Identifier, Pattern, PatternMatchOr, Singleton, StmtMatch};
use ruff_text_size::{Ranged, TextRange};

/// The names that a pattern binds, with their values.
#[derive(Default)]
pub struct Captures<'a> {
    names: Vec<(&'a str, Value)>,
}

impl<'a> Captures<'a> {
    /// Binds a name when the pattern has matched.
    pub fn add(&mut self, name: &'a Identifier, value: Value) {
        self.names.push((&name.id, value));
    }
}

impl<'a> Lowerer<'_, 'a> {
    /// A `match` statement.
    pub fn match_statement(&mut self, stmt: &'a StmtMatch) -> Result<(), Refusal> {
        let subject = self.expr(&stmt.subject)?;
        let subject = self.keep(subject, stmt.subject.range());
        let after = self.block();
        for case in &stmt.cases {
            let next = self.block();
            let mut captures = Captures::default();
            self.pattern(&case.pattern, &subject, next, &mut captures)?;
            let span = case.pattern.range();
            for (name, value) in captures.names {
                self.bind_name(name, value, span)?;
            }
            if let Some(guard) = &case.guard {
                let body = self.block();
                self.condition(guard, body, next, span)?;
                self.place(body);
            }
            self.body(&case.body)?;
            self.jump(after, TextRange::default());
            self.place(next);
        }
        self.jump(after, TextRange::default());
        self.place(after);
        Ok(())
    }

    /// Assigns a variable.
    fn bind_name(&mut self, name: &'a str, value: Value, span: TextRange) -> Result<(), Refusal> {
        match self.direct_place(name) {
            Some(place) => {
                self.copy(place, value, span);
                Ok(())
            }
            None => self.store_name(name, value, span),
        }
    }

    /// Goes to `fail` if the subject does not match.
    pub fn pattern(
        &mut self,
        pattern: &'a Pattern,
        subject: &Value,
        fail: BlockId,
        captures: &mut Captures<'a>,
    ) -> Result<(), Refusal> {
        let span = pattern.range();
        match pattern {
            Pattern::MatchValue(value) => {
                let value = self.expr(&value.value)?;
                let test = Test::Compare(Opcode::Jeq, subject.clone(), value);
                self.demand(test, fail, span);
                Ok(())
            }
            Pattern::MatchSingleton(singleton) => {
                let value = Value::Const(match singleton.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                });
                self.demand(
                    Test::Compare(Opcode::Jis, subject.clone(), value),
                    fail,
                    span,
                );
                Ok(())
            }
            Pattern::MatchSequence(sequence) => {
                self.sequence_pattern(sequence, subject, fail, captures)
            }
            Pattern::MatchMapping(mapping) => {
                self.mapping_pattern(mapping, subject, fail, captures)
            }
            Pattern::MatchClass(class) => self.class_pattern(class, subject, fail, captures),
            Pattern::MatchStar(star) => Err(Refusal::syntax(
                "can't use starred expression here",
                star.range,
            )),
            Pattern::MatchAs(binding) => {
                if let Some(inner) = &binding.pattern {
                    self.pattern(inner, subject, fail, captures)?;
                }
                if let Some(name) = &binding.name {
                    captures.add(name, subject.clone());
                }
                Ok(())
            }
            Pattern::MatchOr(alternatives) => {
                self.alternatives(alternatives, subject, fail, captures)
            }
        }
    }

    /// Goes on if the test is true, and otherwise to `fail`.
    pub fn demand(&mut self, test: Test, fail: BlockId, span: TextRange) {
        let next = self.block();
        self.branch(test, next, fail, span);
        self.place(next);
    }

    /// Goes on if a function of the runtime says so, and otherwise to `fail`.
    pub fn demand_call(
        &mut self,
        routine: Routine,
        args: &[Value],
        fail: BlockId,
        span: TextRange,
    ) {
        let result = Value::Var(self.call_runtime(routine, args, span));
        self.demand(Test::Truth(result), fail, span);
    }

    /// The tuple that a function of the runtime returns; to `fail` if it is None.
    pub fn demand_tuple(
        &mut self,
        routine: Routine,
        args: &[Value],
        fail: BlockId,
        span: TextRange,
    ) -> Value {
        let result = Value::Var(self.call_runtime(routine, args, span));
        let next = self.block();
        let nothing = Test::Compare(Opcode::Jis, result.clone(), Value::NONE);
        self.branch(nothing, fail, next, span);
        self.place(next);
        result
    }

    /// `p | q`: all alternatives bind the same names, to the same temporaries.
    fn alternatives(
        &mut self,
        or: &'a PatternMatchOr,
        subject: &Value,
        fail: BlockId,
        captures: &mut Captures<'a>,
    ) -> Result<(), Refusal> {
        let matched = self.block();
        let mut common: Option<Vec<(&'a str, Var)>> = None;
        for (index, alternative) in or.patterns.iter().enumerate() {
            let is_last = index + 1 == or.patterns.len();
            let next = if is_last { fail } else { self.block() };
            let mut own = Captures::default();
            self.pattern(alternative, subject, next, &mut own)?;
            let slots = match &common {
                Some(slots) => slots.clone(),
                None => {
                    let slots = own.names.iter().map(|(name, _)| (*name, self.temp()));
                    let slots: Vec<_> = slots.collect();
                    common = Some(slots.clone());
                    slots
                }
            };
            let binds = |name: &str| own.names.iter().find(|(other, _)| *other == name);
            for (name, slot) in &slots {
                let (_, value) = binds(name).expect("all alternatives bind the same names");
                self.copy(Place::Var(*slot), value.clone(), alternative.range());
            }
            self.jump(matched, alternative.range());
            if !is_last {
                self.place(next);
            }
        }
        self.place(matched);
        for (name, slot) in common.unwrap_or_default() {
            captures.names.push((name, Value::Var(slot)));
        }
        Ok(())
    }
}
