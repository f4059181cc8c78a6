"""operator: the rest of the in-place operators, length_hint, names with underscores."""
import operator
print(operator.ifloordiv(7, 2), operator.ilshift(1, 3), operator.imod(7, 4), operator.ipow(2, 5), operator.irshift(8, 2), operator.itruediv(1, 2), operator.iconcat([1], [2]))
print(operator.length_hint([1, 2]), operator.length_hint(iter([1, 2, 3])), operator.length_hint(object(), 4), operator.length_hint(iter(range(5))), operator.length_hint(x for x in ()))
class Hint:
    def __init__(self, hint): self.hint = hint
    def __length_hint__(self): return self.hint
print(operator.length_hint(Hint(9)), operator.length_hint(Hint(NotImplemented), 2))
for wrong in ("abc", -2):
    try:
        operator.length_hint(Hint(wrong))
    except (TypeError, ValueError) as e:
        print(e)
print(operator.__add__(1, 2), operator.__getitem__([5], 0), operator.__or__ is operator.or_, operator.abs(-2))
try:
    operator.abs(None)
except TypeError as e:
    print(e)
