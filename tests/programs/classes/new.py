"""__new__ may return anything; __init__ runs only for instances of the class."""


class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            print("made")
        return cls.instance

    def __init__(self, value):
        self.value = value


a = Single(1)
b = Single(2)
print(a is b, a.value)


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(Other())


class Celsius(float):
    def __new__(cls, text):
        return super().__new__(cls, text[:-1])


c = Celsius("36.6C")
print(c + 1, type(c).__name__, isinstance(c, float))
