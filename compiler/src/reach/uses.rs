//! What one function needs.

use crate::codegen::emit::if_false;
use crate::front::lower::naming::NAMING;
use crate::front::program::{Declaration, Program, Source};
use crate::ir::*;
use pyxl_isa::{Opcode, Unit};
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// What every class defines, whether the program asks for it or not.
const METADATA: [&str; 4] = ["__doc__", "__module__", "__qualname__", "__annotations__"];

/// Something that a function needs.
pub enum Seen {
    /// It calls a function.
    Call(FuncId),
    /// It makes a value of a kind.
    Kind(Existing),
    /// It names an attribute; true if it is a function of the program.
    Name(Rc<str>, bool),
    /// It computes names of attributes that begin so.
    AnyName(Rc<str>),
    /// It has a constant; true if it is a function of the program.
    Const(Const, bool),
    /// It uses a global variable.
    Global(Global),
}

/// What a function needs, as far as its blocks can be reached.
#[derive(Default)]
pub struct Facts {
    /// What it uses, in order.
    pub seen: Vec<Seen>,
    /// Traps that it may take.
    pub traps: BTreeSet<Opcode>,
    /// Globals that it loads where they may be unbound.
    pub unsure: Vec<Global>,
    /// Kinds of values that it tests for and that cannot exist so far.
    pub missing: BTreeSet<Existing>,
}

impl Facts {
    /// The facts of a function where values of these kinds exist.
    pub fn of(
        body: &Function,
        declaration: &Declaration,
        program: &Program,
        kinds: &BTreeSet<Existing>,
    ) -> Facts {
        let mut facts = Facts::default();
        let mut collector = Collector {
            facts: &mut facts,
            program,
            runtime: declaration.runtime,
            class_body: matches!(declaration.source, Source::Class(_)),
            generic: declaration.generic || !declaration.runtime,
        };
        let mut seen = HashSet::new();
        let mut work = vec![BlockId(0)];
        while let Some(id) = work.pop() {
            if !seen.insert(id) {
                continue;
            }
            let block = body.block(id);
            for (at, inst) in block.insts.iter().enumerate() {
                collector.op(&inst.op);
                collector.computed_names(&block.insts, at);
            }
            work.extend(block.handler);
            match &block.exit {
                Exit::Branch {
                    test: Test::Truth(Value::Const(Const::Exists(kind))),
                    yes,
                    no,
                } => match kinds.contains(kind) {
                    true => work.push(*yes),
                    false => {
                        collector.facts.missing.insert(kind.clone());
                        work.push(*no);
                    }
                },
                exit => {
                    collector.exit(exit);
                    work.extend(exit.successors().copied());
                }
            }
        }
        facts
    }
}

struct Collector<'f, 'a> {
    facts: &'f mut Facts,
    program: &'f Program<'a>,
    runtime: bool,
    class_body: bool,
    /// Operators work on any values.
    generic: bool,
}

impl Collector<'_, '_> {
    fn op(&mut self, op: &Op) {
        op.reads().for_each(|(_, value)| self.value(value));
        if let Some(Place::Global(global)) = op.writes() {
            self.facts.seen.push(Seen::Global(global));
        }
        match op {
            Op::Move {
                src, checked: true, ..
            } if !self.runtime => {
                self.trap(Opcode::Mov);
                self.trap(Opcode::Lds);
                if let Value::Global(global) = src {
                    self.facts.unsure.push(*global);
                }
            }
            Op::Move { .. } | Op::Put { .. } | Op::FrameTop { .. } => {}
            Op::Mention(Existing::Beginning(_)) => {}
            Op::Mention(kind) => self.facts.seen.push(Seen::Kind(kind.clone())),
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
            Op::Store { op, b, .. } => {
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
                    self.facts.seen.push(Seen::Call(*id));
                    self.called(&[]);
                }
                Callee::Likely(id) => {
                    self.facts.seen.push(Seen::Call(*id));
                    self.called(&[Opcode::Callp, Opcode::Bargs]);
                }
                Callee::Any => self.called(&[Opcode::Call, Opcode::Bargs]),
            },
        }
    }

    /// A function of the program that calls one of [`NAMING`] with a name that is no
    /// constant, or has one of them as a value.
    fn computed_names(&mut self, insts: &[Inst], at: usize) {
        if self.runtime {
            return;
        }
        let (before, last) = (&insts[..at], &insts[at]);
        let naming = |id: FuncId| NAMING.contains(&&*self.program.function(id).name);
        let computes = match &last.op {
            Op::Call {
                callee: Callee::Known(id),
                window,
            } if self.program.function(*id).runtime && naming(*id) => {
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
                Value::Const(Const::Func(id)) => self.program.function(*id).runtime && naming(*id),
                _ => false,
            }),
        };
        if computes {
            let after = insts[at + 1..].iter().map(|inst| &inst.op);
            let mut after = after.take_while(|op| !matches!(op, Op::Call { .. }));
            let beginning = after.find_map(|op| match op {
                Op::Mention(Existing::Beginning(text)) => Some(text.clone()),
                _ => None,
            });
            let any = || "".into();
            let beginning = beginning.unwrap_or_else(any);
            self.facts.seen.push(Seen::AnyName(beginning));
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
            Exit::Branch {
                test: Test::Compare(op, a, b),
                ..
            } => {
                self.operator(*op, [a, b].into_iter());
                self.operator(if_false(*op), [a, b].into_iter());
            }
            Exit::Branch {
                test: Test::Truth(value),
                ..
            } => {
                self.operator(Opcode::Jt, [value].into_iter());
                self.operator(Opcode::Jf, [value].into_iter());
            }
            Exit::Count {
                counter: Place::Global(global),
                ..
            } => self.facts.seen.push(Seen::Global(*global)),
            _ => {}
        }
    }

    /// An operator. In the runtime those that the hardware has are applied to what it
    /// handles, unless a constant shows that they are not.
    fn operator<'v>(&mut self, opcode: Opcode, mut operands: impl Iterator<Item = &'v Value>) {
        let other = |value: &Value| match value {
            Value::Const(Const::None | Const::Bool(_) | Const::Int(_) | Const::Link(..)) => false,
            Value::Const(_) => true,
            _ => false,
        };
        let software = opcode.row().unit == Unit::Software;
        if self.generic || software || operands.any(other) {
            self.trap(opcode);
        }
    }

    fn trap(&mut self, opcode: Opcode) {
        let row = opcode.row();
        if !row.traps.is_empty() || row.unit == Unit::Software {
            self.facts.traps.insert(opcode);
        }
    }

    fn attribute(&mut self, name: &Value) {
        if let Value::Const(Const::Str(name)) = name {
            let by_program = !self.runtime;
            self.facts.seen.push(Seen::Name(name.clone(), by_program));
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Global(global) => self.facts.seen.push(Seen::Global(*global)),
            Value::Const(constant) => self.constant(constant),
            Value::Var(_) | Value::Callee => {}
        }
    }

    fn constant(&mut self, constant: &Const) {
        if let Const::Str(text) = constant {
            let names = if self.runtime { vec![] } else { names_in(text) };
            for name in names {
                match self.class_body && is_special(name) {
                    true if METADATA.contains(&name) => {}
                    // The body defines it.
                    true => self
                        .facts
                        .seen
                        .push(Seen::Kind(Existing::Name(name.into()))),
                    false => self.facts.seen.push(Seen::Name(name.into(), true)),
                }
            }
            return;
        }
        let by_program = !self.runtime;
        self.facts
            .seen
            .push(Seen::Const(constant.clone(), by_program));
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
