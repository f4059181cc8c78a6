//! Names that the program changes in the module `builtins`, where all modules see them.

use super::{GlobalInfo, Program};
use crate::front::builtins::BUILTINS;
use crate::front::runtime::Shown;
use crate::front::scope::{ScopeId, Scopes};
use crate::ir::{Const, Global};
use pyxl_isa::Unbound;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The attributes that are assigned or deleted where the object may be the module.
pub fn patched(scopes: &Scopes) -> BTreeSet<Rc<str>> {
    let attributes = &scopes.attributes;
    let names = &attributes.builtins;
    if names.is_empty() {
        return BTreeSet::new();
    }
    let symbols = || {
        scopes
            .from(ScopeId(0))
            .flat_map(|(_, scope)| &scope.symbols)
    };
    let escapes = symbols().any(|symbol| symbol.value_use && names.contains(&symbol.name));
    let stores = attributes.stores.iter().filter(|(_, object, _)| {
        let named = object.as_ref().is_some_and(|name| names.contains(name));
        named || escapes
    });
    stores.map(|(_, _, name)| name.clone()).collect()
}

impl Program<'_> {
    /// True if the program assigns or deletes an attribute of this name.
    pub fn changes_attribute(&self, name: &str) -> bool {
        let stores = &self.scopes.attributes.stores;
        stores.iter().any(|(_, _, stored)| **stored == *name)
    }

    /// Gives a changed name a variable that all modules share.
    pub fn patch(&mut self, name: &Rc<str>) {
        let known = self.runtime.visible(BUILTINS, name);
        let global = match known {
            Some(shown) => shown.global,
            None => {
                self.globals.push(GlobalInfo::new(name));
                Global(self.globals.len() as u32 - 1)
            }
        };
        let info = &mut self.globals[global.0 as usize];
        (info.shared, info.deleted) = (true, true);
        let value = match known {
            Some(shown) => shown.value.clone(),
            None => Const::Unbound(Unbound::Global, name.clone()),
        };
        let builtins = self.runtime.modules.entry(BUILTINS.into()).or_default();
        builtins.insert(name.clone(), Shown { value, global });
        self.patched.insert(name.clone(), global);
    }
}
