class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter()
for ch in "hello world":
    c[ch] += 1
print(c, c["zz"], c.get("zz"), "zz" in c, len(c))


class Auto(dict):
    def __missing__(self, key):
        self[key] = value = []
        return value


a = Auto(x=[1])
a["y"].append(2)
print(a, type(a).__name__, a == {"x": [1], "y": [2]})
