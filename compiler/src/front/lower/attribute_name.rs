//! Names of attributes that are computed, as far as it is known how they begin: `getattr(self,
//! f"on_{event}")` finds no member of a builtin class.

use super::Lowerer;
use crate::front::program::ScopeNode;
use crate::front::scope::Resolution;
use ruff_python_ast::visitor::{walk_stmt, Visitor};
use ruff_python_ast::{Expr, FStringPart, InterpolatedStringElement, Operator, Stmt};

/// Builtins whose second argument is the name of an attribute.
pub const ATTRIBUTE_BUILTINS: [&str; 4] = ["getattr", "setattr", "hasattr", "delattr"];

impl<'a> Lowerer<'_, 'a> {
    /// With what the string that an expression makes surely begins.
    pub fn known_prefix(&self, expr: &'a Expr) -> Option<String> {
        known_prefix(expr).or_else(|| match expr {
            Expr::Name(name) => known_prefix(self.only_value(&name.id)?),
            _ => None,
        })
    }

    /// The expression whose value a local variable has, if there is one assignment.
    fn only_value(&self, name: &str) -> Option<&'a Expr> {
        let symbol = self.program.scopes.get(self.scope).symbol(name)?;
        let own = symbol.resolution == Resolution::Variable(self.scope);
        if !own || symbol.bindings != 1 || symbol.parameter || symbol.captured {
            return None;
        }
        let ScopeNode::Def(def) = self.program.function(self.id).source else {
            return None;
        };
        let mut search = Search { name, value: None };
        search.visit_body(&def.body);
        search.value
    }
}

/// Looks for `name = value`.
struct Search<'s, 'a> {
    name: &'s str,
    value: Option<&'a Expr>,
}

impl<'a> Visitor<'a> for Search<'_, 'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assign(assign) => {
                if let [Expr::Name(target)] = &assign.targets[..] {
                    if target.id == self.name {
                        self.value = Some(&assign.value);
                    }
                }
            }
            // These have variables of their own.
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            _ => walk_stmt(self, stmt),
        }
    }
}

fn known_prefix(expr: &Expr) -> Option<String> {
    let text = match expr {
        Expr::StringLiteral(text) => text.value.to_str().to_owned(),
        Expr::FString(fstring) => {
            let mut text = String::new();
            'parts: for part in &fstring.value {
                match part {
                    FStringPart::Literal(literal) => text += literal,
                    FStringPart::FString(fstring) => {
                        for element in &fstring.elements {
                            match element {
                                InterpolatedStringElement::Literal(literal) => text += literal,
                                InterpolatedStringElement::Interpolation(_) => break 'parts,
                            }
                        }
                    }
                }
            }
            text
        }
        Expr::BinOp(operation) => {
            let left = known_prefix(&operation.left)?;
            match operation.op {
                Operator::Add => left,
                Operator::Mod => left.split('%').next().unwrap_or_default().to_owned(),
                _ => return None,
            }
        }
        Expr::Call(call) => match &*call.func {
            Expr::Attribute(attribute) if &*attribute.attr == "format" => {
                let template = known_prefix(&attribute.value)?;
                let end = template.find(['{', '}']).unwrap_or(template.len());
                template[..end].to_owned()
            }
            _ => return None,
        },
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}
