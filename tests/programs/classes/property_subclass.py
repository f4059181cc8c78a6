"""Setters and getters of a subclass of property give the subclass; docstrings follow the getter."""


class Counted(property):
    """A property of its own kind."""

    made = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        Counted.made += 1


class Circle:
    def __init__(self):
        self.r = 1

    @Counted
    def radius(self):
        """The radius."""
        return self.r

    @radius.setter
    def radius(self, value):
        """Not this one."""
        self.r = value

    @property
    def area(self):
        """The area."""

    @area.getter
    def area(self):
        """The new area."""
        return 3 * self.r**2

    given = property(lambda self: 1, doc="given")
    given = given.getter(lambda self: 2)


c = Circle()
c.radius = 7
print(type(Circle.radius).__name__, c.radius, c.area, c.given, Counted.made)
print(Circle.radius.__doc__, Circle.area.__doc__, Circle.given.__doc__, sep="|")
Circle.area.__doc__ = "changed"
print(Circle.area.__doc__)


class Slots(property):
    __slots__ = ()


try:
    Slots(Circle.__init__, doc=None)
    Slots(Circle.radius.fget)
except AttributeError as e:
    print(e)
