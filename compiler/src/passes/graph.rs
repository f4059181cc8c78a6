//! The control flow graph: jump threading, unreachable blocks, and the order of blocks.

use super::components::components;
use crate::ir::{Block, BlockId, Exit, Function};
use crate::work;
use std::mem;

/// Simplifies the graph and puts the blocks into the order in which they are emitted.
pub fn simplify(function: &mut Function) {
    thread_jumps(function);
    remove_unreachable(function);
    merge(function);
    remove_unreachable(function);
    cool_exits_of_loops(function);
    sink_cold_blocks(function);
}

/// Lets edges to empty blocks go where these go, and returns of a value return at once.
fn thread_jumps(function: &mut Function) {
    let mut visits = vec![0; function.blocks.len()];
    let mut visit = 0;
    for index in 0..function.blocks.len() {
        let mut exit = function.blocks[index].exit.clone();
        for next in exit.successors_mut() {
            visit += 1;
            *next = destination(function, *next, &mut visits, visit);
        }
        if let Exit::Jump(next) = exit {
            let target = function.block(next);
            if let (true, Exit::Return(_)) = (target.insts.is_empty(), &target.exit) {
                let span = target.span;
                // A return cannot raise: it does not matter whose handler it has.
                exit = target.exit.clone();
                function.blocks[index].span = span;
            }
        }
        function.blocks[index].exit = exit;
    }
}

/// Where control really goes that goes to `block`. The empty blocks on the way then lead there at
/// once. `visits` has for each block the last visit to it, of which this is another.
fn destination(
    function: &mut Function,
    block: BlockId,
    visits: &mut [usize],
    visit: usize,
) -> BlockId {
    let mut path = vec![];
    let mut at = block;
    while let Block {
        insts,
        exit: Exit::Jump(next),
        ..
    } = function.block(at)
    {
        // A cycle of empty blocks is an endless loop.
        if !insts.is_empty() || mem::replace(&mut visits[at.0 as usize], visit) == visit {
            break;
        }
        work::step();
        path.push(at);
        at = *next;
    }
    for empty in path {
        function.block_mut(empty).exit = Exit::Jump(at);
    }
    at
}

/// Joins each block with the one that only it leads to, if one handler will do for both.
/// No block is unreachable.
fn merge(function: &mut Function) {
    let mut predecessors = vec![0; function.blocks.len()];
    predecessors[0] = 1;
    for next in function.blocks.iter().flat_map(Block::successors) {
        predecessors[next.0 as usize] += 1;
    }
    for index in 0..function.blocks.len() {
        while let Exit::Jump(next) = function.blocks[index].exit {
            let target = next.0 as usize;
            if predecessors[target] != 1 || target == index || target == 0 {
                break;
            }
            let (head, tail) = (&function.blocks[index], &function.blocks[target]);
            let handler = match (head.handler == tail.handler, head.is_silent()) {
                (true, _) | (false, true) => tail.handler,
                (false, false) if tail.is_silent() => head.handler,
                (false, false) => break,
            };
            let tail = &mut function.blocks[target];
            let insts = mem::take(&mut tail.insts);
            let (exit, span) = (tail.exit.clone(), tail.span);
            tail.exit = Exit::Unreachable;
            tail.handler = None;
            predecessors[target] = 0;
            let head = &mut function.blocks[index];
            head.insts.extend(insts);
            head.exit = exit;
            head.span = span;
            head.handler = handler;
        }
    }
}

/// Marks what ends the function from within a loop as rarely executed: the loop then
/// goes on without a taken branch.
fn cool_exits_of_loops(function: &mut Function) {
    let component = components(function);
    for index in 0..function.blocks.len() {
        let Exit::Branch { yes, no, .. } = function.blocks[index].exit else {
            continue;
        };
        for (leaving, staying) in [(yes, no), (no, yes)] {
            let ends = function.block(leaving).exit.successors().next().is_none();
            // What follows the loop's own test is where it belongs.
            let inside = staying.0 as usize > index;
            if ends && inside && component[staying.0 as usize] == component[index] {
                function.block_mut(leaving).cold = true;
            }
        }
    }
}

/// Moves rarely executed blocks behind all others.
fn sink_cold_blocks(function: &mut Function) {
    let order: Vec<usize> = {
        let all = 0..function.blocks.len();
        let (cold, warm): (Vec<_>, Vec<_>) = all.partition(|i| function.blocks[*i].cold);
        warm.into_iter().chain(cold).collect()
    };
    permute(function, &order);
}

fn remove_unreachable(function: &mut Function) {
    let mut seen = vec![false; function.blocks.len()];
    let mut waiting = vec![BlockId(0)];
    while let Some(block) = waiting.pop() {
        if !mem::replace(&mut seen[block.0 as usize], true) {
            waiting.extend(function.block(block).successors());
        }
    }
    let order: Vec<usize> = (0..seen.len()).filter(|block| seen[*block]).collect();
    permute(function, &order);
}

/// Keeps the blocks with these numbers, in this order.
fn permute(function: &mut Function, order: &[usize]) {
    let mut renamed = vec![BlockId(0); function.blocks.len()];
    for (new, old) in (0..).zip(order) {
        renamed[*old] = BlockId(new);
    }
    let mut blocks = mem::take(&mut function.blocks);
    let kept = order.iter();
    function.blocks = kept
        .map(|old| mem::replace(&mut blocks[*old], Block::new()))
        .collect();
    for block in &mut function.blocks {
        for next in block.successors_mut() {
            *next = renamed[next.0 as usize];
        }
    }
}
