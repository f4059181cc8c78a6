//! `class` statements. The body is a function that fills a namespace object.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::front::scope::CLASS_CELL;
use crate::ir::*;
use ruff_python_ast::StmtClassDef;
use ruff_text_size::{TextLen, TextRange};
use std::rc::Rc;

impl<'a> Lowerer<'_, 'a> {
    /// A `class` statement.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn class_def(&mut self, def: &'a StmtClassDef) -> Result<(), Refusal> {
        let decorators = self.decorators(&def.decorator_list)?;
        let span = without_decorators(def);
        let id = self.program.definition(def);
        let body = self.new_function(id, None, span, |_| Ok(None))?;
        let body = self.keep(body, span);
        let (bases, keywords) = match &def.arguments {
            Some(arguments) => {
                let bases = self.tuple(&arguments.args, span)?;
                let bases = self.keep(bases, span);
                (bases, self.keywords(&arguments.keywords, None, span)?)
            }
            None => (Value::Const(Const::Tuple(Rc::new([]))), Value::NONE),
        };
        let name = Value::Const(Const::Str(def.name.as_str().into()));
        let class = self.call_runtime(Routine::BuildClass, &[body, name, bases, keywords], span);
        let value = self.decorate(&def.decorator_list, decorators, Value::Var(class))?;
        self.store_name(&def.name, value, def.range)
    }

    /// The body of a class, as a function of its namespace.
    ///
    /// # Errors
    /// The first thing that is refused.
    pub fn class_body(&mut self, def: &'a StmtClassDef) -> Result<(), Refusal> {
        let span = without_decorators(def);
        let function = self.program.function(self.id);
        let (module, qualname) = (function.module.clone(), function.qualname.clone());
        let doc = function.doc.clone();
        let mut names = vec![
            ("__module__", Value::Const(Const::Str(module))),
            ("__qualname__", Value::Const(Const::Str(qualname))),
        ];
        if self.program.scope(self.id).annotations {
            let annotations = self.call_runtime(Routine::NewDict, &[], span);
            names.push(("__annotations__", Value::Var(annotations)));
        }
        if let Some(doc) = doc {
            names.push(("__doc__", Value::Const(Const::Str(doc))));
        }
        for (name, value) in names {
            let name = Value::Const(Const::Str(name.into()));
            let namespace = self.namespace();
            self.call_runtime(Routine::NamespaceSet, &[namespace, name, value], span);
        }
        self.body(&def.body)?;
        let scope = self.program.function(self.id).scope;
        let class: Rc<str> = CLASS_CELL.into();
        let cell = match self.variables.contains_key(&(scope, class.clone())) {
            true => Value::Var(self.cell_of(scope, &class)),
            false => Value::NONE,
        };
        self.exit(Exit::Return(cell), TextRange::default());
        Ok(())
    }
}

/// The statement from its keyword on.
fn without_decorators(def: &StmtClassDef) -> TextRange {
    let start = match def.decorator_list.is_empty() {
        true => def.range.start(),
        false => def.name.range.start() - "class ".text_len(),
    };
    TextRange::new(start, def.range.end())
}
