"""A submodule of a package within a package."""
from .. import flat
from ..flat import *


def volume(side):
    return Square(side).area() * side


def name():
    from . import sides

    return f"{__name__} has {sides} sides, {flat.unit()}"
