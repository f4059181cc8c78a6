//! Verilog text of statements.

use crate::expr::{literal, range, select, Printer};
use crate::group::Group;
use crate::ir::{Expr, Stmt};

/// Text with an indentation.
#[derive(Default)]
pub(crate) struct Lines {
    pub text: String,
    depth: usize,
}

impl Lines {
    pub fn at(depth: usize) -> Lines {
        Lines {
            text: String::new(),
            depth,
        }
    }

    pub fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text += &"    ".repeat(self.depth);
            self.text += line;
        }
        self.text.push('\n');
    }

    pub fn indented(&mut self, body: impl FnOnce(&mut Lines)) {
        self.depth += 1;
        body(self);
        self.depth -= 1;
    }
}

/// Whether a group is a set of independent assignments, each of other bits.
pub(crate) fn is_continuous(group: &Group) -> bool {
    let mut seen: Vec<(usize, usize)> = vec![];
    group.nets.len() == 1
        && group.stmts.iter().all(|stmt| match stmt {
            Stmt::Assign { low, value, .. } => {
                let bits = (*low, *low + value.width());
                let apart = seen
                    .iter()
                    .all(|(start, end)| bits.1 <= *start || *end <= bits.0);
                seen.push(bits);
                apart
            }
            Stmt::Comment(_) => true,
            _ => false,
        })
}

/// The one value that a group assigns to all of its only signal, if that is all it does.
pub(crate) fn sole_value<'a>(group: &'a Group, printer: &Printer) -> Option<&'a Expr> {
    let mut assigned = group
        .stmts
        .iter()
        .filter(|stmt| !matches!(stmt, Stmt::Comment(_)));
    match (assigned.next(), assigned.next()) {
        (Some(Stmt::Assign { net, value, .. }), None)
            if value.width() == printer.nets.list[*net].width =>
        {
            Some(value)
        }
        _ => None,
    }
}

/// Prints a group as `assign` statements or as one `always @*` block.
pub(crate) fn group(printer: &mut Printer, group: &Group, out: &mut Lines) {
    printer.group = group.nets.clone();
    let mut body = Lines::at(1);
    if is_continuous(group) {
        for stmt in &group.stmts {
            if let Stmt::Assign { net, low, value } = stmt {
                let text = printer.text(value);
                let (target, field) = target(printer, *net, *low, value.width());
                body.line(&format!("assign {target} = {text};{field}"));
            }
        }
    } else {
        let mut inner = Lines::at(2);
        block(printer, &group.stmts, &mut inner);
        let variables = std::mem::take(&mut printer.variables);
        for (name, width) in &variables {
            printer.wires.push(format!("reg {}{name};", range(*width)));
        }
        body.line("always @* begin");
        body.indented(|body| {
            // A value named in a branch only must not become a latch.
            variables
                .iter()
                .for_each(|(name, width)| body.line(&format!("{name} = {};", literal(*width, 0))));
        });
        body.text += &inner.text;
        body.line("end");
    }
    std::mem::take(&mut printer.wires)
        .iter()
        .for_each(|line| out.line(line));
    out.text += &body.text;
    printer.group.clear();
}

/// The signal or the bits that are assigned, and a comment if they are a field.
fn target(printer: &Printer, net: usize, low: usize, width: usize) -> (String, String) {
    let name = printer.name(net);
    if printer.nets.list[net].width == width {
        return (name.to_owned(), String::new());
    }
    let field = match printer.nets.part(net, low, width) {
        Some((field, _, size)) if size == width => format!(" // {field}"),
        _ => String::new(),
    };
    (format!("{name}{}", select(low, width)), field)
}

fn block(printer: &mut Printer, stmts: &[Stmt], out: &mut Lines) {
    for stmt in stmts {
        match stmt {
            Stmt::Comment(text) => out.line(&format!("// {text}")),
            Stmt::Assign { net, low, value } => {
                let text = printer.text(value);
                flush(printer, out);
                let (target, field) = target(printer, *net, *low, value.width());
                out.line(&format!("{target} = {text};{field}"));
            }
            Stmt::If {
                test,
                then,
                otherwise,
            } => {
                let mut chain = Lines::at(out.depth);
                conditional(printer, "", test, then, otherwise, &mut chain);
                flush(printer, out);
                out.text += &chain.text;
            }
            Stmt::Case {
                test,
                arms,
                default,
            } => {
                let test = printer.text(test);
                flush(printer, out);
                out.line(&format!("case ({test})"));
                out.indented(|out| {
                    for (labels, body) in arms {
                        let labels: Vec<_> =
                            labels.iter().map(|label| printer.text(label)).collect();
                        branch(printer, &wrap(&labels, out), body, out);
                    }
                    branch(printer, "default:", default, out);
                });
                out.line("endcase");
            }
        }
    }
}

/// The labels of a case arm; all but the last line of them are written to `out`.
fn wrap(labels: &[String], out: &mut Lines) -> String {
    let mut line = String::new();
    for label in labels {
        if line.len() + label.len() > 80 {
            out.line(line.trim_end());
            line.clear();
        }
        line += &format!("{label}, ");
    }
    format!("{}:", line.trim_end_matches(", "))
}

/// Lines that name values needed by the next statement.
fn flush(printer: &mut Printer, out: &mut Lines) {
    std::mem::take(&mut printer.prelude)
        .iter()
        .for_each(|line| out.line(line));
}

fn conditional(
    printer: &mut Printer,
    prefix: &str,
    test: &Expr,
    then: &[Stmt],
    otherwise: &[Stmt],
    out: &mut Lines,
) {
    // Values that the tests of a chain name are computed before the chain; what they read cannot
    // change in a branch that is not taken.
    let test = printer.text(test);
    let before = std::mem::take(&mut printer.prelude);
    out.line(&format!("{prefix}if ({test}) begin"));
    out.indented(|out| block(printer, then, out));
    printer.prelude = before;
    match otherwise {
        [] => out.line("end"),
        [Stmt::If {
            test,
            then,
            otherwise,
        }] => conditional(printer, "end else ", test, then, otherwise, out),
        _ => {
            let before = std::mem::take(&mut printer.prelude);
            out.line("end else begin");
            out.indented(|out| block(printer, otherwise, out));
            out.line("end");
            printer.prelude = before;
        }
    }
}

/// A case arm: on one line if it is one assignment or nothing.
fn branch(printer: &mut Printer, label: &str, body: &[Stmt], out: &mut Lines) {
    match body {
        [] => out.line(&format!("{label} ;")),
        [Stmt::Assign { .. }] => {
            let mut line = Lines::at(0);
            block(printer, body, &mut line);
            match line.text.matches('\n').count() {
                1 => out.line(&format!("{label} {}", line.text.trim_end())),
                _ => {
                    out.line(&format!("{label} begin"));
                    out.indented(|out| line.text.lines().for_each(|line| out.line(line)));
                    out.line("end");
                }
            }
        }
        _ => {
            out.line(&format!("{label} begin"));
            out.indented(|out| block(printer, body, out));
            out.line("end");
        }
    }
}
