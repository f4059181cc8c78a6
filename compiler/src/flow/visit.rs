//! Which operations of a function control can come to, and which of them may trap.

use super::function::FunctionFlow;
use super::state::State;
use crate::ir::{Block, BlockId, Const, Exit, Function, Test, Value, ValueKind};
use crate::worklist::Worklist;
use crate::NO_WAY;

/// What control does in a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visited {
    /// For each operation that control comes to: it may trap.
    pub traps: Vec<bool>,
    /// Control comes to the exit, and that may trap.
    pub exit: Option<bool>,
    /// The blocks where control goes on, but for the handler.
    pub next: Vec<BlockId>,
}

/// What control does in a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit(pub Vec<Option<Visited>>);

impl Visit {
    /// All that the graph allows where values of the kinds of `exists` exist.
    pub fn everything(body: &Function, exists: impl Fn(&ValueKind) -> bool) -> Visit {
        let mut visit = Visit(vec![None; body.blocks.len()]);
        let mut blocks = Worklist::default();
        blocks.add(BlockId(0));
        while let Some(id) = blocks.next() {
            let block = body.block(id);
            let next = match &block.exit {
                Exit::Branch {
                    test: Test::Truth(Value::Const(Const::Exists(kind))),
                    yes,
                    no,
                } => vec![if exists(kind) { *yes } else { *no }],
                exit => exit.successors().copied().collect(),
            };
            blocks.extend(block.handler);
            blocks.extend(next.iter().copied());
            visit.0[id.0 as usize] = Some(Visited {
                traps: vec![true; block.insts.len()],
                exit: Some(true),
                next,
            });
        }
        visit
    }

    /// What the flow allows, given what is known at the start of each block.
    pub fn of(flow: &mut FunctionFlow, known: Vec<Option<State>>) -> Visit {
        let body = flow.body;
        let blocks = body.blocks.iter().zip(known).map(|(block, state)| {
            let mut state = state?;
            let mut traps = vec![];
            for inst in &block.insts {
                let outcome = flow.op(&inst.op, &mut state);
                traps.push(outcome.traps);
                if !outcome.ends {
                    let next = vec![];
                    return Some(Visited {
                        traps,
                        exit: None,
                        next,
                    });
                }
            }
            let (exit_traps, next) = flow.exit(&block.exit, &state);
            Some(Visited {
                traps,
                exit: Some(exit_traps),
                next: next.into_iter().map(|(to, _)| to).collect(),
            })
        });
        Visit(blocks.collect())
    }

    /// Leaves of a body what control can come to. With `check`, control that comes elsewhere stops
    /// the machine. Tracebacks show the function if it is `shown`.
    pub fn prune(&self, body: &mut Function, shown: bool, check: bool) {
        let no_way = Exit::Halt(NO_WAY);
        let mut stops = vec![];
        let first = body.blocks.len() as u32;
        for (block, visited) in body.blocks.iter_mut().zip(&self.0) {
            let Some(visited) = visited else {
                block.insts.clear();
                block.exit = Exit::Unreachable;
                block.handler = None;
                continue;
            };
            block.insts.truncate(visited.traps.len());
            if visited.exit.is_none() {
                // The return address of a call is in the function, also of one that never returns.
                block.exit = match shown || check {
                    true => no_way.clone(),
                    false => Exit::Unreachable,
                };
            }
            let span = block.span;
            let Exit::Branch { yes, no, .. } = &mut block.exit else {
                continue;
            };
            if check {
                for to in [yes, no] {
                    if !visited.next.contains(to) {
                        *to = BlockId(first + stops.len() as u32);
                        stops.push(Block {
                            exit: no_way.clone(),
                            span,
                            cold: true,
                            ..Block::new()
                        });
                    }
                }
                continue;
            }
            match visited.next[..] {
                [] => block.exit = Exit::Unreachable,
                [next] => block.exit = Exit::Jump(next),
                _ => {}
            }
        }
        body.blocks.extend(stops);
    }
}
