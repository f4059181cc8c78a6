//! Random numbers for test vectors.

/// A small deterministic generator (SplitMix64): the same seed gives the same vectors everywhere.
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// The sequence that belongs to `seed`.
    pub fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    /// 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`; zero if `limit` is.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next_u64().checked_rem(limit).unwrap_or(0)
    }

    /// A value of `width` bits (at most 64), with the corners (zero, one, all ones, the sign bit
    /// alone, the largest positive) far more often than by chance.
    pub fn bits(&mut self, width: u32) -> u64 {
        let mask = u64::MAX
            .checked_shr(64u32.saturating_sub(width))
            .unwrap_or(0);
        let top = mask ^ (mask >> 1);
        mask & match self.below(16) {
            0 => 0,
            1 => 1,
            2 => mask,
            3 => top,
            4 => mask >> 1,
            5 => self.below(16),
            _ => self.next_u64(),
        }
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// A fair coin.
    pub fn flag(&mut self) -> bool {
        self.one_in(2)
    }

    /// One of `items`, which must not be empty.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_in_their_width() {
        let mut rng = Rng::new(1);
        for width in [1, 5, 32, 63, 64] {
            let all = (0..200).fold(0, |all, _| all | rng.bits(width));
            assert_eq!(all, u64::MAX >> (64 - width));
        }
        assert_eq!(rng.below(0), 0);
        assert!((0..100).all(|_| rng.below(3) < 3));
    }
}
