//! Statements other than loops.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::program::Source;
use crate::front::refuse;
use crate::ir::*;
use ruff_python_ast::{
    Expr, Stmt, StmtAnnAssign, StmtAssert, StmtAssign, StmtAugAssign, StmtFunctionDef, StmtIf,
    UnaryOp,
};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// Statements in order.
    pub fn body(&mut self, body: &'a [Stmt]) -> Result<(), Refusal> {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &'a Stmt) -> Result<(), Refusal> {
        match stmt {
            Stmt::Expr(stmt) => match &*stmt.value {
                Expr::EllipsisLiteral(_) => Ok(()),
                value => self.expr(value).map(drop),
            },
            Stmt::Assign(assign) => self.assign(assign),
            Stmt::AugAssign(assign) => self.augmented(assign),
            Stmt::AnnAssign(assign) => self.annotated(assign),
            Stmt::If(stmt) => self.if_statement(stmt),
            Stmt::While(stmt) => self.while_loop(stmt),
            Stmt::For(stmt) => self.for_loop(stmt),
            Stmt::Break(_) => self.leave(|inner| inner.after, "'break' outside loop", stmt.range()),
            Stmt::Continue(_) => self.leave(
                |inner| inner.next,
                "'continue' not properly in loop",
                stmt.range(),
            ),
            Stmt::Return(ret) => {
                if self.is_module() {
                    return Err(Refusal::syntax("'return' outside function", ret.range));
                }
                let value = match &ret.value {
                    Some(value) => self.expr(value)?,
                    None => Value::NONE,
                };
                self.exit(Exit::Return(value), ret.range);
                Ok(())
            }
            Stmt::Assert(assert) => self.assert(assert),
            Stmt::FunctionDef(def) => self.def(def, stmt),
            // Checked with the scope. At module level it says what is the case anyway.
            Stmt::Pass(_) | Stmt::Global(_) => Ok(()),
            Stmt::ImportFrom(import) if self.program.imports.contains(&import.range) => Ok(()),
            _ => Err(refuse::statement(stmt)),
        }
    }

    fn is_module(&self) -> bool {
        matches!(self.program.function(self.id).source, Source::Module(_))
    }

    fn leave(
        &mut self,
        to: impl Fn(&super::Loop) -> BlockId,
        outside: &str,
        range: TextRange,
    ) -> Result<(), Refusal> {
        let inner = self.loops.last();
        let block = inner
            .map(to)
            .ok_or_else(|| Refusal::syntax(outside, range))?;
        self.jump(block, range);
        Ok(())
    }

    fn assign(&mut self, assign: &'a StmtAssign) -> Result<(), Refusal> {
        let targets: Vec<Place> = assign
            .targets
            .iter()
            .map(|target| self.target(target))
            .collect::<Result<_, _>>()?;
        if let [target] = targets[..] {
            self.expr_into(&assign.value, target)?;
            self.bind(target);
            return Ok(());
        }
        let value = self.expr(&assign.value)?;
        for target in targets {
            self.copy(target, value.clone(), assign.range);
            self.bind(target);
        }
        Ok(())
    }

    fn augmented(&mut self, assign: &'a StmtAugAssign) -> Result<(), Refusal> {
        let target = self.target(&assign.target)?;
        let op = super::expression::binary_opcode(assign.op, assign.range, true)?;
        let Expr::Name(name) = &*assign.target else {
            return Err(refuse::expression(&assign.target));
        };
        let old = self.load(name)?;
        let old = self.freeze(old, &[&assign.value], name.range);
        let value = self.expr(&assign.value)?;
        self.compute(op, target, Some(old), Some(value), assign.range);
        Ok(())
    }

    fn annotated(&mut self, assign: &'a StmtAnnAssign) -> Result<(), Refusal> {
        let target = self.target(&assign.target)?;
        if let Some(value) = &assign.value {
            self.expr_into(value, target)?;
            self.bind(target);
        }
        match self.is_module() {
            true => refuse::annotation(&assign.annotation),
            false => Ok(()),
        }
    }

    fn if_statement(&mut self, stmt: &'a StmtIf) -> Result<(), Refusal> {
        let after = self.block();
        let clauses = stmt.elif_else_clauses.iter();
        let clauses = clauses.map(|clause| (clause.test.as_ref(), &clause.body));
        for (test, body) in [(Some(&*stmt.test), &stmt.body)].into_iter().chain(clauses) {
            let Some(test) = test else {
                self.body(body)?;
                continue;
            };
            let (yes, no) = (self.block(), self.block());
            self.condition(test, yes, no)?;
            self.place(yes);
            self.body(body)?;
            self.jump(after, stmt.range);
            self.place(no);
        }
        self.jump(after, stmt.range);
        self.place(after);
        Ok(())
    }

    fn assert(&mut self, assert: &'a StmtAssert) -> Result<(), Refusal> {
        let (fail, after) = (self.cold_block(), self.block());
        let span = last_comparison(&assert.test).unwrap_or(assert.range);
        self.condition(&assert.test, after, fail)?;
        self.place(fail);
        match &assert.msg {
            Some(message) => {
                let message = self.expr(message)?;
                self.raise("assertion_error", &[message], span);
            }
            None => self.raise("assertion_failed", &[], span),
        }
        self.place(after);
        Ok(())
    }

    fn def(&mut self, def: &'a StmtFunctionDef, stmt: &Stmt) -> Result<(), Refusal> {
        if !self.is_module() || !self.loops.is_empty() {
            return Err(refuse::statement(stmt));
        }
        let place = self.target_name(&def.name);
        let id = self.program.definition(def);
        self.copy(place, Value::Const(Const::Func(id)), def.range);
        self.bind(place);
        Ok(())
    }

    fn target_name(&self, name: &str) -> Place {
        self.variable(name).expect("the scope has all bound names")
    }
}

/// The source range that CPython gives to a failed assertion: that of the comparison
/// which it has compiled last, if the test has any.
fn last_comparison(test: &Expr) -> Option<TextRange> {
    match test {
        Expr::Compare(compare) => Some(compare.range),
        Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => last_comparison(&unary.operand),
        Expr::BoolOp(boolean) => boolean.values.iter().rev().find_map(last_comparison),
        Expr::If(expr) => [&expr.orelse, &expr.body, &expr.test]
            .into_iter()
            .find_map(|part| last_comparison(part)),
        _ => None,
    }
}
