//! The code of the key examples, instruction by instruction.

use pyxl_isa::disasm::listing;
use std::path::Path;

/// The listing of an example's own functions.
fn own_code(example: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the repository");
    let path = root.join("examples").join(example);
    let text = std::fs::read_to_string(path).expect("the example exists");
    let image = pyxl_compiler::compile_source(example, &text).expect("the example compiles");
    let listing = listing(&image);
    let begin = listing
        .find(".func \"<module>\"")
        .expect("the module's body");
    let own = listing[begin..].split("\n.func").take_while(|function| {
        let header = function.lines().next().unwrap_or_default();
        !header.contains(", runtime")
    });
    own.collect::<Vec<_>>().join("\n.func")
}

#[test]
fn fib_copies_nothing() {
    insta::assert_snapshot!(own_code("fib.py"));
}

#[test]
fn a_pass_of_the_loop_is_three_instructions() {
    insta::assert_snapshot!(own_code("loop.py"));
}

#[test]
fn nothing_stands_between_the_pins_and_the_counter() {
    insta::assert_snapshot!(own_code("gpio_roundtrip.py"));
}

#[test]
fn a_return_from_a_loop_stands_behind_it() {
    insta::assert_snapshot!(own_code("primes.py"));
}

#[test]
fn the_same_text_gives_the_same_image() {
    let text = "def f(a, b):\n    return a + b * c\n\n\nc = 5\nfor i in range(c):\n    print(f(i, 'x' * i), zzz)\n";
    let compile = || pyxl_compiler::compile_source("f.py", text).expect("it compiles");
    assert_eq!(compile(), compile());
}
