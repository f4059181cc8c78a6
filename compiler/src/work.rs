//! How much work a compilation is. What could take more than linear time counts its steps, so
//! that a test needs no clock to see that it does not.

use std::cell::Cell;

thread_local! {
    // A compilation has a thread of its own.
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// A step.
pub fn step() {
    steps(1);
}

/// So many steps.
pub fn steps(count: usize) {
    STEPS.with(|steps| steps.set(steps.get() + count as u64));
}

/// Does what is only done to find errors of the compiler: that does not count.
pub fn aside<T>(check: impl FnOnce() -> T) -> T {
    let before = total();
    let result = check();
    STEPS.with(|steps| steps.set(before));
    result
}

/// All steps of this thread.
pub fn total() -> u64 {
    STEPS.with(Cell::get)
}
