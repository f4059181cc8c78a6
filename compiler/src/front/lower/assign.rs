//! Assignments, augmented and annotated ones, and `del`.

use super::expression::binary_opcode;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprStarred, StmtAnnAssign, StmtAssign, StmtAugAssign, StmtDelete};
use ruff_text_size::{Ranged, TextRange};

/// Most targets of an assignment that are unpacked without a tuple.
const MAX_PAIRS: usize = 16;

impl<'a> Lowerer<'_, 'a> {
    /// An assignment to one or more targets.
    pub fn assign(&mut self, assign: &'a StmtAssign) -> Result<(), Refusal> {
        if let [target] = &assign.targets[..] {
            return match target {
                Expr::Name(name) => match self.direct_place(&name.id) {
                    Some(place) => {
                        self.expr_into(&assign.value, place)?;
                        Ok(())
                    }
                    None => {
                        let value = self.expr(&assign.value)?;
                        self.store_name(&name.id, value, name.range)
                    }
                },
                Expr::Tuple(_) | Expr::List(_) => {
                    let (targets, values) = (elements(target), elements(&assign.value));
                    match (targets, values) {
                        (Some(targets), Some(values)) if pairs(targets, values) => {
                            self.assign_pairs(targets, values)
                        }
                        _ => {
                            let value = self.expr(&assign.value)?;
                            self.assign_to(target, value)
                        }
                    }
                }
                _ => {
                    let value = self.expr(&assign.value)?;
                    self.assign_to(target, value)
                }
            };
        }
        let value = self.expr(&assign.value)?;
        let value = self.keep(value, assign.value.range());
        for target in &assign.targets {
            self.assign_to(target, value.clone())?;
        }
        Ok(())
    }

    /// `a, b = b, a`: all values, then all targets.
    fn assign_pairs(&mut self, targets: &'a [Expr], values: &'a [Expr]) -> Result<(), Refusal> {
        let exprs: Vec<&Expr> = values.iter().collect();
        let mut held = self.operands(&exprs)?;
        for (i, value) in held.iter_mut().enumerate() {
            let overwritten = targets[..i].iter().any(|target| match target {
                Expr::Name(name) => {
                    let place = self.direct_place(&name.id);
                    place.is_some() && place == value.place()
                }
                // It may run code of the program, or assign several names.
                _ => true,
            });
            if overwritten {
                *value = self.keep(value.clone(), values[i].range());
            }
        }
        for (target, value) in targets.iter().zip(held) {
            self.assign_to(target, value)?;
        }
        Ok(())
    }

    /// Assigns a value to any target.
    ///
    /// # Errors
    /// If the target is wrong.
    pub fn assign_to(&mut self, target: &'a Expr, value: Value) -> Result<(), Refusal> {
        match target {
            Expr::Name(name) => match self.direct_place(&name.id) {
                Some(place) => {
                    self.copy(place, value, name.range);
                    Ok(())
                }
                None => self.store_name(&name.id, value, name.range),
            },
            Expr::Attribute(attribute) => {
                let value = self.freeze(value, &[&attribute.value], target.range());
                let object = self.expr(&attribute.value)?;
                let name = self.attribute_name(&attribute.attr);
                self.store(
                    Opcode::Sta,
                    value,
                    object,
                    name,
                    self.member_span(attribute),
                );
                Ok(())
            }
            Expr::Subscript(subscript) => {
                let later = [&*subscript.value, &*subscript.slice];
                let value = self.freeze(value, &later, target.range());
                let [object, index] = self.subscript_operands(subscript)?;
                let span = super::subscript::span(subscript);
                self.store(Opcode::Stx, value, object, index, span);
                Ok(())
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, value, tuple.range),
            Expr::List(list) => self.unpack(&list.elts, value, list.range),
            Expr::Starred(starred) => Err(misplaced_star(starred)),
            _ => Err(Refusal::syntax("cannot assign to this", target.range())),
        }
    }

    /// Assigns the items of a value to targets.
    fn unpack(
        &mut self,
        targets: &'a [Expr],
        value: Value,
        span: TextRange,
    ) -> Result<(), Refusal> {
        let starred = |target: &Expr| target.is_starred_expr();
        let items = match targets.iter().position(starred) {
            None => {
                let args = [value, Value::int(targets.len() as i32)];
                self.call_runtime(Routine::Unpack, &args, span)
            }
            Some(before) => {
                let after = targets.len() - before - 1;
                if targets[before + 1..].iter().any(starred) {
                    let message = "multiple starred expressions in assignment";
                    return Err(Refusal::syntax(message, span));
                }
                let counts = [Value::int(before as i32), Value::int(after as i32)];
                let args = [&[value], &counts[..]].concat();
                self.call_runtime(Routine::UnpackStarred, &args, span)
            }
        };
        let items = Value::Var(items);
        for (i, target) in targets.iter().enumerate() {
            let target = match target {
                Expr::Starred(starred) => &starred.value,
                target => target,
            };
            match target {
                Expr::Name(name) if self.direct_place(&name.id).is_some() => {
                    let place = self.direct_place(&name.id).expect("it was tested");
                    self.tuple_item_into(place, &items, i, span);
                }
                target => {
                    let item = self.tuple_item(&items, i, span);
                    self.assign_to(target, item)?;
                }
            }
        }
        Ok(())
    }

    /// An augmented assignment: the target's parts are evaluated once.
    pub fn augmented(&mut self, assign: &'a StmtAugAssign) -> Result<(), Refusal> {
        let op = binary_opcode(assign.op, true);
        let span = assign.range;
        match &*assign.target {
            Expr::Name(name) => {
                let old = self.load(name)?;
                let old = self.freeze(old, &[&assign.value], name.range);
                let value = self.expr(&assign.value)?;
                match self.direct_place(&name.id) {
                    Some(place) => {
                        self.compute(op, place, Some(old), Some(value), span);
                        Ok(())
                    }
                    None => {
                        let result = self.or_temp(None);
                        self.compute(op, result, Some(old), Some(value), span);
                        self.store_name(&name.id, result.into(), name.range)
                    }
                }
            }
            Expr::Attribute(attribute) => {
                let object = self.expr(&attribute.value)?;
                let object = self.freeze(object, &[&assign.value], attribute.value.range());
                let name = self.attribute_name(&attribute.attr);
                let member = self.member_span(attribute);
                let old = self.or_temp(None);
                let operands = (Some(object.clone()), Some(name.clone()));
                self.compute(Opcode::Lda, old, operands.0, operands.1, member);
                let result = self.in_place(op, old, &assign.value, span)?;
                self.store(Opcode::Sta, result, object, name, member);
                Ok(())
            }
            Expr::Subscript(subscript) => {
                let [object, index] = self.subscript_operands(subscript)?;
                let object = self.freeze(object, &[&assign.value], subscript.value.range());
                let index = self.freeze(index, &[&assign.value], subscript.slice.range());
                let item = super::subscript::span(subscript);
                let old = self.or_temp(None);
                let operands = (Some(object.clone()), Some(index.clone()));
                self.compute(Opcode::Ldx, old, operands.0, operands.1, item);
                let result = self.in_place(op, old, &assign.value, span)?;
                self.store(Opcode::Stx, result, object, index, item);
                Ok(())
            }
            target => Err(Refusal::syntax(
                "illegal expression for augmented assignment",
                target.range(),
            )),
        }
    }

    fn in_place(
        &mut self,
        op: Opcode,
        old: Place,
        value: &'a Expr,
        span: TextRange,
    ) -> Result<Value, Refusal> {
        let value = self.expr(value)?;
        let result = self.or_temp(None);
        self.compute(op, result, Some(old.into()), Some(value), span);
        Ok(result.into())
    }

    /// An annotated assignment or declaration.
    pub fn annotated(&mut self, assign: &'a StmtAnnAssign) -> Result<(), Refusal> {
        if let Some(value) = &assign.value {
            match &*assign.target {
                Expr::Name(name) if self.direct_place(&name.id).is_some() => {
                    let place = self.direct_place(&name.id).expect("it was tested");
                    self.expr_into(value, place)?;
                }
                target => {
                    let value = self.expr(value)?;
                    self.assign_to(target, value)?;
                }
            }
        } else if !assign.simple {
            self.evaluate_target(&assign.target)?;
        }
        match &*assign.target {
            Expr::Name(name) if assign.simple => {
                self.annotate(&name.id, &assign.annotation, assign.range)
            }
            _ => self.annotation_for_effect(&assign.annotation),
        }
    }

    /// The parts of a target that is declared and not assigned.
    fn evaluate_target(&mut self, target: &'a Expr) -> Result<(), Refusal> {
        match target {
            Expr::Attribute(attribute) => self.expr(&attribute.value).map(drop),
            Expr::Subscript(subscript) => self.subscript_operands(subscript).map(drop),
            _ => Ok(()),
        }
    }

    /// A `del` statement.
    pub fn delete(&mut self, stmt: &'a StmtDelete) -> Result<(), Refusal> {
        stmt.targets
            .iter()
            .try_for_each(|target| self.delete_target(target))
    }

    fn delete_target(&mut self, target: &'a Expr) -> Result<(), Refusal> {
        match target {
            Expr::Name(name) => self.delete_name(&name.id, name.range),
            Expr::Attribute(attribute) => {
                let object = self.expr(&attribute.value)?;
                let name = self.attribute_name(&attribute.attr);
                let span = self.member_span(attribute);
                self.effect(Opcode::Dela, Some(object), name, span);
                Ok(())
            }
            Expr::Subscript(subscript) => {
                let [object, index] = self.subscript_operands(subscript)?;
                let span = super::subscript::span(subscript);
                self.effect(Opcode::Delx, Some(object), index, span);
                Ok(())
            }
            Expr::Tuple(tuple) => tuple.elts.iter().try_for_each(|t| self.delete_target(t)),
            Expr::List(list) => list.elts.iter().try_for_each(|t| self.delete_target(t)),
            _ => Err(Refusal::syntax("cannot delete this", target.range())),
        }
    }

    /// An operation that stores a value into an object.
    fn store(
        &mut self,
        op: Opcode,
        value: Value,
        object: Value,
        key: Value,
        span: impl Into<Span>,
    ) {
        let op = Op::Assign {
            op,
            value,
            a: object,
            b: key,
        };
        self.emit(op, span);
    }
}

/// The elements of a tuple or list display.
fn elements(expr: &Expr) -> Option<&[Expr]> {
    match expr {
        Expr::Tuple(tuple) => Some(&tuple.elts),
        Expr::List(list) => Some(&list.elts),
        _ => None,
    }
}

/// True if each target gets one of the values.
fn pairs(targets: &[Expr], values: &[Expr]) -> bool {
    let plain = |exprs: &[Expr]| !exprs.iter().any(Expr::is_starred_expr);
    targets.len() == values.len() && targets.len() <= MAX_PAIRS && plain(targets) && plain(values)
}

fn misplaced_star(starred: &ExprStarred) -> Refusal {
    Refusal::syntax(
        "starred assignment target must be in a list or tuple",
        starred.range,
    )
}
