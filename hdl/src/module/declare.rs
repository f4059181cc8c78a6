//! Ports and declarations of a module.

use super::Module;
use crate::expr::{hex_literal, literal, range, select};
use crate::ir::NetId;
use crate::nets::{type_width, Net, Role};
use crate::stmt::Lines;
use rust_hdl::prelude::{TypeDescriptor, TypeKind};
use std::collections::BTreeSet;

/// `kind range name`, printed in columns, with the type in a comment if it has a name.
pub(crate) struct Declaration {
    kind: &'static str,
    range: String,
    name: String,
    ty: Option<String>,
}

impl Declaration {
    pub fn new(kind: &'static str, net: &Net) -> Declaration {
        let named = matches!(net.ty.kind, TypeKind::Enum(_) | TypeKind::Composite(_));
        Declaration {
            kind,
            range: range(net.width).trim_end().to_owned(),
            name: net.name.clone(),
            ty: named.then(|| net.ty.name.clone()),
        }
    }
}

/// One line per declaration, kinds and ranges padded to the same width; `end` gives what follows
/// each name.
fn columns(declarations: &[Declaration], end: impl Fn(usize) -> &'static str) -> Vec<String> {
    let width = |of: fn(&Declaration) -> usize| declarations.iter().map(of).max().unwrap_or(0);
    let (kinds, ranges) = (width(|d| d.kind.len()), width(|d| d.range.len()));
    let gap = if ranges > 0 { " " } else { "" };
    let line = |(at, d): (usize, &Declaration)| {
        let ty =
            d.ty.iter()
                .map(|ty| format!(" // {ty}"))
                .collect::<String>();
        format!(
            "{:kinds$} {:ranges$}{gap}{}{}{ty}",
            d.kind,
            d.range,
            d.name,
            end(at)
        )
    };
    declarations.iter().enumerate().map(line).collect()
}

/// The module's port list, from the parenthesis on.
pub(crate) fn header(ports: &[Declaration]) -> String {
    if ports.is_empty() {
        return " ();\n".into();
    }
    let last = ports.len() - 1;
    let ports = columns(ports, |at| if at == last { "" } else { "," });
    let ports: String = ports.iter().map(|port| format!("    {port}\n")).collect();
    format!(" (\n{ports});\n")
}

/// One comment per struct type in `types`, inner ones included: its fields, the most significant
/// first, with their bits.
fn layouts<'a>(types: impl Iterator<Item = &'a TypeDescriptor>) -> Vec<String> {
    let mut out = vec![];
    let mut open: Vec<_> = types.collect();
    open.reverse();
    while let Some(ty) = open.pop() {
        let TypeKind::Composite(fields) = &ty.kind else {
            continue;
        };
        let mut low = 0;
        let mut parts = vec![];
        for field in fields {
            let width = type_width(&field.kind);
            parts.push(format!("{}{}", field.fieldname, select(low, width)));
            low += width;
        }
        parts.reverse();
        let line = format!("{}: {}", ty.name, parts.join(" "));
        if !out.contains(&line) {
            out.push(line);
        }
        open.extend(fields.iter().rev().map(|field| &field.kind));
    }
    out
}

/// `// text`, broken into lines.
fn comment(text: &str, out: &mut Lines) {
    let mut line = String::from("//");
    for word in text.split(' ') {
        if line.len() + word.len() > 95 {
            out.line(&line);
            line = String::from("//    ");
        }
        line += &format!(" {word}");
    }
    out.line(&line);
}

impl Module<'_> {
    pub fn ports(&self, continuous: &BTreeSet<NetId>) -> Vec<Declaration> {
        let mut ports = vec![];
        for (id, net) in self.printer.nets.list.iter().enumerate() {
            let kind = match net.role {
                Role::Input => "input  wire",
                Role::InOut => "inout  wire",
                Role::Output if continuous.contains(&id) => "output wire",
                Role::Output => "output reg",
                _ => continue,
            };
            ports.push(Declaration::new(kind, net));
        }
        ports
    }

    /// Constants, signals and the initial values of registers. `continuous` signals are wires,
    /// `inlined` ones need no signal.
    pub fn declarations(
        &self,
        continuous: &BTreeSet<NetId>,
        inlined: &BTreeSet<NetId>,
        out: &mut Lines,
    ) {
        let types = self.printer.nets.list.iter();
        layouts(types.map(|net| &net.ty))
            .iter()
            .for_each(|layout| comment(layout, out));
        for ((_, value), (name, width)) in &self.printer.variants {
            let range = range(*width);
            out.line(&format!("localparam {range}{name} = {width}'d{value};"));
        }
        for ((_, width), (value, name)) in &self.printer.constants {
            let range = range(*width);
            let value = literal(*width, *value);
            out.line(&format!("localparam {range}{name} = {value};"));
        }
        let nets = self.printer.nets.list.iter().enumerate();
        let mut declarations = vec![];
        let mut initial = vec![];
        for (id, net) in nets {
            if self.is_elsewhere(id) || inlined.contains(&id) {
                continue;
            }
            let kind = if continuous.contains(&id) {
                "wire"
            } else {
                "reg"
            };
            let kind = match net.role {
                Role::ChildOutput(_) | Role::ChildInOut(_) => "wire",
                Role::ChildInput(_) | Role::RegisterD(_) => kind,
                Role::Local if self.written.contains(&id) => kind,
                Role::RegisterQ(_) => {
                    initial.push(format!(
                        "{} = {};",
                        net.name,
                        hex_literal(net.width, &net.hex)
                    ));
                    "reg"
                }
                _ => continue,
            };
            declarations.push(Declaration::new(kind, net));
        }
        if !out.text.is_empty() && !declarations.is_empty() {
            out.line("");
        }
        columns(&declarations, |_| ";")
            .iter()
            .for_each(|line| out.line(line));
        if !self.printer.fields.is_empty() {
            out.line("");
        }
        let fields = self.printer.fields.iter();
        let widest = fields.clone().map(|((.., width), _)| range(*width).len());
        let column = widest.max().unwrap_or(0);
        for ((net, low, width), name) in fields {
            let (range, bits) = (range(*width), select(*low, *width));
            let of = &self.printer.nets.list[*net].name;
            out.line(&format!("wire {range:column$}{name} = {of}{bits};"));
        }
        if !initial.is_empty() {
            out.line("");
            out.line("initial begin");
            out.indented(|out| initial.iter().for_each(|line| out.line(line)));
            out.line("end");
        }
    }

    /// Signals, or their bits, that no logic reads.
    pub fn unused(&self) -> Vec<String> {
        let mut out = vec![];
        for (id, net) in self.printer.nets.list.iter().enumerate() {
            let relevant = match net.role {
                Role::Input | Role::ChildOutput(_) | Role::RegisterQ(_) => true,
                Role::Local => self.written.contains(&id),
                _ => false,
            };
            if !relevant || self.is_elsewhere(id) {
                continue;
            }
            let none = vec![false; net.width];
            let used = self.printer.used.get(&id).unwrap_or(&none);
            unread(&net.name, used, &mut out);
        }
        for (name, used) in &self.printer.parts {
            unread(name, used, &mut out);
        }
        out
    }

    /// Whether a signal is only a name for another one, or stands in a port connection.
    fn is_elsewhere(&self, id: NetId) -> bool {
        self.printer.alias.contains_key(&id) || self.direct.contains_key(&id)
    }
}

/// A wire that reads what nothing else reads. Lint tools accept it because of its name.
pub(crate) fn collect_unused(unused: &[String], out: &mut Lines) {
    if !unused.is_empty() {
        out.line(&format!("wire unused = &{{1'b0, {}}};", unused.join(", ")));
    }
}

/// Adds the slices of `name` that are not used.
pub(crate) fn unread(name: &str, used: &[bool], out: &mut Vec<String>) {
    if !used.contains(&true) {
        out.push(name.into());
        return;
    }
    let mut high = used.len();
    while high > 0 {
        if used[high - 1] {
            high -= 1;
            continue;
        }
        let low = used[..high]
            .iter()
            .rposition(|used| *used)
            .map_or(0, |last| last + 1);
        out.push(format!("{name}{}", select(low, high - low)));
        high = low;
    }
}
