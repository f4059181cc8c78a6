"""A class hierarchy: abstract classes, properties, class methods, operators, descriptors, contexts."""
from abc import ABC, abstractmethod
from contextlib import contextmanager
from functools import total_ordering, wraps


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, 0)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must not be negative: {value}")
        setattr(obj, self.name, value)


def logged(level="info"):
    def decorate(f):
        @wraps(f)
        def wrapper(self, *args, **kw):
            before = self.balance
            try:
                return f(self, *args, **kw)
            except Exception as e:
                level_now = "error"
                raise
            else:
                level_now = level
            finally:
                self.history.append((f.__name__, args, before, self.balance))
        return wrapper
    return decorate


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        self.account, self.amount = account, amount
        super().__init__(f"{account.owner} lacks {amount - account.available:.2f}")


@total_ordering
class Account(ABC):
    balance = Positive()
    _next = 1
    registry = {}

    def __init_subclass__(cls, /, code, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.code = code
        Account.registry[code] = cls

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.number = f"{cls.code}{Account._next:04}"
        Account._next += 1
        return self

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    @property
    @abstractmethod
    def available(self): ...

    @abstractmethod
    def month_end(self): ...

    @logged()
    def deposit(self, amount):
        self.balance += amount
        return self

    @logged(level="warn")
    def withdraw(self, amount):
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self._take(amount)
        return self

    def _take(self, amount):
        self.balance -= amount

    @classmethod
    def open(cls, code, *args, **kw):
        return cls.registry[code](*args, **kw)

    def __eq__(self, other):
        return isinstance(other, Account) and self.balance == other.balance

    def __lt__(self, other):
        return self.balance < other.balance

    def __hash__(self):
        return hash(self.number)

    def __iadd__(self, amount):
        return self.deposit(amount)

    def __repr__(self):
        return f"<{type(self).__name__} {self.number} {self.owner}: {self.balance:.2f}>"

    def __format__(self, spec):
        return format(repr(self), spec)


class Checking(Account, code="C"):
    def __init__(self, owner, balance=0, *, overdraft=50):
        super().__init__(owner, balance)
        self.overdraft = overdraft
        self.debt = 0

    @property
    def available(self):
        return self.balance + self.overdraft - self.debt

    def _take(self, amount):
        part = min(amount, self.balance)
        super()._take(part)
        self.debt += amount - part

    def month_end(self):
        fee = round(self.debt * 0.1, 2)
        self.debt += fee
        return -fee


class Savings(Account, code="S"):
    rate = 0.02

    @property
    def available(self):
        return self.balance

    def month_end(self):
        interest = round(self.balance * self.rate / 12, 2)
        self.balance += interest
        return interest


@contextmanager
def transaction(*accounts):
    saved = [(a, a.balance) for a in accounts]
    try:
        yield accounts
    except InsufficientFunds as error:
        for account, balance in saved:
            account.balance = balance
        print("rolled back:", error)


a = Account.open("C", "Ann", 100)
b = Account.open("S", "Bob", balance=1200)
print(a, b, sorted([b, a]), a < b, max(a, b) is b, a == b)
with transaction(a, b) as (x, y):
    x.withdraw(30)
    y.deposit(30)
with transaction(a, b):
    b.withdraw(500)
    a.withdraw(1000)
print(a, b)
a += 5
a.withdraw(120)
print(a, a.available, a.debt, [c.month_end() for c in (a, b)], a.debt)
for bad in (lambda: Account("x"), lambda: a.deposit(-1000), lambda: Account.open("Z"), lambda: b.withdraw(10**6)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
for entry in a.history:
    print(*entry)
print(f"|{b:>45}|", Account.balance.name, {a: 1, b: 2}[b], a.withdraw.__name__, Savings.code, sorted(Account.registry))
