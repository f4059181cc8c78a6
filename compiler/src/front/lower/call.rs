//! Calls.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::builtins::{unassigned, Builtin, Intrinsic, Unassigned};
use crate::ir::*;
use pyxl_isa::insn::CALLP_ARGS;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprCall, ExprName};
use ruff_text_size::{Ranged, TextRange};

/// Most arguments of a call: the code descriptor counts them in eight bits, and a
/// frame has 256 slots.
const MAX_ARGUMENTS: usize = 200;

impl<'a> Lowerer<'_, 'a> {
    /// The builtin function that a name denotes here.
    pub fn builtin(&self, name: &ExprName) -> Option<Builtin> {
        match unassigned(&name.id) {
            Unassigned::Builtin(builtin) if self.variable(&name.id).is_none() => Some(builtin),
            _ => None,
        }
    }

    /// The intrinsic that a name denotes here.
    pub fn intrinsic(&self, name: &ExprName) -> Option<Intrinsic> {
        let local = self.variable(&name.id).is_some();
        self.program.intrinsic(&name.id).filter(|_| !local)
    }

    /// A call, with its result preferably in `dst`.
    pub fn call(&mut self, call: &'a ExprCall, dst: Option<Place>) -> Result<Value, Refusal> {
        if self.in_runtime() {
            if let Some(value) = self.runtime_call(call, dst)? {
                return Ok(value);
            }
        } else if let Expr::Name(name) = &*call.func {
            match self.builtin(name) {
                Some(Builtin::Print) => {
                    if let Some(value) = self.print(call)? {
                        return Ok(value);
                    }
                }
                Some(Builtin::Range) => {
                    return Err(Refusal::unsupported(
                        "ranges outside of `for` statements",
                        call.range(),
                    ))
                }
                None => {}
            }
            if let Some(intrinsic) = self.intrinsic(name) {
                return self.intrinsic_call(call, intrinsic, dst);
            }
        }
        let args = plain_arguments(call)?;
        let result = window_slot(dst, self);
        let mut window = vec![result];
        let callee = self.callee(&call.func, result, args.len())?;
        for arg in args {
            let slot = self.temp();
            self.expr_into(arg, Place::Var(slot))?;
            window.push(slot);
        }
        self.emit(Op::Call { callee, window }, call.range());
        Ok(Value::Var(result))
    }

    /// Puts the callee into its slot, unless the linker will know it.
    fn callee(&mut self, func: &'a Expr, slot: Var, args: usize) -> Result<Callee, Refusal> {
        let global = match func {
            Expr::Name(name) => match self.variable(&name.id) {
                Some(Place::Global(global)) => Some(global),
                _ => None,
            },
            _ => None,
        };
        let Some(global) = global else {
            self.expr_into(func, Place::Var(slot))?;
            return Ok(Callee::Any);
        };
        let info = self.program.info(global);
        let likely = info.defs.first().copied();
        let accepts = |id: &FuncId| {
            let signature = &self.program.function(*id).signature;
            signature.names.len() == args && !signature.is_irregular()
        };
        let likely = likely.filter(accepts);
        if let Some(id) = likely.filter(|_| info.constant && self.is_bound(Place::Global(global))) {
            self.mention(Place::Global(global));
            return Ok(Callee::Known(id));
        }
        self.expr_into(func, Place::Var(slot))?;
        let predictable = likely.filter(|_| args <= usize::from(CALLP_ARGS));
        Ok(predictable.map_or(Callee::Any, Callee::Likely))
    }

    fn intrinsic_call(
        &mut self,
        call: &'a ExprCall,
        intrinsic: Intrinsic,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let args = plain_arguments(call)?;
        check_count(args.len(), intrinsic.params(), call.range())?;
        match intrinsic {
            Intrinsic::WritePin(pin) => {
                let level = self.expr(args[0])?;
                self.effect(
                    Opcode::Out,
                    Some(level),
                    Value::int(pin.into()),
                    call.range(),
                );
                Ok(Value::NONE)
            }
            Intrinsic::ReadPin(pin) => {
                let dst = self.or_temp(dst);
                let pin = Some(Value::int(pin.into()));
                self.compute(Opcode::Inp, dst, None, pin, call.range());
                Ok(dst.into())
            }
            Intrinsic::CycleCounter => {
                let dst = self.or_temp(dst);
                self.compute(Opcode::Cyc, dst, None, None, call.range());
                Ok(dst.into())
            }
        }
    }

    /// Calls the program's `main` and prints its result, if nothing else calls it.
    pub fn call_main(&mut self) -> Result<(), Refusal> {
        let Some((id, global)) = self.program.main else {
            return Ok(());
        };
        let span = self.program.definition_name(id);
        self.mention(Place::Global(global));
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

/// The slot for callee and result: the destination if that is a temporary, which then is
/// an argument of an outer call.
pub fn window_slot(dst: Option<Place>, lowerer: &mut Lowerer) -> Var {
    match dst {
        Some(Place::Var(var)) if lowerer.body.vars[var.0 as usize].is_empty() => var,
        _ => lowerer.temp(),
    }
}

/// The arguments of a call that has only plain positional ones.
fn plain_arguments(call: &ExprCall) -> Result<Vec<&Expr>, Refusal> {
    if let Some(keyword) = call.arguments.keywords.first() {
        return Err(Refusal::unsupported("keyword arguments", keyword.range));
    }
    let args: Vec<&Expr> = call.arguments.args.iter().collect();
    if let Some(starred) = args.iter().find(|arg| arg.is_starred_expr()) {
        return Err(Refusal::unsupported("starred arguments", starred.range()));
    }
    if args.len() > MAX_ARGUMENTS {
        let message = format!("a call has at most {MAX_ARGUMENTS} arguments");
        return Err(Refusal::limit(message, call.range()));
    }
    Ok(args)
}

fn check_count(given: usize, expected: usize, range: TextRange) -> Result<(), Refusal> {
    if given == expected {
        return Ok(());
    }
    let plural = if expected == 1 { "" } else { "s" };
    let message = format!("this intrinsic takes {expected} argument{plural}, not {given}");
    Err(Refusal::syntax(message, range))
}
