"""Static and class methods have the names, docstring and annotations of their function."""


class A:
    @staticmethod
    def s(x: int):
        "static"

    @classmethod
    def c(cls, x: str) -> None:
        "class"


for name in "s", "c":
    m = A.__dict__[name]
    print(m.__name__, m.__qualname__, m.__module__, m.__doc__, m.__annotations__)
    print(m.__wrapped__ is m.__func__, m.__isabstractmethod__)
