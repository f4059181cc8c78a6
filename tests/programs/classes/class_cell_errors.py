"""A metaclass that loses or replaces `__classcell__` is refused with CPython's errors."""


class Replacing(type):
    def __new__(cls, name, bases, namespace, cell):
        namespace["__classcell__"] = cell
        return super().__new__(cls, name, bases, namespace)


for wrong in (None, 0, "", object()):
    try:

        class A(metaclass=Replacing, cell=wrong):
            pass

    except TypeError as e:
        print(e)


class Losing(type):
    def __new__(cls, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(cls, name, bases, namespace)


try:

    class B(metaclass=Losing):
        def f(self):
            return __class__

except RuntimeError as e:
    print(e)
