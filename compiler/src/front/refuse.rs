//! What is not supported yet, by name.

use crate::error::Refusal;
use ruff_python_ast::{Expr, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;

const STATIC: &str =
    "the program is compiled as a whole; only `compiler.intrinsics` can be imported";

/// The refusal of a statement that has no translation.
pub fn statement(stmt: &Stmt) -> Refusal {
    let (feature, help) = match stmt {
        Stmt::ClassDef(_) => ("classes", ""),
        Stmt::TypeAlias(_) => ("type aliases", ""),
        Stmt::Import(_) | Stmt::ImportFrom(_) => ("imports", STATIC),
        Stmt::Nonlocal(_) => ("`nonlocal` statements", ""),
        Stmt::FunctionDef(_) => (
            "functions defined in functions or loops",
            "define the function at the top level of the module",
        ),
        _ => ("statements of this kind", ""),
    };
    Refusal::unsupported(feature, stmt.range()).help(help)
}

/// The refusal of an expression that has no translation.
pub fn expression(expr: &Expr) -> Refusal {
    let (feature, help) = match expr {
        Expr::Lambda(_) => ("lambda expressions", "use `def`"),
        Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) => {
            ("comprehensions", "use a `for` loop")
        }
        Expr::Generator(_) => ("generator expressions", "use a `for` loop"),
        Expr::Await(_) => ("`await` expressions", ""),
        Expr::Yield(_) | Expr::YieldFrom(_) => ("generators", ""),
        _ => ("expressions of this kind", ""),
    };
    Refusal::unsupported(feature, expr.range()).help(help)
}

/// Checks that a function has nothing but positional parameters.
///
/// # Errors
/// What it has besides.
pub fn function_header(def: &StmtFunctionDef, runtime: bool) -> Result<(), Refusal> {
    let refuse = |feature: &str, at: &dyn Ranged| Err(Refusal::unsupported(feature, at.range()));
    let parameters = &def.parameters;
    if def.is_async {
        return refuse("`async` functions", &def.name);
    }
    if let Some(decorator) = def.decorator_list.first().filter(|_| !runtime) {
        return refuse("decorators", decorator);
    }
    if runtime {
        return Ok(());
    }
    if let Some(parameter) = &parameters.vararg {
        return refuse("`*` parameters", &**parameter);
    }
    if let Some(parameter) = parameters.kwonlyargs.first() {
        return refuse("keyword-only parameters", parameter);
    }
    if let Some(parameter) = &parameters.kwarg {
        return refuse("`**` parameters", &**parameter);
    }
    if let Some(default) = parameters
        .iter_non_variadic_params()
        .find_map(|p| p.default())
    {
        return refuse("default arguments", default);
    }
    let annotations = parameters.iter().filter_map(|p| p.annotation());
    for annotation in annotations.chain(def.returns.as_deref()) {
        self::annotation(annotation)?;
    }
    Ok(())
}

/// Checks that evaluating an annotation, which CPython does and we do not, has no effect.
///
/// # Errors
/// If it may have one.
pub fn annotation(annotation: &Expr) -> Result<(), Refusal> {
    const TYPES: &[&str] = &[
        "int", "bool", "str", "float", "object", "bytes", "list", "dict", "tuple",
    ];
    match annotation {
        Expr::NoneLiteral(_) | Expr::StringLiteral(_) => Ok(()),
        Expr::Name(name) if TYPES.contains(&name.id.as_str()) => Ok(()),
        _ => Err(
            Refusal::unsupported("annotations of this kind", annotation.range()).help(format!(
                "use None, a string, or one of {}",
                TYPES.join(", ")
            )),
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::compile_source;
    use std::fmt::Write;

    /// One program per refused feature.
    const REFUSED: &[&str] = &[
        "class C:\n    pass\n",
        "for i in range(0, 5, step=2):\n    pass\n",
        "raise ValueError\n",
        "import time\n",
        "from time import sleep\n",
        "if 1:\n    from compiler.intrinsics import *\n",
        "from compiler.intrinsics import nothing\n",
        "from compiler.intrinsics import pyxl_get_cycle_counter as cycles\n",
        "from compiler.intrinsics import *\npyxl_read_gpio_pin0 = 1\n",
        "from compiler.intrinsics import *\npyxl_write_gpio_pin0()\n",
        "from compiler.intrinsics import *\nf = pyxl_get_cycle_counter\n",
        "def f():\n    def g():\n        pass\n",
        "async def f():\n    pass\n",
        "@decorator\ndef f():\n    pass\n",
        "def f(*args):\n    pass\n",
        "def f(**kwargs):\n    pass\n",
        "def f(*, a):\n    pass\n",
        "def f(a=1):\n    pass\n",
        "def f(a: print(1)):\n    pass\n",
        "x: print(1) = 2\n",
        "def f():\n    nonlocal x\n",
        "f = lambda: 1\n",
        "x = [i for i in range(3)]\n",
        "x = (i for i in range(3))\n",
        "def f():\n    yield 1\n",
        "async def f():\n    await f()\n",
        "x = '\\ud800'\n",
        "print(*x)\n",
        "x = len('abc')\n",
        "f = print\n",
        "x = range(5)\n",
        "def f():\n    return print\n\n\nif f():\n    print = 1\n",
        "print(1, file=None)\n",
        "s = '-'\nprint(1, 2, sep=s)\n",
        "def f(a):\n    pass\n\n\nf(a=1)\n",
        "def f(a):\n    pass\n\n\nf(*1)\n",
    ];

    /// Programs that CPython refuses as well.
    const WRONG: &[&str] = &[
        "x = = 1\n",
        "if x\n    pass\n",
        "return 1\n",
        "break\n",
        "def f():\n    continue\n",
        "def f(a, a):\n    pass\n",
        "def f(a):\n    global a\n",
        "def f():\n    x = 1\n    global x\n",
        "def f():\n    print(x)\n    global x\n",
        "1 = x\n",
        "    x = 1\n",
        "print 'x'\n",
        "x = 'abc\n",
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
