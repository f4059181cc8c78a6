//! Expressions: names are resolved, widths and signs inferred and checked.

use super::literal::{constant, fit, integer_value, shift_amount, symbol};
use super::value::{unsigned, Open, Typed, Value};
use super::Lowering;
use crate::error::{Checked, Problem};
use crate::ir::{Arith, Compare, Expr, Fold, NetId};
use crate::nets::{type_width, Role};
use rust_hdl::prelude::ast::*;
use rust_hdl::prelude::TypeKind;

/// An operator over operands of one width.
enum Operator {
    Arith(Arith),
    Compare(Compare),
}

/// `of << by` or `of >> by`. rust-hdl makes a literal that is shifted 64 bits wide.
fn shift(left: bool, of: Value, by: Value) -> Checked<Value> {
    let (of, signed) = match of {
        Open(value) => (fit(value, 64, "shifted value")?, false),
        Typed { expr, signed } => (expr, signed),
    };
    let by = match by {
        Open(value) => shift_amount(value)?,
        Typed { expr, .. } => expr,
    };
    let expr = Expr::Shift {
        left,
        of: Box::new(of),
        by: Box::new(by),
    };
    Ok(Typed { expr, signed })
}

impl Lowering<'_> {
    /// The right side of an assignment to `width` bits of `net`.
    pub(super) fn assigned(
        &self,
        net: NetId,
        width: usize,
        value: &VerilogExpression,
    ) -> Checked<Expr> {
        let context = format!("assignment to `{}`", self.nets.list[net].name);
        self.in_width(value, width, &context)
    }

    /// A value where `width` bits are needed.
    pub(super) fn in_width(
        &self,
        expression: &VerilogExpression,
        width: usize,
        context: &str,
    ) -> Checked<Expr> {
        match self.expression(expression)? {
            Open(value) => self.fitted(expression, value, width, context),
            Typed { expr, .. } if expr.width() == width => Ok(expr),
            Typed { expr, .. } => Err(Problem::Width {
                context: context.into(),
                left: width,
                right: expr.width(),
            }),
        }
    }

    pub(super) fn typed(&self, expression: &VerilogExpression, context: &str) -> Checked<Expr> {
        Ok(self.expression(expression)?.parts(context)?.0)
    }

    pub(super) fn expression(&self, expression: &VerilogExpression) -> Checked<Value> {
        use VerilogExpression as E;
        Ok(match expression {
            E::Signal(raw) => self.signal(raw)?,
            E::Literal(literal) => {
                let text = format!("{literal:x}");
                let value = integer_value(literal)?;
                if text.starts_with("1'") {
                    unsigned(Expr::Literal {
                        value: value as u128,
                        width: 1,
                    })
                } else {
                    Open(value)
                }
            }
            E::Paren(inner) => self.expression(inner)?,
            E::Signed(inner) => match self.expression(inner)? {
                Open(value) => Open(value),
                Typed { expr, .. } => Typed { expr, signed: true },
            },
            E::Unsigned(inner) => match self.expression(inner)? {
                Open(value) => Open(value),
                Typed { expr, .. } => unsigned(expr),
            },
            E::Cast(_, 0) | E::Slice(_, 0, _) => {
                return Err(Problem::ZeroWidth("a value of `Bits<0>`".into()));
            }
            E::Cast(inner, width) => match self.expression(inner)? {
                Open(value) => unsigned(self.fitted(inner, value, *width, "cast")?),
                Typed { expr, .. } => unsigned(expr.resize(*width, false)),
            },
            E::Unary(op, inner) => self.unary(op, inner)?,
            E::Binary(left, op, right) => self.binary(left, op, right)?,
            E::Index(of, index) => {
                let of = self.typed(of, "`get_bit`")?;
                match self.expression(index)? {
                    Open(index) => unsigned(constant_bits(of, index, 1, true)?),
                    Typed { expr: index, .. } => unsigned(bit(of, index)),
                }
            }
            E::Slice(of, width, offset) => {
                let (of, signed) = self.expression(of)?.parts("`get_bits`")?;
                match self.expression(offset)? {
                    Open(low) => {
                        let expr = constant_bits(of, low, *width, false)?;
                        let field = match &expr {
                            Expr::Slice { of, low, width } => match **of {
                                Expr::Net { id, .. } => self.nets.list[id].is_signed(*low, *width),
                                _ => false,
                            },
                            _ => false,
                        };
                        Typed {
                            expr,
                            signed: signed || field,
                        }
                    }
                    Typed { expr: by, .. } => {
                        let shifted = Expr::Shift {
                            left: false,
                            of: Box::new(of),
                            by: Box::new(by),
                        };
                        Typed {
                            expr: shifted.resize(*width, false),
                            signed,
                        }
                    }
                }
            }
            E::IndexReplace(of, index, value) => self.replace(of, index, value)?,
        })
    }

    fn signal(&self, raw: &str) -> Checked<Value> {
        let key = self.key(raw)?;
        if let Some(value) = self.number(&key) {
            return Ok(Open(value));
        }
        if let Some(id) = self.nets.find(&key) {
            let net = &self.nets.list[id];
            if matches!(net.role, Role::RegisterClock(_)) {
                return Err(Problem::Unsupported(format!(
                    "reading the clock of register `{}`",
                    net.name
                )));
            }
            return Ok(Typed {
                expr: Expr::Net {
                    id,
                    width: net.width,
                },
                signed: net.is_signed(0, net.width),
            });
        }
        if let Some((base, path)) = key.split_once("$val()$") {
            // A field of a field; the outermost ones arrive as slices.
            let id = self.nets.get(base)?;
            let (low, ty) = self.nets.field(id, path)?;
            let net = Expr::Net {
                id,
                width: self.nets.list[id].width,
            };
            let signed = matches!(ty.kind, TypeKind::Signed(_));
            return Ok(Typed {
                expr: net.slice(low, type_width(ty)),
                signed,
            });
        }
        match self.nets.variant(&key)? {
            Some((name, width, value)) => Ok(unsigned(Expr::Variant { name, value, width })),
            None => Err(Problem::UnknownName(
                raw.trim_start_matches('.').replace('$', "."),
            )),
        }
    }

    fn unary(&self, op: &VerilogOpUnary, inner: &VerilogExpression) -> Checked<Value> {
        let (expr, signed) = match (op, self.expression(inner)?) {
            (VerilogOpUnary::Neg, Open(value)) => return Ok(Open(-value)),
            (_, value) => value.parts("unary operator")?,
        };
        let fold = |op, expr: Expr| match expr.width() {
            1 => expr,
            _ => Expr::Fold(op, Box::new(expr)),
        };
        Ok(match op {
            VerilogOpUnary::Not => unsigned(match expr {
                Expr::Literal { value, width: 1 } => Expr::Literal {
                    value: value ^ 1,
                    width: 1,
                },
                expr => Expr::Not(Box::new(expr)),
            }),
            VerilogOpUnary::Neg => Typed {
                expr: Expr::Negate(Box::new(expr)),
                signed,
            },
            VerilogOpUnary::All => unsigned(fold(Fold::And, expr)),
            VerilogOpUnary::Any => unsigned(fold(Fold::Or, expr)),
            VerilogOpUnary::Xor => unsigned(fold(Fold::Xor, expr)),
        })
    }

    fn binary(
        &self,
        left: &VerilogExpression,
        op: &VerilogOp,
        right: &VerilogExpression,
    ) -> Checked<Value> {
        let operands = format!("operands of `{}`", symbol(op));
        let (a, b) = (self.expression(left)?, self.expression(right)?);
        let (left, right, signed) = match (a, b) {
            (Open(a), Open(b)) => return constant(op, a, b),
            (of, by) if matches!(op, VerilogOp::Shl | VerilogOp::Shr) => {
                return shift(matches!(op, VerilogOp::Shl), of, by);
            }
            (Open(a), Typed { expr: b, signed }) => {
                let a = self.fitted(left, a, b.width(), &operands)?;
                (a, b, signed)
            }
            (Typed { expr: a, signed }, Open(b)) => {
                let b = self.fitted(right, b, a.width(), &operands)?;
                (a, b, signed)
            }
            (a, b) => {
                let ((a, signed), (b, other)) = (a.parts(&operands)?, b.parts(&operands)?);
                (a, b, signed || other)
            }
        };
        let op = match op {
            // The only product of rust-hdl is that of two 16-bit values, in 32 bits.
            VerilogOp::Mul => {
                let width = left.width() + right.width();
                let (a, b) = (left.resize(width, signed), right.resize(width, signed));
                let expr = Expr::Arith(Arith::Mul, Box::new(a), Box::new(b));
                return Ok(Typed { expr, signed });
            }
            VerilogOp::Add => Operator::Arith(Arith::Add),
            VerilogOp::Sub => Operator::Arith(Arith::Sub),
            VerilogOp::BitAnd | VerilogOp::LogicalAnd => Operator::Arith(Arith::And),
            VerilogOp::BitOr | VerilogOp::LogicalOr => Operator::Arith(Arith::Or),
            VerilogOp::BitXor => Operator::Arith(Arith::Xor),
            VerilogOp::Eq => Operator::Compare(Compare::Eq),
            VerilogOp::Ne => Operator::Compare(Compare::Ne),
            VerilogOp::Lt => Operator::Compare(Compare::Lt),
            VerilogOp::Le => Operator::Compare(Compare::Le),
            VerilogOp::Gt => Operator::Compare(Compare::Gt),
            VerilogOp::Ge => Operator::Compare(Compare::Ge),
            VerilogOp::Shl | VerilogOp::Shr => {
                return Err(Problem::Unsupported(operands));
            }
        };
        let right = match op {
            // `Bits + bool` is rust-hdl's way to add a carry.
            Operator::Arith(Arith::Add) if right.width() == 1 => right.resize(left.width(), false),
            _ => right,
        };
        if left.width() != right.width() {
            return Err(Problem::Width {
                context: operands,
                left: left.width(),
                right: right.width(),
            });
        }
        Ok(match op {
            Operator::Arith(op) => Typed {
                expr: sign_extension(op, &left, &right)
                    .unwrap_or_else(|| Expr::Arith(op, Box::new(left), Box::new(right))),
                signed,
            },
            Operator::Compare(op) => unsigned(Expr::Compare {
                op,
                // Only an order depends on the sign.
                signed: signed && !matches!(op, Compare::Eq | Compare::Ne),
                left: Box::new(left),
                right: Box::new(right),
            }),
        })
    }

    /// `replace_bit`: the value with one bit exchanged.
    fn replace(
        &self,
        of: &VerilogExpression,
        index: &VerilogExpression,
        value: &VerilogExpression,
    ) -> Checked<Value> {
        let of = self.typed(of, "`replace_bit`")?;
        let value = self.typed(value, "`replace_bit`")?;
        let width = of.width();
        if value.width() != 1 {
            return Err(Problem::Width {
                context: "`replace_bit`".into(),
                left: 1,
                right: value.width(),
            });
        }
        let by = match self.expression(index)? {
            Open(at) => {
                let at = usize::try_from(at)
                    .ok()
                    .filter(|at| *at < width)
                    .ok_or(Problem::BitIndex { index: at, width })?;
                let high = (at + 1 < width).then(|| of.clone().slice(at + 1, width - at - 1));
                let low = (at > 0).then(|| of.slice(0, at));
                return Ok(unsigned(Expr::concat(
                    high.into_iter().chain([value]).chain(low).collect(),
                )));
            }
            Typed { expr, .. } => expr,
        };
        let place = |bit: Expr| Expr::Shift {
            left: true,
            of: Box::new(bit.resize(width, false)),
            by: Box::new(by.clone()),
        };
        let hole = Expr::Not(Box::new(place(Expr::Literal { value: 1, width: 1 })));
        let kept = Expr::Arith(Arith::And, Box::new(of), Box::new(hole));
        Ok(unsigned(Expr::Arith(
            Arith::Or,
            Box::new(kept),
            Box::new(place(value)),
        )))
    }
}

/// Bits at a constant position. rust-hdl's `get_bit` must stay inside, its `get_bits` reads
/// zeros beyond the top but may not start there.
fn constant_bits(of: Expr, low: i128, width: usize, single: bool) -> Checked<Expr> {
    let full = of.width();
    let limit = if single { full } else { full + 1 };
    match usize::try_from(low) {
        Ok(low) if low < limit => Ok(of.slice(low, width)),
        _ => Err(Problem::BitIndex {
            index: low,
            width: full,
        }),
    }
}

/// One bit at a computed position, the index cut or extended to what the value needs: rust-hdl
/// stops when it is out of range, so higher bits of the index are zero.
fn bit(of: Expr, index: Expr) -> Expr {
    match of.width() {
        1 => of,
        width => {
            let needed = rust_hdl::prelude::clog2(width);
            let index = index.resize(needed, false);
            match index {
                Expr::Literal { value, .. } => of.slice(value as usize, 1),
                index => Expr::Bit {
                    of: Box::new(of),
                    index: Box::new(index),
                },
            }
        }
    }
}

/// `(x ^ m) - m`, where `m` is the sign bit of a narrower `x`, is how a block written in rust-hdl
/// extends a sign; print it as what it is.
fn sign_extension(op: Arith, left: &Expr, right: &Expr) -> Option<Expr> {
    let (Arith::Sub, Expr::Arith(Arith::Xor, value, mask)) = (op, left) else {
        return None;
    };
    let (
        Expr::Extend {
            of,
            signed: false,
            width,
        },
        Expr::Literal { value: bit, .. },
    ) = (&**value, right)
    else {
        return None;
    };
    let sign = 1u128.checked_shl(u32::try_from(of.width()).ok()?.checked_sub(1)?)?;
    (**mask == *right && *bit == sign).then(|| Expr::Extend {
        of: of.clone(),
        signed: true,
        width: *width,
    })
}
