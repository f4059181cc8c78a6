# repr, str and ascii.
class C:
    def __repr__(self):
        return "é"


class Bad:
    def __str__(self):
        return 5


for text in ["", "a", "it's", '"', "'\"", "\\", "\n\r\t\x00\x1f\x7f", "\x80\xa0\xad", "é", "€", "\u2028", "🐍", "\ue000"]:
    print(repr(text), ascii(text), len(repr(text)))
print(repr(C()), ascii(C()), str(C()), [C()], f"{C()!a}")
print(str(1), str(-5), str(None), str(True), str(...), str(NotImplemented), str(1.5), str())
print(str([1, "a", (2,), {"k": None}]), repr({1: [2]}), str(()), str({}))
try:
    str(Bad())
except TypeError as error:
    print(error)
nested = [1]
nested.append(nested)
print(nested)
