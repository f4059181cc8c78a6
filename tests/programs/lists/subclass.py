class Stack(list):
    def push(self, x):
        self.append(x)

    def __getitem__(self, i):
        return ("got", list.__getitem__(self, i))


s = Stack([1, 2])
s.push(3)
s += [4]
print(s, len(s), s[0], type(s).__name__, s == [1, 2, 3, 4], isinstance(s, list))
print(s + [5], type(s + [5]).__name__, [x for x in s], sorted(s, reverse=True))
s *= 2
print(type(s).__name__, s)
