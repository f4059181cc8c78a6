//! What is reached, and what of it has still to be looked at.

use crate::work;
use std::collections::{BTreeSet, VecDeque};

/// Things that are reached. Each of them waits once to be looked at.
#[derive(Debug)]
pub struct Worklist<T> {
    reached: BTreeSet<T>,
    /// In the order in which they are looked at.
    queue: VecDeque<T>,
    waiting: BTreeSet<T>,
}

impl<T> Default for Worklist<T> {
    fn default() -> Self {
        Worklist {
            reached: BTreeSet::new(),
            queue: VecDeque::new(),
            waiting: BTreeSet::new(),
        }
    }
}

impl<T: Clone + Ord> Worklist<T> {
    /// Reaches something. False if it was reached before.
    pub fn add(&mut self, item: T) -> bool {
        let is_new = self.reached.insert(item.clone());
        if is_new {
            self.again(item);
        }
        is_new
    }

    /// Has something that is reached looked at again, since it depends on more than before.
    pub fn again(&mut self, item: T) {
        work::step();
        if self.waiting.insert(item.clone()) {
            self.queue.push_back(item);
        }
    }

    /// The next thing to look at.
    pub fn next(&mut self) -> Option<T> {
        let item = self.queue.pop_front()?;
        self.waiting.remove(&item);
        Some(item)
    }

    /// All that is reached so far.
    pub fn reached(&self) -> &BTreeSet<T> {
        &self.reached
    }

    /// All that was reached.
    pub fn into_reached(self) -> BTreeSet<T> {
        self.reached
    }
}

impl<T: Clone + Ord> Extend<T> for Worklist<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.add(item);
        }
    }
}
