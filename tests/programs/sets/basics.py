s = {3, 1, 2, 3}
s.add(10)
s.add(1)
s.discard(99)
s.discard(2)
print(s, len(s), 3 in s, 2 in s, set(), {1}, frozenset(), frozenset([1, 2]))
s.remove(10)
try:
    s.remove(10)
except KeyError as e:
    print("KeyError", e)
print(s.pop(), s.pop(), s)
try:
    s.pop()
except KeyError as e:
    print(e)
