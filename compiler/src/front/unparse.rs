//! Annotations as text, as `from __future__ import annotations` keeps them.

use ruff_python_ast::{Expr, Number, Operator};

/// CPython's text of an expression; `None` for one that is unusual as an annotation.
pub fn expression(expr: &Expr) -> Option<String> {
    Some(match expr {
        Expr::Name(name) => name.id.to_string(),
        Expr::NoneLiteral(_) => "None".into(),
        Expr::EllipsisLiteral(_) => "...".into(),
        Expr::BooleanLiteral(b) => if b.value { "True" } else { "False" }.into(),
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(n) => n.to_string(),
            _ => return None,
        },
        Expr::StringLiteral(text) => {
            let text = text.value.to_str();
            let plain = text
                .chars()
                .all(|c| c >= ' ' && c != '\\' && c != '\'' && c <= '~');
            return plain.then(|| format!("'{text}'"));
        }
        Expr::Attribute(attribute) => {
            format!("{}.{}", expression(&attribute.value)?, attribute.attr)
        }
        Expr::Subscript(subscript) => {
            let index = match &*subscript.slice {
                Expr::Tuple(tuple) if !tuple.elts.is_empty() => list(&tuple.elts)?,
                index => expression(index)?,
            };
            format!("{}[{index}]", expression(&subscript.value)?)
        }
        Expr::List(display) => format!("[{}]", list(&display.elts)?),
        Expr::Tuple(tuple) => match &tuple.elts[..] {
            [single] => format!("({},)", expression(single)?),
            elements => format!("({})", list(elements)?),
        },
        Expr::BinOp(binary) if binary.op == Operator::BitOr => {
            format!(
                "{} | {}",
                expression(&binary.left)?,
                expression(&binary.right)?
            )
        }
        _ => return None,
    })
}

fn list(elements: &[Expr]) -> Option<String> {
    let texts: Option<Vec<String>> = elements.iter().map(expression).collect();
    Some(texts?.join(", "))
}
