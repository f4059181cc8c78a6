//! What `hdl_gen` accepts and loses without a trace, so that the printer would see, and print,
//! something else than Rust executes.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Arm, Error, Expr, ExprBinary, ExprCall, ExprForLoop, ItemFn, RangeLimits};

const GUARD: &str = "a guard of a match arm is lost: use `if` inside the arm";
const SIGNED: &str = "`signed_bit_cast` loses its width and overflows the stack for the smallest \
    value: extend a sign with `(bit_cast::<M, N>(x) ^ m) - m`, where `m` is the sign bit";
const INDEX: &str = "arithmetic on `.index()` is done in `usize` by Rust: compute in `Bits` first";
const CALL: &str = "only `bit_cast`, `bits`, `Bits::from`, `signed_cast`, `unsigned_cast`, `join` \
    and `link` can be called";
const RANGE: &str = "`..=` is read as `..`: write the end one higher";

/// All findings, in order.
pub fn check(update: &ItemFn) -> Vec<Error> {
    let mut visitor = Visitor(vec![]);
    visitor.visit_block(&update.block);
    visitor.0
}

struct Visitor(Vec<Error>);

impl Visitor {
    fn report(&mut self, at: &impl Spanned, message: &str) {
        self.0.push(Error::new(at.span(), message));
    }
}

impl<'ast> Visit<'ast> for Visitor {
    fn visit_arm(&mut self, arm: &'ast Arm) {
        if let Some((_, guard)) = &arm.guard {
            self.report(guard, GUARD);
        }
        // Patterns are checked by the printer.
        self.visit_expr(&arm.body);
    }

    fn visit_expr_for_loop(&mut self, item: &'ast ExprForLoop) {
        if let Expr::Range(range) = &*item.expr {
            if matches!(range.limits, RangeLimits::Closed(_)) {
                self.report(range, RANGE);
            }
        }
        // The bounds are evaluated by Rust.
        self.visit_block(&item.body);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let Expr::Path(function) = &*call.func {
            let names = function.path.segments.iter().map(|s| s.ident.to_string());
            let names: Vec<_> = names.collect();
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            match names[..] {
                ["signed_bit_cast"] => self.report(call, SIGNED),
                ["bit_cast" | "bits" | "signed_cast" | "unsigned_cast"]
                | ["Bits", "from"]
                | [.., _, "join" | "link"] => {}
                _ => self.report(call, CALL),
            }
        }
        call.args.iter().for_each(|it| self.visit_expr(it));
    }

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        for side in [&*binary.left, &*binary.right] {
            if is_index(side) {
                self.report(side, INDEX);
            }
        }
        visit::visit_expr_binary(self, binary);
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

    fn findings(body: &str) -> Vec<(usize, String)> {
        let update = syn::parse_str(&format!("fn update(&mut self) {{\n{body}\n}}")).unwrap();
        let line = |error: &Error| error.span().start().line - 1;
        let found = check(&update);
        found.iter().map(|it| (line(it), it.to_string())).collect()
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
        let expected = [(2, GUARD), (3, SIGNED), (5, INDEX), (6, CALL), (7, RANGE)];
        assert_eq!(findings(body), expected.map(|(line, it)| (line, it.into())));
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
}
