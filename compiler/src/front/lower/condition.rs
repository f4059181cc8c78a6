//! Expressions for their truth: branches.

use super::Lowerer;
use crate::error::Refusal;
use crate::ir::{fold, *};
use pyxl_isa::Opcode;
use ruff_python_ast::{BoolOp, CmpOp, Expr, ExprCompare, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

/// Most words that a search compares with itself.
const MAX_COMPARED: usize = 4;

impl<'a> Lowerer<'_, 'a> {
    /// Goes to `yes` or to `no`, as the truth of an expression in `whole` says.
    pub fn condition(
        &mut self,
        expr: &'a Expr,
        yes: BlockId,
        no: BlockId,
        whole: TextRange,
    ) -> Result<(), Refusal> {
        self.condition_at(expr, yes, no, &mut { whole })
    }

    /// The same. CPython shows a failed test of truth at `place`: the whole statement, or the
    /// comparison that it has compiled last.
    fn condition_at(
        &mut self,
        expr: &'a Expr,
        yes: BlockId,
        no: BlockId,
        place: &mut TextRange,
    ) -> Result<(), Refusal> {
        match expr {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => {
                self.condition_at(&unary.operand, no, yes, place)
            }
            Expr::BoolOp(boolean) => {
                let (last, others) = boolean.values.split_last().expect("two operands or more");
                for operand in others {
                    let next = self.block();
                    match boolean.op {
                        BoolOp::And => self.condition_at(operand, next, no, place)?,
                        BoolOp::Or => self.condition_at(operand, yes, next, place)?,
                    }
                    self.place(next);
                }
                self.condition_at(last, yes, no, place)
            }
            Expr::Compare(compare) => {
                *place = compare.range;
                self.compare(compare, yes, no)
            }
            Expr::Call(call) if self.runtime_condition(call, yes, no)? => Ok(()),
            _ => {
                let value = self.expr(expr)?;
                self.test_truth(value, yes, no, *place);
                Ok(())
            }
        }
    }

    fn test_truth(&mut self, value: Value, yes: BlockId, no: BlockId, span: TextRange) {
        match fold::truth(&value) {
            Some(true) => self.jump(yes, span),
            Some(false) => self.jump(no, span),
            None => self.branch(Test::Truth(value), yes, no, span),
        }
    }

    fn compare(
        &mut self,
        compare: &'a ExprCompare,
        yes: BlockId,
        no: BlockId,
    ) -> Result<(), Refusal> {
        let rest: Vec<&Expr> = compare.comparators.iter().collect();
        let left = self.expr(&compare.left)?;
        let mut left = self.freeze(left, &rest, compare.left.range());
        let last = compare.ops.len() - 1;
        for (i, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            let value = self.comparand(*op, right)?;
            let right = self.freeze(value, &rest[i + 1..], right.range());
            if let Some(words) = few_words(&left, &right).filter(|_| i == last) {
                let (found, missing) = match op {
                    CmpOp::In => (yes, no),
                    _ => (no, yes),
                };
                if matches!(op, CmpOp::In | CmpOp::NotIn) {
                    self.search(&left, words, found, missing, compare.range);
                    return Ok(());
                }
            }
            let next = if i == last { yes } else { self.block() };
            let (op, negate) = branch_opcode(*op);
            let (yes, no) = if negate { (no, next) } else { (next, no) };
            match fold::branch(op, &left, &right) {
                Some(truth) => self.jump(if truth { yes } else { no }, compare.range),
                None => {
                    let test = Test::Compare(op, left, right.clone());
                    self.branch(test, yes, no, compare.range);
                }
            }
            left = right;
            if i != last {
                self.place(next);
            }
        }
        Ok(())
    }

    /// Compares a value with words, one after the other.
    fn search(
        &mut self,
        value: &Value,
        words: &[Const],
        found: BlockId,
        missing: BlockId,
        span: TextRange,
    ) {
        for word in words {
            let next = self.block();
            let word = Value::Const(word.clone());
            let test = Test::Compare(Opcode::Jeq, value.clone(), word);
            self.branch(test, found, next, span);
            self.place(next);
        }
        self.jump(missing, span);
    }
}

/// The items of a constant tuple of a few words, which a variable is searched in: comparing
/// with each is faster than a search by the runtime, and does the same.
fn few_words<'v>(left: &Value, right: &'v Value) -> Option<&'v [Const]> {
    left.place()?;
    let Value::Const(Const::Tuple(items)) = right else {
        return None;
    };
    let words = items.iter().all(|item| matches!(item, Const::Int(_)));
    (words && items.len() <= MAX_COMPARED).then_some(items)
}

/// The branch on a comparison; true if it branches on the opposite.
fn branch_opcode(op: CmpOp) -> (Opcode, bool) {
    match op {
        CmpOp::Eq => (Opcode::Jeq, false),
        CmpOp::NotEq => (Opcode::Jne, false),
        CmpOp::Lt => (Opcode::Jlt, false),
        CmpOp::LtE => (Opcode::Jle, false),
        CmpOp::Gt => (Opcode::Jgt, false),
        CmpOp::GtE => (Opcode::Jge, false),
        CmpOp::Is => (Opcode::Jis, false),
        CmpOp::IsNot => (Opcode::Jis, true),
        CmpOp::In => (Opcode::Jin, false),
        CmpOp::NotIn => (Opcode::Jin, true),
    }
}
