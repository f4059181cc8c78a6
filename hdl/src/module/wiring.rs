//! How the signals of a block hang together beside its logic: clocks, bidirectional ports,
//! dependences that run through children.

use super::Module;
use crate::collect::Instance;
use crate::error::{Checked, Problem};
use crate::flow;
use crate::group::Paths;
use crate::ir::{targets, Expr, NetId, Stmt};
use crate::nets::Role;
use rust_hdl::prelude::AtomKind::{InputParameter, OutputParameter};
use std::collections::{BTreeSet, HashMap};

/// Nothing is known about hand-written Verilog: any input may reach any output.
pub(crate) fn every_path(instance: &Instance) -> Paths<String> {
    let of = |kind| {
        instance
            .fields
            .iter()
            .filter(move |f| f.kind == kind && !f.is_clock())
    };
    let possible = of(InputParameter)
        .flat_map(|i| of(OutputParameter).map(|o| (i.name.clone(), o.name.clone())))
        .collect();
    Paths {
        possible,
        certain: vec![],
    }
}

/// The signals that some statement reads.
pub(crate) fn read_nets(stmts: &[Stmt]) -> BTreeSet<NetId> {
    flow::dependences(stmts)
        .into_iter()
        .map(|(from, _)| from)
        .collect()
}

impl Module<'_> {
    /// Bidirectional ports that are linked are one wire.
    pub fn tie(&mut self, ties: &[(NetId, NetId)]) -> Checked<()> {
        for (a, b) in ties {
            let (a, b) = (self.printer.resolve(*a), self.printer.resolve(*b));
            let role = |net: NetId| self.printer.nets.list[net].role;
            match (role(a), role(b)) {
                _ if a == b => {}
                (Role::InOut | Role::ChildInOut(_), Role::ChildInOut(_)) => {
                    self.printer.alias.insert(b, a);
                }
                (Role::ChildInOut(_), Role::InOut) => {
                    self.printer.alias.insert(a, b);
                }
                _ => {
                    return Err(Problem::Unsupported(
                        "a link that joins two ports of this block".into(),
                    ))
                }
            }
        }
        Ok(())
    }

    /// Clocks never pass through logic: an assigned clock becomes another name of its source.
    pub fn wire_clocks(&mut self, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let mut count: HashMap<NetId, usize> = HashMap::new();
        targets(&stmts, &mut |net| *count.entry(net).or_default() += 1);
        let nets = &self.printer.nets;
        let mut alias = vec![];
        let kept = stmts
            .into_iter()
            .filter(|stmt| match stmt {
                Stmt::Assign {
                    net,
                    value: Expr::Net { id, .. },
                    ..
                } if nets.list[*net].clock
                    && nets.list[*net].role != Role::Output
                    && count[net] == 1 =>
                {
                    alias.push((*net, *id));
                    false
                }
                _ => true,
            })
            .collect();
        for (net, source) in alias {
            if self.printer.resolve(source) != net {
                self.printer.alias.insert(net, source);
            }
        }
        kept
    }

    fn child_net(&self, child: usize, port: &str) -> Option<NetId> {
        let leaf = &self.all[self.instance.children[child]].leaf;
        self.printer.nets.find(&format!("{leaf}${port}"))
    }

    /// From which inputs which outputs can be reached within one cycle.
    pub fn port_paths(
        &self,
        stmts: &[Stmt],
        child_paths: &[(NetId, NetId)],
    ) -> Vec<(String, String)> {
        let mut edges = flow::dependences(stmts);
        edges.extend(child_paths);
        let mut out = vec![];
        let list = &self.printer.nets.list;
        let with = |role| {
            list.iter()
                .enumerate()
                .filter(move |(_, net)| net.role == role && !net.clock)
                .map(|(id, _)| id)
        };
        for input in with(Role::Input) {
            let mut seen = BTreeSet::from([input]);
            let mut open = vec![input];
            while let Some(net) = open.pop() {
                open.extend(
                    edges
                        .iter()
                        .filter(|(from, _)| *from == net)
                        .map(|(_, to)| *to)
                        .filter(|to| seen.insert(*to)),
                );
            }
            out.extend(
                with(Role::Output)
                    .filter(|id| seen.contains(id))
                    .map(|id| (self.raw(input), self.raw(id))),
            );
        }
        out
    }

    /// rust-hdl's name of one of the block's own fields.
    fn raw(&self, id: NetId) -> String {
        self.instance.fields[id].name.clone()
    }

    /// Dependences that run through children.
    pub fn child_paths(&self) -> Paths<NetId> {
        let mut out = Paths::default();
        for (index, child) in self.children.iter().enumerate() {
            let Some(child) = child else { continue };
            let nets = |(from, to): &(String, String)| {
                self.child_net(index, from).zip(self.child_net(index, to))
            };
            out.possible
                .extend(child.paths.possible.iter().filter_map(nets));
            out.certain
                .extend(child.paths.certain.iter().filter_map(nets));
        }
        out
    }

    /// Refuses signals that are read, or needed elsewhere, and have no driver.
    pub fn check_driven(&self, stmts: &[Stmt]) -> Checked<()> {
        let read = read_nets(stmts);
        for (id, net) in self.printer.nets.list.iter().enumerate() {
            let needed = match net.role {
                Role::Local => read.contains(&id),
                Role::ChildInOut(_) => !self.printer.alias.values().any(|other| *other == id),
                Role::RegisterClock(_) => {
                    if !self.printer.alias.contains_key(&id) {
                        return Err(Problem::Clock(net.name.clone()));
                    }
                    false
                }
                _ => net.is_driven_here(),
            };
            if needed && !self.written.contains(&id) && !self.printer.alias.contains_key(&id) {
                return Err(Problem::Undriven(net.name.clone()));
            }
        }
        Ok(())
    }
}
