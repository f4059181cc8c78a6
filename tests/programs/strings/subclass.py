# Subclasses of str.
class Name(str):
    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text.strip())
        self.extra = extra
        return self

    def shout(self):
        return self.upper() + "!"


n = Name("  bob ", 5)
print(n, repr(n), len(n), n.extra, n.shout(), type(n).__name__, isinstance(n, str))
print(n == "bob", "bob" == n, n + "x", "x" + n, n[0], n * 2, n in ["bob"], {n: 1}["bob"])
print("-".join([n, n]), "bobby".startswith(n), n.replace("b", "B"), f"{n:>5}", "%s" % n)
print(type(n.strip()).__name__, type(str(n)).__name__, hash(n) == hash("bob"), n < "z")
