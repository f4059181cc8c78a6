//! The functions, classes and variables that programs find: each program has those that it
//! names, and what these name.

use std::collections::HashSet;

/// All of them; two empty lines separate them.
const PRELUDE: &str = include_str!("prelude.py");

/// The part of the prelude that a text needs, in order.
pub fn needed_by(text: &str) -> String {
    let definitions: Vec<(HashSet<&str>, &str)> =
        PRELUDE.split("\n\n\n").map(|d| (bound(d), d)).collect();
    let mut needed = vec![false; definitions.len()];
    let mut known = words(text);
    loop {
        let wanted = |i: &usize| !needed[*i] && !definitions[*i].0.is_disjoint(&known);
        let Some(next) = (0..definitions.len()).find(wanted) else {
            break;
        };
        needed[next] = true;
        known.extend(words(definitions[next].1));
    }
    let needed = definitions.iter().zip(needed).filter(|(_, needed)| *needed);
    needed.fold(String::new(), |text, ((_, definition), _)| {
        text + definition.trim_end() + "\n\n\n"
    })
}

/// The names that a definition binds.
fn bound(definition: &str) -> HashSet<&str> {
    let line = definition.lines().next().unwrap_or_default();
    match line.split_once(" import ") {
        Some((_, names)) => words(names),
        None => words(line.split(['(', ':', '=']).next().unwrap_or_default())
            .into_iter()
            .filter(|word| !matches!(*word, "class" | "def" | "async"))
            .collect(),
    }
}

/// The identifiers of a text, in whatever place they stand.
fn words(text: &str) -> HashSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_what_it_names() {
        let needed = needed_by("drive(up(3))");
        assert!(needed.contains("def drive(") && needed.contains("def up("));
        assert!(needed.contains("class Oops("), "drive raises it");
        assert!(!needed.contains("class Point"));
    }
}
