//! Calls.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::front::scope::Resolution;
use crate::ir::*;
use pyxl_isa::insn::CALLP_ARGS;
use pyxl_isa::layout::{tuple, MANY_ARGUMENTS};
use ruff_python_ast::{Expr, ExprAttribute, ExprCall, ExprName, Keyword};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// True if the name denotes the builtin with this name.
    pub fn is_builtin(&self, name: &ExprName, builtin: &str) -> bool {
        name.id == builtin && self.is_unassigned(&name.id)
    }

    /// True for a name that nothing in the program binds.
    pub fn is_unassigned(&self, name: &str) -> bool {
        let text = self.mangle(name);
        let scope = self.program.scopes.get(self.scope);
        let resolution = scope.symbol(&text).map(|symbol| symbol.resolution);
        let local = matches!(
            resolution,
            Some(Resolution::Variable(_) | Resolution::Namespace)
        );
        !local && self.variable(name).is_none()
    }

    /// A call, with its result preferably in `dst`.
    pub fn call(&mut self, call: &'a ExprCall, dst: Option<Place>) -> Result<Value, Refusal> {
        if self.in_runtime() {
            if let Some(value) = self.runtime_call(call, dst)? {
                return Ok(value);
            }
        } else if let Expr::Name(name) = &*call.func {
            if self.is_builtin(name, "print") {
                if let Some(value) = self.print(call)? {
                    return Ok(value);
                }
            }
            if let Some(intrinsic) = self.intrinsic(name) {
                return self.intrinsic_call(call, intrinsic, dst);
            }
            if self.is_builtin(name, "super") && call.arguments.is_empty() {
                return Ok(self.bare_super(call.range()));
            }
            if self.is_unassigned(&name.id) {
                if let Some(value) = self.scope_call(call, name)? {
                    return Ok(value);
                }
            }
        }
        if let Some(id) = self.static_function(&call.func) {
            if let Some(value) = self.known_call(id, call, dst)? {
                return Ok(value);
            }
        }
        if let Some(class) = self.static_class(&call.func) {
            if let Some(value) = self.class_call(class, call, dst)? {
                return Ok(value);
            }
        }
        let arguments = &call.arguments;
        let starred = arguments.args.iter().any(Expr::is_starred_expr);
        if starred
            || arguments
                .keywords
                .iter()
                .any(|keyword| keyword.arg.is_none())
        {
            return self.unpacked_call(call);
        }
        if !arguments.keywords.is_empty() || arguments.args.len() > MANY_ARGUMENTS {
            return self.keyword_call(call);
        }
        match &*call.func {
            Expr::Attribute(attribute) => match self.static_module(&attribute.value) {
                None => self.method_call(call, attribute, dst),
                Some(_) => self.plain_call(call, dst),
            },
            _ => self.plain_call(call, dst),
        }
    }

    /// A call with nothing but positional arguments.
    fn plain_call(&mut self, call: &'a ExprCall, dst: Option<Place>) -> Result<Value, Refusal> {
        let result = window_slot(dst, self);
        let mut window = vec![result];
        let args = call.arguments.args.len();
        let callee = self.callee(&call.func, result, args)?;
        self.arguments(call, &mut window)?;
        self.emit(Op::Call { callee, window }, call.range());
        Ok(Value::Var(result))
    }

    fn arguments(&mut self, call: &'a ExprCall, window: &mut Vec<Var>) -> Result<(), Refusal> {
        for arg in &call.arguments.args {
            let slot = self.temp();
            self.expr_into(arg, Place::Var(slot))?;
            window.push(slot);
        }
        Ok(())
    }

    /// Puts the callee into its slot; says what it probably is.
    fn callee(&mut self, func: &'a Expr, slot: Var, args: usize) -> Result<Callee, Refusal> {
        let likely = match func {
            Expr::Name(name) if !self.in_namespace(&name.id) => match self.variable(&name.id) {
                Some(Place::Global(global)) => self.likely_function(global),
                _ => None,
            },
            _ => None,
        };
        self.expr_into(func, Place::Var(slot))?;
        let predictable = likely.filter(|id| {
            let signature = &self.program.function(*id).signature;
            let fits = signature.names.len() == args && !signature.is_irregular();
            fits && args <= usize::from(CALLP_ARGS)
        });
        Ok(predictable.map_or(Callee::Any, Callee::Likely))
    }

    /// `object.name(…)`: the method is called without an object for it.
    fn method_call(
        &mut self,
        call: &'a ExprCall,
        attribute: &'a ExprAttribute,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let object = self.expr(&attribute.value)?;
        let callee = window_slot(dst, self);
        let receiver = self.temp();
        let name = Value::Const(Const::Str(self.mangle(&attribute.attr)));
        let method = Op::Method {
            callee,
            receiver,
            object,
            name,
        };
        self.emit(method, attribute.range);
        let mut window = vec![callee, receiver];
        self.arguments(call, &mut window)?;
        let span = Span {
            anchor: Some(Anchor::Member(attribute.attr.range)),
            ..Span::from(call.range())
        };
        let any = Callee::Any;
        self.emit(
            Op::Call {
                callee: any,
                window,
            },
            span,
        );
        Ok(Value::Var(callee))
    }

    /// A call with keyword arguments.
    fn keyword_call(&mut self, call: &'a ExprCall) -> Result<Value, Refusal> {
        let span = call.range();
        let callee = self.kept(&call.func)?;
        let positional = call.arguments.args.iter();
        let keywords = call.arguments.keywords.iter();
        let values: Vec<&'a Expr> = positional.chain(keywords.map(|k| &k.value)).collect();
        let tuple = Value::Var(self.call_runtime(
            Routine::NewTuple,
            &[Value::int(values.len() as i32)],
            span,
        ));
        for (index, value) in values.into_iter().enumerate() {
            let item = self.expr(value)?;
            self.put(item, &tuple, tuple::field::ITEMS.at(index), value.range());
        }
        let names = call.arguments.keywords.iter().map(|keyword| {
            let name = keyword.arg.as_ref().expect("a keyword has a name");
            Const::Str(name.as_str().into())
        });
        let names = Value::Const(Const::Tuple(names.collect()));
        Ok(Value::Var(self.call_runtime(
            Routine::CallKeywords,
            &[callee, tuple, names],
            span,
        )))
    }

    /// A call with `*args` or `**kwargs`.
    fn unpacked_call(&mut self, call: &'a ExprCall) -> Result<Value, Refusal> {
        let span = call.range();
        let callee = self.kept(&call.func)?;
        let single = match &*call.arguments.args {
            [Expr::Starred(starred)] => Some(self.kept(&starred.value)?),
            _ => None,
        };
        let args = match single {
            Some(_) => Value::NONE,
            None => self.tuple(&call.arguments.args, span)?,
        };
        let mut args = self.keep(args, span);
        let keywords = self.keywords(&call.arguments.keywords, Some(&callee), span)?;
        if let Some(iterable) = single {
            let iterable = [iterable, callee.clone()];
            args = Value::Var(self.call_runtime(Routine::StarArguments, &iterable, span));
        }
        Ok(Value::Var(self.call_runtime(
            Routine::CallExpanded,
            &[callee, args, keywords],
            span,
        )))
    }

    /// The dictionary of keyword arguments, or None. `callee` is for error messages.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn keywords(
        &mut self,
        keywords: &'a [Keyword],
        callee: Option<&Value>,
        span: TextRange,
    ) -> Result<Value, Refusal> {
        if keywords.is_empty() {
            return Ok(Value::NONE);
        }
        let dict = Value::Var(self.call_runtime(Routine::NewDict, &[], span));
        for keyword in keywords {
            let value = self.expr(&keyword.value)?;
            let callee = callee.cloned().unwrap_or(Value::NONE);
            match &keyword.arg {
                Some(name) => {
                    let name = Value::Const(Const::Str(name.as_str().into()));
                    let args = [dict.clone(), name, value, callee];
                    self.call_runtime(Routine::AddKeyword, &args, span);
                }
                None => {
                    self.call_runtime(Routine::MergeKeywords, &[dict.clone(), value, callee], span);
                }
            }
        }
        Ok(dict)
    }

    /// The value of an expression, in a place of its own.
    pub fn kept(&mut self, expr: &'a Expr) -> Result<Value, Refusal> {
        let temp = self.temp();
        self.expr_into(expr, Place::Var(temp))?;
        Ok(Value::Var(temp))
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
