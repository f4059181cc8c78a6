//! The `//` comments of an `update`, for the Verilog.
//!
//! Rust's lexer drops them, so they are taken from the source text and put back as statements
//! that `hdl_gen` hands over as text: `assert!(true, "//{}", "…")`, in front of what they stand
//! above or beside.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use std::collections::VecDeque;
use syn::visit_mut::{self, VisitMut};
use syn::{parse_quote, Arm, Block, Expr, ItemFn, Stmt};

/// Puts the comments in front of the statements that they are about.
pub fn pass(update: &mut ItemFn) {
    let body = update.block.brace_token.span.join();
    // What a macro wrote has no source.
    let Some(source) = body.source_text() else {
        return;
    };
    Comments(find(&source, body.start().line)).visit_block_mut(&mut update.block);
}

/// The comments in `source`, which begins in line `first`, with their lines.
fn find(source: &str, first: usize) -> VecDeque<(usize, String)> {
    let comment = |line: &str| {
        let mut quoted = false;
        let mut before = ' ';
        let start = line.char_indices().find(|&(at, c)| {
            quoted ^= c == '"' && before != '\\';
            before = c;
            !quoted && line[at..].starts_with("//")
        });
        start.map(|(at, _)| line[at..].trim_start_matches('/').trim().to_owned())
    };
    let lines = source.lines().zip(first..);
    lines
        .filter_map(|(line, number)| Some((number, comment(line)?)))
        .collect()
}

/// Those that have no statement yet.
struct Comments(VecDeque<(usize, String)>);

impl Comments {
    /// Statements for the comments up to and including a line.
    fn until(&mut self, last: usize) -> Vec<Stmt> {
        let mut out = vec![];
        while let Some((_, text)) = self.0.pop_front_if(|(line, _)| *line <= last) {
            // `hdl_gen` cuts at quotes.
            let text = text.replace('"', "'").replace('\\', "/");
            out.push(parse_quote!(assert!(true, "//{}", #text);));
        }
        out
    }
}

impl VisitMut for Comments {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let mut out = vec![];
        for mut stmt in std::mem::take(&mut block.stmts) {
            let (first, last) = lines(&stmt);
            let nested = matches!(&stmt, Stmt::Expr(it, _) if is_nested(it));
            out.extend(self.until(if nested { first - 1 } else { last }));
            visit_mut::visit_stmt_mut(self, &mut stmt);
            out.push(stmt);
        }
        let close = block.brace_token.span.close().start().line;
        out.extend(self.until(close - 1));
        block.stmts = out;
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let (first, last) = lines(arm);
        let comments = self.until(if is_nested(&arm.body) {
            first - 1
        } else {
            last
        });
        visit_mut::visit_arm_mut(self, arm);
        match &mut *arm.body {
            _ if comments.is_empty() => {}
            Expr::Block(body) => {
                body.block.stmts.splice(0..0, comments);
            }
            body => *body = parse_quote!({ #(#comments)* #body }),
        }
    }
}

/// Whether an expression has statements of its own.
fn is_nested(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::If(_) | Expr::Match(_) | Expr::ForLoop(_) | Expr::Block(_)
    )
}

/// First and last line of a piece of the source.
fn lines(of: &impl ToTokens) -> (usize, usize) {
    let mut tokens = of.to_token_stream().into_iter();
    let first = tokens.next();
    let last = tokens.last().or(first.clone());
    let end = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.span_close(),
        other => other.span(),
    };
    let first = first.map_or(Span::call_site(), |token| token.span());
    (
        first.start().line,
        last.map_or(first, |token| end(&token)).end().line,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stand_where_they_belong() {
        let source = "fn update(&mut self) {\n\
            // One.\n\
            // And on.\n\
            self.a.next = 1; // Two.\n\
            self.b.next = f(1, // \"Three\".\n\
            \"// none\");\n\
            if self.c.val() { // Four.\n\
            self.d.next = 1;\n\
            // Five.\n\
            } else {\n\
            // Six.\n\
            self.d.next = 2;\n\
            }\n\
            match self.e.val() {\n\
            // Seven.\n\
            A::B => self.f.next = 1, // Eight.\n\
            _ => {} // Nine.\n\
            }\n\
            }";
        let mut update: ItemFn = syn::parse_str(source).unwrap();
        pass(&mut update);
        let text = update.to_token_stream().to_string();
        let text = text.replace("assert ! (true , \"//{}\" , ", "(");
        let expected = "{ (\"One.\") ; (\"And on.\") ; (\"Two.\") ; self . a . next = 1 ; \
            (\"'Three'.\") ; self . b . next = f (1 , \"// none\") ; \
            if self . c . val () { (\"Four.\") ; self . d . next = 1 ; (\"Five.\") ; } \
            else { (\"Six.\") ; self . d . next = 2 ; } \
            match self . e . val () { \
            A :: B => { (\"Seven.\") ; (\"Eight.\") ; self . f . next = 1 } , _ => { } } \
            (\"Nine.\") ; }";
        let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.ends_with(&expected), "{text}\n{expected}");
    }
}
