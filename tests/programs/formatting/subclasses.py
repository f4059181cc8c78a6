"""Instances of subclasses of builtins are formatted by their own str()."""

class Whole(int):
    def __repr__(self): return f"Whole({int(self)})"
w = Whole(3)
print(w, f"{w}", str(w), format(w), "%s" % w, "{}".format(w), "".join(["a", str(w)]), f"{w:3}", f"{w!s}")
class S(str):
    def __str__(self): return "custom"
s = S("x")
print(s, f"{s}", str(s), format(s), "%s" % s, "{}".format(s))
class F(float):
    def __repr__(self): return "F!"
x = F(2.5)
print(x, f"{x}", format(x), "%s" % x)
class B(int):
    def __str__(self): return "strB"
print(B(3), f"{B(3)}", format(B(3)), [B(3)])
