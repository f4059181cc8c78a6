class Squares:
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError(i)
        return i * i


print(list(Squares()), 9 in Squares(), 10 in Squares())
it = iter(Squares())
print(next(it), next(it), type(it).__name__)
for x in Squares():
    print(x)


class Sized(Squares):
    def __len__(self):
        return 5


print(list(reversed(Sized())))
