//! The objects of an image: constants, functions, classes and modules.

use super::heap::{Heap, Item, ObjectNo};
use super::lines::Lines;
use crate::codegen::statics::Statics;
use crate::front::program::{Declaration, FunctionKind, Program, ScopeNode};
use crate::front::runtime::Member;
use crate::ir::*;
use crate::reach::Needed;
use pyxl_isa::layout::{class, code, code_counts, exception_range, function, module, ClassId};
use pyxl_isa::{Tag, Unbound, Word};
use ruff_text_size::Ranged;
use std::collections::HashMap;
use std::rc::Rc;

/// Where a function's code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryPoint {
    /// Descriptor for calls of its value.
    pub value: u16,
    /// Descriptor for calls whose arguments are bound.
    pub body: u16,
}

/// Where the functions' code is.
pub type EntryPoints = HashMap<FuncId, EntryPoint>;

/// Makes the objects of an image.
pub struct Objects<'p, 'a> {
    /// The heap.
    pub heap: Heap,
    program: &'p Program<'a>,
    needed: &'p Needed,
    entries: &'p EntryPoints,
    statics: &'p Statics,
    lines: &'p [Lines<'p>],
    tuples: HashMap<Const, Item>,
    owners: HashMap<String, Item>,
    functions: HashMap<FuncId, Item>,
    classes: HashMap<ClassNo, Item>,
    modules: HashMap<Rc<str>, Item>,
    table: Option<Item>,
}

impl<'p, 'a> Objects<'p, 'a> {
    /// No objects yet.
    pub fn new(
        program: &'p Program<'a>,
        needed: &'p Needed,
        entries: &'p EntryPoints,
        statics: &'p Statics,
        lines: &'p [Lines<'p>],
    ) -> Self {
        Objects {
            heap: Heap::default(),
            program,
            needed,
            entries,
            statics,
            lines,
            tuples: HashMap::new(),
            owners: HashMap::new(),
            functions: HashMap::new(),
            classes: HashMap::new(),
            modules: HashMap::new(),
            table: None,
        }
    }

    /// What a global variable holds at the start.
    pub fn global(&mut self, global: Global) -> Item {
        let info = self.program.info(global);
        match &info.initial {
            Some(initial) => self.constant(initial),
            None if self.needed.may_be_unbound(global) => {
                Item::Name(Unbound::Global.word(0), self.heap.string(&info.name))
            }
            None => Item::Word(Unbound::Internal.word(0)),
        }
    }

    /// The word of a constant.
    pub fn constant(&mut self, constant: &Const) -> Item {
        if let Some(item) = self.heap.data(constant) {
            return item;
        }
        match constant {
            Const::Tuple(items) => {
                if let Some(item) = self.tuples.get(constant) {
                    return *item;
                }
                let items = items.iter().map(|item| self.constant(item)).collect();
                let item = self.heap.tuple(items);
                self.tuples.insert(constant.clone(), item);
                item
            }
            Const::Func(id) => self.function(*id),
            Const::Class(class) | Const::HiddenClass(class) => self.class(*class),
            Const::Module(name) => self.module(name),
            Const::LinkerSymbol(LinkerSymbol::ClassTable, _) => self.class_table(),
            Const::LinkerSymbol(link, more) => Item::LinkerSymbol(*link, *more),
            Const::Functions => {
                let functions = self.program.own();
                let functions = functions.filter_map(|id| Some((self.entries.get(&id)?.value, id)));
                let functions = functions.map(|(entry, id)| (entry, self.program.function(id)));
                let functions: Vec<_> = functions.collect();
                self.heap.functions(functions.into_iter())
            }
            other => unreachable!("{other:?} has no word"),
        }
    }

    fn function(&mut self, id: FuncId) -> Item {
        if let Some(item) = self.functions.get(&id) {
            return *item;
        }
        let object = self.heap.reserve();
        let item = Item::Ref(Tag::Func, self.entries[&id].value, object);
        self.functions.insert(id, item);
        let declaration = self.program.function(id);
        let code = self.code(declaration);
        let (defaults, keyword_defaults) = self.defaults(declaration);
        let mut words = words(
            function::NAMES,
            &[
                (function::CODE, code),
                (function::DEFAULTS, defaults),
                (function::KWDEFAULTS, keyword_defaults),
            ],
        );
        let last = self.needed.function_words.last(self.program, id);
        words.truncate(last);
        self.heap.fill(object, declaration.value_class, words);
        self.heap.set_aux(object, last as u8);
        item
    }

    /// The default values of a runtime function; those of the program are computed.
    fn defaults(&mut self, declaration: &Declaration) -> (Item, Item) {
        let signature = &declaration.signature;
        if !declaration.runtime {
            return (Item::NONE, Item::NONE);
        }
        let mut positional = vec![];
        let mut by_name = vec![];
        for (at, default) in signature.defaults.iter().enumerate() {
            let Some(default) = default else { continue };
            let value = self.program.runtime.constant(default);
            let value = self.constant(&value.expect("the runtime's defaults were checked"));
            if at < signature.positional {
                positional.push(value);
            } else {
                by_name.push((self.heap.str(&signature.names[at]), value));
            }
        }
        let positional = match positional.is_empty() {
            true => Item::NONE,
            false => self.heap.tuple(positional),
        };
        let by_name = match by_name.is_empty() {
            true => Item::NONE,
            false => self.heap.dict(&by_name),
        };
        (positional, by_name)
    }

    fn code(&mut self, declaration: &Declaration) -> Item {
        let signature = &declaration.signature;
        let names = signature.names.iter().cloned().map(Const::Str);
        let names = self.constant(&Const::Tuple(names.collect()));
        let counts = [
            (code_counts::POSITIONAL_ONLY, signature.positional_only),
            (code_counts::POSITIONAL, signature.positional),
            (code_counts::KEYWORD_ONLY, signature.keyword_only),
        ];
        let kind = declaration.kind;
        let flags = [
            (code_counts::VARARGS, signature.varargs),
            (code_counts::VARKEYWORDS, signature.kwargs),
            (code_counts::GENERATOR, kind == FunctionKind::Generator),
            (code_counts::COROUTINE, kind == FunctionKind::Coroutine),
            (
                code_counts::ASYNC_GENERATOR,
                kind == FunctionKind::AsyncGenerator,
            ),
            (code_counts::RUNTIME, declaration.runtime),
            (code_counts::STUB, signature.is_irregular()),
        ];
        let flags = flags.map(|(field, set)| (field, usize::from(set)));
        let counts = counts.iter().chain(&flags);
        let counts = counts.map(|(field, value)| field.put(*value as u32));
        let counts = Word::new(Tag::Int, counts.sum());
        let mut words = words(
            code::LINE,
            &[
                (code::NAME, self.heap.str(&declaration.name)),
                (code::OWNER, self.owner(declaration)),
                (code::COUNTS, Item::Word(counts)),
                (code::NAMES, names),
                (code::MODULE, self.heap.str(&declaration.module)),
                (code::LINE, Item::int(self.line(declaration))),
            ],
        );
        let doc = self.doc(declaration);
        words.extend(doc);
        let object = self.heap.object(ClassId::CODE, false, words);
        self.heap.set_aux(object, u8::from(doc.is_some()));
        Item::Ref(Tag::Box, 0, object)
    }

    /// What a function's qualified name has before its name.
    fn owner(&mut self, declaration: &Declaration) -> Item {
        let Some(owner) = declaration.owner() else {
            return Item::NONE;
        };
        if let Some(item) = self.owners.get(owner) {
            return *item;
        }
        // What functions deep inside others have in common is there once.
        let shared = self.program.enclosing(declaration).and_then(|around| {
            let begins = owner.strip_prefix(around.owner()?)?;
            Some((around, begins.strip_prefix('.')?))
        });
        let item = match shared {
            Some((around, rest)) => {
                let parts = vec![self.owner(around), self.heap.str(rest)];
                self.heap.tuple(parts)
            }
            None => self.heap.str(owner),
        };
        self.owners.insert(owner.into(), item);
        item
    }

    /// The docstring, if anything asks for docstrings. Builtins have none.
    fn doc(&mut self, declaration: &Declaration) -> Option<Item> {
        let has_doc =
            self.needed.has_docstrings() && matches!(declaration.source, ScopeNode::Def(_));
        let doc = declaration.doc.as_ref().filter(|_| has_doc)?;
        Some(self.heap.str(doc))
    }

    fn line(&self, declaration: &Declaration) -> usize {
        let start = match declaration.source {
            ScopeNode::Def(def) => def.range().start(),
            ScopeNode::Lambda(lambda) => lambda.range.start(),
            ScopeNode::Class(class) => class.range.start(),
            ScopeNode::Generator(generator) => generator.range.start(),
            ScopeNode::Module(_) | ScopeNode::Comprehension => return 1,
        };
        let (line, _) = self.lines[usize::from(declaration.file)].line_column(start);
        line as usize
    }

    fn class(&mut self, no: ClassNo) -> Item {
        if let Some(item) = self.classes.get(&no) {
            return *item;
        }
        let object = self.heap.reserve();
        let item = Item::Ref(Tag::Class, 0, object);
        self.classes.insert(no, item);
        let runtime = &self.program.runtime;
        let this = runtime.class(no);
        let bases = this.bases.iter().map(|base| self.class(*base)).collect();
        let order = runtime.linearise(no);
        let order = order.into_iter().map(|class| self.class(class)).collect();
        let mut members = vec![];
        for (name, member) in &this.members {
            if self.needed.has_member(no, name) {
                members.push((self.heap.str(name), self.member(member)));
            }
        }
        let words = words(
            class::SLOTS,
            &[
                (class::ID, Item::int(usize::from(this.id.0))),
                (class::NAME, self.heap.str(&this.name)),
                (class::QUALNAME, self.heap.str(&this.name)),
                (class::BASES, self.heap.tuple(bases)),
                (class::MRO, self.heap.tuple(order)),
                (class::DICT, self.heap.dict(&members)),
                (class::BASE, Item::int(this.base)),
                (class::NATIVE, Item::int(self.native(no))),
                (class::FLAGS, Item::int(0)),
                (class::MODULE, self.heap.str(&this.module)),
                (class::SLOTS, Item::int(0)),
            ],
        );
        self.heap.fill(object, ClassId::TYPE, words);
        item
    }

    /// The id of the class whose value the instances of a class of the runtime have inside.
    fn native(&self, no: ClassNo) -> usize {
        let runtime = &self.program.runtime;
        if runtime.class(no).tag != Tag::Object {
            return 0;
        }
        let order = runtime.linearise(no);
        let mut others = order.iter().map(|class| runtime.class(*class));
        let native = others.find(|class| class.tag != Tag::Object && !class.bases.is_empty());
        native.map_or(0, |class| usize::from(class.id.0))
    }

    fn member(&mut self, member: &Member) -> Item {
        let wrap = |objects: &mut Self, class, id: FuncId| {
            let function = objects.function(id);
            Item::Ref(Tag::Box, 0, objects.heap.mutable(class, vec![function]))
        };
        match member {
            Member::Function(id) => self.function(*id),
            Member::Static(id) => wrap(self, ClassId::STATICMETHOD, *id),
            Member::Class(id) => wrap(self, ClassId::CLASSMETHOD, *id),
            Member::Property { get, set, delete } => {
                let accessors = [get, set, delete].map(|accessor| match accessor {
                    Some(id) => self.function(*id),
                    None => Item::NONE,
                });
                let words = [&accessors[..], &[Item::NONE]].concat();
                Item::Ref(Tag::Box, 0, self.heap.mutable(ClassId::PROPERTY, words))
            }
            Member::Value(value) => self.constant(value),
        }
    }

    /// The table of the image's classes by id.
    fn class_table(&mut self) -> Item {
        if let Some(table) = self.table {
            return table;
        }
        let mut items = vec![Item::NONE; self.class_count()];
        for no in self.needed.classes() {
            let id = self.program.runtime.class(no).id;
            items[usize::from(id.0)] = self.class(no);
        }
        let words = [vec![Item::int(items.len())], items].concat();
        let table = Item::Ref(Tag::Box, 0, self.heap.mutable(ClassId::STORAGE, words));
        self.table = Some(table);
        table
    }

    /// First class id that no class of the image has.
    pub fn class_count(&self) -> usize {
        let ids = self.needed.classes();
        let ids = ids.map(|class| usize::from(self.program.runtime.class(class).id.0) + 1);
        ids.max()
            .unwrap_or(0)
            .max(usize::from(ClassId::FIRST_FREE.0))
    }

    fn module(&mut self, name: &Rc<str>) -> Item {
        if let Some(item) = self.modules.get(name) {
            return *item;
        }
        let object = self.heap.reserve();
        let item = Item::Ref(Tag::Box, 0, object);
        self.modules.insert(name.clone(), item);
        let (globals, body) = self.needed.module_globals(self.program, name);
        let names: Vec<(Item, Item)> = globals
            .into_iter()
            .map(|(name, global)| {
                let slot = Item::int(usize::from(self.statics.global(global)));
                (self.heap.str(&name), slot)
            })
            .collect();
        let words = words(
            module::DICT,
            &[
                (module::NAME, self.heap.str(name)),
                (module::NAMES, self.heap.dict(&names)),
                (
                    module::BODY,
                    body.map_or(Item::NONE, |body| self.function(body)),
                ),
            ],
        );
        self.heap.fill(object, ClassId::MODULE, words);
        item
    }

    /// The table of exception handlers: for each range of code its first address and the one
    /// after it, and the handler's address.
    pub fn exception_table(&mut self, ranges: &[(u16, u16, u16)]) -> ObjectNo {
        let mut words = vec![Item::int(ranges.len())];
        for (start, end, handler) in ranges {
            let range = exception_range::END.put(u32::from(*end));
            let range = range | exception_range::START.put(u32::from(*start));
            words.push(Item::Word(Word::new(Tag::Int, range)));
            words.push(Item::int(usize::from(*handler)));
        }
        self.heap.object(ClassId::STORAGE, true, words)
    }
}

/// The words of an object up to the last offset; those that are not given are None.
fn words(last: usize, given: &[(usize, Item)]) -> Vec<Item> {
    let mut words = vec![Item::NONE; last];
    for (offset, item) in given {
        words[offset - 1] = *item;
    }
    words
}
