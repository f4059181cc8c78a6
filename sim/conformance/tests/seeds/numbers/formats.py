"""Formatting and parsing of random numbers."""

import math

SEED = 0  # of 10

state = SEED * 2654435761 + 12345


def random(n):
    """A number below n."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (state >> 33) % n


def double():
    """A number of any size and sign."""
    kind = random(8)
    if kind == 0:
        return (0.0, -0.0, math.inf, -math.inf, math.nan, -0.001, 9.5, 99.5)[random(8)]
    if kind < 5:
        return (random(2000001) - 1000000) / 10 ** random(6)
    value = math.ldexp(random(1 << 27) << 26 | random(1 << 26), random(2000) - 1074)
    return -value if random(2) else value


def specification(kinds):
    """A format specification, not always a valid one."""
    text = ""
    if random(3) == 0:
        text += ("", "x", "0", "*", " ")[random(5)] + "<>^="[random(4)]
    if random(3) == 0:
        text += "+- "[random(3)]
    if random(4) == 0:
        text += "#"
    if random(4) == 0:
        text += "0"
    if random(2):
        text += str(random(30))
    if random(4) == 0:
        text += ",_"[random(2)]
    if random(3) == 0:
        text += "." + str(random(20))
    if random(5):
        text += kinds[random(len(kinds))]
    return text


def attempt(function, *arguments):
    """The result or the exception."""
    try:
        return repr(function(*arguments))
    except (ValueError, OverflowError, TypeError) as e:
        return type(e).__name__ + ": " + str(e)


for case in range(200):
    x = double()
    n = (random(1 << 30) << random(60)) * (random(3) - 1)
    print(case, x, repr(n))
    for value, kinds in ((x, "eEfFgGn%"), (n, "dboxXcneEfgG%"), (complex(x, n % 1000), "eEfFgGn")):
        spec = specification(kinds)
        print(spec, attempt(format, value, spec))
    text = "%" + ("", "-", "+", " ", "#", "0")[random(6)] + ("", "1", "12", "20")[random(4)]
    text += ("", ".0", ".3", ".12")[random(4)]
    for kind in "dixXoeEfFgG":
        if random(3) == 0:
            print(text + kind, attempt(lambda: (text + kind) % n), attempt(lambda: (text + kind) % x))
    digits = ""
    for i in range(random(25) + 1):
        digits += "0123456789"[random(10)]
    digits = digits[: random(8)] + "." + digits
    print(digits, float(digits), float(digits + "e" + str(random(640) - 330)))
    digits = ""
    for i in range(random(7)):
        digits += "01.e-+_j n"[random(10)]
    print(repr(digits), attempt(float, digits), attempt(complex, digits))
