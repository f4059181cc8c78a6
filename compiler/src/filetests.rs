//! The files in `compiler/filetests`: a function of IR, what is done with it, and what then
//! has to come out. `compiler/filetests/README.md` describes them.

use crate::codegen::emit::emit;
use crate::codegen::interference::Interference;
use crate::codegen::slots::Slots;
use crate::codegen::statics::Statics;
use crate::ir::text::{print, Nameless};
use crate::ir::verify::verify;
use crate::ir::{parse, Function, Global, Note, Op, ValueKind, Var};
use crate::passes::bound::Entry;
use crate::passes::{Context, PASSES};
use pyxl_isa::disasm::{instruction, target, Names};
use pyxl_isa::Insn;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};

/// Stands between the function and what is expected.
const SEPARATOR: &str = "---\n";

/// What is printed if the slots cannot be allocated.
const NO_FRAME: &str = "no frame is large enough\n";

/// What a file asks for.
#[derive(Default)]
struct Directives {
    /// The passes to run.
    run: Vec<String>,
    /// What to print at the end.
    print: String,
    /// The kinds of values that exist.
    exists: Vec<ValueKind>,
    /// What is bound when the function begins.
    entry: Entry,
    /// Static slots before those of the function.
    statics: u32,
}

impl Directives {
    /// The directives before the function, and their number of lines.
    fn of(text: &str) -> Result<(Directives, usize), String> {
        let mut directives = Directives::default();
        for (number, line) in text.lines().enumerate() {
            let items = |list: &str| -> Vec<String> {
                list.split(';').map(|item| item.trim().into()).collect()
            };
            match line.split_once(':') {
                _ if line.starts_with('#') || line.is_empty() => {}
                Some((func, _)) if func.starts_with("func ") => return Ok((directives, number)),
                Some(("run", passes)) => directives.run = items(passes),
                Some(("print", what)) => directives.print = what.trim().into(),
                Some(("exists", kinds)) => {
                    let kinds = items(kinds).into_iter().map(|text| kind(&text));
                    directives.exists = kinds.collect::<Result<_, _>>()?;
                }
                Some(("bound", list)) => {
                    for item in items(list) {
                        directives.is_bound(&item)?;
                    }
                }
                Some(("statics", before)) => {
                    let before = before.trim().parse();
                    directives.statics = before.map_err(|_| "statics: a number")?;
                }
                _ => {
                    return Err(format!(
                        "`{line}`: one of run, print, exists, bound, statics, func"
                    ))
                }
            }
        }
        Err("there is no function".into())
    }

    /// What comes out.
    fn outcome(&self, text: &str) -> Result<String, String> {
        let (title, mut function) = parse(text)?;
        verified("before the passes", &function)?;
        let statics = self.statics(&function);
        let context = Context {
            entry: &self.entry,
            exists: &|kind: &ValueKind| self.exists.contains(kind),
            statics: &statics,
        };
        for name in &self.run {
            let pass = PASSES.iter().find(|pass| pass.name == name);
            let pass = pass.ok_or_else(|| format!("there is no pass `{name}`"))?;
            (pass.run)(&mut function, &context);
            verified(&format!("after `{name}`"), &function)?;
        }
        Ok(match &*self.print {
            "ir" => print(&title, &function, &Nameless),
            "slots" => slots(&function),
            "code" => code(&function, &statics),
            other => return Err(format!("print: `{other}`; one of ir, slots, code")),
        })
    }

    /// What is bound when the function begins: `g1` or `closure 0`; what is so after the body
    /// of a module: `ran "m" g1`; what something deletes: `deletable g1`.
    fn is_bound(&mut self, item: &str) -> Result<(), String> {
        let wrong = || format!("bound: `{item}`");
        let (what, place) = item.rsplit_once(' ').unwrap_or(("", item));
        let global = place.strip_prefix('g').unwrap_or(place);
        let number: u32 = global.parse().map_err(|_| wrong())?;
        let program = Rc::get_mut(&mut self.entry.program).ok_or_else(wrong)?;
        let known = self.entry.globals.get_or_insert_default();
        let globals = match what.split_once(' ') {
            Some(("ran", name)) => {
                let name = Rc::from(name.trim_matches('"'));
                program.ends.entry(name).or_default()
            }
            _ => match what {
                "" => known,
                "deletable" => &mut program.deletable,
                "closure" => {
                    self.entry.closure.push(number);
                    return Ok(());
                }
                _ => return Err(wrong()),
            },
        };
        globals.insert(Global(number));
        Ok(())
    }

    /// The static slots of the function, after others that are used more.
    fn statics(&self, function: &Function) -> Statics {
        let others = (0..self.statics).map(|n| Global(u32::MAX - n));
        let uses = uses(others);
        let functions = [(&uses, 1000), (function, 1)];
        Statics::of(functions.into_iter(), [].into_iter()).expect("there are not that many")
    }
}

/// A function that uses globals.
fn uses(globals: impl Iterator<Item = Global>) -> Function {
    let lines = globals.map(|global| format!("    putc g{}\n", global.0));
    let text = format!(
        "func uses():\nb0:\n{}    ret None\n",
        lines.collect::<String>()
    );
    parse(&text).expect("it is right").1
}

/// A kind of values.
fn kind(text: &str) -> Result<ValueKind, String> {
    let text = format!("func f():\nb0:\n    may_exist {text}\n    ret None\n");
    let (_, function) = parse(&text)?;
    match &function.blocks[0].insts[0].op {
        Op::Note(Note::MayExist(kind)) => Ok(kind.clone()),
        other => Err(format!("{other:?} is no kind of values")),
    }
}

fn verified(when: &str, function: &Function) -> Result<(), String> {
    let faults = verify(function);
    match faults.is_empty() {
        true => Ok(()),
        false => Err(format!("{when}:\n{}", faults.join("\n"))),
    }
}

/// The slots of a function's frame, and what must not share them.
fn slots(function: &Function) -> String {
    let interference = Interference::of(function);
    let Some(slots) = Slots::allocate_with(function, &interference) else {
        return NO_FRAME.into();
    };
    let mut text = format!("{} words\n", slots.words);
    for var in &interference.order {
        let others = interference.conflicts[var.0 as usize].iter();
        let others: Vec<String> = others.map(|Var(n)| format!(" v{n}")).collect();
        let (slot, others) = (slots.of(*var), others.concat());
        text += &format!("v{}: slot {slot}, beside{others}\n", var.0);
    }
    text
}

/// The instructions of a function, at address 0.
fn code(function: &Function, statics: &Statics) -> String {
    let Some(slots) = Slots::allocate(function) else {
        return NO_FRAME.into();
    };
    let code = emit(function, &slots, statics);
    let mut names = Names::default();
    for (block, start) in code.starts.iter().enumerate() {
        names
            .targets
            .insert(*start as u16, format!("b{block}").into());
    }
    let mut text = String::new();
    for (pc, word) in (0..).zip(code.words(0, |id| 0x8000 + 2 * id.0 as u16)) {
        let insn = Insn::decode(word).expect("it was encoded");
        if let Some(entry) = target(insn, pc).filter(|to| *to >= 0x8000) {
            names
                .targets
                .insert(entry, format!("f{}", (entry - 0x8000) / 2).into());
        }
        text += &format!("{pc:>4}: {}\n", instruction(word, pc, &names));
    }
    for handled in code.handled(function) {
        let lines = handled.lines;
        text += &format!(
            "{} to {}: handler b{}\n",
            lines.start, lines.end, handled.handler.0
        );
    }
    text
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("filetests");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = paths.collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ir"));
    files.sort();
    files
}

#[test]
fn files_have_the_outcome_that_they_expect() {
    let mut wrong = vec![];
    for path in files() {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let (input, expected) = text.split_once(SEPARATOR).unwrap_or((&text, ""));
        let outcome = Directives::of(input).and_then(|(directives, lines)| {
            let function: Vec<&str> = input.lines().skip(lines).collect();
            directives.outcome(&function.join("\n"))
        });
        let outcome = outcome.unwrap_or_else(|error| format!("{error}\n"));
        if outcome != expected {
            if env::var_os("PYXL_BLESS").is_some() {
                fs::write(&path, format!("{input}{SEPARATOR}{outcome}")).expect("it is written");
            } else {
                let name = path.display();
                wrong.push(format!("{name}: expected\n{expected}but it is\n{outcome}"));
            }
        }
    }
    let help = "PYXL_BLESS=1 cargo test -p pyxl-compiler filetests rewrites them";
    assert!(wrong.is_empty(), "{}\n{help}", wrong.join("\n"));
}

/// What is printed is read as the same function, also of everything that no file has.
#[test]
fn the_text_of_a_function_is_read_as_that_function() {
    let values = [
        "None",
        "Ellipsis",
        "NotImplemented",
        "True",
        "-7",
        "5000000000",
        "0.1",
        "1e300",
        "float 7ff8000000000000",
        "complex (0.0, -1.5)",
        r#""a\"\u{301}\n\\ #""#,
        r#"b"\x00\xff\\\"a""#,
        "()",
        "(1, (None, \"x\"))",
        "f3",
        "c4",
        "hidden c4",
        "module \"math\"",
        "unbound free \"x\"",
        "END",
        "link HEAP_END",
        "link HEAP_END -3",
        "exists prefix \"on_\"",
        "exists c3",
        "exists bigint",
        "functions",
        "callee",
        "g7",
    ];
    let notes = [
        "may_exist attribute \"x\"",
        "cell v0:x, unbound",
        "cell v0:x, bound",
        "cell v0:x, closure 3",
        "cell v0:x, deletable",
        "made f3 ()",
        "made f3 (v0:x, v1:a.b)",
        "ran \"a.b\"",
        "v1:a.b = check v0:x",
        "v1:a.b = ld [v0:x, 0] @HEADER",
        "st v1:a.b, [v0:x, 3] @TUPLE_ITEMS",
    ];
    let values = values.map(|value| format!("    v1:a.b = {value}\n"));
    let notes = notes.map(|note| format!("    {note}\n"));
    let text = format!(
        "func f0:<lambda>(v0:x):\nb0:\n{}{}    unbound v1:a.b ? b0 : b1\nb1:\n    ret v1:a.b\n",
        values.concat(),
        notes.concat()
    );
    let (title, function) = parse(&text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(print(&title, &function, &Nameless), text);
}

#[test]
fn what_is_wrong_in_a_text_is_told_with_its_line() {
    for (line, message) in [
        (
            "v0 = ad 1",
            "line 3: `ad` is neither an operation nor a value",
        ),
        (
            "jump v1",
            "line 3: `v1` is no block; blocks are b0, b1 and so on",
        ),
        ("ret v0 v0", "line 3: Word(\"v0\") is too much"),
        ("ret \"x", "line 3: a string without an end"),
        (
            "v0 = ld [v1, 2] @LIST_LENTH",
            "line 3: no object has a word `LIST_LENTH`",
        ),
        (
            "cell v0, full",
            "line 3: `full` instead of unbound, bound, closure or deletable",
        ),
        (
            "v99999999 = 1",
            "line 3: slot 99999999; the largest is v65535",
        ),
        ("v0 = 1", "the last block has no exit"),
    ] {
        let error = parse(&format!("func f(v0):\nb0:\n    {line}\n")).expect_err(line);
        assert!(error.starts_with(message), "{line}: {error}");
    }
}
