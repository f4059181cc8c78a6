"""Classes with arguments: as bases, their attributes, unpacked and with type variables."""



class Stack(list[int]):
    def top(self):
        return self[-1]


print(Stack([1, 2]).top(), Stack.__orig_bases__, Stack.__bases__)


class Variable:
    def __init__(self, name):
        self.name = name

    def __typing_subst__(self, given):
        return given

    def __repr__(self):
        return f"~{self.name}"


T, U = Variable("T"), Variable("U")
a = dict[T, list[U]]
print(a, a.__parameters__, a[int, str], list[T][int], list[list[T]][list[T]])
for wrong in lambda: a[int], lambda: a[1, 2, 3], lambda: list[int][str]:
    try:
        wrong()
    except TypeError as e:
        print(e)
print(list[int].append is list.append, dict[str, int].fromkeys("ab"), list[int].__name__)
print(*tuple[int, str], (*tuple[int],)[0] == tuple[int], tuple[*tuple[int], str])
