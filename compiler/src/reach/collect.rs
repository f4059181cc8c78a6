//! What a program needs: functions that can be reached, handlers for the traps that they
//! can take, classes whose instances can exist, and the names by which members are found.
//!
//! Each of these lets more of the others in, until nothing changes. Tests of `is_a` for
//! kinds of values that cannot exist are decided here, with all that only they would need.

use super::reasons::{Part, Reasons};
use super::uses::{Facts, Seen};
use crate::error::Refusal;
use crate::front::lower::{lower, Entry};
use crate::front::program::{Program, MAIN};
use crate::front::runtime::Member;
use crate::ir::*;
use crate::opt::graph;
use pyxl_isa::layout::ClassId;
use pyxl_isa::Opcode;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;

/// Classes whose instances exist wherever classes do.
const BASIC: [ClassId; 10] = [
    ClassId::OBJECT,
    ClassId::TYPE,
    ClassId::INT,
    ClassId::BOOL,
    ClassId::NONE,
    ClassId::STR,
    ClassId::TUPLE,
    ClassId::FUNCTION,
    ClassId::ELLIPSIS,
    ClassId::NOT_IMPLEMENTED,
];

/// Members that only calls of a class and of those derived from it ask for.
const CONSTRUCTORS: [&str; 2] = ["__new__", "__init__"];

/// What an image consists of.
#[derive(Default)]
pub struct Needed {
    /// Functions with their final bodies; the module's is the first.
    pub bodies: Vec<(FuncId, Function)>,
    /// Handlers by the opcode whose trap they handle.
    pub handlers: BTreeMap<Opcode, FuncId>,
    /// Globals that are loaded where they may be unbound.
    pub unsure: HashSet<Global>,
    /// Functions that are values: they have an object.
    pub values: BTreeSet<FuncId>,
    /// Kinds of values that can exist.
    pub kinds: BTreeSet<Existing>,
    /// Names of attributes.
    pub names: HashSet<Rc<str>>,
    /// Modules that have an object.
    pub modules: BTreeSet<Rc<str>>,
    /// Builtin classes that the program can call, and their bases.
    callable: BTreeSet<ClassNo>,
    /// Why each part is needed.
    pub reasons: Reasons,
}

impl Needed {
    /// True if the program can ask for docstrings.
    pub fn has_docstrings(&self) -> bool {
        self.kinds.contains(&Existing::Name("__doc__".into()))
    }

    /// True if a class has its member of this name.
    pub fn has_member(&self, class: ClassNo, name: &str) -> bool {
        self.names.contains(name)
            && (!CONSTRUCTORS.contains(&name) || self.callable.contains(&class))
    }

    /// The classes of the image.
    pub fn classes(&self) -> impl Iterator<Item = ClassNo> + '_ {
        self.kinds.iter().filter_map(|kind| match kind {
            Existing::Class(class) => Some(*class),
            _ => None,
        })
    }
}

impl Needed {
    /// The variables of a module that have a slot, and its body.
    pub fn module_globals(
        &self,
        program: &Program,
        name: &str,
    ) -> (Vec<(Rc<str>, Global)>, Option<FuncId>) {
        if let Some(at) = program
            .modules
            .iter()
            .position(|module| *module.name == *name)
        {
            let module = &program.modules[at];
            let globals = module.names.iter();
            let globals = globals.filter(|(_, global)| program.info(**global).module == at);
            let globals = globals.map(|(name, global)| (name.clone(), *global));
            // The main module's body runs anyway.
            let body = (&*module.name != MAIN).then_some(module.body);
            return (globals.collect(), body);
        }
        let shown = program.runtime.modules.get(name).into_iter().flatten();
        let mentioned = shown.filter(|(name, _)| self.names.contains(*name));
        let globals = mentioned.map(|(name, shown)| (name.clone(), shown.global));
        (globals.collect(), None)
    }
}

/// Collects what can be reached from the module's body. Runtime functions are lowered here.
///
/// # Errors
/// If a runtime function is wrong.
pub fn collect(program: &Program, bodies: Vec<Function>) -> Result<Needed, Refusal> {
    let own = (0..).map(FuncId).zip(bodies).collect();
    let mut collector = Collector {
        program,
        own,
        bodies: BTreeMap::new(),
        waiting: HashMap::new(),
        work: VecDeque::new(),
        because: None,
        computed: vec![],
        needed: Needed::default(),
    };
    collector.reach(FuncId(0));
    while let Some(id) = collector.work.pop_front() {
        collector.because = Some(Part::Function(id));
        collector.function(id)?;
    }
    let mut needed = collector.needed;
    for (id, mut body) in collector.bodies {
        decide(&mut body, &needed.kinds);
        graph::simplify(&mut body);
        needed.bodies.push((id, body));
    }
    Ok(needed)
}

struct Collector<'p, 'a> {
    program: &'p Program<'a>,
    /// The program's functions that are not reached yet.
    own: HashMap<FuncId, Function>,
    bodies: BTreeMap<FuncId, Function>,
    /// Functions with tests for kinds of values that cannot exist so far.
    waiting: HashMap<Existing, Vec<FuncId>>,
    work: VecDeque<FuncId>,
    /// What is being looked at.
    because: Option<Part>,
    /// The program computes names of attributes.
    computed: Vec<Rc<str>>,
    needed: Needed,
}

impl Collector<'_, '_> {
    fn reach(&mut self, id: FuncId) {
        if !self.bodies.contains_key(&id) && !self.work.contains(&id) {
            self.note(Part::Function(id));
            self.work.push_back(id);
        }
    }

    /// Remembers why a part is needed.
    fn note(&mut self, part: Part) {
        if let Some(because) = &self.because {
            self.needed.reasons.add(part, because.clone());
        }
    }

    /// Looks at what a part needs.
    fn within(&mut self, part: Part, look: impl FnOnce(&mut Self)) {
        self.note(part.clone());
        let outer = self.because.replace(part);
        look(self);
        self.because = outer;
    }

    fn function(&mut self, id: FuncId) -> Result<(), Refusal> {
        if !self.bodies.contains_key(&id) {
            let mut body = match self.own.remove(&id) {
                Some(body) => body,
                None => {
                    let file = self.program.function(id).file;
                    let lowered = lower(self.program, id, Entry::default());
                    lowered.map_err(|refusal| refusal.in_file(file))?.body
                }
            };
            graph::simplify(&mut body);
            self.bodies.insert(id, body);
        }
        let declaration = self.program.function(id);
        let facts = Facts::of(
            &self.bodies[&id],
            declaration,
            self.program,
            &self.needed.kinds,
        );
        for kind in facts.missing {
            self.waiting.entry(kind.clone()).or_default().push(id);
            let computed = |name: &str| self.computed.iter().any(|b| name.starts_with(&**b));
            if matches!(&kind, Existing::Name(name) if computed(name)) {
                self.kind(kind);
            }
        }
        self.needed.unsure.extend(facts.unsure);
        for opcode in facts.traps {
            if let Some(handler) = self.program.runtime.handlers.get(&opcode) {
                self.needed.handlers.insert(opcode, *handler);
                self.within(Part::Trap(opcode), |this| this.reach(*handler));
            }
        }
        for seen in facts.seen {
            self.see(seen);
        }
        Ok(())
    }

    fn see(&mut self, seen: Seen) {
        match seen {
            Seen::Call(id) => self.reach(id),
            Seen::Kind(kind) => self.kind(kind),
            Seen::Name(name, by_program) => {
                if by_program {
                    self.kind(Existing::Name(name.clone()));
                }
                self.name(name);
            }
            Seen::AnyName(beginning) => self.any_name(beginning),
            Seen::Const(constant, true) => self.shown(&constant),
            Seen::Const(constant, false) => self.constant(&constant),
            Seen::Global(global) => {
                if let Some(initial) = self.program.info(global).initial.clone() {
                    self.shown(&initial);
                }
            }
        }
    }

    /// A constant that the program can get hold of.
    fn shown(&mut self, constant: &Const) {
        if let Const::Class(class) = constant {
            let shown = self.program.runtime.class(*class);
            let generic = shown.id == ClassId::TYPE
                || shown
                    .members
                    .iter()
                    .any(|(name, _)| **name == *"__class_getitem__");
            let markers = ["class_value", "builtin_class", "generic_class"];
            for marker in &markers[..if generic { 3 } else { 2 }] {
                let marker = self.program.runtime.class_names[*marker];
                self.kind(Existing::Class(marker));
            }
            self.callable(*class);
        }
        self.constant(constant);
    }

    /// The program can call a class.
    fn callable(&mut self, class: ClassNo) {
        if !self.needed.callable.insert(class) {
            return;
        }
        if self.program.runtime.class(class).id == ClassId::TYPE {
            let classes: Vec<ClassNo> = self.needed.classes().collect();
            classes.into_iter().for_each(|class| self.callable(class));
        }
        let class = self.program.runtime.class(class);
        for (name, member) in &class.members {
            if CONSTRUCTORS.contains(name) && self.needed.names.contains(*name) {
                self.member(member);
            }
        }
        for base in &class.bases {
            self.callable(*base);
        }
    }

    fn constant(&mut self, constant: &Const) {
        match constant {
            Const::Func(id) => {
                self.value(*id);
            }
            Const::Class(class) | Const::HiddenClass(class) => {
                self.kind(Existing::Class(*class));
                self.basic();
            }
            Const::Float(_) => self.class_with_id(ClassId::FLOAT),
            Const::Complex(..) => self.class_with_id(ClassId::COMPLEX),
            Const::Bytes(_) => self.class_with_id(ClassId::BYTES),
            Const::BigInt(_) => self.kind(Existing::BigInt),
            Const::Tuple(items) => {
                self.class_with_id(ClassId::TUPLE);
                items.iter().for_each(|item| self.constant(item));
            }
            Const::Module(name) => self.module(name),
            Const::Link(Link::ClassTable, _) => self.basic(),
            _ => {}
        }
    }

    /// Classes have objects: those that all of them need.
    fn basic(&mut self) {
        BASIC.into_iter().for_each(|id| self.class_with_id(id));
    }

    fn value(&mut self, id: FuncId) {
        if !self.needed.values.insert(id) {
            return;
        }
        self.reach(id);
        let declaration = self.program.function(id);
        if declaration.signature.kwargs || declaration.signature.keyword_only > 0 {
            self.class_with_id(ClassId::DICT);
        }
        if declaration.runtime {
            for default in declaration.signature.defaults.iter().flatten() {
                if let Ok(value) = self.program.runtime.constant(default) {
                    self.constant(&value);
                }
            }
        }
    }

    fn class_with_id(&mut self, id: ClassId) {
        if let Some(class) = self.program.runtime.class_with_id(id) {
            self.kind(Existing::Class(class));
        }
    }

    fn kind(&mut self, kind: Existing) {
        if !self.needed.kinds.insert(kind.clone()) {
            return;
        }
        for id in self.waiting.remove(&kind).unwrap_or_default() {
            if !self.work.contains(&id) {
                self.work.push_back(id);
            }
        }
        self.within(Part::Kind(kind.clone()), |this| this.class(kind));
    }

    /// The bases and members of a class.
    fn class(&mut self, kind: Existing) {
        let class = match kind {
            Existing::Class(class) => class,
            Existing::Member(name) => return self.name(name),
            _ => return,
        };
        let runtime = &self.program.runtime;
        let exceptions = runtime.class_names["BaseException"];
        let any = (runtime.class_with_id(ClassId::TYPE))
            .is_some_and(|class| self.needed.callable.contains(&class));
        if any || self.program.takes_classes || runtime.derives(class, exceptions) {
            self.callable(class);
        }
        for base in &runtime.class(class).bases {
            self.kind(Existing::Class(*base));
        }
        for (name, member) in &runtime.class(class).members {
            if self.needed.has_member(class, name) {
                self.member(member);
            }
        }
    }

    fn name(&mut self, name: Rc<str>) {
        if !self.needed.names.insert(name.clone()) {
            return;
        }
        self.kind(Existing::Member(name.clone()));
        self.within(Part::Name(name.clone()), |this| this.members(&name));
    }

    /// What has a name in classes and modules.
    fn members(&mut self, name: &str) {
        let classes: Vec<ClassNo> = self.needed.classes().collect();
        for class in classes {
            let members = &self.program.runtime.class(class).members;
            for (_, member) in members.iter().filter(|(other, _)| *other == name) {
                if self.needed.has_member(class, name) {
                    self.member(member);
                }
            }
        }
        let modules: Vec<Rc<str>> = self.needed.modules.iter().cloned().collect();
        for module in modules {
            if let Some(shown) = self.program.runtime.visible(&module, name) {
                self.shown(&shown.value);
            }
        }
    }

    /// The program computes names: all members may be asked for, or be defined.
    fn any_name(&mut self, beginning: Rc<str>) {
        let runtime = &self.program.runtime;
        let members = runtime.classes.iter().flat_map(|class| &class.members);
        let names = members.map(|(name, _)| *name);
        let names = names.filter(|name| name.starts_with(&*beginning));
        for name in names.collect::<BTreeSet<_>>() {
            self.kind(Existing::Name(name.into()));
            self.name(name.into());
        }
        let tested: Vec<Existing> = self.waiting.keys().cloned().collect();
        for kind in tested {
            if matches!(&kind, Existing::Name(name) if name.starts_with(&*beginning)) {
                self.kind(kind);
            }
        }
        for module in self.needed.modules.clone() {
            self.names_of_module(&module, &beginning);
        }
        self.computed.push(beginning);
    }

    fn member(&mut self, member: &Member) {
        match member {
            Member::Function(id) => self.value(*id),
            Member::Static(id) => {
                self.class_with_id(ClassId::STATICMETHOD);
                self.value(*id);
            }
            Member::Class(id) => {
                self.class_with_id(ClassId::CLASSMETHOD);
                self.value(*id);
            }
            Member::Property { get, set, delete } => {
                self.class_with_id(ClassId::PROPERTY);
                let accessors = [get, set, delete];
                accessors
                    .into_iter()
                    .flatten()
                    .for_each(|id| self.value(*id));
            }
            Member::Value(value) => self.constant(value),
        }
    }

    fn module(&mut self, name: &Rc<str>) {
        if !self.needed.modules.insert(name.clone()) {
            return;
        }
        self.class_with_id(ClassId::MODULE);
        let modules = &self.program.modules;
        if let Some(module) = modules.iter().find(|module| module.name == *name) {
            self.value(module.body);
        }
        let shown = self.program.runtime.modules.get(name);
        for (name, shown) in shown.into_iter().flatten() {
            if self.needed.names.contains(name) {
                self.shown(&shown.value);
            }
        }
        for beginning in self.computed.clone() {
            self.names_of_module(name, &beginning);
        }
        if self.program.lists_modules {
            self.names_of_module(name, "");
        }
    }

    /// The names of a builtin module that begin so may be asked for.
    fn names_of_module(&mut self, module: &str, beginning: &str) {
        let shown = self.program.runtime.modules.get(module);
        let names = shown.into_iter().flat_map(|shown| shown.keys());
        for name in names.filter(|name| name.starts_with(beginning)) {
            self.name(name.clone());
        }
    }
}

/// Replaces the tests for kinds of values by jumps.
fn decide(body: &mut Function, kinds: &BTreeSet<Existing>) {
    let value = |value: &mut Value| {
        if let Value::Const(Const::Exists(kind)) = value {
            *value = Value::Const(Const::Bool(kinds.contains(kind)));
        }
    };
    for block in &mut body.blocks {
        for inst in &mut block.insts {
            inst.op.reads_mut().for_each(|(_, read)| value(read));
        }
        block
            .insts
            .retain(|inst| !matches!(inst.op, Op::Mention(_)));
        if let Exit::Branch {
            test: Test::Truth(Value::Const(Const::Exists(kind))),
            yes,
            no,
        } = &block.exit
        {
            let next = if kinds.contains(kind) { *yes } else { *no };
            block.exit = Exit::Jump(next);
        }
    }
}

#[cfg(test)]
mod tests {
    use pyxl_isa::Opcode;
    use std::collections::HashSet;

    #[test]
    fn only_what_can_trap_has_a_handler() {
        let vectors = |text: &str| {
            let image = crate::compile_source("p.py", text).expect("it compiles");
            let unset = pyxl_isa::asm::unset_vector();
            let codes = (0..=255u8).filter(|code| image.code[usize::from(*code)] != unset);
            codes.filter_map(Opcode::from_code).collect::<HashSet<_>>()
        };
        use Opcode::*;
        assert_eq!(vectors("x = 1\n"), [].into());
        assert!(vectors("x = 1\nx = x + x\n").is_superset(&[Add, Bstack].into()));
        let truth = vectors("if x:\n    x = 2\n");
        assert!(truth.is_superset(&[Mov, Lds, Jt, Jf, Bstack].into()));
        assert!(!truth.contains(&Mul));
    }

    /// What asks for attributes `on_…` finds no member of a builtin class: none are linked.
    #[test]
    fn the_beginning_of_a_computed_name_tells_what_it_can_find() {
        let words = |name: &str| {
            let text = format!(
                "class A:\n    def run(self, x):\n        name = {name}\n        \
                 return getattr(self, name, None)\nprint(A().run('b'))\n"
            );
            let image = crate::compile_source("p.py", &text).expect("it compiles");
            image.code.len()
        };
        let known = words("'on_' + x");
        for beginning in ["f'on_{x}'", "'on_%s' % x", "'on_{}'.format(x)"] {
            // They differ in what makes the string.
            let more = words(beginning).saturating_sub(known);
            assert!(more < 4000, "{beginning}: {more} words more");
        }
        let any = words("x + '_on'");
        assert!(any > known + 4000, "{any} words, {known}");
    }

    /// The runtime's files of which an image has functions, and its words of code.
    fn linked(path: &str) -> (HashSet<String>, usize) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let image = crate::compile_file(&path).unwrap_or_else(|error| panic!("{error}"));
        let debug = &image.debug;
        let files = debug.functions.iter().filter(|function| function.hidden);
        let files = files.map(|function| debug.files[usize::from(function.file)].name.clone());
        (files.collect(), image.code.len())
    }

    #[test]
    fn a_blinking_led_carries_no_big_division() {
        let (files, words) = linked("../examples/blink.py");
        for file in [
            "bigint_divide.py",
            "bigint_divmod.py",
            "float_add.py",
            "dict.py",
            "format.py",
        ] {
            assert!(!files.contains(file), "{file}");
        }
        assert!(words < 5000, "{words} words");
    }
}
