//! The control flow graph: jump threading, unreachable blocks, and the order of blocks.

use crate::ir::{Block, BlockId, Exit, Function};

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
    for index in 0..function.blocks.len() {
        let mut exit = function.blocks[index].exit.clone();
        for next in exit.successors_mut() {
            *next = destination(function, *next);
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

/// Where control really goes that goes to `block`.
fn destination(function: &Function, block: BlockId) -> BlockId {
    let mut at = block;
    // A cycle of empty blocks is an endless loop.
    for _ in 0..function.blocks.len() {
        match function.block(at) {
            Block {
                insts,
                exit: Exit::Jump(next),
                ..
            } if insts.is_empty() => at = *next,
            _ => break,
        }
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
            let insts = std::mem::take(&mut tail.insts);
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
    for index in 0..function.blocks.len() {
        let Exit::Branch { yes, no, .. } = function.blocks[index].exit else {
            continue;
        };
        for (leaving, staying) in [(yes, no), (no, yes)] {
            let ends = function.block(leaving).exit.successors().next().is_none();
            // What follows the loop's own test is where it belongs.
            let inside = staying.0 as usize > index;
            if ends && inside && reachable_from(function, staying).contains(&BlockId(index as u32))
            {
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
    let reachable = reachable_from(function, BlockId(0));
    let mut order: Vec<usize> = reachable.iter().map(|b| b.0 as usize).collect();
    order.sort_unstable();
    permute(function, &order);
}

/// The blocks that can be executed after `start`, and itself.
fn reachable_from(function: &Function, start: BlockId) -> Vec<BlockId> {
    let mut seen = vec![false; function.blocks.len()];
    let mut order = vec![];
    let mut work = vec![start];
    while let Some(block) = work.pop() {
        if !std::mem::replace(&mut seen[block.0 as usize], true) {
            order.push(block);
            work.extend(function.block(block).successors());
        }
    }
    order
}

/// Keeps the blocks with these numbers, in this order.
fn permute(function: &mut Function, order: &[usize]) {
    let mut renamed = vec![BlockId(0); function.blocks.len()];
    for (new, old) in (0..).zip(order) {
        renamed[*old] = BlockId(new);
    }
    function.blocks = order
        .iter()
        .map(|old| function.blocks[*old].clone())
        .collect();
    for block in &mut function.blocks {
        for next in block.successors_mut() {
            *next = renamed[next.0 as usize];
        }
    }
}
