"""Integers from and to text and bytes."""

SEED = 0  # of 6

state = SEED * 2654435761 + 12345
LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def random(n):
    """A number below n."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (state >> 33) % n


def integer():
    """A number of any sign."""
    value = 0
    for i in range(random(random(12) + 1) + 1):
        value = value << 20 | random(1 << 20)
    if random(2):
        return -value
    return value


def attempt(function, *arguments):
    """The result or the exception."""
    try:
        return repr(function(*arguments))
    except (ValueError, OverflowError, TypeError) as e:
        return type(e).__name__ + ": " + str(e)


for case in range(120):
    a = integer()
    print(case, a, bin(a), oct(a), hex(a), str(a) == repr(a))
    base = random(35) + 2
    digits = ""
    m = abs(a)
    while m:
        digits = LETTERS[m % base] + digits
        m //= base
    print(base, digits, attempt(int, digits, base), attempt(int, "-" + digits.upper(), base))
    print(int(str(a)), int(hex(a), 16), int(bin(a), 0), int(oct(a), 0))
    digits = ""
    for i in range(random(8)):
        digits += "01 _-+79azxAZ."[random(14)]
    print(repr(digits), attempt(int, digits), attempt(int, digits, 16), attempt(int, digits, 0))
    length = random(16)
    order = "big" if random(2) else "little"
    signed = random(2) == 1
    data = attempt(lambda: a.to_bytes(length, order, signed=signed))
    print(length, order, signed, data)
    data = abs(a).to_bytes(40, order)
    print(int.from_bytes(data, order), int.from_bytes(data[random(40) :], order, signed=signed))
    print(round(a, -random(20)), a.as_integer_ratio(), a.conjugate(), a.real, a.imag)
for n in (4299, 4300, 4301, 5000):
    print(attempt(str, 10 ** (n - 1)) == "1" + "0" * (n - 1), attempt(int, "1" * n)[:200])
print(attempt(int, "7" * 4000))
