//! Loops. The test stands at the bottom, where it branches back, which is predicted;
//! a copy of it guards the entry.

use super::{Loop, Lowerer};
use crate::error::Refusal;
use crate::front::builtins::Builtin;
use crate::front::{refuse, scope};
use crate::ir::*;
use crate::opt::fold;
use pyxl_isa::{Opcode, Tag};
use ruff_python_ast::{Expr, Operator, StmtFor, StmtWhile, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

/// The blocks of a loop, in the order of their placement.
struct Blocks {
    /// Before the body in all passes but the first.
    again: BlockId,
    body: BlockId,
    /// After the body: decides whether there is another pass.
    next: BlockId,
    /// The `else` clause.
    exhausted: BlockId,
    after: BlockId,
}

/// How a `for` loop counts.
enum Step {
    /// By one, up or down: one instruction.
    One(Opcode),
    /// By this constant, which is neither 0 nor ±1.
    Constant(i32),
    /// By a value.
    Value(Value),
}

impl<'a> Lowerer<'_, 'a> {
    fn loop_blocks(&mut self) -> Blocks {
        Blocks {
            again: self.block(),
            body: self.block(),
            next: self.block(),
            exhausted: self.block(),
            after: self.block(),
        }
    }

    fn loop_body(
        &mut self,
        body: &'a [ruff_python_ast::Stmt],
        blocks: &Blocks,
    ) -> Result<(), Refusal> {
        let (next, after) = (blocks.next, blocks.after);
        self.loops.push(Loop { next, after });
        self.body(body)?;
        self.loops.pop();
        self.jump(next, TextRange::default());
        self.place(next);
        Ok(())
    }

    fn loop_else(
        &mut self,
        body: &'a [ruff_python_ast::Stmt],
        blocks: &Blocks,
    ) -> Result<(), Refusal> {
        self.place(blocks.exhausted);
        self.body(body)?;
        self.jump(blocks.after, TextRange::default());
        self.place(blocks.after);
        Ok(())
    }

    /// A `while` statement.
    pub fn while_loop(&mut self, stmt: &'a StmtWhile) -> Result<(), Refusal> {
        let blocks = self.loop_blocks();
        if let Some((op, pin)) = self.poll(stmt) {
            self.effect(op, None, Value::int(pin.into()), stmt.test.range());
            self.jump(blocks.exhausted, stmt.range);
        } else {
            self.condition(&stmt.test, blocks.body, blocks.exhausted)?;
            self.place(blocks.body);
            self.loop_body(&stmt.body, &blocks)?;
            self.condition(&stmt.test, blocks.body, blocks.exhausted)?;
        }
        self.loop_else(&stmt.orelse, &blocks)
    }

    /// A `for` statement over a range.
    pub fn for_loop(&mut self, stmt: &'a StmtFor) -> Result<(), Refusal> {
        let Some(args) = self.range_arguments(stmt) else {
            return Err(refuse::for_loop(stmt));
        };
        let target = self.target(&stmt.target)?;
        let span = stmt.iter.range();
        let [start, stop, step] = self.bounds(stmt, &args)?;
        // The loop's body may change the target: then a hidden place counts.
        let hidden = self.changes(&stmt.body, target, None);
        let counter = if hidden {
            Place::Var(self.temp())
        } else {
            target
        };
        let step = match step {
            Value::Const(Const::Int(1)) => Step::One(Opcode::Forup),
            Value::Const(Const::Int(-1)) => Step::One(Opcode::Fordn),
            Value::Const(Const::Int(0)) => {
                self.raise("range_step_zero", &[], span);
                Step::One(Opcode::Forup)
            }
            Value::Const(Const::Int(step)) => Step::Constant(step),
            step => Step::Value(step),
        };

        let blocks = self.loop_blocks();
        let enter = self.block();
        let upwards = match step {
            Step::One(op) => op == Opcode::Forup,
            Step::Constant(step) => step > 0,
            Step::Value(_) => true,
        };
        let before = if upwards { Opcode::Jlt } else { Opcode::Jgt };
        // What the exit test compares with, and, for a variable step, what it counts down.
        let limit = match &step {
            Step::One(_) => stop.clone(),
            Step::Constant(_) => stop.clone(),
            Step::Value(step) => {
                let args = [start.clone(), stop.clone(), step.clone()];
                Value::Var(self.call_runtime("range_length", &args, span))
            }
        };
        let (a, b) = match step {
            Step::Value(_) => (Value::int(0), limit.clone()),
            _ => (start.clone(), stop.clone()),
        };
        match fold::branch(before, &a, &b) {
            Some(truth) => self.jump(if truth { enter } else { blocks.exhausted }, span),
            None => self.branch(Test::Compare(before, a, b), enter, blocks.exhausted, span),
        }
        self.place(enter);
        let limit = match step {
            Step::Constant(step) => self.last_limit(&stop, step, span),
            _ => limit,
        };
        self.copy(counter, start, span);
        self.jump(blocks.body, span);
        self.place(blocks.again);
        if let Some(step) = match step {
            Step::One(_) => None,
            Step::Constant(step) => Some(Value::int(step)),
            Step::Value(ref step) => Some(step.clone()),
        } {
            self.compute(Opcode::Add, counter, Some(counter.into()), Some(step), span);
        }
        self.jump(blocks.body, span);

        self.place(blocks.body);
        self.copy(target, counter.into(), stmt.target.range());
        self.bind(target);
        self.loop_body(&stmt.body, &blocks)?;
        let (body, done) = (blocks.body, blocks.exhausted);
        let exit = match step {
            Step::One(op) => Exit::Count {
                op,
                counter,
                limit,
                body,
                done,
            },
            Step::Constant(_) => Exit::Branch {
                test: Test::Compare(before, counter.into(), limit),
                yes: blocks.again,
                no: done,
            },
            Step::Value(_) => Exit::Count {
                op: Opcode::Fordn,
                counter: limit.place().expect("a call's result is no constant"),
                limit: Value::int(0),
                body: blocks.again,
                done,
            },
        };
        self.exit(exit, span);
        self.loop_else(&stmt.orelse, &blocks)
    }

    /// `stop − step`: as long as the counter has not reached it, there is another pass.
    fn last_limit(&mut self, stop: &Value, step: i32, span: TextRange) -> Value {
        if let Value::Const(Const::Int(stop)) = stop {
            // Beyond the range of integers there is nothing left to count.
            return Value::int(stop.saturating_sub(step));
        }
        let limit = Place::Var(self.temp());
        self.compute(
            Opcode::Sub,
            limit,
            Some(stop.clone()),
            Some(Value::int(step)),
            span,
        );
        limit.into()
    }

    /// The arguments of the loop's `range(…)`, if that is what it iterates over.
    fn range_arguments(&self, stmt: &'a StmtFor) -> Option<Vec<&'a Expr>> {
        let Expr::Call(call) = &*stmt.iter else {
            return None;
        };
        let Expr::Name(name) = &*call.func else {
            return None;
        };
        let args = &call.arguments.args;
        let plain = call.arguments.keywords.is_empty() && !args.iter().any(Expr::is_starred_expr);
        let is_range = self.builtin(name) == Some(Builtin::Range);
        (!stmt.is_async && is_range && plain && (1..=3).contains(&args.len()))
            .then(|| args.iter().collect())
    }

    /// Start, stop and step: integers that the loop's body does not change.
    fn bounds(&mut self, stmt: &'a StmtFor, args: &[&'a Expr]) -> Result<[Value; 3], Refusal> {
        let values = self.operands(args)?;
        let target = self.target(&stmt.target)?;
        let mut ints = vec![];
        for (value, expr) in values.into_iter().zip(args) {
            let int = self.index(value, expr, stmt.iter.range());
            let place = int.place();
            let changes = place.is_some_and(|place| self.changes(&stmt.body, place, Some(target)));
            ints.push(match changes {
                true => {
                    let copy = Place::Var(self.temp());
                    self.copy(copy, int, expr.range());
                    copy.into()
                }
                false => int,
            });
        }
        Ok(match <[Value; 3]>::try_from(ints) {
            Ok(all) => all,
            Err(some) => match <[Value; 2]>::try_from(some) {
                Ok([start, stop]) => [start, stop, Value::int(1)],
                Err(mut one) => [Value::int(0), one.remove(0), Value::int(1)],
            },
        })
    }

    /// True if a loop with this body and target may assign `place`.
    fn changes(&self, body: &[ruff_python_ast::Stmt], place: Place, target: Option<Place>) -> bool {
        let name = match place {
            Place::Var(var) => &self.body.vars[var.0 as usize],
            Place::Global(global) => &self.program.info(global).name,
        };
        let by_call = match place {
            Place::Var(_) => false,
            Place::Global(global) => self.program.info(global).shared && scope::body_has_call(body),
        };
        by_call || target == Some(place) || !name.is_empty() && scope::binds(body, name)
    }

    /// The value as an INT, as `operator.index` does it.
    fn index(&mut self, value: Value, expr: &Expr, span: TextRange) -> Value {
        match value {
            Value::Const(Const::Int(_)) => return value,
            Value::Const(Const::Bool(b)) => return Value::int(b.into()),
            _ if self.in_runtime() || self.surely_int(expr) => return value,
            _ => {}
        }
        let (int, tag) = (Place::Var(self.temp()), Place::Var(self.temp()));
        let (other, done) = (self.cold_block(), self.block());
        self.compute(Opcode::Tag, tag, Some(value.clone()), None, span);
        self.copy(int, value.clone(), span);
        let is_int = Test::Compare(Opcode::Jeq, tag.into(), Value::int(Tag::Int as i32));
        self.branch(is_int, done, other, span);
        self.place(other);
        let result = self.call_runtime("index", &[value], span);
        self.copy(int, Value::Var(result), span);
        self.jump(done, span);
        self.place(done);
        int.into()
    }

    /// True if the expression's value, where it has one, is an INT.
    fn surely_int(&self, expr: &Expr) -> bool {
        match expr {
            // On bools these give bools.
            Expr::BinOp(binary) => !matches!(
                binary.op,
                Operator::BitAnd | Operator::BitOr | Operator::BitXor
            ),
            Expr::UnaryOp(unary) => unary.op != UnaryOp::Not,
            _ => false,
        }
    }
}
