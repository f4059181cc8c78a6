//! What the compiler knows of the runtime by name: the functions that compiled code calls, and
//! classes. One table each; `runtime/README.md` has them, too.

use super::Runtime;
use crate::error::Refusal;
use crate::front::declaration::Declaration;
use crate::front::scope::ScopeNode;
use crate::ir::{ClassNo, FuncId};
use ruff_text_size::TextRange;

macro_rules! routines {
    ($($routine:ident = $name:literal($params:literal), $when:literal;)*) => {
        /// A function of the runtime that compiled code calls.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Routine {
            $(#[doc = $when] $routine,)*
        }

        impl Routine {
            /// All of them.
            pub const ALL: &[Routine] = &[$(Routine::$routine),*];

            /// Its name in the runtime.
            pub fn name(self) -> &'static str {
                match self { $(Routine::$routine => $name,)* }
            }

            /// How many arguments it takes.
            pub fn params(self) -> usize {
                match self { $(Routine::$routine => $params,)* }
            }

            /// What it is called for.
            pub fn when(self) -> &'static str {
                match self { $(Routine::$routine => $when,)* }
            }
        }
    };
}

routines! {
    CallKeywords = "call_kw"(3), "`f(1, name=2)` where `f` is not known";
    CallExpanded = "call_ex"(3), "`f(*args, **kwargs)`";
    StarArguments = "star_arguments"(2), "`f(*args)`: the arguments";
    AddKeyword = "add_keyword"(4), "`f(name=1, **kwargs)`: the arguments with names";
    MergeKeywords = "merge_keywords"(3), "`f(**kwargs)`: the arguments";
    MakeFunction = "make_function"(4), "a `def` or `lambda` that may run more than once";
    NewCell = "new_cell"(1), "a variable that inner functions share";
    NewSuper = "new_super"(2), "`super()`";
    UnwrapSelf = "unwrap_self"(3), "a builtin class's method begins: self is no plain instance";

    GeneratorStart = "generator_start"(0), "a generator function begins";
    GeneratorReturn = "generator_return"(1), "`return` in a generator";
    GeneratorClose = "generator_close"(1), "the end of a loop over a generator that nothing else can reach";
    YieldValue = "yield_value"(1), "`yield`";
    AsyncYield = "async_yield"(1), "`yield` in an asynchronous generator";
    DelegateTo = "yf_iter"(1), "`yield from`: the iterator";
    AwaitIterator = "await_iter"(1), "`await`: the iterator";
    DelegateSend = "yf_send"(2), "`yield from` and `await`: the next value";
    DelegateThrow = "yf_throw"(2), "`yield from` and `await`: an exception for the iterator";
    DelegateResult = "yf_result"(0), "`yield from` and `await`: their value";
    AsyncIterate = "async_iter"(1), "`async for`: the iterator";
    AsyncNext = "async_next"(1), "`async for`: the next item, to be awaited";

    Iterate = "iterate"(1), "`for`: the iterator";
    IterNext = "iternext"(1), "`for`: the next item";
    NewSteps = "new_steps"(3), "`for` over a `range` with a bound that is no `INT`";
    NewStepsBy = "new_steps_by"(3), "`for` over a `range` whose step is not known, or is 0";
    NextStep = "next_step"(1), "`for` over such a `range`: the next integer";
    Unpack = "unpack"(2), "`a, b = …`";
    UnpackStarred = "unpack_ex"(3), "`a, *b = …`";

    NewList = "new_list"(1), "a list display or comprehension";
    ListAppend = "list_append"(2), "a list display or comprehension: an item";
    ListExtend = "list_extend"(2), "`[*items]`";
    ListToTuple = "list_to_tuple"(1), "a tuple display of unknown length";
    NewTuple = "new_tuple"(1), "a tuple display";
    NewSet = "new_set"(0), "a set display or comprehension";
    SetAdd = "set_add"(2), "a set display or comprehension: an item";
    SetUpdate = "set_update"(2), "`{*items}`";
    SetOfConstants = "set_of_constants"(1), "a set display of three constants or more";
    NewDict = "new_dict"(0), "a dictionary display or comprehension, `**kwargs`, `locals()`";
    DictSet = "dict_set"(3), "a dictionary display or comprehension, `**kwargs`, `locals()`: an entry";
    DictUpdate = "dict_update"(2), "`{**mapping}`";
    DictGet = "dict_get"(2), "the default value of a keyword-only parameter";
    NewSlice = "new_slice"(3), "`a[i:j]`";

    MatchSequence = "match_sequence"(1), "`case [a, b]`";
    MatchLength = "match_length"(1), "`case [a, b]`: the length";
    MatchMapping = "match_mapping"(1), "`case {…}`";
    MatchKeys = "match_keys"(2), "`case {…}`: the values of its keys";
    MatchRest = "match_rest"(2), "`case {**rest}`";
    MatchClass = "match_class"(4), "`case C(…)`";

    Caught = "caught"(0), "a handler begins: the exception";
    BeginHandling = "begin_handling"(1), "a handler begins: its exception is what `raise` raises again";
    EndHandling = "end_handling"(1), "a handler ends";
    MatchException = "match_exc"(2), "`except C`";
    MatchGroup = "match_star"(2), "`except* C`";
    RaiseRest = "prep_reraise_star"(2), "the end of `except*`: what is raised";
    NewException = "new_exception"(2), "a call of an exception's class";
    Raise = "raise_exc"(1), "`raise e`";
    RaiseFrom = "raise_from"(2), "`raise e from cause`";
    RaiseNew = "raise_new"(1), "`raise C(…)` of a builtin exception";
    RaiseMessage = "raise_message"(2), "an error that the compiler finds, such as `super()` outside of a class";
    RaiseHandled = "reraise_handled"(0), "`raise`";
    Reraise = "reraise"(1), "an exception that no clause takes, or the end of `finally`";
    AssertionError = "assertion_error"(1), "`assert x, message` that fails";
    AssertionFailed = "assertion_failed"(0), "`assert x` that fails";
    NameError = "name_error"(2), "a name that is bound nowhere";
    WithExitOf = "with_exit_of"(1), "`with` begins: its `__exit__`";
    WithEnter = "with_enter"(1), "`with` begins: calls `__enter__`";
    WithExit = "with_exit"(2), "`with` ends";
    AsyncWithExitOf = "async_with_exit_of"(1), "`async with` begins: its `__aexit__`";
    AsyncWithEnter = "async_with_enter"(1), "`async with` begins: calls `__aenter__`";
    AsyncWithExit = "async_with_exit"(2), "`async with` ends";

    BuildClass = "build_class"(4), "`class`";
    NamespaceGet = "ns_get"(2), "the body of a class: a name is read";
    NamespaceSet = "ns_set"(3), "the body of a class: a name is bound";
    NamespaceDelete = "ns_del"(2), "the body of a class: a name is deleted";
    ClassOf = "class_of"(1), "`type(x)`";

    ImportModule = "import_module"(1), "`import` of a module that is not there";
    RunModule = "run_module"(1), "`import` of a module that may not have run";
    ImportFrom = "import_from"(3), "`from m import name`";
    ModuleDict = "module_dict"(1), "`globals()`";
    SortedNames = "sorted_names"(1), "`dir()`";

    StrOf = "str_of"(1), "`{x!s}` in an f-string";
    ReprOf = "repr_of"(1), "`{x!r}`";
    AsciiOf = "ascii_of"(1), "`{x!a}`";
    FormatValue = "format_value"(2), "`{x:spec}`";
    MessagePart = "message_part"(1), "`{x}` in an f-string of the runtime";
    JoinParts = "join_parts"(1), "an f-string of three parts or more";
    Concat = "concat"(2), "an f-string of two parts";
    Write = "write"(1), "`print(x)`: a value";
    WriteString = "write_string"(1), "`print(x)`: text that the compiler knows";

    Allocate = "allocate"(2), "`alloc(…)` in the runtime";
}

macro_rules! known_classes {
    ($($class:ident = $name:literal, $when:literal;)*) => {
        /// A class of the runtime that the compiler knows by name. Most have no instances, and
        /// can exist if a program does something: then the runtime has to be ready for it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum KnownClass {
            $(#[doc = $when] $class,)*
        }

        impl KnownClass {
            /// All of them.
            pub const ALL: &[KnownClass] = &[$(KnownClass::$class),*];

            /// Its name in the runtime.
            pub fn name(self) -> &'static str {
                match self { $(KnownClass::$class => $name,)* }
            }

            /// What it stands for.
            pub fn when(self) -> &'static str {
                match self { $(KnownClass::$class => $when,)* }
            }
        }
    };
}

known_classes! {
    BaseException = "BaseException", "exceptions are what derives from it";
    ExceptionArguments = "exception_arguments",
        "exceptions have other arguments than one string";
    ClassValue = "class_value", "the program has classes as values";
    BuiltinClass = "builtin_class", "the program has the runtime's classes as values";
    GenericClass = "generic_class", "the program has classes as values that take types in brackets";
}

/// The functions and classes of a runtime that the compiler knows.
#[derive(Debug, Default)]
pub struct Interface {
    routines: Vec<FuncId>,
    classes: Vec<ClassNo>,
}

impl Interface {
    /// Finds them.
    ///
    /// # Errors
    /// All that are missing, or take another number of arguments.
    pub fn of(runtime: &Runtime, functions: &[Declaration]) -> Result<Interface, Vec<Refusal>> {
        let mut faults = vec![];
        let mut interface = Interface::default();
        for routine in Routine::ALL {
            let (name, count) = (routine.name(), routine.params());
            let missing = || {
                let what = format!("function `{name}` of {count} parameters");
                lacks(&what, routine.when())
            };
            let Some(&id) = runtime.functions.get(name) else {
                faults.push(missing());
                continue;
            };
            let found = &functions[id.0 as usize];
            if found.params.len() == count {
                interface.routines.push(id);
            } else {
                faults.push(Refusal {
                    range: match found.source {
                        ScopeNode::Def(def) => def.name.range,
                        _ => TextRange::default(),
                    },
                    file: found.file,
                    ..missing()
                });
            }
        }
        for class in KnownClass::ALL {
            match runtime.class_names.get(class.name()) {
                Some(&no) => interface.classes.push(no),
                None => faults.push(lacks(&format!("class `{}`", class.name()), class.when())),
            }
        }
        match faults.is_empty() {
            true => Ok(interface),
            false => Err(faults),
        }
    }

    /// A function.
    pub fn routine(&self, routine: Routine) -> FuncId {
        self.routines[routine as usize]
    }

    /// A class.
    pub fn class(&self, class: KnownClass) -> ClassNo {
        self.classes[class as usize]
    }
}

fn lacks(what: &str, when: &str) -> Refusal {
    let message = format!("the runtime has no {what}, which the compiler needs ({when})");
    Refusal::wrong(message, TextRange::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/README.md");
    const BEGIN: &str = "<!-- The compiler's tables. Rewrite: PYXL_BLESS=1 cargo test -p pyxl-compiler readme -->\n";
    const END: &str = "<!-- End of the tables -->\n";

    fn tables() -> String {
        let mut text =
            String::from("\n| function | parameters | what it is called for |\n|---|--:|---|\n");
        for routine in Routine::ALL {
            let (name, params, when) = (routine.name(), routine.params(), routine.when());
            writeln!(text, "| `{name}` | {params} | {when} |").expect("text");
        }
        text += "\n| class | what it stands for |\n|---|---|\n";
        for class in KnownClass::ALL {
            writeln!(text, "| `{}` | {} |", class.name(), class.when()).expect("text");
        }
        text + "\n"
    }

    #[test]
    fn the_readme_lists_the_interface() {
        let readme = std::fs::read_to_string(README).expect("runtime/README.md");
        let (before, rest) = readme.split_once(BEGIN).expect("the tables begin");
        let (shown, after) = rest.split_once(END).expect("the tables end");
        let tables = tables();
        if std::env::var_os("PYXL_BLESS").is_some() {
            let text = [before, BEGIN, &tables, END, after].concat();
            std::fs::write(README, text).expect("a writable file");
        } else {
            assert_eq!(shown, tables);
        }
    }
}
