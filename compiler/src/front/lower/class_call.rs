//! Calls of builtin classes that are known: they go to `__new__` and `__init__` at once.

use super::binding::{ArgumentSource, Given};
use super::call::window_slot;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Member;
use crate::front::runtime::{KnownClass, Routine};
use crate::ir::*;
use pyxl_isa::layout::ClassId;
use ruff_python_ast::{Expr, ExprCall};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

impl<'a> Lowerer<'_, 'a> {
    /// The builtin class that an expression surely is, if it names one.
    pub fn static_class(&self, func: &Expr) -> Option<ClassNo> {
        let name = func.as_name_expr()?;
        let value = if self.in_runtime() {
            self.variable(&name.id)
                .is_none()
                .then(|| self.program.runtime.value(&name.id))
        } else {
            let free = !self.in_namespace(&name.id) && self.is_unassigned(&name.id);
            free.then(|| self.program.builtin(&name.id))
        };
        match value?? {
            Const::Class(class) => Some(class),
            _ => None,
        }
    }

    /// Makes builtin classes among the arguments such that the program cannot get hold of them.
    pub fn hide_classes(&self, given: &mut Given<'a>) {
        let hidden = |expr: &Expr| self.static_class(expr).map(Const::HiddenClass);
        for source in &mut given.positional {
            let ArgumentSource::Expr(expr) = source else {
                continue;
            };
            let constant = match expr {
                Expr::Tuple(tuple) => {
                    let classes: Option<Rc<[Const]>> = tuple.elts.iter().map(hidden).collect();
                    classes.map(Const::Tuple)
                }
                expr => hidden(expr),
            };
            if let Some(constant) = constant {
                *source = ArgumentSource::Value(Value::Const(constant));
            }
        }
    }

    /// True for a builtin exception class.
    pub fn is_exception_class(&self, class: ClassNo) -> bool {
        let runtime = &self.program.runtime;
        runtime.derives(class, runtime.interface.class(KnownClass::BaseException))
    }

    /// A call of a builtin class. None if only the runtime can tell how its arguments are
    /// bound, or if the call is wrong.
    ///
    /// # Errors
    /// The first thing in the arguments that is refused.
    pub fn class_call(
        &mut self,
        class: ClassNo,
        call: &'a ExprCall,
        dst: Option<Place>,
    ) -> Result<Option<Value>, Refusal> {
        let starred = call.arguments.args.iter().any(Expr::is_starred_expr);
        let unpacked = call.arguments.keywords.iter().any(|k| k.arg.is_none());
        match starred || unpacked {
            true => Ok(None),
            false => self.instance(class, Self::given(call), dst, call.range()),
        }
    }

    /// An instance of a builtin class, made with arguments.
    pub fn instance(
        &mut self,
        class: ClassNo,
        given: Given<'a>,
        dst: Option<Place>,
        span: TextRange,
    ) -> Result<Option<Value>, Refusal> {
        let id = self.program.runtime.class(class).id;
        if let (ClassId::TYPE, [object], true) =
            (id, &given.positional[..], given.keywords.is_empty())
        {
            let object = self.argument(object)?;
            let class = self.call_runtime(Routine::ClassOf, &[object], span);
            let marker = self.program.runtime.interface.class(KnownClass::ClassValue);
            self.emit(Op::Note(Note::MayExist(ValueKind::Class(marker))), span);
            return Ok(Some(Value::Var(class)));
        }
        if id == ClassId::TYPE || id == ClassId::OBJECT {
            return Ok(None);
        }
        let (new, init) = (
            self.method_of(class, "__new__"),
            self.method_of(class, "__init__"),
        );
        let plain_exception = self.is_exception_class(class) && new.is_none();
        let base = plain_exception && init == self.exception_init();
        if !(plain_exception || new.is_some())
            || base && !given.keywords.is_empty()
            || !init.is_none_or(|init| self.binds(init, &given))
            || !new.is_none_or(|new| self.binds(new, &given))
        {
            return Ok(None);
        }
        if plain_exception && self.needs_arguments(class, &given) {
            let marker = self
                .program
                .runtime
                .interface
                .class(KnownClass::ExceptionArguments);
            self.emit(Op::Note(Note::MayExist(ValueKind::Class(marker))), span);
        }
        let result = window_slot(dst, self);
        let class = Value::Const(Const::HiddenClass(class));
        let (Some(init), false) = (init, base) else {
            let value = match new {
                Some(new) => self.constructor_call(new, class, given, result, span)?,
                None => self.new_exception(class, &given, span)?,
            };
            return Ok(Some(value));
        };
        // The arguments wait below the window of `__new__`, so that it cannot be within the
        // window that `dst` belongs to.
        let result = self.temp();
        let given = self.evaluated(given)?;
        let object = match new {
            Some(new) if self.leaves_arguments(new) => {
                self.constructor_call(new, class, Given::default(), result, span)?
            }
            Some(new) => self.constructor_call(new, class, given.clone(), result, span)?,
            None => self.new_exception(class, &given, span)?,
        };
        let object = self.keep(object, span);
        let unused = self.temp();
        self.constructor_call(init, object.clone(), given, unused, span)?;
        Ok(Some(object))
    }

    /// The method of a builtin class, if it is not that of `object`.
    fn method_of(&self, class: ClassNo, name: &str) -> Option<FuncId> {
        let runtime = &self.program.runtime;
        let order = runtime.linearise(class).into_iter();
        let order = order.filter(|class| runtime.class(*class).id != ClassId::OBJECT);
        let mut members = order.flat_map(|class| &runtime.class(class).members);
        match members.find(|(member, _)| *member == name)?.1 {
            Member::Function(id) | Member::Static(id) => Some(id),
            _ => None,
        }
    }

    /// True if an exception's text may be something else than its only argument.
    fn needs_arguments(&self, class: ClassNo, given: &Given) -> bool {
        let base = self
            .program
            .runtime
            .interface
            .class(KnownClass::BaseException);
        let text = "__str__";
        let is_string = match given.positional[..] {
            [] => true,
            [ArgumentSource::Expr(Expr::StringLiteral(_) | Expr::FString(_))] => true,
            _ => self.in_runtime(),
        };
        !is_string || self.method_of(class, text) != self.method_of(base, text)
    }

    fn exception_init(&self) -> Option<FuncId> {
        let class = self
            .program
            .runtime
            .interface
            .class(KnownClass::BaseException);
        self.method_of(class, "__init__")
    }

    /// True for a `__new__` that takes any arguments: it leaves them to `__init__`.
    fn leaves_arguments(&self, new: FuncId) -> bool {
        let signature = &self.program.function(new).signature;
        signature.varargs && signature.kwargs
    }

    /// True if the arguments fit a constructor, which has one parameter before them.
    fn binds(&self, id: FuncId, given: &Given) -> bool {
        let names: Vec<&str> = given.keywords.iter().map(|(name, _)| *name).collect();
        let signature = &self.program.function(id).signature;
        signature.bind(given.positional.len() + 1, &names).is_some()
    }

    fn constructor_call(
        &mut self,
        id: FuncId,
        first: Value,
        mut given: Given<'a>,
        result: Var,
        span: TextRange,
    ) -> Result<Value, Refusal> {
        given.positional.insert(0, ArgumentSource::Value(first));
        let names: Vec<&str> = given.keywords.iter().map(|(name, _)| *name).collect();
        let signature = &self.program.function(id).signature;
        let arguments = signature.bind(given.positional.len(), &names);
        let arguments = arguments.expect("it was seen that they fit");
        self.bound_call(id, &given, &arguments, result, span, |lowerer, param| {
            Value::Const(lowerer.program.runtime_default(id, param))
        })
    }

    /// An exception with its `args`, not initialised beyond them.
    fn new_exception(
        &mut self,
        class: Value,
        given: &Given<'a>,
        span: TextRange,
    ) -> Result<Value, Refusal> {
        let mut values = vec![];
        for source in &given.positional {
            values.push(self.argument(source)?);
        }
        let args = match values.is_empty() {
            true => Value::Const(Const::Tuple([].into())),
            false => self.tuple_of(&values, span),
        };
        let exception = self.call_runtime(Routine::NewException, &[class, args], span);
        Ok(Value::Var(exception))
    }

    fn evaluated(&mut self, given: Given<'a>) -> Result<Given<'a>, Refusal> {
        let mut values = Given {
            positional: vec![],
            keywords: vec![],
        };
        for source in &given.positional {
            values
                .positional
                .push(ArgumentSource::Value(self.argument(source)?));
        }
        for (name, source) in &given.keywords {
            let value = ArgumentSource::Value(self.argument(source)?);
            values.keywords.push((name, value));
        }
        Ok(values)
    }
}
