"""Class bodies are executed in order, in a namespace of their own."""

x = "global"


class C:
    print(x)
    x = "class"
    print(x)
    y = [i for i in range(3)]
    for z in range(3):
        pass
    if z == 2:
        w = "conditional"

    def f(self):
        return x

    del z
    print(__name__, __qualname__)


print(C.x, C().f(), C.y, C.w, hasattr(C, "z"))
print(sorted(k for k in C.__dict__ if not k.startswith("__")))
