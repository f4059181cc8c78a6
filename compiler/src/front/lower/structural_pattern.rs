//! Patterns that look into an object: sequences, mappings and classes.

use super::pattern::Captures;
use super::{mapping_key, Lowerer};
use crate::error::Refusal;
use crate::front::checks::is_wildcard;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Pattern, PatternMatchClass, PatternMatchMapping, PatternMatchSequence};

impl<'a> Lowerer<'_, 'a> {
    /// A sequence pattern, with at most one star.
    ///
    /// # Errors
    /// If the pattern cannot be right.
    pub fn sequence_pattern(
        &mut self,
        sequence: &'a PatternMatchSequence,
        subject: &Value,
        fail: BlockId,
        captures: &mut Captures<'a>,
    ) -> Result<(), Refusal> {
        let span = sequence.range;
        let patterns = &sequence.patterns;
        let mut numbered = (0..).zip(patterns);
        let star = numbered
            .find(|(_, pattern)| pattern.is_match_star())
            .map(|(index, _)| index);
        self.demand_call(
            Routine::MatchSequence,
            std::slice::from_ref(subject),
            fail,
            span,
        );
        let required = (patterns.len() - usize::from(star.is_some())) as i32;
        if star.is_none() || required > 0 {
            let length = Value::Var(self.call_runtime(
                Routine::MatchLength,
                std::slice::from_ref(subject),
                span,
            ));
            let op = if star.is_some() {
                Opcode::Jge
            } else {
                Opcode::Jeq
            };
            self.demand(Test::Compare(op, length, Value::int(required)), fail, span);
        }
        if patterns.iter().all(is_wildcard) {
            return Ok(());
        }
        let items = match star {
            None => {
                let args = [subject.clone(), Value::int(required)];
                self.call_runtime(Routine::Unpack, &args, span)
            }
            Some(before) => {
                let after = required - before;
                let args = [subject.clone(), Value::int(before), Value::int(after)];
                self.call_runtime(Routine::UnpackStarred, &args, span)
            }
        };
        let items = Value::Var(items);
        for (index, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) {
                continue;
            }
            let item = self.tuple_item(&items, index, span);
            match pattern {
                Pattern::MatchStar(star) => {
                    let name = star.name.as_ref().expect("it is no wildcard");
                    captures.add(name, item);
                }
                pattern => self.pattern(pattern, &item, fail, captures)?,
            }
        }
        Ok(())
    }

    /// A mapping pattern.
    ///
    /// # Errors
    /// If the pattern cannot be right.
    pub fn mapping_pattern(
        &mut self,
        mapping: &'a PatternMatchMapping,
        subject: &Value,
        fail: BlockId,
        captures: &mut Captures<'a>,
    ) -> Result<(), Refusal> {
        let span = mapping.range;
        self.demand_call(
            Routine::MatchMapping,
            std::slice::from_ref(subject),
            fail,
            span,
        );
        let count = mapping.keys.len();
        if count > 0 {
            let length = Value::Var(self.call_runtime(
                Routine::MatchLength,
                std::slice::from_ref(subject),
                span,
            ));
            let required = Value::int(count as i32);
            self.demand(Test::Compare(Opcode::Jge, length, required), fail, span);
        }
        if count == 0 && mapping.rest.is_none() {
            return Ok(());
        }
        let constants = mapping.keys.iter().filter_map(|key| self.constant(key));
        let constants: Vec<Const> = constants.collect();
        mapping_key::check(&constants, span)?;
        let keys = match constants.len() == count {
            true => Value::Const(Const::Tuple(constants.into())),
            false => {
                let keys = self.operands(&mapping.keys.iter().collect::<Vec<_>>())?;
                self.tuple_of(&keys, span)
            }
        };
        let args = [subject.clone(), keys.clone()];
        let values = self.demand_tuple(Routine::MatchKeys, &args, fail, span);
        for (index, pattern) in mapping.patterns.iter().enumerate() {
            if !is_wildcard(pattern) {
                let value = self.tuple_item(&values, index, span);
                self.pattern(pattern, &value, fail, captures)?;
            }
        }
        if let Some(rest) = &mapping.rest {
            let others = Value::Var(self.call_runtime(Routine::MatchRest, &args, span));
            captures.add(rest, others);
        }
        Ok(())
    }

    /// A class pattern.
    ///
    /// # Errors
    /// If the pattern cannot be right.
    pub fn class_pattern(
        &mut self,
        class: &'a PatternMatchClass,
        subject: &Value,
        fail: BlockId,
        captures: &mut Captures<'a>,
    ) -> Result<(), Refusal> {
        let span = class.range;
        let positional = &class.arguments.patterns;
        let keywords = &class.arguments.keywords;
        let names = keywords
            .iter()
            .map(|keyword| Const::Str(keyword.attr.id.as_str().into()));
        let names = names.collect::<Vec<_>>();
        let cls = self.expr(&class.cls)?;
        let args = [
            subject.clone(),
            cls,
            Value::int(positional.len() as i32),
            Value::Const(Const::Tuple(names.into())),
        ];
        let values = self.demand_tuple(Routine::MatchClass, &args, fail, span);
        let keywords = keywords.iter().map(|keyword| &keyword.pattern);
        for (index, pattern) in positional.iter().chain(keywords).enumerate() {
            if !is_wildcard(pattern) {
                let value = self.tuple_item(&values, index, span);
                self.pattern(pattern, &value, fail, captures)?;
            }
        }
        Ok(())
    }
}
