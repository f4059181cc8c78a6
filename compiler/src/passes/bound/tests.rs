//! What is known when a function begins: of whole programs.

use crate::{compile_program, Options};
use std::fs;

/// The functions of a program whose checks stay, each with the variables that it checks.
/// `modules` are files beside it.
fn checked(test: &str, text: &str, modules: &[(&str, &str)]) -> String {
    let folder = std::env::temp_dir().join(format!("pyxl-bound-{test}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("it is made");
    for (name, text) in [("main.py", text)].iter().chain(modules) {
        fs::write(folder.join(name), text).expect("it is written");
    }
    let options = Options {
        emit: Some("ir=bound".parse().expect("a pass")),
        ..Options::default()
    };
    let compiled = compile_program(&folder.join("main.py"), &options);
    fs::remove_dir_all(&folder).expect("it is there");
    let emitted = compiled.unwrap_or_else(|error| panic!("{error}")).emitted;
    let mut checked: Vec<String> = vec![];
    for function in emitted.split("\n\n") {
        let mut lines = function.lines();
        let title = lines.next().unwrap_or_default();
        let title = title.split([':', '(']).nth(1).unwrap_or_default();
        for line in lines {
            let of = line.split_once("= check ").or(line.split_once("= tag "));
            if let Some((_, value)) = of.filter(|(_, value)| !value.starts_with("unbound")) {
                let name = value.split_once(':').map_or("a cell", |(_, name)| name);
                checked.push(format!("{title} {name}"));
            }
        }
    }
    checked.join(", ")
}

/// Compares what is checked in each program with what is expected.
fn compare(test: &str, modules: &[(&str, &str)], cases: &[(&str, &str)]) {
    let mut wrong = vec![];
    for (text, expected) in cases {
        let found = checked(test, text, modules);
        if found != *expected {
            wrong.push(format!("{text}expected: {expected}\nfound: {found}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_bound_at_all_loads_of_a_function_is_bound_in_it() {
    let cases = [
        ("x = 1\ndef f():\n    return x\nf()\n", ""),
        ("def f():\n    return x\nx = 1\nf()\n", ""),
        ("def f():\n    return x\nf()\nx = 1\n", "f x"),
        (
            "def f():\n    return x\nfor i in 1, 2:\n    f()\n    x = 1\n",
            "f x",
        ),
        ("def f():\n    return x\nx = 1\nf()\nx = 2\nf()\n", ""),
        (
            "def f():\n    return x\nc = [1]\nif c:\n    x = 1\n    f()\nelse:\n    f()\n",
            "f x",
        ),
        // Through another function.
        (
            "def f():\n    return x\ndef g():\n    return f()\nx = 1\ng()\n",
            "",
        ),
        (
            "def f():\n    return x\ndef g():\n    return f()\ng()\nx = 1\nf()\n",
            "f x",
        ),
        (
            "def f():\n    return x\ndef g():\n    return f\ng()()\nx = 1\nf()\n",
            "f x",
        ),
        // By a function that is no global's value: what is bound where it is made.
        (
            "def f():\n    return x\nh = [lambda: f()]\nx = 1\nf()\nh[0]()\n",
            "f x",
        ),
        ("x = 1\nh = [lambda: x]\nh[0]()\n", ""),
        ("h = [lambda: x]\nx = 1\nh[0]()\n", "<lambda> x"),
        (
            "class C:\n    def m(self):\n        return x\nx = 1\nC().m()\n",
            "C.m x",
        ),
        // What something deletes may be gone.
        (
            "x = 1\ndef f():\n    return x\nf()\ndel x\n",
            "<module> x, f x",
        ),
        (
            "x = 1\nprint(x)\ndel x\nprint(x)\n",
            "<module> x, <module> x",
        ),
    ];
    compare("loads", &[], &cases);
}

#[test]
fn what_is_bound_where_a_function_is_made_is_bound_in_it() {
    let cases = [
        ("def f(a):\n    b = a\n    return lambda: a + b\nf(1)()\n", ""),
        ("def f(a):\n    g = lambda: b\n    b = a\n    return g\nf(1)()\n", "f.<locals>.<lambda> a cell"),
        ("def f(a):\n    if a:\n        b = a\n    return lambda: b\nf(1)()\n", "f.<locals>.<lambda> a cell"),
        ("def f(a):\n    def g():\n        nonlocal a\n        del a\n    g()\n    return a\nf(1)\n", "f a cell, f.<locals>.g a cell"),
        (
            "def f(a):\n    try:\n        if a:\n            b = a\n            return 1\n    finally:\n        c = lambda: b\n        print(c)\n    return c()\nf(0)\n",
            "f.<locals>.<lambda> a cell",
        ),
        // Made twice, once too early: each `finally` is there twice.
        ("def f(a):\n    try:\n        if a:\n            return 1\n        b = a\n    finally:\n        c = lambda: b\n        print(c)\n    return c()\nf(0)\n", "f.<locals>.<lambda> a cell"),
    ];
    compare("made", &[], &cases);
}

#[test]
fn variables_of_modules_are_bound_when_their_bodies_have_run() {
    let module = "def f():\n    return x\nx = 1\nif x:\n    y = 2\n";
    let cases = [
        ("import m\nm.f()\nprint(m.x)\n", ""),
        ("import m\nprint(m.y)\n", "<module> y"),
        ("from m import x\nprint(x)\n", ""),
        ("from m import f\ndef g():\n    return f()\ng()\n", ""),
        ("def g():\n    return m.x\nimport m\ng()\n", ""),
        (
            "def g():\n    return m.x\nprint(g)\ng()\nimport m\n",
            "g m, g x",
        ),
    ];
    compare("modules", &[("m.py", module)], &cases);
    // What a star binds is bound, too, if it is in the module.
    let star = checked(
        "star",
        "from m import *\nprint(x)\n",
        &[("m.py", "x = 1\n")],
    );
    assert_eq!(star, "");
    // An attribute `m` is the module only of what has a variable of this name.
    let changes = "print(m.x, setattr)\nprint(lambda c: c.m)\n";
    let found = checked(
        "value",
        &format!("import m\n{changes}"),
        &[("m.py", "x = 1\n")],
    );
    assert_eq!(found, "");
    let modules = [("n.py", "import m\n"), ("m.py", "x = 1\n")];
    let found = checked("attribute", &format!("import n, m\n{changes}"), &modules);
    assert_eq!(found, "<module> x");
    // `m` runs only a part of its body before `n` calls its function.
    let cycle = "def f():\n    return x\nimport n\nx = 1\n";
    let found = checked(
        "cycle",
        "import m\n",
        &[
            ("m.py", cycle),
            ("n.py", "import m\ndef g():\n    m.f()\ng()\n"),
        ],
    );
    assert_eq!(found, "f x, g f");
}
