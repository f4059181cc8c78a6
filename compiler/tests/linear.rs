//! Compilation takes linear time: twice as much of a program takes twice as many steps more,
//! where a quadratic step would take four times as many.

use pyxl_compiler::{compile_counted, CompileError};
use std::fmt::Write;

/// Programs of one shape, by their length.
type Shape = fn(usize) -> String;

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

/// A name, a length of which four times fit the machine, and the programs.
const SHAPES: &[(&str, usize, Shape)] = &[
    ("functions", 500, |n| {
        lines(n, |i| format!("def f{i}(a): return a + {i}\n"))
    }),
    ("functions that call the next", 500, |n| {
        lines(n, |i| format!("def f{i}(a): return f{}(a)\n", i + 1)) + &format!("f{n} = f0\n")
    }),
    ("calls of functions", 500, |n| {
        lines(n, |i| {
            format!("def f{i}(a): return a + {i}\nprint(f{i}(1))\n")
        })
    }),
    ("globals and their readers", 500, |n| {
        lines(n, |i| {
            format!("x{i} = {i}\ndef f{i}(): return x{i}\nf{i}()\n")
        })
    }),
    ("closures", 500, |n| {
        "def f(a):\n".to_string() + &lines(n, |i| format!("  def g{i}(): return a\n"))
    }),
    ("classes", 150, |n| {
        lines(n, |i| {
            format!("class C{i}:\n  def m{i}(self): return {i}\n")
        })
    }),
    ("methods", 500, |n| {
        "class C:\n".to_string() + &lines(n, |i| format!("  def m{i}(self): return {i}\n"))
    }),
    ("attributes", 1000, |n| {
        "class C: pass\nc = C()\n".to_string() + &lines(n, |i| format!("c.a{i} = {i}\n"))
    }),
    ("statements", 5000, |n| {
        "x = 0\n".to_string() + &lines(n, |i| format!("x = x + {i}\n"))
    }),
    ("statements of a function", 5000, |n| {
        "def f(x):\n".to_string() + &lines(n, |i| format!("  x = x + {i}\n")) + "f(1)\n"
    }),
    ("globals", 2500, |n| lines(n, |i| format!("x{i} = {i}\n"))),
    ("calls of print", 2500, |n| {
        lines(n, |i| format!("print({i})\n"))
    }),
    ("strings", 1000, |n| {
        lines(n, |i| format!("print('string{i}')\n"))
    }),
    ("if", 2000, |n| {
        "x = 1\n".to_string() + &lines(n, |i| format!("if x == {i}: x += 1\n"))
    }),
    ("elif", 750, |n| {
        "x = 1\nif x == 0: pass\n".to_string() + &lines(n, |i| format!("elif x == {i}: print(x)\n"))
    }),
    ("return from within", 1000, |n| {
        "def f(x):\n".to_string() + &lines(n, |i| format!("  if x == {i}: return x\n")) + "f(1)\n"
    }),
    ("loops", 1000, |n| {
        "x = 1\n".to_string() + &lines(n, |i| format!("for i{i} in range(3): x += 1\n"))
    }),
    ("try", 250, |n| {
        "try: print(1)\nexcept ValueError: pass\n".repeat(n)
    }),
    ("match", 750, |n| {
        "x = 1\nmatch x:\n".to_string() + &lines(n, |i| format!("  case {i}: print({i})\n"))
    }),
    ("a list", 5000, |n| {
        format!("x = [{}]\n", list(n, |i| i.to_string()))
    }),
    ("a list of variables", 5000, |n| {
        format!("y = 1\nx = [{}]\n", list(n, |_| "y".into()))
    }),
    ("a tuple", 5000, |n| {
        format!("x = ({})\n", list(n, |i| i.to_string()))
    }),
    ("a set", 2500, |n| {
        format!("x = {{{}}}\n", list(n, |i| i.to_string()))
    }),
    ("a dictionary", 1500, |n| {
        format!("x = {{{}}}\n", list(n, |i| format!("{i}: 's{i}'")))
    }),
    ("an f-string", 500, |n| {
        format!("x = 1\nprint(f'{}')\n", "{x}a".repeat(n))
    }),
    ("a sum", 200, |n| {
        format!("x = 1\nprint(1{})\n", "+x".repeat(n))
    }),
    ("locals", 1000, |n| {
        "def f(a):\n".to_string() + &lines(n, |i| format!("  x{i} = a\n")) + "f(1)\n"
    }),
    ("yields", 1000, |n| {
        format!("def g():\n{}", "  yield 1\n".repeat(n))
    }),
];

#[test]
fn twice_the_program_is_twice_the_work() {
    let (mut table, mut wrong) = (String::new(), vec![]);
    let work = |text: &str| match compile_counted("p.py", text) {
        Ok(compiled) => compiled.work,
        Err(error) => panic!("{error}"),
    };
    for (name, length, shape) in SHAPES {
        let at = [1, 2, 4].map(|times| work(&shape(times * length)));
        // What any program costs is no part of the differences. Sets have a logarithm of levels.
        let ratio = (at[2] - at[1]) as f64 / (at[1] - at[0]) as f64;
        writeln!(table, "{:10} {ratio:6.2} {name}", at[2]).expect("it is a string");
        if ratio > 3.0 {
            wrong.push(*name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}\n{table}");
}

/// A function's object has its code, until something stores more into it.
#[test]
fn functions_take_few_words() {
    let heap = |count, more: &str| {
        let text = lines(count, |i| format!("def f{i}(a): return a + {i}\n")) + more;
        let compiled = compile_counted("p.py", &text);
        compiled.expect("it compiles").image.heap.len()
    };
    for (more, words) in [
        ("", 14),
        ("def g(a=[]): return a\n", 14),
        ("f0.x = 1\n", 15),
        ("f0.__kwdefaults__ = {}\n", 17),
    ] {
        let each = (heap(3500, more) - heap(3000, more)) / 500;
        assert_eq!(each, words, "{more}");
    }
}

/// What functions deep inside others are called is no longer than they are deep.
#[test]
fn scopes_may_be_nested() {
    let heap = |depth| -> Result<usize, CompileError> {
        let text = format!("x = {}1\n", "lambda: ".repeat(depth));
        Ok(compile_counted("p.py", &text)?.image.heap.len())
    };
    let [once, twice] = [150, 300].map(|depth| heap(depth).expect("it compiles"));
    assert!(twice < 2 * once, "{once} words, {twice} words");
    assert!(twice < 12_000, "{twice} words");
}
