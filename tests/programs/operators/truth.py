class B:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return self.v


class L:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v


class P:
    pass


for x in (B(True), B(False), L(0), L(3), P(), [], [0], (), (0,), {}, {0: 0}, set(), {0}, "", "0", 0, 0.0, -0.0, 0.1, 2**70, None, range(0), range(2), frozenset()):
    print(bool(x), not x, "yes" if x else "no", end="; ")
print()
for x in (B(1), B(None), L(-1), L("x"), L(2.5)):
    try:
        if x:
            print("true")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
    try:
        print(len(x))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print([] or "default", [1] and "both", 0 or None, "" or [] or {})
