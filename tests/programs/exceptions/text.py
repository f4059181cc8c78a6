"""str(), repr() and args."""

for e in (
    ValueError(), ValueError("x"), ValueError("x", 2), KeyError("k"), KeyError(), KeyError(1, 2),
    OSError(2, "no such file"), OSError("only"), OSError(2, "no", "name.txt"), StopIteration(5),
    SystemExit(3), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    UnicodeEncodeError("ascii", "\u00e9", 0, 1, "ordinal not in range(128)"),
    ImportError("no", name="m"), AttributeError("a"), NameError("n", name="n"), Exception([1]),
    AssertionError(("a", 1)),
):
    print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)
print(StopIteration(7).value, SystemExit(4).code, ImportError("x", name="m").name)
