"""__getattr__ of a metaclass is asked for what is missing, or where a descriptor fails."""


class Failing:
    def __get__(self, o, cls=None):
        raise AttributeError("from the descriptor")


class Meta(type):
    def __getattr__(cls, name):
        print("asked for", name)
        if name == "none":
            raise AttributeError(name)
        return name.upper()


class A(metaclass=Meta):
    fails = Failing()
    there = 1


print(A.fails, A.missing, A.there)
try:
    A.none
except AttributeError as e:
    print(e)
try:
    type.__getattribute__(A, "missing")
except AttributeError as e:
    print(e)
print(getattr(A, "none", "default"), hasattr(A, "other"))
