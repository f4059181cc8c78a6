from math import ceil, copysign, floor, fmod, frexp, fsum, gcd, hypot, isnan, isqrt, ldexp, modf, sqrt, trunc


errors = []


class Oops(Exception):
    def __str__(self):
        return f"oops {self.args}"


class Final(Oops, ValueError):
    def __init__(self, value, *, code=0):
        super().__init__(value)
        self.code = code


def show(error):
    errors.append(error)
    print(type(error).__name__, error, error.args if type(error) is not KeyError else "", type(error.__cause__), type(error.__context__))


class Manager:
    def __init__(self, name, suppressed=LookupError):
        self.name, self.suppressed = name, suppressed

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, self.suppressed)


class Gate(Manager):
    async def __aenter__(self):
        await Pause(self.name)
        return self.__enter__()

    async def __aexit__(self, *trace):
        await Pause("leaving")
        return self.__exit__(*trace)


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


class Countdown:
    def __init__(self, value):
        self.value = value

    def __iter__(self):
        return self

    def __next__(self):
        if self.value <= 0:
            raise StopIteration(self.value)
        self.value -= 1
        return self.value

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.value <= 0:
            raise StopAsyncIteration
        self.value -= 1
        return await Pause(self.value)


def run(coroutine):
    try:
        paused = coroutine.send(None)
        for turn in range(9):
            print("paused", paused)
            if turn == 5:
                paused = coroutine.throw(Oops(turn))
            else:
                paused = coroutine.send(turn)
    except StopIteration as stop:
        return stop.value
    finally:
        coroutine.close()
    return -1


async def gather(source):
    return [v async for v in source]


def drive(generator, plan):
    try:
        print("first", next(generator))
        for v in plan:
            if v % 5 == 0:
                print("thrown", generator.throw(Oops(v)))
            else:
                print("sent", generator.send(v))
    except StopIteration as stop:
        print("returned", stop.value)
    finally:
        generator.close()


def logged(function):
    def wrapper(*args, **names):
        print("call", args, names)
        return function(*args, **names)

    wrapper.__name__ = function.__name__
    return wrapper


def scaled(factor):
    def decorate(function):
        return lambda *args, **names: function(*args, **names) * factor

    return decorate


def partial(function, *first):
    def call(*args, **names):
        return function(*first, *args, **names)

    return call


class Counted:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args, **names):
        self.calls += 1
        return self.function(*args, **names) + self.calls


def finite(x):
    return x if x - x == 0 else 0.0


class Limit:
    low = 1
    high = 255


class Checked:
    def __init__(self, limit):
        self.limit = limit

    def __set_name__(self, owner, name):
        self.name = f"_{name}"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self.limit
        return instance.__dict__.get(self.name, self.limit)

    def __set__(self, instance, value):
        if value > self.limit:
            raise ValueError(f"{self.name} {value} > {self.limit}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class Point:
    __match_args__ = ("value", "level")
    total = 0
    limited = Checked(50)

    def __init__(self, value):
        self.value = value % 10007
        self._level = 1

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, level):
        if level < 0:
            raise ValueError(f"level {level}")
        self._level = level

    @classmethod
    def made(cls, value):
        cls.total += 1
        return cls(value + 1)

    @staticmethod
    def shown(value):
        print("shown", value)
        return value

    def double(self):
        return self.value * 2

    def __call__(self, n):
        return self.value ^ n

    def __len__(self):
        return self.value % 5

    def __getitem__(self, n):
        if n >= len(self):
            raise IndexError(n)
        return self.value + n

    def __add__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return type(self)(self.value + other.value)

    def __mul__(self, n):
        return Point(self.value * n)

    def __neg__(self):
        return Point(-self.value)

    def __eq__(self, other):
        return isinstance(other, Point) and self.value == other.value

    def __hash__(self):
        return self.value

    def __repr__(self):
        return f"<{self.value}>"


class Mixin:
    def double(self):
        print("mixed")
        return super().double() + 1

    def __init_subclass__(cls, tag=0, **names):
        super().__init_subclass__(**names)
        cls.tag = tag


class Meta(type):
    def __new__(meta, name, bases, namespace, **names):
        print("make", name, len(bases))
        return super().__new__(meta, name, bases, namespace, **names)

    def __call__(cls, *args):
        print("call", cls.__name__)
        return super().__call__(*args)

    def __getitem__(cls, n):
        return n * 2


def marked(cls):
    cls.total = cls.__name__
    return cls


class Vector:
    __slots__ = ("x", "y")
    __match_args__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x, self.y = x % 1009, y % 1009

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __format__(self, spec):
        return f"{self.x:{spec}},{self.y:{spec}}"

    def __add__(self, other):
        if isinstance(other, Vector):
            return Vector(self.x + other.x, self.y + other.y)
        return NotImplemented

    def __radd__(self, other):
        return Vector(other + self.x, self.y)

    def __iadd__(self, other):
        self.x += other.x
        return self

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __rsub__(self, other):
        return Vector(other - self.x, -self.y)

    def __mul__(self, n):
        if not isinstance(n, int):
            return NotImplemented
        return Vector(self.x * n, self.y * n)

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __imatmul__(self, other):
        return Vector(self @ other)

    def __truediv__(self, n):
        return Vector(round(self.x / n), self.y)

    def __floordiv__(self, n):
        return Vector(self.x // n, self.y // n)

    def __mod__(self, n):
        return Vector(self.x % n, self.y % n)

    def __divmod__(self, n):
        return self // n, self % n

    def __pow__(self, n, modulus=None):
        return Vector(pow(self.x, n, modulus or 997), self.y)

    def __and__(self, n):
        return Vector(self.x & n, self.y & n)

    def __ror__(self, n):
        return Vector(n | self.x, self.y)

    def __or__(self, n):
        return Vector(self.x | n, self.y)

    def __ior__(self, n):
        self.y |= n % 64
        return self

    def __xor__(self, other):
        return Vector(self.x ^ other.x, self.y ^ other.y)

    def __lshift__(self, n):
        return Vector(self.x << n, self.y)

    def __rshift__(self, n):
        return Vector(self.x >> n, self.y)

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __pos__(self):
        return self

    def __invert__(self):
        return Vector(self.y, self.x)

    def __abs__(self):
        return Vector(abs(self.x), abs(self.y))

    def __round__(self, digits=0):
        return Vector(self.x, digits)

    def __bool__(self):
        return self.x != self.y

    def __int__(self):
        return self.x

    def __float__(self):
        return self.x / 2

    def __len__(self):
        return 2

    def __iter__(self):
        yield self.x
        yield self.y

    def __reversed__(self):
        return iter((self.y, self.x))

    def __contains__(self, value):
        return value == self.x

    def __getitem__(self, n):
        return (self.x, self.y)[n]

    def __setitem__(self, n, value):
        if n == 0:
            self.x = value
        else:
            raise IndexError(n)

    def __delitem__(self, n):
        self[n] = 0

    def __call__(self, n=1):
        return Vector(self.x + n, self.y)

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self.x == other.x and self.y == other.y


class Numbers(list):
    def total(self):
        return sum(self)


class Default(dict):
    def __missing__(self, key):
        return len(key)


class Name(str):
    def loud(self):
        return self.upper() + "!"


class Whole(int):
    def __add__(self, other):
        return int(self) + int(other) + 1

    def __repr__(self):
        return f"Whole({int(self)})"


def one(p):
    return p + 1


def two(p, q=2):
    return p - q


def zero():
    return 0


def up(p):
    for v in range(p):
        yield v


def steps(p):
    try:
        got = yield p
        print("got", got)
        yield from range(p)
    finally:
        print("done", p)


async def fetch(p):
    return p + await Pause(p)


async def ticks(p):
    for v in range(p):
        yield await Pause(v)


integer = 7


number = 2.5


text = "abc"


flag = True


items = [3, 1, 2]


pair = (4, 5)


table = {"key": 1}


group = {1, 2, 40}


data = b"xyz"


point = Point(5)


origin = Point(1)


vector = Vector(3, 4)
