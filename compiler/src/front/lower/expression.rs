//! Expressions.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::refuse;
use crate::ir::{fold, *};
use pyxl_isa::Opcode;
use ruff_python_ast::{
    BoolOp, CmpOp, Expr, ExprBinOp, ExprBoolOp, ExprCompare, ExprIf, ExprNamed, ExprUnaryOp,
    Operator, UnaryOp,
};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// Evaluates an expression; the value is where it happens to be.
    pub fn expr(&mut self, expr: &'a Expr) -> Result<Value, Refusal> {
        self.value(expr, None)
    }

    /// Evaluates an expression into a place. Nothing is written before the value is known.
    pub fn expr_into(&mut self, expr: &'a Expr, dst: Place) -> Result<(), Refusal> {
        let value = self.value(expr, Some(dst))?;
        self.copy(dst, value, expr.range());
        Ok(())
    }

    /// Evaluates an expression, preferably into `dst`.
    fn value(&mut self, expr: &'a Expr, dst: Option<Place>) -> Result<Value, Refusal> {
        if let Some(constant) = self.constant(expr) {
            return Ok(Value::Const(constant));
        }
        match expr {
            Expr::Name(name) => self.load(name),
            Expr::UnaryOp(unary) => self.unary(unary, dst),
            Expr::BinOp(binary) => self.binary(binary, dst),
            Expr::Compare(compare) => self.comparison(compare, dst),
            Expr::BoolOp(boolean) => self.boolean(boolean),
            Expr::If(conditional) => self.conditional(conditional, dst),
            Expr::Named(named) => self.named(named),
            Expr::Call(call) => self.call(call, dst),
            Expr::Attribute(attribute) => self.attribute(attribute, dst),
            Expr::Subscript(subscript) => self.subscript(subscript, dst),
            Expr::Slice(slice) => self.slice(slice),
            Expr::List(list) => self.list(&list.elts, list.range),
            Expr::Tuple(tuple) => self.tuple(&tuple.elts, tuple.range),
            Expr::Set(set) => self.set(set),
            Expr::Dict(dict) => self.dict(dict),
            Expr::FString(fstring) => self.fstring(fstring),
            Expr::Lambda(lambda) => self.lambda(lambda, dst),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr, dst)
            }
            Expr::Await(_) | Expr::Yield(_) | Expr::YieldFrom(_) => self.yield_expr(expr, dst),
            Expr::Starred(starred) => Err(Refusal::syntax(
                "can't use starred expression here",
                starred.range,
            )),
            _ => Err(refuse::expression(expr)),
        }
    }

    /// An assignment expression.
    fn named(&mut self, named: &'a ExprNamed) -> Result<Value, Refusal> {
        let Expr::Name(target) = &*named.target else {
            return Err(Refusal::syntax(
                "cannot use assignment expressions with this",
                named.target.range(),
            ));
        };
        let Some(place) = self.direct_place(&target.id) else {
            let value = self.expr(&named.value)?;
            self.store_name(&target.id, value.clone(), target.range)?;
            return Ok(value);
        };
        self.expr_into(&named.value, place)?;
        Ok(place.into())
    }

    fn unary(&mut self, unary: &'a ExprUnaryOp, dst: Option<Place>) -> Result<Value, Refusal> {
        let operand = self.expr(&unary.operand)?;
        let (op, a, b) = match unary.op {
            UnaryOp::USub => (Opcode::Neg, Value::int(0), Some(operand)),
            UnaryOp::UAdd => (Opcode::Pos, operand, Some(Value::int(0))),
            UnaryOp::Invert => (Opcode::Inv, operand, Some(Value::int(-1))),
            UnaryOp::Not => (Opcode::Not, operand, None),
        };
        Ok(self.operation(op, a, b, dst, unary.range))
    }

    /// An operation with a result, folded if it can be.
    fn operation(
        &mut self,
        op: Opcode,
        a: Value,
        b: Option<Value>,
        dst: Option<Place>,
        span: impl Into<Span>,
    ) -> Value {
        if let Some(constant) = fold::operation(op, &a, b.as_ref()) {
            return Value::Const(constant);
        }
        let dst = self.or_temp(dst);
        self.compute(op, dst, Some(a), b, span);
        dst.into()
    }

    fn binary(&mut self, binary: &'a ExprBinOp, dst: Option<Place>) -> Result<Value, Refusal> {
        let op = binary_opcode(binary.op, false);
        let values = self.operands(&[&binary.left, &binary.right])?;
        let [a, b] = <[Value; 2]>::try_from(values).expect("two operands");
        let span = Span {
            range: binary.range,
            anchor: Some(Anchor::Operator(TextRange::new(
                binary.left.end(),
                binary.right.start(),
            ))),
            ..Span::default()
        };
        Ok(self.operation(op, a, Some(b), dst, span))
    }

    /// Comparisons for their value.
    fn comparison(
        &mut self,
        compare: &'a ExprCompare,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let [op] = *compare.ops else {
            return self.chain(compare);
        };
        let right = &compare.comparators[0];
        let left = self.expr(&compare.left)?;
        let a = self.freeze(left, &[right], compare.left.range());
        let b = self.comparand(op, right)?;
        Ok(self.operation(value_opcode(op), a, Some(b), dst, compare.range))
    }

    /// `a < b < c` for its value: that of the first comparison that is false, or of the last.
    fn chain(&mut self, compare: &'a ExprCompare) -> Result<Value, Refusal> {
        let result = Place::Var(self.temp());
        let done = self.block();
        let rest: Vec<&Expr> = compare.comparators.iter().collect();
        let left = self.expr(&compare.left)?;
        let mut left = self.freeze(left, &rest, compare.left.range());
        for (i, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            let value = self.comparand(*op, right)?;
            let right = self.freeze(value, &rest[i + 1..], right.range());
            let op = value_opcode(*op);
            let value = self.operation(op, left, Some(right.clone()), Some(result), compare.range);
            self.copy(result, value, compare.range);
            left = right;
            if i + 1 < compare.ops.len() {
                let next = self.block();
                self.branch(Test::Truth(result.into()), next, done, compare.range);
                self.place(next);
            }
        }
        self.jump(done, compare.range);
        self.place(done);
        Ok(result.into())
    }

    /// The right operand of a comparison. A list that is only searched may be a tuple.
    pub fn comparand(&mut self, op: CmpOp, expr: &'a Expr) -> Result<Value, Refusal> {
        match (op, expr) {
            (CmpOp::In | CmpOp::NotIn, expr) => self.searched(expr),
            _ => self.expr(expr),
        }
    }

    /// A value that is only searched or iterated over: instead of a list a tuple.
    pub fn searched(&mut self, expr: &'a Expr) -> Result<Value, Refusal> {
        let Expr::List(list) = expr else {
            return self.expr(expr);
        };
        let constants = list.elts.iter().map(|element| self.constant(element));
        match constants.collect::<Option<Vec<_>>>() {
            Some(constants) => Ok(Value::Const(Const::Tuple(constants.into()))),
            None => self.tuple(&list.elts, list.range),
        }
    }

    /// `and` and `or` for their value: the operand that decided.
    fn boolean(&mut self, boolean: &'a ExprBoolOp) -> Result<Value, Refusal> {
        let result = Place::Var(self.temp());
        let done = self.block();
        let (last, others) = boolean.values.split_last().expect("two operands or more");
        for operand in others {
            self.expr_into(operand, result)?;
            let next = self.block();
            let test = Test::Truth(result.into());
            match boolean.op {
                BoolOp::And => self.branch(test, next, done, boolean.range),
                BoolOp::Or => self.branch(test, done, next, boolean.range),
            }
            self.place(next);
        }
        self.expr_into(last, result)?;
        self.jump(done, boolean.range);
        self.place(done);
        Ok(result.into())
    }

    fn conditional(&mut self, expr: &'a ExprIf, dst: Option<Place>) -> Result<Value, Refusal> {
        let result = self.or_temp(dst);
        let (yes, no, done) = (self.block(), self.block(), self.block());
        self.condition(&expr.test, yes, no, expr.range)?;
        self.place(yes);
        self.expr_into(&expr.body, result)?;
        self.jump(done, expr.range);
        self.place(no);
        self.expr_into(&expr.orelse, result)?;
        self.jump(done, expr.range);
        self.place(done);
        Ok(result.into())
    }
}

/// The opcode of a binary operator, in place for an augmented assignment.
pub fn binary_opcode(op: Operator, in_place: bool) -> Opcode {
    use Opcode::*;
    let (plain, augmented) = match op {
        Operator::Add => (Add, Iadd),
        Operator::Sub => (Sub, Isub),
        Operator::Mult => (Mul, Imul),
        Operator::Div => (Fdiv, Ifdiv),
        Operator::FloorDiv => (Div, Idiv),
        Operator::Mod => (Mod, Imod),
        Operator::Pow => (Pow, Ipow),
        Operator::MatMult => (Mmul, Immul),
        Operator::BitAnd => (And, Iand),
        Operator::BitOr => (Or, Ior),
        Operator::BitXor => (Xor, Ixor),
        Operator::LShift => (Shl, Ishl),
        Operator::RShift => (Shr, Ishr),
    };
    match in_place {
        true => augmented,
        false => plain,
    }
}

/// The opcode of a comparison for its value.
fn value_opcode(op: CmpOp) -> Opcode {
    match op {
        CmpOp::Eq => Opcode::Eq,
        CmpOp::NotEq => Opcode::Ne,
        CmpOp::Lt => Opcode::Lt,
        CmpOp::LtE => Opcode::Le,
        CmpOp::Gt => Opcode::Gt,
        CmpOp::GtE => Opcode::Ge,
        CmpOp::Is => Opcode::Is,
        CmpOp::IsNot => Opcode::Isnt,
        CmpOp::In => Opcode::In,
        CmpOp::NotIn => Opcode::Nin,
    }
}
