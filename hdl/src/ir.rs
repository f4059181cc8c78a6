//! The typed form between rust-hdl's AST and Verilog text: every node knows its width, so that
//! no operand is ever widened or truncated by Verilog's own rules.

/// Index of a signal in the block's list of nets.
pub(crate) type NetId = usize;

/// An operator whose operands have the width of its result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Arith {
    Add,
    Sub,
    Mul,
    And,
    Or,
    Xor,
}

/// An operator with a one-bit result over operands of one width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Compare {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// All bits of a value folded into one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fold {
    And,
    Or,
    Xor,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Literal {
        value: u128,
        width: usize,
    },
    /// A constant that has a name in Rust.
    Constant {
        name: String,
        value: u128,
        width: usize,
    },
    /// An enum variant.
    Variant {
        name: String,
        value: usize,
        width: usize,
    },
    Net {
        id: NetId,
        width: usize,
    },
    Slice {
        of: Box<Expr>,
        low: usize,
        width: usize,
    },
    Extend {
        of: Box<Expr>,
        signed: bool,
        width: usize,
    },
    /// Most significant part first; at least two parts.
    Concat(Vec<Expr>),
    Not(Box<Expr>),
    Negate(Box<Expr>),
    Fold(Fold, Box<Expr>),
    Arith(Arith, Box<Expr>, Box<Expr>),
    Compare {
        op: Compare,
        signed: bool,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// Logical shift; the amount has its own width.
    Shift {
        left: bool,
        of: Box<Expr>,
        by: Box<Expr>,
    },
    /// One bit at a computed position.
    Bit {
        of: Box<Expr>,
        index: Box<Expr>,
    },
}

/// A statement in the order of `update()`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stmt {
    Assign {
        net: NetId,
        low: usize,
        value: Expr,
    },
    If {
        test: Expr,
        then: Vec<Stmt>,
        otherwise: Vec<Stmt>,
    },
    Case {
        test: Expr,
        arms: Vec<(Vec<Expr>, Vec<Stmt>)>,
        default: Vec<Stmt>,
    },
    Comment(String),
}

impl Expr {
    pub fn width(&self) -> usize {
        match self {
            Expr::Literal { width, .. }
            | Expr::Constant { width, .. }
            | Expr::Variant { width, .. }
            | Expr::Net { width, .. }
            | Expr::Slice { width, .. }
            | Expr::Extend { width, .. } => *width,
            Expr::Not(e) | Expr::Negate(e) | Expr::Arith(_, e, _) | Expr::Shift { of: e, .. } => {
                e.width()
            }
            Expr::Concat(parts) => parts.iter().map(Expr::width).sum(),
            Expr::Fold(..) | Expr::Compare { .. } | Expr::Bit { .. } => 1,
        }
    }

    /// Parts side by side, the most significant first. `parts` must not be empty.
    pub fn concat(mut parts: Vec<Expr>) -> Expr {
        // A zero on top of anything is an extension.
        match (parts.len(), &parts[0]) {
            (1, _) => parts.remove(0),
            (_, Expr::Literal { value: 0, width }) => {
                let top = *width;
                let rest = Expr::concat(parts.split_off(1));
                let width = top + rest.width();
                rest.resize(width, false)
            }
            _ => Expr::Concat(parts),
        }
    }

    /// Zero- or sign-extends to `width` bits, or keeps the low `width` bits.
    pub fn resize(self, width: usize, signed: bool) -> Expr {
        match self.width() {
            w if w == width => self,
            w if w > width => self.slice(0, width),
            _ => match self {
                Expr::Literal { value, .. } if !signed => Expr::Literal { value, width },
                Expr::Extend {
                    of, signed: false, ..
                } if !signed => Expr::Extend { of, signed, width },
                e => Expr::Extend {
                    of: Box::new(e),
                    signed,
                    width,
                },
            },
        }
    }

    /// Bits `low .. low + width`, zeros beyond the top. Pushed down to names where the value of
    /// the bits does not depend on others, because Verilog can select bits of names only.
    pub fn slice(self, low: usize, width: usize) -> Expr {
        let full = self.width();
        if low == 0 && width == full {
            return self;
        }
        if low >= full {
            return Expr::Literal { value: 0, width };
        }
        if low + width > full {
            return self.slice(low, full - low).resize(width, false);
        }
        match self {
            Expr::Literal { value, .. } | Expr::Constant { value, .. } => {
                let value = if low > 127 { 0 } else { value >> low };
                let value = if width > 127 {
                    value
                } else {
                    value & ((1 << width) - 1)
                };
                Expr::Literal { value, width }
            }
            Expr::Slice { of, low: inner, .. } => Expr::Slice {
                of,
                low: inner + low,
                width,
            },
            Expr::Extend {
                of, signed: false, ..
            } => of.slice(low, width),
            Expr::Extend {
                of, signed: true, ..
            } if low + width <= of.width() => of.slice(low, width),
            Expr::Concat(parts) => {
                let mut top = full;
                let mut kept = vec![];
                for part in parts {
                    let start = top - part.width();
                    let (from, to) = (start.max(low), top.min(low + width));
                    if from < to {
                        kept.push(part.slice(from - start, to - from));
                    }
                    top = start;
                }
                Expr::concat(kept)
            }
            Expr::Not(e) => Expr::Not(Box::new(e.slice(low, width))),
            Expr::Arith(op @ (Arith::And | Arith::Or | Arith::Xor), a, b) => Expr::Arith(
                op,
                Box::new(a.slice(low, width)),
                Box::new(b.slice(low, width)),
            ),
            Expr::Arith(op, a, b) if low == 0 => {
                Expr::Arith(op, Box::new(a.slice(0, width)), Box::new(b.slice(0, width)))
            }
            Expr::Negate(e) if low == 0 => Expr::Negate(Box::new(e.slice(0, width))),
            Expr::Shift { left: true, of, by } if low == 0 => Expr::Shift {
                left: true,
                of: Box::new(of.slice(0, width)),
                by,
            },
            Expr::Shift {
                left: false,
                of,
                by,
            } => match *by {
                Expr::Literal { value, .. } => {
                    let by = usize::try_from(value).unwrap_or(usize::MAX);
                    of.slice(by.saturating_add(low), width)
                }
                by => {
                    let of = Expr::Shift {
                        left: false,
                        of,
                        by: Box::new(by),
                    };
                    Expr::Slice {
                        of: Box::new(of),
                        low,
                        width,
                    }
                }
            },
            e => Expr::Slice {
                of: Box::new(e),
                low,
                width,
            },
        }
    }

    /// Calls `see(net, low, width)` for every group of bits that the value depends on.
    pub fn reads(&self, see: &mut dyn FnMut(NetId, usize, usize)) {
        match self {
            Expr::Literal { .. } | Expr::Constant { .. } | Expr::Variant { .. } => {}
            Expr::Net { id, width } => see(*id, 0, *width),
            Expr::Slice { of, low, width } => match **of {
                Expr::Net { id, .. } => see(id, *low, *width),
                _ => of.reads(see),
            },
            Expr::Extend { of: e, .. } | Expr::Not(e) | Expr::Negate(e) | Expr::Fold(_, e) => {
                e.reads(see)
            }
            Expr::Concat(parts) => parts.iter().for_each(|part| part.reads(see)),
            Expr::Arith(_, a, b)
            | Expr::Compare {
                left: a, right: b, ..
            }
            | Expr::Shift { of: a, by: b, .. }
            | Expr::Bit { of: a, index: b } => {
                a.reads(see);
                b.reads(see);
            }
        }
    }
}

/// Calls `see(net)` for every signal that a statement of `block` assigns.
pub(crate) fn targets(block: &[Stmt], see: &mut dyn FnMut(NetId)) {
    for stmt in block {
        match stmt {
            Stmt::Assign { net, .. } => see(*net),
            Stmt::If {
                then, otherwise, ..
            } => {
                targets(then, see);
                targets(otherwise, see);
            }
            Stmt::Case { arms, default, .. } => {
                arms.iter().for_each(|(_, body)| targets(body, see));
                targets(default, see);
            }
            Stmt::Comment(_) => {}
        }
    }
}
