"""Names with two underscores are mangled."""


class A:
    __secret = 1

    def __init__(self):
        self.__value = 2

    def get(self):
        return self.__value + self.__secret


class B(A):
    def __init__(self):
        super().__init__()
        self.__value = 100


b = B()
print(b.get(), b._A__value, b._B__value, A._A__secret)
try:
    b.__value
except AttributeError as e:
    print(e)
