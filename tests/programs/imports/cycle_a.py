"""One of two modules that import each other."""
print("a begins")
import cycle_b

value = "a"


def other():
    return cycle_b.value


print("a ends", cycle_b.value)
