class OnlySet:
    def __setitem__(self, k, v):
        pass


class OnlyDel:
    def __delitem__(self, k):
        pass


def attempt(f):
    try:
        f()
    except (TypeError, AttributeError, KeyError, IndexError) as e:
        print(type(e).__name__, e)


def store(o):
    o[0] = 1


def delete(o):
    del o[0]


for o in (5, None, 1.5, "str", (1,), {1}, object(), int, range(3), OnlySet(), OnlyDel()):
    attempt(lambda: print(o[0]))
    attempt(lambda: store(o))
    attempt(lambda: delete(o))
attempt(lambda: 1 in 5)
attempt(lambda: 1 in "abc")
text = "abc"
attempt(lambda: text["a"])
attempt(lambda: "abc"[3])
attempt(lambda: text[1.0])
attempt(lambda: range(3)[3])
attempt(lambda: range(3)["a"])
