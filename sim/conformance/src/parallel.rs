//! Work on all processors.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// Calls `work` with 0, 1, 2 … below `count`, some at a time, until it returns false.
pub fn each(count: u64, work: impl Fn(u64) -> bool + Sync) {
    let next = AtomicU64::new(0);
    let threads = thread::available_parallelism().map_or(1, |n| n.get());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                if i >= count || !work(i) {
                    break;
                }
            });
        }
    });
}
