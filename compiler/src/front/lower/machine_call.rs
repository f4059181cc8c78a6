//! Calls of the machine's functions, and `main`, which is called in programs that import them.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::machine_function::MachineFunction;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprCall, ExprName};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// The intrinsic that a name denotes here.
    pub fn intrinsic(&self, name: &ExprName) -> Option<MachineFunction> {
        let free = !self.in_runtime() && self.is_unassigned(&name.id);
        let intrinsic = || self.program.intrinsic(self.module, &name.id);
        free.then(intrinsic).flatten()
    }

    /// A call of an intrinsic.
    ///
    /// # Errors
    /// If its arguments are wrong.
    pub fn intrinsic_call(
        &mut self,
        call: &'a ExprCall,
        intrinsic: MachineFunction,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let args = plain_arguments(call)?;
        check_count(args.len(), intrinsic.params(), call.range())?;
        match intrinsic {
            MachineFunction::WritePin(pin) => {
                let level = self.expr(args[0])?;
                let pin = Value::int(pin.into());
                self.effect(Opcode::Out, Some(level), pin, call.range());
                Ok(Value::NONE)
            }
            MachineFunction::ReadPin(pin) => {
                let dst = self.or_temp(dst);
                let pin = Some(Value::int(pin.into()));
                self.compute(Opcode::Inp, dst, None, pin, call.range());
                Ok(dst.into())
            }
            MachineFunction::CycleCounter => {
                let dst = self.or_temp(dst);
                self.compute(Opcode::Cyc, dst, None, None, call.range());
                Ok(dst.into())
            }
        }
    }

    /// Calls the program's `main` and prints its result, if nothing else calls it.
    ///
    /// # Errors
    /// If it has parameters.
    pub fn call_main(&mut self) -> Result<(), Refusal> {
        let Some((id, global)) = self.program.main.filter(|_| self.module == 0) else {
            return Ok(());
        };
        let span = self.program.definition_name(id);
        self.checked(Value::Global(global), span);
        let params = &self.program.function(id).params;
        if !params.is_empty() {
            return Err(Refusal::unsupported(
                "parameters of a `main` that nothing calls",
                span,
            ));
        }
        let result = self.temp();
        let (callee, window) = (Callee::Known(id), vec![result]);
        self.emit(Op::Call { callee, window }, span);
        self.print_values(vec![Value::Var(result)], " ", "\n", span);
        Ok(())
    }
}

/// The arguments of an intrinsic.
fn plain_arguments(call: &ExprCall) -> Result<Vec<&Expr>, Refusal> {
    if let Some(keyword) = call.arguments.keywords.first() {
        let feature = "keyword arguments of intrinsics";
        return Err(Refusal::unsupported(feature, keyword.range));
    }
    let args: Vec<&Expr> = call.arguments.args.iter().collect();
    match args.iter().find(|arg| arg.is_starred_expr()) {
        Some(starred) => {
            let feature = "starred arguments of intrinsics";
            Err(Refusal::unsupported(feature, starred.range()))
        }
        None => Ok(args),
    }
}

fn check_count(given: usize, expected: usize, range: TextRange) -> Result<(), Refusal> {
    if given == expected {
        return Ok(());
    }
    let plural = if expected == 1 { "" } else { "s" };
    let message = format!("this intrinsic takes {expected} argument{plural}, not {given}");
    Err(Refusal::wrong(message, range))
}
