//! Expressions.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::refuse;
use crate::ir::*;
use crate::opt::fold;
use pyxl_isa::Opcode;
use ruff_python_ast::{
    BoolOp, CmpOp, Expr, ExprBinOp, ExprBoolOp, ExprCompare, ExprIf, ExprUnaryOp, Number, Operator,
    UnaryOp,
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
        match expr {
            Expr::NoneLiteral(_) => Ok(Value::NONE),
            Expr::BooleanLiteral(b) => Ok(Value::Const(Const::Bool(b.value))),
            Expr::StringLiteral(s) => Ok(Value::Const(Const::Str(s.value.to_str().into()))),
            Expr::NumberLiteral(number) => match &number.value {
                Number::Int(n) => match n.as_i32() {
                    Some(n) => Ok(Value::int(n)),
                    None => Err(refuse::expression(expr)),
                },
                _ => Err(refuse::expression(expr)),
            },
            Expr::Name(name) => self.load(name),
            Expr::UnaryOp(unary) => self.unary(unary, dst),
            Expr::BinOp(binary) => self.binary(binary, dst),
            Expr::Compare(compare) => self.comparison(compare, dst),
            Expr::BoolOp(boolean) => self.boolean(boolean),
            Expr::If(conditional) => self.conditional(conditional, dst),
            Expr::Call(call) => self.call(call, dst),
            _ => Err(refuse::expression(expr)),
        }
    }

    fn unary(&mut self, unary: &'a ExprUnaryOp, dst: Option<Place>) -> Result<Value, Refusal> {
        if let (UnaryOp::USub, Expr::NumberLiteral(number)) = (unary.op, &*unary.operand) {
            // −2147483648 is a word, 2147483648 is not.
            let n = number.value.as_int().and_then(|n| n.as_i64());
            if let Some(n) = n.and_then(|n| i32::try_from(-n).ok()) {
                return Ok(Value::int(n));
            }
        }
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
        let op = binary_opcode(binary.op, binary.range, false)?;
        let values = self.operands(&[&binary.left, &binary.right])?;
        let [a, b] = <[Value; 2]>::try_from(values).expect("two operands");
        let span = Span {
            range: binary.range,
            operator: Some(TextRange::new(binary.left.end(), binary.right.start())),
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
        let values = self.operands(&[&compare.left, &compare.comparators[0]])?;
        let [a, b] = <[Value; 2]>::try_from(values).expect("two operands");
        Ok(self.operation(
            value_opcode(op, compare.range)?,
            a,
            Some(b),
            dst,
            compare.range,
        ))
    }

    /// `a < b < c` for its value: that of the first comparison that is false, or of the last.
    fn chain(&mut self, compare: &'a ExprCompare) -> Result<Value, Refusal> {
        let result = Place::Var(self.temp());
        let done = self.block();
        let rest: Vec<&Expr> = compare.comparators.iter().collect();
        let left = self.expr(&compare.left)?;
        let mut left = self.freeze(left, &rest, compare.left.range());
        for (i, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            let value = self.expr(right)?;
            let right = self.freeze(value, &rest[i + 1..], right.range());
            let op = value_opcode(*op, compare.range)?;
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
                BoolOp::And => self.branch(test, next, done, operand.range()),
                BoolOp::Or => self.branch(test, done, next, operand.range()),
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
        self.condition(&expr.test, yes, no)?;
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
pub fn binary_opcode(op: Operator, range: TextRange, in_place: bool) -> Result<Opcode, Refusal> {
    use Opcode::*;
    let (plain, augmented) = match op {
        Operator::Add => (Add, Iadd),
        Operator::Sub => (Sub, Isub),
        Operator::Mult => (Mul, Imul),
        Operator::FloorDiv => (Div, Idiv),
        Operator::Mod => (Mod, Imod),
        Operator::BitAnd => (And, Iand),
        Operator::BitOr => (Or, Ior),
        Operator::BitXor => (Xor, Ixor),
        Operator::LShift => (Shl, Ishl),
        Operator::RShift => (Shr, Ishr),
        Operator::Div => {
            return Err(Refusal::unsupported("true divisions (`/`)", range)
                .help("its result is a float; `//` rounds down to an integer"))
        }
        Operator::Pow => {
            return Err(Refusal::unsupported("powers (`**`)", range)
                .help("use `*`, or `1 << n` for powers of two"))
        }
        Operator::MatMult => return Err(Refusal::unsupported("matrix products (`@`)", range)),
    };
    Ok(if in_place { augmented } else { plain })
}

/// The opcode of a comparison for its value.
fn value_opcode(op: CmpOp, range: TextRange) -> Result<Opcode, Refusal> {
    Ok(match op {
        CmpOp::Eq => Opcode::Eq,
        CmpOp::NotEq => Opcode::Ne,
        CmpOp::Lt => Opcode::Lt,
        CmpOp::LtE => Opcode::Le,
        CmpOp::Gt => Opcode::Gt,
        CmpOp::GtE => Opcode::Ge,
        CmpOp::Is => Opcode::Is,
        CmpOp::IsNot => Opcode::Isnt,
        CmpOp::In | CmpOp::NotIn => return Err(membership(range)),
    })
}

/// The refusal of `in`.
pub fn membership(range: TextRange) -> Refusal {
    Refusal::unsupported("membership tests (`in`)", range)
}
