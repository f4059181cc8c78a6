//! Ports and declarations of a module.

use crate::expr::{hex_literal, literal, range, select};
use crate::ir::NetId;
use crate::module::Module;
use crate::nets::{Net, Role};
use crate::stmt::Lines;
use std::collections::BTreeSet;

/// `kind range name`, printed in columns.
pub(crate) struct Declaration {
    kind: &'static str,
    range: String,
    name: String,
}

impl Declaration {
    pub fn new(kind: &'static str, width: usize, name: &str) -> Declaration {
        let range = range(width).trim_end().to_owned();
        Declaration {
            kind,
            range,
            name: name.into(),
        }
    }
}

/// One line per declaration, kinds and ranges padded to the same width.
fn columns(declarations: &[Declaration]) -> Vec<String> {
    let width = |of: fn(&Declaration) -> usize| declarations.iter().map(of).max().unwrap_or(0);
    let (kinds, ranges) = (width(|d| d.kind.len()), width(|d| d.range.len()));
    let gap = if ranges > 0 { " " } else { "" };
    let line = |d: &Declaration| format!("{:kinds$} {:ranges$}{gap}{}", d.kind, d.range, d.name);
    declarations.iter().map(line).collect()
}

/// The module's port list, from the parenthesis on.
pub(crate) fn header(ports: &[Declaration]) -> String {
    if ports.is_empty() {
        return " ();\n".into();
    }
    let ports: Vec<_> = columns(ports)
        .iter()
        .map(|port| format!("    {port}"))
        .collect();
    format!(" (\n{}\n);\n", ports.join(",\n"))
}

/// `localparam` of a `Constant<_>` field.
pub(crate) fn constant(net: &Net) -> String {
    let value = hex_literal(net.width, &net.hex);
    format!("localparam {}{} = {value};", range(net.width), net.name)
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
            ports.push(Declaration::new(kind, net.width, &net.name));
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
        for ((_, value), (name, width)) in &self.printer.variants {
            let range = range(*width);
            out.line(&format!(
                "localparam {range}{name} = {};",
                literal(*width, *value as u128)
            ));
        }
        let nets = self.printer.nets.list.iter().enumerate();
        for (_, net) in nets
            .clone()
            .filter(|(id, _)| self.printer.used.contains_key(id))
        {
            if net.role == Role::Constant {
                out.line(&constant(net));
            }
        }

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
            declarations.push(Declaration::new(kind, net.width, &net.name));
        }
        if !out.text.is_empty() && !declarations.is_empty() {
            out.line("");
        }
        columns(&declarations)
            .iter()
            .for_each(|line| out.line(&format!("{line};")));
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
