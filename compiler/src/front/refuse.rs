//! What is not supported yet, by name.

use crate::error::Refusal;
use ruff_python_ast::{Expr, Number, Stmt, StmtFor, StmtFunctionDef};
use ruff_text_size::Ranged;

const STATIC: &str =
    "the program is compiled as a whole; only `compiler.intrinsics` can be imported";

/// The refusal of a statement that has no translation.
pub fn statement(stmt: &Stmt) -> Refusal {
    let (feature, help) = match stmt {
        Stmt::ClassDef(_) => ("classes", ""),
        Stmt::Delete(_) => ("`del` statements", ""),
        Stmt::TypeAlias(_) => ("type aliases", ""),
        Stmt::With(with) if with.is_async => ("`async with` statements", ""),
        Stmt::With(_) => ("`with` statements", ""),
        Stmt::Match(_) => ("`match` statements", "use `if` and `elif`"),
        Stmt::Raise(_) => ("`raise` statements", "`assert` raises AssertionError"),
        Stmt::Try(_) => ("`try` statements", ""),
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

/// The refusal of a loop over anything but a range.
pub fn for_loop(stmt: &StmtFor) -> Refusal {
    match stmt.is_async {
        true => Refusal::unsupported("`async for` statements", stmt.range),
        false => Refusal::unsupported("loops over anything but range(…)", stmt.iter.range())
            .help("range takes one to three positional arguments"),
    }
}

/// The refusal of an expression that has no translation.
pub fn expression(expr: &Expr) -> Refusal {
    let (feature, help) = match expr {
        Expr::Named(_) => ("assignment expressions", "use an assignment statement"),
        Expr::Lambda(_) => ("lambda expressions", "use `def`"),
        Expr::Dict(_) => ("dictionaries", ""),
        Expr::Set(_) => ("sets", ""),
        Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) => {
            ("comprehensions", "use a `for` loop")
        }
        Expr::Generator(_) => ("generator expressions", "use a `for` loop"),
        Expr::Await(_) => ("`await` expressions", ""),
        Expr::Yield(_) | Expr::YieldFrom(_) => ("generators", ""),
        Expr::FString(_) | Expr::TString(_) => (
            "formatted strings",
            "print takes several arguments: print(\"x =\", x)",
        ),
        Expr::BytesLiteral(_) => ("bytes", ""),
        Expr::EllipsisLiteral(_) => ("uses of `...` as a value", ""),
        Expr::Attribute(_) => ("attributes", ""),
        Expr::Subscript(_) | Expr::Slice(_) => ("subscripts", ""),
        Expr::Starred(_) => ("starred expressions", ""),
        Expr::List(_) => ("lists", ""),
        Expr::Tuple(_) => ("tuples", ""),
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => (
                "integers beyond 32 bits",
                "the range is -2147483648 to 2147483647",
            ),
            Number::Float(_) => ("floats", ""),
            Number::Complex { .. } => ("complex numbers", ""),
        },
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
