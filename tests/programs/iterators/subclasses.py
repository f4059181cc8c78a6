"""Classes derived from those of iterators: an object is its own iterator."""


def derived(base):
    return type("My" + base.__name__, (base,), {"mine": True})


for base, args in (
    (enumerate, ("ab",)),
    (zip, ("ab", "cd")),
    (map, (str, [1, 2])),
    (filter, (None, [0, 1, 2])),
):
    it = derived(base)(*args)
    print(type(it).__name__, iter(it) is it, it.__iter__() is it, base.__iter__(it) is it, next(it), list(it), it.mine)
    for wrong in 5, "a", None:
        try:
            print(base.__iter__(wrong))
        except TypeError as error:
            print(error)


class Numbered(enumerate):
    def __new__(cls, items):
        return super().__new__(cls, items, 1)

    def __next__(self):
        n, item = super().__next__()
        return f"{n}: {item}"


it = Numbered("ab")
print(iter(it) is it, list(it), [x for x in Numbered("cd")], next(Numbered("e")))
