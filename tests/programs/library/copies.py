"""copy: shallow and deep copies of containers, instances, cycles."""
import copy
from collections import Counter, OrderedDict, defaultdict, deque


class Node:
    def __init__(self, value, *children):
        self.value = value
        self.children = list(children)


leaf = Node("leaf")
tree = Node("root", leaf, Node("other", leaf))
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.children is tree.children, deep.children is tree.children, deep.children[0].value, deep.children[0] is leaf)
print(deep.children[0] is deep.children[1].children[0])
nested = {"a": [1, [2, 3]], "t": (1, [4]), "s": {1, 2}}
twin = copy.deepcopy(nested)
twin["a"][1].append(9)
twin["t"][1].append(5)
print(nested, twin, copy.copy(nested) == nested, copy.deepcopy((1, "a")) is not None)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again)


class Special:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Special(self.n + 1)

    def __deepcopy__(self, memo):
        return Special(self.n + 100)


print(copy.copy(Special(1)).n, copy.deepcopy([Special(1)])[0].n)


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = [1]
t = copy.deepcopy(s)
t.a.append(2)
print(s.a, t.a, hasattr(t, "b"))


class Stack(list):
    def __init__(self, name):
        self.name = name


stack = Stack("n")
stack.append([1])
other = copy.deepcopy(stack)
other[0].append(2)
print(stack, other, other.name, type(other).__name__)
print(copy.copy(Counter("aab")), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(deque([1, 2])), copy.copy(OrderedDict(a=1)))
print(copy.copy(5), copy.copy(len), copy.copy(Node) is Node, copy.deepcopy(None), copy.copy([1, 2]), copy.copy({1}))
error = copy.copy(ValueError("x", 1))
print(repr(error))
class Button:
    def __init__(self, name): self.name = name; self.action = self.press
    def press(self): return self.name
b = Button("first")
c = copy.deepcopy(b)
c.name = "second"
print(b.action(), c.action(), copy.copy(b.action)() == "first", copy.copy(slice(1, 2)), copy.deepcopy(slice([1], None)))
