"""A package for the program beside it."""
print("shapes begins", __name__, __package__)
from . import flat
from .flat import Square as S
from .solid import cube

__all__ = ["flat", "area", "Round"]
UNIT = 2


def area(side):
    return flat.Square(side).area() * UNIT


class Round:
    pass


print("shapes ends", S.__name__, S.__module__)
