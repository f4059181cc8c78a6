"""Annotations that nothing reads, of functions, variables and attributes."""
from typing import Optional, List, Dict
def f(x: Optional[int], y: "List[int]" = None, *a: int, **k: Dict[str, int]) -> List[int]:
    z: Optional[int] = 3
    return [x, z]
v: List[int] = []
print(f(1), v)
