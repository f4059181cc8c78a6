"""property with getter, setter and deleter."""


class T:
    def __init__(self):
        self._c = 0

    @property
    def celsius(self):
        """The temperature."""
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._c = value

    @celsius.deleter
    def celsius(self):
        print("deleted")
        self._c = None

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32


t = T()
t.celsius = 100
print(t.celsius, t.fahrenheit)
try:
    t.celsius = -300
except ValueError as e:
    print(e)
try:
    t.fahrenheit = 1
except AttributeError as e:
    print(e)
del t.celsius
print(t._c)
try:
    del t.fahrenheit
except AttributeError as e:
    print(e)
print(T.celsius.__doc__, T.celsius.fget(t))
w = property(None, lambda self, v: print("set", v))
class W:
    w = w
W().w = 3
try:
    W().w
except AttributeError as e:
    print(e)
