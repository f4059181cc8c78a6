//! Where control goes on at the end of a block, and what is known there.

use super::facts::Shared;
use super::function::FunctionFlow;
use super::state::{HeaderBits, Origin, State};
use super::types::{Kinds, Types};
use crate::ir::*;
use pyxl_isa::layout::ClassId;
use pyxl_isa::{Opcode, Tag};

impl FunctionFlow<'_, '_, '_> {
    /// What happens at the end of a block, and where control goes on.
    pub fn exit(&mut self, exit: &Exit, state: &State) -> (bool, Vec<(BlockId, State)>) {
        let mut traps = false;
        self.constants(exit.reads());
        let next = match exit {
            Exit::Jump(next) => vec![(*next, state.clone())],
            Exit::Branch { test, yes, no } => {
                traps = self.test(test, state);
                let mut way = |truth, to: BlockId| Some((to, self.assume(test, truth, state)?));
                [way(true, *yes), way(false, *no)]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            Exit::Count {
                counter,
                body,
                done,
                ..
            } => {
                let mut state = state.clone();
                self.write(*counter, Types::tag(Tag::Int), Origin::Nothing, &mut state);
                vec![(*body, state.clone()), (*done, state)]
            }
            Exit::Return(value) => {
                let types = self.types(value, state);
                self.facts.add(Shared::Result(self.id), &types);
                if self.shape.leaves || self.facts.is_open(self.id) {
                    self.escape(&types);
                }
                vec![]
            }
            Exit::Halt(_) | Exit::Unreachable => vec![],
        };
        (traps, next)
    }

    /// True if a test may trap.
    pub(super) fn test(&mut self, test: &Test, state: &State) -> bool {
        let (op, a, b) = match test {
            Test::Compare(op, a, b) => (*op, a, Some(b)),
            Test::Truth(Value::Const(Const::Exists(_))) | Test::Unbound(_) => return false,
            Test::Truth(a) => (Opcode::Jt, a, None),
        };
        let (_, traps) = self.operands(op, Some(a), b, state);
        if traps {
            for truth in [true, false] {
                self.handler(test.branch(truth), Some(a), b, state);
            }
        }
        traps
    }

    /// What is known where a test had this outcome; `None` if it cannot have it.
    pub(super) fn assume(&mut self, test: &Test, truth: bool, state: &State) -> Option<State> {
        let mut state = state.clone();
        match test {
            Test::Truth(Value::Const(Const::Exists(kind))) => {
                ((self.exists)(kind) == truth).then_some(state)
            }
            Test::Truth(Value::Const(Const::Bool(known))) => (*known == truth).then_some(state),
            Test::Truth(Value::Var(var)) => {
                match state.origin(*var) {
                    Origin::Truth(known) if known != truth => return None,
                    Origin::Said(about, by) => {
                        let accepted = self.facts.read(Shared::Accepted(by, truth), self.id).kinds;
                        state.refine(about, |types| types.only(accepted));
                        if state.types(about).is_nothing() {
                            return None;
                        }
                    }
                    _ => {}
                }
                if truth {
                    state.refine(*var, |types| types.without(Kinds::tag(Tag::None)));
                }
                (!state.types(*var).is_nothing()).then_some(state)
            }
            Test::Compare(Opcode::Jis, a, b) => {
                let (var, constant) = match (a, b) {
                    (Value::Var(var), Value::Const(constant))
                    | (Value::Const(constant), Value::Var(var)) => (*var, constant),
                    _ => return Some(state),
                };
                let single = match constant {
                    Const::None => Kinds::tag(Tag::None),
                    Const::Ellipsis => Kinds::ELLIPSIS,
                    Const::NotImplemented => Kinds::NOT_IMPLEMENTED,
                    Const::End => Kinds::END,
                    _ => return Some(state),
                };
                state.refine(var, |types| match truth {
                    true => types.only(single),
                    false => types.without(single),
                });
                (!state.types(var).is_nothing()).then_some(state)
            }
            Test::Compare(op, Value::Var(var), Value::Const(Const::Int(n))) => {
                let passes = |x: i32| {
                    let outcome = match op {
                        Opcode::Jeq => x == *n,
                        Opcode::Jne => x != *n,
                        Opcode::Jlt => x < *n,
                        Opcode::Jle => x <= *n,
                        Opcode::Jgt => x > *n,
                        Opcode::Jge => x >= *n,
                        _ => return true,
                    };
                    outcome == truth
                };
                match state.origin(*var) {
                    Origin::OfKind(of, numbers) => {
                        let kinds = numbers.kinds(passes);
                        state.refine(of, |types| types.only(kinds));
                        (!state.types(of).is_nothing()).then_some(state)
                    }
                    Origin::Header(of, HeaderBits::Class)
                        if matches!(op, Opcode::Jeq | Opcode::Jne) =>
                    {
                        let is = (*op == Opcode::Jeq) == truth;
                        let id = u16::try_from(*n).ok().map(ClassId);
                        let class = id.and_then(|id| self.program.runtime.class_with_id(id));
                        if let Some(class) = class {
                            state.refine_class(of, class, is);
                        }
                        (!state.types(of).is_nothing()).then_some(state)
                    }
                    _ => Some(state),
                }
            }
            _ => Some(state),
        }
    }
}
