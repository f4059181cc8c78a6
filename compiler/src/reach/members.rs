//! Reachability of the members of classes and modules. A member is reached if its class
//! has instances and something asks for its name; constructors, if the class is called.

use super::collect::Reachability;
use super::constant::{of_class_of_function, of_class_with_id, of_constant, of_visible};
use super::part::{classes, modules, Part, CONSTRUCTORS};
use crate::flow::{Kinds, Shared, Types};
use crate::front::runtime::{KnownClass, Member};
use crate::ir::{ClassNo, ValueKind};
use pyxl_isa::layout::ClassId;
use pyxl_isa::Tag;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Classes whose instances look up what they do not have in other objects.
const FORWARDING: [&str; 3] = ["super", "GenericAlias", "method"];

impl Reachability<'_, '_> {
    /// The bases and members of a class that has instances.
    pub(super) fn class(&mut self, class: ClassNo) {
        let program = self.program;
        let runtime = &program.runtime;
        let type_class = runtime.class_with_id(ClassId::TYPE);
        let all = type_class.is_some_and(|class| self.is_reached(&Part::Calls(class)));
        let exceptions = runtime.interface.class(KnownClass::BaseException);
        if all || program.takes_classes || runtime.derives(class, exceptions) {
            self.reach(Part::Calls(class));
        }
        let bases = runtime.class(class).bases.iter();
        self.reach_all(bases.map(|base| Part::Kind(ValueKind::Class(*base))));
        self.members_of(class);
    }

    /// The members of a class that are looked up.
    fn members_of(&mut self, class: ClassNo) {
        for (name, member) in &self.program.runtime.class(class).members {
            self.consider(class, name, member);
        }
    }

    /// The members with a name, of the classes of what it is looked up of.
    pub(super) fn members_named(&mut self, name: &str) {
        for (class, member) in self.members.get(name).cloned().unwrap_or_default() {
            self.consider(class, name, member);
        }
    }

    /// Reaches a member of a class if its name is looked up of an instance, or of what may stand
    /// for one.
    fn consider(&mut self, class: ClassNo, name: &str, member: &Member) {
        let part = Part::Member(class, name.into());
        let constructs = CONSTRUCTORS.contains(&name) && !self.is_reached(&Part::Calls(class));
        if constructs
            || self.is_reached(&part)
            || !self.is_reached(&Part::Name(name.into()))
            || !self.is_reached(&Part::Kind(ValueKind::Class(class)))
            || !self.is_receiver(class, name)
        {
            return;
        }
        self.reach(part);
        self.member(member);
    }

    /// True if a name is looked up of instances of a class, or of a class of the runtime that is
    /// derived from it.
    fn is_receiver(&self, class: ClassNo, name: &str) -> bool {
        let runtime = &self.program.runtime;
        let types = self.facts.get(Shared::Receiver(name.into()));
        // What a class, an instance of a class of the program or a proxy finds is that of any
        // class that the program can name.
        let others = Kinds::tag(Tag::Object).or(Kinds::tag(Tag::Class));
        let forwards = |class: ClassNo| FORWARDING.contains(&&*runtime.class(class).name);
        if self.is_reached(&Part::Calls(class))
            && (types.kinds.meets(others) || types.may_be_box(forwards))
        {
            return true;
        }
        let mut classes = (0..).map(ClassNo).zip(&runtime.classes);
        classes.any(|(no, described)| {
            let kinds = match (described.id, described.tag) {
                (ClassId::OBJECT, _) => Kinds::ALL,
                (ClassId::INT, _) => Kinds::NUMBERS.or(Kinds::tag(Tag::BigInt)),
                (ClassId::ELLIPSIS, _) => Kinds::ELLIPSIS,
                (ClassId::NOT_IMPLEMENTED, _) => Kinds::NOT_IMPLEMENTED,
                (ClassId::NONE, _) => Kinds::tag(Tag::None),
                (_, Tag::Box) if !types.may_be_box(|it| it == no) => Kinds::NOTHING,
                (_, tag) => Kinds::tag(tag),
            };
            types.kinds.meets(kinds) && runtime.derives(no, class)
        })
    }

    /// The constructors of a class that is called, and those of its bases.
    pub(super) fn calls(&mut self, no: ClassNo) {
        let class = self.program.runtime.class(no);
        if class.id == ClassId::TYPE {
            let all: Vec<ClassNo> = classes(self.parts.reached()).collect();
            self.reach_all(all.into_iter().map(Part::Calls));
        }
        self.members_of(no);
        self.reach_all(class.bases.iter().copied().map(Part::Calls));
    }

    /// What has a name in classes and modules.
    pub(super) fn name(&mut self, name: &Rc<str>) {
        let runtime = &self.program.runtime;
        self.reach(Part::Kind(ValueKind::Lookup(name.clone())));
        self.members_named(name);
        let modules = modules(self.parts.reached());
        let shown = modules.filter_map(|module| runtime.visible(module, name));
        for shown in shown.collect::<Vec<_>>() {
            self.reach_all(of_visible(self.program, &shown.value));
        }
    }

    /// The program computes names that begin so: all such members may be asked for, or be
    /// defined.
    pub(super) fn names(&mut self, prefix: Rc<str>) {
        let program = self.program;
        let members = program
            .runtime
            .classes
            .iter()
            .flat_map(|class| &class.members);
        let names = members.map(|(name, _)| *name);
        let names: BTreeSet<&str> = names.filter(|name| name.starts_with(&*prefix)).collect();
        for name in names {
            self.reach(Part::Kind(ValueKind::Attribute(name.into())));
            self.reach(Part::Name(name.into()));
            self.facts.add(Shared::Receiver(name.into()), &Types::any());
        }
        let asked =
            |kind: &&ValueKind| matches!(kind, ValueKind::Attribute(n) if n.starts_with(&*prefix));
        let asked: Vec<ValueKind> = self.undecided.keys().filter(asked).cloned().collect();
        self.reach_all(asked.into_iter().map(Part::Kind));
        let modules: Vec<Rc<str>> = modules(self.parts.reached()).cloned().collect();
        for module in modules {
            self.names_of_module(&module, &prefix);
        }
        self.prefixes.push(prefix);
    }

    fn member(&mut self, member: &Member) {
        let program = self.program;
        let (class, functions) = match member {
            Member::Function(id) => (None, vec![*id]),
            Member::Static(id) => (Some(ClassId::STATICMETHOD), vec![*id]),
            Member::Class(id) => (Some(ClassId::CLASSMETHOD), vec![*id]),
            Member::Property { get, set, delete } => {
                let accessors = [get, set, delete].into_iter().copied().flatten();
                (Some(ClassId::PROPERTY), accessors.collect())
            }
            Member::Value(value) => return self.reach_all(of_constant(program, value)),
        };
        self.reach_all(class.and_then(|id| of_class_with_id(program, id)));
        if !matches!(member, Member::Property { .. }) {
            let classes = functions
                .iter()
                .map(|id| of_class_of_function(program, *id));
            self.reach_all(classes.flatten());
        }
        self.reach_all(functions.into_iter().map(Part::Value));
    }

    fn is_reached(&self, part: &Part) -> bool {
        self.parts.reached().contains(part)
    }
}
