//! Why something is part of an image: `pyxl build --why`.

use crate::front::program::Program;
use crate::ir::{Existing, FuncId};
use pyxl_isa::Opcode;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Something that an image may do without.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A function.
    Function(FuncId),
    /// The handler of an instruction's trap.
    Trap(Opcode),
    /// A kind of values.
    Kind(Existing),
    /// The members of classes and modules with a name.
    Name(Rc<str>),
}

/// What each part was first needed by.
#[derive(Debug, Default)]
pub struct Reasons(HashMap<Part, Part>);

impl Reasons {
    /// Notes that `part` is needed by `by`, unless something else needed it before.
    pub fn add(&mut self, part: Part, by: Part) {
        self.0.entry(part).or_insert(by);
    }

    /// The chains of reasons, from everything called `name` to the program, a line each.
    pub fn explain(&self, name: &str, program: &Program) -> Vec<String> {
        let asked = self.0.keys().filter(|part| {
            let described = describe(part, program);
            described.split([' ', '`', '.']).any(|word| word == name)
        });
        let mut chains: Vec<String> = asked.map(|part| self.chain(part, program)).collect();
        chains.sort();
        chains
    }

    fn chain(&self, part: &Part, program: &Program) -> String {
        let mut lines = describe(part, program);
        let mut seen = HashSet::from([part]);
        let mut at = part;
        while let Some(next) = self.0.get(at).filter(|next| seen.insert(next)) {
            lines += "\n  <- ";
            lines += &describe(next, program);
            at = next;
        }
        lines
    }
}

fn describe(part: &Part, program: &Program) -> String {
    match part {
        Part::Function(id) => {
            let function = program.function(*id);
            let whose = if function.runtime { "runtime " } else { "" };
            format!("{whose}function `{}`", function.qualname)
        }
        Part::Trap(opcode) => format!("trap of `{}`", opcode.row().mnemonic),
        Part::Kind(Existing::Class(class)) => {
            format!("class `{}`", program.runtime.class(*class).name)
        }
        Part::Kind(Existing::BigInt) => "integers beyond 32 bits".into(),
        Part::Kind(Existing::Name(name)) => format!("attribute `{name}` of the program"),
        Part::Kind(Existing::Member(name)) => format!("looking up `{name}`"),
        Part::Kind(Existing::Beginning(text)) => format!("attributes `{text}…`"),
        Part::Kind(Existing::Always) => "everything".into(),
        Part::Name(name) => format!("members `{name}`"),
    }
}
