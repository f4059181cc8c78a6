//! The flow through one function.

use super::facts::{Facts, Shared};
use super::shape::Shape;
use super::state::{HeaderBits, Origin, State};
use super::types::{Kinds, Types};
use super::words::{of_constant, of_field, of_image};
use crate::front::program::{FunctionKind, Program};
use crate::ir::*;
use crate::work;
use pyxl_isa::{Opcode, Tag};

/// What happens at an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// It may trap.
    pub traps: bool,
    /// It may come to its end.
    pub ends: bool,
}

/// The flow through a function, given what is known of the others.
pub struct FunctionFlow<'f, 'p, 'a> {
    pub program: &'p Program<'a>,
    pub facts: &'f mut Facts,
    pub id: FuncId,
    pub body: &'f Function,
    pub shape: &'f Shape,
    /// Nothing will become known any more.
    pub settled: bool,
    /// True if values of a kind can exist.
    pub exists: &'f dyn Fn(&ValueKind) -> bool,
}

impl FunctionFlow<'_, '_, '_> {
    /// What is known at the start of each block; `None` where control does not come.
    pub fn solve(&mut self) -> Vec<Option<State>> {
        let count = self.body.blocks.len();
        let mut known: Vec<Option<State>> = vec![None; count];
        let mut changed = vec![false; count];
        (known[0], changed[0]) = (Some(self.entry()), true);
        while changed.contains(&true) {
            for index in 0..count {
                if !std::mem::replace(&mut changed[index], false) {
                    continue;
                }
                let Some(state) = known[index].clone() else {
                    continue;
                };
                for (to, state) in self.block(BlockId(index as u32), state) {
                    let to = to.0 as usize;
                    changed[to] |= match &mut known[to] {
                        Some(known) => known.join(&state),
                        unknown => {
                            *unknown = Some(state);
                            true
                        }
                    };
                }
            }
        }
        known
    }

    fn entry(&mut self) -> State {
        let mut state = State::default();
        for param in 0..self.body.params as u32 {
            let types = self.facts.read(Shared::Param(self.id, param), self.id);
            state.set(Var(param), types, Origin::Nothing);
        }
        if self.shape.leaves || self.program.function(self.id).kind != FunctionKind::Plain {
            let anything = self.anything();
            self.facts.add(Shared::Result(self.id), &anything);
        }
        state
    }

    /// Where a block goes on, and what is known there.
    fn block(&mut self, id: BlockId, mut state: State) -> Vec<(BlockId, State)> {
        let body = self.body;
        let block = body.block(id);
        work::steps(block.insts.len());
        let shape = self.shape;
        let live = |to: BlockId| &shape.live[to.0 as usize];
        let mut raised: Option<State> = None;
        let mut may_raise = |state: &State| {
            if let Some(handler) = block.handler {
                let state = state.only(live(handler));
                match &mut raised {
                    Some(raised) => drop(raised.join(&state)),
                    None => raised = Some(state),
                }
            }
        };
        let mut ends = true;
        for inst in &block.insts {
            if !inst.op.is_silent() {
                may_raise(&state);
            }
            ends = self.op(&inst.op, &mut state).ends;
            if !ends {
                break;
            }
        }
        if ends && !block.exit.is_silent() {
            may_raise(&state);
        }
        let mut next: Vec<_> = block.handler.into_iter().zip(raised).collect();
        if !ends {
            return next;
        }
        if let (Exit::Return(value), true) = (&block.exit, id.0 == 0 || !block.insts.is_empty()) {
            self.accepts(value, &state);
        }
        for (to, state) in self.exit(&block.exit, &state).1 {
            // Two ways to one `return` say something of the argument only before they meet.
            let target = body.block(to);
            if let (true, Exit::Return(value)) = (target.insts.is_empty(), &target.exit) {
                self.accepts(value, &state);
            }
            next.push((to, state.only(live(to))));
        }
        next
    }

    /// Notes what the first argument is where a value is returned.
    pub(super) fn accepts(&mut self, value: &Value, state: &State) {
        if self.body.params == 0 || !self.program.function(self.id).runtime {
            return;
        }
        let truth = match value {
            Value::Const(Const::Bool(truth)) => Some(*truth),
            Value::Var(var) => match state.origin(*var) {
                Origin::Truth(truth) => Some(truth),
                _ => None,
            },
            _ => None,
        };
        // The slot of the parameter may hold another value by now.
        let argument = match self.shape.keeps_first {
            true => state.types(Var(0)),
            false => self.facts.read(Shared::Param(self.id, 0), self.id),
        };
        for outcome in [true, false] {
            if truth.is_none_or(|truth| truth == outcome) {
                self.facts
                    .add(Shared::Accepted(self.id, outcome), &argument);
            }
        }
    }

    /// True if the set is empty only because what it comes from was not yet analysed. The flow
    /// goes on then, up to a test of it: a body that calls a thousand functions is not
    /// looked at a thousand times.
    fn may_grow(&self, types: &Types) -> bool {
        types.is_nothing() && !self.settled
    }

    /// Any word that there is.
    pub(super) fn anything(&mut self) -> Types {
        self.facts.read(Shared::Anything, self.id)
    }

    /// What a value can be.
    pub fn types(&mut self, value: &Value, state: &State) -> Types {
        match value {
            Value::Var(var) => state.types(*var),
            Value::Global(global) => self.facts.read(Shared::Global(*global), self.id),
            Value::Const(Const::LinkerSymbol(..) | Const::Functions) => self.anything(),
            Value::Const(constant) => of_constant(self.program, constant),
            Value::Callee => self.anything(),
        }
    }

    /// What may be in a word of the table of layouts: what it may hold at all and is stored there.
    pub(super) fn field(&mut self, field: ObjectField) -> Types {
        let declared = of_field(self.program, field);
        if field == ObjectField::HEADER || !declared.kinds.meets(Kinds::tag(Tag::Device)) {
            return declared;
        }
        let mut types = self
            .facts
            .read(Shared::Field(field.object, field.word), self.id);
        types.join(&self.facts.read(Shared::Loose, self.id));
        types.join(&of_image(field));
        types.join(&declared.only(Kinds::END.or(Kinds::tag(Tag::Unbound))));
        types
    }

    /// What may be in a word that the runtime loads by its name.
    fn named_word(&mut self, word: &WordName) -> Types {
        match self.program.runtime.resolve(word) {
            WordName::Table(field) => self.field(field),
            // Nothing yet, or another object's word that nothing is stored into.
            WordName::Runtime(word) => {
                let stored = Shared::Word(word.word.clone());
                let mut types = self.facts.read(stored, self.id);
                types.join(&Types::of(Kinds::END));
                types
            }
        }
    }

    /// Constants are in the image, with what they consist of.
    pub(super) fn constants<'v>(
        &mut self,
        values: impl Iterator<Item = (OperandField, &'v Value)>,
    ) {
        for (_, value) in values {
            if let Value::Const(constant) = value {
                let types = of_constant(self.program, constant);
                self.facts.add(Shared::Anything, &types);
                contents_of(self.program, self.facts, constant);
            }
        }
    }

    pub(super) fn write(&mut self, place: Place, types: Types, origin: Origin, state: &mut State) {
        match place {
            Place::Var(var) => state.set(var, types, origin),
            Place::Global(global) => {
                if self.facts.is_open_global(global) {
                    self.escape(&types);
                }
                self.facts.add(Shared::Global(global), &types);
            }
        }
    }

    /// The functions among some words can be called from anywhere.
    pub fn escape(&mut self, types: &Types) {
        for id in types.known_funcs() {
            self.facts.open(id);
        }
    }

    pub(super) fn escape_value(&mut self, value: &Value, state: &State) {
        let types = self.types(value, state);
        self.escape(&types);
    }

    /// After an operation.
    pub fn op(&mut self, op: &Op, state: &mut State) -> Outcome {
        let mut outcome = Outcome {
            traps: false,
            ends: true,
        };
        self.constants(op.reads());
        match op {
            Op::Move { dst, src, checked } => {
                let types = self.types(src, state);
                outcome.traps = *checked && types.kinds.meets(Kinds::tag(Tag::Unbound));
                if *checked {
                    let bound = types.without(Kinds::tag(Tag::Unbound));
                    outcome.ends = !bound.is_nothing() || self.may_grow(&types);
                    if let (Place::Var(to), Value::Var(from)) = (dst, src) {
                        state.copy(*to, *from);
                        state.refine(*to, |types| types.without(Kinds::tag(Tag::Unbound)));
                    } else {
                        self.write(*dst, bound, Origin::Nothing, state);
                    }
                } else if let (Place::Var(to), Value::Var(from)) = (dst, src) {
                    state.copy(*to, *from);
                } else if let (Place::Var(to), Value::Const(Const::Bool(truth))) = (dst, src) {
                    state.set(*to, types, Origin::Truth(*truth));
                } else if let (Place::Var(to), Value::Const(Const::Str(text))) = (dst, src) {
                    state.set(*to, types, Origin::Text(text.clone()));
                } else {
                    self.write(*dst, types, Origin::Nothing, state);
                }
            }
            Op::Compute { op, dst, a, b } => {
                if let (Opcode::Lda, Some(object), Some(name)) = (op, a, b) {
                    self.look_up(object, name, state);
                }
                let (types, origin, traps) = self.compute(*op, a.as_ref(), b.as_ref(), state);
                outcome.traps = traps;
                outcome.ends = !types.is_nothing() || self.may_grow(&types);
                self.write(*dst, types, origin, state);
            }
            Op::Effect { op, a, b } => {
                if let (Opcode::Dela, Some(object)) = (op, a) {
                    self.look_up(object, b, state);
                }
                let (_, traps) = self.operands(*op, a.as_ref(), Some(b), state);
                outcome.traps = traps;
                for value in a.iter().chain([b]) {
                    self.escape_value(value, state);
                }
                if traps {
                    self.handler(*op, a.as_ref(), Some(b), state);
                }
            }
            Op::Assign { op, value, a, b } => {
                outcome.traps = true;
                self.escape_value(value, state);
                if *op == Opcode::Sta {
                    self.look_up(a, b, state);
                }
                self.handler(*op, Some(a), Some(b), state);
            }
            Op::Load {
                op,
                dst,
                base,
                field,
                ..
            } => {
                let types = match (op, field) {
                    (Opcode::Ld, Some(word)) => self.named_word(word),
                    (Opcode::Ld, None) => {
                        let kinds = [Tag::Raw, Tag::Int, Tag::Unbound].map(Kinds::tag);
                        let kinds = kinds.into_iter().fold(Kinds::END, Kinds::or);
                        let mut types = self.facts.read(Shared::Heap, self.id);
                        types.join(&Types::of(kinds));
                        types
                    }
                    _ => self.anything(),
                };
                let origin = match (base, field) {
                    (Value::Var(base), Some(WordName::Table(ObjectField::HEADER))) => {
                        Origin::Header(*base, HeaderBits::All)
                    }
                    _ => Origin::Nothing,
                };
                self.write(*dst, types, origin, state);
            }
            Op::Store { value, field, .. } => {
                let types = self.types(value, state);
                self.escape(&types);
                let word = match field
                    .as_ref()
                    .map(|word| self.program.runtime.resolve(word))
                {
                    Some(WordName::Table(field)) => Shared::Field(field.object, field.word),
                    Some(WordName::Runtime(word)) => Shared::Word(word.word.clone()),
                    None => Shared::Loose,
                };
                self.facts.add(word, &types);
            }
            Op::Method {
                callee,
                receiver,
                object,
                name,
            } => {
                outcome.traps = true;
                self.escape_value(object, state);
                self.look_up(object, name, state);
                self.handler(Opcode::Ldm, Some(object), Some(name), state);
                let anything = self.anything();
                state.set(*callee, anything.clone(), Origin::Nothing);
                state.set(*receiver, anything, Origin::Nothing);
            }
            Op::Note(Note::Instance { object, class }) => {
                state.refine_class(*object, *class, true);
            }
            Op::Note(_) => {}
            Op::FrameTop { dst } => {
                self.write(*dst, Types::tag(Tag::Int), Origin::Nothing, state);
            }
            Op::CallTop { callee, .. } => {
                self.escape(&state.types(*callee));
                let anything = self.anything();
                state.set(*callee, anything, Origin::Nothing);
            }
            Op::Call { callee, window } => {
                let result = self.call(*callee, window, state, &mut outcome);
                outcome.ends = !result.is_nothing() || self.may_grow(&result);
                let origin = match (callee, window.get(1)) {
                    (Callee::Known(id), Some(about)) if self.program.function(*id).runtime => {
                        Origin::Said(state.root(*about), *id)
                    }
                    _ => Origin::Nothing,
                };
                state.set(window[0], result, origin);
            }
        }
        outcome
    }
}

/// What the image holds where a constant is used.
fn contents_of(program: &Program, facts: &mut Facts, constant: &Const) {
    if let Const::Tuple(items) = constant {
        for item in items.iter() {
            let types = of_constant(program, item);
            facts.add(Shared::Field("TUPLE", "ITEMS"), &types);
            contents_of(program, facts, item);
        }
    }
}
