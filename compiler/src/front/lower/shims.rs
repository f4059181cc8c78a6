use super::*;
use crate::front::refuse;
use ruff_python_ast::*;
impl<'a> Lowerer<'_, 'a> {
    pub fn direct_place(&self, name: &str) -> Option<Place> {
        self.variable(name)
    }
    pub fn store_name(
        &mut self,
        name: &'a str,
        value: Value,
        span: TextRange,
    ) -> Result<(), Refusal> {
        let place = self
            .variable(name)
            .ok_or_else(|| Refusal::syntax("not a variable", span))?;
        self.copy(place, value, span);
        self.bind(place);
        Ok(())
    }
    pub fn delete_name(&mut self, name: &'a str, span: TextRange) -> Result<(), Refusal> {
        let place = self
            .variable(name)
            .ok_or_else(|| Refusal::syntax("not a variable", span))?;
        let _ = place;
        Ok(())
    }
    pub fn function_def(&mut self, def: &'a StmtFunctionDef) -> Result<(), Refusal> {
        if self.is_function() || !self.cleanups.is_empty() {
            return Err(Refusal::unsupported(
                "functions defined in functions or loops",
                def.range,
            ));
        }
        let place = self.variable(&def.name).unwrap();
        let id = self.program.definition(def);
        self.copy(place, Value::Const(Const::Func(id)), def.range);
        self.bind(place);
        Ok(())
    }
    pub fn class_def(&mut self, class: &'a StmtClassDef) -> Result<(), Refusal> {
        Err(Refusal::unsupported("classes", class.range))
    }
    pub fn import(&mut self, stmt: &'a Stmt) -> Result<(), Refusal> {
        if self.program.imports.contains(&stmt.range()) {
            Ok(())
        } else {
            Err(refuse::statement(stmt))
        }
    }
    pub fn lambda(&mut self, l: &'a ExprLambda, _: Option<Place>) -> Result<Value, Refusal> {
        Err(Refusal::unsupported("lambda expressions", l.range))
    }
    pub fn comprehension(&mut self, e: &'a Expr, _: Option<Place>) -> Result<Value, Refusal> {
        Err(refuse::expression(e))
    }
    pub fn yield_expr(&mut self, e: &'a Expr, _: Option<Place>) -> Result<Value, Refusal> {
        Err(refuse::expression(e))
    }
    pub fn await_value(&mut self, v: Value, _: TextRange) -> Result<Value, Refusal> {
        Ok(v)
    }
    pub fn return_from(&mut self, v: Value, span: TextRange) {
        self.exit(Exit::Return(v), span)
    }
    pub fn annotate(&mut self, _: &'a str, _: &'a Expr, _: TextRange) -> Result<(), Refusal> {
        Ok(())
    }
    pub fn annotation_for_effect(&mut self, _: &'a Expr) -> Result<(), Refusal> {
        Ok(())
    }
    pub fn mangle(&self, name: &str) -> Rc<str> {
        name.into()
    }
    pub fn is_function(&self) -> bool {
        !matches!(self.program.function(self.id).source, Source::Module(_))
    }
    pub fn is_fresh_generator(&self, _: &Expr) -> bool {
        false
    }
}
