//! From rust-hdl's AST to the typed form: names are resolved, loops unrolled, widths checked.

mod constant;
mod expression;
mod literal;
mod value;

use crate::error::{Checked, Problem};
use crate::index;
use crate::ir::{Expr, NetId, Stmt};
use crate::nets::{type_width, Nets};
use literal::{fit, integer_value};
use rust_hdl::prelude::ast::*;
use std::collections::HashMap;
use value::{Open, Typed};

/// Lowers the statements of one block.
pub(crate) struct Lowering<'a> {
    pub nets: &'a Nets,
    /// Indices of the enclosing `for` loops, innermost last.
    pub loops: Vec<(String, i128)>,
    /// Values of constants by their names, in the letters of an identifier.
    pub constants: HashMap<String, i128>,
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
                let (net, low, width) = self.target(target)?;
                let value = self.assigned(net, width, value)?;
                out.push(Stmt::Assign { net, low, value });
            }
            VerilogStatement::SliceAssignment {
                base,
                width,
                offset,
                replacement,
            } => {
                let (net, _, full) = self.target(base)?;
                let low = match self.expression(offset)? {
                    Open(low) => usize::try_from(low)
                        .ok()
                        .filter(|low| low + width <= full)
                        .ok_or(Problem::BitIndex {
                            index: low,
                            width: full,
                        })?,
                    Typed { .. } => {
                        return Err(Problem::Unsupported("assignment to a computed bit".into()))
                    }
                };
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
            None => match arms.pop() {
                None => vec![],
                Some((labels, mut body)) => {
                    if let [Expr::Variant { name, .. }] = &labels[..] {
                        body.insert(0, Stmt::Comment(name.clone()));
                    }
                    body
                }
            },
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
                None if self.constant(text).is_some() => {
                    let label = VerilogExpression::Signal(text.into());
                    self.in_width(&label, width, "match arm")?
                }
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
        if self.declare(unrolled)? {
            return Ok(());
        }
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
        index::resolve(name, &|word| self.number(word))
    }

    /// The value of a loop's index or of a constant.
    fn number(&self, name: &str) -> Option<i128> {
        let index = self.loops.iter().rev().find(|(index, _)| index == name);
        index
            .map(|(_, value)| *value)
            .or_else(|| self.constant(name))
    }

    /// The signal that is assigned, with the position and width of the bits.
    fn target(&self, target: &VerilogExpression) -> Checked<(NetId, usize, usize)> {
        let VerilogExpression::Signal(raw) = target else {
            return Err(Problem::Unsupported("assignment to an expression".into()));
        };
        let key = self.key(raw)?;
        let (base, path) = key.split_once("$next$").unwrap_or((&key, ""));
        let net = self.nets.get(base)?;
        if !self.nets.list[net].is_driven_here() {
            return Err(Problem::NotAssignable(self.nets.list[net].name.clone()));
        }
        let (low, ty) = self.nets.field(net, path)?;
        Ok((net, low, type_width(ty)))
    }
}

/// The text of a comment, which `pyxl-hdl-macros` hands over as `assert!(true, "//{}", "…")`;
/// nothing for what else `hdl_gen` takes for a comment: assertions and output of the simulation.
fn comment(text: &str) -> Option<String> {
    let (_, text) = text.split_once("\"//{}\"")?;
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || ",\"".contains(c));
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || ",)\"".contains(c));
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
