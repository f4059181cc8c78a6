//! Calls whose arguments are bound when the program is compiled.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::signature::Argument;
use crate::ir::*;
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// What each parameter of a function gets in a call; `None` if only the runtime can
    /// tell, or if the call is wrong.
    pub fn static_arguments(&self, id: FuncId, call: &ExprCall) -> Option<Vec<Argument>> {
        let args = &call.arguments.args;
        if args.iter().any(Expr::is_starred_expr) {
            return None;
        }
        let keywords = call.arguments.keywords.iter();
        let keywords = keywords.map(|keyword| keyword.arg.as_ref().map(|name| name.as_str()));
        let keywords: Vec<&str> = keywords.collect::<Option<_>>()?;
        let signature = &self.program.function(id).signature;
        signature.bind(args.len(), &keywords)
    }

    /// Calls a function that is known, with these arguments. `default` gives the default
    /// value of a parameter.
    pub fn bound_call(
        &mut self,
        id: FuncId,
        call: &'a ExprCall,
        arguments: &[Argument],
        result: Var,
        default: impl Fn(&mut Self, usize) -> Value,
    ) -> Result<Value, Refusal> {
        let span = call.range();
        let params: Vec<Var> = arguments.iter().map(|_| self.temp()).collect();
        // The arguments are evaluated in the order of the source.
        let mut rest = vec![];
        for (number, arg) in call.arguments.args.iter().enumerate() {
            let wanted = Argument::Positional(number);
            match arguments.iter().position(|argument| *argument == wanted) {
                Some(at) => self.expr_into(arg, Place::Var(params[at]))?,
                None => rest.push(self.kept(arg)?),
            }
        }
        let mut extra = vec![];
        for (number, keyword) in call.arguments.keywords.iter().enumerate() {
            let wanted = Argument::Keyword(number);
            match arguments.iter().position(|argument| *argument == wanted) {
                Some(at) => self.expr_into(&keyword.value, Place::Var(params[at]))?,
                None => {
                    let name = keyword.arg.as_ref().expect("a keyword has a name");
                    extra.push((name.as_str(), self.kept(&keyword.value)?));
                }
            }
        }
        for (at, (param, argument)) in params.iter().zip(arguments).enumerate() {
            let value = match argument {
                Argument::Positional(_) | Argument::Keyword(_) => continue,
                Argument::Default => default(self, at),
                Argument::Rest(_) => self.tuple_of(&rest, span),
                Argument::Extra(_) => Value::Var(self.extra_dict(&extra, span)),
            };
            self.copy(Place::Var(*param), value, span);
        }
        let mut window = vec![result];
        window.extend(params);
        let callee = Callee::Known(id);
        self.emit(Op::Call { callee, window }, span);
        Ok(Value::Var(result))
    }

    fn extra_dict(&mut self, items: &[(&str, Value)], span: TextRange) -> Var {
        let result = self.call_runtime("new_dict", &[], span);
        for (name, item) in items {
            let name = Value::Const(Const::Str((*name).into()));
            let args = [Value::Var(result), name, item.clone()];
            self.call_runtime("dict_set", &args, span);
        }
        result
    }
}
