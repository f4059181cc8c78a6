//! Assembles one Verilog module.

mod declare;
mod wiring;

use crate::collect::Instance;
use crate::custom;
use crate::error::{Checked, Problem};
use crate::expr::Printer;
use crate::group::{self, Group, Paths};
use crate::ir::{targets, Expr, NetId, Stmt};
use crate::lower::Lowering;
use crate::names;
use crate::nets::{Nets, Role};
use crate::stmt::{self, Lines};
use declare::{collect_unused, header, unread, Declaration};
use rust_hdl::prelude::Verilog;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use wiring::{every_path, read_nets};

/// What a parent needs to know of a printed module.
pub(crate) struct Printed {
    /// Ports and everything behind them, without the module's name.
    pub body: String,
    /// Ports (rust-hdl names) whose value may reach an output within one cycle, with that output.
    pub paths: Paths<String>,
    /// Declarations of black boxes that the module uses.
    pub black_boxes: Option<String>,
    /// Name that the module must have, because it is a black box.
    pub fixed_name: Option<String>,
}

/// A child as its parent prints it: module name and signal paths.
pub(crate) struct Child {
    pub module: String,
    pub paths: Paths<String>,
}

/// Prints the module of `all[id]`; `children` are those of the instance, `None` for a flip-flop.
pub(crate) fn print(id: usize, all: &[Instance], children: &[Option<Child>]) -> Checked<Printed> {
    let instance = &all[id];
    let nets = Nets::of(instance, all)?;
    match &instance.code {
        Verilog::Combinatorial(code) => {
            let mut lowering = Lowering {
                nets: &nets,
                loops: vec![],
                constants: HashMap::new(),
                ties: vec![],
            };
            let stmts = lowering.block(code)?;
            let ties = lowering.ties;
            Module {
                instance,
                all,
                children,
                printer: Printer::new(nets),
                direct: HashMap::new(),
                written: BTreeSet::new(),
            }
            .logic(stmts, &ties)
        }
        Verilog::Custom(text) => verbatim(instance, Printer::new(nets), text, false, None),
        Verilog::Wrapper(wrapper) => {
            let cores = Some(wrapper.cores.clone()).filter(|cores| !cores.trim().is_empty());
            verbatim(instance, Printer::new(nets), &wrapper.code, true, cores)
        }
        Verilog::Blackbox(black_box) => Ok(Printed {
            body: String::new(),
            paths: every_path(instance),
            black_boxes: Some(black_box.code.clone()),
            fixed_name: Some(black_box.name.clone()),
        }),
        Verilog::Empty => Err(Problem::Unsupported(
            "a block without `#[hdl]` and without `hdl()`".into(),
        )),
    }
}

/// A block with hand-written Verilog.
fn verbatim(
    instance: &Instance,
    printer: Printer,
    text: &str,
    wires: bool,
    black_boxes: Option<String>,
) -> Checked<Printed> {
    if !instance.children.is_empty() {
        return Err(Problem::Custom(
            "a block with hand-written Verilog cannot have child blocks".into(),
        ));
    }
    let mut out = Lines::at(1);
    let mut ports = vec![];
    for net in &printer.nets.list {
        let kind = match net.role {
            Role::Input => "input  wire",
            Role::InOut => "inout  wire",
            Role::Output if !wires && custom::is_procedural(text, &net.name)? => "output reg",
            Role::Output => "output wire",
            _ => continue,
        };
        ports.push(Declaration::new(kind, net));
    }
    text.trim_end()
        .lines()
        .for_each(|line| out.line(line.trim_end()));
    let mut unused = vec![];
    for net in printer
        .nets
        .list
        .iter()
        .filter(|net| net.role == Role::Input)
    {
        let used = custom::read_bits(text, &net.name, net.width);
        unread(&net.name, &used, &mut unused);
    }
    // The author may collect them too.
    if !names::words(text).any(|word| word == "unused") {
        collect_unused(&unused, &mut out);
    }
    let body = format!("{}{}", header(&ports), out.text);
    Ok(Printed {
        body,
        paths: every_path(instance),
        black_boxes,
        fixed_name: None,
    })
}

/// A block whose logic is printed.
pub(crate) struct Module<'a> {
    pub instance: &'a Instance,
    pub all: &'a [Instance],
    pub children: &'a [Option<Child>],
    pub printer: Printer,
    /// Inputs of children that are connected without a wire between.
    pub direct: HashMap<NetId, Expr>,
    /// Signals that a statement assigns.
    pub written: BTreeSet<NetId>,
}

impl Module<'_> {
    fn logic(mut self, stmts: Vec<Stmt>, ties: &[(NetId, NetId)]) -> Checked<Printed> {
        self.tie(ties)?;
        let stmts = self.wire_clocks(stmts);
        let stmts = group::without_overwritten(&self.printer.nets, stmts);
        targets(&stmts, &mut |net| {
            self.written.insert(net);
        });
        let paths = self.child_paths();
        self.check_driven(&stmts)?;
        let groups = group::group(&self.printer.nets, &stmts, &paths)?;
        let read = read_nets(&stmts);

        let mut continuous = BTreeSet::new();
        let mut clocked: BTreeMap<String, Vec<(NetId, Expr)>> = BTreeMap::new();
        let mut inlined = BTreeSet::new();
        let mut printed: Vec<&Group> = vec![];
        for group in &groups {
            let sole =
                stmt::sole_value(group, &self.printer).filter(|_| group.nets.is_disjoint(&read));
            let net = group.nets.iter().next().copied().unwrap_or_default();
            match (self.printer.nets.list[net].role, sole) {
                (Role::RegisterD(_), Some(value)) => {
                    inlined.insert(net);
                    let clock = self.clock_of(net)?;
                    clocked.entry(clock).or_default().push((net, value.clone()));
                }
                (Role::ChildInput(_), Some(value)) if is_plain(value) => {
                    self.direct.insert(net, value.clone());
                }
                _ => {
                    if stmt::is_continuous(group) {
                        continuous.extend(group.nets.iter().copied());
                    }
                    printed.push(group);
                }
            }
        }

        // Instances and logic first: they decide which names, constants and bits are used.
        let mut instances = Lines::at(1);
        self.instances(&mut instances)?;
        let mut logic = Lines::at(1);
        self.groups(&printed, &stmts, &mut logic);
        self.registers(clocked, &inlined, &mut logic)?;
        let unused = self.unused();

        let mut out = Lines::at(1);
        self.declarations(&continuous, &inlined, &mut out);
        if !out.text.is_empty() {
            out.line("");
        }
        out.text += &instances.text;
        out.text += &logic.text;
        collect_unused(&unused, &mut out);
        let ports = self.ports(&continuous);
        Ok(Printed {
            body: format!("{}{}\n", header(&ports), out.text.trim_end()),
            paths: Paths {
                possible: self.port_paths(&stmts, &paths.possible),
                certain: self.port_paths(&stmts, &paths.certain),
            },
            black_boxes: None,
            fixed_name: None,
        })
    }

    /// Name of the clock of the register whose input is `d`.
    fn clock_of(&mut self, d: NetId) -> Checked<String> {
        // A flip-flop's signals were added in the order d, q, clock.
        let clock = d + 2;
        self.printer.mark(clock, 0, 1);
        Ok(self.printer.name(clock).to_owned())
    }

    fn instances(&mut self, out: &mut Lines) -> Checked<()> {
        for (index, child) in self.children.iter().enumerate() {
            let Some(child) = child else { continue };
            let instance = &self.all[self.instance.children[index]];
            let mut connections = vec![];
            for field in instance.fields.iter().filter(|f| f.kind.is_parameter()) {
                let net = self
                    .printer
                    .nets
                    .get(&format!("{}${}", instance.leaf, field.name))?;
                let wire = match self.direct.get(&net).cloned() {
                    Some(value) => self.printer.text(&value),
                    None => {
                        let resolved = self.printer.resolve(net);
                        if self.printer.nets.list[net].role == Role::ChildInput(index)
                            || matches!(self.printer.nets.list[resolved].role, Role::InOut)
                        {
                            let width = self.printer.nets.list[net].width;
                            self.printer.mark(net, 0, width);
                        }
                        self.printer.name(net).to_owned()
                    }
                };
                connections.push(format!(".{}({wire})", names::identifier(&field.name)?));
            }
            let name = names::identifier(&instance.leaf)?;
            out.line(&format!("{} {name} (", child.module));
            out.indented(|out| {
                let last = connections.len().saturating_sub(1);
                for (at, connection) in connections.iter().enumerate() {
                    out.line(&format!(
                        "{connection}{}",
                        if at == last { "" } else { "," }
                    ));
                }
            });
            out.line(");");
            out.line("");
        }
        Ok(())
    }

    fn groups(&mut self, groups: &[&Group], stmts: &[Stmt], out: &mut Lines) {
        let mut comments = stmts
            .iter()
            .enumerate()
            .filter_map(|(at, stmt)| match stmt {
                Stmt::Comment(text) => Some((at, text)),
                _ => None,
            });
        let mut comment = comments.next();
        let mut previous_was_block = false;
        for group in groups {
            let block = !stmt::is_continuous(group);
            let mut pending = vec![];
            while let Some((_, text)) = comment.filter(|(at, _)| *at < group.first) {
                pending.push(text);
                comment = comments.next();
            }
            if !out.text.is_empty()
                && !out.text.ends_with("\n\n")
                && (block || previous_was_block || !pending.is_empty())
            {
                out.line("");
            }
            pending
                .iter()
                .for_each(|text| out.line(&format!("// {text}")));
            let body = Group {
                nets: group.nets.clone(),
                stmts: group
                    .stmts
                    .iter()
                    .filter(|s| !matches!(s, Stmt::Comment(_)))
                    .cloned()
                    .collect(),
                first: group.first,
            };
            stmt::group(&mut self.printer, &body, out);
            previous_was_block = block;
        }
        if !out.text.is_empty() {
            out.line("");
        }
    }

    fn registers(
        &mut self,
        mut clocked: BTreeMap<String, Vec<(NetId, Expr)>>,
        inlined: &BTreeSet<NetId>,
        out: &mut Lines,
    ) -> Checked<()> {
        for id in 0..self.printer.nets.list.len() {
            if matches!(self.printer.nets.list[id].role, Role::RegisterD(_))
                && !inlined.contains(&id)
            {
                let clock = self.clock_of(id)?;
                let value = Expr::Net {
                    id,
                    width: self.printer.nets.list[id].width,
                };
                clocked.entry(clock).or_default().push((id, value));
            }
        }
        for (clock, mut registers) in clocked {
            registers.sort_by_key(|(id, _)| *id);
            let mut body = Lines::at(2);
            for (d, value) in registers {
                let text = self.printer.text(&value);
                // A flip-flop's signals were added in the order d, q, clock.
                body.line(&format!("{} <= {text};", self.printer.name(d + 1)));
            }
            std::mem::take(&mut self.printer.wires)
                .iter()
                .for_each(|line| out.line(line));
            out.line(&format!("always @(posedge {clock}) begin"));
            out.text += &body.text;
            out.line("end");
            out.line("");
        }
        Ok(())
    }
}

/// Whether a value can stand in a port connection: a name, some of its bits, a constant.
fn is_plain(value: &Expr) -> bool {
    match value {
        Expr::Net { .. } | Expr::Literal { .. } | Expr::Constant { .. } | Expr::Variant { .. } => {
            true
        }
        Expr::Slice { of, .. } => matches!(**of, Expr::Net { .. }),
        _ => false,
    }
}
