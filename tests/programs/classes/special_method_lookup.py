"""Special methods are found on the class, not on the instance."""


class C:
    def __len__(self):
        return 3

    def __call__(self, *args):
        return ("called", args)

    def __contains__(self, x):
        return x == 1

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

    def __bool__(self):
        return False


c = C()
c.__len__ = lambda: 99
print(len(c), c(1, 2), 1 in c, 2 in c, list(c), bool(c), c[1])
try:
    len(object())
except TypeError as e:
    print(e)
try:
    object()()
except TypeError as e:
    print(e)
