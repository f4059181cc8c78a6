//! What an instruction demands of its operands and its result: it traps unless all of it holds.

/// A set of demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Checks(u16);

impl Checks {
    /// Nothing: never traps.
    pub const NONE: Checks = Checks(0);
    /// Operand a is a number.
    pub const A_NUMBER: Checks = Checks(1);
    /// Operand b is a number.
    pub const B_NUMBER: Checks = Checks(1 << 1);
    /// Both are.
    pub const NUMBERS: Checks = Checks::A_NUMBER.and(Checks::B_NUMBER);
    /// Operand a is bound.
    pub const A_BOUND: Checks = Checks(1 << 2);
    /// Operand b is bound.
    pub const B_BOUND: Checks = Checks(1 << 3);
    /// Both are.
    pub const BOUND: Checks = Checks::A_BOUND.and(Checks::B_BOUND);
    /// Operand a is a number or a singleton: its payload tells its truth.
    pub const A_TRUTH: Checks = Checks(1 << 4);
    /// Operand a is a function.
    pub const A_FUNCTION: Checks = Checks(1 << 5);
    /// Operand b is 0 … 31.
    pub const SHIFT_COUNT: Checks = Checks(1 << 6);
    /// Operand b is not 0.
    pub const NONZERO: Checks = Checks(1 << 7);
    /// The result is an `INT`.
    pub const OVERFLOW: Checks = Checks(1 << 8);
    /// What cannot be: always traps.
    pub const ALWAYS: Checks = Checks(1 << 9);

    /// When each makes an instruction trap, for the reference; pairs before their parts.
    const REASONS: [(Checks, &str); 12] = [
        (Checks::NUMBERS, "a or b is no number"),
        (Checks::A_NUMBER, "a is no number"),
        (Checks::B_NUMBER, "b is no number"),
        (Checks::BOUND, "a or b is UNBOUND"),
        (Checks::A_BOUND, "a is UNBOUND"),
        (Checks::B_BOUND, "b is UNBOUND"),
        (Checks::A_TRUTH, "a is neither number nor singleton"),
        (Checks::A_FUNCTION, "a is no FUNC"),
        (Checks::SHIFT_COUNT, "b not in 0 … 31"),
        (Checks::NONZERO, "b is zero"),
        (Checks::OVERFLOW, "overflow"),
        (Checks::ALWAYS, "always"),
    ];

    /// Both sets.
    pub const fn and(self, other: Checks) -> Checks {
        Checks(self.0 | other.0)
    }

    /// True if all of `other` is demanded.
    pub const fn has(self, other: Checks) -> bool {
        self.0 & other.0 == other.0
    }

    /// When an instruction with these demands traps, in English; empty if never.
    pub fn reasons(self) -> String {
        let mut left = self;
        let mut reasons = vec![];
        for (checks, reason) in Checks::REASONS {
            if left.has(checks) {
                left = Checks(left.0 & !checks.0);
                reasons.push(reason);
            }
        }
        reasons.join("; ")
    }
}
