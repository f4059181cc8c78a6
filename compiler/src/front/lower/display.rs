//! Displays of lists, tuples, sets and dictionaries.
//!
//! An element goes straight into the new object: nothing else refers to that, so it does
//! not matter that the object exists before its elements.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::layout::{list, storage, tuple};
use pyxl_isa::Opcode;
use ruff_python_ast::{DictItem, Expr, ExprDict, ExprSet};
use ruff_text_size::{Ranged, TextRange};

/// Elements that are stored into a new object; what `st` reaches.
pub const MAX_STORED: usize = 500;

/// Constant elements from which on a list is made of a constant tuple.
const MIN_COPIED: usize = 4;

/// Elements beyond which CPython adds one after the other to a set, instead of
/// evaluating all before the first is added.
const AT_ONCE: usize = 30;

/// Constant elements from which on a set is made of a frozenset.
const MIN_CONSTANTS: usize = 3;

/// The same of a dictionary's pairs.
const PAIRS_AT_ONCE: usize = AT_ONCE / 2;

impl<'a> Lowerer<'_, 'a> {
    /// A list with these elements, which may be starred.
    ///
    /// # Errors
    /// Those of the elements.
    pub fn list(&mut self, elements: &'a [Expr], span: TextRange) -> Result<Value, Refusal> {
        let starred = elements.iter().position(Expr::is_starred_expr);
        if starred.is_none() && elements.len() >= MIN_COPIED {
            let constants = elements.iter().map(|e| self.constant(e));
            if let Some(constants) = constants.collect::<Option<Vec<_>>>() {
                let list = self.call_runtime(Routine::NewList, &[Value::int(0)], span);
                let items = Value::Const(Const::Tuple(constants.into()));
                self.call_runtime(Routine::ListExtend, &[Value::Var(list), items], span);
                return Ok(Value::Var(list));
            }
        }
        let stored = starred.unwrap_or(elements.len()).min(MAX_STORED);
        let (first, rest) = elements.split_at(stored);
        let count = Value::int(first.len() as i32);
        let list = self.call_runtime(Routine::NewList, &[count], span);
        let list = Value::Var(list);
        if !first.is_empty() {
            let items = self.word(&list, list::field::STORAGE, span);
            self.fill(&items, storage::field::ITEMS, first)?;
        }
        for element in rest {
            match element {
                Expr::Starred(starred) => {
                    let items = self.expr(&starred.value)?;
                    self.call_runtime(Routine::ListExtend, &[list.clone(), items], span);
                }
                element => {
                    let item = self.expr(element)?;
                    self.call_runtime(Routine::ListAppend, &[list.clone(), item], span);
                }
            }
        }
        Ok(list)
    }

    /// A tuple with these elements, which may be starred.
    ///
    /// # Errors
    /// Those of the elements.
    pub fn tuple(&mut self, elements: &'a [Expr], span: TextRange) -> Result<Value, Refusal> {
        if elements.len() > MAX_STORED || elements.iter().any(Expr::is_starred_expr) {
            let list = self.list(elements, span)?;
            return Ok(Value::Var(self.call_runtime(
                Routine::ListToTuple,
                &[list],
                span,
            )));
        }
        let count = Value::int(elements.len() as i32);
        let tuple = Value::Var(self.call_runtime(Routine::NewTuple, &[count], span));
        self.fill(&tuple, tuple::field::ITEMS, elements)?;
        Ok(tuple)
    }

    /// A tuple of values.
    pub fn tuple_of(&mut self, values: &[Value], span: TextRange) -> Value {
        let count = Value::int(values.len() as i32);
        let tuple = Value::Var(self.call_runtime(Routine::NewTuple, &[count], span));
        for (index, value) in values.iter().enumerate() {
            self.put(value.clone(), &tuple, tuple::field::ITEMS.at(index), span);
        }
        tuple
    }

    /// Evaluates expressions into consecutive words of an object.
    fn fill(
        &mut self,
        object: &Value,
        first: ObjectField,
        elements: &'a [Expr],
    ) -> Result<(), Refusal> {
        for (index, element) in elements.iter().enumerate() {
            let value = self.expr(element)?;
            self.put(value, object, first.at(index), element.range());
        }
        Ok(())
    }

    /// Stores a word into an object.
    pub fn put(&mut self, value: Value, object: &Value, field: ObjectField, span: TextRange) {
        let op = Op::Store {
            op: Opcode::St,
            value,
            base: object.clone(),
            offset: field.offset as u16,
            field: Some(field.into()),
        };
        self.emit(op, span);
    }

    /// A word of an object.
    pub fn word(&mut self, object: &Value, field: ObjectField, span: TextRange) -> Value {
        let dst = self.or_temp(None);
        self.word_into(dst, object, field, span);
        dst.into()
    }

    fn word_into(&mut self, dst: Place, object: &Value, field: ObjectField, span: TextRange) {
        let offset = Value::int(field.offset as i32);
        self.load_word(dst, (object.clone(), offset), field, span);
    }

    /// An item of a tuple that surely is one.
    pub fn tuple_item(&mut self, tuple: &Value, index: usize, span: TextRange) -> Value {
        let dst = self.or_temp(None);
        self.tuple_item_into(dst, tuple, index, span);
        dst.into()
    }

    /// The same, into a place.
    pub fn tuple_item_into(&mut self, dst: Place, tuple: &Value, index: usize, span: TextRange) {
        self.word_into(dst, tuple, tuple::field::ITEMS.at(index), span);
    }

    /// A set display.
    pub fn set(&mut self, set: &'a ExprSet) -> Result<Value, Refusal> {
        let span = set.range;
        let at_once = match set.elts.len() > AT_ONCE {
            true => 0,
            false => {
                let starred = set.elts.iter().position(Expr::is_starred_expr);
                starred.unwrap_or(set.elts.len())
            }
        };
        let (first, rest) = set.elts.split_at(at_once);
        let values = self.operands(&first.iter().collect::<Vec<_>>())?;
        let result = Value::Var(self.call_runtime(Routine::NewSet, &[], span));
        for value in values {
            self.call_runtime(Routine::SetAdd, &[result.clone(), value], span);
        }
        for element in rest {
            let (name, element) = match element {
                Expr::Starred(starred) => (Routine::SetUpdate, &*starred.value),
                element => (Routine::SetAdd, element),
            };
            let value = self.expr(element)?;
            self.call_runtime(name, &[result.clone(), value], span);
        }
        let constants = set
            .elts
            .iter()
            .all(|element| self.constant(element).is_some());
        if constants && set.elts.len() >= MIN_CONSTANTS {
            // CPython copies a frozenset, which shows in the order.
            return Ok(Value::Var(self.call_runtime(
                Routine::SetOfConstants,
                &[result],
                span,
            )));
        }
        Ok(result)
    }

    /// A dictionary display.
    pub fn dict(&mut self, dict: &'a ExprDict) -> Result<Value, Refusal> {
        self.dict_of(&dict.items, dict.range)
    }

    fn dict_of(&mut self, items: &'a [DictItem], span: TextRange) -> Result<Value, Refusal> {
        let result = Value::Var(self.call_runtime(Routine::NewDict, &[], span));
        let mut rest = items;
        while let Some(first) = rest.first() {
            let plain = rest.iter().take_while(|item| item.key.is_some()).count();
            if plain == 0 {
                let mapping = self.expr(&first.value)?;
                self.call_runtime(Routine::DictUpdate, &[result.clone(), mapping], span);
                rest = &rest[1..];
                continue;
            }
            let (pairs, others) = rest.split_at(plain.min(PAIRS_AT_ONCE + 2));
            self.dict_pairs(&result, pairs, span)?;
            rest = others;
        }
        Ok(result)
    }

    /// Adds pairs to a new dictionary. Of a few, all are evaluated before the first is added,
    /// if adding can raise an exception.
    fn dict_pairs(
        &mut self,
        dict: &Value,
        pairs: &'a [DictItem],
        span: TextRange,
    ) -> Result<(), Refusal> {
        let key = |item: &'a DictItem| item.key.as_ref().expect("pairs have keys");
        let constants = pairs.iter().all(|item| self.constant(key(item)).is_some());
        let size = match constants || pairs.len() > PAIRS_AT_ONCE {
            true => 1,
            false => pairs.len(),
        };
        for pairs in pairs.chunks(size) {
            let exprs = pairs.iter().flat_map(|item| [key(item), &item.value]);
            let exprs: Vec<&Expr> = exprs.collect();
            for pair in self.operands(&exprs)?.chunks(2) {
                let args = [std::slice::from_ref(dict), pair].concat();
                self.call_runtime(Routine::DictSet, &args, span);
            }
        }
        Ok(())
    }
}
