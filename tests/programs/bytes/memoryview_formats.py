"""memoryview: casts, items of all formats, dimensions, steps, comparisons, hashes, and what is refused."""


def attempt(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def shown(m):
    return (m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, len(m))


data = bytes(range(250, 256)) + bytes(range(10))
b = bytearray(data)
m = memoryview(b)
print(shown(m), shown(memoryview(data)), shown(m[::2]), shown(m[::-1]), shown(m[5:5]), shown(m[3:4:7]))
for form in "cbB?hHilqnILQNPfd":
    c = m.cast(form)
    print(shown(c), c.tolist(), c[0], c[-1], c[1::2].tolist(), c[::-1].tobytes().hex(), c.format == form, c.cast("B") == m)
    values = (0, 1, -1, 127, 128, 255, 256, 32768, 65536, 1 << 31, 1 << 32, 1 << 63, 1 << 64, -(1 << 63), -(1 << 63) - 1, 1.5, 1e39, -1e39, True, None, "x", b"x", b"xy", [], bytearray(b"x"))
    fresh = memoryview(bytearray(16)).cast(form)
    for value in values:
        fresh[0] = fresh[1] = type(fresh[0])() if form != "c" else b"\0"
        result = attempt(lambda: fresh.__setitem__(1, value))
        print(result if result is not None else fresh.tobytes()[: 2 * fresh.itemsize].hex(), end="; ")
    print()
for form in ("", "BB", "@B", "@i", "<i", "=B", "z", "@", "i ", "x", "s", "p", "iB", "4B"):
    print(repr(form), attempt(lambda: shown(m.cast(form))))
for wrong in (
    lambda: m.cast(5), lambda: m.cast(b"B"), lambda: m[::2].cast("b"), lambda: m[::-1].cast("B"), lambda: m[:15].cast("i"), lambda: m.cast("i").cast("h"),
    lambda: m.cast("i").cast("i"), lambda: m.cast("B", 5), lambda: m.cast("B", [3, 5]), lambda: m.cast("B", [0, 16]), lambda: m.cast("B", [-4, -4]), lambda: m.cast("B", ["4", 4]),
    lambda: m.cast("B", [4, 4]).cast("B", [2, 8]), lambda: m.cast("i", [2, 3]), lambda: m[:0].cast("B", [1]), lambda: shown(m[:0].cast("i")), lambda: m.cast("B", [16.0]),
):
    print(attempt(wrong))
for form, shape in (("B", [4, 4]), ("B", (2, 8)), ("h", [2, 2, 2]), ("i", [4]), ("B", [16, 1]), ("b", [1, 16])):
    n = m.cast(form, shape)
    print(shown(n), n.tolist(), n.tobytes() == bytes(b), n == m.cast(form, shape), n == m)
    print(attempt(lambda: n[0]), attempt(lambda: n[(0,) * n.ndim]), attempt(lambda: n[(-1,) * n.ndim]), attempt(lambda: n[(9,) * n.ndim]), attempt(lambda: n[0, 0, 0, 0]), attempt(lambda: n[1:2].tolist()))
    back = n.cast("B") if form in "Bb" or n.ndim > 1 else n
    print(shown(back))
n = m.cast("B", [4, 4])
n[1, 2] = 77
print(b.hex(), attempt(lambda: n.__setitem__((1,), 5)), attempt(lambda: n.__setitem__(slice(0, 1), b"abcd")), attempt(lambda: n[1:2, 3]), attempt(lambda: n[1.5, 2]), attempt(lambda: n["a"]))
print(len(n), list(m.cast("H")), attempt(lambda: list(n)), m[(3,)], attempt(lambda: m[(1, 2)]), attempt(lambda: m[()]))

# Assignments.
b = bytearray(b"0123456789")
m = memoryview(b)
m[2:4] = b"ab"
m[::-3] = bytearray(b"wxyz")
m[4:6] = memoryview(b"..")
m[0:2], m[8:10] = m[8:10].tobytes(), m[0:2].tobytes()
print(b)
for wrong in (
    lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: m.__setitem__(slice(0, 2), b"a"), lambda: m.__setitem__(slice(0, 2), "ab"), lambda: m.__setitem__(slice(0, 2), 5), lambda: m.__setitem__(slice(0, 2), [1, 2]),
    lambda: m.__setitem__(slice(0, 4), m.cast("b")[:4]), lambda: m.cast("H").__setitem__(slice(0, 1), b"ab"), lambda: m.cast("H").__setitem__(slice(0, 1), m.cast("H")[1:2]), lambda: m.__setitem__(10, 1), lambda: m.__setitem__(-11, 1),
    lambda: m.__setitem__("0", 1), lambda: m.__setitem__(1 << 70, 1), lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, -1), lambda: m.__setitem__(0, b"a"), lambda: m.__delitem__(0), lambda: m.__delitem__(slice(0, 1)),
    lambda: memoryview(b"abc").__setitem__(0, 1), lambda: memoryview(b"abc").__delitem__(0), lambda: m.toreadonly().__setitem__(0, 1), lambda: m[10], lambda: m[1 << 70], lambda: m[None], lambda: m[1.0],
):
    print(attempt(wrong))
print(b)
r = m.toreadonly()
m[0] = 33
print(r[0], r.readonly, r.obj is b, r.toreadonly().tobytes(), m.readonly, r == m)

# Comparisons and hashes.
print(memoryview(b"abc") == b"abc", memoryview(b"abc") == bytearray(b"abc"), memoryview(b"abc") == "abc", memoryview(b"abc") != b"abd", b"abc" == memoryview(b"abc"), memoryview(b"abc") == [97, 98, 99])
print(memoryview(b"\xff") == memoryview(b"\xff").cast("b"), memoryview(b"\x01") == memoryview(b"\x01").cast("b"), memoryview(b"abab").cast("H") == memoryview(b"abab"), memoryview(b"a") == memoryview(b"a").cast("c"))
floats = memoryview(b"\x00\x00\xc0\x7f" + b"\x00\x00\x00\x80").cast("f")
print(floats.tolist(), floats == floats, floats[1:] == memoryview(bytes(4)).cast("f"), attempt(lambda: m.cast("e")), memoryview(b"abcd")[::2] == b"ac")
print(hash(memoryview(b"abc")) == hash(b"abc"), hash(memoryview(b"abcdef")[::2]) == hash(b"ace"), hash(memoryview(b"abc").cast("b")) == hash(b"abc"), hash(memoryview(b"abc").cast("c")) == hash(b"abc"))
for wrong in (lambda: hash(m), lambda: hash(r), lambda: hash(memoryview(b"ab").cast("H")), lambda: memoryview(b"a") < memoryview(b"b"), lambda: memoryview("x"), lambda: memoryview(5), lambda: memoryview(object=b"x").tobytes(), lambda: m.tobytes("X"), lambda: m.tobytes(5)):
    print(attempt(wrong))
print(m.tobytes(), m.tobytes("C"), m.tobytes(None), m.tobytes(order="F"), m.tobytes("A"), m[::3].tobytes(), m.hex(), m.hex(":"), m.hex("-", 2), m[::-2].hex(" ", -2))
print(list(reversed(m)), 33 in m, 1 in m, sum(m), max(m), sorted(m)[:3], [*m[2:4]], bytes(m[::2]), bytearray(m[::-1]), b"".join([m, m[:2]]), list(iter(m[:2])), *m[:2])
