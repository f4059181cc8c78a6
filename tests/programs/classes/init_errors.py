"""Wrong arguments of classes."""


class Empty:
    pass


class Init:
    def __init__(self, a):
        pass


class Bad:
    def __init__(self):
        return 5


for make in (
    lambda: Empty(1),
    lambda: Init(),
    lambda: Init(1, 2),
    lambda: Bad(),
    lambda: Empty(x=1),
    lambda: object(1),
):
    try:
        make()
    except TypeError as e:
        print(e)
