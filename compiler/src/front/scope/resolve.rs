//! What each name of a scope denotes, and which frames pass variables on to others.

use super::{Declared, Resolution, ScopeId, ScopeKind, Scopes, CLASS_CELL};
use crate::error::Refusal;
use ruff_text_size::TextRange;
use std::rc::Rc;

impl Scopes<'_> {
    /// Decides what the names of a scope denote.
    ///
    /// # Errors
    /// If a `nonlocal` name has no binding.
    pub(super) fn resolve(&mut self, id: ScopeId) -> Result<(), Refusal> {
        let names: Vec<Rc<str>> = (self.get(id).symbols.iter())
            .map(|symbol| symbol.name.clone())
            .collect();
        for name in names {
            let resolution = self.resolution(id, &name)?;
            if let Resolution::Variable(owner) = resolution {
                self.capture(id, owner, &name);
            }
            let range = TextRange::default();
            self.get_mut(id).symbol_mut(&name, range).resolution = resolution;
        }
        Ok(())
    }

    fn resolution(&self, id: ScopeId, name: &str) -> Result<Resolution, Refusal> {
        let scope = self.get(id);
        let symbol = scope.symbol(name).expect("a name of the scope");
        let nonlocal = match symbol.declared {
            Some((Declared::Global, _)) => return Ok(Resolution::Global),
            Some((Declared::Nonlocal, range)) => Some(range),
            None => None,
        };
        if nonlocal.is_none() && symbol.is_bound() {
            return Ok(match scope.kind {
                ScopeKind::Module => Resolution::Global,
                ScopeKind::Class => Resolution::Namespace,
                ScopeKind::Function | ScopeKind::Comprehension => Resolution::Variable(id),
            });
        }
        for outer in self.outwards(id).skip(1) {
            let scope = self.get(outer);
            if scope.kind == ScopeKind::Class && name == CLASS_CELL {
                return Ok(Resolution::Variable(outer));
            }
            if !matches!(scope.kind, ScopeKind::Function | ScopeKind::Comprehension) {
                continue;
            }
            match scope.symbol(name) {
                Some(found) if matches!(found.declared, Some((Declared::Global, _))) => break,
                Some(found) if found.is_bound() && found.declared.is_none() => {
                    return Ok(Resolution::Variable(outer));
                }
                _ => {}
            }
        }
        match nonlocal {
            Some(range) => {
                let message = format!("no binding for nonlocal '{name}' found");
                Err(Refusal::syntax(message, range))
            }
            None => Ok(Resolution::Global),
        }
    }

    /// Notes that the scope `id` uses a variable of `owner`, and that the frames between
    /// them pass it on.
    fn capture(&mut self, id: ScopeId, owner: ScopeId, name: &Rc<str>) {
        let home = self.get(owner).frame;
        let mut frame = self.get(id).frame;
        if frame == home {
            return;
        }
        let symbol = (self.get_mut(owner)).symbol_mut(name, TextRange::default());
        symbol.captured = true;
        while frame != home {
            let scope = self.get_mut(frame);
            scope.need_free((name.clone(), owner));
            let parent = scope.parent.expect("the owner is around it");
            frame = self.get(parent).frame;
        }
    }
}
