"""collections.deque."""
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d[2])
print(d.pop(), d.popleft(), d)
d.rotate(1)
print(d)
d.rotate(-2)
print(d, list(reversed(d)))
d.extend("ab")
d.extendleft("xy")
print(d, d.count("a"), d.index("b"), "x" in d, 9 in d)
d.remove("a")
d.insert(2, "ins")
del d[0]
d[0] = "first"
d.reverse()
print(d)
m = deque(maxlen=3)
for i in range(6):
    m.append(i)
print(m, m.maxlen, m == deque([3, 4, 5]), m < deque([4]))
m.appendleft(9)
print(m, m + deque([1]), deque([1, 2]) * 2)
q = deque()
for operation in (q.pop, q.popleft, lambda: q[0], lambda: q.remove(1), lambda: deque(1), lambda: deque([], -1)):
    try:
        operation()
    except Exception as error:
        print(type(error).__name__, error)
try:
    for x in m:
        m.append(x)
except RuntimeError as error:
    print(error)
q.extend(range(100))
total = 0
while q:
    total += q.popleft()
    if total % 7 == 0 and len(q) > 3:
        q.appendleft(q.pop() + 1)
print(total, q, bool(q))
c = d.copy()
c.clear()
print(len(c), len(d), type(d), deque.__name__, deque.__module__)
