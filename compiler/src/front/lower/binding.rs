//! Calls whose arguments are bound when the program is compiled.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::front::signature::Argument;
use crate::ir::*;
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::TextRange;

/// An argument: one that is still to be evaluated, or its value.
#[derive(Clone)]
pub enum ArgumentSource<'a> {
    /// It is evaluated where it is bound.
    Expr(&'a Expr),
    /// It stands in a place of its own.
    Value(Value),
}

/// The arguments of a call without unpacking.
#[derive(Clone, Default)]
pub struct Given<'a> {
    /// Positional ones.
    pub positional: Vec<ArgumentSource<'a>>,
    /// The others, with their names.
    pub keywords: Vec<(&'a str, ArgumentSource<'a>)>,
}

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

    /// What the arguments of a call are made of.
    pub fn given(call: &'a ExprCall) -> Given<'a> {
        let keywords = call.arguments.keywords.iter();
        let keywords = keywords.filter_map(|keyword| {
            let name = keyword.arg.as_ref()?;
            Some((name.as_str(), ArgumentSource::Expr(&keyword.value)))
        });
        Given {
            positional: call
                .arguments
                .args
                .iter()
                .map(ArgumentSource::Expr)
                .collect(),
            keywords: keywords.collect(),
        }
    }

    /// Calls a function that is known, with these arguments. `default` gives the default
    /// value of a parameter.
    pub fn bound_call(
        &mut self,
        id: FuncId,
        given: &Given<'a>,
        arguments: &[Argument],
        result: Var,
        span: TextRange,
        default: impl Fn(&mut Self, usize) -> Value,
    ) -> Result<Value, Refusal> {
        let function = self.program.function(id);
        let constructs = function.runtime && matches!(&*function.name, "__new__" | "__init__");
        let params: Vec<Var> = arguments.iter().map(|_| self.temp()).collect();
        // The arguments are evaluated in the order of the source.
        let mut rest = vec![];
        for (number, source) in given.positional.iter().enumerate() {
            let wanted = Argument::Positional(number);
            match arguments.iter().position(|argument| *argument == wanted) {
                Some(at) => self.put_argument(source, params[at], span)?,
                None => rest.push(self.argument(source)?),
            }
        }
        let mut extra = vec![];
        for (number, (name, source)) in given.keywords.iter().enumerate() {
            let wanted = Argument::Keyword(number);
            match arguments.iter().position(|argument| *argument == wanted) {
                Some(at) => self.put_argument(source, params[at], span)?,
                None => extra.push((*name, self.argument(source)?)),
            }
        }
        for (at, (param, argument)) in params.iter().zip(arguments).enumerate() {
            let value = match argument {
                Argument::Positional(_) | Argument::Keyword(_) => continue,
                Argument::Default => default(self, at),
                Argument::Rest(_) => self.tuple_of(&rest, span),
                // See the runtime's README on classes.
                Argument::Extra(_) if extra.is_empty() && constructs => Value::NONE,
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

    fn put_argument(
        &mut self,
        source: &ArgumentSource<'a>,
        param: Var,
        span: TextRange,
    ) -> Result<(), Refusal> {
        match source {
            ArgumentSource::Expr(expr) => self.expr_into(expr, Place::Var(param)),
            ArgumentSource::Value(value) => {
                self.copy(Place::Var(param), value.clone(), span);
                Ok(())
            }
        }
    }

    /// The value of an argument, in a place of its own if it is an expression.
    pub fn argument(&mut self, source: &ArgumentSource<'a>) -> Result<Value, Refusal> {
        match source {
            ArgumentSource::Expr(expr) => self.kept(expr),
            ArgumentSource::Value(value) => Ok(value.clone()),
        }
    }

    fn extra_dict(&mut self, items: &[(&str, Value)], span: TextRange) -> Var {
        let result = self.call_runtime(Routine::NewDict, &[], span);
        for (name, item) in items {
            let name = Value::Const(Const::Str((*name).into()));
            let args = [Value::Var(result), name, item.clone()];
            self.call_runtime(Routine::DictSet, &args, span);
        }
        result
    }
}
