class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


for h in (5, -1, 2**31, 2**62, 2**63, 2**70, -(2**63), True, -(2**70)):
    print(hash(H(h)))
for h in ("x", None, 1.5):
    try:
        hash(H(h))
    except TypeError as e:
        print(e)
for x in ([], {}, set(), bytearray(), slice(1)):
    try:
        hash(x)
    except TypeError as e:
        print(e)
print(hash("a") == hash("".join(["a"])), hash(None) == hash(None), hash(len) == hash(len), hash(()) == hash(()))
