# A comprehension has variables of its own, one for all passes.
i = "outside"
fs = [lambda: i for i in range(3)]
print([f() for f in fs], i)
print([[a + b for a in range(3)] for b in range(2)])
print([last := n for n in range(4)], last)


class C:
    size = 3
    cells = [n for n in range(size)]


print(C.cells)
