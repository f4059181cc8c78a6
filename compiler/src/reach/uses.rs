//! What one function needs.

use super::constant::{of_constant, of_visible};
use super::part::Part;
use crate::flow::{is_trusted, Visit};
use crate::front::lower::ATTRIBUTE_BUILTINS;
use crate::front::program::{Declaration, Program, ScopeNode};
use crate::ir::*;
use crate::work;
use pyxl_isa::{Checks, Opcode};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What every class defines, whether the program asks for it or not.
const METADATA: [&str; 4] = ["__doc__", "__module__", "__qualname__", "__annotations__"];

/// What a function needs, as far as its blocks can be reached.
#[derive(Default)]
pub struct Uses {
    /// The parts that it needs, in the order in which they occur.
    pub parts: Vec<Part>,
    /// The names that may be looked up of anything.
    pub anywhere: Vec<Rc<str>>,
    /// Kinds of values that it tests for and that cannot exist so far.
    pub undecided: BTreeSet<ValueKind>,
}

impl Uses {
    /// What a function needs that does what `visit` says.
    pub fn of(body: &Function, id: FuncId, program: &Program, visit: &Visit) -> Uses {
        let declaration = program.function(id);
        let mut finder = Finder {
            uses: Uses::default(),
            program,
            class_body: matches!(declaration.source, ScopeNode::Class(_)),
            declaration,
            traps: true,
        };
        for (block, visited) in body.blocks.iter().zip(&visit.0) {
            let Some(visited) = visited else { continue };
            work::steps(visited.traps.len());
            for (at, traps) in visited.traps.iter().enumerate() {
                finder.traps = *traps;
                finder.op(&block.insts[at].op);
                finder.computed_names(&block.insts, at);
            }
            match (&block.exit, visited.exit) {
                (_, None) => {}
                (
                    Exit::Branch {
                        test: Test::Truth(Value::Const(Const::Exists(kind))),
                        yes,
                        ..
                    },
                    _,
                ) => {
                    if !visited.next.contains(yes) {
                        finder.uses.undecided.insert(kind.clone());
                    }
                }
                (exit, Some(traps)) => {
                    finder.traps = traps;
                    finder.exit(exit);
                }
            }
        }
        finder.uses
    }
}

struct Finder<'p, 'a> {
    uses: Uses,
    program: &'p Program<'a>,
    class_body: bool,
    declaration: &'p Declaration<'a>,
    /// The operation that is being looked at may trap.
    traps: bool,
}

impl Finder<'_, '_> {
    fn op(&mut self, op: &Op) {
        op.reads().for_each(|(_, value)| self.value(value));
        if let Some(Place::Global(global)) = op.writes() {
            self.global(global);
        }
        match op {
            Op::Move {
                src, checked: true, ..
            } if !self.declaration.runtime && self.traps => {
                self.trap(Opcode::Mov);
                self.trap(Opcode::Lds);
                if let Value::Global(global) = src {
                    self.need(Part::Unbound(*global));
                }
            }
            Op::Move { .. } | Op::Load { .. } | Op::Store { .. } | Op::FrameTop { .. } => {}
            Op::Note(Note::MayExist(ValueKind::Prefix(_))) => {}
            Op::Note(Note::MayExist(kind)) => self.need(Part::Kind(kind.clone())),
            Op::Note(_) => {}
            Op::Compute { op, a, b, .. } => {
                if let (Opcode::Lda, Some(name)) = (op, b) {
                    self.attribute(name);
                }
                self.operator(*op, a.iter().chain(b));
            }
            Op::Effect { op, a, b } => {
                if *op == Opcode::Dela {
                    self.attribute(b);
                }
                self.operator(*op, a.iter().chain([b]));
            }
            Op::Assign { op, b, .. } => {
                if *op == Opcode::Sta {
                    self.attribute(b);
                }
                self.trap(*op);
            }
            Op::Method { name, .. } => {
                self.attribute(name);
                self.trap(Opcode::Ldm);
            }
            Op::CallTop { .. } => self.called(&[Opcode::Call, Opcode::Bargs]),
            Op::Call { callee, .. } => match callee {
                Callee::Known(id) => {
                    self.need(Part::Function(*id));
                    self.called(&[]);
                }
                Callee::Likely(id) => {
                    self.need(Part::Function(*id));
                    match self.traps {
                        true => self.called(&[Opcode::Callp, Opcode::Bargs]),
                        false => self.called(&[]),
                    }
                }
                Callee::Any => self.called(&[Opcode::Call, Opcode::Bargs]),
            },
        }
    }

    /// A function of the program that calls one of [`ATTRIBUTE_BUILTINS`] with a name that is no
    /// constant, or has one of them as a value.
    fn computed_names(&mut self, insts: &[Inst], at: usize) {
        if self.declaration.runtime {
            return;
        }
        let (before, last) = (&insts[..at], &insts[at]);
        let takes_name =
            |id: FuncId| ATTRIBUTE_BUILTINS.contains(&&*self.program.function(id).name);
        let computes = match &last.op {
            Op::Call {
                callee: Callee::Known(id),
                window,
            } if self.program.function(*id).runtime && takes_name(*id) => {
                let name = window.get(2).map(|name| Place::Var(*name));
                let written = before.iter().rev().find(|inst| inst.op.writes() == name);
                let constant = written.is_some_and(|inst| {
                    matches!(
                        &inst.op,
                        Op::Move {
                            src: Value::Const(Const::Str(_)),
                            ..
                        }
                    )
                });
                name.is_some() && !constant
            }
            op => op.reads().any(|(_, value)| match value {
                Value::Const(Const::Func(id)) => {
                    self.program.function(*id).runtime && takes_name(*id)
                }
                _ => false,
            }),
        };
        if computes {
            let after = insts[at + 1..].iter().map(|inst| &inst.op);
            let mut after = after.take_while(|op| !matches!(op, Op::Call { .. }));
            let prefix = after.find_map(|op| match op {
                Op::Note(Note::MayExist(ValueKind::Prefix(text))) => Some(text.clone()),
                _ => None,
            });
            let any = || "".into();
            let prefix = prefix.unwrap_or_else(any);
            self.need(Part::Names(prefix));
        }
    }

    fn called(&mut self, traps: &[Opcode]) {
        self.trap(Opcode::Bstack);
        traps.iter().for_each(|opcode| self.trap(*opcode));
    }

    fn exit(&mut self, exit: &Exit) {
        exit.reads().for_each(|(_, value)| self.value(value));
        match exit {
            // Which of the two the code generator takes depends on the order of blocks.
            Exit::Branch { test, .. } => {
                for truth in [true, false] {
                    let operands = exit.reads().map(|(_, value)| value);
                    self.operator(test.branch(truth), operands);
                }
            }
            Exit::Count {
                counter: Place::Global(global),
                ..
            } => self.global(*global),
            _ => {}
        }
    }

    /// An operator.
    fn operator<'v>(&mut self, opcode: Opcode, operands: impl Iterator<Item = &'v Value>) {
        if self.traps && !is_trusted(self.declaration, opcode, operands) {
            self.trap(opcode);
        }
    }

    fn trap(&mut self, opcode: Opcode) {
        if opcode.row().checks != Checks::NONE {
            self.need(Part::Trap(opcode));
        }
    }

    fn attribute(&mut self, name: &Value) {
        if let Value::Const(Const::Str(name)) = name {
            self.name(name.clone());
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Global(global) => self.global(*global),
            Value::Const(constant) => self.constant(constant),
            Value::Var(_) | Value::Callee => {}
        }
    }

    fn constant(&mut self, constant: &Const) {
        if let Const::Str(text) = constant {
            let names = if self.declaration.runtime {
                vec![]
            } else {
                names_in(text)
            };
            for name in names {
                match self.class_body && is_special(name) {
                    true if METADATA.contains(&name) => {}
                    // The body defines it.
                    true => self.need(Part::Kind(ValueKind::Attribute(name.into()))),
                    false => {
                        self.uses.anywhere.push(name.into());
                        self.name(name.into());
                    }
                }
            }
            return;
        }
        let parts = match self.declaration.runtime {
            true => of_constant(self.program, constant),
            false => of_visible(self.program, constant),
        };
        self.uses.parts.extend(parts);
    }

    /// An attribute that is asked for or defined.
    fn name(&mut self, name: Rc<str>) {
        if !self.declaration.runtime {
            self.need(Part::Kind(ValueKind::Attribute(name.clone())));
        }
        self.need(Part::Name(name));
    }

    /// A global variable, with the value that it has at first.
    fn global(&mut self, global: Global) {
        if let Some(initial) = &self.program.info(global).initial {
            self.uses.parts.extend(of_visible(self.program, initial));
        }
    }

    fn need(&mut self, part: Part) {
        self.uses.parts.push(part);
    }
}

/// The names of attributes that a string may be meant for: itself, the parts of a path, or
/// what follows the dots in the fields of a format.
fn names_in(text: &str) -> Vec<&str> {
    if text.split('.').all(is_identifier) {
        return text.split('.').collect();
    }
    let fields = text.split('{').skip(1);
    let paths = fields.filter_map(|field| field.split(['}', ':', '!']).next());
    let parts = paths.flat_map(|path| path.split('.').skip(1));
    let names = parts.filter_map(|part| part.split('[').next());
    names.filter(|name| is_identifier(name)).collect()
}

/// True for names such as `__len__`.
fn is_special(text: &str) -> bool {
    text.len() > 4 && text.starts_with("__") && text.ends_with("__")
}

/// True for what may be the name of an attribute.
fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().is_some_and(|c| c == '_' || c.is_alphabetic());
    first && chars.all(|c| c == '_' || c.is_alphanumeric())
}
