"""Decorators with and without arguments, on functions, methods and classes."""


def trace(f):
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        return f(*args, **kwargs)

    return wrapper


def repeat(n):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(n)]

        return wrapper

    return decorate


@trace
def add(a, b=0):
    return a + b


@repeat(3)
@trace
def one(x):
    return x


def register(cls):
    cls.registered = True
    return cls


@register
class C:
    @trace
    def m(self, k):
        return k

    def __repr__(self):
        return "C()"


print(add(1, b=2), one(5), C().m(1), C.registered)
