//! Attributes, subscripts and slices.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::Opcode;
use ruff_python_ast::{Expr, ExprAttribute, ExprSlice, ExprSubscript, Identifier};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// An attribute's value.
    pub fn attribute(
        &mut self,
        attribute: &'a ExprAttribute,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        if let Some(value) = self.module_attribute(attribute)? {
            return Ok(value);
        }
        let object = self.expr(&attribute.value)?;
        let name = self.attribute_name(&attribute.attr);
        let dst = self.or_temp(dst);
        let span = self.member_span(attribute);
        self.compute(Opcode::Lda, dst, Some(object), Some(name), span);
        Ok(dst.into())
    }

    /// The name of an attribute as a value, with the class's name if it is private.
    pub fn attribute_name(&self, name: &'a Identifier) -> Value {
        Value::Const(Const::Str(self.mangle(&name.id)))
    }

    /// The source that CPython shows for an attribute.
    pub fn member_span(&self, attribute: &ExprAttribute) -> Span {
        Span {
            range: attribute.range,
            anchor: Some(Anchor::Member(attribute.attr.range)),
            ..Span::default()
        }
    }

    /// An item's value.
    pub fn subscript(
        &mut self,
        subscript: &'a ExprSubscript,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let [object, index] = self.subscript_operands(subscript)?;
        let dst = self.or_temp(dst);
        self.compute(Opcode::Ldx, dst, Some(object), Some(index), span(subscript));
        Ok(dst.into())
    }

    /// Object and index of a subscript.
    pub fn subscript_operands(
        &mut self,
        subscript: &'a ExprSubscript,
    ) -> Result<[Value; 2], Refusal> {
        let values = self.operands(&[&subscript.value, &subscript.slice])?;
        Ok(<[Value; 2]>::try_from(values).expect("two operands"))
    }

    /// A slice as a value.
    pub fn slice(&mut self, slice: &'a ExprSlice) -> Result<Value, Refusal> {
        let parts = [&slice.lower, &slice.upper, &slice.step];
        let given: Vec<&Expr> = parts.iter().filter_map(|part| part.as_deref()).collect();
        let mut values = self.operands(&given)?.into_iter();
        let args = parts.map(|part| match part {
            Some(_) => values.next().expect("a value for each part"),
            None => Value::NONE,
        });
        Ok(Value::Var(self.call_runtime(
            Routine::NewSlice,
            &args,
            slice.range,
        )))
    }
}

/// The source of a subscript: tracebacks underline the brackets.
pub fn span(subscript: &ExprSubscript) -> Span {
    Span {
        range: subscript.range,
        anchor: Some(Anchor::Brackets(TextRange::new(
            subscript.value.end(),
            subscript.range.end(),
        ))),
        ..Span::default()
    }
}
