//! Which blocks can be reached from each other: those of a loop.

use crate::ir::{Block, BlockId, Function};
use crate::work;

/// The number of each block's strongly connected component.
pub fn components(function: &Function) -> Vec<usize> {
    let next: Vec<Vec<BlockId>> = function.blocks.iter().map(successors).collect();
    let mut before = vec![vec![]; next.len()];
    for (block, successors) in (0..).map(BlockId).zip(&next) {
        for next in successors {
            before[next.0 as usize].push(block);
        }
    }
    let mut seen = vec![false; next.len()];
    let mut left = vec![];
    for start in 0..next.len() {
        walk(&next, start, &mut seen, |block| left.push(block));
    }
    // Backwards from what is left last, one reaches only its own component.
    let mut component = vec![0; next.len()];
    let mut seen = vec![false; next.len()];
    for (number, start) in left.into_iter().rev().enumerate() {
        walk(&before, start, &mut seen, |block| component[block] = number);
    }
    component
}

fn successors(block: &Block) -> Vec<BlockId> {
    block.successors().collect()
}

/// Walks through what is not seen yet, depth first, and tells each block when it is left.
fn walk(edges: &[Vec<BlockId>], start: usize, seen: &mut [bool], mut leave: impl FnMut(usize)) {
    let mut path = vec![];
    let mut enter = |block: usize, path: &mut Vec<(usize, usize)>| {
        if !std::mem::replace(&mut seen[block], true) {
            path.push((block, 0));
        }
    };
    enter(start, &mut path);
    while let Some((block, edge)) = path.last_mut() {
        match edges[*block].get(*edge) {
            Some(next) => {
                work::step();
                *edge += 1;
                enter(next.0 as usize, &mut path);
            }
            None => {
                leave(*block);
                path.pop();
            }
        }
    }
}
