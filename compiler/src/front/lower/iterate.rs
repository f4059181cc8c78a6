//! `for` over anything that can be iterated over.
//!
//! Tuples of known length and lists are iterated over by index. Nothing can see an
//! iterator over them, and the items of a list are looked up anew for each pass.

use super::cleanup::Cleanup;
use super::display::MAX_STORED;
use super::loops::Blocks;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::layout::{list, storage, tuple};
use pyxl_isa::{Opcode, Tag};
use ruff_python_ast::{Expr, StmtFor};
use ruff_text_size::TextRange;

/// What a loop goes over.
pub enum Iterable {
    /// A value, whose iterator is still to be asked for.
    Value(Value),
    /// A tuple with this number of items.
    Tuple(Value, usize),
    /// An iterator.
    Iterator(Value),
}

/// An iteration in progress.
pub enum Iteration {
    /// Over a tuple with a known number of items: `index` counts the words of the tuple.
    Tuple {
        tuple: Value,
        index: Place,
        items: usize,
    },
    /// Over a list by its index, if `source` is one, and otherwise by the iterator that
    /// `source` then is.
    Any { source: Place, index: Place },
    /// By an iterator.
    Iterator(Place),
    /// By an asynchronous iterator.
    Async(Place),
}

impl<'a> Lowerer<'_, 'a> {
    /// A `for` statement.
    pub fn for_loop(&mut self, stmt: &'a StmtFor) -> Result<(), Refusal> {
        if !stmt.is_async {
            if let Some(args) = self.range_arguments(&stmt.iter) {
                return self.for_range(stmt, &args);
            }
        }
        let known = self.known_items(&stmt.iter);
        let iterable = self.searched(&stmt.iter)?;
        let iterable = match known {
            Some(items) if !stmt.is_async => Iterable::Tuple(iterable, items),
            _ if stmt.is_async || !self.is_fresh_generator(&stmt.iter) => Iterable::Value(iterable),
            _ => return self.loop_over_generator(stmt, iterable),
        };
        self.loop_over(stmt, iterable)
    }

    /// A `for` statement over a generator that nothing else refers to: CPython closes it when
    /// the loop is left.
    fn loop_over_generator(&mut self, stmt: &'a StmtFor, generator: Value) -> Result<(), Refusal> {
        let blocks = self.loop_blocks();
        let (handler, kept) = (self.rare_block(), self.temp());
        self.copy(Place::Var(kept), generator, stmt.range);
        let generator = Iterable::Iterator(Value::Var(kept));
        let iteration = self.iteration(generator, false, stmt.range);
        self.guarded(handler, Cleanup::Generator(kept), |l| {
            l.passes(&iteration, &stmt.target, &blocks, stmt.range, |l| {
                l.loop_body(&stmt.body, &blocks)
            })
        })?;
        self.loop_else(&stmt.orelse, &blocks)?;
        let after = self.block();
        self.jump(after, TextRange::default());
        let handling = self.begin_handler(handler);
        self.close(kept);
        self.pass_on(&handling);
        self.end_handler(handling, None);
        self.place(after);
        Ok(())
    }

    /// A `for` statement over something.
    pub fn loop_over(&mut self, stmt: &'a StmtFor, iterable: Iterable) -> Result<(), Refusal> {
        let blocks = self.loop_blocks();
        let iteration = self.iteration(iterable, stmt.is_async, stmt.range);
        self.passes(&iteration, &stmt.target, &blocks, stmt.range, |l| {
            l.loop_body(&stmt.body, &blocks)
        })?;
        self.loop_else(&stmt.orelse, &blocks)
    }

    /// Closes a generator that is out of reach.
    pub fn close(&mut self, generator: Var) {
        let generator = [Value::Var(generator)];
        self.call_runtime(Routine::GeneratorClose, &generator, TextRange::default());
    }

    /// Runs `body` for each item of an iteration, which is assigned to `target`.
    ///
    /// # Errors
    /// Those of `body` and of the target.
    pub fn for_each(
        &mut self,
        iteration: &Iteration,
        target: &'a Expr,
        span: TextRange,
        body: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let blocks = self.loop_blocks();
        self.passes(iteration, target, &blocks, span, |l| {
            body(l)?;
            l.jump(blocks.next, TextRange::default());
            Ok(())
        })?;
        self.place(blocks.exhausted);
        Ok(())
    }

    /// The number of items of a display of constant length, whose value is a tuple.
    fn known_items(&self, expr: &Expr) -> Option<usize> {
        let elements = match expr {
            Expr::List(list) => &list.elts,
            Expr::Tuple(tuple) => &tuple.elts,
            _ => return None,
        };
        let starred = elements.iter().any(Expr::is_starred_expr);
        (!starred && elements.len() <= MAX_STORED).then_some(elements.len())
    }

    /// Begins an iteration.
    pub fn iteration(&mut self, iterable: Iterable, is_async: bool, span: TextRange) -> Iteration {
        if is_async {
            let iterator = Place::Var(self.temp());
            let value = match iterable {
                Iterable::Value(value) | Iterable::Tuple(value, _) => {
                    Value::Var(self.call_runtime(Routine::AsyncIterate, &[value], span))
                }
                Iterable::Iterator(iterator) => iterator,
            };
            self.copy(iterator, value, span);
            return Iteration::Async(iterator);
        }
        let (source, index) = (Place::Var(self.temp()), Place::Var(self.temp()));
        let first = Value::int(storage::ITEMS as i32);
        match iterable {
            Iterable::Tuple(tuple, items) => {
                self.copy(index, first, span);
                let tuple = self.keep(tuple, span);
                return Iteration::Tuple {
                    tuple,
                    index,
                    items,
                };
            }
            Iterable::Iterator(iterator) => {
                self.copy(source, iterator, span);
                return Iteration::Iterator(source);
            }
            Iterable::Value(value) => self.copy(source, value, span),
        }
        self.copy(index, first, span);
        let (other, ready) = (self.block(), self.block());
        self.test_list(source, ready, other, span);
        self.place(other);
        let iterator = self.call_runtime(Routine::Iterate, &[source.into()], span);
        self.copy(source, Value::Var(iterator), span);
        self.jump(ready, span);
        self.place(ready);
        Iteration::Any { source, index }
    }

    /// Goes to `list` if a value is one, of exactly that type.
    fn test_list(&mut self, value: Place, list: BlockId, other: BlockId, span: TextRange) {
        let tag = Place::Var(self.temp());
        self.compute(Opcode::Tag, tag, Some(value.into()), None, span);
        let is_list = Test::Compare(Opcode::Jis, tag.into(), Value::int(Tag::List as i32));
        self.branch(is_list, list, other, span);
    }

    /// All passes; `body` goes on to the block that looks for the next item.
    fn passes(
        &mut self,
        iteration: &Iteration,
        target: &'a Expr,
        blocks: &Blocks,
        span: TextRange,
        body: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let item = self.temp();
        if let Iteration::Tuple {
            tuple,
            index,
            items,
        } = iteration
        {
            return self.tuple_passes((tuple, *index, *items), target, blocks, span, body);
        }
        self.jump(blocks.next, span);
        self.place(blocks.next);
        match iteration {
            Iteration::Any { source, index } => self.next_item(*source, *index, item, blocks, span),
            Iteration::Iterator(iterator) => self.next_of(*iterator, item, blocks, span),
            Iteration::Async(iterator) => self.next_async(*iterator, item, blocks, span)?,
            Iteration::Tuple { .. } => unreachable!("tuples were dealt with"),
        }
        self.place(blocks.body);
        self.assign_to(target, Value::Var(item))?;
        body(self)
    }

    /// Passes over a tuple with a known number of items.
    fn tuple_passes(
        &mut self,
        (tuple, index, items): (&Value, Place, usize),
        target: &'a Expr,
        blocks: &Blocks,
        span: TextRange,
        body: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        match items {
            0 => self.jump(blocks.exhausted, span),
            _ => self.jump(blocks.body, span),
        }
        self.place(blocks.body);
        let item = self.or_temp(None);
        let word = (tuple.clone(), index.into());
        self.load_word(item, word, tuple::field::ITEMS, span);
        self.assign_to(target, item.into())?;
        body(self)?;
        self.place(blocks.next);
        let exit = Exit::Count {
            op: Opcode::Forup,
            counter: index,
            limit: Value::int((tuple::ITEMS + items) as i32),
            body: blocks.body,
            done: blocks.exhausted,
        };
        self.exit(exit, span);
        Ok(())
    }

    /// The next item of a list or of an iterator, or the end of the loop.
    fn next_item(
        &mut self,
        source: Place,
        index: Place,
        item: Var,
        blocks: &Blocks,
        span: TextRange,
    ) {
        let (list, more, other) = (self.block(), self.block(), self.rare_block());
        self.test_list(source, list, other, span);
        self.place(list);
        // Its body may have changed the list.
        let (iterator, source) = (source, Value::from(source));
        let length = self.word(&source, list::field::LENGTH, span);
        let (end, inside) = (self.or_temp(None), self.or_temp(None));
        let first = Some(Value::int(storage::ITEMS as i32));
        self.compute(Opcode::Radd, end, Some(length), first, span);
        self.compute(
            Opcode::Rltu,
            inside,
            Some(index.into()),
            Some(end.into()),
            span,
        );
        let no = Value::Const(Const::Bool(false));
        let outside = Test::Compare(Opcode::Jis, inside.into(), no);
        self.branch(outside, blocks.exhausted, more, span);
        self.place(more);
        let items = self.word(&source, list::field::STORAGE, span);
        let word = (items, index.into());
        self.load_word(Place::Var(item), word, storage::field::ITEMS, span);
        self.compute(
            Opcode::Radd,
            index,
            Some(index.into()),
            Some(Value::int(1)),
            span,
        );
        self.jump(blocks.body, span);

        self.place(other);
        self.next_of(iterator, item, blocks, span);
    }

    /// The next item of an iterator, or the end of the loop.
    fn next_of(&mut self, iterator: Place, item: Var, blocks: &Blocks, span: TextRange) {
        let next = Value::Var(self.call_runtime(Routine::IterNext, &[iterator.into()], span));
        self.copy(Place::Var(item), next, span);
        let end = Test::Compare(Opcode::Jis, Value::Var(item), Value::Const(Const::End));
        self.branch(end, blocks.exhausted, blocks.body, span);
    }

    /// The next item of an asynchronous iterator, or the end of the loop.
    fn next_async(
        &mut self,
        iterator: Place,
        item: Var,
        blocks: &Blocks,
        span: TextRange,
    ) -> Result<(), Refusal> {
        let (handler, outside) = (self.rare_block(), self.handler);
        self.set_handler(Some(handler));
        let next = Value::Var(self.call_runtime(Routine::AsyncNext, &[iterator.into()], span));
        let next = self.await_value(next, span)?;
        self.copy(Place::Var(item), next, span);
        self.set_handler(outside);
        self.jump(blocks.body, span);
        self.place(handler);
        let exception = self.call_runtime(Routine::Caught, &[], span);
        let class = self.runtime_class("StopAsyncIteration");
        let args = [Value::Var(exception), class];
        let stops = Value::Var(self.call_runtime(Routine::MatchException, &args, span));
        let again = self.block();
        self.branch(Test::Truth(stops), blocks.exhausted, again, span);
        self.place(again);
        self.reraise(exception);
        Ok(())
    }

    /// A builtin class.
    fn runtime_class(&self, name: &str) -> Value {
        let class = self.program.runtime.builtin(name).cloned();
        Value::Const(class.expect("the runtime has all classes of exceptions"))
    }
}
