"""An object whose __call__ is an instance of its own class cannot be called."""


class A:
    pass


A.__call__ = A()
try:
    A()()
except RecursionError as e:
    print(type(e).__name__)
try:
    A()(x=1)
except RecursionError as e:
    print(type(e).__name__)
