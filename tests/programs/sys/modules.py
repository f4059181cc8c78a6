"""sys.modules has the modules that were imported so far."""
import sys

value = 7
print(sys.modules["sys"] is sys, sys.modules["__main__"].value)
print("late" in sys.modules, "never" in sys.modules)
import late

print("late" in sys.modules, sys.modules["late"] is late, late.seen)
sys.modules["late"].seen = "changed"
print(late.seen)
