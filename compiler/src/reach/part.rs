//! What an image may do without.

use crate::front::program::Program;
use crate::front::suggest::closest;
use crate::ir::{ClassNo, FuncId, Global, ValueKind};
use crate::work;
use pyxl_isa::Opcode;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Something that an image may do without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The code of a function.
    Function(FuncId),
    /// The object of a function, which is a value.
    Value(FuncId),
    /// The trap of an instruction, which its handler handles.
    Trap(Opcode),
    /// A kind of values.
    Kind(ValueKind),
    /// The members of classes and modules with a name.
    Name(Rc<str>),
    /// The member of a class with a name.
    Member(ClassNo, Rc<str>),
    /// The members with names that the program computes, which begin so.
    Names(Rc<str>),
    /// Calls of a builtin class or of one that is derived from it.
    Calls(ClassNo),
    /// The object of a module.
    Module(Rc<str>),
    /// The unbound state of a global variable, which has its name.
    Unbound(Global),
}

impl Part {
    fn describe(&self, program: &Program) -> String {
        let class = |class: &ClassNo| program.runtime.class(*class).name.clone();
        match self {
            Part::Function(id) => {
                let function = program.function(*id);
                let whose = if function.runtime { "runtime " } else { "" };
                format!("{whose}function `{}`", function.qualname)
            }
            Part::Value(id) => format!("value `{}`", program.function(*id).qualname),
            Part::Trap(opcode) => format!("trap of `{}`", opcode.row().mnemonic),
            Part::Kind(ValueKind::Class(no)) => format!("class `{}`", class(no)),
            Part::Kind(ValueKind::BigInt) => "integers beyond 32 bits".into(),
            Part::Kind(ValueKind::Attribute(name)) => format!("attribute `{name}` of the program"),
            Part::Kind(ValueKind::Lookup(name)) => format!("looking up `{name}`"),
            Part::Kind(ValueKind::Prefix(text)) => format!("attributes `{text}…`"),
            Part::Kind(ValueKind::Always) => "everything".into(),
            Part::Name(name) => format!("members `{name}`"),
            Part::Member(no, name) => format!("member `{}.{name}`", class(no)),
            Part::Names(prefix) => format!("members `{prefix}…`"),
            Part::Calls(no) => format!("calls of `{}`", class(no)),
            Part::Module(name) => format!("module `{name}`"),
            Part::Unbound(global) => format!("variable `{}`", program.info(*global).name),
        }
    }
}

/// Why something is part of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The chains of reasons, from everything that is called so to the program, some lines each.
    Needed(Vec<String>),
    /// It exists, but the image does without it.
    NotNeeded,
    /// Nothing is called so; the most similar name.
    Unknown(Option<String>),
}

/// The names in a qualified name or in [`Part::describe`].
fn words(described: &str) -> impl Iterator<Item = &str> {
    described
        .split([' ', '`', '.', '…'])
        .filter(|word| !word.is_empty())
}

/// What each part was first needed by: `pyxl build --why`.
#[derive(Debug, Default)]
pub struct Reasons(HashMap<Part, Part>);

impl Reasons {
    /// Notes that `part` is needed by `by`.
    pub fn add(&mut self, part: Part, by: Part) {
        self.0.insert(part, by);
    }

    /// Why everything called `name` is part of the image.
    pub fn explain(&self, name: &str, program: &Program) -> Why {
        let is_asked = |described: &str| words(described).any(|word| word == name);
        let asked = self
            .0
            .keys()
            .filter(|part| is_asked(&part.describe(program)));
        let mut chains: Vec<String> = asked.map(|part| self.chain(part, program)).collect();
        if !chains.is_empty() {
            chains.sort();
            return Why::Needed(chains);
        }
        let functions = program.functions.iter().map(|it| it.qualname.to_string());
        let classes = program.runtime.classes.iter().map(|it| it.name.to_string());
        let parts = self.0.keys().map(|part| part.describe(program));
        let known: BTreeSet<String> = functions
            .chain(classes)
            .chain(parts)
            .flat_map(|described| words(&described).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        match known.contains(name) {
            true => Why::NotNeeded,
            false => Why::Unknown(closest(name, known.iter().map(|it| &**it)).map(str::to_owned)),
        }
    }

    fn chain(&self, part: &Part, program: &Program) -> String {
        let mut lines = part.describe(program);
        let mut seen = HashSet::from([part]);
        let mut at = part;
        while let Some(next) = self.0.get(at).filter(|next| seen.insert(next)) {
            lines += "\n  <- ";
            lines += &next.describe(program);
            at = next;
        }
        lines
    }
}

/// Members that only calls of a class and of those derived from it ask for.
pub const CONSTRUCTORS: [&str; 2] = ["__new__", "__init__"];

/// The classes among some parts.
pub fn classes(parts: &BTreeSet<Part>) -> impl Iterator<Item = ClassNo> + '_ {
    let first = Part::Kind(ValueKind::Class(ClassNo(0)));
    parts
        .range(first..)
        .inspect(|_| work::step())
        .map_while(|part| match part {
            Part::Kind(ValueKind::Class(class)) => Some(*class),
            _ => None,
        })
}

/// The modules among some parts.
pub fn modules(parts: &BTreeSet<Part>) -> impl Iterator<Item = &Rc<str>> {
    let first = Part::Module("".into());
    parts
        .range(first..)
        .inspect(|_| work::step())
        .map_while(|part| match part {
            Part::Module(name) => Some(name),
            _ => None,
        })
}
