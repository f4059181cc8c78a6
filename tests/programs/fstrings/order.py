# Values are formatted in their order.
class V:
    def __init__(self, name):
        self.name = name
        print("make", name)

    def __format__(self, spec):
        print("format", self.name, repr(spec))
        return self.name + spec

    def __str__(self):
        print("str", self.name)
        return "s" + self.name

    def __repr__(self):
        return "r" + self.name


print(f"{V('a')} {V('b'):x} {V('c')!s} {V('d')!r:>4} {V('e'):{V('f')}}")
print(f"{V('g')=} {V('h')=:y}")
