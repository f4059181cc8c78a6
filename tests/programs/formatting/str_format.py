# str.format: numbering, attributes, items, conversions, nested specifications, errors.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __format__(self, spec):
        return f"<{self.x},{self.y}:{spec}>"

    def __str__(self):
        return "a point"

    def __repr__(self):
        return "Point()"


def attempt(text, *args, **names):
    try:
        print(text.format(*args, **names))
    except Exception as error:
        print(type(error).__name__, error)


p = Point(1, 2)
attempt("{} {} {}", 1, "a", None)
attempt("{1} {0} {1}", "x", "y")
attempt("{a} {b!r} {a!s:>5}", a="q", b="é")
attempt("{0.x} {0.y} {0:spec} {0!s} {0!r:>10} {0!a}", p)
attempt("{0[1]} {1[a]} {1[b][0]}", [5, 6], {"a": 1, "b": ["z"]})
attempt("{:{}} {:>{w}.{p}}|", "ab", 5, "abcdef", w=6, p=3)
attempt("{{}} {{{}}}", 7)
attempt("{:5d}|{:<5}|{:^7.2f}|{:+}|{:#x}", 42, "ab", 3.14159, 5, 255)
for text in ["{", "}", "{}", "{0} {}", "{} {0}", "{a}", "{0.z}", "{0[}", "{!x}", "{!}", "{0[]}", "{0.}"]:
    attempt(text)
    attempt(text, p)
for text in ["{0[1]x}", "{:{:{}}}", "a{", "{a", "{!r", "{:", "{5}", "}{", "{!rs}", "{a.b}", "{[0]}", "{.x}"]:
    attempt(text, [1, 2], 3, 4)
print("{a}-{b}".format_map({"a": 1, "b": 2}))


class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print("{a} {b}".format_map(Default(a=1)))
