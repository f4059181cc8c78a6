"""`from __future__ import annotations`: annotations are not evaluated."""
from __future__ import annotations


def f(x: undefined) -> also_undefined:
    return x


print(f(1), f.__annotations__)
