//! Calls of special methods whose results have to be of some class: each is in the one function
//! that checks the result, so that no other code of the runtime can believe it.

use super::File;
use crate::error::Refusal;
use ruff_python_ast::visitor::{walk_expr, walk_stmt, Visitor};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

/// Special methods, and the functions that may call them.
const CHECKED: [(&str, &[&str]); 12] = [
    ("__index__", &["index_by_method"]),
    ("__int__", &["int_by_method"]),
    ("__float__", &["float_by_method"]),
    ("__complex__", &["complex_by_method"]),
    ("__len__", &["length_by_method"]),
    ("__bool__", &["truth_by_methods"]),
    ("__hash__", &["hash_by_method"]),
    ("__str__", &["str_of"]),
    ("__repr__", &["str_by_repr", "repr_of"]),
    ("__format__", &["format_value"]),
    ("__bytes__", &["bytes_by_method"]),
    ("__iter__", &["iterator_by_method"]),
];

/// All calls that are elsewhere in these files.
pub fn faults(files: &[File]) -> Vec<Refusal> {
    let mut faults = vec![];
    for file in files {
        let mut finder = Finder::default();
        finder.visit_body(&file.module.body);
        let found = finder.faults.into_iter();
        faults.extend(found.map(|fault| fault.in_file(file.number)));
    }
    faults
}

#[derive(Default)]
struct Finder<'a> {
    function: &'a str,
    faults: Vec<Refusal>,
}

impl<'a> Visitor<'a> for Finder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt {
            self.function = def.name.as_str();
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Some((method, functions)) = checked_method(expr) {
            if !functions.contains(&self.function) {
                let by = functions.join("` or `");
                let message = format!("what `{method}` returns is checked by `{by}`: call that");
                self.faults.push(Refusal::syntax(message, expr.range()));
            }
        }
        walk_expr(self, expr);
    }
}

/// The method that an expression calls, if its result has to be checked, with the functions
/// that do so.
fn checked_method(expr: &Expr) -> Option<(&'static str, &'static [&'static str])> {
    let call = expr.as_call_expr()?;
    let function = &call.func.as_name_expr()?.id;
    if !matches!(function.as_str(), "special0" | "special1" | "special2") {
        return None;
    }
    let name = call.arguments.args.get(1)?.as_string_literal_expr()?;
    let checked = CHECKED.iter().find(|(method, _)| name.value == **method);
    checked.copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let module = ruff_python_parser::parse_module(text).expect("it is Python");
        let module = module.into_syntax();
        let faults = faults(&[File { number: 0, module }]);
        faults.into_iter().map(|fault| fault.message).collect()
    }

    #[test]
    fn a_result_is_checked_in_one_function() {
        let call = "    return special0(x, \"__index__\")\n";
        assert!(messages(&format!("def index_by_method(x):\n{call}")).is_empty());
        assert_eq!(
            messages(&format!("def index_of(x):\n{call}")),
            ["what `__index__` returns is checked by `index_by_method`: call that"]
        );
    }

    #[test]
    fn other_methods_may_return_anything() {
        assert!(messages("def f(x):\n    return special0(x, \"__neg__\")\n").is_empty());
    }
}
