"""operator: functions for operators, itemgetter, attrgetter, methodcaller."""
import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.mul("a", 3), operator.lt(1, 2), operator.not_(0), operator.contains([1], 1))
print(operator.truediv(7, 2), operator.floordiv(-7, 2), operator.mod(7, 3), operator.pow(2, 8), operator.xor(5, 3))
print(operator.neg(4), operator.abs(-4), operator.index(True), operator.concat("a", "b"), operator.is_(None, None))
pairs = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(pairs, key=itemgetter(1)), max(pairs, key=itemgetter(0)), itemgetter(0, 1)("xyz"), itemgetter("k")({"k": 5}))


class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price
        self.self = self


items = [Item("pen", 3), Item("ink", 2)]
print([i.name for i in sorted(items, key=attrgetter("price"))], attrgetter("name", "self.price")(items[0]))
print(methodcaller("upper")("abc"), methodcaller("split", ",", maxsplit=1)("a,b,c"), itemgetter(1), attrgetter("a.b"))
table = {"+": operator.add, "-": operator.sub, "*": operator.mul}
stack = []
for token in "3 4 + 2 * 7 -".split():
    if token in table:
        b, a = stack.pop(), stack.pop()
        stack.append(table[token](a, b))
    else:
        stack.append(int(token))
print(stack, operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"))
values = [1, 2]
print(operator.iadd(values, [3]) is values, values)
operator.setitem(values, 0, 9)
operator.delitem(values, 1)
print(values, operator.getitem(values, -1))
