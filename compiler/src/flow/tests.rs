//! What the flow finds out of programs, and how sets of types behave.

use super::state::{OfKind, Origin, State};
use super::types::{Atom, Kinds, Types};
use crate::ir::{ClassNo, FuncId, Var};
use crate::{compile_in, compile_with, Options, Why};
use proptest::prelude::*;
use pyxl_isa::{Image, Tag};
use std::collections::HashSet;

fn functions(text: &str) -> HashSet<String> {
    let image: Image = compile_with("p.py", text, &Options::default()).expect("it compiles");
    let functions = image.debug.functions.iter();
    functions
        .map(|function| function.name.to_string())
        .collect()
}

/// Checks that only the second program has a function of the runtime.
fn needs(function: &str, without: &str, with: &str) {
    assert!(
        !functions(without).contains(function),
        "{function}: {without}"
    );
    assert!(
        functions(with).contains(function),
        "{function} is missing: {with}"
    );
}

#[test]
fn an_operator_on_integers_does_not_concatenate() {
    let text = |x: &str| format!("def f(a, b):\n    return a + b\nprint(f(1, {x}))\nprint('x')\n");
    needs("join_values", &text("2"), &text("'y'"));
}

#[test]
fn a_division_by_a_constant_does_not_trap() {
    let text = |y: &str| format!("def f(a, b):\n    return a % {y}\nprint(f(1, 2))\n");
    needs("modulo", &text("7"), &text("b"));
}

#[test]
fn what_a_function_that_becomes_a_value_gets_is_anything() {
    let text = |end: &str| format!("def f(a):\n    return a % 7\nprint(f(1), 'x')\n{end}\n");
    needs("modulo", &text("f(2)"), &text("x = [f]\nx[0]('%d')"));
}

#[test]
fn what_is_assigned_later_counts() {
    let text = |value: &str| {
        format!("x = 1\ndef f():\n    return x % 7\nprint(f())\nx = {value}\nprint(f())\n")
    };
    needs("modulo", &text("2"), &text("'%d'"));
}

#[test]
fn a_member_is_needed_where_its_name_is_looked_up_of_its_class() {
    let members = |text: &str| {
        let why = Options {
            why: Some("member".into()),
            ..Options::default()
        };
        let compiled = compile_in("p.py", text, None, &why).expect("it compiles");
        match compiled.why {
            Some(Why::Needed(chains)) => chains.join("\n"),
            other => panic!("{other:?}"),
        }
    };
    let text = |items: &str| format!("s = {items}\nfor x in s:\n    print(x)\n");
    let (list, set) = (members(&text("[1, 2]")), members(&text("{1, 2}")));
    assert!(!list.contains("member `list.__iter__`"), "{list}");
    assert!(set.contains("member `set.__iter__`"), "{set}");
}

#[test]
fn the_machine_stops_where_it_should_not_come_if_that_is_asked_for() {
    let text = "def f(a):\n    return a + 1\nprint(f(1))\n";
    let options = Options {
        check_flow: true,
        ..Options::default()
    };
    let checked = compile_with("p.py", text, &options).expect("it compiles");
    let plain = compile_with("p.py", text, &Options::default()).expect("it compiles");
    assert!(checked.code.len() > plain.code.len());
}

#[test]
fn a_test_of_a_tag_tells_of_all_copies_of_a_word() {
    let (x, copy, tag) = (Var(0), Var(1), Var(2));
    let mut state = State::default();
    state.set(x, Types::any(), Origin::Nothing);
    state.copy(copy, x);
    state.set(
        tag,
        Types::tag(Tag::Int),
        Origin::OfKind(state.root(copy), OfKind::tag()),
    );
    let Origin::OfKind(of, numbers) = state.origin(tag) else {
        panic!("{:?}", state.origin(tag));
    };
    let strings = numbers.kinds(|n| n == Tag::Str as i32);
    state.refine(of, |types| types.only(strings));
    assert_eq!(state.types(x), Types::tag(Tag::Str));
    assert_eq!(state.types(copy), Types::tag(Tag::Str));
}

#[test]
fn a_new_word_in_a_slot_leaves_its_copies_alone() {
    let (x, copy, other) = (Var(0), Var(1), Var(2));
    let mut state = State::default();
    state.set(x, Types::any(), Origin::Nothing);
    state.copy(copy, x);
    state.copy(other, x);
    state.set(x, Types::tag(Tag::Int), Origin::Nothing);
    state.refine(copy, |types| types.only(Kinds::tag(Tag::Str)));
    assert_eq!(state.types(x), Types::tag(Tag::Int));
    assert_eq!(state.types(other), Types::tag(Tag::Str));
}

fn types() -> impl Strategy<Value = Types> {
    let kind = (0..16u8).prop_map(|tag| Types::tag(Tag::from_bits(tag)));
    let class = (0..4u32).prop_map(|class| Types::atom(Atom::Class(ClassNo(class))));
    let func = (0..4u32).prop_map(|func| Types::atom(Atom::Func(FuncId(func))));
    let parts = proptest::collection::vec(prop_oneof![kind, class, func], 0..6);
    parts.prop_map(|parts| {
        parts.iter().fold(Types::nothing(), |mut all, part| {
            all.join(part);
            all
        })
    })
}

proptest! {
    #[test]
    fn a_join_has_both_and_changes_once(a in types(), b in types()) {
        let mut both = a.clone();
        both.join(&b);
        let mut other = b.clone();
        other.join(&a);
        prop_assert_eq!(&both.kinds, &other.kinds);
        prop_assert!(a.kinds.within(both.kinds) && b.kinds.within(both.kinds));
        prop_assert!(!both.join(&a) && !both.join(&b));
    }

    #[test]
    fn a_class_is_in_one_of_two_ways(a in types(), class in 0..4u32) {
        let class = ClassNo(class);
        let mut both = a.of_class(class, true);
        both.join(&a.of_class(class, false));
        prop_assert_eq!(both.kinds, a.kinds);
    }
}
