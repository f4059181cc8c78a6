//! `for` over a range: the counter is the target itself, if the body leaves it alone.
//!
//! One instruction counts, tests and branches. That takes words: if the arguments turn out
//! to be anything else when the loop begins, it goes over a range object, with the same
//! body and with a limit that ends the counting at once.

use super::evaluation_order::binds;
use super::loops::Blocks;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::{fold, *};
use pyxl_isa::{Opcode, Tag};
use ruff_python_ast::{Expr, Stmt, StmtFor};
use ruff_text_size::{Ranged, TextRange};

/// How a loop counts.
#[derive(Clone, Copy)]
enum Step {
    /// By one, with `Forup` or `Fordn`: one instruction counts, tests and branches.
    One(Opcode),
    /// By a constant: on while the counter is before `stop − step`.
    Constant(i32),
    /// By a variable that nothing else changes: the same, in the direction that it says.
    Variable(Place),
}

impl Step {
    /// The step itself.
    fn size(self) -> Value {
        match self {
            Step::One(Opcode::Fordn) => Value::int(-1),
            Step::One(_) => Value::int(1),
            Step::Constant(step) => Value::int(step),
            Step::Variable(step) => step.into(),
        }
    }

    /// The branch that is taken while a number is before another, if it is always the same.
    fn before(self) -> Option<Opcode> {
        match self {
            Step::One(Opcode::Fordn) | Step::Constant(i32::MIN..0) => Some(Opcode::Jgt),
            Step::One(_) | Step::Constant(_) => Some(Opcode::Jlt),
            Step::Variable(_) => None,
        }
    }

    /// The limit that no counter is before; in a loop by a variable, that is 1 then.
    fn idle_limit(self) -> Value {
        match self.before() {
            Some(Opcode::Jgt) => Value::int(i32::MAX),
            _ => Value::int(i32::MIN),
        }
    }
}

/// A loop over a range.
struct Counting<'e> {
    step: Step,
    target: &'e Expr,
    /// What counts: the target, or a temporary.
    counter: Place,
    /// What the counter is compared with.
    limit: Value,
    span: TextRange,
}

impl<'a> Lowerer<'_, 'a> {
    /// A `for` statement over `range(…)`.
    pub fn for_range(&mut self, stmt: &'a StmtFor, args: &[&'a Expr]) -> Result<(), Refusal> {
        let span = stmt.iter.range();
        let [start, stop, step] = self.bounds(args)?;
        let step = match step {
            Value::Const(Const::Int(1)) => Step::One(Opcode::Forup),
            Value::Const(Const::Int(-1)) => Step::One(Opcode::Fordn),
            Value::Const(Const::Int(step)) if step != 0 => Step::Constant(step),
            step => {
                let copy = Place::Var(self.temp());
                self.copy(copy, step, span);
                Step::Variable(copy)
            }
        };
        let target = match &*stmt.target {
            Expr::Name(name) => self.direct_place(&name.id),
            _ => None,
        };
        let words = is_word(&start) && is_word(&stop) && is_word(&step.size());
        let sure = self.in_runtime() || words;
        let counts = |target: &Place| {
            (sure || matches!(step, Step::One(_))) && !self.changes(&stmt.body, *target, None)
        };
        let mut counting = Counting {
            step,
            target: &stmt.target,
            counter: match target.filter(counts) {
                Some(target) => target,
                None => Place::Var(self.temp()),
            },
            limit: stop,
            span,
        };
        let blocks = self.loop_blocks();
        if !sure {
            return self.count_or_iterate(stmt, counting, start, &blocks);
        }
        let changes = |stop: Place| self.changes(&stmt.body, stop, target);
        if counting.limit.place().is_some_and(changes) {
            let copy = Place::Var(self.temp());
            self.copy(copy, counting.limit, span);
            counting.limit = copy.into();
        }
        self.first_pass(&mut counting, start, &blocks);
        self.pass(&counting, &blocks)?;
        self.loop_body(&stmt.body, &blocks)?;
        self.place(blocks.next);
        self.another_pass(&counting, &blocks, blocks.exhausted);
        self.loop_else(&stmt.orelse, &blocks)
    }

    /// A loop that counts if its arguments are words, and goes over a range object if not.
    fn count_or_iterate(
        &mut self,
        stmt: &'a StmtFor,
        mut counting: Counting<'a>,
        start: Value,
        blocks: &Blocks,
    ) -> Result<(), Refusal> {
        let span = counting.span;
        let (other, more, inner) = (self.rare_block(), self.rare_block(), self.block());
        // The iterator; while the loop counts, the tag of words.
        let iterator = Place::Var(self.temp());
        let stop = Place::Var(self.temp());
        self.copy(stop, counting.limit, span);
        counting.limit = stop.into();
        for bound in [&start, &counting.limit, &counting.step.size()] {
            if !is_word(bound) {
                let word = self.block();
                self.compute(Opcode::Tag, iterator, Some(bound.clone()), None, span);
                let test = Test::Compare(Opcode::Jis, iterator.into(), WORD);
                self.branch(test, word, other, span);
                self.place(word);
            }
        }
        if let Step::Variable(step) = counting.step {
            let counts = self.block();
            self.branch(Test::Truth(step.into()), counts, other, span);
            self.place(counts);
        }
        self.first_pass(&mut counting, start.clone(), blocks);

        self.place(other);
        let args = [start, stop.into(), counting.step.size()];
        let routine = match counting.step {
            Step::Variable(_) => Routine::NewStepsBy,
            _ => Routine::NewSteps,
        };
        let steps = self.call_runtime(routine, &args, span);
        self.copy(iterator, Value::Var(steps), span);
        let idle = counting.step.idle_limit();
        let limit = counting.limit.place().expect("it was copied");
        self.copy(limit, idle.clone(), span);
        if let Step::Variable(step) = counting.step {
            self.copy(step, Value::int(1), span);
        }
        if !matches!(counting.step, Step::One(_)) {
            self.copy(counting.counter, idle, span);
        }
        self.jump(more, span);

        self.pass(&counting, blocks)?;
        self.jump(inner, span);
        self.place(inner);
        self.loop_body(&stmt.body, blocks)?;
        self.place(blocks.next);
        let counted = self.block();
        self.another_pass(&counting, blocks, counted);
        self.place(counted);
        let test = Test::Compare(Opcode::Jis, iterator.into(), WORD);
        self.branch(test, blocks.exhausted, more, span);

        self.place(more);
        let item = Value::Var(self.call_runtime(Routine::NextStep, &[iterator.into()], stmt.range));
        let got = self.rare_block();
        let end = Test::Compare(Opcode::Jis, item.clone(), Value::Const(Const::End));
        self.branch(end, blocks.exhausted, got, span);
        self.place(got);
        self.assign_to(&stmt.target, item)?;
        self.jump(inner, span);
        self.loop_else(&stmt.orelse, blocks)
    }

    /// Goes to the `else` clause if there is no pass, and otherwise to the first one.
    fn first_pass(&mut self, counting: &mut Counting, start: Value, blocks: &Blocks) {
        let (span, stop) = (counting.span, counting.limit.clone());
        let first = self.block();
        let decided = counting.step.before();
        match decided.and_then(|before| fold::branch(before, &start, &stop)) {
            Some(true) => self.jump(first, span),
            Some(false) => self.jump(blocks.exhausted, span),
            None => self.if_before(counting, start.clone(), first, blocks.exhausted),
        }
        self.place(first);
        counting.limit = match (counting.step, stop) {
            (Step::One(_), stop) => stop,
            // Beyond the range of words there is nothing left to count.
            (Step::Constant(step), Value::Const(Const::Int(stop))) => {
                Value::int(stop.saturating_sub(step))
            }
            (step, stop) => {
                let limit = Place::Var(self.temp());
                self.compute(Opcode::Sub, limit, Some(stop), Some(step.size()), span);
                limit.into()
            }
        };
        self.copy(counting.counter, start, span);
        self.jump(blocks.body, span);
    }

    /// The start of a pass.
    fn pass(&mut self, counting: &Counting<'a>, blocks: &Blocks) -> Result<(), Refusal> {
        let (span, counter) = (counting.span, counting.counter);
        self.place(blocks.again);
        if !matches!(counting.step, Step::One(_)) {
            let (old, step) = (Some(counter.into()), Some(counting.step.size()));
            self.compute(Opcode::Add, counter, old, step, span);
        }
        self.jump(blocks.body, span);
        self.place(blocks.body);
        self.assign_to(counting.target, counter.into())
    }

    /// The end of a pass: to the next one or to `done`.
    fn another_pass(&mut self, counting: &Counting, blocks: &Blocks, done: BlockId) {
        let counter = counting.counter;
        let Step::One(op) = counting.step else {
            return self.if_before(counting, counter.into(), blocks.again, done);
        };
        let limit = counting.limit.clone();
        let body = blocks.body;
        self.exit(
            Exit::Count {
                op,
                counter,
                limit,
                body,
                done,
            },
            counting.span,
        );
    }

    /// Goes to one of two blocks: `yes` if a number is before the limit.
    fn if_before(&mut self, counting: &Counting, number: Value, yes: BlockId, no: BlockId) {
        let span = counting.span;
        let test = |before| Test::Compare(before, number.clone(), counting.limit.clone());
        if let Some(before) = counting.step.before() {
            return self.branch(test(before), yes, no, span);
        }
        let (up, down) = (self.block(), self.block());
        let falls = Test::Compare(Opcode::Jlt, counting.step.size(), Value::int(0));
        self.branch(falls, down, up, span);
        self.place(up);
        self.branch(test(Opcode::Jlt), yes, no, span);
        self.place(down);
        self.branch(test(Opcode::Jgt), yes, no, span);
    }

    /// Start, stop and step of a range.
    fn bounds(&mut self, args: &[&'a Expr]) -> Result<[Value; 3], Refusal> {
        let values = self.operands(args)?.into_iter().map(|value| match value {
            Value::Const(Const::Bool(b)) => Value::int(b.into()),
            value => value,
        });
        Ok(match &values.collect::<Vec<_>>()[..] {
            [stop] => [Value::int(0), stop.clone(), Value::int(1)],
            [start, stop] => [start.clone(), stop.clone(), Value::int(1)],
            [start, stop, step] => [start.clone(), stop.clone(), step.clone()],
            _ => unreachable!("a range has one to three arguments"),
        })
    }

    /// The arguments of a call of `range` that surely is the builtin one.
    pub fn range_arguments(&self, expr: &'a Expr) -> Option<Vec<&'a Expr>> {
        let Expr::Call(call) = expr else {
            return None;
        };
        let Expr::Name(name) = &*call.func else {
            return None;
        };
        let args = &call.arguments.args;
        let plain = call.arguments.keywords.is_empty() && !args.iter().any(Expr::is_starred_expr);
        let is_range = self.is_builtin(name, "range");
        (is_range && plain && (1..=3).contains(&args.len())).then(|| args.iter().collect())
    }

    /// True if a loop with this body and target may assign `place`.
    fn changes(&self, body: &[Stmt], place: Place, target: Option<Place>) -> bool {
        let (name, by_call) = match place {
            Place::Var(var) => (&self.body.vars[var.0 as usize], false),
            Place::Global(global) => {
                let info = self.program.info(global);
                (&info.name, info.shared && self.body_runs_code(body))
            }
        };
        by_call || target == Some(place) || !name.is_empty() && binds(body, name)
    }
}

/// The tag of words.
const WORD: Value = Value::Const(Const::Int(Tag::Int as i32));

/// True if the value surely is a word.
fn is_word(value: &Value) -> bool {
    matches!(value, Value::Const(Const::Int(_)))
}
