//! Formatted strings.

use super::display::MAX_STORED;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::Routine;
use crate::ir::*;
use pyxl_isa::layout::tuple;
use ruff_python_ast::{
    ConversionFlag, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement,
};
use ruff_text_size::TextRange;

/// A part of a formatted string.
enum Piece<'a> {
    Text(String),
    Field(&'a InterpolatedElement),
}

impl<'a> Lowerer<'_, 'a> {
    /// A formatted string, with what is concatenated to it.
    pub fn fstring(&mut self, fstring: &'a ExprFString) -> Result<Value, Refusal> {
        let mut pieces = vec![];
        for part in fstring.value.as_slice() {
            match part {
                FStringPart::Literal(literal) => text(&mut pieces, &literal.value),
                FStringPart::FString(part) => collect(&mut pieces, &part.elements),
            }
        }
        self.join(pieces, fstring.range)
    }

    fn join(&mut self, pieces: Vec<Piece<'a>>, span: TextRange) -> Result<Value, Refusal> {
        let mut pieces = pieces.into_iter();
        match pieces.len() {
            0 => Ok(Value::Const(Const::Str("".into()))),
            1 => {
                let piece = pieces.next().expect("there is one");
                self.piece(piece, span)
            }
            2 => {
                let mut values = vec![];
                for piece in pieces {
                    values.push(self.piece(piece, span)?);
                }
                Ok(Value::Var(self.call_runtime(
                    Routine::Concat,
                    &values,
                    span,
                )))
            }
            count if count > MAX_STORED => {
                let parts = Value::Var(self.call_runtime(Routine::NewList, &[Value::int(0)], span));
                for piece in pieces {
                    let value = self.piece(piece, span)?;
                    self.call_runtime(Routine::ListAppend, &[parts.clone(), value], span);
                }
                let parts = Value::Var(self.call_runtime(Routine::ListToTuple, &[parts], span));
                Ok(Value::Var(self.call_runtime(
                    Routine::JoinParts,
                    &[parts],
                    span,
                )))
            }
            count => {
                let count = Value::int(count as i32);
                let parts = Value::Var(self.call_runtime(Routine::NewTuple, &[count], span));
                for (index, piece) in pieces.enumerate() {
                    let value = self.piece(piece, span)?;
                    self.put(value, &parts, tuple::field::ITEMS.at(index), span);
                }
                Ok(Value::Var(self.call_runtime(
                    Routine::JoinParts,
                    &[parts],
                    span,
                )))
            }
        }
    }

    fn piece(&mut self, piece: Piece<'a>, span: TextRange) -> Result<Value, Refusal> {
        let field = match piece {
            Piece::Text(text) => return Ok(Value::Const(Const::Str(text.into()))),
            Piece::Field(field) => field,
        };
        let mut value = self.expr(&field.expression)?;
        let conversion = match field.conversion {
            ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => {
                ConversionFlag::Repr
            }
            conversion => conversion,
        };
        let convert = match conversion {
            ConversionFlag::None => None,
            ConversionFlag::Str => Some(Routine::StrOf),
            ConversionFlag::Repr => Some(Routine::ReprOf),
            ConversionFlag::Ascii => Some(Routine::AsciiOf),
        };
        // CPython converts after it has evaluated the format, with which `value` must hold.
        let spec = match &field.format_spec {
            Some(spec) => {
                value = self.keep(value, span);
                let mut pieces = vec![];
                collect(&mut pieces, &spec.elements);
                Some(self.join(pieces, span)?)
            }
            None => None,
        };
        if let Some(convert) = convert {
            value = Value::Var(self.call_runtime(convert, &[value], span));
        }
        match (spec, convert) {
            (None, Some(_)) => Ok(value),
            (None, None) if self.in_runtime() => Ok(Value::Var(self.call_runtime(
                Routine::MessagePart,
                &[value],
                span,
            ))),
            (spec, _) => {
                let spec = spec.unwrap_or(Value::Const(Const::Str("".into())));
                Ok(Value::Var(self.call_runtime(
                    Routine::FormatValue,
                    &[value, spec],
                    span,
                )))
            }
        }
    }
}

/// Appends text to the last piece.
fn text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.into())),
    }
}

fn collect<'a>(
    pieces: &mut Vec<Piece<'a>>,
    elements: impl IntoIterator<Item = &'a InterpolatedStringElement>,
) {
    for element in elements {
        match element {
            InterpolatedStringElement::Literal(literal) => text(pieces, &literal.value),
            InterpolatedStringElement::Interpolation(field) => {
                if let Some(source) = &field.debug_text {
                    text(pieces, source.as_str());
                }
                pieces.push(Piece::Field(field));
            }
        }
    }
}
