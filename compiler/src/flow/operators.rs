//! What operators make of their operands, and when they trap.

use super::facts::Shared;
use super::function::FunctionFlow;
use super::state::{HeaderBits, OfKind, Origin, State};
use super::types::{Kinds, Types};
use crate::front::program::Declaration;
use crate::ir::*;
use pyxl_isa::layout::header::CLASS;
use pyxl_isa::{Checks, Opcode, Tag, Unit};

impl FunctionFlow<'_, '_, '_> {
    /// What operands let an operator do: the types that they have, and whether it may trap.
    pub(super) fn operands(
        &mut self,
        op: Opcode,
        a: Option<&Value>,
        b: Option<&Value>,
        state: &State,
    ) -> ([Option<Types>; 2], bool) {
        let declaration = self.program.function(self.id);
        let types = [a, b].map(|value| {
            let types = self.types(value?, state);
            // In programs a variable is checked before anything else is done with it.
            Some(match declaration.runtime {
                true => types,
                false => types.without(Kinds::tag(Tag::Unbound)),
            })
        });
        let checks = op.row().checks;
        if checks == Checks::NONE || is_trusted(declaration, op, a.into_iter().chain(b)) {
            return (types, false);
        }
        let demanded = [
            (Checks::A_NUMBER, 0, Kinds::NUMBERS),
            (Checks::B_NUMBER, 1, Kinds::NUMBERS),
            (
                Checks::A_BOUND,
                0,
                Kinds::ALL.without(Kinds::tag(Tag::Unbound)),
            ),
            (
                Checks::B_BOUND,
                1,
                Kinds::ALL.without(Kinds::tag(Tag::Unbound)),
            ),
            (Checks::A_TRUTH, 0, TRUTH),
            (Checks::A_FUNCTION, 0, Kinds::tag(Tag::Func)),
        ];
        let wrong = demanded.into_iter().any(|(check, operand, kinds)| {
            let operand: Option<&Types> = types[operand].as_ref();
            checks.has(check) && operand.is_none_or(|types| !types.kinds.within(kinds))
        });
        let literal = match b {
            Some(Value::Const(Const::Int(n))) => Some(*n),
            _ => None,
        };
        let traps = wrong
            || checks.has(Checks::ALWAYS)
            || checks.has(Checks::SHIFT_COUNT) && !literal.is_some_and(|n| (0..32).contains(&n))
            || checks.has(Checks::NONZERO) && literal.is_none_or(|n| n == 0)
            || checks.has(Checks::OVERFLOW)
                && !(op.row().unit == Unit::Divider && literal.is_some_and(|n| n != -1));
        (types, traps)
    }

    pub(super) fn compute(
        &mut self,
        op: Opcode,
        a: Option<&Value>,
        b: Option<&Value>,
        state: &State,
    ) -> (Types, Origin, bool) {
        let (types, traps) = self.operands(op, a, b, state);
        let row = op.row();
        if row.is_raw() && op != Opcode::Tag {
            types.iter().flatten().for_each(|types| self.escape(types));
        }
        let mut result = of_hardware(op, &types, b);
        if result.kinds == Kinds::ALL {
            result = self.anything();
        }
        self.facts.add(Shared::Anything, &result);
        if traps {
            let mut handled = self.handler(op, a, b, state);
            let int = INTEGERS;
            if types.iter().flatten().all(|types| types.kinds.within(int)) && of_integers(op) {
                handled = handled.only(int.without(Kinds::tag(Tag::Bool)));
            }
            result.join(&handled);
        }
        (result, origin(op, a, b, state), traps)
    }
}

/// True for an operator that is only applied to what the hardware handles: one that it has, in a
/// function of the runtime that is not generic, unless a constant shows that it is not so.
pub fn is_trusted<'v>(
    declaration: &Declaration,
    op: Opcode,
    mut operands: impl Iterator<Item = &'v Value>,
) -> bool {
    let other = |value: &Value| match value {
        Value::Const(Const::None | Const::Bool(_) | Const::Int(_) | Const::LinkerSymbol(..)) => {
            false
        }
        Value::Const(_) => true,
        _ => false,
    };
    let software = op.row().unit == Unit::Software;
    declaration.runtime && !declaration.generic && !software && !operands.any(other)
}

/// Integers of any size.
const INTEGERS: Kinds = Kinds::NUMBERS.or(Kinds::tag(Tag::BigInt));

/// True for operators that make integers of integers.
fn of_integers(op: Opcode) -> bool {
    matches!(
        op.row().base,
        Opcode::Add
            | Opcode::Sub
            | Opcode::Mul
            | Opcode::Div
            | Opcode::Mod
            | Opcode::And
            | Opcode::Or
            | Opcode::Xor
            | Opcode::Shl
            | Opcode::Shr
    )
}

/// Kinds whose truth the hardware tells.
const TRUTH: Kinds = Kinds::NUMBERS
    .or(Kinds::tag(Tag::None))
    .or(Kinds::ELLIPSIS)
    .or(Kinds::NOT_IMPLEMENTED);

/// What an operation makes of its operands where it does not trap.
fn of_hardware(op: Opcode, types: &[Option<Types>; 2], b: Option<&Value>) -> Types {
    let row = op.row();
    let numbers = |types: &Option<Types>| {
        types
            .as_ref()
            .is_none_or(|types| types.kinds.meets(Kinds::NUMBERS))
    };
    let (a_number, b_number) = (numbers(&types[0]), numbers(&types[1]));
    if row.checks.has(Checks::A_NUMBER) && !a_number
        || row.checks.has(Checks::B_NUMBER) && !b_number
    {
        return Types::nothing();
    }
    match op {
        Opcode::Retag => match b {
            Some(Value::Const(Const::Int(tag))) if (0..16).contains(tag) => {
                let tag = Tag::from_bits(*tag as u8);
                let mut types = Types::tag(tag);
                match tag {
                    Tag::Raw => drop(types.join(&Types::of(Kinds::END))),
                    Tag::None => {
                        let others = Kinds::ELLIPSIS.or(Kinds::NOT_IMPLEMENTED);
                        types.join(&Types::of(others));
                    }
                    _ => {}
                }
                types
            }
            _ => Types::any(),
        },
        Opcode::Not | Opcode::Truth | Opcode::Is | Opcode::Isnt | Opcode::Rltu => {
            Types::tag(Tag::Bool)
        }
        _ => match row.unit {
            Unit::Software => Types::nothing(),
            Unit::Compare if op != Opcode::Radc => Types::tag(Tag::Bool),
            Unit::Logic => {
                let bool = |types: &Option<Types>| {
                    types
                        .as_ref()
                        .is_some_and(|types| types.kinds.meets(Kinds::tag(Tag::Bool)))
                };
                match bool(&types[0]) && bool(&types[1]) {
                    true => Types::of(Kinds::NUMBERS),
                    false => Types::tag(Tag::Int),
                }
            }
            Unit::Move | Unit::Heap => Types::any(),
            _ => Types::tag(Tag::Int),
        },
    }
}

/// By how much a header is moved to have nothing but the class id: to the left, then to the right.
const ABOVE_CLASS: i32 = (32 - CLASS.low - CLASS.width) as i32;
const BESIDE_CLASS: i32 = (32 - CLASS.width) as i32;

/// What the result of an operation tells of another slot.
fn origin(op: Opcode, a: Option<&Value>, b: Option<&Value>, state: &State) -> Origin {
    let Some(Value::Var(var)) = a else {
        return Origin::Nothing;
    };
    if op == Opcode::Tag {
        return Origin::OfKind(state.root(*var), OfKind::tag());
    }
    let Some(Value::Const(Const::Int(n))) = b else {
        return Origin::Nothing;
    };
    match (op, state.origin(*var)) {
        (Opcode::And, Origin::OfKind(of, numbers)) => Origin::OfKind(of, numbers.map(|x| x & n)),
        (Opcode::Sub, Origin::OfKind(of, numbers)) => {
            Origin::OfKind(of, numbers.map(|x| x.wrapping_sub(*n)))
        }
        (Opcode::Rshl, Origin::Header(of, HeaderBits::All)) if *n == ABOVE_CLASS => {
            Origin::Header(of, HeaderBits::ClassOnTop)
        }
        (Opcode::Rshr, Origin::Header(of, HeaderBits::ClassOnTop)) if *n == BESIDE_CLASS => {
            Origin::Header(of, HeaderBits::Class)
        }
        _ => Origin::Nothing,
    }
}
