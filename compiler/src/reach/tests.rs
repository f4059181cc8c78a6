//! What is in an image, and what is not.

use pyxl_isa::{Image, Opcode};
use std::collections::HashSet;

fn image(text: &str) -> Image {
    crate::compile_source("p.py", text).expect("it compiles")
}

/// The functions of an image, each as the name of its file, a dot and its own name.
fn functions(image: &Image) -> HashSet<String> {
    let debug = &image.debug;
    let named = debug.functions.iter().map(|function| {
        let file = &debug.files[usize::from(function.file)].name;
        let file = file.rsplit('/').next().unwrap_or(file);
        format!("{}.{}", file.trim_end_matches(".py"), function.name)
    });
    named.collect()
}

/// Checks that a function is in the image of one program and not in that of another.
fn only_in(function: &str, with: &str, without: &str) {
    assert!(
        functions(&image(with)).contains(function),
        "{function} is missing: {with}"
    );
    assert!(
        !functions(&image(without)).contains(function),
        "{function}: {without}"
    );
}

#[test]
fn what_only_a_handler_calls_is_reached() {
    let text = |value: &str| {
        let handler = format!("except NameError:\n    print({value})\n");
        format!("import math\ntry:\n    print(y)\n{handler}")
    };
    only_in(
        "math_trigonometric.sin",
        &text("math.sin(1.0)"),
        &text("1.0"),
    );
}

/// The functions of `print` are looked at long before the one that makes a float.
#[test]
fn tests_for_a_class_are_looked_at_again_once_it_has_instances() {
    let text = |value: &str| {
        let calls: String = (1..20)
            .map(|n| format!("def f{n}():\n    return f{}()\n", n - 1))
            .collect();
        format!("def f0():\n    return {value}\n{calls}print(f19())\n")
    };
    only_in("float_to_string.float_repr", &text("1.5"), &text("1"));
}

#[test]
fn constructors_are_reached_where_their_class_is_called() {
    let class = "class A:\n    def __init__(self):\n        pass\nA()\n";
    let text = |list: &str| format!("{class}x = {list}\n");
    only_in("list.__init__", &text("list((1,))"), &text("[1]"));
    let derived = format!("{class}class B(list):\n    pass\nB((1,))\n");
    only_in("list.__init__", &derived, class);
}

#[test]
fn members_of_modules_are_reached_by_their_names() {
    let text = |name: &str| format!("import math\nm = [math]\nprint(m[0].{name}(1.0))\n");
    only_in("math_trigonometric.sin", &text("sin"), &text("tan"));
    let computed =
        |name: &str| format!("import math\nx = 'in'\nprint(getattr(math, {name} + x)(1.0))\n");
    only_in("math_trigonometric.sin", &computed("'s'"), &computed("'m'"));
}

#[test]
fn a_function_that_is_a_value_has_its_code() {
    let text = |value: &str| format!("import math\nx = [{value}]\n");
    only_in("math_trigonometric.sin", &text("math.sin"), &text("1"));
}

#[test]
fn a_blinking_led_carries_no_big_division() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/blink.py");
    let blink = std::fs::read_to_string(path).expect("the example");
    let more = "x = 10 ** 20 // 3 + 0.5\nd = {x: f'{x}'}\n";
    let files = |text: &str| -> HashSet<String> {
        let functions = functions(&image(text)).into_iter();
        functions
            .filter_map(|name| Some(name.split_once('.')?.0.to_owned()))
            .collect()
    };
    let (without, with) = (files(&blink), files(&(blink.clone() + more)));
    for file in [
        "bigint_divide_by_digit",
        "bigint_divmod",
        "float_add",
        "dict",
        "format",
    ] {
        assert!(with.contains(file), "{file} is missing");
        assert!(!without.contains(file), "{file}");
    }
    let words = image(&blink).code.len();
    assert!(words < 5000, "{words} words");
}

#[test]
fn only_what_can_trap_has_a_handler() {
    let vectors = |text: &str| {
        let image = crate::compile_source("p.py", text).expect("it compiles");
        let unset = pyxl_isa::asm::unset_vector();
        let codes = (0..=255u8).filter(|code| image.code[usize::from(*code)] != unset);
        codes.filter_map(Opcode::from_code).collect::<HashSet<_>>()
    };
    use Opcode::*;
    assert_eq!(vectors("x = 1\n"), [].into());
    assert!(vectors("x = 1\nx = x + x\n").is_superset(&[Add, Bstack].into()));
    let truth = "for i in range(2):\n    if i and x:\n        x = 2\n    if i:\n        x = 'a'\n";
    let truth = vectors(truth);
    assert!(truth.is_superset(&[Mov, Lds, Jt, Jf, Bstack].into()));
    assert!(!truth.contains(&Mul));
}

/// What asks for attributes `on_…` finds no member of a builtin class: none are linked.
#[test]
fn how_a_computed_name_begins_tells_what_it_can_find() {
    let words = |name: &str| {
        let text = format!(
            "class A:\n    def run(self, x):\n        name = {name}\n        \
             return getattr(self, name, None)\nprint(A().run('b'))\n"
        );
        let image = crate::compile_source("p.py", &text).expect("it compiles");
        image.code.len()
    };
    let known = words("'on_' + x");
    for begun in ["f'on_{x}'", "'on_%s' % x", "'on_{}'.format(x)"] {
        // They differ in what makes the string.
        let more = words(begun).saturating_sub(known);
        assert!(more < 4000, "{begun}: {more} words more");
    }
    let any = words("x + '_on'");
    assert!(any > known + 4000, "{any} words, {known}");
}
