//! Which signal depends on which, in what order.
//!
//! rust-hdl repeats `update()` until nothing changes. Within one pass a `Local` or an output reads
//! as what was last assigned to it; before its first assignment, and for every other signal, a
//! read yields the settled value of the signal. This module finds out which of the two each read
//! is, refuses what would be a latch or a loop, and groups statements into blocks that Verilog
//! evaluates with the same result and without false loops.

use crate::error::{Checked, Problem};
use crate::ir::{targets, Expr, NetId, Stmt};
use crate::nets::Nets;
use std::collections::{BTreeMap, BTreeSet};

/// How a read of a signal that this block assigns has to be ordered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Order {
    /// The value between two assignments: same block, same order.
    Between,
    /// The settled value, read before an assignment: another block.
    Settled,
    /// The settled value, read after all assignments: either.
    Final,
}

pub(crate) struct Read {
    pub net: NetId,
    /// Signals whose value depends on it.
    pub readers: BTreeSet<NetId>,
    pub order: Order,
}

/// One flag per bit of a signal.
type BitSet = Vec<bool>;

#[derive(Clone)]
struct Written {
    on_some_path: BitSet,
    on_every_path: BitSet,
}

struct Walk<'a> {
    nets: &'a Nets,
    position: usize,
    state: BTreeMap<NetId, Written>,
    writes: Vec<(usize, NetId, usize, usize)>,
    reads: Vec<(usize, Bits, BTreeSet<NetId>, Moment)>,
}

type Bits = (NetId, usize, usize);

#[derive(Clone, Copy, PartialEq)]
enum Moment {
    Before,
    After,
}

impl Walk<'_> {
    fn block(&mut self, block: &[Stmt]) -> Checked<()> {
        for stmt in block {
            self.position += 1;
            match stmt {
                Stmt::Assign { net, low, value } => {
                    self.read(value, &BTreeSet::from([*net]))?;
                    self.position += 1;
                    self.writes.push((self.position, *net, *low, value.width()));
                    let width = self.nets.list[*net].width;
                    let written = self
                        .state
                        .entry(*net)
                        .or_insert_with(|| Written::none(width));
                    for bit in *low..low + value.width() {
                        written.on_some_path[bit] = true;
                        written.on_every_path[bit] = true;
                    }
                }
                Stmt::If {
                    test,
                    then,
                    otherwise,
                } => {
                    self.condition(test, stmt)?;
                    self.branches(&[then.as_slice(), otherwise])?;
                }
                Stmt::Case {
                    test,
                    arms,
                    default,
                } => {
                    self.condition(test, stmt)?;
                    let bodies: Vec<_> = arms
                        .iter()
                        .map(|(_, body)| body)
                        .chain([default])
                        .map(Vec::as_slice)
                        .collect();
                    self.branches(&bodies)?;
                }
                Stmt::Comment(_) => {}
            }
        }
        Ok(())
    }

    fn condition(&mut self, test: &Expr, stmt: &Stmt) -> Checked<()> {
        let mut readers = BTreeSet::new();
        targets(std::slice::from_ref(stmt), &mut |net| {
            readers.insert(net);
        });
        self.read(test, &readers)
    }

    fn branches(&mut self, bodies: &[&[Stmt]]) -> Checked<()> {
        let before = self.state.clone();
        let mut merged: Option<BTreeMap<NetId, Written>> = None;
        for body in bodies {
            self.state = before.clone();
            self.block(body)?;
            let after = std::mem::take(&mut self.state);
            merged = Some(match merged {
                None => after,
                Some(other) => merge(self.nets, other, after),
            });
        }
        self.state = merged.unwrap_or(before);
        Ok(())
    }

    fn read(&mut self, expr: &Expr, readers: &BTreeSet<NetId>) -> Checked<()> {
        let mut found = vec![];
        expr.reads(&mut |net, low, width| found.push((net, low, width)));
        for (net, low, width) in found {
            let net_info = &self.nets.list[net];
            if !net_info.is_driven_here() {
                self.reads.push((
                    self.position,
                    (net, low, width),
                    readers.clone(),
                    Moment::After,
                ));
                continue;
            }
            let count = |bits: &BitSet| bits[low..low + width].iter().filter(|b| **b).count();
            let (some, every) = self.state.get(&net).map_or((0, 0), |written| {
                (count(&written.on_some_path), count(&written.on_every_path))
            });
            let moment = match (every == width, some == 0) {
                (true, _) => Moment::After,
                (false, true) => Moment::Before,
                (false, false) if net_info.reads_settled() => Moment::Before,
                (false, false) => return Err(Problem::PartialRead(net_info.name.clone())),
            };
            self.reads
                .push((self.position, (net, low, width), readers.clone(), moment));
        }
        Ok(())
    }
}

impl Written {
    fn none(width: usize) -> Written {
        Written {
            on_some_path: vec![false; width],
            on_every_path: vec![false; width],
        }
    }
}

fn merge(
    nets: &Nets,
    a: BTreeMap<NetId, Written>,
    mut b: BTreeMap<NetId, Written>,
) -> BTreeMap<NetId, Written> {
    for (net, written) in &mut b {
        if !a.contains_key(net) {
            written.on_every_path.fill(false);
        }
    }
    for (net, a) in a {
        let b = b
            .entry(net)
            .or_insert_with(|| Written::none(nets.list[net].width));
        for bit in 0..a.on_some_path.len() {
            b.on_some_path[bit] |= a.on_some_path[bit];
            b.on_every_path[bit] &= a.on_every_path[bit];
        }
    }
    b
}

/// Dependences of the block's signals on each other: `(from, to)`.
pub(crate) fn dependences(stmts: &[Stmt]) -> Vec<(NetId, NetId)> {
    fn walk(block: &[Stmt], conditions: &mut Vec<NetId>, out: &mut Vec<(NetId, NetId)>) {
        for stmt in block {
            let depth = conditions.len();
            match stmt {
                Stmt::Assign { net, value, .. } => {
                    value.reads(&mut |from, _, _| out.push((from, *net)));
                    out.extend(conditions.iter().map(|from| (*from, *net)));
                }
                Stmt::If {
                    test,
                    then,
                    otherwise,
                } => {
                    test.reads(&mut |from, _, _| conditions.push(from));
                    walk(then, conditions, out);
                    walk(otherwise, conditions, out);
                }
                Stmt::Case {
                    test,
                    arms,
                    default,
                } => {
                    test.reads(&mut |from, _, _| conditions.push(from));
                    arms.iter()
                        .for_each(|(_, body)| walk(body, conditions, out));
                    walk(default, conditions, out);
                }
                Stmt::Comment(_) => {}
            }
            conditions.truncate(depth);
        }
    }
    let mut out = vec![];
    walk(stmts, &mut vec![], &mut out);
    out.sort_unstable();
    out.dedup();
    out
}

/// All reads of signals, with their order.
pub(crate) fn analyse(nets: &Nets, stmts: &[Stmt]) -> Checked<Vec<Read>> {
    let mut walk = Walk {
        nets,
        position: 0,
        state: BTreeMap::new(),
        writes: vec![],
        reads: vec![],
    };
    walk.block(stmts)?;
    for (net, written) in &walk.state {
        if written.on_every_path.contains(&false) {
            return Err(Problem::Latch(nets.list[*net].name.clone()));
        }
    }
    let writes = walk.writes;
    Ok(walk
        .reads
        .into_iter()
        .map(|(position, (net, low, width), readers, moment)| {
            let later = writes.iter().any(|&(at, written, start, size)| {
                at > position && written == net && start < low + width && low < start + size
            });
            let order = match (moment, later) {
                (Moment::After, false) => Order::Final,
                (Moment::After, true) if !nets.list[net].reads_settled() => Order::Between,
                _ => Order::Settled,
            };
            Read {
                net,
                readers,
                order,
            }
        })
        .collect())
}
