//! Which places surely are bound.
//!
//! That is known for each block when its first operation is emitted, from the edges that lead
//! to it (`ir::dataflow::Flow`). The edges back to a loop's head come later, but they can only
//! know more: what is bound stays bound, unless something may delete it.

use super::variable::Access;
use super::Lowerer;
use crate::front::scope::ScopeId;
use crate::ir::dataflow::Lattice;
use crate::ir::*;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Places that are surely bound.
pub type Bound = HashSet<Place>;

/// What surely is bound where a function is made.
#[derive(Clone, Debug)]
pub struct Created {
    /// Globals.
    pub bound: Bound,
    /// Variables of the functions around it.
    pub free: HashSet<(Rc<str>, ScopeId)>,
}

/// What is known when a function begins.
#[derive(Clone, Debug, Default)]
pub struct AtEntry {
    /// The globals that surely are bound.
    pub bound: Bound,
    /// The free variables that surely are bound.
    pub free: HashSet<(Rc<str>, ScopeId)>,
    /// What is bound after the body of a module has run.
    pub ends: HashMap<usize, Bound>,
}

impl<'a> Lowerer<'_, 'a> {
    /// True if a place surely is bound here. Where control cannot come, all are.
    pub fn is_bound(&self, place: Place) -> bool {
        match place {
            Place::Global(_) if self.in_runtime() => return true,
            Place::Global(global) => {
                let info = self.program.info(global);
                if info.initial.is_some() && !info.deleted {
                    return true;
                }
            }
            _ => {}
        }
        match &self.flow.here {
            Some(bound) => bound.contains(&place),
            None => true,
        }
    }

    /// A place is bound from here on.
    pub fn bind(&mut self, place: Place) {
        let deletable = match place {
            Place::Var(var) => self.deletable.contains(&var),
            Place::Global(global) => self.program.info(global).deleted,
        };
        if deletable {
            return;
        }
        if let Some(bound) = &mut self.flow.here {
            bound.insert(place);
        }
    }

    /// Records what is bound where a function may get into circulation.
    pub fn note_load(&mut self, place: Place) {
        let (Place::Global(global), Some(bound)) = (place, &self.flow.here) else {
            return;
        };
        if self.program.info(global).defs.is_empty() {
            return;
        }
        match self.bound_at_loads.get_mut(&global) {
            Some(common) => {
                common.join(bound);
            }
            None => {
                let globals = bound.iter().filter(|p| matches!(p, Place::Global(_)));
                self.bound_at_loads
                    .insert(global, globals.copied().collect());
            }
        }
    }

    /// Records what surely is bound where a function is made.
    pub fn note_creation(&mut self, id: FuncId) {
        let Some(bound) = &self.flow.here else { return };
        let globals = bound
            .iter()
            .filter(|p| matches!(p, Place::Global(_)))
            .copied();
        let free = self.program.scope(id).free.iter();
        let free = free.filter(
            |(name, owner)| match self.variables.get(&(*owner, name.clone())) {
                Some(Access::Cell { key, .. }) => bound.contains(&Place::Var(*key)),
                _ => false,
            },
        );
        let created = Created {
            bound: globals.collect(),
            free: free.cloned().collect(),
        };
        match self.created.get_mut(&id) {
            Some(known) => {
                known.bound.join(&created.bound);
                known.free.join(&created.free);
            }
            None => {
                self.created.insert(id, created);
            }
        }
    }
}
