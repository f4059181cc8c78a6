//! What is valid Python and not supported: one table, from which the documentation can
//! be made.

use crate::error::Refusal;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

macro_rules! features {
    ($($feature:ident = $what:literal, $why:literal;)*) => {
        /// A feature that is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Feature {
            $(#[doc = $what] $feature,)*
        }

        impl Feature {
            /// All of them.
            pub const ALL: &[Feature] = &[$(Feature::$feature),*];

            /// Its name, a plural.
            pub fn name(self) -> &'static str {
                match self { $(Feature::$feature => $what,)* }
            }

            /// Why it is refused, or what to do instead.
            pub fn reason(self) -> &'static str {
                match self { $(Feature::$feature => $why,)* }
            }
        }
    };
}

features! {
    Exec = "calls of `exec`", "the compiler is not on the machine";
    Eval = "calls of `eval`", "the compiler is not on the machine";
    Compile = "calls of `compile`", "the compiler is not on the machine";
    Globals = "uses of `globals` as a value", "call it";
    Locals = "uses of `locals` in comprehensions or as a value",
        "call it outside and use its result";
    Vars = "calls of `vars` without an argument in modules and comprehensions", "use `globals()`";
    Dir = "calls of `dir` without an argument in comprehensions", "call it outside";
    DynamicImport = "calls of `__import__`",
        "the program is compiled as a whole: use an `import` statement";
    Breakpoint = "calls of `breakpoint`", "there is no debugger on the machine";
    Open = "calls of `open`", "there are no files on the machine";
    Threads = "threads", "the processor runs one program; use generators or coroutines";
    Trace = "trace functions", "the processor has no trace hook; use `pyxl run --trace`";
    AnnotationText = "unusual annotations after `from __future__ import annotations`",
        "write them as strings";
    ComputedAll = "imports of `*` from modules whose `__all__` is computed",
        "make `__all__` a list of strings, or import the names";
    IntrinsicValue = "intrinsics as values", "call them";
    TypeAlias = "type aliases", "they are not in Python 3.11";
}

impl Feature {
    /// The refusal of the feature at a place.
    pub fn at(self, range: TextRange) -> Refusal {
        Refusal::unsupported(self.name(), range).help(self.reason())
    }
}

/// The refusal of a statement that has no translation.
pub fn statement(stmt: &Stmt) -> Refusal {
    Feature::TypeAlias.at(stmt.range())
}

/// The refusal of an expression that has no translation.
pub fn expression(expr: &Expr) -> Refusal {
    Refusal::unsupported("expressions of this kind", expr.range())
}

/// The refusal of a builtin that the runtime does not have.
pub fn builtin(name: &str, range: TextRange) -> Refusal {
    called(name).map_or_else(
        || Refusal::unsupported(format!("uses of the builtin `{name}`"), range),
        |feature| feature.at(range),
    )
}

fn called(name: &str) -> Option<Feature> {
    Some(match name {
        "exec" => Feature::Exec,
        "eval" => Feature::Eval,
        "compile" => Feature::Compile,
        "globals" => Feature::Globals,
        "locals" => Feature::Locals,
        "__import__" => Feature::DynamicImport,
        "breakpoint" => Feature::Breakpoint,
        "open" => Feature::Open,
        _ => return None,
    })
}

/// The feature that a module is for.
pub fn module(name: &str) -> Option<Feature> {
    let first = name.split('.').next().unwrap_or_default();
    matches!(
        first,
        "threading" | "_thread" | "multiprocessing" | "concurrent"
    )
    .then_some(Feature::Threads)
}

/// The feature that an attribute of a builtin module is for.
pub fn attribute(module: &str, name: &str) -> Option<Feature> {
    let traces = module == "sys" && matches!(name, "settrace" | "setprofile");
    traces.then_some(Feature::Trace)
}

#[cfg(test)]
mod tests {
    use crate::compile_source;
    use std::fmt::Write;

    /// One program per refused feature.
    const REFUSED: &[&str] = &[
        "exec('x = 1')\n",
        "x = eval('1')\n",
        "compile('1', 'f', 'eval')\n",
        "g = globals\n",
        "[locals() for x in 'a']\n",
        "vars()\n",
        "[dir() for x in 'a']\n",
        "__import__('sys')\n",
        "breakpoint()\n",
        "open('file')\n",
        "import threading\n",
        "import sys\nsys.settrace(None)\n",
        "from __future__ import annotations\nx: (lambda: 1) = 2\n",
        "from compiler.intrinsics import nothing\n",
        "from compiler.intrinsics import pyxl_get_cycle_counter as cycles\n",
        "from compiler.intrinsics import *\npyxl_read_gpio_pin0 = 1\n",
        "from compiler.intrinsics import *\npyxl_write_gpio_pin0()\n",
        "from compiler.intrinsics import *\nf = pyxl_get_cycle_counter\n",
        "x = '\\ud800'\n",
    ];

    /// Programs that CPython refuses as well.
    const WRONG: &[&str] = &[
        "x = = 1\n",
        "if x\n    pass\n",
        "return 1\n",
        "break\n",
        "def f():\n    continue\n",
        "def f(a, a):\n    pass\n",
        "def f():\n    nonlocal x\n",
        "nonlocal x\n",
        "def f(x):\n    nonlocal x\n",
        "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x\n",
        "def f():\n    global x\n    nonlocal x\n",
        "def f():\n    x: int = 1\n    global x\n",
        "yield 1\n",
        "x = [(yield 1) for a in b]\n",
        "async def f():\n    yield from g()\n",
        "def f():\n    await g()\n",
        "await g()\n",
        "def f():\n    async for x in y:\n        pass\n",
        "def f():\n    async with y:\n        pass\n",
        "def f():\n    return [x async for x in y]\n",
        "class C:\n    return 1\n",
        "def f():\n    from sys import *\n",
        "from __future__ import braces\n",
        "x = [a := 1 for a in b]\n",
        "x = [b for a in (b := [1])]\n",
        "class C:\n    x = [y := a for a in b]\n",
        "def f(a):\n    global a\n",
        "def f():\n    x = 1\n    global x\n",
        "def f():\n    print(x)\n    global x\n",
        "1 = x\n",
        "    x = 1\n",
        "print 'x'\n",
        "x = 'abc\n",
        "f(a=1, a=2)\n",
        "class C(metaclass=A, metaclass=B):\n    pass\n",
        "def f(__debug__):\n    pass\n",
    ];

    fn diagnostics(programs: &[&str]) -> String {
        let mut all = String::new();
        for program in programs {
            match compile_source("program.py", program) {
                Ok(_) => writeln!(all, "compiled: {program:?}\n"),
                Err(error) => writeln!(all, "{error}\n"),
            }
            .expect("writing to a string cannot fail");
        }
        all
    }

    #[test]
    fn what_is_not_supported_is_named() {
        insta::assert_snapshot!(diagnostics(REFUSED));
    }

    #[test]
    fn what_is_wrong_is_shown() {
        insta::assert_snapshot!(diagnostics(WRONG));
    }
}
