//! How programs end: exit codes and messages of `SystemExit` and `KeyboardInterrupt`, as in
//! CPython 3.11.

use pyxl_conformance::oracle::{on_cpython, on_model, LIMIT};

/// Arguments of `SystemExit`, `sys.exit` and `exit`.
const STATUSES: &[&str] = &[
    "",
    "None",
    "0",
    "1",
    "3",
    "-1",
    "255",
    "256",
    "-256",
    "2**31",
    "2**32",
    "2**40 + 5",
    "-2**31 - 1",
    "-2**40 - 5",
    "2**63 - 1",
    "2**63",
    "2**64 + 7",
    "-2**63",
    "-2**63 - 1",
    "10**30",
    "True",
    "False",
    "'message'",
    "''",
    "'é\\nx'",
    "()",
    "(7,)",
    "(1, 2)",
    "1.5",
    "[]",
    "b'x'",
    "SystemExit",
    "SystemExit(4)",
];

/// Instances of [`CLASSES`] as such arguments.
const INSTANCES: &[&str] = &[
    "Small(5)",
    "Large(2**40 + 6)",
    "Text('own')",
    "Index()",
    "Raises()",
    "Number()",
];

const CLASSES: &str = "\
class Small(int): pass
class Large(int): pass
class Text(str):
    def __str__(self): return 'other'
class Index:
    def __index__(self): return 5
    def __str__(self): return 'index'
class Raises:
    def __str__(self): raise ValueError('bad')
class Number:
    def __str__(self): return 5
";

/// Programs that end in other ways.
const ENDS: &[&str] = &[
    "raise SystemExit\n",
    "raise SystemExit(1, 2)\n",
    "exit()\n",
    "quit('bye')\n",
    "exit(code=3)\n",
    "leave = exit\nleave(4)\n",
    "try:\n    exit((1, 2))\nexcept SystemExit as e:\n    print(e.code, e.args)\nquit(257)\n",
    "class E(SystemExit): pass\nraise E(9)\n",
    "class E(SystemExit):\n    code = 12\nraise E(9)\n",
    "class E(SystemExit):\n    code = property(lambda self: 11)\nraise E(9)\n",
    "class E(SystemExit):\n    code = property(lambda self: 1 / 0)\nraise E('text')\n",
    "e = SystemExit(9)\ne.code = 13\nraise e\n",
    "try:\n    raise SystemExit(3)\nfinally:\n    print('f')\n",
    "try:\n    raise SystemExit(3)\nfinally:\n    raise SystemExit(4)\n",
    "try:\n    raise SystemExit(3)\nfinally:\n    1 / 0\n",
    "def f():\n    try:\n        raise SystemExit(3)\n    finally:\n        return 1\nprint(f())\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise SystemExit(2) from e\n",
    "def g():\n    try:\n        yield 1\n    finally:\n        print('g')\nfor x in g():\n    exit(5)\n",
    "import asyncio\nasync def main():\n    await asyncio.sleep(0)\n    raise SystemExit(6)\nasyncio.run(main())\n",
    "raise BaseExceptionGroup('g', [SystemExit(3)])\n",
    "raise BaseExceptionGroup('g', [KeyboardInterrupt()])\n",
    "import sys\nsys.excepthook = lambda *args: exit(8)\n1 / 0\n",
    "import sys\nsys.excepthook = lambda *args: print(args[0])\nraise KeyboardInterrupt\n",
    "def f():\n    raise KeyboardInterrupt('stop')\ntry:\n    f()\nfinally:\n    print('f')\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise KeyboardInterrupt\n",
    "class K(KeyboardInterrupt): pass\nraise K(1, 2)\n",
    "raise GeneratorExit\n",
    "class E(Exception):\n    def __str__(self): raise SystemExit(4)\nraise E\n",
    "class E(Exception):\n    def __str__(self): raise KeyboardInterrupt\nraise E\n",
    "class E(Exception):\n    def __str__(self): return 3\nraise E\n",
];

/// Compares programs with CPython; returns what differs.
fn differences(programs: impl Iterator<Item = String>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ends.py");
    let mut text = String::new();
    for program in programs {
        std::fs::write(&file, &program).unwrap();
        let found = on_model(&file, LIMIT).unwrap_or_else(|error| panic!("{program}{error}"));
        let expected = on_cpython(&file).unwrap();
        if let Some(difference) = expected.difference(&found) {
            text += &format!("{program}{difference}\n");
        }
    }
    text
}

#[test]
fn a_status_of_any_kind_is_as_in_cpython() {
    let plain = STATUSES.iter().map(|status| ("", status));
    let instances = INSTANCES.iter().map(|status| (CLASSES, status));
    let cases = plain.chain(instances).enumerate();
    let programs = cases.flat_map(|(number, (classes, status))| {
        let other = ["sys.exit", "exit"][number % 2];
        ["raise SystemExit", other].map(|call| format!("import sys\n{classes}{call}({status})\n"))
    });
    let text = differences(programs);
    assert!(text.is_empty(), "{text}");
}

#[test]
fn a_program_ends_as_in_cpython() {
    let text = differences(ENDS.iter().map(|end| end.to_string()));
    assert!(text.is_empty(), "{text}");
}
