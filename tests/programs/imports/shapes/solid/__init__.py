"""A package within a package."""
from ..flat import Square
from .cube import volume

sides = 6
