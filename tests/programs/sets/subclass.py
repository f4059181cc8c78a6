class Tags(set):
    pass


t = Tags([1, 2])
t.add(3)
t |= {4}
print(t, type(t).__name__, t == {1, 2, 3, 4}, len(t), Tags(), type(t | {5}).__name__)


class F(frozenset):
    pass


print(F([1]), hash(F([1])) == hash(frozenset([1])), F([1]) == {1})
