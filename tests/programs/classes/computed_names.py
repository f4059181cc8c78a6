"""getattr() and the like with computed names: methods of the program and of builtin classes"""


class Machine:
    def __init__(self):
        self.log = []

    def on_start(self):
        return "started"

    def on_stop(self):
        return "stopped"

    def other(self):
        return "ignored"

    def feed(self, event):
        handler = f"on_{event}"
        return getattr(self, handler, self.other)()

    def store(self, name, value):
        setattr(self, "var_" + name, value)
        return hasattr(self, "var_%s" % name), getattr(self, "var_{}".format(name))


m = Machine()
print([m.feed(event) for event in ("start", "stop", "dance")], m.store("x", 1), vars(m))
for parts in (("up", "per"), ("sw", "apcase"), ("__l", "en__")):
    print(getattr("Text", "".join(parts))())
print(getattr([1, 2, 2], "co" + "unt")(2), getattr(5, "bit_" + "length")())


def twice(name):
    method = "on_start"
    method = name
    return getattr(m, method)


print(twice("log"))
