"""Imports under TYPE_CHECKING are for other tools"""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nowhere import Thing
else:
    Thing = int

if typing.TYPE_CHECKING:
    import nowhere_else


def double(x: Thing) -> nowhere_else.Other:
    return 2 * x


print(double(Thing(4)))
