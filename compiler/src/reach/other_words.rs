//! The words in a statement that name no definition of a module: texts, parameters, methods,
//! attributes of a method's own object.

use ruff_python_ast::visitor::{
    walk_expr, walk_interpolated_string_element, walk_keyword, walk_stmt, Visitor,
};
use ruff_python_ast::{
    Expr, InterpolatedStringElement, Keyword, Parameters, Stmt, StmtFunctionDef, StringLiteral,
};
use ruff_text_size::{Ranged, TextRange};
use std::ops::Range;

/// Where they stand, in their order.
pub fn other_words(stmt: &Stmt) -> Vec<Range<usize>> {
    let mut finder = Finder::default();
    finder.visit_stmt(stmt);
    // They are visited in the order of evaluation.
    finder.found.sort_by_key(|range| range.start);
    finder.found
}

#[derive(Default)]
struct Finder<'a> {
    found: Vec<Range<usize>>,
    /// The parameters of the functions around.
    parameters: Vec<&'a str>,
    /// The first ones of methods.
    selves: Vec<&'a str>,
    in_class: bool,
}

impl<'a> Finder<'a> {
    fn skip(&mut self, range: TextRange) {
        self.found.push(range.into());
    }

    /// A text that is no name.
    fn skip_text(&mut self, text: &str, range: TextRange) {
        if text.contains(|c: char| c != '_' && !c.is_alphanumeric()) {
            self.skip(range);
        }
    }

    /// Default values and annotations; then what has the parameters.
    fn within(&mut self, parameters: Option<&'a Parameters>, visit: impl FnOnce(&mut Self)) {
        let outer = self.parameters.len();
        if let Some(parameters) = parameters {
            self.visit_parameters(parameters);
            for parameter in parameters.iter() {
                self.skip(parameter.name().range());
                self.parameters.push(parameter.name());
            }
        }
        visit(self);
        self.parameters.truncate(outer);
    }

    fn function(&mut self, def: &'a StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_decorator(decorator);
        }
        if let Some(returns) = &def.returns {
            self.visit_annotation(returns);
        }
        let (is_method, selves) = (self.in_class, self.selves.len());
        self.skip(def.name.range());
        self.within(Some(&def.parameters), |finder| {
            let first = def.parameters.iter_non_variadic_params().next();
            finder
                .selves
                .extend(first.filter(|_| is_method).map(|it| it.name().as_str()));
            finder.in_class = false;
            finder.visit_body(&def.body);
            finder.in_class = is_method;
        });
        self.selves.truncate(selves);
    }
}

impl<'a> Visitor<'a> for Finder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Expr(expr) if expr.value.is_string_literal_expr() => self.skip(expr.range),
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(_) => {
                let outer = std::mem::replace(&mut self.in_class, true);
                walk_stmt(self, stmt);
                self.in_class = outer;
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if self.parameters.contains(&name.id.as_str()) => {
                self.skip(name.range);
            }
            Expr::Attribute(attribute) => {
                let object = attribute.value.as_name_expr();
                if object.is_some_and(|name| self.selves.contains(&name.id.as_str())) {
                    self.skip(attribute.attr.range());
                }
                walk_expr(self, expr);
            }
            Expr::Lambda(lambda) => {
                self.within(lambda.parameters.as_deref(), |finder| {
                    finder.visit_expr(&lambda.body);
                });
            }
            _ => walk_expr(self, expr),
        }
    }

    fn visit_keyword(&mut self, keyword: &'a Keyword) {
        if let Some(name) = &keyword.arg {
            self.skip(name.range());
        }
        walk_keyword(self, keyword);
    }

    fn visit_string_literal(&mut self, literal: &'a StringLiteral) {
        self.skip_text(&literal.value, literal.range);
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        match element {
            InterpolatedStringElement::Literal(literal) => {
                self.skip_text(&literal.value, literal.range);
            }
            _ => walk_interpolated_string_element(self, element),
        }
    }
}
