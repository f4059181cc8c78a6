//! Bare numbers in runtime files where the layouts have a name: the offset of a word, the
//! number of a link's field, a tag, a class id, a bit of a word that is divided into fields,
//! the size of an object or of an entry. What a variable holds is not followed beyond its
//! function.

use super::File;
use crate::error::Refusal;
use crate::ir::LinkerSymbol;
use pyxl_isa::layout::PACKED;
use ruff_python_ast::visitor::{walk_expr, walk_stmt, Visitor};
use ruff_python_ast::{Expr, ExprBinOp, Operator, Stmt};
use ruff_text_size::Ranged;
use std::collections::HashSet;

/// All such numbers in these files.
pub fn faults(files: &[File]) -> Vec<Refusal> {
    let of_file = |file: &File| {
        let mut finder = Finder::default();
        finder.visit_body(&file.module.body);
        let faults = finder.faults.into_iter();
        faults.map(|fault| fault.in_file(file.number)).collect()
    };
    files
        .iter()
        .flat_map(of_file as fn(&File) -> Vec<_>)
        .collect()
}

#[derive(Default)]
struct Finder<'a> {
    /// Variables of the present function that hold a word with fields.
    packed: HashSet<&'a str>,
    faults: Vec<Refusal>,
}

impl<'a> Finder<'a> {
    /// Refuses an expression that is a number.
    fn named(&mut self, expr: &Expr, what: &str) {
        if is_number(expr) {
            let message = format!("a number where the layouts have a name for {what}");
            self.faults.push(Refusal::wrong(message, expr.range()));
        }
    }

    /// Refuses multiples of a number in a sum.
    fn multiples(&mut self, expr: &Expr) {
        if let Expr::BinOp(operation) = expr {
            for side in [&operation.left, &operation.right] {
                match operation.op {
                    Operator::Mult => self.named(side, "the size of an entry"),
                    Operator::Add | Operator::Sub => self.multiples(side),
                    _ => {}
                }
            }
        }
    }

    fn call(&mut self, function: &str, args: &'a [Expr]) {
        match (function, args) {
            ("ld" | "st" | "function_field", [_, offset, ..]) => {
                self.named(offset, "the word");
                self.multiples(offset);
            }
            ("link", [_, field]) | ("set_link", [field, _]) => {
                self.named(field, "the link's field");
                if let ("set_link", [Expr::Name(field), value]) = (function, args) {
                    if field.id == "LINK_KIND" {
                        self.named(value, "the link's kind");
                    }
                }
            }
            ("alloc", [_, words]) => self.named(words, "the object's size"),
            ("retag", [_, tag]) => self.named(tag, "the tag"),
            ("rshl" | "rshr", [word, by]) if self.is_packed(word) => {
                self.named(by, "the field's place");
            }
            _ => {}
        }
    }

    fn operation(&mut self, operation: &ExprBinOp) {
        let sides = [&*operation.left, &*operation.right];
        for (one, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
            match operation.op {
                Operator::BitAnd
                | Operator::BitOr
                | Operator::BitXor
                | Operator::LShift
                | Operator::RShift
                    if self.is_packed(one) =>
                {
                    self.named(other, "the field");
                }
                Operator::Add | Operator::Sub => {
                    if matches!(one, Expr::Name(name) if LinkerSymbol::named(&name.id).is_some()) {
                        self.named(other, "what is reserved");
                    }
                }
                _ => {}
            }
        }
    }

    /// True for a word that is divided into fields, none of which was taken out of it.
    fn is_packed(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Name(name) => self.packed.contains(name.id.as_str()),
            Expr::BinOp(binary) => match binary.op {
                Operator::BitOr | Operator::BitXor => {
                    self.is_packed(&binary.left) || self.is_packed(&binary.right)
                }
                Operator::LShift | Operator::RShift => self.is_packed(&binary.left),
                _ => false,
            },
            _ => match call_of(expr) {
                Some(("ld", [_, Expr::Name(word)])) => {
                    PACKED.iter().any(|packed| packed.word == word.id)
                }
                Some(("retag" | "rshl" | "rshr", [word, _])) => self.is_packed(word),
                _ => false,
            },
        }
    }
}

impl<'a> Visitor<'a> for Finder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) => self.packed.clear(),
            Stmt::Assign(assign) => {
                if let [Expr::Name(name)] = &assign.targets[..] {
                    if self.is_packed(&assign.value) {
                        self.packed.insert(&name.id);
                    }
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::BinOp(operation) => self.operation(operation),
            Expr::Compare(compare) => {
                let sides = [&*compare.left, &compare.comparators[0]];
                for (one, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
                    if let Some(what) = numbered(one) {
                        self.named(other, what);
                    }
                }
            }
            _ => {
                if let Some((function, args)) = call_of(expr) {
                    self.call(function, args);
                }
            }
        }
        walk_expr(self, expr);
    }
}

/// What the values of an expression are the numbers of, if it is one of those that are compared.
fn numbered(expr: &Expr) -> Option<&'static str> {
    match call_of(expr)? {
        ("tag", _) => Some("the tag"),
        ("cid" | "class_id", _) => Some("the class id"),
        ("ld", [_, Expr::Name(word)]) if word.id == "CLASS_ID" => Some("the class id"),
        ("link", [_, Expr::Name(field)]) if field.id == "LINK_KIND" => Some("the link's kind"),
        _ => None,
    }
}

/// The name and the arguments of a call of a name.
fn call_of(expr: &Expr) -> Option<(&str, &[Expr])> {
    let Expr::Call(call) = expr else { return None };
    let Expr::Name(name) = &*call.func else {
        return None;
    };
    Some((&name.id, &call.arguments.args))
}

/// True for an expression of numbers alone.
fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_) => true,
        Expr::UnaryOp(unary) => is_number(&unary.operand),
        Expr::BinOp(binary) => is_number(&binary.left) && is_number(&binary.right),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front::parse::parse;

    /// The numbers that are refused in the body of a function.
    fn refused(body: &str) -> Vec<String> {
        let text = format!("def f(x, y):\n    {}\n", body.replace('\n', "\n    "));
        let module = parse(&text).unwrap();
        let faults = faults(&[File { number: 0, module }]);
        faults
            .iter()
            .map(|fault| text[fault.range].to_string())
            .collect()
    }

    #[test]
    fn numbers_with_a_name_are_refused() {
        for (body, number) in [
            ("ld(x, 3)", "3"),
            ("st(x, 0, y)", "0"),
            ("ld(x, STORAGE_ITEMS + 1 + y * 3)", "3"),
            ("function_field(x, 2)", "2"),
            ("link(y, 2)", "2"),
            ("set_link(4, y)", "4"),
            ("set_link(LINK_KIND, 1)", "1"),
            ("link(y, LINK_KIND) < 2", "2"),
            ("alloc(cell, 2)", "2"),
            ("retag(x, 14)", "14"),
            ("tag(x) == 6", "6"),
            ("7 != cid(x)", "7"),
            ("ld(x, CLASS_ID) == 11", "11"),
            ("ld(x, CLASS_FLAGS) & 1", "1"),
            (
                "y = retag(ld(x, HEADER), INT)\ny >> 6 & HEADER_CLASS_MASK",
                "6",
            ),
            (
                "y = ld(x, CODE_COUNTS)\ny >> CODE_POSITIONAL_SHIFT & 255",
                "255",
            ),
            ("rshl(retag(ld(x, HEADER), INT), 10)", "10"),
            ("FRAME_END - 512", "512"),
            ("ld(x, ~-1)", "~-1"),
        ] {
            assert_eq!(refused(body), [number], "{body}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for body in [
            "ld(x, TUPLE_ITEMS + 1)",
            "ld(x, y)",
            "st(x, STR_HASH, 0)",
            "(ld(x, HEADER) & HEADER_AUX) << 2",
            "radd(ld(x, HEADER), 1)",
            "tag(x) == INT",
            "ldf(x, 0)",
            "y * 3 + 1",
        ] {
            assert!(refused(body).is_empty(), "{body}");
        }
        assert!(refused("y = ld(x, HEADER)\ndef g(y):\n    y & 1").is_empty());
    }
}
