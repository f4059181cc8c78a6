//! Polling loops: `while pyxl_read_gpio_pin2() == 0: continue` is one instruction.

use super::Lowerer;
use crate::front::machine_function::MachineFunction;
use pyxl_isa::Opcode;
use ruff_python_ast::{CmpOp, Expr, Number, Stmt, StmtWhile, UnaryOp};

impl Lowerer<'_, '_> {
    /// The instruction that a loop is, with its pin: a loop without a body whose test
    /// is the level of a pin.
    pub fn poll(&self, stmt: &StmtWhile) -> Option<(Opcode, u8)> {
        let empty = |stmt: &Stmt| matches!(stmt, Stmt::Pass(_) | Stmt::Continue(_));
        if !stmt.body.iter().all(empty) {
            return None;
        }
        let (pin, level) = self.level_test(&stmt.test)?;
        Some((if level { Opcode::Wait1 } else { Opcode::Wait0 }, pin))
    }

    /// A pin, and the level at which the expression is true.
    fn level_test(&self, test: &Expr) -> Option<(u8, bool)> {
        match test {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => {
                let (pin, level) = self.level_test(&unary.operand)?;
                Some((pin, !level))
            }
            Expr::Compare(compare) => {
                let ([op], [right]) = (&*compare.ops, &*compare.comparators) else {
                    return None;
                };
                let left = &*compare.left;
                let either = |pin, level| Some((self.pin_read(pin)?, level_literal(level)?));
                let (pin, level) = either(left, right).or_else(|| either(right, left))?;
                match op {
                    CmpOp::Eq => Some((pin, level)),
                    CmpOp::NotEq => Some((pin, !level)),
                    _ => None,
                }
            }
            _ => Some((self.pin_read(test)?, true)),
        }
    }

    /// The pin that an expression reads.
    fn pin_read(&self, expr: &Expr) -> Option<u8> {
        let Expr::Call(call) = expr else { return None };
        let Expr::Name(name) = &*call.func else {
            return None;
        };
        match self.intrinsic(name)? {
            MachineFunction::ReadPin(pin) if call.arguments.is_empty() => Some(pin),
            _ => None,
        }
    }
}

fn level_literal(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::BooleanLiteral(literal) => Some(literal.value),
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(n) => match n.as_u8()? {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::compile_source;
    use pyxl_isa::{Insn, Opcode};

    /// The polling instructions of a program with this loop.
    fn polls(text: &str) -> Vec<(Opcode, u16)> {
        let text = format!("from compiler.intrinsics import *\n{text}\n");
        let image = compile_source("poll.py", &text).expect("it compiles");
        let insns = image
            .code
            .iter()
            .filter_map(|word| Insn::decode(*word).ok());
        insns
            .filter(|insn| matches!(insn.op, Opcode::Wait0 | Opcode::Wait1 | Opcode::Inp))
            .map(|insn| (insn.op, insn.b))
            .collect()
    }

    #[test]
    fn every_form_of_an_empty_loop_is_one_instruction() {
        for (test, op) in [
            ("pyxl_read_gpio_pin7() == 0", Opcode::Wait0),
            ("0 == pyxl_read_gpio_pin7()", Opcode::Wait0),
            ("pyxl_read_gpio_pin7() != 1", Opcode::Wait0),
            ("not pyxl_read_gpio_pin7()", Opcode::Wait0),
            ("pyxl_read_gpio_pin7()", Opcode::Wait1),
            ("pyxl_read_gpio_pin7() == True", Opcode::Wait1),
            ("not pyxl_read_gpio_pin7() == 0", Opcode::Wait1),
        ] {
            assert_eq!(polls(&format!("while {test}: pass")), [(op, 7)], "{test}");
        }
    }

    #[test]
    fn other_loops_read_the_pin() {
        for text in [
            "while pyxl_read_gpio_pin7() == 2: pass",
            "while pyxl_read_gpio_pin7() == 0 == 0: pass",
            "while pyxl_read_gpio_pin7() == 0: print(1)",
        ] {
            assert!(
                polls(text).iter().all(|poll| *poll == (Opcode::Inp, 7)),
                "{text}"
            );
        }
    }
}
