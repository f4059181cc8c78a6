//! The traceback's text is CPython's, byte for byte: the frames come from CPython
//! itself, so that only the rendering is compared.

use pyxl_isa::image::{Debug, Function, Position, SourceFile};
use pyxl_isa::Image;
use pyxl_model::traceback;
use std::path::Path;
use std::process::{Command, Output};

const PROGRAMS: &[&str] = &[
    "1 / 0\n",
    "def f(x):\n    return x  +  None\n\nf(1)\n",
    "def f(x):\n    return (x\n        // 0)\n\nprint(f(1))\n",
    "def f(x):\n    return x // 0 + 1 # comment\n\ny = f(1)\n",
    "d = {}\ndef g():\n\treturn  d['é'] + 1\ng( )\n",
    "s = 'ä' + 'ö' + (1)\n",
    "class C:\n    def m(self):\n        return self.nothing\n\nC().m()\n",
    "def f(n):\n    if n == 0:\n        raise ValueError('end')\n    f(n - 1)\n\nf(3)\n",
    "def f(n):\n    if n == 0:\n        raise ValueError('end')\n    f(n - 1)\n\nf(4)\n",
    "def f(n):\n    if n == 0:\n        raise ValueError('end')\n    f(n - 1)\n\nf(900)\n",
    "def f(n):\n    return g(n)\ndef g(n):\n    return f(n - 1) if n else missing\nf(9)\n",
    "def f(a):\n    return max(a,\n               1 <\n               'x')   \n\nf(2)\n",
    "ü = [1,2]\nü[0] = ü[ 5 ]\n",
    "assert 1 == 2, 'no'\n",
    "x = [i for i in\n     (1, 2, None) if\n     i + 1]  \n",
    "x = 'éé' * (\n    None)  \n",
    "x = lambda: -None\nx()\n",
    "import sys\nsys.setrecursionlimit(1500)\ndef f(n):\n    g(n)\ndef g(n):\n    if n == 0: 1/0\n    f(n - 1)\nf(600)\n",
    "f = print\nf(  f(1)\x0c,  1 ** 'x')\n",
    "def f(a, b): pass\nf(1)\n",
];

fn python(arguments: &[&Path]) -> Output {
    Command::new("python3")
        .args(arguments)
        .env("PYTHONUTF8", "1")
        .output()
        .expect("python3 (3.11) is on PATH")
}

/// An image with the frames that `frames.py` found, one function and one position per
/// frame, and the error stream of a program that fails in them.
fn stack(name: &str, text: &str, frames: &str) -> (Image, Vec<u8>) {
    let mut debug = Debug {
        files: vec![SourceFile::new(name, text)],
        ..Debug::default()
    };
    let mut stream = b"Traceback (most recent call last):\n".to_vec();
    for (i, frame) in frames.lines().enumerate() {
        let fields: Vec<&str> = frame.split('\t').collect();
        let number = |n: usize| fields[n].parse::<i64>().expect("a number");
        let entry = 0x200 + 4 * i as u16;
        debug.functions.push(Function {
            name: fields[0].into(),
            entry,
            end: entry + 4,
            hidden: false,
            file: 0,
            slots: vec![],
        });
        debug.positions.push(Position {
            pc: entry + 1,
            file: 0,
            line: number(1) as u32,
            end_line: number(2) as u32,
            column: number(3) as u32,
            end_column: number(4) as u32,
            anchor: (number(5) >= 0).then(|| (number(5) as u32, number(6) as u32)),
            inlined: None,
        });
        stream.extend(format!("\x01{}\n", entry + 1).into_bytes());
    }
    let image = Image {
        debug,
        ..Image::default()
    };
    (image, stream)
}

#[test]
fn tracebacks_are_cpythons() {
    let directory = tempfile::tempdir().unwrap();
    let helper = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frames.py");
    let mut wrong = String::new();
    for (i, program) in PROGRAMS.iter().enumerate() {
        let file = directory.path().join(format!("program{i}.py"));
        std::fs::write(&file, program).unwrap();
        let expected = String::from_utf8(python(&[&file]).stderr).unwrap();
        let found = python(&[&helper, &file]);
        assert!(found.status.success(), "{found:?}");
        let frames = String::from_utf8(found.stdout).unwrap();
        let frames: String = frames
            .lines()
            .filter(|l| l.contains('\t'))
            .map(|l| format!("{l}\n"))
            .collect();
        let (image, stream) = stack(file.to_str().unwrap(), program, &frames);
        let text = traceback::read(&image, &stream).text;
        let rest = expected.strip_prefix(&text);
        let message = rest.filter(|rest| rest.lines().count() == 1 && !rest.starts_with(' '));
        if message.is_none() {
            wrong += &format!("program {i}: expected\n{expected}\nrendered\n{text}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn frames_of_a_group_keep_its_margin() {
    let (image, _) = stack("p.py", "1 / 0\n", "<module>\t1\t1\t0\t5\t2\t3\n");
    let errors = traceback::read(&image, b"  + Traceback\n  | \x01513\n  | E\n\x027\n");
    let expected = "  + Traceback\n  |   File \"p.py\", line 1, in <module>\n  |     1 / 0\n  |     ~~^~~\n  | E\n";
    assert_eq!(errors.text, expected);
    assert_eq!(errors.status, Some(7));
}
