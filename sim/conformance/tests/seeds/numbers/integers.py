"""Operators on random integers up to thousands of bits."""

SEED = 0  # of 6

state = SEED * 2654435761 + 12345


def random(n):
    """A number below n."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (state >> 33) % n


def bits(n):
    """A number of n bits, in which runs of ones and zeros are frequent."""
    value = 0
    kind = random(3)
    while n > 0:
        if kind:
            word = random(0x10000)
        else:
            word = (0, 0xFFFF, 0x8000, 1)[random(4)]
        value = value << 16 | word
        n -= 16
    return value


def integer():
    """A number of any sign, small or large."""
    kind = random(10)
    if kind < 2:
        value = random(10)
    elif kind < 4:
        value = (1 << random(140)) + random(5) - 2
    elif kind < 9:
        value = bits(16 + random(180))
    else:
        value = bits(random(1500))
    if random(2):
        return -value
    return value


for case in range(150):
    a = integer()
    b = integer()
    if random(20) == 0:
        b = a
    print(case, a, b)
    print(a + b, a - b, a * b, -a, ~a, abs(b))
    print(a & b, a | b, a ^ b, a < b, a <= b, a == b, a != b, a > b, a >= b)
    n = random(200)
    print(a << n, a >> n, b >> random(40), bool(a), a.bit_length(), a.bit_count())
    if b:
        print(a // b, a % b, divmod(a, b))
        if abs(a // b) < 1 << 1000:
            print(a / b)
    print(hash(a), float(a) if abs(a) < 1 << 1000 else None)
    print((a % 1000) ** random(30), pow(a, random(1000), abs(b) + 1))
    x = random(1 << 20) - (1 << 19)
    y = random(1 << 20) - (1 << 19)
    print(x * y, x + y, x - y, a + x, x - a, a * x, x * b)
    if x:
        print(a // x, a % x, divmod(a, x))
a = bits(7000)
b = bits(4000) + 1
print(a * b, a // b, a % b, a * a >> 2000)
print(3**2000, 7**500 % 10**100, int(str(3**2000)) == 3**2000)
