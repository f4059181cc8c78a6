//! The global variables of all modules, and which of them surely are which function.

use super::stores::note_stores;
use super::{GlobalInfo, Program, ScopeNode};
use crate::front::builtins::module_value;
use crate::front::scope::{mangle, Resolution, ScopeId, ScopeKind};
use crate::ir::{Const, FuncId, Global};
use std::rc::Rc;

impl Program<'_> {
    /// Makes the global variables of all modules.
    pub(super) fn find_globals(&mut self) {
        for number in 0..self.modules.len() {
            let first = self.modules[number].scope.0;
            let next = self.modules.get(number + 1).map_or(u32::MAX, |m| m.scope.0);
            let mut found: Vec<(Rc<str>, bool, bool)> = vec![];
            for (id, scope) in self.scopes.from(ScopeId(first)) {
                if id.0 >= next || (id.0 != first && scope.kind == ScopeKind::Module) {
                    break;
                }
                for symbol in &scope.symbols {
                    if symbol.resolution != Resolution::Global {
                        continue;
                    }
                    let has_value = symbol.loaded && module_value(&symbol.name).is_some();
                    if symbol.is_bound() || has_value {
                        let elsewhere = id.0 != first && symbol.is_bound();
                        let name = symbol.name.clone();
                        found.push((name, elsewhere, symbol.deleted));
                    }
                }
            }
            for (name, shared, deleted) in found {
                let global = self.global(number, &name);
                let info = &mut self.globals[global.0 as usize];
                info.shared |= shared;
                info.deleted |= deleted;
            }
            if self.scopes.get(self.modules[number].scope).annotations {
                self.global(number, &"__annotations__".into());
            }
            let stars = self.modules[number].imports.star_names.clone();
            for name in stars {
                self.global(number, &name);
            }
            let children = self.modules[number].imports.children.clone();
            for name in children {
                let global = self.global(number, &name);
                self.globals[global.0 as usize].shared = true;
            }
            for (name, global) in &self.patched {
                let names = &mut self.modules[number].names;
                names.entry(name.clone()).or_insert(*global);
            }
        }
        note_stores(self);
    }

    /// Notes which globals surely are the function of a `def` statement.
    pub(super) fn find_constants(&mut self) {
        for index in 0..self.functions.len() {
            let function = &self.functions[index];
            let ScopeNode::Def(def) = function.source else {
                continue;
            };
            if function.runtime {
                continue;
            }
            let parent = self
                .scopes
                .get(function.scope)
                .parent
                .expect("a def is in a scope");
            let module = usize::from(function.file);
            let scope = self.scopes.get(parent);
            let name = mangle(scope.class.as_deref(), &def.name);
            let at_module = scope.kind == ScopeKind::Module;
            let symbol = scope.symbol(&name).expect("a def binds its name");
            if symbol.resolution != Resolution::Global {
                continue;
            }
            let constant = at_module
                && symbol.bindings == 1
                && def.decorator_list.is_empty()
                && self.scopes.get(function.scope).made_once
                && !self.modules[module].imports.star_names.contains(&name);
            let global = self.modules[module].names[&name];
            let info = &mut self.globals[global.0 as usize];
            info.defs.push(FuncId(index as u32));
            info.constant = constant && !info.shared && !info.deleted;
        }
    }

    /// The global variable of a module with a name, which is made if there is none.
    pub fn global(&mut self, module: usize, name: &Rc<str>) -> Global {
        if let Some(global) = self.modules[module].names.get(name) {
            return *global;
        }
        let global = Global(self.globals.len() as u32);
        let mut info = GlobalInfo::new(name);
        info.module = module;
        info.initial = match &**name {
            "__name__" => Some(Const::Str(self.modules[module].name.clone())),
            "__doc__" => {
                let doc = self.function(self.modules[module].body).doc.clone();
                Some(doc.map_or(Const::None, Const::Str))
            }
            "__file__" => Some(Const::Str(self.modules[module].path.clone())),
            "__package__" if module == 0 => Some(Const::None),
            "__package__" => Some(Const::Str(self.modules[module].package.clone())),
            _ if self.patched.contains_key(name) => None,
            _ => module_value(name).or_else(|| self.builtin(name)),
        };
        self.globals.push(info);
        self.modules[module].names.insert(name.clone(), global);
        global
    }

    /// The `main` of a program that imports intrinsics and does not call it.
    pub(super) fn find_main(&self) -> Option<(FuncId, Global)> {
        self.modules[0].imports.intrinsics.as_ref()?;
        let global = *self.modules[0].names.get("main")?;
        let info = self.info(global);
        let scopes = self
            .scopes
            .from(ScopeId(0))
            .take_while(|(id, _)| self.modules.get(1).is_none_or(|module| *id < module.scope));
        let used = scopes
            .flat_map(|(_, scope)| &scope.symbols)
            .any(|s| s.loaded && s.resolution == Resolution::Global && &*s.name == "main");
        (info.constant && !used).then(|| (info.defs[0], global))
    }
}
