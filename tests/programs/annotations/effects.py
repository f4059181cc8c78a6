"""Annotations with effects and errors are evaluated, even if nothing reads them."""
def f(x: print("effect")): pass
class P:
    y: print("two") = 3
def later(x: 'Nope', y: list[int], z: int[3]): pass
