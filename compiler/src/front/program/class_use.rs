//! Whether a program takes classes from objects, and what for.
//!
//! What it can call is linked with its constructors. `type(x).__name__` and
//! `type(x) is C` only look at a class.

use ruff_python_ast::visitor::{walk_expr, Visitor};
use ruff_python_ast::{Expr, ExprCall, InterpolatedStringElement, ModModule};

/// Attributes of classes that are no classes.
const PLAIN: [&str; 4] = ["__name__", "__qualname__", "__module__", "__doc__"];

/// Builtin functions that look at their arguments, but do not keep or call them.
const LOOKING: [&str; 6] = ["print", "str", "repr", "isinstance", "issubclass", "id"];

/// True if the program may call a class that it has from an object.
pub fn takes_classes(module: &ModModule) -> bool {
    let mut uses = Uses { taken: false };
    uses.visit_body(&module.body);
    uses.taken
}

struct Uses {
    taken: bool,
}

impl<'a> Uses {
    /// Visits an expression whose value is only looked at.
    fn look(&mut self, expr: &'a Expr) {
        match class_of(expr) {
            Some(object) => self.visit_expr(object),
            None => self.visit_expr(expr),
        }
    }

    fn call(&mut self, call: &'a ExprCall) -> bool {
        let looking = matches!(&*call.func, Expr::Name(f) if LOOKING.contains(&f.id.as_str()));
        if looking {
            call.arguments.args.iter().for_each(|arg| self.look(arg));
            let keywords = call.arguments.keywords.iter();
            keywords.for_each(|keyword| self.visit_expr(&keyword.value));
        }
        looking
    }
}

impl<'a> Visitor<'a> for Uses {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) if PLAIN.contains(&attribute.attr.as_str()) => {
                self.look(&attribute.value);
            }
            Expr::Attribute(attribute) if &attribute.attr == "__subclasses__" => self.taken = true,
            Expr::StringLiteral(text) if text.value.to_str() == "__class__" => self.taken = true,
            Expr::Compare(compare) => {
                self.look(&compare.left);
                compare
                    .comparators
                    .iter()
                    .for_each(|other| self.look(other));
            }
            Expr::Call(call) if self.call(call) => {}
            expr if class_of(expr).is_some() => self.taken = true,
            expr => walk_expr(self, expr),
        }
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        if let InterpolatedStringElement::Interpolation(field) = element {
            self.look(&field.expression);
            let spec = field.format_spec.iter().flat_map(|spec| &spec.elements);
            spec.for_each(|element| self.visit_interpolated_string_element(element));
        }
    }
}

/// The object whose class an expression is, if it says so.
fn class_of(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Attribute(attribute) if &attribute.attr == "__class__" => Some(&attribute.value),
        Expr::Call(call) if call.arguments.keywords.is_empty() => {
            let [object] = &*call.arguments.args else {
                return None;
            };
            matches!(&*call.func, Expr::Name(name) if name.id == "type").then_some(object)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    fn taken(text: &str) -> bool {
        super::takes_classes(&crate::front::parse::parse(text).expect("a module"))
    }

    #[test]
    fn looking_at_a_class_is_not_taking_it() {
        for text in [
            "type(x).__name__",
            "type(x) is type(y)",
            "x.__class__.__name__",
            "f'{type(x)} {x.__class__.__name__:>5}'",
            "print(type(x))",
            "f(x)",
        ] {
            assert!(!taken(text), "{text}");
        }
    }

    #[test]
    fn what_gets_away_is_taken() {
        for text in [
            "type(x)(1)",
            "c = x.__class__",
            "print(f(type(x)))",
            "type(type(x)).__name__",
            "f'{a:{type(x)()}}'",
            "getattr(x, '__class__')()",
            "object.__subclasses__()",
        ] {
            assert!(taken(text), "{text}");
        }
    }
}
