//! The listings in the page on the compiler are what it makes of the program there:
//! `PYXL_BLESS=1` rewrites them.

use pyxl_compiler::{compile_program, Options};
use pyxl_isa::disasm::{instruction, Names};
use pyxl_isa::Image;
use std::path::Path;
use std::{env, fs};

/// Before a block that is a listing: what it shows of which function.
const MARKER: &str = "<!-- listing: ";

/// What a marker asks for, `ir=graph steps` or `words steps`.
fn listing(program: &Path, asked: &str) -> String {
    let (what, function) = asked.split_once(' ').expect("what, and of which function");
    let emit = (what != "words").then(|| what.parse().expect("a pass"));
    let options = Options {
        emit,
        ..Options::default()
    };
    let compiled = compile_program(program, &options).unwrap_or_else(|error| panic!("{error}"));
    if what == "words" {
        return words(&compiled.image, function);
    }
    let title = format!(":{function}(");
    let mut functions = compiled.emitted.split("\n\n");
    let text = functions.find(|text| {
        text.lines()
            .next()
            .is_some_and(|line| line.contains(&title))
    });
    format!(
        "{}\n",
        text.expect("the program has the function").trim_end()
    )
}

/// The code of a function: addresses, words and instructions.
fn words(image: &Image, name: &str) -> String {
    let mut functions = image.debug.functions.iter();
    let function = functions.find(|function| function.name == name);
    let function = function.expect("the program has the function");
    let slots = function.slots.iter();
    let mut names = Names {
        slots: slots.map(|(slot, name)| (*slot, &**name)).collect(),
        ..Names::default()
    };
    for other in image.debug.functions.iter().filter(|other| !other.hidden) {
        names.targets.insert(other.entry, (&*other.name).into());
    }
    let line = |pc: u16| {
        let word = image.code[usize::from(pc)];
        match pc == function.entry {
            true => format!("{pc:04x}  {word:09x}  descriptor\n"),
            false => format!("{pc:04x}  {word:09x}  {}\n", instruction(word, pc, &names)),
        }
    };
    (function.entry..function.end).map(line).collect()
}

#[test]
fn the_listings_are_what_the_compiler_makes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src/compiler.md");
    let page = fs::read_to_string(&path).expect("the page");
    let (_, program) = page
        .split_once("```python\n")
        .expect("a program in the page");
    let (program, _) = program.split_once("```").expect("its end");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page.py");
    fs::write(&file, program).expect("the program is written");
    let mut parts = page.split(MARKER);
    let mut made = parts.next().expect("a beginning").to_string();
    for part in parts {
        let (asked, rest) = part.split_once(" -->\n```text\n").expect("a block of text");
        let (_, after) = rest.split_once("```").expect("its end");
        let listing = listing(&file, asked);
        made += &format!("{MARKER}{asked} -->\n```text\n{listing}```{after}");
    }
    if env::var_os("PYXL_BLESS").is_some() {
        fs::write(&path, &made).expect("the page is written");
        return;
    }
    let stale = made
        .lines()
        .zip(page.lines())
        .find(|(made, page)| made != page);
    let help = "PYXL_BLESS=1 cargo test -p pyxl-compiler --test page rewrites it";
    assert!(
        made == page,
        "docs/src/compiler.md is stale; {help}. {stale:#?}"
    );
}
