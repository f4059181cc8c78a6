"""SHA-256 in integers of any size, masked to 32 bits."""

MASK = 0xFFFFFFFF


def primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def root_fraction(n, power):
    """The first 32 bits of the fraction of the square or cube root of n."""
    target = n << 32 * power
    low, high = 0, 1 << 40
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** power <= target:
            low = middle
        else:
            high = middle - 1
    return low & MASK


PRIMES = primes(64)
ROUND = [root_fraction(p, 3) for p in PRIMES]
START = [root_fraction(p, 2) for p in PRIMES[:8]]


def rotate(x, n):
    return (x >> n | x << 32 - n) & MASK


def padded(message):
    length = len(message) * 8
    message += b"\x80"
    message += b"\0" * (-(len(message) + 8) % 64)
    return message + length.to_bytes(8, "big")


def sha256(message):
    state = list(START)
    data = padded(message)
    for block in range(0, len(data), 64):
        w = [int.from_bytes(data[block + i:block + i + 4], "big") for i in range(0, 64, 4)]
        for i in range(16, 64):
            s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
            s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
            w.append(w[i - 16] + s0 + w[i - 7] + s1 & MASK)
        a, b, c, d, e, f, g, h = state
        for k, word in zip(ROUND, w):
            s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            choice = e & f ^ ~e & g
            t1 = h + s1 + choice + k + word
            s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            majority = a & b ^ a & c ^ b & c
            a, b, c, d, e, f, g, h = t1 + s0 + majority & MASK, a, b, c, d + t1 & MASK, e, f, g
        state = [x + y & MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state)


print(f"{ROUND[0]:08x} {ROUND[-1]:08x} {START[0]:08x}")
for text in "", "abc":
    print(repr(text), sha256(text.encode()).hex())
