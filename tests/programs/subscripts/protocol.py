class S:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __contains__(self, x):
        return x == 3

    def __len__(self):
        return 7


s = S()
print(s[1], s["a"], s[1:2], s[::3], s[1, 2], s[1:2, ...], s[()], s[-1], s[None:None])
s[1] = 2
s[1:2] = 3
s["k", 1] = 4
s[0] += 5 if False else 5
del s[1], s["x":]
print(3 in s, 4 in s, 4 not in s, len(s))
