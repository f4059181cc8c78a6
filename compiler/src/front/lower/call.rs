//! Calls.

use super::attribute_name::ATTRIBUTE_BUILTINS;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::program::FunctionKind;
use crate::front::program::{Alias, ModuleRef};
use crate::front::program_intrinsic::ProgramIntrinsic;
use crate::front::runtime::Routine;
use crate::front::scope::{Resolution, CLASS_CELL};
use crate::ir::*;
use pyxl_isa::insn::CALLP_ARGS;
use pyxl_isa::layout::function as words;
use pyxl_isa::layout::{tuple, MANY_ARGUMENTS};
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprAttribute, ExprCall, ExprName, Keyword};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// Builtin functions that compare the classes they get with others.
const COMPARING: [&str; 2] = ["isinstance", "issubclass"];

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

    /// The intrinsic that a name denotes here.
    pub fn intrinsic(&self, name: &ExprName) -> Option<ProgramIntrinsic> {
        let free = !self.in_runtime() && self.is_unassigned(&name.id);
        let intrinsic = || self.program.intrinsic(self.module, &name.id);
        free.then(intrinsic).flatten()
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

    /// The function that an expression surely is, if it names one.
    pub fn static_function(&self, func: &Expr) -> Option<FuncId> {
        let constant = |constant: Const| match constant {
            Const::Func(id) => Some(id),
            _ => None,
        };
        match func {
            Expr::Name(name) if !self.in_runtime() && !self.in_namespace(&name.id) => {
                if self.is_unassigned(&name.id) {
                    return self.program.builtin(&name.id).and_then(constant);
                }
                match self.variable(&name.id)? {
                    Place::Global(global) => self.function_in(global),
                    Place::Var(_) => None,
                }
            }
            Expr::Attribute(attribute) => match self.static_module(&attribute.value)? {
                ModuleRef::Builtin(module) => {
                    let changed = self.program.changes_attribute(&attribute.attr);
                    let value = self.program.runtime.visible(&module, &attribute.attr)?;
                    constant(value.value.clone()).filter(|_| !changed)
                }
                ModuleRef::File(number) => {
                    let names = &self.program.modules[number].names;
                    self.function_in(*names.get(attribute.attr.as_str())?)
                }
            },
            _ => None,
        }
    }

    /// The function that a global surely holds here.
    fn function_in(&self, global: Global) -> Option<FuncId> {
        if !self.is_bound(Place::Global(global)) {
            return None;
        }
        if let Some(id) = self.program.constant_function(global) {
            return Some(id);
        }
        match self.program.alias_of(global)? {
            Alias::Const(Const::Func(id)) => Some(*id),
            Alias::Global(module, name) => {
                let global = *self.program.modules[*module].names.get(name)?;
                self.program.constant_function(global)
            }
            _ => None,
        }
    }

    /// A call of a function that is known: its arguments are bound here. None if they
    /// cannot be, or if the call may be wrong.
    fn known_call(
        &mut self,
        id: FuncId,
        call: &'a ExprCall,
        dst: Option<Place>,
    ) -> Result<Option<Value>, Refusal> {
        let function = self.program.function(id);
        // A generator needs its function.
        let plain = function.kind == FunctionKind::Plain;
        if !plain || call.arguments.args.len() > MANY_ARGUMENTS {
            return Ok(None);
        }
        let changed = ["__defaults__", "__kwdefaults__", "__code__"];
        if !function.runtime
            && changed
                .iter()
                .any(|name| self.program.changes_attribute(name))
        {
            return Ok(None);
        }
        let Some(arguments) = self.static_arguments(id, call) else {
            return Ok(None);
        };
        self.note_callee(&call.func);
        let result = window_slot(dst, self);
        let span = call.range();
        let mut given = Self::given(call);
        if function.runtime && COMPARING.contains(&&*function.name) {
            self.hide_classes(&mut given);
        }
        let value = self.bound_call(id, &given, &arguments, result, span, |lowerer, param| {
            lowerer.default_value(id, param, span)
        })?;
        if let (true, Some(name)) = (
            function.runtime && ATTRIBUTE_BUILTINS.contains(&&*function.name),
            call.arguments.args.get(1),
        ) {
            if let Some(text) = self.known_prefix(name) {
                self.emit(Op::MayExist(ValueKind::Prefix(text.into())), span);
            }
        }
        Ok(Some(value))
    }

    fn note_callee(&mut self, func: &Expr) {
        let global = match func {
            Expr::Name(name) => self.variable(&name.id),
            Expr::Attribute(attribute) => match self.static_module(&attribute.value) {
                Some(ModuleRef::File(number)) => {
                    let names = &self.program.modules[number].names;
                    names
                        .get(attribute.attr.as_str())
                        .copied()
                        .map(Place::Global)
                }
                _ => None,
            },
            _ => None,
        };
        if let Some(place) = global {
            self.note_load(place);
        }
    }

    /// The default value of a known function's parameter.
    fn default_value(&mut self, id: FuncId, param: usize, span: TextRange) -> Value {
        let function = self.program.function(id);
        if function.runtime {
            return Value::Const(self.program.runtime_default(id, param));
        }
        let signature = &function.signature;
        let default = signature.defaults[param].expect("the parameter has a default value");
        if let Some(constant) = self.constant(default) {
            return Value::Const(constant);
        }
        let func = Value::Const(Const::Func(id));
        if param < signature.positional {
            let before = &signature.defaults[..param];
            let index = before.iter().filter(|default| default.is_some()).count();
            let defaults = self.word(&func, words::DEFAULTS, span);
            return self.word(&defaults, tuple::ITEMS + index, span);
        }
        let name = Value::Const(Const::Str(signature.names[param].clone()));
        let defaults = self.word(&func, words::KWDEFAULTS, span);
        Value::Var(self.call_runtime(Routine::DictGet, &[defaults, name], span))
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

    fn likely_function(&self, global: Global) -> Option<FuncId> {
        let own = self.program.info(global).defs.first().copied();
        own.or_else(|| match self.program.alias_of(global)? {
            Alias::Global(module, name) => {
                let global = *self.program.modules[*module].names.get(name)?;
                self.program.info(global).defs.first().copied()
            }
            _ => None,
        })
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
        for (offset, value) in (tuple::ITEMS..).zip(values) {
            let item = self.expr(value)?;
            self.put(item, &tuple, offset, value.range());
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

    /// `super()`.
    fn bare_super(&mut self, span: TextRange) -> Value {
        let function = self.program.function(self.id);
        let class: Rc<str> = CLASS_CELL.into();
        let scope = self.program.scopes.get(function.scope);
        let owner = scope.symbol(&class).map(|symbol| symbol.resolution);
        let message = match owner {
            _ if scope.frame != self.scope => "super(): no arguments",
            _ if function.signature.positional == 0 && !function.signature.varargs => {
                "super(): no arguments"
            }
            Some(Resolution::Variable(owner)) => {
                let cell = self.cell_of(owner, &class);
                let class = self.word(&cell, pyxl_isa::layout::cell::VALUE, span);
                let object = self.first_parameter(span);
                let args = [class, object];
                return Value::Var(self.call_runtime(Routine::NewSuper, &args, span));
            }
            _ => "super(): __class__ cell not found",
        };
        let error = self.program.builtin("RuntimeError").unwrap_or(Const::None);
        let message = Value::Const(Const::Str(message.into()));
        self.raise(Routine::RaiseMessage, &[Value::Const(error), message], span);
        Value::NONE
    }

    /// The first argument of the function.
    fn first_parameter(&mut self, span: TextRange) -> Value {
        let function = self.program.function(self.id);
        let (name, scope) = (function.params[0].clone(), function.scope);
        let packed = function.signature.positional == 0;
        let access = self.variables[&(scope, name.clone())];
        let value = self.load_variable(access, &name, span);
        match packed {
            true => self.word(&value, tuple::ITEMS, span),
            false => value,
        }
    }

    fn intrinsic_call(
        &mut self,
        call: &'a ExprCall,
        intrinsic: ProgramIntrinsic,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let args = plain_arguments(call)?;
        check_count(args.len(), intrinsic.params(), call.range())?;
        match intrinsic {
            ProgramIntrinsic::WritePin(pin) => {
                let level = self.expr(args[0])?;
                let pin = Value::int(pin.into());
                self.effect(Opcode::Out, Some(level), pin, call.range());
                Ok(Value::NONE)
            }
            ProgramIntrinsic::ReadPin(pin) => {
                let dst = self.or_temp(dst);
                let pin = Some(Value::int(pin.into()));
                self.compute(Opcode::Inp, dst, None, pin, call.range());
                Ok(dst.into())
            }
            ProgramIntrinsic::CycleCounter => {
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
        self.note_load(Place::Global(global));
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
    Err(Refusal::syntax(message, range))
}
