"""Mappings for % may be subclasses of dict, or anything with __getitem__."""

class Default(dict):
    def __missing__(self, key):
        return "missing:" + key
print("%(a)s %(b)s" % Default(a=1))
print("{a} {b}".format_map(Default(a=1)))
class M:
    def __getitem__(self, k):
        return k * 2


print("%(xy)s" % M())
