//! Verilog text of typed expressions.

use crate::ir::{Arith, Compare, Expr, Fold, NetId};
use crate::nets::Nets;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Prints expressions of one module and keeps track of what they use.
pub(crate) struct Printer {
    pub nets: Nets,
    /// Signals that are only another name of a signal: clocks, bidirectional ports.
    pub alias: HashMap<NetId, NetId>,
    /// Bits that some logic reads.
    pub used: BTreeMap<NetId, Vec<bool>>,
    /// Enum variants that occur: type and value, with the name and width.
    pub variants: BTreeMap<(String, usize), (String, usize)>,
    /// Constants that occur, by name and width: value, and name in Verilog.
    pub constants: BTreeMap<(String, usize), (u128, String)>,
    /// Signals of the group that is being printed.
    pub group: BTreeSet<NetId>,
    /// Lines that belong before the statement: values that had to get a name.
    pub prelude: Vec<String>,
    /// The same outside of the group's block.
    pub wires: Vec<String>,
    /// Variables of the group's block, with their width.
    pub variables: Vec<(String, usize)>,
    named: Vec<(Expr, String)>,
    /// Wires for fields of struct signals: signal, position and width, with the name.
    pub fields: BTreeMap<(NetId, usize, usize), String>,
    /// Names given to values, with the bits that are used.
    pub parts: Vec<(String, Vec<bool>)>,
}

impl Printer {
    pub fn new(nets: Nets) -> Printer {
        Printer {
            nets,
            alias: HashMap::new(),
            used: BTreeMap::new(),
            variants: BTreeMap::new(),
            constants: BTreeMap::new(),
            group: BTreeSet::new(),
            prelude: vec![],
            wires: vec![],
            variables: vec![],
            named: vec![],
            fields: BTreeMap::new(),
            parts: vec![],
        }
    }

    /// The name of a signal, without counting as a use.
    pub fn name(&self, id: NetId) -> &str {
        &self.nets.list[self.resolve(id)].name
    }

    /// The signal that `id` is wired to.
    pub fn resolve(&self, mut id: NetId) -> NetId {
        while let Some(next) = self.alias.get(&id) {
            id = *next;
        }
        id
    }

    /// Counts bits as read.
    pub fn mark(&mut self, id: NetId, low: usize, width: usize) {
        let id = self.resolve(id);
        let full = self.nets.list[id].width;
        self.used.entry(id).or_insert_with(|| vec![false; full])[low..low + width].fill(true);
    }

    fn mark_part(&mut self, part: &str, low: usize, width: usize) {
        if let Some((_, used)) = self.parts.iter_mut().find(|(name, _)| name == part) {
            used[low..low + width].fill(true);
        }
    }

    /// Text for a place that needs no parentheses.
    pub fn text(&mut self, expr: &Expr) -> String {
        match expr {
            Expr::Literal { value, width } => literal(*width, *value),
            Expr::Constant { name, value, width } => self.constant(name, *value, *width),
            Expr::Variant { name, value, width } => {
                let ty = name.rsplit_once('_').map_or("", |(ty, _)| ty);
                self.variants
                    .insert((ty.into(), *value), (name.clone(), *width));
                name.clone()
            }
            Expr::Net { id, width } => {
                self.mark(*id, 0, *width);
                self.name(*id).to_owned()
            }
            Expr::Slice { of, low, width } => match **of {
                Expr::Net { id, .. } => {
                    self.mark(id, *low, *width);
                    self.field(id, *low, *width)
                        .unwrap_or_else(|| format!("{}{}", self.name(id), select(*low, *width)))
                }
                _ => {
                    // Where it is possible, higher bits are not computed at all.
                    let part = match (**of).clone().slice(0, low + width) {
                        Expr::Slice { .. } => self.named(of),
                        shorter => self.named(&shorter),
                    };
                    self.mark_part(&part, *low, *width);
                    part + &select(*low, *width)
                }
            },
            Expr::Extend {
                of,
                signed: false,
                width,
            } => {
                format!("{{{}, {}}}", literal(width - of.width(), 0), self.text(of))
            }
            Expr::Extend {
                of,
                signed: true,
                width,
            } => {
                let narrow = of.width();
                let value = match **of {
                    Expr::Net { .. } | Expr::Slice { .. } | Expr::Literal { .. } => (**of).clone(),
                    _ => {
                        let name = self.named(of);
                        self.mark_part(&name, 0, narrow);
                        let sign = if narrow == 1 {
                            String::new()
                        } else {
                            select(narrow - 1, 1)
                        };
                        return format!("{{{{{}{{{name}{sign}}}}}, {name}}}", width - narrow);
                    }
                };
                let sign = self.text(&value.clone().slice(narrow - 1, 1));
                format!(
                    "{{{{{}{{{sign}}}}}, {}}}",
                    width - narrow,
                    self.text(&value)
                )
            }
            Expr::Concat(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.text(part)).collect();
                format!("{{{}}}", parts.join(", "))
            }
            Expr::Not(e) => format!(
                "{}{}",
                if e.width() == 1 { "!" } else { "~" },
                self.operand(e)
            ),
            Expr::Negate(e) => format!("-{}", self.operand(e)),
            Expr::Fold(op, e) => {
                let symbol = match op {
                    Fold::And => "&",
                    Fold::Or => "|",
                    Fold::Xor => "^",
                };
                format!("{symbol}{}", self.operand(e))
            }
            Expr::Arith(op, a, b) => {
                let symbol = match op {
                    Arith::Add => "+",
                    Arith::Sub => "-",
                    Arith::Mul => "*",
                    Arith::And => "&",
                    Arith::Or => "|",
                    Arith::Xor => "^",
                };
                let a = match &**a {
                    same @ Expr::Arith(inner, ..) if inner == op => self.text(same),
                    other => self.operand(other),
                };
                format!("{a} {symbol} {}", self.operand(b))
            }
            Expr::Compare {
                op,
                signed,
                left,
                right,
            } => {
                let symbol = match op {
                    Compare::Eq => "==",
                    Compare::Ne => "!=",
                    Compare::Lt => "<",
                    Compare::Le => "<=",
                    Compare::Gt => ">",
                    Compare::Ge => ">=",
                };
                let mut side = |e: &Expr| match signed {
                    true => format!("$signed({})", self.text(e)),
                    false => self.operand(e),
                };
                let (left, right) = (side(left), side(right));
                format!("{left} {symbol} {right}")
            }
            Expr::Shift { left, of, by } => {
                let symbol = if *left { "<<" } else { ">>" };
                let of = self.operand(of);
                let by = match **by {
                    Expr::Literal { value, width } => format!("{width}'d{value}"),
                    _ => self.operand(by),
                };
                format!("{of} {symbol} {by}")
            }
            Expr::Bit { of, index } => {
                let of = match **of {
                    Expr::Net { .. } => self.text(of),
                    _ => {
                        let part = self.named(of);
                        self.mark_part(&part, 0, of.width());
                        part
                    }
                };
                format!("{of}[{}]", self.text(index))
            }
        }
    }

    /// Bits of a struct signal by the name of their field, which gets a wire of its own. Not in
    /// the block that assigns the signal: there the wire would be late.
    fn field(&mut self, net: NetId, low: usize, width: usize) -> Option<String> {
        if self.group.contains(&net) {
            return None;
        }
        let net = self.resolve(net);
        let (field, start, size) = self.nets.part(net, low, width)?;
        let name = format!("{}_{field}", self.nets.list[net].name);
        if !self.fields.contains_key(&(net, start, size)) {
            if !self.nets.take(&name) {
                return None;
            }
            self.fields.insert((net, start, size), name.clone());
            self.parts.push((name.clone(), vec![false; size]));
        }
        self.mark_part(&name, low - start, width);
        Some(match size == width {
            true => name,
            false => name + &select(low - start, width),
        })
    }

    /// The `localparam` of a constant; one that occurs in several widths has several.
    fn constant(&mut self, name: &str, value: u128, width: usize) -> String {
        let key = (name.to_owned(), width);
        if let Some((_, name)) = self.constants.get(&key) {
            return name.clone();
        }
        let known = self.constants.keys().any(|(other, _)| other == name);
        let stem = match known {
            true => format!("{name}_{width}"),
            false => name.to_owned(),
        };
        let name = self.nets.fresh(&stem);
        self.constants.insert(key, (value, name.clone()));
        name
    }

    /// Text as an operand: with parentheses unless it is one term.
    fn operand(&mut self, expr: &Expr) -> String {
        let text = self.text(expr);
        match expr {
            Expr::Negate(_)
            | Expr::Fold(..)
            | Expr::Arith(..)
            | Expr::Compare { .. }
            | Expr::Shift { .. } => {
                format!("({text})")
            }
            _ => text,
        }
    }

    /// Gives a value a name, so that its bits can be selected.
    fn named(&mut self, expr: &Expr) -> String {
        let mut inside = false;
        expr.reads(&mut |net, _, _| inside |= self.group.contains(&net));
        if !inside {
            if let Some((_, name)) = self.named.iter().find(|(known, _)| known == expr) {
                return name.clone();
            }
        }
        let text = self.text(expr);
        let name = self.nets.fresh("part");
        self.parts.push((name.clone(), vec![false; expr.width()]));
        if inside {
            self.prelude.push(format!("{name} = {text};"));
            self.variables.push((name.clone(), expr.width()));
        } else {
            self.wires
                .push(format!("wire {}{name} = {text};", range(expr.width())));
            self.named.push((expr.clone(), name.clone()));
        }
        name
    }
}

/// `[7:0] `, or nothing for a single bit.
pub(crate) fn range(width: usize) -> String {
    match width {
        1 => String::new(),
        _ => format!("[{}:0] ", width - 1),
    }
}

/// `[7:4]` or `[3]`.
pub(crate) fn select(low: usize, width: usize) -> String {
    match width {
        1 => format!("[{low}]"),
        _ => format!("[{}:{low}]", low + width - 1),
    }
}

/// A sized literal: binary digit for a bit, decimal up to nine, hexadecimal above.
pub(crate) fn literal(width: usize, value: u128) -> String {
    match (width, value) {
        (1, _) => format!("1'b{value}"),
        (_, 0..=9) => format!("{width}'d{value}"),
        _ => format!("{width}'h{value:x}"),
    }
}

/// The same from hexadecimal digits of any length.
pub(crate) fn hex_literal(width: usize, digits: &str) -> String {
    match u128::from_str_radix(digits, 16) {
        Ok(value) => literal(width, value),
        Err(_) => format!("{width}'h{digits}"),
    }
}
