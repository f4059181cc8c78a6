"""The hash SHA-512, for what seeds random numbers."""

from math import isqrt

_MASK = (1 << 64) - 1


def _primes(count):
    """The first primes."""
    found = []
    n = 2
    while len(found) < count:
        if all(n % prime for prime in found):
            found.append(n)
        n += 1
    return found


def _cube_root(n, above):
    """The cube root of an integer, rounded down, from an integer that is not less."""
    while True:
        better = (2 * above + n // (above * above)) // 3
        if better >= above:
            return above
        above = better


def _rotated(x, n):
    return (x >> n | x << 64 - n) & _MASK


def sha512(data):
    """The 64 bytes of the hash of bytes."""
    primes = _primes(80)
    # The constants are 64 bits behind the point of cube roots and square roots of primes.
    factors = [_cube_root(p << 192, int(p ** (1 / 3) * 2.0**64) + (1 << 16)) & _MASK for p in primes]
    state = [isqrt(p << 128) & _MASK for p in primes[:8]]
    padding = b"\x80" + bytes(-(len(data) + 17) % 128)
    data = data + padding + (len(data) * 8).to_bytes(16, "big")
    for start in range(0, len(data), 128):
        words = [int.from_bytes(data[i : i + 8], "big") for i in range(start, start + 128, 8)]
        for i in range(16, 80):
            x, y = words[i - 15], words[i - 2]
            x = _rotated(x, 1) ^ _rotated(x, 8) ^ x >> 7
            y = _rotated(y, 19) ^ _rotated(y, 61) ^ y >> 6
            words.append(words[i - 16] + x + words[i - 7] + y & _MASK)
        a, b, c, d, e, f, g, h = state
        for word, factor in zip(words, factors):
            mixed = _rotated(e, 14) ^ _rotated(e, 18) ^ _rotated(e, 41)
            first = h + mixed + (e & f ^ ~e & g) + factor + word
            mixed = _rotated(a, 28) ^ _rotated(a, 34) ^ _rotated(a, 39)
            second = mixed + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = first + second & _MASK, a, b, c, d + first & _MASK, e, f, g
        state = [old + new & _MASK for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(8, "big") for word in state)
