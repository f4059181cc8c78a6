# What the hooks of enumerations and of functools return is checked as in CPython.
import enum
import functools


def show(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)
        if e.__context__ is not None:
            print("  context", type(e.__context__).__name__, e.__context__)


class Plain:
    pass


results = [None, 1, True, "x", [], {}, NotImplemented, ..., Plain, 1.5, b"x", (1, 2)]
for i, r in enumerate(results):
    def make():
        class C(enum.Enum):
            A = 1
            @classmethod
            def _missing_(cls, value):
                return r
        return C(5)
    show(f"missing {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
            @staticmethod
            def _missing_(value):
                return r
        return C(5)
    show(f"static missing {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
            def _missing_(cls, value):
                return r
        return C(5)
    show(f"plain missing {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
            _missing_ = r
        return C(5)
    show(f"value missing {i}", make)

    def make():
        class C(enum.Enum):
            def _generate_next_value_(name, start, count, last):
                return r
            A = enum.auto()
        return C.A.value == r, C.A.name
    show(f"auto {i}", make)

    def make():
        class C(enum.Flag):
            A = 1
            B = 2
            @classmethod
            def _missing_(cls, value):
                return r
        return C(8)
    show(f"flag missing {i}", make)

    def make():
        class C(enum.IntFlag):
            A = 1
            B = 2
            @classmethod
            def _missing_(cls, value):
                return r
        return C(8)
    show(f"intflag missing {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
            def __str__(self):
                return r
        return str(C.A)
    show(f"str {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
            def __repr__(self):
                return r
        return repr(C.A)
    show(f"repr {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
            def __hash__(self):
                return r
        return {C.A: 1}[C.A]
    show(f"hash {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
            def __eq__(self, o):
                return r
        return C(1), C.A == 3
    show(f"eq {i}", make)

    def make():
        class C(enum.Enum):
            def __new__(cls, v):
                return r
            A = 1
        return C.A
    show(f"new {i}", make)

    def make():
        class C(enum.Enum):
            _ignore_ = r
            A = 1
        return list(C)
    show(f"ignore {i}", make)

    def make():
        class C(enum.Enum):
            _order_ = r
            A = 1
        return list(C)
    show(f"order {i}", make)

    def make():
        return [m.name for m in enum.Enum("C", "A B" if r is None else r)]
    show(f"function {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
        return C[r]
    show(f"[] {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
        return C(r)
    show(f"() {i}", make)

    def make():
        class C(enum.Enum):
            A = 1
        C.A = r
    show(f"set {i}", make)

    def make():
        class C(enum.Flag):
            A = 1
            B = 2
        return C.A | r
    show(f"| {i}", make)

    def make():
        @functools.total_ordering
        class C:
            def __lt__(self, o):
                return r
            def __eq__(self, o):
                return False
        a, b = C(), C()
        return a <= b, a > b, a >= b, a < b
    show(f"total lt {i}", make)

    def make():
        @functools.total_ordering
        class C:
            def __le__(self, o):
                return r
            def __eq__(self, o):
                return True
        a, b = C(), C()
        return a <= b, a > b, a >= b, a < b
    show(f"total le {i}", make)

    def make():
        @functools.total_ordering
        class C:
            def __gt__(self, o):
                return True
            def __eq__(self, o):
                return r
        a, b = C(), C()
        return a <= b, a > b, a >= b, a < b
    show(f"total eq {i}", make)

    def make():
        @functools.total_ordering
        class C:
            __ge__ = r
        a, b = C(), C()
        return a <= b, a > b, a >= b
    show(f"total ge value {i}", make)
    show(f"cmp_to_key {i}", lambda: sorted([2, 1], key=functools.cmp_to_key(lambda a, b: r)))
    show(f"reduce {i}", lambda: functools.reduce(r, [1, 2]))
    show(f"partial {i}", lambda: type(functools.partial(r)()))

    def make():
        class C:
            @functools.cached_property
            def f(self):
                return r
        return C().f is r
    show(f"cached {i}", make)

    def make():
        @functools.singledispatch
        def f(a):
            return 1
        f.register(r, lambda a: 2)
        return f(1)
    show(f"dispatch {i}", make)
