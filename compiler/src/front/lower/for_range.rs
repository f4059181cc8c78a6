//! `for` over a range: the counter is the target itself, if the body leaves it alone.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::builtins::Builtin;
use crate::front::{refuse, scope};
use crate::ir::*;
use crate::opt::fold;
use pyxl_isa::{Opcode, Tag};
use ruff_python_ast::{Expr, Operator, Stmt, StmtFor, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

/// How a loop counts.
enum Step {
    /// By one, with `Forup` or `Fordn`: one instruction counts, tests and branches.
    One(Opcode),
    /// By a constant: on while the counter is before `stop − step`, so that no sum leaves
    /// the range of integers.
    Constant(i32),
    /// By a value: the number of passes is known before the first.
    Value(Value),
}

impl Step {
    /// The branch that is taken while a number is before another.
    fn before(&self) -> Opcode {
        match self {
            Step::One(Opcode::Fordn) | Step::Constant(i32::MIN..0) => Opcode::Jgt,
            _ => Opcode::Jlt,
        }
    }

    /// What is added to the counter before all passes but the first.
    fn addend(&self) -> Option<Value> {
        match self {
            Step::One(_) => None,
            Step::Constant(step) => Some(Value::int(*step)),
            Step::Value(step) => Some(step.clone()),
        }
    }
}

impl<'a> Lowerer<'_, 'a> {
    /// A `for` statement.
    pub fn for_loop(&mut self, stmt: &'a StmtFor) -> Result<(), Refusal> {
        let Some(args) = self.range_arguments(stmt) else {
            return Err(refuse::for_loop(stmt));
        };
        let span = stmt.iter.range();
        let target = self.target(&stmt.target)?;
        let [start, stop, step] = self.bounds(stmt, &args)?;
        let step = self.step(step, span);
        let counter = match self.changes(&stmt.body, target, None) {
            true => Place::Var(self.temp()),
            false => target,
        };

        let blocks = self.loop_blocks();
        let limit = self.enter(&step, &start, stop, blocks.exhausted, span);
        self.copy(counter, start, span);
        self.jump(blocks.body, span);

        self.place(blocks.again);
        if let Some(addend) = step.addend() {
            self.compute(
                Opcode::Add,
                counter,
                Some(counter.into()),
                Some(addend),
                span,
            );
        }
        self.jump(blocks.body, span);

        self.place(blocks.body);
        self.copy(target, counter.into(), stmt.target.range());
        self.bind(target);
        self.loop_body(&stmt.body, &blocks)?;
        let (again, body, done) = (blocks.again, blocks.body, blocks.exhausted);
        self.exit(
            match step {
                Step::One(op) => Exit::Count {
                    op,
                    counter,
                    limit,
                    body,
                    done,
                },
                Step::Constant(_) => Exit::Branch {
                    test: Test::Compare(step.before(), counter.into(), limit),
                    yes: again,
                    no: done,
                },
                Step::Value(_) => Exit::Count {
                    op: Opcode::Fordn,
                    counter: limit
                        .place()
                        .expect("the number of passes is a call's result"),
                    limit: Value::int(0),
                    body: again,
                    done,
                },
            },
            span,
        );
        self.loop_else(&stmt.orelse, &blocks)
    }

    fn step(&mut self, step: Value, span: TextRange) -> Step {
        match step {
            Value::Const(Const::Int(1)) => Step::One(Opcode::Forup),
            Value::Const(Const::Int(-1)) => Step::One(Opcode::Fordn),
            Value::Const(Const::Int(0)) => {
                self.raise("range_step_zero", &[], span);
                Step::One(Opcode::Forup)
            }
            Value::Const(Const::Int(step)) => Step::Constant(step),
            step => Step::Value(step),
        }
    }

    /// Goes to `exhausted` if there is no pass. Otherwise returns what the test after each
    /// pass needs: the limit of the counter, or for a variable step the number of passes.
    fn enter(
        &mut self,
        step: &Step,
        start: &Value,
        stop: Value,
        exhausted: BlockId,
        span: TextRange,
    ) -> Value {
        let (from, to) = match step {
            Step::Value(step) => {
                let args = [start.clone(), stop, step.clone()];
                let passes = self.call_runtime("range_length", &args, span);
                (Value::int(0), Value::Var(passes))
            }
            _ => (start.clone(), stop),
        };
        let first = self.block();
        match fold::branch(step.before(), &from, &to) {
            Some(true) => self.jump(first, span),
            Some(false) => self.jump(exhausted, span),
            None => {
                let test = Test::Compare(step.before(), from, to.clone());
                self.branch(test, first, exhausted, span);
            }
        }
        self.place(first);
        match (step, &to) {
            // Beyond the range of integers there is nothing left to count.
            (Step::Constant(step), Value::Const(Const::Int(stop))) => {
                Value::int(stop.saturating_sub(*step))
            }
            (Step::Constant(step), _) => {
                let limit = Place::Var(self.temp());
                self.compute(Opcode::Sub, limit, Some(to), Some(Value::int(*step)), span);
                limit.into()
            }
            _ => to,
        }
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
    fn changes(&self, body: &[Stmt], place: Place, target: Option<Place>) -> bool {
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
