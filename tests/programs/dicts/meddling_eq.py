class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if victims:
            victims.pop().clear()
        return self.n == other.n


victims = []
d = {K(1): "a", K(2): "b"}
victims.append(d)
d[K(3)] = "c"
print([(k.n, v) for k, v in d.items()])
print(len(d))
