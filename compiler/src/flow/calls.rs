//! The flow between functions: calls, traps, and the members that they look up.

use super::facts::Shared;
use super::function::{FunctionFlow, Outcome};
use super::state::{Origin, State};
use super::types::{Kinds, Types};
use crate::ir::*;
use pyxl_isa::{Opcode, Tag};

impl FunctionFlow<'_, '_, '_> {
    /// A member is looked up by its name.
    pub(super) fn look_up(&mut self, object: &Value, name: &Value, state: &State) {
        if let Value::Const(Const::Str(name)) = name {
            let types = self.types(object, state);
            self.facts.add(Shared::Receiver(name.clone()), &types);
        }
    }

    /// A function of the runtime looks up members by the texts among its arguments: of the
    /// others, or of what is made by a class.
    pub(super) fn look_up_of(&mut self, called: FuncId, args: &[Var], state: &State) {
        let mut names = vec![];
        let mut types = Types::nothing();
        for (arg, param) in args.iter().zip(&self.program.function(called).params) {
            match state.origin(*arg) {
                Origin::Text(name) => names.push(name),
                _ if **param == *"cls" => drop(types.join(&Types::any())),
                _ => drop(types.join(&state.types(*arg))),
            }
        }
        for name in names {
            self.facts.add(Shared::Receiver(name), &types);
        }
    }

    pub(super) fn call(
        &mut self,
        callee: Callee,
        window: &[Var],
        state: &mut State,
        outcome: &mut Outcome,
    ) -> Types {
        let called = state.types(window[0]);
        let known = match callee {
            Callee::Known(id) => Some(id),
            Callee::Likely(id) => Some(id).filter(|id| {
                let mut funcs = called.funcs().into_iter().flatten();
                called.kinds.within(Kinds::tag(Tag::Func))
                    && called.funcs().is_some()
                    && funcs.all(|func| func == *id)
            }),
            Callee::Any => None,
        };
        let Some(id) = known else {
            outcome.traps = true;
            self.escape(&called);
            for arg in &window[1..] {
                self.escape(&state.types(*arg));
            }
            let count = Types::tag(Tag::Int);
            for op in [Opcode::Call, Opcode::Callp, Opcode::Bargs] {
                self.handler_of(op, &[called.clone(), count.clone()]);
            }
            return self.anything();
        };
        if self.program.function(id).names {
            self.look_up_of(id, &window[1..], state);
        }
        for (param, arg) in (0..).zip(&window[1..]) {
            let types = state.types(*arg);
            self.facts.add(Shared::Param(id, param), &types);
        }
        self.facts.read(Shared::Result(id), self.id)
    }

    /// An instruction may trap: its handler gets the operands. What the handler returns.
    pub(super) fn handler(
        &mut self,
        op: Opcode,
        a: Option<&Value>,
        b: Option<&Value>,
        state: &State,
    ) -> Types {
        let operands = [a, b].map(|value| match value {
            Some(value) => self.types(value, state),
            None => self.anything(),
        });
        self.handler_of(op, &operands)
    }

    pub(super) fn handler_of(&mut self, op: Opcode, operands: &[Types; 2]) -> Types {
        let Some(&id) = self.program.runtime.handlers.get(&op) else {
            return Types::nothing();
        };
        for (param, types) in (0..).zip(operands) {
            self.facts.add(Shared::Param(id, param), types);
        }
        self.facts.read(Shared::Result(id), self.id)
    }
}
