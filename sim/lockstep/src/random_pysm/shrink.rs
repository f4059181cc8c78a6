//! Makes a failing program smaller while it still fails.

use super::program::{Item, Program};

impl Program {
    /// The smallest program found by leaving out parts of this one for which `fails`
    /// still holds; `attempts` limits the number of trials.
    pub fn shrink(self, mut attempts: usize, mut fails: impl FnMut(&Program) -> bool) -> Program {
        let mut best = self;
        loop {
            let mut improved = false;
            for candidate in best.smaller() {
                if attempts == 0 {
                    return best;
                }
                attempts -= 1;
                if fails(&candidate) {
                    best = candidate;
                    improved = true;
                    break;
                }
            }
            if !improved {
                return best;
            }
        }
    }

    /// Programs with one part left out, the largest parts first.
    fn smaller(&self) -> Vec<Program> {
        let mut all = vec![];
        if !self.events.is_empty() {
            all.push(Program {
                events: vec![],
                ..self.clone()
            });
        }
        for i in 0..self.functions.len() {
            for body in bodies(&self.functions[i].body) {
                let mut candidate = self.clone();
                candidate.functions[i].body = body;
                all.push(candidate);
            }
        }
        all.sort_by_key(Program::size);
        all
    }
}

/// Variants of `body` with one part less.
fn bodies(body: &[Item]) -> Vec<Vec<Item>> {
    let mut all = vec![];
    if body.len() > 1 {
        all.push(body[..body.len() / 2].to_vec());
        all.push(body[body.len() / 2..].to_vec());
    }
    for (i, item) in body.iter().enumerate() {
        let mut with = |items: Vec<Item>| {
            let mut variant = body.to_vec();
            variant.splice(i..=i, items);
            all.push(variant);
        };
        with(vec![]);
        match item {
            Item::If {
                branch,
                body: inner,
            } => {
                with(inner.clone());
                for body in bodies(inner) {
                    with(vec![Item::If {
                        branch: *branch,
                        body,
                    }]);
                }
            }
            Item::Loop {
                counter,
                end,
                count,
                body: inner,
            } => {
                with(inner.clone());
                let (counter, end) = (*counter, *end);
                if *count > 1 {
                    with(vec![Item::Loop {
                        counter,
                        end,
                        count: count / 2,
                        body: inner.clone(),
                    }]);
                }
                for body in bodies(inner) {
                    with(vec![Item::Loop {
                        counter,
                        end,
                        count: *count,
                        body,
                    }]);
                }
            }
            Item::Recursion { window, depth } if *depth > 1 => with(vec![Item::Recursion {
                window: *window,
                depth: depth / 2,
            }]),
            Item::Straight(_) | Item::Call(_) | Item::Recursion { .. } => {}
        }
    }
    all
}
