//! Reachability in the IR: functions that can be reached, handlers for the traps that they
//! can take, classes whose instances can exist, and the names by which members are found.
//!
//! Each of these lets more of the others in, until nothing changes. Tests of `is_a` for
//! kinds of values that cannot exist keep nothing that only they would need.

use super::constant::{of_class_with_id, of_constant, of_visible};
use super::function_words::FunctionWords;
use super::needed::Needed;
use super::part::{Part, Reasons};
use super::uses::Uses;
use crate::error::Refusal;
use crate::flow::{is_unwind, Facts, FunctionFlow, Shape, Shared, Types, Visit};
use crate::front::lower::lower_function;
use crate::front::program::Program;
use crate::front::runtime::Member;
use crate::ir::*;
use crate::passes;
use crate::worklist::Worklist;
use pyxl_isa::layout::ClassId;
use pyxl_isa::Opcode;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Collects what can be reached from the main module's body. `bodies` are the program's
/// functions in the order of [`Program::own`]; those of the runtime are lowered here. With
/// `check_flow`, they stop the machine where it was found that control does not come.
///
/// # Errors
/// If a runtime function is wrong.
pub fn collect(
    program: &Program,
    bodies: Vec<Function>,
    check_flow: bool,
) -> Result<Needed, Refusal> {
    let mut reach = Reachability {
        program,
        facts: Facts::of(program),
        shapes: HashMap::new(),
        unwinding: HashMap::new(),
        own: (0..).map(FuncId).zip(bodies).collect(),
        bodies: BTreeMap::new(),
        members: HashMap::new(),
        undecided: HashMap::new(),
        prefixes: vec![],
        parts: Worklist::default(),
        reasons: Reasons::default(),
        because: None,
    };
    for (class, described) in (0..).map(ClassNo).zip(&program.runtime.classes) {
        for (name, member) in &described.members {
            let members = reach.members.entry(*name).or_default();
            members.push((class, member));
        }
    }
    reach.reach(Part::Function(FuncId(0)));
    while let Some(part) = reach.parts.next() {
        reach.because = Some(part.clone());
        reach.follow(part)?;
        for id in reach.facts.take_escaping() {
            reach.facts.open(id);
        }
        for name in reach.facts.take_looked_up() {
            reach.because = Some(Part::Name(name.clone()));
            reach.members_named(&name);
        }
        for id in reach.facts.take_changed() {
            if reach.parts.reached().contains(&Part::Function(id)) {
                reach.parts.again(Part::Function(id));
            }
        }
    }
    reach.prune(check_flow);
    Ok(Needed {
        function_words: FunctionWords::of(program, &reach.bodies),
        bodies: reach.bodies.into_iter().collect(),
        reasons: reach.reasons,
        parts: reach.parts.into_reached(),
    })
}

/// Lowers a function of the runtime.
///
/// # Errors
/// If it is wrong.
pub(super) fn runtime_function(program: &Program, id: FuncId) -> Result<Function, Refusal> {
    let mut body = lower_function(program, id)?;
    passes::run_alone((id, &mut body));
    Ok(body)
}

/// What is reached so far.
pub(super) struct Reachability<'p, 'a> {
    pub(super) program: &'p Program<'a>,
    /// The program's functions that are not reached yet.
    own: HashMap<FuncId, Function>,
    bodies: BTreeMap<FuncId, Function>,
    /// What is known of the types of values.
    pub(super) facts: Facts,
    shapes: HashMap<FuncId, Shape>,
    /// The functions that take return links away, as far as that was asked.
    unwinding: HashMap<FuncId, bool>,
    /// The classes of the runtime that have a member of a name.
    pub(super) members: HashMap<&'p str, Vec<(ClassNo, &'p Member)>>,
    /// Functions with tests for kinds of values that cannot exist so far.
    pub(super) undecided: HashMap<ValueKind, Vec<FuncId>>,
    /// With what the names of attributes begin that the program computes.
    pub(super) prefixes: Vec<Rc<str>>,
    pub(super) parts: Worklist<Part>,
    reasons: Reasons,
    /// The part that is being looked at.
    because: Option<Part>,
}

impl Reachability<'_, '_> {
    /// The part that is being looked at needs another one.
    pub(super) fn reach(&mut self, part: Part) {
        if self.parts.add(part.clone()) {
            if let Some(because) = &self.because {
                self.reasons.add(part, because.clone());
            }
        }
    }

    pub(super) fn reach_all(&mut self, parts: impl IntoIterator<Item = Part>) {
        parts.into_iter().for_each(|part| self.reach(part));
    }

    /// Reaches what a part needs, with all that is reached already.
    fn follow(&mut self, part: Part) -> Result<(), Refusal> {
        match part {
            Part::Function(id) => self.function(id)?,
            Part::Value(id) => self.value(id),
            Part::Trap(opcode) => {
                let handler = self.program.runtime.handlers.get(&opcode);
                // No operation that is followed gives them their operands.
                let by_itself = matches!(
                    opcode,
                    Opcode::Mov | Opcode::Lds | Opcode::Bstack | Opcode::Birq
                );
                if let Some(handler) = handler.filter(|_| by_itself) {
                    self.facts.open(*handler);
                }
                self.reach_all(handler.copied().map(Part::Function));
            }
            Part::Kind(kind) => {
                for id in self.undecided.remove(&kind).unwrap_or_default() {
                    self.parts.again(Part::Function(id));
                }
                match kind {
                    ValueKind::Class(class) => self.class(class),
                    ValueKind::Lookup(name) => self.reach(Part::Name(name)),
                    _ => {}
                }
            }
            Part::Name(name) => self.name(&name),
            Part::Member(..) => {}
            Part::Names(prefix) => self.names(prefix),
            Part::Calls(class) => self.calls(class),
            Part::Module(name) => self.module(&name),
            Part::Unbound(_) => {}
        }
        Ok(())
    }

    fn function(&mut self, id: FuncId) -> Result<(), Refusal> {
        if !self.bodies.contains_key(&id) {
            let body = match self.own.remove(&id) {
                Some(body) => body,
                None => runtime_function(self.program, id)?,
            };
            self.bodies.insert(id, body);
        }
        let visit = self.visit(id, false);
        let uses = Uses::of(&self.bodies[&id], id, self.program, &visit);
        for name in uses.anywhere {
            self.facts.add(Shared::Receiver(name), &Types::any());
        }
        for kind in uses.undecided {
            self.undecided.entry(kind.clone()).or_default().push(id);
            let computed = |name: &str| self.prefixes.iter().any(|p| name.starts_with(&**p));
            if matches!(&kind, ValueKind::Attribute(name) if computed(name)) {
                self.reach(Part::Kind(kind));
            }
        }
        self.reach_all(uses.parts);
        Ok(())
    }

    /// What control does in a function, as far as the others are known.
    fn visit(&mut self, id: FuncId, settled: bool) -> Visit {
        let (program, parts) = (self.program, self.parts.reached());
        let body = &self.bodies[&id];
        let unwinding = &mut self.unwinding;
        let shape = self.shapes.entry(id).or_insert_with(|| {
            let unwinds = |id| *unwinding.entry(id).or_insert_with(|| unwinds(program, id));
            Shape::of(body, unwinds)
        });
        let mut flow = FunctionFlow {
            program,
            facts: &mut self.facts,
            id,
            body,
            shape,
            settled,
            exists: &|kind| parts.contains(&Part::Kind(kind.clone())),
        };
        let known = flow.solve();
        Visit::of(&mut flow, known)
    }

    /// Leaves of all functions what control can come to.
    fn prune(&mut self, check_flow: bool) {
        let ids: Vec<FuncId> = self.bodies.keys().copied().collect();
        for id in ids {
            let visit = self.visit(id, true);
            let body = self.bodies.get_mut(&id).expect("it is reached");
            visit.prune(body, !self.program.function(id).runtime, check_flow);
        }
    }

    fn value(&mut self, id: FuncId) {
        if self.program.function(id).runtime {
            self.facts.open(id);
        }
        self.reach(Part::Function(id));
        let declaration = self.program.function(id);
        if declaration.signature.kwargs || declaration.signature.keyword_only > 0 {
            self.reach_all(of_class_with_id(self.program, ClassId::DICT));
        }
        if declaration.runtime {
            for default in declaration.signature.defaults.iter().flatten() {
                if let Ok(value) = self.program.runtime.constant(default) {
                    self.reach_all(of_constant(self.program, &value));
                }
            }
        }
    }

    /// The object of a module.
    fn module(&mut self, name: &Rc<str>) {
        let program = self.program;
        self.reach_all(of_class_with_id(program, ClassId::MODULE));
        let mut modules = program.modules.iter();
        let file = modules.find(|module| module.name == *name);
        let shown = program.runtime.modules.get(name).into_iter().flatten();
        let globals = shown.map(|(_, shown)| shown.global);
        let own = file
            .into_iter()
            .flat_map(|module| module.names.values().copied());
        for global in globals.chain(own) {
            self.facts.open_global(global);
        }
        self.reach_all(file.map(|module| Part::Value(module.body)));
        for (name, shown) in program.runtime.modules.get(name).into_iter().flatten() {
            if self.parts.reached().contains(&Part::Name(name.clone())) {
                self.reach_all(of_visible(program, &shown.value));
            }
        }
        for prefix in self.prefixes.clone() {
            self.names_of_module(name, &prefix);
        }
        if program.lists_modules {
            self.names_of_module(name, "");
        }
    }

    /// The names of a builtin module that begin so may be asked for.
    pub(super) fn names_of_module(&mut self, module: &str, prefix: &str) {
        let shown = self.program.runtime.modules.get(module);
        let names = shown.into_iter().flat_map(|shown| shown.keys());
        let names = names.filter(|name| name.starts_with(prefix));
        self.reach_all(names.cloned().map(Part::Name));
    }
}

/// True for a function of the runtime that takes return links away.
fn unwinds(program: &Program, id: FuncId) -> bool {
    let body = program
        .function(id)
        .runtime
        .then(|| runtime_function(program, id));
    let body = body.and_then(Result::ok);
    let mut insts = body
        .iter()
        .flat_map(|body| &body.blocks)
        .flat_map(|block| &block.insts);
    insts.any(|inst| is_unwind(&inst.op))
}
