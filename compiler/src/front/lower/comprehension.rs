//! List, set and dict comprehensions. They are part of the function around them: their
//! variables have slots of their own in its frame.

use super::iterate::{Iterable, Iteration};
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
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
                ("<listcomp>", &comp.generators[..], scope, Routine::NewList)
            }
            Expr::SetComp(comp) => {
                let scope = self.program.scopes.of(comp);
                ("<setcomp>", &comp.generators[..], scope, Routine::NewSet)
            }
            Expr::DictComp(comp) => {
                let scope = self.program.scopes.of(comp);
                ("<dictcomp>", &comp.generators[..], scope, Routine::NewDict)
            }
            Expr::Generator(comp) => return self.generator(comp),
            _ => unreachable!("a comprehension"),
        };
        // The first iteration begins outside.
        let first = self.clause_iteration(&generators[0], span)?;
        self.inlined(name, scope, span, |lowerer| {
            let length = Value::int(0);
            let args = if new == Routine::NewList {
                &[length][..]
            } else {
                &[]
            };
            let result = Value::Var(lowerer.call_runtime(new, args, span));
            let target = result.clone();
            lowerer.for_clauses(generators, first, span, &mut |lowerer| {
                lowerer.element(expr, &target)
            })?;
            Ok(result)
        })
    }

    /// Adds an element to the result.
    fn element(&mut self, expr: &'a Expr, result: &Value) -> Result<(), Refusal> {
        let result = result.clone();
        match expr {
            Expr::ListComp(comp) => {
                let value = self.expr(&comp.elt)?;
                self.call_runtime(Routine::ListAppend, &[result, value], comp.elt.range());
            }
            Expr::SetComp(comp) => {
                let value = self.expr(&comp.elt)?;
                self.call_runtime(Routine::SetAdd, &[result, value], comp.elt.range());
            }
            Expr::DictComp(comp) => {
                let key = comp.key.as_deref().expect("a dict comprehension has keys");
                let values = self.operands(&[key, &comp.value])?;
                let [key, value] = <[Value; 2]>::try_from(values).expect("two operands");
                let span = TextRange::new(expr.start(), expr.end());
                self.call_runtime(Routine::DictSet, &[result, key, value], span);
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

    /// Begins the iteration of a clause.
    fn clause_iteration(
        &mut self,
        clause: &'a Comprehension,
        whole: TextRange,
    ) -> Result<Iteration, Refusal> {
        let value = self.expr(&clause.iter)?;
        let value = self.keep(value, clause.iter.range());
        Ok(self.iteration(Iterable::Value(value), clause.is_async, whole))
    }

    /// The `for` and `if` clauses of a comprehension around its element. The first iteration
    /// has begun.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn for_clauses(
        &mut self,
        generators: &'a [Comprehension],
        first: Iteration,
        whole: TextRange,
        element: &mut dyn FnMut(&mut Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let (generator, rest) = generators.split_first().expect("there is a clause");
        self.for_each(&first, &generator.target, whole, |lowerer| {
            let next = lowerer.block();
            for condition in &generator.ifs {
                let yes = lowerer.block();
                lowerer.condition(condition, yes, next, whole)?;
                lowerer.place(yes);
            }
            match rest.first() {
                Some(clause) => {
                    let first = lowerer.clause_iteration(clause, whole)?;
                    lowerer.for_clauses(rest, first, whole, element)?;
                }
                None => element(lowerer)?,
            }
            lowerer.jump(next, whole);
            lowerer.place(next);
            Ok(())
        })
    }
}
