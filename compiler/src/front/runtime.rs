//! The runtime's sources: functions by name, constants, and which function handles
//! the trap of which opcode.

use super::program::{declare, Declaration};
use crate::error::Refusal;
use crate::ir::FuncId;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;
use std::collections::HashMap;

/// File names and texts of the runtime.
pub const SOURCES: &[(&str, &str)] = &[
    (
        "arguments.py",
        include_str!("../../../runtime/arguments.py"),
    ),
    (
        "arithmetic.py",
        include_str!("../../../runtime/arithmetic.py"),
    ),
    (
        "comparison.py",
        include_str!("../../../runtime/comparison.py"),
    ),
    ("control.py", include_str!("../../../runtime/control.py")),
    ("errors.py", include_str!("../../../runtime/errors.py")),
    ("pins.py", include_str!("../../../runtime/pins.py")),
    ("print.py", include_str!("../../../runtime/print.py")),
    ("range.py", include_str!("../../../runtime/range.py")),
    ("string.py", include_str!("../../../runtime/string.py")),
];

/// What the runtime's files define. They share one namespace.
#[derive(Debug, Default)]
pub struct Runtime<'a> {
    /// Functions.
    pub functions: HashMap<&'a str, FuncId>,
    /// Constants: `NAME = 1` at the top of a file.
    pub constants: HashMap<&'a str, i32>,
    /// Handlers of traps: functions with the decorator `@trap("mnemonic", …)`.
    pub handlers: HashMap<Opcode, FuncId>,
}

impl<'a> Runtime<'a> {
    /// Declares the functions of the runtime's modules, which are files 1 and up.
    ///
    /// # Errors
    /// If a file does not keep to what the runtime may do.
    pub fn load(
        library: &'a [ModModule],
        functions: &mut Vec<Declaration<'a>>,
    ) -> Result<Runtime<'a>, Refusal> {
        let mut runtime = Runtime::default();
        for (file, module) in (1..).zip(library) {
            for stmt in &module.body {
                match stmt {
                    Stmt::FunctionDef(def) => {
                        let id = FuncId(functions.len() as u32);
                        functions.push(declare(def, file, true)?);
                        runtime.functions.insert(&def.name, id);
                        runtime.add_handlers(def, id)?;
                    }
                    Stmt::Expr(docstring) if docstring.value.is_string_literal_expr() => {}
                    Stmt::Assign(assign) => match (&assign.targets[..], int(&assign.value)) {
                        ([Expr::Name(name)], Some(value)) => {
                            runtime.constants.insert(&name.id, value);
                        }
                        _ => return Err(not_allowed(stmt)),
                    },
                    _ => return Err(not_allowed(stmt)),
                }
            }
        }
        Ok(runtime)
    }

    fn add_handlers(&mut self, def: &'a StmtFunctionDef, id: FuncId) -> Result<(), Refusal> {
        for decorator in &def.decorator_list {
            let Expr::Call(call) = &decorator.expression else {
                return Err(Refusal::syntax("not a trap decorator", decorator.range));
            };
            for argument in &call.arguments.args {
                let opcode = match argument {
                    Expr::StringLiteral(name) => Opcode::from_mnemonic(name.value.to_str()),
                    _ => None,
                };
                let opcode =
                    opcode.ok_or_else(|| Refusal::syntax("not a mnemonic", argument.range()))?;
                self.handlers.insert(opcode, id);
            }
        }
        Ok(())
    }
}

fn int(expr: &Expr) -> Option<i32> {
    let Expr::NumberLiteral(literal) = expr else {
        return None;
    };
    literal.value.as_int()?.as_i32()
}

fn not_allowed(stmt: &Stmt) -> Refusal {
    Refusal::syntax(
        "a runtime file has functions and integer constants only",
        stmt.range(),
    )
}
