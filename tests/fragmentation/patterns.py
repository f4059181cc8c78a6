"""Data classes, enumerations and compiled patterns: much that is made when a program starts"""

import gc
import re
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum


class Colour(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Item:
    name: str
    number: int = 0


Point = namedtuple("Point", "x y z")
kept = []
for i in range(60):
    kept.append(Item("item %d" % i, i))
    re.compile("a%d(b|c)*" % i).match("a%dbc" % i)
gc.collect()
