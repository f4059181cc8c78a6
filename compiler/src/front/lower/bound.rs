//! Which places surely are bound.
//!
//! That is known for each block when its first operation is emitted, from the edges that lead
//! to it (`ir::dataflow::Flow`). The edges back to a loop's head come later, but they can only
//! know more: what is bound stays bound, unless something may delete it.

use super::variable::Access;
use super::Lowerer;
use crate::front::scope::ScopeId;
use crate::ir::dataflow::{Lattice, VarSet};
use crate::ir::set::Set;
use crate::ir::*;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Globals that are surely bound.
pub type Globals = Set<Global>;

/// Places that are surely bound.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    /// Global variables.
    pub globals: Globals,
    /// Virtual slots.
    pub vars: VarSet,
}

impl Bound {
    /// True if a place is bound.
    pub fn contains(&self, place: Place) -> bool {
        match place {
            Place::Var(var) => self.vars.contains(var),
            Place::Global(global) => self.globals.contains(global),
        }
    }

    /// A place is bound.
    pub fn insert(&mut self, place: Place) {
        match place {
            Place::Var(var) => self.vars.insert(var),
            Place::Global(global) => self.globals.insert(global),
        }
    }
}

impl Lattice for Bound {
    fn join(&mut self, other: &Bound) -> bool {
        self.globals.join(&other.globals) | self.vars.join(&other.vars)
    }
}

/// What surely is bound where a function is made.
#[derive(Clone, Debug)]
pub struct Created {
    /// Globals.
    pub bound: Globals,
    /// Variables of the functions around it.
    pub free: HashSet<(Rc<str>, ScopeId)>,
}

impl Created {
    /// Leaves what is bound at another place that makes the function, too.
    pub fn join(&mut self, other: &Created) {
        self.bound.join(&other.bound);
        self.free.retain(|variable| other.free.contains(variable));
    }
}

/// What is known when a function begins.
#[derive(Clone, Debug, Default)]
pub struct AtEntry {
    /// The globals that surely are bound.
    pub bound: Globals,
    /// The free variables that surely are bound.
    pub free: HashSet<(Rc<str>, ScopeId)>,
    /// What is bound after the body of a module has run.
    pub ends: Rc<HashMap<usize, Globals>>,
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
            Some(bound) => bound.contains(place),
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
                common.join(&bound.globals);
            }
            None => {
                self.bound_at_loads.insert(global, bound.globals.clone());
            }
        }
    }

    /// Records what surely is bound where a function is made.
    pub fn note_creation(&mut self, id: FuncId) {
        let Some(bound) = &self.flow.here else { return };
        let free = self.program.scope(id).free.iter();
        let free = free.filter(
            |(name, owner)| match self.variables.get(&(*owner, name.clone())) {
                Some(Access::Cell { key, .. }) => bound.vars.contains(*key),
                _ => false,
            },
        );
        let created = Created {
            bound: bound.globals.clone(),
            free: free.cloned().collect(),
        };
        match self.created.get_mut(&id) {
            Some(known) => {
                known.join(&created);
            }
            None => {
                self.created.insert(id, created);
            }
        }
    }
}
