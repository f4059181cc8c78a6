"""A bytearray that is viewed keeps its length; it may change otherwise."""


def attempt(title, call):
    try:
        result = call()
    except Exception as error:
        print(title, type(error).__name__, error)
    else:
        print(title, result)


changes = {
    "append": lambda b: b.append(1),
    "append wrong": lambda b: b.append("x"),
    "extend": lambda b: b.extend(b"xy"),
    "extend list": lambda b: b.extend([1, 2]),
    "extend empty": lambda b: b.extend(b""),
    "extend nothing": lambda b: b.extend([]),
    "extend wrong": lambda b: b.extend(5),
    "insert": lambda b: b.insert(0, 1),
    "pop": lambda b: b.pop(),
    "pop far": lambda b: b.pop(10),
    "remove": lambda b: b.remove(98),
    "remove missing": lambda b: b.remove(1),
    "clear": lambda b: b.clear(),
    "del item": lambda b: b.__delitem__(0),
    "del slice": lambda b: b.__delitem__(slice(1, 2)),
    "del nothing": lambda b: b.__delitem__(slice(1, 1)),
    "del step": lambda b: b.__delitem__(slice(None, None, 2)),
    "set slice": lambda b: b.__setitem__(slice(1, 2), b"12"),
    "set slice shorter": lambda b: b.__setitem__(slice(1, 3), b"1"),
    "set slice same": lambda b: b.__setitem__(slice(1, 3), b"12"),
    "set item": lambda b: b.__setitem__(0, 65),
    "set step": lambda b: b.__setitem__(slice(None, None, 2), b"123"),
    "iadd": lambda b: b.__iadd__(b"x"),
    "iadd empty": lambda b: b.__iadd__(b""),
    "iadd view": lambda b: b.__iadd__(memoryview(b)),
    "imul": lambda b: b.__imul__(2),
    "imul 1": lambda b: b.__imul__(1),
    "imul 0": lambda b: b.__imul__(0),
    "init": lambda b: b.__init__(b"other"),
    "init same": lambda b: b.__init__(b"fedcb"),
    "init empty": lambda b: b.__init__(),
    "reverse": lambda b: b.reverse(),
    "add": lambda b: b + b"x",
    "copy": lambda b: b.copy(),
    "upper": lambda b: b.upper(),
}


class Own(bytearray):
    pass


for kind in (bytearray, Own):
    for title, change in changes.items():
        b = kind(b"abcde")
        view = memoryview(b)
        attempt(title, lambda: change(b))
        print(b, bytes(view) == b)
        view.release()
        attempt(title + " released", lambda: change(b))
        print(b)
empty = bytearray()
view = memoryview(empty)
for title in ("clear", "extend empty", "init empty", "imul", "iadd empty", "append", "init"):
    attempt("empty " + title, lambda: changes[title](empty))

# Views of views; blocks.
b = bytearray(b"0123456789")
m = memoryview(b)
part = m[2:8:2]
m.release()
attempt("part", lambda: b.append(1))
again = memoryview(part)
part.release()
attempt("again", lambda: b.append(1))
again.release()
attempt("released", lambda: b.append(65))
print(b)
with memoryview(b) as m:
    attempt("in the block", lambda: b.clear())
    m[0] = 66
attempt("after the block", lambda: b.pop())
print(b)
with memoryview(b).cast("b") as m, memoryview(b).toreadonly() as r:
    attempt("cast", lambda: b.pop())
    m.release()
    attempt("read-only", lambda: b.pop())


# Views that nothing refers to any more do not count.
def use(b):
    m = memoryview(b)
    total = sum(m[1:3])
    return total + len(m)


for i in range(3):
    print(use(b), end=" ")
    b.append(i)
print(len(b), bytes(memoryview(b)[2:4]))
b.extend(b"xyz")
views = [memoryview(b) for _ in range(5)]
attempt("five", lambda: b.append(1))
del views[1:]
attempt("one", lambda: b.append(1))
views.clear()
attempt("none", lambda: b.append(1))
try:
    with memoryview(b) as m:
        raise KeyError
except KeyError:
    b.append(2)
print(len(b))

# Released views.
b = bytearray(b"abc")
m = memoryview(b)
other = memoryview(b)
m.release()
m.release()
for title, use in {
    "len": len, "list": list, "item": lambda m: m[0], "slice": lambda m: m[:1], "set": lambda m: m.__setitem__(0, 1), "tobytes": lambda m: m.tobytes(),
    "tolist": lambda m: m.tolist(), "hex": lambda m: m.hex(), "cast": lambda m: m.cast("b"), "bytes": bytes, "hash": hash, "with": lambda m: m.__enter__(),
    "obj": lambda m: m.obj, "nbytes": lambda m: m.nbytes, "format": lambda m: m.format, "itemsize": lambda m: m.itemsize, "ndim": lambda m: m.ndim,
    "shape": lambda m: m.shape, "strides": lambda m: m.strides, "suboffsets": lambda m: m.suboffsets, "readonly": lambda m: m.readonly,
    "contiguous": lambda m: m.contiguous, "c_contiguous": lambda m: m.c_contiguous, "f_contiguous": lambda m: m.f_contiguous, "toreadonly": lambda m: m.toreadonly(),
    "memoryview": memoryview, "equal": lambda m: m == b, "equal other": lambda m: m == other, "other equal": lambda m: other == m, "itself": lambda m: m == m, "in": lambda m: 97 in m,
    "repr": lambda m: repr(m).split(" at ")[0], "exit": lambda m: m.__exit__(None, None, None), "del": lambda m: m.__delitem__(0),
}.items():
    attempt(title, lambda: use(m))
