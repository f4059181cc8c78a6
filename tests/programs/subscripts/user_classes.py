# What __getitem__ and its relatives get.
class C:
    def __getitem__(self, i):
        print("get", i)
        return i

    def __setitem__(self, i, v):
        print("set", i, v)

    def __delitem__(self, i):
        print("del", i)


c = C()
c[1]
c[1:2]
c[1:2, 3]
c[::]
c[...]
c[()]
c[1,]
c[:5:-1] = 4
c[7] += 1
del c[1], c[2:]
print(c[1][2])
c["a"], c["b"] = 1, 2
for c["loop"] in range(2):
    pass
