//! The errors that rules of wrong forms name: their messages, and where they are.

use super::grammar::Error;
use super::machine::{Machine, Node, TOKEN};
use super::tokens::Kind;
use super::{Fault, FaultClass};
use std::rc::Rc;

impl Machine<'_> {
    /// An error that goes from one token to the end of another.
    pub(super) fn fault(&self, message: String, first: usize, last: Option<usize>) -> Box<Fault> {
        let tokens = &self.tokens.list;
        let mut fault = Fault::at(message, tokens[first].start);
        fault.end = last.map(|last| tokens[last].end);
        fault.nowhere = matches!(tokens[first].kind, Kind::Dedent | Kind::End | Kind::Indent);
        Box::new(fault)
    }

    /// The last token of a node: without what follows its last expression.
    fn last(node: &Node) -> usize {
        match node.parts.last() {
            Some(part) if node.kind.is_empty() => Self::last(part),
            _ => node.last,
        }
    }

    /// The error of a rule, if its conditions hold: `error` of `grammar.peg`.
    pub(super) fn error(
        &self,
        error: &Error,
        named: &[(&str, Rc<Node>)],
    ) -> Result<(), Box<Fault>> {
        let part = |name: &str| {
            let found = named.iter().find(|(other, _)| *other == name);
            &found.expect("the alternative has it").1
        };
        let range = |message: &str, first: &Node, last: &Node| {
            Err(self.fault(message.into(), first.first, Some(Self::last(last))))
        };
        match error.words[..] {
            ["star", a] => self.target(part(a), "assign to", false),
            ["for", a] => self.target(part(a), "assign to", true),
            ["del", a] => self.target(part(a), "delete", false),
            ["comma", a, b] => {
                let level = self.tokens.list[self.at - 1].level;
                let message = "invalid syntax. Perhaps you forgot a comma?";
                match level == 0 || self.is_legacy(part(a)) {
                    true => Ok(()),
                    false => range(message, part(a), part(b)),
                }
            }
            ["legacy", a, b] if self.is_legacy(part(a)) => {
                let name = self.text_of(self.tokens.list[part(a).first]);
                let message =
                    format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
                range(&message, part(a), part(b))
            }
            ["legacy", ..] => Ok(()),
            ["genexp", a, b] => {
                let args = part(a).parts.iter();
                let args: Vec<_> = if part(a).kind.is_empty() {
                    args.filter(|arg| !matches!(arg.kind, "keyword" | "unpacking"))
                        .collect()
                } else {
                    vec![]
                };
                match args[..] {
                    [.., _, last] => {
                        range("Generator expression must be parenthesized", last, part(b))
                    }
                    _ => Ok(()),
                }
            }
            ["arguments", a] => {
                let args = part(a);
                let unpacks = args.kind == "unpacking"
                    || args.kind.is_empty() && args.parts.iter().any(|arg| arg.kind == "unpacking");
                let what = if unpacks { " unpacking" } else { "" };
                let message = format!("positional argument follows keyword argument{what}");
                Err(self.fault(message, self.seen, Some(self.seen)))
            }
            ["key", a] => {
                let last = self.tokens.list[part(a).last];
                let end = self.text[..last.end].char_indices().next_back();
                let at = end.map_or(0, |(at, _)| at);
                Err(Box::new(Fault::at("':' expected after dictionary key", at)))
            }
            ["indent", ..] | ["."] => {
                let line = named.first().map(|(_, node)| self.line(node.first));
                let message = error.message.replace("%d", &line.unwrap_or(0).to_string());
                let mut fault = self.fault(message, self.seen, Some(self.seen));
                if error.words[0] == "indent" {
                    fault.class = FaultClass::Indentation;
                    fault.end = None;
                }
                Err(fault)
            }
            [a, ref rest @ ..] => {
                let first = part(a);
                let last = match *rest {
                    ["..", b] => part(b),
                    _ => first,
                };
                let message = error
                    .message
                    .replace("%s", first.kind.trim_end_matches(" in"));
                let text = self.text_of(self.tokens.list[first.first]);
                let message = message.replace("%u", text);
                match *rest {
                    [".."] => {
                        let mut fault = self.fault(message, first.first, None);
                        fault.end = Some(self.tokens.list[self.seen].end - 1);
                        Err(fault)
                    }
                    _ => range(&message, first, last),
                }
            }
            [] => unreachable!("an error is somewhere"),
        }
    }

    fn line(&self, token: usize) -> usize {
        let before = &self.text[..self.tokens.list[token].start];
        before.matches('\n').count() + 1
    }

    fn is_legacy(&self, node: &Node) -> bool {
        let name = self.text_of(self.tokens.list[node.first]);
        matches!(node.kind, "name" | TOKEN) && matches!(name, "print" | "exec")
    }

    /// The error that an expression is no target.
    fn target(&self, node: &Node, what: &str, of_for: bool) -> Result<(), Box<Fault>> {
        match invalid_target(node, what == "delete", of_for) {
            Some(wrong) => {
                let message = format!("cannot {what} {}", wrong.kind.trim_end_matches(" in"));
                Err(self.fault(message, wrong.first, Some(wrong.last)))
            }
            None => Ok(()),
        }
    }
}

/// The part of an expression that is no target.
fn invalid_target(node: &Node, deleted: bool, of_for: bool) -> Option<&Node> {
    match node.kind {
        "list" | "tuple" => {
            let mut parts = node.parts.iter();
            parts.find_map(|part| invalid_target(part, deleted, of_for))
        }
        "starred" if deleted => Some(node),
        "starred" => invalid_target(&node.parts[0], deleted, of_for),
        // `a in b` of `for a in b` is a comparison.
        "comparison in" if of_for => invalid_target(&node.parts[0], deleted, of_for),
        "comparison" if of_for => None,
        "name" | "subscript" | "attribute" => None,
        _ => Some(node),
    }
}
