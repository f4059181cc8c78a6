"""Generators, exceptions, with and match when memory runs out."""

log = []


def numbers(n):
    try:
        for i in range(n):
            yield i + 0.5
    finally:
        log.append("end")


def delegate(n):
    result = yield from numbers(n)
    return (result, n)


class Manager:
    def __enter__(self):
        log.append("enter")
        return self

    def __exit__(self, kind, value, traceback):
        log.append("exit")
        return False


class Custom(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


def generators():
    log.clear()
    assert sum(numbers(4)) == 8.0
    assert log == ["end"]
    assert list(delegate(2)) == [0.5, 1.5]
    g = numbers(3)
    assert next(g) == 0.5
    g.close()
    assert log == ["end"] * 3
    assert [x for x in (y * 2 for y in numbers(2))] == [1.0, 3.0]
    assert dict(zip("ab", numbers(2))) == {"a": 0.5, "b": 1.5}


def exceptions():
    caught = None
    try:
        try:
            raise Custom(5)
        except Custom as error:
            raise KeyError("k") from error
    except KeyError as error:
        caught = error
    assert caught.args == ("k",) and caught.__cause__.code == 5 and str(caught.__cause__) == "code 5"
    try:
        {}["missing"]
    except KeyError as error:
        assert error.args == ("missing",)
    try:
        None.attribute
    except AttributeError as error:
        assert error.name == "attribute"
    try:
        int("x")
    except ValueError as error:
        assert "'x'" in str(error)
    try:
        undefined
    except NameError as error:
        assert error.name == "undefined"


def managers():
    log.clear()
    try:
        with Manager(), Manager():
            raise Custom(1)
    except Custom:
        pass
    finally:
        assert log.count("exit") >= log.count("enter") - 1, log
    assert log == ["enter", "enter", "exit", "exit"]


def matches():
    match {"kind": "point", "at": [1, 2.5, 3]}:
        case {"kind": str(kind), "at": [first, *rest], **others}:
            assert (kind, first, rest, others) == ("point", 1, [2.5, 3], {})
    a, *b = (x * 1.5 for x in range(3))
    assert (a, b) == (0.0, [1.5, 3.0])


for _ in range(2):
    for f in (generators, exceptions, managers, matches):
        try:
            f()
        except MemoryError:
            pass
assert list(numbers(2)) == [0.5, 1.5]
print("done")
