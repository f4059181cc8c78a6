//! Checks of the Rust source that cannot be made on what `#[hdl_gen]` leaves of it.
//!
//! `hdl_gen` drops some constructs without a trace, so that the printer would see, and print,
//! something else than Rust executes: guards of match arms, the widths of `signed_bit_cast`, the
//! conversion that `.index()` makes before arithmetic, and any function whose name begins like a
//! known one. A crate that describes hardware calls [`check`] on its sources in a test.

use proc_macro2::Span;
use std::fmt;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Arm, Expr, ExprBinary, ExprCall, ExprForLoop, ExprPath, ImplItemFn, Pat, RangeLimits};

/// A construct that `hdl_gen` accepts and loses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The source file.
    pub file: PathBuf,
    /// Line, from one.
    pub line: usize,
    /// What is wrong, and what to write instead.
    pub message: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.message)
    }
}

const GUARD: &str = "a guard of a match arm is lost: use `if` inside the arm";
const SIGNED: &str = "`signed_bit_cast` loses its width and overflows the stack for the smallest \
    value: extend a sign with `(bit_cast::<M, N>(x) ^ m) - m`, where `m` is the sign bit";
const INDEX: &str = "arithmetic on `.index()` is done in `usize` by Rust: compute in `Bits` first";
const CALL: &str = "only `bit_cast`, `bits`, `Bits::from`, `signed_cast`, `unsigned_cast`, `join` \
    and `link` can be called";
const RANGE: &str = "`..=` is read as `..`: write the end one higher";
const NAME: &str = "a free name has no Verilog: use a `Constant<_>` field or a variant of a \
    `LogicState`";

/// All findings in the `#[hdl_gen]` functions of the `.rs` files below `dir`, in order.
///
/// # Errors
/// A file cannot be read or is no Rust.
pub fn check(dir: &Path) -> std::io::Result<Vec<Finding>> {
    let mut findings = vec![];
    let mut entries = std::fs::read_dir(dir)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            findings.extend(check(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            findings.extend(check_text(&path, &std::fs::read_to_string(&path)?)?);
        }
    }
    Ok(findings)
}

fn check_text(path: &Path, text: &str) -> std::io::Result<Vec<Finding>> {
    let file = syn::parse_file(text).map_err(|error| {
        let at = error.span().start();
        std::io::Error::other(format!("{}:{}: {error}", path.display(), at.line))
    })?;
    let mut visitor = Visitor {
        path,
        inside: false,
        loops: vec![],
        findings: vec![],
    };
    visitor.visit_file(&file);
    Ok(visitor.findings)
}

struct Visitor<'a> {
    path: &'a Path,
    /// Whether the code is in an `#[hdl_gen]` function.
    inside: bool,
    /// Indices of the enclosing loops.
    loops: Vec<String>,
    findings: Vec<Finding>,
}

impl Visitor<'_> {
    fn report(&mut self, span: Span, message: &'static str) {
        if self.inside {
            let line = span.start().line;
            self.findings.push(Finding {
                file: self.path.to_owned(),
                line,
                message,
            });
        }
    }
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        let outside = self.inside;
        self.inside = item
            .attrs
            .iter()
            .any(|attr| attr.path().is_ident("hdl_gen"));
        visit::visit_block(self, &item.block);
        self.inside = outside;
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        if let Some((_, guard)) = &arm.guard {
            self.report(guard.span(), GUARD);
        }
        // Patterns are checked by the printer.
        self.visit_expr(&arm.body);
    }

    fn visit_expr_for_loop(&mut self, item: &'ast ExprForLoop) {
        if let Expr::Range(range) = &*item.expr {
            if matches!(range.limits, RangeLimits::Closed(_)) {
                self.report(range.span(), RANGE);
            }
        }
        // The bounds are evaluated by Rust.
        let index = match &*item.pat {
            Pat::Ident(pat) => pat.ident.to_string(),
            _ => String::new(),
        };
        self.loops.push(index);
        self.visit_block(&item.body);
        self.loops.pop();
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let Expr::Path(function) = &*call.func {
            let names: Vec<_> = function
                .path
                .segments
                .iter()
                .map(|s| s.ident.to_string())
                .collect();
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            match names[..] {
                ["signed_bit_cast"] => self.report(call.span(), SIGNED),
                ["bit_cast" | "bits" | "signed_cast" | "unsigned_cast"]
                | ["Bits", "from"]
                | [.., _, "join" | "link"] => {}
                _ => self.report(call.span(), CALL),
            }
        }
        call.args
            .iter()
            .for_each(|argument| self.visit_expr(argument));
    }

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        for side in [&*binary.left, &*binary.right] {
            if is_index(side) {
                self.report(side.span(), INDEX);
            }
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_path(&mut self, path: &'ast ExprPath) {
        if let Some(name) = path.path.get_ident() {
            if name != "self" && !self.loops.iter().any(|index| name == index) {
                self.report(name.span(), NAME);
            }
        }
    }
}

/// `x.index()`, in parentheses or not.
fn is_index(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_index(&inner.expr),
        Expr::MethodCall(call) => call.method == "index",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(body: &str) -> Vec<(usize, &'static str)> {
        let text =
            format!("impl Logic for X {{\n#[hdl_gen]\nfn update(&mut self) {{\n{body}\n}}\n}}");
        let found = check_text(Path::new("x.rs"), &text).unwrap();
        found
            .iter()
            .map(|finding| (finding.line, finding.message))
            .collect()
    }

    #[test]
    fn lost_constructs_are_found() {
        // Reject: each line with what is lost on it.
        let body = "match self.a.val() {\n\
            A::B if self.f.val() => self.x.next = 1.into(),\n\
            _ => self.x.next = signed_bit_cast::<32, 16>(self.s.val()),\n\
            }\n\
            self.y.next = self.v.val().get_bit(self.i.val().index() + 1);\n\
            self.y.next = bits_of(self.v.val()) + LIMIT;\n\
            for i in 0..=3 {}";
        assert_eq!(
            findings(body),
            [
                (5, GUARD),
                (6, SIGNED),
                (8, INDEX),
                (9, CALL),
                (9, NAME),
                (10, RANGE)
            ]
        );
    }

    #[test]
    fn what_is_kept_is_accepted() {
        let body = "dff_setup!(self, clock, a);\n\
            for i in 0..N { self.x.next = self.v.val().get_bit(2 * i); }\n\
            self.y.next = bit_cast::<8, 4>(self.v.val()) | bits::<8>(3) | Bits::<8>::from(4);\n\
            match self.v.val().index() { 0 => self.k.next = A::B, _ => {} }\n\
            Bus::join(&mut self.a.bus, &mut self.b.bus);\n\
            <Bus as X>::link(&mut self.a.bus, &mut self.b.bus);";
        assert_eq!(findings(body), []);
    }

    #[test]
    fn other_functions_are_free() {
        let text = "impl X { fn f(n: u8) -> u8 { match n { 1 if n > 0 => g(n), _ => K } } }";
        assert_eq!(check_text(Path::new("x.rs"), text).unwrap(), []);
        assert!(check_text(Path::new("x.rs"), "fn").is_err());
    }
}
