"""Metaclasses, descriptors, mixins, cooperative super, class decorators, __init_subclass__, operators."""
import sys


class Field:
    counter = 0

    def __init__(self, kind, default=None, *, check=None):
        self.kind, self.default, self.check = kind, default, check
        Field.counter += 1
        self.order = Field.counter

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        try:
            return obj.__dict__[self.name]
        except KeyError:
            return self.default() if callable(self.default) else self.default

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.name}: {value!r} is no {self.kind.__name__}")
        if self.check and not self.check(value):
            raise ValueError(f"{self.name} refuses {value!r}")
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        del obj.__dict__[self.name]


class ModelMeta(type):
    def __prepare__(name, bases, **options):
        return {"_creation": name.lower()}

    def __new__(mcls, name, bases, namespace, table=None, **options):
        cls = super().__new__(mcls, name, bases, namespace)
        fields = {}
        for base in reversed(cls.__mro__):
            fields |= {k: v for k, v in vars(base).items() if isinstance(v, Field)}
        cls.fields = dict(sorted(fields.items(), key=lambda item: item[1].order))
        cls.table = table or namespace["_creation"] + "s"
        return cls

    def __call__(cls, *args, **kwargs):
        for name, value in zip(cls.fields, args):
            kwargs.setdefault(name, value)
        unknown = kwargs.keys() - cls.fields
        if unknown:
            raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
        return super().__call__(**kwargs)

    def __iter__(cls):
        return iter(cls.fields)

    def __contains__(cls, name):
        return name in cls.fields

    def __len__(cls):
        return len(cls.fields)

    def __repr__(cls):
        return f"<model {cls.__name__}>"


class Model(metaclass=ModelMeta, table="none"):
    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in type(self))})"


class Comparable:
    def key(self):
        raise NotImplementedError

    def __lt__(self, other):
        return self.key() < other.key()

    def __init_subclass__(cls, reverse=False, **kw):
        super().__init_subclass__(**kw)
        if reverse:
            cls.__lt__ = lambda self, other: other.key() < self.key()


class Person(Model, Comparable):
    name = Field(str)
    age = Field(int, 0, check=lambda n: 0 <= n < 150)
    tags = Field(list, list)

    def key(self):
        return self.age, self.name


class Employee(Person, table="staff"):
    salary = Field((int, float).__class__ and float, 0.0)
    boss = Field(Person)


def register(*names):
    def decorate(cls):
        for name in names:
            registry[name] = cls
        return cls
    return decorate


registry = {}


@register("a", "alpha")
class Alpha:
    def greet(self):
        return ["Alpha"]


@register("b")
class Beta(Alpha):
    def greet(self):
        return ["Beta", *super().greet()]


class Gamma(Alpha):
    def greet(self):
        return ["Gamma", *super().greet()]


class Delta(Beta, Gamma):
    def greet(self):
        return ["Delta", *super().greet()]

    greeting = property(lambda self: "+".join(self.greet()))

    @staticmethod
    def helper(x, /, y=2, *, z=3):
        return x + y + z

    @classmethod
    def names(cls):
        return [c.__name__ for c in cls.__mro__]

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return lambda *a: (name[4:], a)
        raise AttributeError(f"{type(self).__name__} lacks {name}", name=name, obj=self)


ann = Person("Ann", 30)
bob = Employee("Bob", 25, salary=10.5, boss=ann)
print(ann, bob, Employee, list(Employee), "boss" in Employee, len(Person), Person.table, Employee.table, Model.table)
print(sorted([ann, bob]), Person.name.kind, ann.tags, bob.__dict__)
for bad in (lambda: Person(3), lambda: Person("x", 200), lambda: Person(size=1, colour=2), lambda: setattr(bob, "boss", "me"), lambda: Delta().nothing):
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
del bob.salary
print(bob.salary, registry, Delta().greeting, Delta.names(), Delta.helper(1, z=5), Delta().dyn_test(1, 2))
print(type(Person), isinstance(Person, ModelMeta), Person._creation, vars(Delta)["helper"].__func__ is Delta.helper)


class Money:
    __slots__ = ("cents",)

    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if other == 0:
            return self
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    __radd__ = __add__

    def __mul__(self, k):
        return Money(round(self.cents * k))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self.cents / other.cents if isinstance(other, Money) else Money(self.cents // other)

    def __neg__(self):
        return Money(-self.cents)

    def __abs__(self):
        return Money(abs(self.cents))

    def __bool__(self):
        return self.cents != 0

    def __int__(self):
        return self.cents

    def __index__(self):
        return self.cents

    def __eq__(self, other):
        return self.cents == other.cents if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash(("Money", self.cents))

    def __str__(self):
        sign = "-" * (self.cents < 0)
        return f"{sign}${abs(self.cents) // 100}.{abs(self.cents) % 100:02}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __round__(self, n=0):
        return Money(round(self.cents, n - 2))

    def __divmod__(self, n):
        q, r = divmod(self.cents, n)
        return Money(q), Money(r)


a, b = Money(1250), Money(399)
print(a + b, sum([a, b, b]), a * 3, 0.5 * b, a / b > 3, a / 4, -a, abs(-b), bool(Money(0)), f"[{a:>10}|{-b:<9}|{b:^9}]", round(Money(1287)), hex(b), divmod(a, 7)[1], [1, 2, 3][Money(1)])
try:
    a + 5
except TypeError as error:
    print(error)
try:
    a.x = 1
except AttributeError as error:
    print(error)
print({a: 1}[Money(1250)], a == 1250, a != b, a is not b, sys.getrecursionlimit())
