# in and not in.
print(1 in [1, 2], 3 in (1, 2), "b" in "abc", "" in "abc", 2 in {1: 0}, 5 not in {5}, 7 in range(9))
nan = float("nan")
print(nan in [nan], nan == nan, nan in (1, nan), 1.0 in [1], True in {1})


class Has:
    def __contains__(self, item):
        print("contains", item)
        return [item] if item else 0


class Iterates:
    def __iter__(self):
        return iter([1, 2, 3])


class Items:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i


print(1 in Has(), 0 in Has(), 0 not in Has())
print(2 in Iterates(), 5 in Iterates(), 3 in Items(), 4 not in Items())
if 1 in Has() and 5 not in Iterates():
    print("both")
x = 3
while x not in (0, -1):
    x -= 1
print(x)
for bad in (5, None):
    try:
        1 in bad
    except TypeError as e:
        print(e)
try:
    1 in "abc"
except TypeError as e:
    print(e)
print(1 < 2 in [2], 1 in [1] == True, (1 in [1]) == True)
try:
    [] in {1}
except TypeError as e:
    print(e)
print([] in [1, []], () in {()})
