//! From rust-hdl's AST to the typed form: names are resolved, loops unrolled, widths checked.

use crate::collect::hex_digits;
use crate::error::{Checked, Problem};
use crate::index;
use crate::ir::{Arith, Compare, Expr, Fold, NetId, Stmt};
use crate::nets::{Nets, Role};
use rust_hdl::prelude::ast::*;
use rust_hdl::prelude::VerilogLiteral;

/// A value whose width may still be open: an integer literal takes that of its context.
enum Value {
    Open(i128),
    Typed { expr: Expr, signed: bool },
}

use Value::{Open, Typed};

fn unsigned(expr: Expr) -> Value {
    Typed {
        expr,
        signed: false,
    }
}

/// Lowers the statements of one block.
pub(crate) struct Lowering<'a> {
    pub nets: &'a Nets,
    /// Indices of the enclosing `for` loops, innermost last.
    pub loops: Vec<(String, i128)>,
    /// Pairs of bidirectional ports that are one wire.
    pub ties: Vec<(NetId, NetId)>,
}

impl Lowering<'_> {
    pub fn block(&mut self, block: &[VerilogStatement]) -> Checked<Vec<Stmt>> {
        let mut out = vec![];
        for statement in block {
            self.statement(statement, &mut out)?;
        }
        Ok(out)
    }

    fn statement(&mut self, statement: &VerilogStatement, out: &mut Vec<Stmt>) -> Checked<()> {
        match statement {
            VerilogStatement::Assignment(target, value) => {
                let net = self.target(target)?;
                let width = self.nets.list[net].width;
                let value = self.assigned(net, width, value)?;
                out.push(Stmt::Assign { net, low: 0, value });
            }
            VerilogStatement::SliceAssignment {
                base,
                width,
                offset,
                replacement,
            } => {
                let net = self.target(base)?;
                let Open(low) = self.expression(offset)? else {
                    return Err(Problem::Unsupported("assignment to a computed bit".into()));
                };
                let full = self.nets.list[net].width;
                let low = usize::try_from(low)
                    .ok()
                    .filter(|low| low + width <= full)
                    .ok_or(Problem::BitIndex {
                        index: low,
                        width: full,
                    })?;
                let value = self.assigned(net, *width, replacement)?;
                out.push(Stmt::Assign { net, low, value });
            }
            VerilogStatement::If(conditional) => self.conditional(conditional, out)?,
            VerilogStatement::Match(matching) => out.push(self.matching(matching)?),
            VerilogStatement::Loop(unrolled) => self.unroll(unrolled, out)?,
            VerilogStatement::Comment(text) => out.extend(comment(text).map(Stmt::Comment)),
            VerilogStatement::Link(links) => {
                for link in links {
                    self.link(link, out)?;
                }
            }
            VerilogStatement::Macro(block) => out.extend(self.block(block)?),
        }
        Ok(())
    }

    fn conditional(
        &mut self,
        conditional: &VerilogConditional,
        out: &mut Vec<Stmt>,
    ) -> Checked<()> {
        let test = self.expression(&conditional.test)?;
        let otherwise = |this: &mut Self| match &conditional.otherwise {
            VerilogBlockOrConditional::Block(block) => this.block(block),
            VerilogBlockOrConditional::Conditional(next) => this.block(std::slice::from_ref(next)),
            VerilogBlockOrConditional::None => Ok(vec![]),
        };
        match test {
            // A test on loop indices is decided now.
            Typed {
                expr: Expr::Literal { value, width: 1 },
                ..
            } => {
                out.extend(if value == 1 {
                    self.block(&conditional.then)?
                } else {
                    otherwise(self)?
                });
            }
            Typed { expr, .. } if expr.width() == 1 => {
                let then = self.block(&conditional.then)?;
                let otherwise = otherwise(self)?;
                out.push(Stmt::If {
                    test: expr,
                    then,
                    otherwise,
                });
            }
            Typed { expr, .. } => {
                return Err(Problem::Width {
                    context: "condition of `if`".into(),
                    left: expr.width(),
                    right: 1,
                })
            }
            Open(_) => return Err(Problem::BareLiteral("condition of `if`".into())),
        }
        Ok(())
    }

    fn matching(&mut self, matching: &VerilogMatch) -> Checked<Stmt> {
        let test = self.typed(&matching.test, "operand of `match`")?;
        let mut arms: Vec<(Vec<Expr>, Vec<Stmt>)> = vec![];
        let mut default = None;
        for case in &matching.cases {
            if case.condition == "default" {
                default = Some(self.block(&case.block)?);
                // Rust never reaches an arm behind `_`.
                break;
            }
            let label = self.label(&case.condition, test.width())?;
            if arms.iter().any(|(labels, _)| labels.contains(&label)) {
                return Err(Problem::RepeatedArm(case.condition.replace('$', "::")));
            }
            let body = self.block(&case.block)?;
            match arms.last_mut() {
                Some((labels, previous)) if *previous == body => labels.push(label),
                _ => arms.push((vec![label], body)),
            }
        }
        // Rust has checked that the arms are exhaustive, so the last one covers what is left.
        let default = match default {
            Some(block) => block,
            None => arms.pop().map(|(_, body)| body).unwrap_or_default(),
        };
        Ok(Stmt::Case {
            test,
            arms,
            default,
        })
    }

    fn label(&self, text: &str, width: usize) -> Checked<Expr> {
        let bad = || Problem::Pattern(text.replace('$', "::"));
        let label = match text {
            "true" => Expr::Literal { value: 1, width: 1 },
            "false" => Expr::Literal { value: 0, width: 1 },
            _ => match index::integer(text) {
                Some(value) => fit(value, width, "match arm")?,
                None => {
                    let (name, width, value) = self.nets.variant(text)?.ok_or_else(bad)?;
                    Expr::Variant { name, value, width }
                }
            },
        };
        if label.width() != width {
            return Err(Problem::Width {
                context: format!("match arm `{text}`"),
                left: width,
                right: label.width(),
            });
        }
        Ok(label)
    }

    fn unroll(&mut self, unrolled: &VerilogLoop, out: &mut Vec<Stmt>) -> Checked<()> {
        if self.nets.find(&unrolled.index).is_some() {
            return Err(Problem::NameCollision(
                format!("for {}", unrolled.index),
                unrolled.index.clone(),
                unrolled.index.clone(),
            ));
        }
        for value in integer_value(&unrolled.from)?..integer_value(&unrolled.to)? {
            self.loops.push((unrolled.index.clone(), value));
            out.extend(self.block(&unrolled.block)?);
            self.loops.pop();
        }
        Ok(())
    }

    /// Links and joins are assignments in the direction of the signal.
    fn link(&mut self, link: &VerilogLink, out: &mut Vec<Stmt>) -> Checked<()> {
        let names = |details: &VerilogLinkDetails| {
            (
                format!("{}{}", details.owner_name, details.my_name),
                format!("{}{}", details.other_name, details.my_name),
            )
        };
        let (to, from) = match link {
            VerilogLink::Forward(details) => {
                let (owner, other) = names(details);
                (other, owner)
            }
            VerilogLink::Backward(details) => names(details),
            VerilogLink::Bidirectional(details) => {
                let (owner, other) = names(details);
                let (owner, other) = (
                    self.nets.get(&self.key(&owner)?)?,
                    self.nets.get(&self.key(&other)?)?,
                );
                if self.nets.list[owner].width == self.nets.list[other].width {
                    self.ties.push((owner, other));
                    return Ok(());
                }
                return Err(Problem::Unsupported(
                    "link of bidirectional ports of different widths".into(),
                ));
            }
        };
        let assignment = VerilogStatement::Assignment(
            VerilogExpression::Signal(to),
            VerilogExpression::Signal(from),
        );
        self.statement(&assignment, out)
    }

    /// `self.a[i].b.next` as rust-hdl spells it, to the name the collector knows.
    fn key(&self, raw: &str) -> Checked<String> {
        let name = raw
            .trim_start_matches('.')
            .replace("::", "$")
            .replace('.', "$");
        let name = name.strip_suffix("$next").unwrap_or(&name);
        index::resolve(name, &|word| self.loop_index(word))
    }

    fn loop_index(&self, name: &str) -> Option<i128> {
        self.loops
            .iter()
            .rev()
            .find(|(index, _)| index == name)
            .map(|(_, value)| *value)
    }

    fn target(&self, target: &VerilogExpression) -> Checked<NetId> {
        let VerilogExpression::Signal(raw) = target else {
            return Err(Problem::Unsupported("assignment to an expression".into()));
        };
        let net = self.nets.get(&self.key(raw)?)?;
        if !self.nets.list[net].is_driven_here() {
            return Err(Problem::NotAssignable(self.nets.list[net].name.clone()));
        }
        Ok(net)
    }

    /// The right side of an assignment to `width` bits of `net`.
    fn assigned(&self, net: NetId, width: usize, value: &VerilogExpression) -> Checked<Expr> {
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

    fn typed(&self, expression: &VerilogExpression, context: &str) -> Checked<Expr> {
        match self.expression(expression)? {
            Typed { expr, .. } => Ok(expr),
            Open(_) => Err(Problem::BareLiteral(context.into())),
        }
    }

    fn expression(&self, expression: &VerilogExpression) -> Checked<Value> {
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
        let (left, right) = match (self.expression(left)?, self.expression(right)?) {
            (Open(a), Open(b)) => return constant(op, a, b),
            (left, right) => (left, right),
        };
        if matches!(op, VerilogOp::Shl | VerilogOp::Shr) {
            let (of, signed) = match left {
                // rust-hdl makes a literal that is shifted 64 bits wide.
                Open(value) => (fit(value, 64, symbol)?, false),
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
            (Open(a), Typed { expr: b, signed }) => (fit(a, b.width(), symbol)?, b, signed),
            (Typed { expr: a, signed }, Open(b)) => {
                let b = fit(b, a.width(), symbol)?;
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
                    let context = format!("operands of `{symbol}`");
                    return Err(Problem::Width {
                        context,
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

/// The text of a `comment!` as `hdl_gen` hands it over; nothing for `assert!` and `println!`, which
/// are for the simulation.
fn comment(text: &str) -> Option<String> {
    let text = text.trim_start();
    if ["assert", "println"]
        .iter()
        .any(|name| text.starts_with(name))
    {
        return None;
    }
    let text = text.strip_prefix("comment").map_or(text, |rest| {
        rest.trim_start_matches(|c: char| c.is_whitespace() || "!(\"".contains(c))
    });
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || ",)\"".contains(c));
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn symbol(op: &VerilogOp) -> &'static str {
    match op {
        VerilogOp::Add => "+",
        VerilogOp::Sub => "-",
        VerilogOp::Mul => "*",
        VerilogOp::LogicalAnd => "&&",
        VerilogOp::LogicalOr => "||",
        VerilogOp::BitXor => "^",
        VerilogOp::BitAnd => "&",
        VerilogOp::BitOr => "|",
        VerilogOp::Shl => "<<",
        VerilogOp::Shr => ">>",
        VerilogOp::Eq => "==",
        VerilogOp::Lt => "<",
        VerilogOp::Le => "<=",
        VerilogOp::Ne => "!=",
        VerilogOp::Ge => ">=",
        VerilogOp::Gt => ">",
    }
}

fn integer_value(literal: &VerilogLiteral) -> Checked<i128> {
    let digits = hex_digits(literal);
    i128::from_str_radix(&digits, 16)
        .map_err(|_| Problem::Unsupported(format!("the literal 0x{digits}")))
}

/// A literal in a context of `width` bits; a negative one in two's complement.
fn fit(value: i128, width: usize, context: &str) -> Checked<Expr> {
    let wide = width > 126;
    let fits = wide || (value < 1 << width && value >= -(1 << (width - 1)));
    if !fits || (wide && value < 0) {
        return Err(Problem::LiteralRange {
            context: context.into(),
            value,
            width,
        });
    }
    let mask = if wide { u128::MAX } else { (1 << width) - 1 };
    Ok(Expr::Literal {
        value: value as u128 & mask,
        width,
    })
}

fn shift_amount(value: i128) -> Checked<Expr> {
    let bits = (128 - value.max(1).leading_zeros()) as usize;
    fit(value, bits, "shift amount")
}

/// Arithmetic on literals and loop indices, in unbounded integers as Rust's `usize` has it
/// (Rust itself stops at an overflow).
fn constant(op: &VerilogOp, a: i128, b: i128) -> Checked<Value> {
    let truth = |value: bool| {
        unsigned(Expr::Literal {
            value: value.into(),
            width: 1,
        })
    };
    let result = match op {
        VerilogOp::Add => a.checked_add(b),
        VerilogOp::Sub => a.checked_sub(b),
        VerilogOp::Mul => a.checked_mul(b),
        VerilogOp::BitAnd => Some(a & b),
        VerilogOp::BitOr => Some(a | b),
        VerilogOp::BitXor => Some(a ^ b),
        VerilogOp::Shl => u32::try_from(b)
            .ok()
            .and_then(|b| a.checked_mul(1i128.checked_shl(b)?)),
        VerilogOp::Shr => u32::try_from(b).ok().and_then(|b| a.checked_shr(b)),
        VerilogOp::Eq => return Ok(truth(a == b)),
        VerilogOp::Ne => return Ok(truth(a != b)),
        VerilogOp::Lt => return Ok(truth(a < b)),
        VerilogOp::Le => return Ok(truth(a <= b)),
        VerilogOp::Gt => return Ok(truth(a > b)),
        VerilogOp::Ge => return Ok(truth(a >= b)),
        VerilogOp::LogicalAnd | VerilogOp::LogicalOr => None,
    };
    result
        .map(Open)
        .ok_or_else(|| Problem::Unsupported(format!("{a} {} {b}", symbol(op))))
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
