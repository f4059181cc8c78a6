//! What is reached, and what of it has still to be looked at.

use std::collections::{BTreeSet, VecDeque};

/// Things that are reached. Each of them waits once to be looked at.
#[derive(Debug)]
pub struct Worklist<T> {
    reached: BTreeSet<T>,
    waiting: VecDeque<T>,
}

impl<T> Default for Worklist<T> {
    fn default() -> Self {
        Worklist {
            reached: BTreeSet::new(),
            waiting: VecDeque::new(),
        }
    }
}

impl<T: Clone + Ord> Worklist<T> {
    /// Reaches something. False if it was reached before.
    pub fn add(&mut self, item: T) -> bool {
        let is_new = self.reached.insert(item.clone());
        if is_new {
            self.waiting.push_back(item);
        }
        is_new
    }

    /// Has something that is reached looked at again, since it depends on more than before.
    pub fn again(&mut self, item: T) {
        if !self.waiting.contains(&item) {
            self.waiting.push_back(item);
        }
    }

    /// The next thing to look at.
    pub fn next(&mut self) -> Option<T> {
        self.waiting.pop_front()
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
