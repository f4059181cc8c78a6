"""A keyword of a class statement may come once, also from a mapping."""

given = {"metaclass": type}
try:

    class A(metaclass=type, **given):
        pass

except TypeError as e:
    print(e)
