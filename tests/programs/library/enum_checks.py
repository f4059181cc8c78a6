"""enum: member(), boundaries of flags, verify(), enum.property."""

import enum
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, UNIQUE, Enum, Flag, IntFlag, auto, member, nonmember, verify


class Operation(Enum):
    @member
    def add(a, b):
        return a + b

    HALF = member(lambda x: x / 2)
    helper = nonmember(3)


print(list(Operation.__members__), Operation.add.value(1, 2), Operation.HALF.value(3), Operation.helper)


class Strict(Flag):
    A = auto()
    B = auto()


class Conform(Flag, boundary=CONFORM):
    A = auto()
    B = auto()


class Eject(Flag, boundary=EJECT):
    A = auto()
    B = auto()


class Keep(Flag, boundary=KEEP):
    A = auto()
    B = auto()


class Whole(IntFlag):
    A = 1


print(Conform(5), Eject(5), Keep(5), Whole(5), Strict(3), KEEP)
for wrong in lambda: Strict(5), lambda: Strict("x"):
    try:
        wrong()
    except ValueError as e:
        print(e)


def attempt(check, values, base=Enum):
    try:
        print(verify(check)(base("Checked", values)))
    except ValueError as e:
        print(e)


attempt(UNIQUE, {"A": 1, "B": 2})
attempt(UNIQUE, {"A": 1, "B": 1})
attempt(CONTINUOUS, {"A": 1, "B": 3, "C": 6})
attempt(CONTINUOUS, {"A": 1, "B": 8}, Flag)
attempt(NAMED_FLAGS, {"A": 1, "B": 2, "AB": 3}, Flag)
print(enum.show_flag_values(11))


class Shape(Enum):
    SQUARE = 4

    @enum.property
    def corners(self):
        return self.value


print(Shape.SQUARE.corners)
try:
    Shape.corners
except AttributeError as e:
    print(e)


class Loud(enum.IntEnum):
    ONE = 1

    def __str__(self):
        return "one!"


class Text(enum.StrEnum):
    A = "a"

    def __str__(self):
        return "text!"


class Ordered(Enum):
    _order_ = "A, B"
    A = 1
    B = 2
    C = A


print(f"{Loud.ONE} {Loud.ONE:3} {Text.A} {Text.A:5}", list(Ordered), hasattr(Ordered, "_order_"), Loud._member_type_)
for names in "B A", "A", "A B D":
    try:

        class Wrong(Enum):
            _order_ = names
            A = 1
            B = 2

    except TypeError as e:
        print(e)
