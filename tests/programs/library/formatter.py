"""string.Formatter with methods that a subclass replaces; Template with another delimiter."""
import string
f = string.Formatter()
print(f.format("{} {1} {0!r:>5}", "a", "b") if False else f.format("{0} {1!r:>5} {k.real} {l[1]} {{x}}", "a", "b", k=5, l=[1, 2]), f.format("{}-{}", 1, 2), f.format("{:{w}}|", "x", w=4))
print(list(f.parse("a{b!r:>{w}}c{{d}}{}")))
class Mine(string.Formatter):
    def get_value(self, key, args, kwargs): return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]
    def check_unused_args(self, used, args, kwargs): print(sorted(map(str, used)))
    def convert_field(self, value, conversion): return "up" if conversion == "u" else super().convert_field(value, conversion)
print(Mine().format("{a} {b!u} {0}", 7, b=2))
for text, args in (("{", ()), ("}", ()), ("{0", (1,)), ("{}{0}", (1, 2)), ("{0}{}", (1, 2)), ("{a!x}", ()), ("{b}", ()), ("{0[}", (1,)), ("{0.}", (1,))):
    try:
        print(f.format(text, *args, a=1))
    except (ValueError, KeyError, IndexError) as e:
        print(type(e).__name__, e)
class At(string.Template):
    delimiter = "@"
t = At("@who has @{what} for @@5 $x")
print(t.substitute(who="tim", what="ham"), t.safe_substitute(who="tim"), t.get_identifiers(), t.is_valid(), At("@ x").is_valid())
class Any:
    def __getitem__(self, name): return name.upper()
print(string.Template("$a ${b}c").substitute(Any()), string.Template("$a $b").substitute({"a": 1}, b=2))
for text in ("$x\n$", "ok\n  ${1}", "$none"):
    try:
        string.Template(text).substitute(x=1)
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
