//! The tagged arithmetic of one instruction: operands in, result out, `None` if it traps.

use pyxl_isa::{Tag, Word};

/// Both payloads as signed integers, if both words are numbers.
fn numbers(a: Word, b: Word) -> Option<(i64, i64)> {
    let both = a.is_number() && b.is_number();
    both.then(|| (i64::from(a.signed()), i64::from(b.signed())))
}

/// An `INT`, if `value` fits.
fn int(value: i64) -> Option<Word> {
    i32::try_from(value).ok().map(Word::int)
}

pub fn add(a: Word, b: Word) -> Option<Word> {
    numbers(a, b).and_then(|(a, b)| int(a + b))
}

pub fn sub(a: Word, b: Word) -> Option<Word> {
    numbers(a, b).and_then(|(a, b)| int(a - b))
}

pub fn mul(a: Word, b: Word) -> Option<Word> {
    numbers(a, b).and_then(|(a, b)| int(a * b))
}

/// Floor division, as Python's `//`.
pub fn div(a: Word, b: Word) -> Option<Word> {
    let (a, b) = numbers(a, b).filter(|(_, b)| *b != 0)?;
    let truncated = a / b;
    let inexact = a % b != 0;
    int(truncated - i64::from(inexact && (a < 0) != (b < 0)))
}

/// The remainder of [`div`]; it has the divisor's sign.
pub fn modulo(a: Word, b: Word) -> Option<Word> {
    let (a, b) = numbers(a, b).filter(|(_, b)| *b != 0)?;
    let rest = a % b;
    int(if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    })
}

/// Bitwise `op`: two `BOOL`s give a `BOOL`, all else an `INT`.
pub fn logic(a: Word, b: Word, op: impl Fn(u32, u32) -> u32) -> Option<Word> {
    numbers(a, b)?;
    let tag = match (a.tag, b.tag) {
        (Tag::Bool, Tag::Bool) => Tag::Bool,
        _ => Tag::Int,
    };
    Some(Word::new(tag, op(a.payload, b.payload)))
}

pub fn shl(a: Word, b: Word) -> Option<Word> {
    let (a, b) = numbers(a, b).filter(|(_, b)| (0..32).contains(b))?;
    int(a << b)
}

pub fn shr(a: Word, b: Word) -> Option<Word> {
    let (a, b) = numbers(a, b).filter(|(_, b)| (0..32).contains(b))?;
    int(a >> b)
}

/// Comparison of two numbers by their signed payloads.
pub fn compare(a: Word, b: Word, op: impl Fn(&i64, &i64) -> bool) -> Option<bool> {
    numbers(a, b).map(|(a, b)| op(&a, &b))
}

/// Identity: all 36 bits equal.
pub fn is(a: Word, b: Word) -> Option<bool> {
    let bound = a.tag != Tag::Unbound && b.tag != Tag::Unbound;
    bound.then_some(a == b)
}

/// Truth of a number or a singleton.
pub fn truth(a: Word) -> Option<bool> {
    matches!(a.tag, Tag::Int | Tag::Bool | Tag::None).then_some(a.payload != 0)
}

/// The word itself, unless it is `UNBOUND`.
pub fn bound(a: Word) -> Option<Word> {
    (a.tag != Tag::Unbound).then_some(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIN: Word = Word::int(i32::MIN);
    const MAX: Word = Word::int(i32::MAX);

    #[test]
    fn overflow_traps() {
        assert_eq!(add(MAX, Word::int(1)), None);
        assert_eq!(add(MAX, Word::int(0)), Some(MAX));
        assert_eq!(sub(MIN, Word::TRUE), None);
        assert_eq!(sub(Word::int(0), MIN), None);
        assert_eq!(mul(Word::int(1 << 16), Word::int(1 << 15)), None);
        assert_eq!(mul(Word::int(-(1 << 16)), Word::int(1 << 15)), Some(MIN));
        assert_eq!(div(MIN, Word::int(-1)), None);
        assert_eq!(modulo(MIN, Word::int(-1)), Some(Word::int(0)));
        assert_eq!(shl(Word::int(1), Word::int(31)), None);
        assert_eq!(shl(Word::int(-1), Word::int(31)), Some(MIN));
    }

    #[test]
    fn division_floors() {
        for (a, b, q, r) in [
            (7, 2, 3, 1),
            (-7, 2, -4, 1),
            (7, -2, -4, -1),
            (-7, -2, 3, -1),
        ] {
            assert_eq!(div(Word::int(a), Word::int(b)), Some(Word::int(q)));
            assert_eq!(modulo(Word::int(a), Word::int(b)), Some(Word::int(r)));
        }
        assert_eq!(div(MAX, Word::FALSE), None);
    }

    #[test]
    fn tags_decide() {
        assert_eq!(
            logic(Word::TRUE, Word::FALSE, |a, b| a ^ b),
            Some(Word::TRUE)
        );
        assert_eq!(
            logic(Word::TRUE, Word::int(1), |a, b| a & b),
            Some(Word::int(1))
        );
        assert_eq!(logic(Word::NONE, Word::int(1), |a, b| a & b), None);
        assert_eq!(shr(Word::int(1), Word::int(32)), None);
        assert_eq!(shr(Word::int(-5), Word::int(1)), Some(Word::int(-3)));
        assert_eq!(is(Word::int(1), Word::TRUE), Some(false));
        assert_eq!(is(Word::new(Tag::Unbound, 0), Word::NONE), None);
        assert_eq!(truth(Word::new(Tag::None, 1)), Some(true));
        assert_eq!(truth(Word::str(4)), None);
        assert_eq!(compare(MIN, Word::FALSE, i64::lt), Some(true));
    }
}
