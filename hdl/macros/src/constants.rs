//! The values of constants, for the printer.
//!
//! `hdl_gen` hands a path over as its text. The one place where it keeps the value of an
//! expression is the range of a loop, so each constant travels as a loop that never runs:
//! `for _constant_LIMIT in LIMIT..LIMIT {}`. The printer (`lower/constant.rs` in `pyxl-hdl`)
//! takes it out again.

use quote::{format_ident, quote, ToTokens};
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{
    parse_quote, Expr, ExprCall, ExprField, ExprForLoop, ExprMethodCall, ExprPath, ItemFn, Member,
    Pat, Path, Stmt,
};

/// Puts the loops in front of the function's statements.
pub fn pass(update: &mut ItemFn) {
    let mut found = Found::default();
    found.visit_block(&update.block);
    let loops = found.constants.into_iter().map(|(text, constant)| -> Stmt {
        let name = text.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        let index = format_ident!("_constant_{name}");
        // As `LIMIT..LIMIT`, which clippy would remark on in every block.
        parse_quote!(for #index in #constant..#constant.min(#constant) {})
    });
    update.block.stmts.splice(0..0, loops);
}

#[derive(Default)]
struct Found {
    /// Each by its text as `hdl_gen` writes it.
    constants: BTreeMap<String, Expr>,
    /// Indices of the enclosing loops.
    loops: Vec<String>,
}

impl Found {
    fn insert(&mut self, constant: Expr) {
        let text = quote!(#constant).to_string();
        let text = text.replace(' ', "").replace("self.", "");
        self.constants.insert(text.replace("::", "$"), constant);
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_expr_path(&mut self, path: &'ast ExprPath) {
        let index = path.path.get_ident().map(ToString::to_string);
        if is_constant(&path.path) && !index.is_some_and(|name| self.loops.contains(&name)) {
            self.insert(Expr::Path(path.clone()));
        }
    }

    fn visit_expr_field(&mut self, field: &'ast ExprField) {
        match (&*field.base, &field.member) {
            (Expr::Path(base), Member::Named(name))
                if base.path.is_ident("self") && name.to_string().starts_with('_') =>
            {
                self.insert(Expr::Field(field.clone()))
            }
            (base, _) => self.visit_expr(base),
        }
    }

    fn visit_pat(&mut self, pattern: &'ast Pat) {
        let path = match pattern {
            Pat::Ident(name) => Path::from(name.ident.clone()),
            Pat::Path(path) => path.path.clone(),
            _ => return,
        };
        if is_constant(&path) {
            self.insert(parse_quote!(#path));
        }
    }

    // Rust evaluates what is not visited here: functions, generics, the bounds of loops.

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        call.args.iter().for_each(|it| self.visit_expr(it));
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        self.visit_expr(&call.receiver);
        call.args.iter().for_each(|it| self.visit_expr(it));
    }

    fn visit_expr_for_loop(&mut self, item: &'ast ExprForLoop) {
        self.loops.push(item.pat.to_token_stream().to_string());
        visit::visit_block(self, &item.body);
        self.loops.pop();
    }
}

/// By Rust's convention of names: `LIMIT`, `N`, `module::LIMIT`, `Type::LIMIT`, but not the
/// variant `Type::Limit` or `Type::L`.
fn is_constant(path: &Path) -> bool {
    let mut names = path.segments.iter().rev().map(|it| it.ident.to_string());
    let name = names.next().unwrap_or_default();
    let in_type = names
        .next()
        .is_some_and(|outer| outer != "Self" && outer.starts_with(char::is_uppercase));
    let is_variant = in_type && name.len() == 1;
    !is_variant && !name.contains(|c: char| c.is_ascii_lowercase())
}
