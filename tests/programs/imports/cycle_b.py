"""The other of two modules that import each other."""
print("b begins")
import cycle_a

try:
    from cycle_a import value as early
except ImportError as error:
    print(str(error).split(" (")[0])
print(hasattr(cycle_a, "value"))
value = "b"


def other():
    return cycle_a.value


print("b ends")
