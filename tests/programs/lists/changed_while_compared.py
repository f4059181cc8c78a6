class Meddler:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False


a = [1, 2, 3]
a.append(Meddler(a))
a += [4, 5]
print(a.count(100), a)
b = [1]
b.append(Meddler(b))
b += [2, 3]
print(7 in b, b)
