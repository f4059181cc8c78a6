# What functions of the library take by a special method, or refuse.
import io
import itertools
import json
from collections import ChainMap, deque, namedtuple


class I:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class G:
    def __getitem__(self, key):
        return key * 2


def t(f):
    try:
        print(f())
    except (TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)


for v in (1, "x", 1.5, None, 1j, I(2), G(), True):
    t(lambda: next(itertools.count(v)) is v if not isinstance(v, I) else 0)
t(lambda: next(itertools.count(1, "x")))
y = deque([1, 2, 3])
t(lambda: y[I(1)])
t(lambda: y["a"])
t(lambda: y[1.5])
t(lambda: y[None])
t(lambda: y[7])
t(lambda: (y.rotate(I(1)), y))
t(lambda: y.rotate("x"))
t(lambda: y.rotate(1.5))
t(lambda: (y.insert(I(1), 5), y))
t(lambda: y.insert("x", 1))


def st(k):
    y[k] = 9


t(lambda: (st(I(0)), y))
t(lambda: st("a"))
t(lambda: deque([1], True))
t(lambda: deque([1], I(3)))
t(lambda: deque([1], 1.5))
t(lambda: deque([1], -1))
t(lambda: namedtuple(float("inf"), "a b"))
t(lambda: namedtuple(3, "a b"))
t(lambda: ChainMap(G())["a"])
t(lambda: ChainMap({}, {"a": 1})["a"])
t(lambda: ChainMap({})["a"])
t(lambda: io.StringIO("abc").seek(I(1)))
t(lambda: io.StringIO("abc").seek("x"))
t(lambda: io.StringIO("abc").seek(1.5))
t(lambda: io.BytesIO(5))
t(lambda: io.BytesIO(b"ab").read())
t(lambda: io.BytesIO("ab"))
t(lambda: io.BytesIO().write(I(3)))
t(lambda: io.BytesIO().write("s"))
t(lambda: io.BytesIO([1]))
t(lambda: io.BytesIO(None).read())
t(lambda: io.BytesIO(memoryview(b"abc")).read())
t(lambda: io.BytesIO(bytearray(b"abc")).read())
t(lambda: json.dumps([1], indent=I(2)))
t(lambda: json.dumps([1], indent="x"))
t(lambda: json.dumps([1], indent=1.5))
t(lambda: json.dumps([1], indent=True))
t(lambda: json.dumps([1], indent=None))
