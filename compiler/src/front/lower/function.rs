//! `def` statements and lambda expressions: function objects.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::modules::has_future_annotations;
use crate::front::program::{FunctionKind, ScopeNode};
use crate::front::runtime::Routine;
use crate::front::{refuse, unparse};
use crate::ir::*;
use pyxl_isa::layout::function::field as words;
use pyxl_isa::Opcode;
use ruff_python_ast::{Decorator, Expr, ExprLambda, Parameters, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

impl<'a> Lowerer<'_, 'a> {
    /// A `def` statement.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn function_def(&mut self, def: &'a StmtFunctionDef) -> Result<(), Refusal> {
        let decorators = self.decorators(&def.decorator_list)?;
        let id = self.program.definition(def);
        let span = match def.decorator_list.first() {
            // CPython's position of the code that makes the function.
            Some(decorator) => decorator.expression.range(),
            None => def.name.range,
        };
        let function = self.new_function(id, Some(&def.parameters), span, |lowerer| {
            lowerer.signature_annotations(def)
        })?;
        let value = self.decorate(&def.decorator_list, decorators, function)?;
        self.store_name(&def.name, value, def.range)
    }

    /// A lambda expression.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn lambda(
        &mut self,
        lambda: &'a ExprLambda,
        _dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let id = self.program.definition(lambda);
        let parameters = lambda.parameters.as_deref();
        self.new_function(id, parameters, lambda.range, |_| Ok(None))
    }

    /// The values of decorators, in their order.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn decorators(&mut self, list: &'a [Decorator]) -> Result<Vec<Value>, Refusal> {
        let mut values = vec![];
        for decorator in list {
            let slot = Place::Var(self.temp());
            self.expr_into(&decorator.expression, slot)?;
            values.push(slot.into());
        }
        Ok(values)
    }

    /// What the decorators make of a function or class.
    ///
    /// # Errors
    /// None yet.
    pub fn decorate(
        &mut self,
        list: &[Decorator],
        decorators: Vec<Value>,
        mut value: Value,
    ) -> Result<Value, Refusal> {
        for (decorator, callable) in list.iter().zip(decorators).rev() {
            let span = decorator.expression.range();
            let window = vec![self.temp(), self.temp()];
            self.copy(Place::Var(window[0]), callable, span);
            self.copy(Place::Var(window[1]), value, span);
            value = Value::Var(window[0]);
            let callee = Callee::Any;
            self.emit(Op::Call { callee, window }, span);
        }
        Ok(value)
    }

    /// A function object. `annotations` are evaluated after the default values.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn new_function(
        &mut self,
        id: FuncId,
        parameters: Option<&'a Parameters>,
        span: TextRange,
        annotations: impl FnOnce(&mut Self) -> Result<Option<Value>, Refusal>,
    ) -> Result<Value, Refusal> {
        let (defaults, keyword_defaults) = match parameters {
            Some(parameters) => self.defaults(parameters, span)?,
            None => (Value::NONE, Value::NONE),
        };
        let annotations = annotations(self)?;
        let closure = self.closure(id, span);
        self.note_made(id, span);
        let template = Value::Const(Const::Func(id));
        let function = if self.program.scope(id).made_once {
            for (word, value) in [
                (words::DEFAULTS, defaults),
                (words::KWDEFAULTS, keyword_defaults),
                (words::CLOSURE, closure),
            ] {
                if value != Value::NONE {
                    self.put(value, &template, word, span);
                }
            }
            template
        } else {
            let args = [template, defaults, keyword_defaults, closure];
            Value::Var(self.call_runtime(Routine::MakeFunction, &args, span))
        };
        if let Some(annotations) = annotations {
            let store = Op::Assign {
                op: Opcode::Sta,
                value: annotations,
                a: function.clone(),
                b: Value::Const(Const::Str("__annotations__".into())),
            };
            self.emit(store, span);
        }
        Ok(function)
    }

    /// The tuple of the positional default values and the dictionary of the keyword-only
    /// ones, each None if there are none.
    fn defaults(
        &mut self,
        parameters: &'a Parameters,
        span: TextRange,
    ) -> Result<(Value, Value), Refusal> {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<&Expr> = positional.filter_map(|p| p.default()).collect();
        let positional = match defaults.is_empty() {
            true => Value::NONE,
            false => {
                let values = self.operands(&defaults)?;
                match constants(&values) {
                    Some(items) => Value::Const(Const::Tuple(items)),
                    None => self.tuple_of(&values, span),
                }
            }
        };
        let keyword_only = parameters.kwonlyargs.iter();
        let keyword_only: Vec<(&str, &Expr)> = keyword_only
            .filter_map(|p| Some((p.name().as_str(), p.default()?)))
            .collect();
        if keyword_only.is_empty() {
            return Ok((positional, Value::NONE));
        }
        let defaults = self.call_runtime(Routine::NewDict, &[], span);
        for (name, default) in keyword_only {
            let value = self.expr(default)?;
            let name = Value::Const(Const::Str(self.mangle(name)));
            self.call_runtime(Routine::DictSet, &[Value::Var(defaults), name, value], span);
        }
        Ok((positional, Value::Var(defaults)))
    }

    /// The annotations of a function: evaluated for their effects, and kept where the
    /// program asks for them.
    fn signature_annotations(
        &mut self,
        def: &'a StmtFunctionDef,
    ) -> Result<Option<Value>, Refusal> {
        let parameters = def.parameters.iter();
        let named = parameters.filter_map(|p| Some((p.name().as_str(), p.annotation()?)));
        let returns = def.returns.as_deref().map(|returns| ("return", returns));
        let annotations: Vec<(&str, &'a Expr)> = named.chain(returns).collect();
        if annotations.is_empty() {
            return Ok(None);
        }
        let kept = self
            .program
            .scopes
            .attributes
            .loads
            .contains("__annotations__");
        let dict = kept.then(|| self.call_runtime(Routine::NewDict, &[], def.name.range));
        for (name, annotation) in annotations {
            let value = self.annotation_value(annotation)?;
            if let Some(dict) = dict {
                let name = Value::Const(Const::Str(self.mangle(name)));
                let args = [Value::Var(dict), name, value];
                self.call_runtime(Routine::DictSet, &args, annotation.range());
            }
        }
        Ok(dict.map(Value::Var))
    }

    /// The value of an annotation: its text after `from __future__ import annotations`.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn annotation_value(&mut self, annotation: &'a Expr) -> Result<Value, Refusal> {
        if self.has_future_annotations() {
            return match unparse::expression(annotation) {
                Some(text) => Ok(Value::Const(Const::Str(text.into()))),
                None => Err(refuse::Feature::AnnotationText.at(annotation.range())),
            };
        }
        self.expr(annotation)
    }

    fn has_future_annotations(&self) -> bool {
        let scope = self.program.modules[self.module].scope;
        match self.program.scopes.source(scope) {
            ScopeNode::Module(module) => has_future_annotations(module),
            _ => false,
        }
    }

    /// The annotation of a name in a module or class body.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn annotate(
        &mut self,
        name: &str,
        annotation: &'a Expr,
        span: TextRange,
    ) -> Result<(), Refusal> {
        if self.is_function() {
            return Ok(());
        }
        let value = self.annotation_value(annotation)?;
        let annotations = match self.program.function(self.id).source {
            ScopeNode::Class(_) => {
                let key = Value::Const(Const::Str("__annotations__".into()));
                let namespace = self.namespace();
                Value::Var(self.call_runtime(Routine::NamespaceGet, &[namespace, key], span))
            }
            _ => self.load_name("__annotations__", span)?,
        };
        let annotations = self.keep(annotations, span);
        let name = Value::Const(Const::Str(self.mangle(name)));
        let store = Op::Assign {
            op: Opcode::Stx,
            value,
            a: annotations,
            b: name,
        };
        self.emit(store, span);
        Ok(())
    }

    /// The annotation of something that is no name: evaluated, except in a function.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn annotation_for_effect(&mut self, annotation: &'a Expr) -> Result<(), Refusal> {
        if self.is_function() || self.has_future_annotations() {
            return Ok(());
        }
        self.expr(annotation).map(drop)
    }

    /// True in functions, false in module and class bodies.
    pub fn is_function(&self) -> bool {
        let source = self.program.function(self.id).source;
        !matches!(source, ScopeNode::Module(_) | ScopeNode::Class(_))
    }

    /// The tuple of the cells that a function needs, or None.
    pub fn closure(&mut self, id: FuncId, span: TextRange) -> Value {
        let cells: Vec<Value> = self.cells(id).into_iter().map(Value::Var).collect();
        match cells.is_empty() {
            true => Value::NONE,
            false => self.tuple_of(&cells, span),
        }
    }

    fn note_made(&mut self, id: FuncId, span: TextRange) {
        let cells = self.cells(id);
        let note = Note::Made {
            function: id,
            cells,
        };
        self.emit(Op::Note(note), span);
    }

    /// The cells that a function needs.
    fn cells(&self, id: FuncId) -> Vec<Var> {
        let free = self.program.scope(id).free.iter();
        free.map(|(name, owner)| self.cell_of(*owner, name))
            .collect()
    }

    /// What `return` does with a value.
    pub fn return_from(&mut self, value: Value, span: TextRange) {
        match self.program.function(self.id).kind {
            FunctionKind::Plain => self.exit(Exit::Return(value), span),
            _ => self.raise(Routine::GeneratorReturn, &[value], span),
        }
    }
}

/// The values, if all are constants.
fn constants(values: &[Value]) -> Option<Rc<[Const]>> {
    let constant = |value: &Value| match value {
        Value::Const(constant) => Some(constant.clone()),
        _ => None,
    };
    values.iter().map(constant).collect()
}
