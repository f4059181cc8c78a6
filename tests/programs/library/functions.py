"""functools: reduce, partial, lru_cache, cache, wraps, total_ordering, cmp_to_key, singledispatch."""
import functools
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, reduce, total_ordering, wraps

print(reduce(lambda a, b: a * b, range(1, 7)), reduce(lambda a, b: a + b, [], "x"))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)


def show(*args, **keywords):
    return args, keywords


p = partial(show, 1, k=2)
print(p(3, z=4), p(k=5), p.args, p.keywords, partial(p, 9)(10))
print(partial(int, base=2)("101"), partial(print, 1, sep="-"))
try:
    partial(3)
except TypeError as error:
    print(error)


@lru_cache(maxsize=None)
def fib(n):
    """Fibonacci."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.__name__, fib.__doc__, fib.__wrapped__ is not fib)
fib.cache_clear()
print(fib.cache_info())
calls = []


@lru_cache(2)
def square(x):
    calls.append(x)
    return x * x


print([square(x) for x in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())


@cache
def add(a, b=0):
    return a + b


print(add(1), add(1, b=2), add(1), add.cache_info())
try:
    add([])
except TypeError as error:
    print(error)


def traced(function):
    @wraps(function)
    def wrapper(*args):
        """The wrapper's own."""
        print("call", function.__name__, args)
        return function(*args)

    return wrapper


@traced
def area(w, h):
    """The area."""
    return w * h


print(area(2, 3), area.__name__, area.__doc__, area.__qualname__, area.__wrapped__(4, 5))


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts


a, b = Version(1, 2), Version(1, 10)
print(a < b, a <= b, a > b, a >= b, a >= a, max(a, b) is b)
try:
    a <= 3
except TypeError as error:
    print(error)
try:
    total_ordering(type("Empty", (), {}))
except ValueError as error:
    print(error)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda x, y: len(y) - len(x))))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def size(self):
        print("computed")
        return self.r**2

    @lru_cache
    def scaled(self, k):
        return self.r * k


c = Circle(3)
print(c.size, c.size, c.scaled(2), c.scaled(2), Circle.scaled.cache_info())


@functools.singledispatch
def describe(x):
    return "something"


@describe.register
def _(x: int):
    return f"int {x}"


@describe.register(list)
def _(x):
    return f"list of {len(x)}"


print(describe(1), describe([1, 2]), describe("s"), describe(True))
