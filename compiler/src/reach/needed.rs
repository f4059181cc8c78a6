//! What an image consists of.

use super::function_words::FunctionWords;
use super::part::{classes, modules, Part, Reasons};
use crate::front::program::{Program, MAIN};
use crate::ir::*;
use pyxl_isa::Opcode;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What an image consists of.
pub struct Needed {
    /// Functions with their final bodies; the main module's is the first.
    pub bodies: Vec<(FuncId, Function)>,
    /// Which words the functions' objects have.
    pub function_words: FunctionWords,
    /// Why each part is needed.
    pub reasons: Reasons,
    pub(super) parts: BTreeSet<Part>,
}

impl Needed {
    /// True if values of a kind can exist.
    pub fn exists(&self, kind: &ValueKind) -> bool {
        self.parts.contains(&Part::Kind(kind.clone()))
    }

    /// True if the program can ask for docstrings.
    pub fn has_docstrings(&self) -> bool {
        self.exists(&ValueKind::Attribute("__doc__".into()))
    }

    /// True if a function is part of the image.
    pub fn has_function(&self, id: FuncId) -> bool {
        self.parts.contains(&Part::Function(id))
    }

    /// True if a function is a value: it has an object.
    pub fn is_value(&self, id: FuncId) -> bool {
        self.parts.contains(&Part::Value(id))
    }

    /// True if a global is loaded where it may be unbound.
    pub fn may_be_unbound(&self, global: Global) -> bool {
        self.parts.contains(&Part::Unbound(global))
    }

    /// True if a class has its member of this name.
    pub fn has_member(&self, class: ClassNo, name: &str) -> bool {
        self.parts.contains(&Part::Member(class, name.into()))
    }

    /// The classes of the image.
    pub fn classes(&self) -> impl Iterator<Item = ClassNo> + '_ {
        classes(&self.parts)
    }

    /// The modules that have an object.
    pub fn modules(&self) -> impl Iterator<Item = &Rc<str>> {
        modules(&self.parts)
    }

    /// Handlers by the opcode whose trap they handle.
    pub fn handlers<'n>(
        &'n self,
        program: &'n Program,
    ) -> impl Iterator<Item = (Opcode, FuncId)> + 'n {
        self.parts.iter().filter_map(|part| match part {
            Part::Trap(opcode) => Some((*opcode, *program.runtime.handlers.get(opcode)?)),
            _ => None,
        })
    }

    /// The variables of a module that have a slot, and its body.
    pub fn module_globals(
        &self,
        program: &Program,
        name: &str,
    ) -> (Vec<(Rc<str>, Global)>, Option<FuncId>) {
        let mut modules = program.modules.iter();
        if let Some(at) = modules.position(|module| *module.name == *name) {
            let module = &program.modules[at];
            let globals = module.names.iter();
            let globals = globals.filter(|(_, global)| program.info(**global).module == at);
            let globals = globals.map(|(name, global)| (name.clone(), *global));
            // The main module's body runs anyway.
            let body = (&*module.name != MAIN).then_some(module.body);
            return (globals.collect(), body);
        }
        let shown = program.runtime.modules.get(name).into_iter().flatten();
        let named = |name: &Rc<str>| self.parts.contains(&Part::Name(name.clone()));
        let globals = shown.filter(|(name, _)| named(name));
        let globals = globals.map(|(name, shown)| (name.clone(), shown.global));
        (globals.collect(), None)
    }
}
