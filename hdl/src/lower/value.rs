//! Expressions: names are resolved, widths and signs inferred and checked.

use super::literal::{constant, fit, integer_value, shift_amount, symbol};
use super::Lowering;
use crate::error::{Checked, Problem};
use crate::ir::{Arith, Compare, Expr, Fold, NetId};
use crate::nets::{type_width, Role};
use rust_hdl::prelude::ast::*;
use rust_hdl::prelude::TypeKind;

/// A value whose width may still be open: an integer literal takes that of its context.
pub(super) enum Value {
    Open(i128),
    Typed { expr: Expr, signed: bool },
}

pub(super) use Value::{Open, Typed};

pub(super) fn unsigned(expr: Expr) -> Value {
    Typed {
        expr,
        signed: false,
    }
}

impl Lowering<'_> {
    /// The right side of an assignment to `width` bits of `net`.
    pub(super) fn assigned(
        &self,
        net: NetId,
        width: usize,
        value: &VerilogExpression,
    ) -> Checked<Expr> {
        let context = || format!("assignment to `{}`", self.nets.list[net].name);
        match self.expression(value)? {
            Open(value) => fit(value, width, &context()),
            Typed { expr, .. } if expr.width() == width => Ok(expr),
            Typed { expr, .. } => Err(Problem::Width {
                context: context(),
                left: width,
                right: expr.width(),
            }),
        }
    }

    pub(super) fn typed(&self, expression: &VerilogExpression, context: &str) -> Checked<Expr> {
        match self.expression(expression)? {
            Typed { expr, .. } => Ok(expr),
            Open(_) => Err(Problem::BareLiteral(context.into())),
        }
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
            E::Cast(inner, width) => match self.expression(inner)? {
                Open(value) => unsigned(fit(value, *width, "cast")?),
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
                let (of, signed) = match self.expression(of)? {
                    Typed { expr, signed } => (expr, signed),
                    Open(_) => return Err(Problem::BareLiteral("`get_bits`".into())),
                };
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
        if let Some(value) = self.loop_index(&key) {
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
            (_, Open(_)) => return Err(Problem::BareLiteral("unary operator".into())),
            (_, Typed { expr, signed }) => (expr, signed),
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
        let symbol = symbol(op);
        let operands = format!("operands of `{symbol}`");
        let (left, right) = match (self.expression(left)?, self.expression(right)?) {
            (Open(a), Open(b)) => return constant(op, a, b),
            (left, right) => (left, right),
        };
        if matches!(op, VerilogOp::Shl | VerilogOp::Shr) {
            let (of, signed) = match left {
                // rust-hdl makes a literal that is shifted 64 bits wide.
                Open(value) => (fit(value, 64, &operands)?, false),
                Typed { expr, signed } => (expr, signed),
            };
            let by = match right {
                Open(value) => shift_amount(value)?,
                Typed { expr, .. } => expr,
            };
            let left = matches!(op, VerilogOp::Shl);
            return Ok(Typed {
                expr: Expr::Shift {
                    left,
                    of: Box::new(of),
                    by: Box::new(by),
                },
                signed,
            });
        }
        let (left, right, signed) = match (left, right) {
            (Open(a), Typed { expr: b, signed }) => (fit(a, b.width(), &operands)?, b, signed),
            (Typed { expr: a, signed }, Open(b)) => {
                let b = fit(b, a.width(), &operands)?;
                (a, b, signed)
            }
            (
                Typed { expr: a, signed },
                Typed {
                    expr: b,
                    signed: other,
                },
            ) => {
                if matches!(op, VerilogOp::Mul) {
                    let width = a.width() + b.width();
                    let signed = signed && other;
                    let (a, b) = (
                        Box::new(a.resize(width, signed)),
                        Box::new(b.resize(width, signed)),
                    );
                    return Ok(Typed {
                        expr: Expr::Arith(Arith::Mul, a, b),
                        signed,
                    });
                }
                // `Bits + bool` is rust-hdl's way to add a carry.
                let b = match op {
                    VerilogOp::Add if b.width() == 1 => b.resize(a.width(), false),
                    _ => b,
                };
                if a.width() != b.width() {
                    return Err(Problem::Width {
                        context: operands,
                        left: a.width(),
                        right: b.width(),
                    });
                }
                (a, b, signed || other)
            }
            (Open(a), Open(b)) => return constant(op, a, b),
        };
        let arith = |op, signed| {
            let expr = sign_extension(op, &left, &right).unwrap_or_else(|| {
                Expr::Arith(op, Box::new(left.clone()), Box::new(right.clone()))
            });
            Typed { expr, signed }
        };
        let compare = |op| {
            let (left, right) = (Box::new(left.clone()), Box::new(right.clone()));
            unsigned(Expr::Compare {
                op,
                signed,
                left,
                right,
            })
        };
        Ok(match op {
            VerilogOp::Add => arith(Arith::Add, signed),
            VerilogOp::Sub => arith(Arith::Sub, signed),
            VerilogOp::BitAnd | VerilogOp::LogicalAnd => arith(Arith::And, false),
            VerilogOp::BitOr | VerilogOp::LogicalOr => arith(Arith::Or, false),
            VerilogOp::BitXor => arith(Arith::Xor, false),
            VerilogOp::Eq => compare(Compare::Eq),
            VerilogOp::Ne => compare(Compare::Ne),
            VerilogOp::Lt => compare(Compare::Lt),
            VerilogOp::Le => compare(Compare::Le),
            VerilogOp::Gt => compare(Compare::Gt),
            VerilogOp::Ge => compare(Compare::Ge),
            VerilogOp::Mul | VerilogOp::Shl | VerilogOp::Shr => {
                return Err(Problem::Unsupported(format!(
                    "`{symbol}` with a literal operand"
                )))
            }
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
