"""Modules that import each other."""
import cycle_a
import cycle_b

print(cycle_a.other(), cycle_b.other())
if __name__ == "__main__":
    print("main")
