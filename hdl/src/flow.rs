//! Which signal depends on which, in what order.
//!
//! rust-hdl repeats `update()` until nothing changes. Within one pass a `Local` or an output reads
//! as what was last assigned to it; before its first assignment, and for every other signal, a
//! read yields the settled value of the signal. This module finds out which of the two each read
//! is, refuses what would be a latch or a loop, and groups statements into blocks that Verilog
//! evaluates with the same result and without false loops.

use crate::error::{Checked, Problem};
use crate::ir::{targets, Expr, NetId, Stmt};
use crate::nets::{Nets, Role};
use std::collections::{BTreeMap, BTreeSet};

/// How a read of a signal that this block assigns has to be ordered.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    /// The value between two assignments: same block, same order.
    Between,
    /// The settled value, read before an assignment: another block.
    Settled,
    /// The settled value, read after all assignments: either.
    Final,
}

struct Read {
    net: NetId,
    /// Signals whose value depends on it.
    readers: BTreeSet<NetId>,
    order: Order,
}

/// Statements that become one `assign` or one `always @*`.
pub(crate) struct Group {
    pub nets: BTreeSet<NetId>,
    pub stmts: Vec<Stmt>,
    /// Position of the first statement, to keep the order of the source.
    pub first: usize,
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

/// Groups the statements of a block; `child_paths` are dependences that may run through children,
/// from input to output.
pub(crate) fn group(
    nets: &Nets,
    stmts: &[Stmt],
    child_paths: &[(NetId, NetId)],
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
    let partition = split_loops(coarse, &fine, &edges, child_paths);
    let left = loops(&partition, &edges, &[]);
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

fn analyse(nets: &Nets, stmts: &[Stmt]) -> Checked<Vec<Read>> {
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
    for stmt in block {
        let mut hit = matches!(stmt, Stmt::Comment(_));
        targets(std::slice::from_ref(stmt), &mut |net| {
            hit |= nets.contains(&net)
        });
        if !hit {
            continue;
        }
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
    // Comments alone assign nothing.
    if out.iter().all(|stmt| matches!(stmt, Stmt::Comment(_))) {
        out.clear();
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
