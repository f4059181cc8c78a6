//! CPython's suggestions for misspelt names.

use super::builtins::{builtin_names, module_names};

const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
/// CPython gives up for longer names.
const MAX_LENGTH: usize = 40;

/// What to write instead of a name that the program binds nowhere, where these local
/// variables exist and these globals are bound.
pub fn similar<'a>(
    name: &str,
    locals: &[&'a str],
    globals: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let everywhere = module_names().map(|name| -> &'a str { name });
    closest(name, locals.iter().copied())
        .or_else(|| closest(name, everywhere.chain(globals)))
        .or_else(|| closest(name, builtin_names()))
}

/// The nearest of some names, the first of those that are equally near.
pub fn closest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut best = None;
    let mut best_distance = usize::MAX;
    for candidate in candidates.filter(|candidate| *candidate != name) {
        // At most a third of the characters may differ.
        let limit = (name.len() + candidate.len() + 3) * MOVE_COST / 6;
        let limit = limit.min(best_distance - 1);
        let distance = distance(name.as_bytes(), candidate.as_bytes());
        if distance <= limit && distance < best_distance {
            (best, best_distance) = (Some(candidate), distance);
        }
    }
    best
}

/// Levenshtein's distance, in which a change of case counts half.
fn distance(a: &[u8], b: &[u8]) -> usize {
    if a.len().max(b.len()) > MAX_LENGTH {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).map(|n| n * MOVE_COST).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE_COST;
        for (j, y) in b.iter().enumerate() {
            let substitution = diagonal + cost(*x, *y);
            diagonal = row[j + 1];
            row[j + 1] = substitution.min(row[j].min(diagonal) + MOVE_COST);
        }
    }
    row[b.len()]
}

fn cost(x: u8, y: u8) -> usize {
    match (x == y, x.eq_ignore_ascii_case(&y)) {
        (true, _) => 0,
        (false, true) => CASE_COST,
        (false, false) => MOVE_COST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        let names = ["print", "range", "length"];
        assert_eq!(closest("prnt", names.into_iter()), Some("print"));
        assert_eq!(closest("Range", names.into_iter()), Some("range"));
        assert_eq!(closest("x", ["y"].into_iter()), None);
        assert_eq!(closest("completely", names.into_iter()), None);
    }
}
