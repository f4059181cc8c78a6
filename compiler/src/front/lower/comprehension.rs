//! List, set and dict comprehensions. They are part of the function around them: their
//! variables have slots of their own in its frame.

use super::iterate::Iterable;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::scope::ScopeId;
use crate::ir::*;
use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// A comprehension or generator expression.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn comprehension(&mut self, expr: &'a Expr, _dst: Option<Place>) -> Result<Value, Refusal> {
        let span = expr.range();
        let (name, generators, scope, new) = match expr {
            Expr::ListComp(comp) => {
                let scope = self.program.scopes.of(comp);
                ("<listcomp>", &comp.generators[..], scope, "new_list")
            }
            Expr::SetComp(comp) => {
                let scope = self.program.scopes.of(comp);
                ("<setcomp>", &comp.generators[..], scope, "new_set")
            }
            Expr::DictComp(comp) => {
                let scope = self.program.scopes.of(comp);
                ("<dictcomp>", &comp.generators[..], scope, "new_dict")
            }
            Expr::Generator(comp) => return self.generator(comp),
            _ => unreachable!("a comprehension"),
        };
        // The first iterable is evaluated outside.
        let first = self.expr(&generators[0].iter)?;
        let first = self.keep(first, generators[0].iter.range());
        self.inlined(name, scope, span, |lowerer| {
            let length = Value::int(0);
            let args = if new == "new_list" {
                &[length][..]
            } else {
                &[]
            };
            let result = Value::Var(lowerer.call_runtime(new, args, span));
            let target = result.clone();
            lowerer.for_clauses(
                generators,
                Some(Iterable::Value(first)),
                span,
                &mut |lowerer| lowerer.element(expr, &target),
            )?;
            Ok(result)
        })
    }

    /// Adds an element to the result.
    fn element(&mut self, expr: &'a Expr, result: &Value) -> Result<(), Refusal> {
        let result = result.clone();
        match expr {
            Expr::ListComp(comp) => {
                let value = self.expr(&comp.elt)?;
                self.call_runtime("list_append", &[result, value], comp.elt.range());
            }
            Expr::SetComp(comp) => {
                let value = self.expr(&comp.elt)?;
                self.call_runtime("set_add", &[result, value], comp.elt.range());
            }
            Expr::DictComp(comp) => {
                let key = comp.key.as_deref().expect("a dict comprehension has keys");
                let values = self.operands(&[key, &comp.value])?;
                let [key, value] = <[Value; 2]>::try_from(values).expect("two operands");
                let span = TextRange::new(expr.start(), expr.end());
                self.call_runtime("dict_set", &[result, key, value], span);
            }
            _ => unreachable!("a comprehension"),
        }
        Ok(())
    }

    /// Emits code in the scope of a comprehension.
    fn inlined(
        &mut self,
        name: &'static str,
        scope: ScopeId,
        span: TextRange,
        body: impl FnOnce(&mut Self) -> Result<Value, Refusal>,
    ) -> Result<Value, Refusal> {
        let outside = (self.scope, self.inlined);
        self.declare_variables(scope);
        self.make_cells(scope);
        self.inlined = Some(self.body.inline(name, span, self.inlined));
        self.scope = scope;
        let result = body(self);
        (self.scope, self.inlined) = outside;
        result
    }

    /// The `for` and `if` clauses of a comprehension around its element. The first iterable
    /// is given.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn for_clauses(
        &mut self,
        generators: &'a [Comprehension],
        first: Option<Iterable>,
        whole: TextRange,
        element: &mut dyn FnMut(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Some((generator, rest)) = generators.split_first() else {
            return element(self);
        };
        let iterable = match first {
            Some(first) => first,
            None => {
                let value = self.expr(&generator.iter)?;
                Iterable::Value(self.keep(value, generator.iter.range()))
            }
        };
        let is_async = generator.is_async;
        self.for_each(iterable, &generator.target, is_async, whole, |lowerer| {
            let next = lowerer.block();
            for condition in &generator.ifs {
                let yes = lowerer.block();
                lowerer.condition(condition, yes, next, whole)?;
                lowerer.place(yes);
            }
            lowerer.for_clauses(rest, None, whole, element)?;
            lowerer.jump(next, whole);
            lowerer.place(next);
            Ok(())
        })
    }
}
