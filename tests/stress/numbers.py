"""Numbers when memory runs out."""


def attempt(make, expected):
    try:
        result = make()
    except MemoryError:
        return
    assert result == expected, (result, expected)


big = 10**40
x = 1.5
digits = "1234567890" * 4
for i in range(2):
    attempt(lambda: big * big, 10**80)
    attempt(lambda: big * big // big, big)
    attempt(lambda: (big + 1) % (big - 1), 2)
    attempt(lambda: divmod(-big, 7), (-(big // 7) - 1, 7 - big % 7))
    attempt(lambda: big << 70 >> 70, big)
    attempt(lambda: (big | 1) & ~1 ^ 3, big + 3)
    attempt(lambda: int(digits), 1234567890123456789012345678901234567890)
    attempt(lambda: str(big), "1" + "0" * 40)
    attempt(lambda: hex(big), "0x1d6329f1c35ca4bfabb9f5610000000000")
    attempt(lambda: pow(3, 200, big), 3**200 % big)
    attempt(lambda: 3**100 - 3**99 * 3, 0)
    attempt(lambda: [float(big), big / 5, big * 0.5], [1e40, 2e39, 5e39])
    attempt(lambda: x * 2.0 + 1 - 0.25 / 2, 3.875)
    attempt(lambda: repr(x / 3) + str(1e100) + repr(2.0**0.5), "0.51e+1001.4142135623730951")
    attempt(lambda: [float("1e-5"), float.fromhex("0x1.8p1"), (0.1).hex()], [1e-05, 3.0, "0x1.999999999999ap-4"])
    attempt(lambda: int.from_bytes(big.to_bytes(17, "big"), "big"), big)
    attempt(lambda: complex(1, 2) * (3 - 1j), 5 + 5j)
    attempt(lambda: round(2.675, 2), 2.67)
    attempt(lambda: round(big + 15, -1), big + 20)
    attempt(lambda: sum(0.5 for _ in range(10)) + max(1.5, big), 1e40)
    attempt(lambda: [hash(big) == hash(float(10**22)), hash(10**22) == hash(1e22)], [False, True])
    attempt(lambda: list(range(big, big + 3)), [big, big + 1, big + 2])
assert big == 10**40 and x == 1.5
print("done")
