"""enum: Enum, IntEnum, auto, aliases, lookups, methods, functional calls."""
from enum import Enum, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def darker(self):
        return f"dark {self.name.lower()}"

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.GREEN), Color.BLUE.name, Color.BLUE.value, Color(2), Color["RED"])
print(list(Color), len(Color), Color.CRIMSON is Color.RED, list(Color.__members__))
print(Color.RED.darker(), Color.default(), Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE)
print(isinstance(Color.RED, Color), Color.RED in Color, type(Color.RED), Color, {Color.RED: "r"}[Color(1)])
print(f"{Color.RED} {Color.RED!r:>20} {Color.RED:>12}|", [c.value for c in reversed(Color)])
for call in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: Color.RED < Color.BLUE):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
try:
    Color.RED = 5
except AttributeError as error:
    print(error)
try:

    class More(Color):
        PINK = 9

except TypeError as error:
    print(error)
try:

    class Twice(Enum):
        A = 1
        A = 2

except TypeError as error:
    print(error)


class Weekday(IntEnum):
    MONDAY = auto()
    TUESDAY = auto()
    SUNDAY = 7


print(Weekday.TUESDAY, repr(Weekday.SUNDAY), Weekday.MONDAY + 1, Weekday(7), Weekday.MONDAY < Weekday.SUNDAY)
print(sorted([Weekday.SUNDAY, Weekday.MONDAY]), [10, 20, 30][Weekday.MONDAY], f"{Weekday.SUNDAY:03d}", Weekday.SUNDAY == 7)


class Planet(Enum):
    EARTH = (5.976, 6.37)
    MARS = (0.642, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius**3, 4)


print(Planet.EARTH.density, Planet.MARS.value, Planet.MARS)


class Level(Enum):
    LOW = auto()
    HIGH = auto()

    @classmethod
    def _missing_(cls, value):
        for member in cls:
            if member.name == str(value).upper():
                return member


print(Level("high"), Level.LOW.value)
Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value)
try:

    @unique
    class Mistake(Enum):
        ONE = 1
        TWO = 1

except ValueError as error:
    print(error)


class Shape(str, Enum):
    SQUARE = "square"
    CIRCLE = "circle"


print(Shape.SQUARE == "square", Shape.CIRCLE.upper(), repr(Shape.SQUARE), Shape("circle"))
match Color.BLUE:
    case Color.RED:
        print("red")
    case Color.BLUE:
        print("blue")
