"""The message for a property that cannot be set names it if its class was created with it"""


class Point:
    @property
    def x(self):
        return 1

    alias = x


Point.later = property(lambda self: 2)


class Child(Point):
    pass


for cls in (Point, Child):
    for name in ("x", "alias", "later"):
        try:
            setattr(cls(), name, 3)
        except AttributeError as error:
            print(error)
        try:
            delattr(cls(), name)
        except AttributeError as error:
            print(error)
for value, name in ((5, "real"), (2.5, "imag")):
    try:
        setattr(value, name, 3)
    except AttributeError as error:
        print(error)
