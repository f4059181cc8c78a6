//! Which statements become one `assign` or one `always @*`, so that Verilog evaluates them with
//! rust-hdl's result and without false loops.

use crate::error::{Checked, Problem};
use crate::flow::{analyse, dependences, Order, Read};
use crate::ir::{targets, Expr, NetId, Stmt};
use crate::nets::{Nets, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Statements that become one `assign` or one `always @*`.
pub(crate) struct Group {
    pub nets: BTreeSet<NetId>,
    pub stmts: Vec<Stmt>,
    /// Position of the first statement, to keep the order of the source.
    pub first: usize,
}

/// Dependences within one clock cycle, `(from, to)`, that do not come from a block's own
/// statements: from a child's inputs to its outputs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paths<T> {
    /// Those that may exist.
    pub possible: Vec<(T, T)>,
    /// Those among them that are known: no hand-written Verilog is on the way.
    pub certain: Vec<(T, T)>,
}

/// Groups the statements of a block.
pub(crate) fn group(
    nets: &Nets,
    stmts: &[Stmt],
    through_children: &Paths<NetId>,
) -> Checked<Vec<Group>> {
    let reads = analyse(nets, stmts)?;
    let mut written = BTreeSet::new();
    targets(stmts, &mut |net| {
        written.insert(net);
    });

    // Start with readable groups: all that one statement of the source assigns.
    let mut coarse = Partition::new(&written);
    for stmt in stmts {
        let mut first = None;
        targets(std::slice::from_ref(stmt), &mut |net| {
            coarse.join(*first.get_or_insert(net), net);
        });
    }
    let mut fine = Partition::new(&written);
    for read in reads.iter().filter(|r| r.order == Order::Between) {
        for reader in &read.readers {
            coarse.join(read.net, *reader);
            fine.join(read.net, *reader);
        }
    }

    let edges = edges(&reads);
    let partition = split_loops(coarse, &fine, &edges, &through_children.possible);
    let left = loops(&partition, &edges, &through_children.certain);
    if !left.is_empty() {
        let names: Vec<_> = left
            .iter()
            .map(|net| format!("`{}`", nets.list[*net].name))
            .collect();
        return Err(Problem::Loop(names.join(", ")));
    }

    let mut groups = vec![];
    for members in partition.groups() {
        let first = position(nets, stmts, &members);
        groups.push(Group {
            stmts: keep(stmts, &members),
            nets: members,
            first,
        });
    }
    groups.sort_by_key(|group| group.first);
    Ok(groups)
}

/// Drops assignments that the next statement about the same signal overwrites, such as the default
/// of a register that is always assigned.
pub(crate) fn without_overwritten(nets: &Nets, stmts: Vec<Stmt>) -> Vec<Stmt> {
    let whole = |stmt: &Stmt| match stmt {
        Stmt::Assign { net, value, .. } if value.width() == nets.list[*net].width => Some(*net),
        _ => None,
    };
    let dead: Vec<bool> = (0..stmts.len())
        .map(|at| {
            whole(&stmts[at]).is_some_and(|net| {
                let later = stmts[at + 1..].iter().find(|stmt| mentions(stmt, net));
                later.is_some_and(|stmt| whole(stmt) == Some(net) && !reads(stmt, net))
            })
        })
        .collect();
    let mut dead = dead.iter();
    let mut stmts = stmts;
    stmts.retain(|_| dead.next() == Some(&false));
    stmts
}

fn mentions(stmt: &Stmt, net: NetId) -> bool {
    let mut hit = reads(stmt, net);
    targets(std::slice::from_ref(stmt), &mut |target| {
        hit |= target == net
    });
    hit
}

fn reads(stmt: &Stmt, net: NetId) -> bool {
    dependences(std::slice::from_ref(stmt))
        .iter()
        .any(|(from, _)| *from == net)
}

/// `from` is read for the value of `to`; a settled read must not share a group with `from`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    from: NetId,
    to: NetId,
    settled: bool,
}

fn edges(reads: &[Read]) -> BTreeSet<Edge> {
    let mut edges = BTreeSet::new();
    for read in reads {
        let settled = read.order == Order::Settled;
        edges.extend(read.readers.iter().map(|to| Edge {
            from: read.net,
            to: *to,
            settled,
        }));
    }
    edges
}

/// Takes groups apart that depend on themselves only because unrelated signals share them, no
/// further than needed.
fn split_loops(
    coarse: Partition,
    fine: &Partition,
    edges: &BTreeSet<Edge>,
    child_paths: &[(NetId, NetId)],
) -> Partition {
    let looping = loops(&coarse, edges, child_paths);
    let mut partition = coarse.refine(fine, &looping);
    // Loops through children may be left, they are no reason to keep signals apart.
    let unavoidable = loops(&partition, edges, child_paths);
    let mut rejoined: BTreeMap<NetId, Vec<NetId>> = BTreeMap::new();
    for net in looping
        .iter()
        .copied()
        .filter(|net| fine.root(*net) == *net)
    {
        let classes = rejoined.entry(coarse.root(net)).or_default();
        let joined = classes.iter().find_map(|class| {
            let mut joined = partition.clone();
            joined.join(*class, net);
            (loops(&joined, edges, child_paths) == unavoidable).then_some(joined)
        });
        match joined {
            Some(joined) => partition = joined,
            None => classes.push(net),
        }
    }
    partition
}

/// Signals whose groups depend on themselves.
fn loops(
    partition: &Partition,
    edges: &BTreeSet<Edge>,
    child_paths: &[(NetId, NetId)],
) -> BTreeSet<NetId> {
    let mut looping = BTreeSet::new();
    let mut next: BTreeMap<NetId, Vec<NetId>> = BTreeMap::new();
    for Edge { from, to, settled } in edges {
        let (from, to) = (partition.root(*from), partition.root(*to));
        if from != to {
            next.entry(from).or_default().push(to);
        } else if *settled {
            looping.insert(from);
        }
    }
    for (from, to) in child_paths {
        next.entry(partition.root(*from)).or_default().push(*to);
    }
    let mut search = Search {
        next: &next,
        number: BTreeMap::new(),
        stack: vec![],
        looping,
    };
    for net in next.keys() {
        search.visit(*net);
    }
    let looping = search.looping;
    partition
        .members()
        .filter(|net| looping.contains(&partition.root(*net)))
        .collect()
}

/// Tarjan's search for strongly connected components.
struct Search<'a> {
    next: &'a BTreeMap<NetId, Vec<NetId>>,
    number: BTreeMap<NetId, usize>,
    stack: Vec<NetId>,
    looping: BTreeSet<NetId>,
}

impl Search<'_> {
    /// The lowest number on the stack that can be reached from `net`.
    fn visit(&mut self, net: NetId) -> usize {
        if let Some(number) = self.number.get(&net) {
            return *number;
        }
        let number = self.number.len();
        self.number.insert(net, number);
        self.stack.push(net);
        let mut lowest = number;
        for next in self.next.get(&net).into_iter().flatten() {
            lowest = lowest.min(self.visit(*next));
        }
        if lowest == number {
            let start = self.stack.iter().rposition(|n| *n == net).unwrap_or(0);
            let component = self.stack.split_off(start);
            if component.len() > 1 {
                self.looping.extend(&component);
            }
            // Finished components are out of reach.
            for net in component {
                self.number.insert(net, usize::MAX);
            }
        }
        lowest
    }
}

/// Where the text of a group belongs: at its first statement that is more than a register keeping
/// its value.
fn position(nets: &Nets, stmts: &[Stmt], members: &BTreeSet<NetId>) -> usize {
    let keeps = |stmt: &Stmt| match stmt {
        Stmt::Assign {
            net,
            value: Expr::Net { id, .. },
            ..
        } => match (nets.list[*net].role, nets.list[*id].role) {
            (Role::RegisterD(d), Role::RegisterQ(q)) => d == q,
            _ => false,
        },
        _ => false,
    };
    let assigns = |stmt: &Stmt| {
        let mut hit = false;
        targets(std::slice::from_ref(stmt), &mut |net| {
            hit |= members.contains(&net)
        });
        hit
    };
    let find = |accept: &dyn Fn(&Stmt) -> bool| stmts.iter().position(accept);
    find(&|stmt| assigns(stmt) && !keeps(stmt))
        .or_else(|| find(&assigns))
        .unwrap_or(0)
}

/// The statements that assign one of `nets`, everything else cut away.
fn keep(block: &[Stmt], nets: &BTreeSet<NetId>) -> Vec<Stmt> {
    let mut out = vec![];
    let mut comments = vec![];
    for stmt in block {
        if matches!(stmt, Stmt::Comment(_)) {
            comments.push(stmt.clone());
            continue;
        }
        // A comment goes with the statement behind it.
        let above = std::mem::take(&mut comments);
        let mut hit = false;
        targets(std::slice::from_ref(stmt), &mut |net| {
            hit |= nets.contains(&net)
        });
        if !hit {
            continue;
        }
        out.extend(above);
        match stmt {
            Stmt::If {
                test,
                then,
                otherwise,
            } => {
                let (then, otherwise) = (keep(then, nets), keep(otherwise, nets));
                out.push(match then.is_empty() {
                    true => Stmt::If {
                        test: Expr::Not(Box::new(test.clone())),
                        then: otherwise,
                        otherwise: then,
                    },
                    false => Stmt::If {
                        test: test.clone(),
                        then,
                        otherwise,
                    },
                });
            }
            Stmt::Case {
                test,
                arms,
                default,
            } => {
                let default = keep(default, nets);
                let mut kept: Vec<(Vec<Expr>, Vec<Stmt>)> = vec![];
                for (labels, body) in arms {
                    let body = keep(body, nets);
                    match kept.last_mut() {
                        _ if body == default => {}
                        Some((known, previous)) if *previous == body => {
                            known.extend_from_slice(labels)
                        }
                        _ => kept.push((labels.clone(), body)),
                    }
                }
                match kept.is_empty() {
                    true => out.extend(default),
                    false => out.push(Stmt::Case {
                        test: test.clone(),
                        arms: kept,
                        default,
                    }),
                }
            }
            other => out.push(other.clone()),
        }
    }
    out
}

/// Disjoint sets of signals.
#[derive(Clone)]
struct Partition(BTreeMap<NetId, NetId>);

impl Partition {
    fn new(nets: &BTreeSet<NetId>) -> Partition {
        Partition(nets.iter().map(|net| (*net, *net)).collect())
    }

    /// The representative of a signal; one that is not assigned here stands for itself.
    fn root(&self, net: NetId) -> NetId {
        self.0.get(&net).copied().unwrap_or(net)
    }

    fn join(&mut self, a: NetId, b: NetId) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.0
            .values_mut()
            .filter(|root| **root == high)
            .for_each(|root| *root = low);
    }

    fn members(&self) -> impl Iterator<Item = NetId> + '_ {
        self.0.keys().copied()
    }

    /// `self` with the groups of `nets` replaced by those of `fine`.
    fn refine(&self, fine: &Partition, nets: &BTreeSet<NetId>) -> Partition {
        Partition(
            self.0
                .iter()
                .map(|(net, root)| {
                    (
                        *net,
                        if nets.contains(net) {
                            fine.root(*net)
                        } else {
                            *root
                        },
                    )
                })
                .collect(),
        )
    }

    fn groups(&self) -> Vec<BTreeSet<NetId>> {
        let mut groups: BTreeMap<NetId, BTreeSet<NetId>> = BTreeMap::new();
        for (net, root) in &self.0 {
            groups.entry(*root).or_default().insert(*net);
        }
        groups.into_values().collect()
    }
}
